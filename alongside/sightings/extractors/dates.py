"""Which day does a phrase such as "by next Friday" mean, against the mail's own date and zone?

A due date is a core (a weekday, a date, a week, "in ten days") with what stands before it ("by", "before", "the end of"). Dates
that look back ("since Monday", "your mail of 3 March") are no due dates. Whether anybody promised anything is not decided here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from alongside.sightings.contract import Due
from alongside.sightings.extractors import calendar_days as days
from alongside.sightings.extractors.calendar_days import Period
from alongside.sightings.extractors.date_readers import Now, Rule
from alongside.sightings.extractors.date_rules import rules_of
from alongside.sightings.extractors.date_words import ENGLISH, WORDS, DateWords
from alongside.sightings.extractors.german_date_rules import german_rules_of
from alongside.sightings.extractors.sentences import plain_of

LONGEST_CHARS = 2_000
"""Characters of a stretch that are read, as in sentences.py."""

LEAD_CHARS = 48
"""Characters before a core in which "by the end of" is looked for."""

_SPACES = str.maketrans("\n\r\t\xa0", "    ")

_LONG = ("month", "quarter", "half", "year")
_UNTIL = re.compile("(?:until|till|bis) ", re.I)
"""What a later day may begin with so that the earlier one before it is the beginning of a range."""

_NOT_OF_DAYS = frozenset({"in", "over", "at"})
"""Words that do not belong to the day after them: "I'll fill you in tomorrow"."""


@dataclass(frozen=True, slots=True)
class _Grammar:
    words: DateWords
    rules: tuple[Rule, ...]
    cue: re.Pattern[str]
    lead: re.Pattern[str]
    not_due: re.Pattern[str]
    or_: re.Pattern[str]
    to: re.Pattern[str]
    to_or_and: re.Pattern[str]


class _Reading(NamedTuple):
    """A due date, and whether it only opens a range ("between Monday" and Friday): alone it is none."""

    due: Due
    opens_range: bool


def due_dates(text: str, start: int, end: int, written_at: datetime, language: str = "en") -> list[Due]:
    """Read the due dates in text[start:end], in order, none overlapping. Days are days of the writer's zone. Never raises."""
    end = min(end, start + LONGEST_CHARS, len(text))
    found = _dues(text[start:end], written_at.replace(tzinfo=None), written_at.utcoffset(), language)
    return [replace(due, start=start + due.start, end=start + due.end) for due in found] if start else list(found)


@lru_cache(maxsize=64)  # several extractors ask for the same sentence
def _dues(stretch: str, at: datetime, utc_offset: timedelta | None, language: str) -> tuple[Due, ...]:
    grammar = _grammar(language)
    plain = plain_of(stretch.translate(_SPACES))
    if not grammar.cue.search(plain):
        return ()
    found = _readings(stretch, plain, grammar, Now(at, utc_offset, grammar.words))
    kept: list[_Reading] = []
    for reading in sorted(found, key=lambda reading: (reading.due.start, -reading.due.end)):
        joined = _joined(kept[-1], reading.due, stretch, grammar) if kept else None
        if joined:
            kept[-1] = _Reading(joined, False)
        elif not kept or reading.due.start >= kept[-1].due.end:
            kept.append(reading)
    return tuple(reading.due for reading in kept if not reading.opens_range)


def _joined(earlier: _Reading, later: Due, stretch: str, grammar: _Grammar) -> Due | None:
    """Join "Thursday or Friday", "Monday to Friday" into one date: the later day holds, the earlier is its other reading."""
    first, between = earlier.due, stretch[earlier.due.end : later.start].lower()
    to = grammar.to_or_and if earlier.opens_range else grammar.to
    words = stretch[first.start : later.end]
    if grammar.or_.fullmatch(between):
        on, other = max(first.on, later.on), min(first.on, later.on)
    elif to.fullmatch(between) or (between == " " and _UNTIL.match(later.words)):
        on, other = (later.on if later.on > first.on else later.other_on or first.on), first.on
    else:
        return None
    return Due(on, words, first.start, later.end, other if on > other else None)


def _readings(stretch: str, plain: str, grammar: _Grammar, now: Now) -> Iterator[_Reading]:
    for rule in grammar.rules:
        if rule.cues and not _is_cued(rule.cues, plain):
            continue
        for core in rule.pattern.finditer(plain):
            reading = _reading(stretch, plain, core, rule, grammar, now)
            if reading:
                yield reading


def _is_cued(cues: tuple[str, ...], plain: str) -> bool:
    for cue in cues:  # noqa: SIM110 - any() over a generator takes three times as long, and this is asked thirty times a sentence
        if cue in plain:
            return True
    return False


def _reading(stretch: str, plain: str, core: re.Match[str], rule: Rule, grammar: _Grammar, now: Now) -> _Reading | None:
    """Put the core and what leads up to it together, or give None when it is no due date."""
    lead = grammar.lead.search(plain, max(0, core.start() - LEAD_CHARS), core.start())
    if lead is None or grammar.not_due.search(plain, max(0, lead.start() - LEAD_CHARS), lead.start()):
        return None
    leads = any(lead.groups()) and not (lead["during"] in _NOT_OF_DAYS and "weekday" in core.groupdict())
    if not leads and (rule.needs_lead or _is_doubtful(stretch, core, now.words)):  # "in the sun"
        return None
    if rule.needs_deadline and not (lead["by"] or lead["before"]):
        return None
    if plain.startswith("'s ", core.end()):  # "Monday's meeting"
        return None
    try:
        period = rule.read(core, now)
        if period is None or (lead["during"] == "for" and period.kind in _LONG):  # "the figures for October"
            return None
        return _Reading(
            _settled(stretch, core, lead, period), bool(lead["range"]) and not core.groupdict().get("first")
        )
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
    on = rf"(?:(?:{words.deadline}|{words.during}) )?(?:{words.articles})?"
    return _Grammar(
        words=words,
        rules=tuple(german_rules_of(words) if language == "de" else rules_of(words)),
        cue=re.compile(rf"\d|{words.cue}"),
        lead=_lead(words),
        not_due=re.compile(rf"\b(?:{words.not_due}) (?:{words.articles})?$"),
        or_=re.compile(rf",? (?:or|oder) {on}"),
        to=re.compile(rf"(?:{words.range_to}){on}"),
        to_or_and=re.compile(rf"(?:{words.range_to}|{words.range_and}){on}"),
    )


def _lead(words: DateWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?:(?P<by>{words.deadline})|(?P<before>{words.before})|(?P<during>{words.during})|(?P<range>{words.range_from})){words.latest} {{1,3}})?"
        rf"(?:(?:{words.clock})(?:{words.day_of_clock})? {{1,2}})?"
        rf"(?:(?:{words.articles})?\b(?:(?P<eod>{words.end_of_day})|(?P<end>{words.end})|(?P<early>{words.early})|(?P<middle>{words.middle})"
        rf"|(?P<week_of>{words.week_of}))(?:{words.day_of_clock})?[ -]{{0,2}})?(?:{words.articles})?$"
    )
