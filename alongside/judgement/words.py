"""How does a finding say a number, a day or a list? Plain words for sentences that people read.

Decides nothing: no thresholds, no verdicts. Pages and plays use the same words.
"""

from collections.abc import Sequence
from datetime import date

SMALL_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
"""Numbers up to twelve are spelled; 0 reads "no" before a noun."""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def number(n: int) -> str:
    """Spell a small number ("seven"), write a large one in figures ("1,204"); 0 is "none"."""
    if n == 0:
        return "none"
    return SMALL_NUMBERS[n] if 0 < n < len(SMALL_NUMBERS) else f"{n:,}"


def plural(n: int, noun: str, nouns: str = "") -> str:
    """Choose the form of the noun that goes with n: plural(2, "reply", "replies") is "replies"."""
    return noun if n == 1 else nouns or noun + "s"


def count(n: int, noun: str, nouns: str = "") -> str:
    """Say how many of what: "no awards", "one award", "three awards", "14 awards"."""
    return f"{'no' if n == 0 else number(n)} {plural(n, noun, nouns)}"


def times(n: int) -> str:
    """Say how often: "never", "once", "twice", "three times"."""
    return ("never", "once", "twice")[n] if n < 3 else count(n, "time")


def part_of(n: int, all_: int, noun: str, nouns: str = "") -> str:
    """Say a part of a whole: "two of the three wins", "all three wins", "both wins", "the only win"."""
    if n == all_ <= 2:
        return f"the only {noun}" if n == 1 else f"both {plural(n, noun, nouns)}"
    if n == all_:
        return f"all {count(all_, noun, nouns)}"
    return f"{number(n)} of the {count(all_, noun, nouns)}"


def joined(parts: Sequence[str], last: str = "and") -> str:
    """Join a list as a person says it: "mail, phone and visits"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def sentence(text: str) -> str:
    """Give the text a capital letter and a full stop; "" stays ""."""
    text = text.strip()
    if not text:
        return ""
    ended = text if text[-1] in ".!?" else text + "."
    return ended[0].upper() + ended[1:]


def day(on: date, as_of: date | None = None) -> str:
    """Name a day with its weekday: "Friday 13 November", with the year when it is not the year of as_of."""
    year = f" {on.year}" if as_of is not None and on.year != as_of.year else ""
    return f"{DAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]}{year}"


def short_day(on: date, as_of: date | None = None) -> str:
    """Name a day in little room: "13 Nov", with the year when it is not the year of as_of."""
    year = f" {on.year}" if as_of is not None and on.year != as_of.year else ""
    return f"{on.day} {MONTHS[on.month - 1][:3]}{year}"


def month(on: date) -> str:
    """Name the month with its year: "June 2025"."""
    return f"{MONTHS[on.month - 1]} {on.year}"


def ago(on: date, as_of: date) -> str:
    """Say how long ago a day was: "today", "yesterday", "nine days ago", "five months ago"."""
    days = (as_of - on).days
    if days <= 0:
        return "today"
    return "yesterday" if days == 1 else f"{span(days)} ago"


def span(days: int) -> str:
    """Say a length of time in the unit that people would use: "nine days", "six weeks", "five months", "two years"."""
    if days < 28:
        return count(days, "day")
    if days < 90:
        return count(round(days / 7), "week")
    if days < 700:
        return count(round(days / 30.44), "month")
    return count(round(days / 365.25), "year")


def share(value: float, needed: float | None = None) -> str:
    """Write a share as ".47", "1.00"; with a third digit where two would hide that it misses `needed`."""
    hides = needed is not None and (round(value, 2) >= needed) != (value >= needed)
    written = f"{value:.{3 if hides else 2}f}"
    return written[1:] if written.startswith("0") else written


def percent(value: float) -> str:
    """Write a share as a whole percentage: "81 %"."""
    return f"{round(100 * value)} %"


def hours(value: float) -> str:
    """Say a length of working time: "40 minutes", "six hours", "two working days" (ten hours each)."""
    if value < 1:
        return count(max(round(60 * value), 1), "minute")
    if value < 20:
        return count(round(value), "hour")
    return count(round(value / 10), "working day")
