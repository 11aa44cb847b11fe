"""Which days does somebody mean by "last month", 2025-03, "3 March" or yesterday? Pure; `as_of` is the day on which it was typed."""

import re
from calendar import monthrange
from datetime import date, timedelta

from alongside.search.query import Days, fold

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
SHORTEST_NAME = 3
"""Letters by which the name of a month or weekday is known. Unit: letters."""

EARLIEST, LATEST = 1970, 2200
"""Years that are taken for years. Unit: years."""

_NUMBERS = re.compile(r"(\d{1,4})[-./](\d{1,4})(?:[-./](\d{1,4}))?\.?")
_AGO = re.compile(r"(\d{1,4}|an?|one|two|three|four|five|six) (day|week|month|year)s? ago")
_SPAN = re.compile(r"(last|this|past) (week|month|quarter|year)")
_NUMBER_WORDS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def read_days(text: str, as_of: date) -> Days | None:
    """Read a day, month, year or span; None when it is none. A day without a year is the latest that is not to come."""
    said = " ".join(fold(text).replace(",", " ").replace("_", " ").split())
    try:
        days = _near(said, as_of) or _of_numbers(said) or _of_names(said, as_of)
    except (ValueError, OverflowError):  # 31 February; a span that begins before there were years
        return None
    return days if days and days.first and EARLIEST <= days.first.year <= LATEST else None


def _near(said: str, as_of: date) -> Days | None:
    said = re.sub(r"^(last|this|past)-", r"\1 ", said)
    away = {"today": 0, "yesterday": 1, "tomorrow": -1}.get(said)
    if away is not None:
        return _one(as_of - timedelta(days=away))
    if found := _AGO.fullmatch(said.replace("-", " ")):
        number = _NUMBER_WORDS.get(found[1]) or int(found[1])
        return _ago(number, found[2], as_of)
    if found := _SPAN.fullmatch(said):
        return _span(found[2], as_of, back=0 if found[1] == "this" else 1)
    weekday = _place(said.removeprefix("last "), WEEKDAYS)
    if weekday is not None:
        return _one(as_of - timedelta(days=(as_of.weekday() - weekday - 1) % 7 + 1))
    return None


def _ago(number: int, unit: str, as_of: date) -> Days:
    if unit in ("day", "week"):
        return _one(as_of - timedelta(days=number * (7 if unit == "week" else 1)))
    months = as_of.year * 12 + as_of.month - 1 - number * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return _one(date(year, month + 1, min(as_of.day, monthrange(year, month + 1)[1])))


def _span(unit: str, as_of: date, *, back: int) -> Days:
    if unit == "week":
        first = as_of - timedelta(days=as_of.weekday() + 7 * back)
        return Days(first, first + timedelta(days=6))
    if unit == "year":
        return _year(as_of.year - back)
    long = 3 if unit == "quarter" else 1
    year, month = divmod(as_of.year * 12 + (as_of.month - 1) // long * long - long * back, 12)
    return Days(date(year, month + 1, 1), _month(year, month + long).last)


def _of_numbers(said: str) -> Days | None:
    """Read 2025, 2025-03, 2025-03-04, 4.3.2025 and 4/3/2025: the day before the month, unless only the other way is a date."""
    if re.fullmatch(r"\d{4}", said):
        return _year(int(said))
    found = _NUMBERS.fullmatch(said)
    if not found:
        return None
    a, b, c = (int(part) if part else None for part in found.groups())
    assert a is not None and b is not None
    if c is None:
        return _month(a, b) if a >= EARLIEST else _month(b, a) if b >= EARLIEST else None
    if a >= EARLIEST:
        return _one(date(a, b, c))
    year = c + 2000 if c < 100 else c
    return _one(date(year, b, a)) if b <= 12 else _one(date(year, a, b))


def _of_names(said: str, as_of: date) -> Days | None:
    """Read "March", "March 2025", "3 March", "March 3rd 2025" and the like."""
    words = [re.sub(r"^(\d+)(?:st|nd|rd|th|\.)$", r"\1", word) for word in said.replace("-", " ").split()]
    months = [n for word in words if (n := _place(word.rstrip("."), MONTHS)) is not None]
    numbers = [int(word) for word in words if word.isascii() and word.isdigit()]
    if len(months) != 1 or len(numbers) + 1 != len(words) or len(numbers) > 2:
        return None
    month = months[0] + 1
    years = [n for n in numbers if n >= EARLIEST]
    days = [n for n in numbers if n < EARLIEST]
    if len(years) > 1 or len(days) > 1:
        return None
    if not days:
        return _month(years[0] if years else as_of.year - (month > as_of.month), month)
    if years:
        return _one(date(years[0], month, days[0]))
    on = date(as_of.year, month, days[0])
    return _one(on if on <= as_of else date(as_of.year - 1, month, days[0]))


def _place(word: str, names: list[str]) -> int | None:
    if len(word) < SHORTEST_NAME:
        return None
    return next((n for n, name in enumerate(names) if name.startswith(word)), None)


def _one(on: date) -> Days:
    return Days(on, on)


def _month(year: int, month: int) -> Days:
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _year(year: int) -> Days:
    return Days(date(year, 1, 1), date(year, 12, 31))
