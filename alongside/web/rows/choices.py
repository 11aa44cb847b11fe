"""What can one choose above a list? Tabs, filters and orders: each a link, with the chosen one marked."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.http import urlencode


@dataclass(frozen=True, slots=True)
class Choice:
    """One link of a row of choices; `level` draws the mark of a level before it."""

    label: str
    href: str
    is_on: bool
    count: int | None = None
    level: str = ""
    icon: str = ""


def choice(
    label: str,
    address: str,
    query: Mapping[str, str],
    *,
    is_on: bool,
    count: int | None = None,
    level: str = "",
    icon: str = "",
) -> Choice:
    """Make a link to `address` (the page itself, if empty) with this query."""
    return Choice(label, f"{address}?{urlencode(query)}", is_on, count, level, icon)
