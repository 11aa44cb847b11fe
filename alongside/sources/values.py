"""What does a cell of a table mean: a date, a number, yes or no, one of our words?

How a column writes dates and numbers is decided for the column as a whole, from cells that allow one reading only.
A column that could be read in two ways is not guessed at.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from alongside.sources.columns.table import plain

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Years a table can speak of."""

CENTURY_PIVOT = 70
"""Two-digit years below this are of the 2000s, the others of the 1900s."""

NUMBER_CHARS_MAX = 40
"""Longest number. Unit: characters."""

DATE_CHARS_MAX = 80
"""Longest date with its weekday and time. Unit: characters."""

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].{0,40})?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d\d)(?:,? .{0,30})?")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)(?:,?[T ].{0,30})?")
_DAY_MONTH_NAME = re.compile(
    r"(?:[a-z]{2,10}[.,]* ){0,2}(\d{1,2})(?:er|st|nd|rd|th|[oa])?[ .-]+(?:(?:de|of) )?([a-z]{3,10})\.?,?"
    r"[ -]+(?:del? )?(\d{4}|\d\d)(?:,? .{0,30})?"
)
_MONTH_NAME_DAY = re.compile(
    r"(?:[a-z]{2,10}[.,]* )?([a-z]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,? .{0,30})?"
)
_MONTHS_IN_FULL = (
    "january januar janvier enero jaenner janner",
    "february februar fevrier febrero feber",
    "march marz maerz mars marzo mrz",
    "april avril abril",
    "may mai mayo",
    "june juni juin junio",
    "july juli juillet julio",
    "august aout agosto",
    "september septembre septiembre setiembre",
    "october oktober octobre octubre",
    "november novembre noviembre",
    "december dezember decembre diciembre",
)
_MONTHS = {
    name[:length]: number
    for number, names in enumerate(_MONTHS_IN_FULL, start=1)
    for name in names.split()
    for length in range(3, len(name) + 1)
    if name[:length] != "jui"  # June or July
}
_ACCENT = re.compile("[\u0300-\u036f]")
_SYMBOLS = {"€": "EUR", "£": "GBP", "$": "USD", "US$": "USD", "¥": "JPY", "₹": "INR", "zł": "PLN"}
_CODE = re.compile(r"[A-Z]{3}")
_CODES = "AUD BGN BRL CAD CHF CLP CNY CZK DKK EUR GBP HUF ILS INR JPY KRW MXN NOK NZD PLN RON RUB SEK SGD TRY USD ZAR"
_UNIT_OF_MONEY = re.compile(
    rf"^(?:{_CODES.replace(' ', '|')}|kr\.?|Fr\.?)\s*|\s*(?:{_CODES.replace(' ', '|')}|kr\.?|Fr\.?)$"
)
_SYMBOL = re.compile("|".join(re.escape(each) for each in sorted(_SYMBOLS, key=len, reverse=True)))
_GROUPS = re.compile(r"[\s'\u2019\u202f\xa0]")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d+)*|[.,]\d+)(?:[eE][+-]?\d{1,2})?")
_YES = frozenset("yes y true t 1 x on ja j wahr oui vrai si sí verdadero".split())
_NO = frozenset("no n false f 0 - off nein falsch non faux falso".split())


@dataclass(slots=True)
class DateSigns:
    """What the cells of a column show about its order of day and month."""

    day_first: int = 0
    month_first: int = 0
    either: str = ""  # an example that can be read both ways

    def look_at(self, text: str) -> None:
        """Take one cell into account."""
        found = _SLASHED.fullmatch(text)
        if not found:
            return
        first, second = int(found[1]), int(found[2])
        if first > 12 >= second:
            self.day_first += 1
        elif second > 12 >= first:
            self.month_first += 1
        elif first != second:
            self.either = self.either or text

    @property
    def is_day_first(self) -> bool | None:
        """The order, or None when no cell decides it or cells contradict each other."""
        if bool(self.day_first) == bool(self.month_first):
            return None
        return bool(self.day_first)


@dataclass(slots=True)
class NumberSigns:
    """What the cells of a column show about its decimal sign."""

    comma: int = 0
    point: int = 0
    either: str = ""  # "1.234" or "1,234": one group of three digits

    def look_at(self, text: str) -> None:
        """Take one cell into account."""
        body = _body_of(text).lstrip("+-")
        comma, point = body.rfind(","), body.rfind(".")
        if comma < 0 and point < 0:
            return
        if comma >= 0 and point >= 0:
            self.comma += comma > point
            self.point += point > comma
            return
        sign, at = (",", comma) if comma >= 0 else (".", point)
        if body.count(sign) > 1:  # "1,234,567": a sign that groups, so the other one is decimal
            self.point += sign == ","
            self.comma += sign == "."
        elif len(body) - at - 1 != 3 or body[:at] in ("", "0") or at > 3:
            self.comma += sign == ","
            self.point += sign == "."
        else:
            self.either = self.either or text

    @property
    def is_comma(self) -> bool | None:
        """Whether the decimal sign is the comma, or None when no cell decides it or cells contradict each other."""
        if bool(self.comma) == bool(self.point):
            return None
        return bool(self.comma)


@lru_cache(maxsize=8192)
def iso_date(text: str, day_first: bool | None) -> str | None:
    """Return a date as YYYY-MM-DD, or None when it is none. Months may be named in English, German, French or Spanish."""
    try:
        found = _day(text.strip()[: DATE_CHARS_MAX + 1], day_first)
    except ValueError:
        return None
    return found.isoformat() if found and FIRST_YEAR <= found.year <= LAST_YEAR else None


def _day(text: str, day_first: bool | None) -> date | None:
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DOTTED.fullmatch(text):
        return date(_year(found[3]), int(found[2]), int(found[1]))
    if found := _SLASHED.fullmatch(text):
        day, month = (found[1], found[2]) if day_first else (found[2], found[1])
        return date(_year(found[3]), int(month), int(day))
    return _day_by_name(_ACCENT.sub("", unicodedata.normalize("NFKD", text.casefold())))


def _day_by_name(text: str) -> date | None:
    if len(text) > DATE_CHARS_MAX:
        return None
    if found := _DAY_MONTH_NAME.fullmatch(text):
        return date(_year(found[3]), _MONTHS.get(found[2], 0), int(found[1]))  # 0 is no month: the date says so
    if found := _MONTH_NAME_DAY.fullmatch(text):
        return date(int(found[3]), _MONTHS.get(found[1], 0), int(found[2]))
    return None


def _year(text: str) -> int:
    year = int(text)
    if len(text) == 2:
        return year + (2000 if year < CENTURY_PIVOT else 1900)
    return year


def plain_number(text: str, comma: bool | None) -> str | None:
    """Return a number as a plain decimal with a point, or None when it is none. "(5)" and "5-" are negative."""
    body = _body_of(text)
    if not body:
        return None
    body = body.replace(".", "").replace(",", ".") if comma else body.replace(",", "")
    try:
        value = Decimal(body)
    except InvalidOperation:
        return None
    return format(value.normalize() + 0, "f")


def currency_in(text: str) -> str:
    """Return the currency code that a cell or heading names by sign or code, or ""."""
    symbol = _SYMBOL.search(text)
    if symbol:
        return _SYMBOLS[symbol[0]]
    code = _CODE.fullmatch(text.strip().upper())
    return code[0] if code else ""


def yes_or_no(text: str) -> str | None:
    """Return "yes" or "no", or None for any other word."""
    word = text.strip().casefold()
    return "yes" if word in _YES else "no" if word in _NO else None


def known_word(text: str, words: dict[str, str]) -> str | None:
    """Return the stored value of one of our words however it is spelt, or None."""
    return words.get(plain(text))


def _without_currency(text: str) -> str:
    return _UNIT_OF_MONEY.sub("", _SYMBOL.sub("", text).strip())


def _body_of(text: str) -> str:
    """Return the digits and signs of a number, or "" when the cell holds something else."""
    body = _GROUPS.sub("", _without_currency(text))
    if body.startswith("(") and body.endswith(")"):
        body = f"-{body[1:-1]}"
    elif body.endswith("-"):
        body = f"-{body[:-1]}"
    return body if len(body) <= NUMBER_CHARS_MAX and _NUMBER.fullmatch(body) else ""
