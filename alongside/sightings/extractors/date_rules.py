"""Which expressions name a day, and which day, against the moment of writing: weekdays, dates, weeks, spans of days.

Only the core of a date is read here; what stands before it ("by", "the end of") is put to it in dates.py.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from alongside.sightings.extractors import calendar_days as days
from alongside.sightings.extractors.calendar_days import Period
from alongside.sightings.extractors.date_words import DateWords

NOON_HOUR = 12
"""Hour of the writer's day from which "by Friday" on a Friday means the next one."""

MONTH_FIRST_ZONES_HOURS = (-10.0, -4.0)
"""Hours from UTC, Hawaii to US Eastern summer time: a writer there is read as month/day first."""

FARTHEST_UNITS = 400
"""Days, weeks or months: a larger figure is not a due date."""

_NOT_A_DEADLINE = (
    r"(?! ?(?:net|of (?:the )?(?:invoice|receipt|delivery|b/l|shipment|order|bill)|from (?:the )?(?:invoice|date|receipt|delivery)"
    r"|after|terms|payment|ago|late|before|prior)\b)"
)


@dataclass(frozen=True, slots=True)
class Now:
    """When the mail was written, in the writer's own zone, and the words of its language."""

    at: datetime
    words: DateWords

    @property
    def day(self) -> date:
        return self.at.date()


Reader = Callable[[re.Match[str], Now], Period | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of expression: its pattern, how it is read, and its cues, one of which must be there (none = always tried).

    `needs_lead`: it counts only after "by", "on", "before", "the end of".
    """

    pattern: re.Pattern[str]
    read: Reader
    cues: tuple[str, ...] = ()
    needs_lead: bool = False


def rules_of(words: DateWords) -> Iterator[Rule]:
    """Give the rules of a language. A day may be followed by its part ("Monday morning", "Friday COB")."""
    weekday, month = _any_of(words.weekdays), _any_of(words.months)
    tail = rf"(?:,? (?:by |at |in the )?(?:{words.part_of_day}|{words.end_of_day})\b)?"
    number, nth = rf"\d{{1,3}}|{_any_of(words.numbers)}", _any_of(words.nth)
    year = r"(?:,? ?(?P<year>20\d\d)\b|[ -](?P<short>\d\d)\b(?!:))?"
    day_lead = rf"(?:(?:{weekday})\.?,? {{1,2}}(?:the )?)?"

    def rule(pattern: str, read: Reader, cues: Iterable[str] = (), needs_lead: bool = False) -> Rule:
        return Rule(re.compile(rf"(?<![\w/.])(?<!\d-)(?:{pattern})"), read, tuple(cues), needs_lead)

    yield rule(rf"(?:{words.today})\b{tail}|(?:{words.end_of_day})\b(?! (?:on |of )?(?:{weekday}|tomorrow))", _today)
    yield rule(rf"(?:{words.tomorrow})\b{tail}", _tomorrow, ("tom", "tm"))
    yield rule(rf"(?:{words.after_tomorrow})\b", _after_tomorrow, ("tomorrow",))
    yield rule(
        rf"(?:(?P<next>{words.next}) |(?:this|on) )?(?P<weekday>{weekday})\b(?:\.(?= \w))?(?! \d{{1,2}}\b)(?P<week> week\b)?{tail}",
        _weekday,
        words.weekdays,
    )
    yield rule(
        rf"(?:(?P<this>{words.this})|(?P<next>{words.next})) (?:business |working |calendar )?(?:(?P<week>{words.week})|(?P<weekend>{words.weekend})"
        rf"|(?P<month>{words.month})|(?P<quarter>{words.quarter})|(?P<yearword>{words.year}))\b(?! (?:of|commencing|starting|beginning|\d))",
        _named_period,
        ("week", "month", "quarter", "year"),
    )
    yield rule(
        rf"(?P<week>{words.end_of_week})\b|(?P<month>{words.end_of_month})\b|(?P<quarter>{words.end_of_quarter})\b|(?P<yearword>{words.end_of_year})\b"
        rf"|(?<=end of )(?:(?P<week2>{words.week})|(?P<month2>{words.month})|(?P<quarter2>{words.quarter})|(?P<year2>{words.year}))\b",
        _named_period,
        ("eo", "end"),
    )
    yield rule(
        rf"{day_lead}(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?(?: of)?[ -]?(?P<month>{month})\b(?:\.(?= ?\d))?{year}{tail}",
        _dated,
        words.months,
    )
    yield rule(
        rf"{day_lead}(?P<month>{month})\.?[ -]?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d){year}{tail}",
        _dated,
        words.months,
    )
    yield rule(r"(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b", _dated, ("20",))
    yield rule(
        rf"{day_lead}(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?:(?P<year>20\d\d)|(?P<short>\d\d))?(?![\d.])",
        _dated,
        (".",),
    )
    yield rule(
        rf"{day_lead}(?P<one>\d{{1,2}})/(?P<two>\d{{1,2}})/(?:(?P<year>20\d\d)|(?P<short>\d\d))\b", _slashed, ("/",)
    )
    yield rule(rf"{day_lead}(?P<one>\d{{1,2}})/(?P<two>\d{{1,2}})\b(?![/.%\"-]|\d)", _slashed, ("/",), needs_lead=True)
    yield rule(
        rf"{day_lead}(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b(?: (?:of )?(?P<which>this|next|the) {words.month}\b)?(?! (?:of )?(?:{month}|floor|century|edition|anniversary|week|order|time|year|quarter)\b)",
        _nth_day,
        ("st", "nd", "rd", "th"),
        needs_lead=True,
    )
    yield rule(
        rf"(?:(?P<next>{words.next}) )?(?P<month>{month})\b(?!\.? ?\d{{1,2}}\b(?!\d))(?P<year> 20\d\d\b)?",
        _month,
        words.months,
        needs_lead=True,
    )
    yield rule(
        rf"(?:the )?(?P<nth>{nth}) {words.week} (?:of|in) (?:the )?(?:(?P<month>{month})|(?P<next>next month)|(?:this )?month)\b(?P<year> 20\d\d\b)?",
        _nth_week,
        ("week",),
    )
    yield rule(
        r"(?:the )?(?:calendar week|cal\.? week|week|wk|cw|kw)\.? ?(?:no\.? ?)?(?P<week>\d{1,2})\b(?![%.]\d)(?:[ /](?P<year>20\d\d)\b)?",
        _numbered_week,
        ("w",),
    )
    yield rule(
        r"q(?P<quarter>[1-4])\b[ /]?(?P<year>20\d\d\b)?|(?:the )?(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th) quarter(?: (?:of )?(?P<year2>20\d\d))?\b",
        _quarter,
        ("q",),
        needs_lead=True,
    )
    yield rule(
        rf"(?:{words.within}) (?:the |about )?(?:next |coming |following )?(?P<n>{number})(?: more)?[ -](?:(?P<working>{words.working})[ -])?(?:(?P<hours>{words.hour_units})"
        rf"|(?P<days>{words.day_units})|(?P<weeks>{words.week_units}|fortnight)|(?P<months>{words.month_units}))\b(?:' time|'s time)?{_NOT_A_DEADLINE}",
        _span,
    )
    yield rule(
        rf"(?P<n>{number}) (?:(?P<working>{words.working}) )?(?:(?P<hours>{words.hour_units})|(?P<days>{words.day_units})|(?P<weeks>{words.week_units})|(?P<months>{words.month_units})) (?:{words.from_now})\b",
        _span,
        ("from",),
    )
    yield rule(
        rf"(?:{words.within}) (?:the )?(?:next )?(?:a )?(?P<some>{_any_of(words.some)}) (?:(?P<working>{words.working}) )?(?:(?P<days>{words.day_units})|(?P<weeks>{words.week_units}))\b{_NOT_A_DEADLINE}",
        _some_span,
        ("day", "week"),
    )
    yield rule(rf"within the (?:(?P<week>{words.week})|(?P<day>day|hour))\b(?! of)", _within_the, ("within the",))
    yield rule(
        rf"(?:the )?(?P<holiday>{_any_of(words.holidays)})(?: (?:day|eve|break|holidays?))?\b",
        _holiday,
        words.holidays,
        needs_lead=True,
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


def _group(match: re.Match[str], name: str) -> str:
    return (match.groupdict().get(name) or "").strip()


def _today(match: re.Match[str], now: Now) -> Period:
    return days.one(now.day)


def _tomorrow(match: re.Match[str], now: Now) -> Period:
    return days.one(now.day + timedelta(days=1))


def _after_tomorrow(match: re.Match[str], now: Now) -> Period:
    return days.one(now.day + timedelta(days=2))


def _weekday(match: re.Match[str], now: Now) -> Period:
    """Read a weekday as the coming one. On that very day it is today until noon and the next one after; both are said."""
    ahead = (now.words.weekdays[match["weekday"]] - now.day.weekday()) % 7
    coming = now.day + timedelta(days=ahead)
    if match["week"]:
        return days.one((coming if ahead else now.day) + timedelta(days=7))
    if match["next"] and "coming" not in match["next"]:
        of_next_week = days.next_week(now.day).first + timedelta(days=now.words.weekdays[match["weekday"]])
        return days.one(of_next_week, coming if ahead else None)
    if ahead:
        return days.one(coming)
    later = coming + timedelta(days=7)
    return days.one(later, coming) if now.at.hour >= NOON_HOUR else days.one(coming, later)


def _named_period(match: re.Match[str], now: Now) -> Period:
    """Read "this week", "next month", "EOQ"."""
    step = 1 if _group(match, "next") else 0
    if _group(match, "week") or _group(match, "week2"):
        return days.next_week(now.day) if step else days.week_of(now.day)
    if _group(match, "weekend"):
        return days.weekend_of(now.day + timedelta(days=7 * step))
    if _group(match, "month") or _group(match, "month2"):
        return _with_end(match, days.month_of(now.day.year, now.day.month + step))
    if _group(match, "quarter") or _group(match, "quarter2"):
        return _with_end(match, days.quarter_of(now.day.year, (now.day.month + 2) // 3 + step))
    return _with_end(match, days.year_of(now.day.year + step))


def _with_end(match: re.Match[str], period: Period) -> Period:
    """Give the last day alone when the word itself says the end ("EOM", "year end")."""
    word = match.group()
    return days.one(period.last) if word.startswith("eo") or "end" in word else period


def _dated(match: re.Match[str], now: Now) -> Period:
    month = now.words.months.get(match["month"]) or int(match["month"])
    return days.one(_on(int(match["day"]), month, match, now))


def _on(day: int, month: int, match: re.Match[str], now: Now) -> date:
    year, short = _group(match, "year"), _group(match, "short")
    if year or short:
        return date(int(year or "20" + short), month, day)
    return days.yearless(now.day, month, day)


def _slashed(match: re.Match[str], now: Now) -> Period | None:
    """Read 11/12 both ways, the way of the writer's zone first; 14/11 and 11/14 have one reading."""
    one, two = int(match["one"]), int(match["two"])
    readings = [(two, one), (one, two)] if _writes_month_first(now) else [(one, two), (two, one)]
    found = [_on(day, month, match, now) for day, month in readings if 1 <= month <= 12 and 1 <= day <= 31]
    return days.one(found[0], found[-1]) if found else None


def _writes_month_first(now: Now) -> bool:
    offset = now.at.utcoffset()
    low, high = MONTH_FIRST_ZONES_HOURS
    return offset is not None and low <= offset.total_seconds() / 3600 <= high


def _nth_day(match: re.Match[str], now: Now) -> Period:
    """Read "the 20th" as the next one: of this month while it is to come, else of the next."""
    day = int(match["day"])
    step = 1 if match["which"] == "next" or (not match["which"] and day < now.day.day) else 0
    month = days.month_of(now.day.year, now.day.month + step)
    return days.one(month.first.replace(day=day))


def _month(match: re.Match[str], now: Now) -> Period:
    month, year = now.words.months[match["month"]], _group(match, "year")
    if year:
        return days.month_of(int(year), month)
    meant = now.day.year + (1 if (now.day - days.month_of(now.day.year, month).last).days > 0 else 0)
    return days.month_of(meant, month)


def _nth_week(match: re.Match[str], now: Now) -> Period:
    month = (
        _month(match, now)
        if match["month"]
        else days.month_of(now.day.year, now.day.month + (1 if match["next"] else 0))
    )
    return days.nth_week(month, now.words.nth[match["nth"]])


def _numbered_week(match: re.Match[str], now: Now) -> Period:
    year, week = _group(match, "year"), int(match["week"])
    if year:
        return days.iso_week(int(year), week)
    period = days.iso_week(now.day.year, week)
    return days.iso_week(now.day.year + 1, week) if (now.day - period.last).days > days.PAST_DAYS else period


def _quarter(match: re.Match[str], now: Now) -> Period:
    quarter = int(match["quarter"] or now.words.nth[match["nth"]])
    year = _group(match, "year") or _group(match, "year2")
    if year:
        return days.quarter_of(int(year), quarter)
    period = days.quarter_of(now.day.year, quarter)
    return days.quarter_of(now.day.year + 1, quarter) if period.last < now.day else period


def _span(match: re.Match[str], now: Now) -> Period | None:
    count = now.words.numbers.get(match["n"]) or int(match["n"])
    if not 0 < count <= FARTHEST_UNITS:
        return None
    return days.one(_later(match, now, count))


def _some_span(match: re.Match[str], now: Now) -> Period:
    count, other = now.words.some[match["some"]]
    return days.one(_later(match, now, count), _later(match, now, other))


def _later(match: re.Match[str], now: Now, count: int) -> date:
    if _group(match, "hours"):
        return (now.at + timedelta(hours=count)).date()
    if _group(match, "weeks"):
        return now.day + timedelta(days=count * (14 if match["weeks"] == "fortnight" else 7))
    if _group(match, "months"):
        month = days.month_of(now.day.year, now.day.month + count)
        return month.first.replace(day=min(now.day.day, month.last.day))
    return days.working_days_on(now.day, count) if _group(match, "working") else now.day + timedelta(days=count)


def _within_the(match: re.Match[str], now: Now) -> Period:
    return days.one(now.day + timedelta(days=7)) if match["week"] else days.one(now.day)


def _holiday(match: re.Match[str], now: Now) -> Period:
    which = now.words.holidays[match["holiday"]]
    this_year = _feast(which, now.day.year)
    return days.one(this_year if this_year >= now.day else _feast(which, now.day.year + 1))


def _feast(which: str, year: int) -> date:
    if which == "easter":
        return days.easter_of(year)
    if which == "thanksgiving":
        return date(year, 11, 22 + (3 - date(year, 11, 22).weekday()) % 7)
    return date(year, 12, 25) if which == "christmas" else date(year, 1, 1)
