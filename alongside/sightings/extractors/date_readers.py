"""Which day does an expression mean that was found: "next Friday", "the 20th", "in two weeks", against the moment of writing?

The readers know no language: patterns name the parts of an expression, the words of its language say what they mean (date_words.py).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from alongside.sightings.extractors import calendar_days as days
from alongside.sightings.extractors.calendar_days import Period
from alongside.sightings.extractors.date_words import DateWords
from alongside.sightings.extractors.feasts import next_feast

NOON_HOUR = 12
"""Hour of the writer's day from which "by Friday" on a Friday means the next one."""

MONTH_FIRST_ZONES_HOURS = (-10.0, -4.0)
"""Hours from UTC, Hawaii to US Eastern summer time: a writer there is read as month/day first."""

FARTHEST_UNITS = 400
"""Days, weeks or months: a larger figure is not a due date."""


@dataclass(frozen=True, slots=True)
class Now:
    """When the mail was written by the writer's own clock, how far that is from UTC, and the words of its language."""

    at: datetime
    utc_offset: timedelta | None
    words: DateWords

    @property
    def day(self) -> date:
        return self.at.date()


_COMING = re.compile("coming|kommend")
"""What means the nearest one, where "next" may mean the one after."""

Reader = Callable[[re.Match[str], Now], Period | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of expression: its pattern, how it is read, and its cues, one of which must be there (none = always tried).

    `needs_lead`: it counts only after "by", "on", "before", "the end of"; `needs_deadline`: only after "by", "before".
    """

    pattern: re.Pattern[str]
    read: Reader
    cues: tuple[str, ...] = ()
    needs_lead: bool = False
    needs_deadline: bool = False


def any_word_of(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


def group_of(match: re.Match[str], name: str) -> str:
    return (match.groupdict().get(name) or "").strip()


def today(match: re.Match[str], now: Now) -> Period:
    return days.one(now.day)


def tomorrow(match: re.Match[str], now: Now) -> Period:
    return days.one(now.day + timedelta(days=1))


def after_tomorrow(match: re.Match[str], now: Now) -> Period:
    return days.one(now.day + timedelta(days=2))


def weekday(match: re.Match[str], now: Now) -> Period:
    """Read a weekday as the coming one. On that very day it is today until noon and the next one after; both are said."""
    if group_of(match, "of_next") or group_of(match, "in_next"):
        return days.one(days.next_week(now.day).first + timedelta(days=now.words.weekdays[match["weekday"]]))
    if group_of(match, "of_this"):
        return days.one(days.week_of(now.day).first + timedelta(days=now.words.weekdays[match["weekday"]]))
    ahead = (now.words.weekdays[match["weekday"]] - now.day.weekday()) % 7
    coming = now.day + timedelta(days=ahead)
    if group_of(match, "week") or group_of(match, "after_next"):
        return days.one(coming + timedelta(days=7))
    if group_of(match, "next") and not _COMING.search(match["next"]):
        of_next_week = days.next_week(now.day).first + timedelta(days=now.words.weekdays[match["weekday"]])
        return days.one(of_next_week, coming if ahead else None)
    if ahead:
        return days.one(coming)
    later = coming + timedelta(days=7)
    return days.one(later, coming) if now.at.hour >= NOON_HOUR else days.one(coming, later)


def named_period(match: re.Match[str], now: Now) -> Period:
    """Read "this week", "next month", "EOQ"."""
    step = 2 if group_of(match, "after_next") else 1 if group_of(match, "next") else 0
    if group_of(match, "week") or group_of(match, "week2"):
        return days.next_week(now.day + timedelta(days=7 * step - 7)) if step else days.week_of(now.day)
    if group_of(match, "weekend"):
        return days.weekend_of(now.day + timedelta(days=7 * step))
    if group_of(match, "month") or group_of(match, "month2"):
        return _with_end(match, days.month_of(now.day.year, now.day.month + step))
    if group_of(match, "quarter") or group_of(match, "quarter2"):
        return _with_end(match, days.quarter_of(now.day.year, (now.day.month + 2) // 3 + step))
    return _with_end(match, days.year_of(now.day.year + step))


def _with_end(match: re.Match[str], period: Period) -> Period:
    """Give the last day alone when the word itself says the end ("EOM", "year end")."""
    word = match.group()
    return days.one(period.last) if word.startswith("eo") or "end" in word else period


def dated(match: re.Match[str], now: Now) -> Period:
    """Read a date with its month; of a range ("3-5 December") the last day, the first as its other reading."""
    month = now.words.months.get(match["month"]) or int(match["month"])
    last, first = _on(int(match["day"]), month, match, now), group_of(match, "first")
    return days.one(last, _on(int(first), month, match, now) if first else None)


def _on(day: int, month: int, match: re.Match[str], now: Now) -> date:
    year, short = group_of(match, "year"), group_of(match, "short")
    if year or short:
        return date(_full_year(year or short), month, day)
    return days.yearless(now.day, month, day)


def _full_year(figures: str) -> int:
    return int(figures) + (2000 if len(figures) == 2 else 0)


def slashed(match: re.Match[str], now: Now) -> Period | None:
    """Read 11/12 both ways, the way of the writer's zone first; 14/11 and 11/14 have one reading.

    Where a weekday stands before it ("Friday 5/12") or one of the two has passed, the other alone is meant.
    """
    one, two = int(match["one"]), int(match["two"])
    readings = [(two, one), (one, two)] if _writes_month_first(now) else [(one, two), (two, one)]
    found = [_on(day, month, match, now) for day, month in readings if 1 <= month <= 12 and 1 <= day <= 31]
    named = now.words.weekdays.get(group_of(match, "named"))
    meant = [day for day in found if day.weekday() == named] or [day for day in found if day >= now.day] or found
    return days.one(meant[0], meant[-1]) if meant else None


def _writes_month_first(now: Now) -> bool:
    low, high = MONTH_FIRST_ZONES_HOURS
    return now.utc_offset is not None and low <= now.utc_offset.total_seconds() / 3600 <= high


def nth_day(match: re.Match[str], now: Now) -> Period:
    """Read "the 20th" as the next one: of this month while it is to come, else of the next."""
    day = int(match["day"])
    step = 1 if group_of(match, "which") == "next" or (not group_of(match, "which") and day < now.day.day) else 0
    in_month = days.month_of(now.day.year, now.day.month + step)
    return days.one(in_month.first.replace(day=day))


def month(match: re.Match[str], now: Now) -> Period:
    which, year = now.words.months[match["month"]], group_of(match, "year")
    if year:
        return days.month_of(int(year), which)
    meant = now.day.year + (1 if (now.day - days.month_of(now.day.year, which).last).days > 0 else 0)
    return days.month_of(meant, which)


def nth_week(match: re.Match[str], now: Now) -> Period:
    named = group_of(match, "month")
    step = 1 if group_of(match, "next") else 0
    of_month = month(match, now) if named else days.month_of(now.day.year, now.day.month + step)
    return days.nth_week(of_month, now.words.nth[match["nth"]])


def numbered_week(match: re.Match[str], now: Now) -> Period:
    year, week = group_of(match, "year"), int(match["week"])
    if year:
        return days.iso_week(int(year), week)
    period = days.iso_week(now.day.year, week)
    return days.iso_week(now.day.year + 1, week) if (now.day - period.last).days > days.PAST_DAYS else period


def quarter(match: re.Match[str], now: Now) -> Period:
    which = int(match["quarter"] or now.words.nth[match["nth"]])
    year = group_of(match, "year") or group_of(match, "year2")
    if year:
        return days.quarter_of(_full_year(year), which)
    period = days.quarter_of(now.day.year, which)
    return days.quarter_of(now.day.year + 1, which) if period.last < now.day else period


def span(match: re.Match[str], now: Now) -> Period | None:
    """Read "in 3 weeks"; of "in 2-3 weeks" the longer, the shorter as its other reading."""
    count, least = _count(match["n"], now), _count(group_of(match, "least") or match["n"], now)
    if not (0 < count <= FARTHEST_UNITS and 0 < least <= FARTHEST_UNITS):
        return None
    return days.one(_later(match, now, count), _later(match, now, least))


def _count(figures: str, now: Now) -> int:
    return now.words.numbers.get(figures) or int(figures)


def some_span(match: re.Match[str], now: Now) -> Period:
    count, other = now.words.some[match["some"]]
    return days.one(_later(match, now, count), _later(match, now, other))


def _later(match: re.Match[str], now: Now, count: int) -> date:
    if group_of(match, "hours"):
        return (now.at + timedelta(hours=count)).date()
    if group_of(match, "weeks"):
        return now.day + timedelta(days=count * (14 if match["weeks"].startswith("fortnight") else 7))
    if group_of(match, "months"):
        return _months_on(now.day, count)
    return days.working_days_on(now.day, count) if group_of(match, "working") else now.day + timedelta(days=count)


def _months_on(day: date, count: int) -> date:
    month = days.month_of(day.year, day.month + count)
    return month.first.replace(day=min(day.day, month.last.day))


def within_the(match: re.Match[str], now: Now) -> Period:
    return days.one(now.day + timedelta(days=7)) if match["week"] else days.one(now.day)


def half(match: re.Match[str], now: Now) -> Period:
    """Read "H1", "the second half of next year"; one that is over is meant for next year."""
    which = now.words.nth.get(match["nth"] or "") or int(match["half"])
    year = group_of(match, "year") or group_of(match, "year2")
    if year:
        return days.half_of(_full_year(year), which)
    if group_of(match, "next"):
        return days.half_of(now.day.year + 1, which)
    period = days.half_of(now.day.year, which)
    return days.half_of(now.day.year + 1, which) if period.last < now.day else period


def week_after_next(match: re.Match[str], now: Now) -> Period:
    return days.next_week(now.day + timedelta(days=7))


def weekday_weeks_on(match: re.Match[str], now: Now) -> Period:
    """Read "a week on Tuesday", "two weeks from Friday": so many weeks after the coming one."""
    ahead = (now.words.weekdays[match["weekday"]] - now.day.weekday()) % 7
    count = now.words.numbers.get(match["n"]) or int(match["n"])
    days_on = 7 * count * (2 if group_of(match, "fortnight") else 1)
    return days.one(now.day + timedelta(days=ahead + days_on))


def day_weeks_on(match: re.Match[str], now: Now) -> Period:
    """Read "tomorrow week", "heute in einer Woche"."""
    return days.one(now.day + timedelta(days=7 + (1 if group_of(match, "tomorrow") else 0)))


def half_year_on(match: re.Match[str], now: Now) -> Period:
    return days.one(_months_on(now.day, 6))


def holiday(match: re.Match[str], now: Now) -> Period:
    return days.one(next_feast(now.words.holidays[match["holiday"]], now.day))
