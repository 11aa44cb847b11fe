"""Which day does a phrase such as "by next Friday" mean, against the mail's own date and zone?

A due date is a core (a weekday, a date, a week, "in ten days") with what stands before it ("by", "before", "the end of"). Dates
that look back ("since Monday", "your mail of 3 March") are no due dates. Whether anybody promised anything is not decided here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from alongside.sightings.contract import Due
from alongside.sightings.extractors import calendar_days as days
from alongside.sightings.extractors.calendar_days import Period
from alongside.sightings.extractors.date_rules import Now, Rule, rules_of
from alongside.sightings.extractors.date_words import ENGLISH, WORDS, DateWords
from alongside.sightings.extractors.sentences import plain_of

LONGEST_CHARS = 2_000
"""Characters of a stretch that are read, as in sentences.py."""

LEAD_CHARS = 48
"""Characters before a core in which "by the end of" is looked for."""

_SPACES = str.maketrans("\n\r\t\xa0", "    ")

_LONG = ("month", "quarter", "year")
_OR = re.compile(r",? or (?:on |by )?", re.I)

_NOT_OF_DAYS = frozenset({"in", "over", "at"})
"""Words that do not belong to the day after them: "I'll fill you in tomorrow"."""


@dataclass(frozen=True, slots=True)
class _Grammar:
    rules: tuple[Rule, ...]
    lead: re.Pattern[str]
    not_due: re.Pattern[str]


def due_dates(text: str, start: int, end: int, written_at: datetime, language: str = "en") -> list[Due]:
    """Read the due dates in text[start:end], in order, none overlapping. Days are days of the writer's zone. Never raises."""
    end = min(end, start + LONGEST_CHARS, len(text))
    stretch = text[start:end]
    plain = plain_of(stretch.translate(_SPACES))
    grammar, now = _grammar(language), Now(written_at, WORDS.get(language, ENGLISH))
    dues: list[Due] = []
    for due in sorted(_readings(stretch, plain, start, grammar, now), key=lambda due: (due.start, -due.end)):
        if not dues:
            dues.append(due)
        elif joined := _joined(dues[-1], due, text[dues[-1].end : due.start]):
            dues[-1] = joined
        elif due.start >= dues[-1].end:
            dues.append(due)
    return dues


def _joined(earlier: Due, later: Due, between: str) -> Due | None:
    """Join "Thursday or Friday" into one date: the later day holds, the earlier is its other reading."""
    if not _OR.fullmatch(between):
        return None
    on, other = max(earlier.on, later.on), min(earlier.on, later.on)
    return Due(on, f"{earlier.words}{between}{later.words}", earlier.start, later.end, None if on == other else other)


def _readings(stretch: str, plain: str, offset: int, grammar: _Grammar, now: Now) -> Iterator[Due]:
    for rule in grammar.rules:
        if rule.cues and not any(cue in plain for cue in rule.cues):
            continue
        for core in rule.pattern.finditer(plain):
            due = _due(stretch, plain, core, rule, grammar, now)
            if due:
                yield Due(due.on, due.words, offset + due.start, offset + due.end, due.other_on)


def _due(stretch: str, plain: str, core: re.Match[str], rule: Rule, grammar: _Grammar, now: Now) -> Due | None:
    """Put the core and what leads up to it together, or give None when it is no due date."""
    lead = grammar.lead.search(plain, max(0, core.start() - LEAD_CHARS), core.start())
    if lead is None or grammar.not_due.search(plain, max(0, lead.start() - LEAD_CHARS), lead.start()):
        return None
    leads = any(lead.groups()) and not (lead["during"] in _NOT_OF_DAYS and "weekday" in core.groupdict())
    if not leads and (rule.needs_lead or _is_doubtful(stretch, core, now.words)):  # "in the sun"
        return None
    if plain.startswith("'s ", core.end()):  # "Monday's meeting"
        return None
    try:
        period = rule.read(core, now)
        if period is None or (lead["during"] == "for" and period.kind in _LONG):  # "the figures for October"
            return None
        return _settled(stretch, core, lead, period)
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
    start = (
        core.start() if _is_loose(lead, core, period) else lead.start() + len(lead.group()) - len(lead.group().lstrip())
    )
    return Due(on, stretch[start : core.end()], start, core.end(), None if other == on else other)


def _is_loose(lead: re.Match[str], core: re.Match[str], period: Period) -> bool:
    """Say whether the word before a bare day belongs to what stands before it."""
    is_bare = period.kind == "day" and not lead["end"] and not any(map(str.isdigit, core.group()))
    return is_bare and lead["during"] in _NOT_OF_DAYS


def _day_within(lead: re.Match[str], period: Period) -> tuple[date, date | None]:
    if lead["week_of"]:
        return days.week_of(period.last).last, None
    if lead["early"]:
        return days.early(period), None
    if lead["middle"]:
        return days.middle(period), None
    if period.kind == "weekend" and lead["by"]:
        return period.first - timedelta(days=1), period.last
    if period.kind in _LONG and not lead["end"]:
        return days.last_working(period.last), period.other or (period.first if lead["by"] else None)
    return period.last, period.other


def _day_before(period: Period) -> tuple[date, date | None]:
    eve = period.first - timedelta(days=1)
    return (days.last_working(eve), None) if period.kind != "day" else (eve, period.first)


@cache
def _grammar(language: str) -> _Grammar:
    words = WORDS.get(language, ENGLISH)
    return _Grammar(
        rules=tuple(rules_of(words)), lead=_lead(words), not_due=re.compile(rf"\b(?:{words.not_due}) (?:the )?$")
    )


def _lead(words: DateWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?:(?P<by>{words.deadline})|(?P<before>{words.before})|(?P<during>{words.during}))(?: at)?(?: the latest)? {{1,3}})?"
        rf"(?:(?:{words.clock})(?: on| of|,)? {{1,2}})?"
        rf"(?:(?:the )?\b(?:(?P<eod>{words.end_of_day})|(?P<end>{words.end})|(?P<early>{words.early})|(?P<middle>{words.middle})"
        rf"|(?P<week_of>{words.week_of}))(?: on|,| of)?[ -]{{0,2}})?(?:the )?$"
    )
