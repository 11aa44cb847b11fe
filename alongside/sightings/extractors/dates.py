"""Which day does a phrase such as "by next Friday" mean, against the mail's own date and zone?

A due date is a core (a weekday, a date, a week, "in ten days") with what stands before it ("by", "before", "the end of"). Dates
that look back ("since Monday", "your mail of 3 March") are no due dates. Whether anybody promised anything is not decided here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from alongside.sightings.contract import Due
from alongside.sightings.extractors import calendar_days as days
from alongside.sightings.extractors.calendar_days import Period
from alongside.sightings.extractors.date_words import ENGLISH, WORDS, DateWords

LONGEST_CHARS = 2_000
"""Characters of a stretch that are read, as in sentences.py."""

LEAD_CHARS = 48
"""Characters before a core in which "by the end of" is looked for."""

NOON_HOUR = 12
"""Hour of the writer's day from which "by Friday" on a Friday means the next one."""

MONTH_FIRST_ZONES_HOURS = (-10.0, -4.0)
"""Hours from UTC, Hawaii to US Eastern summer time: a writer there is read as month/day first."""

FARTHEST_UNITS = 400
"""Days, weeks or months: a larger figure is not a due date."""

_NOT_A_DEADLINE = r"(?! ?(?:net|of (?:the )?(?:invoice|receipt|delivery|b/l|shipment|order|bill)|from (?:the )?(?:invoice|date|receipt|delivery)|after|terms|payment|ago|late|before|prior)\b)"

_NOT_OF_DAYS = frozenset({"in", "over", "at"})
"""Words that do not belong to the day after them: "I'll fill you in tomorrow"."""

Reader = Callable[[re.Match[str], "_Now"], Period | None]


@dataclass(frozen=True, slots=True)
class _Now:
    """When the mail was written, in the writer's own zone, and the words of its language."""

    at: datetime
    words: DateWords

    @property
    def day(self) -> date:
        return self.at.date()


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    read: Reader
    cues: tuple[str, ...] = ()  # one of them must be there; none = always tried
    needs_lead: bool = False  # only after "by", "on", "before" ...


@dataclass(frozen=True, slots=True)
class _Grammar:
    rules: tuple[_Rule, ...]
    lead: re.Pattern[str]
    not_due: re.Pattern[str]


def due_dates(text: str, start: int, end: int, written_at: datetime, language: str = "en") -> list[Due]:
    """Read the due dates in text[start:end], in order, none overlapping. Days are days of the writer's zone. Never raises."""
    end = min(end, start + LONGEST_CHARS, len(text))
    stretch = text[start:end]
    plain = _same_length_lower(stretch)
    grammar, now = _grammar(language), _Now(written_at, WORDS.get(language, ENGLISH))
    dues: list[Due] = []
    for due in sorted(_readings(stretch, plain, start, grammar, now), key=lambda due: (due.start, -due.end)):
        if not dues or due.start >= dues[-1].end:
            dues.append(due)
    return dues


def _same_length_lower(stretch: str) -> str:
    plain = (
        "".join(low if len(low := char.lower()) == 1 else char for char in stretch)
        if not stretch.isascii()
        else stretch.lower()
    )
    return plain.replace("’", "'").replace("\n", " ").replace("\r", " ").replace("\t", " ").replace("\xa0", " ")


def _readings(stretch: str, plain: str, offset: int, grammar: _Grammar, now: _Now) -> Iterator[Due]:
    for rule in grammar.rules:
        if rule.cues and not any(cue in plain for cue in rule.cues):
            continue
        for core in rule.pattern.finditer(plain):
            due = _due(stretch, plain, core, rule, grammar, now)
            if due:
                yield Due(due.on, due.words, offset + due.start, offset + due.end, due.other_on)


def _due(stretch: str, plain: str, core: re.Match[str], rule: _Rule, grammar: _Grammar, now: _Now) -> Due | None:
    """Put the core and what leads up to it together, or give None when it is no due date."""
    lead = grammar.lead.search(plain, max(0, core.start() - LEAD_CHARS), core.start())
    if lead is None or grammar.not_due.search(plain, max(0, lead.start() - LEAD_CHARS), lead.start()):
        return None
    if not any(lead.groups()) and (rule.needs_lead or _is_doubtful(stretch, core, now.words)):
        return None
    if plain.startswith("'s ", core.end()):  # "Monday's meeting"
        return None
    try:
        period = rule.read(core, now)
        return _settled(stretch, core, lead, period) if period else None
    except (ValueError, OverflowError):  # 31 February, or a year that the calendar does not have
        return None


def _is_doubtful(stretch: str, core: re.Match[str], words: DateWords) -> bool:
    """Say whether the core is a word such as "may" or "sat" in small letters."""
    return any(word in words.doubtful for word in core.group().split()[:2]) and not any(
        char.isupper() or char.isdigit() for char in stretch[core.start() : core.end()]
    )


def _settled(stretch: str, core: re.Match[str], lead: re.Match[str], period: Period) -> Due:
    """Choose the day within the period: its end, its beginning, or the day before it."""
    on, other = _day_within(lead, period)
    if lead["before"] and not lead["end"]:
        on, other = _day_before(period)
    start = lead.start() + len(lead.group()) - len(lead.group().lstrip())
    if (
        period.kind == "day"
        and lead["during"] in _NOT_OF_DAYS
        and not lead["end"]
        and not any(map(str.isdigit, core.group()))
    ):
        start = core.start()
    return Due(on, stretch[start : core.end()], start, core.end(), None if other == on else other)


def _day_within(lead: re.Match[str], period: Period) -> tuple[date, date | None]:
    if lead["week_of"]:
        return days.week_of(period.last).last, None
    if lead["early"]:
        return days.early(period), None
    if lead["middle"]:
        return days.middle(period), None
    if period.kind == "weekend" and lead["by"]:
        return period.first - timedelta(days=1), period.last
    if period.kind in ("month", "quarter", "year") and not lead["end"]:
        return days.last_working(period.last), period.other or (period.first if lead["by"] else None)
    return period.last, period.other


def _day_before(period: Period) -> tuple[date, date | None]:
    eve = period.first - timedelta(days=1)
    return (days.last_working(eve), None) if period.kind != "day" else (eve, period.first)


@cache
def _grammar(language: str) -> _Grammar:
    words = WORDS.get(language, ENGLISH)
    return _Grammar(
        rules=tuple(_rules(words)), lead=_lead(words), not_due=re.compile(rf"\b(?:{words.not_due}) (?:the )?$")
    )


def _lead(words: DateWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?:(?P<by>{words.deadline})|(?P<before>{words.before})|(?P<during>{words.during}))(?: at)?(?: the latest)? {{1,3}})?"
        rf"(?:(?:{words.clock})(?: on| of|,)? {{1,2}})?"
        rf"(?:(?:the )?\b(?:(?P<eod>{words.end_of_day})|(?P<end>{words.end})|(?P<early>{words.early})|(?P<middle>{words.middle})"
        rf"|(?P<week_of>{words.week_of}))(?: on|,| of)?[ -]{{0,2}})?(?:the )?$"
    )


def _rules(words: DateWords) -> Iterator[_Rule]:
    """Give the rules of a language. A day may be followed by its part ("Monday morning", "Friday COB")."""
    weekday, month = _any_of(words.weekdays), _any_of(words.months)
    tail = rf"(?:,? (?:by |at |in the )?(?:{words.part_of_day}|{words.end_of_day})\b)?"
    number, nth = rf"\d{{1,3}}|{_any_of(words.numbers)}", _any_of(words.nth)
    year = r"(?:,? ?(?P<year>20\d\d)\b|[ -](?P<short>\d\d)\b(?!:))?"
    day_lead = rf"(?:(?:{weekday})\.?,? {{1,2}}(?:the )?)?"

    def rule(pattern: str, read: Reader, cues: object = (), needs_lead: bool = False) -> _Rule:
        return _Rule(re.compile(rf"(?<![\w/.])(?<!\d-)(?:{pattern})"), read, tuple(cues), needs_lead)  # type: ignore[call-overload]

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
        rf"{day_lead}(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?(?: of)?[ -]?(?P<month>{month})\b\.?{year}{tail}",
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


def _any_of(words: dict[str, object] | dict[str, int] | dict[str, str] | dict[str, tuple[int, int]]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


def _group(match: re.Match[str], name: str) -> str:
    return (match.groupdict().get(name) or "").strip()


def _today(match: re.Match[str], now: _Now) -> Period:
    return days.one(now.day)


def _tomorrow(match: re.Match[str], now: _Now) -> Period:
    return days.one(now.day + timedelta(days=1))


def _after_tomorrow(match: re.Match[str], now: _Now) -> Period:
    return days.one(now.day + timedelta(days=2))


def _weekday(match: re.Match[str], now: _Now) -> Period:
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


def _named_period(match: re.Match[str], now: _Now) -> Period:
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


def _dated(match: re.Match[str], now: _Now) -> Period:
    month = now.words.months.get(match["month"]) or int(match["month"])
    return days.one(_on(int(match["day"]), month, match, now))


def _on(day: int, month: int, match: re.Match[str], now: _Now) -> date:
    year, short = _group(match, "year"), _group(match, "short")
    if year or short:
        return date(int(year or "20" + short), month, day)
    return days.yearless(now.day, month, day)


def _slashed(match: re.Match[str], now: _Now) -> Period | None:
    """Read 11/12 both ways, the way of the writer's zone first; 14/11 and 11/14 have one reading."""
    one, two = int(match["one"]), int(match["two"])
    readings = [(two, one), (one, two)] if _writes_month_first(now) else [(one, two), (two, one)]
    found = [_on(day, month, match, now) for day, month in readings if 1 <= month <= 12 and 1 <= day <= 31]
    return days.one(found[0], found[-1]) if found else None


def _writes_month_first(now: _Now) -> bool:
    offset = now.at.utcoffset()
    low, high = MONTH_FIRST_ZONES_HOURS
    return offset is not None and low <= offset.total_seconds() / 3600 <= high


def _nth_day(match: re.Match[str], now: _Now) -> Period:
    """Read "the 20th" as the next one: of this month while it is to come, else of the next."""
    day = int(match["day"])
    step = 1 if match["which"] == "next" or (not match["which"] and day < now.day.day) else 0
    month = days.month_of(now.day.year, now.day.month + step)
    return days.one(month.first.replace(day=day))


def _month(match: re.Match[str], now: _Now) -> Period:
    month, year = now.words.months[match["month"]], _group(match, "year")
    if year:
        return days.month_of(int(year), month)
    meant = now.day.year + (1 if (now.day - days.month_of(now.day.year, month).last).days > 0 else 0)
    return days.month_of(meant, month)


def _nth_week(match: re.Match[str], now: _Now) -> Period:
    month = (
        _month(match, now)
        if match["month"]
        else days.month_of(now.day.year, now.day.month + (1 if match["next"] else 0))
    )
    return days.nth_week(month, now.words.nth[match["nth"]])


def _numbered_week(match: re.Match[str], now: _Now) -> Period:
    year, week = _group(match, "year"), int(match["week"])
    if year:
        return days.iso_week(int(year), week)
    period = days.iso_week(now.day.year, week)
    return days.iso_week(now.day.year + 1, week) if (now.day - period.last).days > days.PAST_DAYS else period


def _quarter(match: re.Match[str], now: _Now) -> Period:
    quarter = int(match["quarter"] or now.words.nth[match["nth"]])
    year = _group(match, "year") or _group(match, "year2")
    if year:
        return days.quarter_of(int(year), quarter)
    period = days.quarter_of(now.day.year, quarter)
    return days.quarter_of(now.day.year + 1, quarter) if period.last < now.day else period


def _span(match: re.Match[str], now: _Now) -> Period | None:
    count = now.words.numbers.get(match["n"]) or int(match["n"])
    if not 0 < count <= FARTHEST_UNITS:
        return None
    return days.one(_later(match, now, count))


def _some_span(match: re.Match[str], now: _Now) -> Period:
    count, other = now.words.some[match["some"]]
    return days.one(_later(match, now, count), _later(match, now, other))


def _later(match: re.Match[str], now: _Now, count: int) -> date:
    if _group(match, "hours"):
        return (now.at + timedelta(hours=count)).date()
    if _group(match, "weeks"):
        return now.day + timedelta(days=count * (14 if match["weeks"] == "fortnight" else 7))
    if _group(match, "months"):
        month = days.month_of(now.day.year, now.day.month + count)
        return month.first.replace(day=min(now.day.day, month.last.day))
    return days.working_days_on(now.day, count) if _group(match, "working") else now.day + timedelta(days=count)


def _within_the(match: re.Match[str], now: _Now) -> Period:
    return days.one(now.day + timedelta(days=7)) if match["week"] else days.one(now.day)


def _holiday(match: re.Match[str], now: _Now) -> Period:
    which = now.words.holidays[match["holiday"]]
    this_year = _feast(which, now.day.year)
    return days.one(this_year if this_year >= now.day else _feast(which, now.day.year + 1))


def _feast(which: str, year: int) -> date:
    if which == "easter":
        return days.easter_of(year)
    if which == "thanksgiving":
        return date(year, 11, 22 + (3 - date(year, 11, 22).weekday()) % 7)
    return date(year, 12, 25) if which == "christmas" else date(year, 1, 1)
