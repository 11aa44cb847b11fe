"""In which currency does an account's money count? Nothing is ever converted: another currency is named, not guessed."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal


def main_currency(ordered_in: Iterable[str], given_in: Iterable[str] = ()) -> str:
    """Give the currency of most orders, else of most gives and gets; "" where none is named anywhere."""
    for named in (ordered_in, given_in):
        counted = Counter(each for each in named if each)
        if counted:
            return max(counted, key=lambda each: (counted[each], each))
    return ""


def money(value: Decimal | None, currency: str = "") -> str:
    """Write an amount: "12,000 USD", "1,200.50"; "" for none."""
    if value is None:
        return ""
    return f"{value:,.2f}".removesuffix(".00") + (f" {currency}" if currency else "")
