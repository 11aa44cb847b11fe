"""Which expressions name a day in English: weekdays, dates, weeks, spans of days?

Only the core of a date is found here; what stands before it ("by", "the end of") is put to it in dates.py, and what day it is is read in
date_readers.py. The German expressions are in german_date_rules.py.
"""

import re
from collections.abc import Iterable, Iterator

from alongside.sightings.extractors import date_readers as read
from alongside.sightings.extractors.date_readers import Reader, Rule, any_word_of
from alongside.sightings.extractors.date_words import DateWords

_NOT_A_DEADLINE = (
    r"(?! ?(?:net|of (?:the )?(?:invoice|receipt|delivery|b/l|shipment|order|bill)|from (?:the )?(?:invoice|date|receipt|delivery)"
    r"|after|terms|payment|ago|late|before|prior)\b)"
)


def rules_of(words: DateWords) -> Iterator[Rule]:
    """Give the rules of a language. A day may be followed by its part ("Monday morning", "Friday COB")."""
    weekday, month = any_word_of(words.weekdays), any_word_of(words.months)
    hour = r"\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.m\.|[ap]m\b|o'clock|h\b|hrs\b)"
    tail = (
        rf"(?:,? (?:by |at |in the |around )?(?:{words.part_of_day}|{words.end_of_day})\b|,? (?:at |by |around )?{hour}|,? at \d{{1,2}}[:.]\d\d\b)?"
        r"(?: at the latest| latest)?"
    )
    number, nth = rf"\d{{1,3}}|{any_word_of(words.numbers)}", any_word_of(words.nth)
    least = rf"(?:(?P<least>{number})(?: ?[-–] ?| to | or ))?"
    year = r"(?:,? ?(?P<year>20\d\d)\b|[ -](?P<short>\d\d)\b(?!:))?"
    any_year = r"[ /'-]{0,2}(?P<year>20\d\d|\d\d)\b|\b"
    day_lead = rf"(?:(?P<named>{weekday})\.?,? {{1,2}}(?:the )?)?"
    first = rf"(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th|\.)?(?:{words.range_to}|{words.range_and}| or )(?:the )?)?"
    units = rf"(?:(?P<hours>{words.hour_units})|(?P<days>{words.day_units})|(?P<weeks>{words.week_units}|fortnights?)|(?P<months>{words.month_units}))"
    next_week = rf"(?:{words.next}) {words.week}"

    def rule(
        pattern: str, read: Reader, cues: Iterable[str] = (), *, needs_lead: bool = False, needs_deadline: bool = False
    ) -> Rule:
        return Rule(re.compile(rf"(?<![\w/.])(?<!\d-)(?:{pattern})"), read, tuple(cues), needs_lead, needs_deadline)

    yield rule(
        rf"(?:{words.today})\b{tail}|(?:{words.end_of_day})\b(?! (?:on |of )?(?:{weekday}|tomorrow))",
        read.today,
        ("today", "this", "tonight", "eo", "end", "close", "cob"),
    )
    yield rule(
        rf"{hour}|\d{{1,2}}:\d\d\b", read.today, (":", "am", "pm", "a.m", "p.m", "o'c", "hrs"), needs_deadline=True
    )
    yield rule(rf"(?:{words.tomorrow})\b{tail}", read.tomorrow, ("tom", "tm"))
    yield rule(rf"(?:{words.after_tomorrow})\b", read.after_tomorrow, ("tomorrow",))
    yield rule(r"(?:today|(?P<tomorrow>tomorrow)) week\b", read.day_weeks_on, ("today week", "tomorrow week"))
    yield rule(
        rf"(?:(?P<in_next>{next_week}),? (?:on )?)?(?:(?P<next>{words.next}) |(?:this|on) )?(?P<weekday>{weekday})\b(?:\.(?= \w))?"
        rf"(?! \d{{1,2}}\b(?! ?(?:[ap]\.?m|h\b|hrs|:|o'clock)))(?P<week> week\b)?{tail}(?:,? (?:of )?(?:(?P<of_next>{next_week})|(?P<of_this>this {words.week}))\b)?",
        read.weekday,
        words.weekdays,
    )
    yield rule(
        rf"(?P<n>{number}) (?:(?P<fortnight>fortnights?)|weeks?) (?:on|from|after) (?P<weekday>{weekday})\b{tail}",
        read.weekday_weeks_on,
        ("week", "fortnight"),
    )
    yield rule(rf"the {words.week} after next\b", read.week_after_next, ("after next",))
    yield rule(
        rf"(?:(?P<this>{words.this})|(?P<next>{words.next})) (?:business |working |calendar )?(?:(?P<week>{words.week})|(?P<weekend>{words.weekend})"
        rf"|(?P<month>{words.month})|(?P<quarter>{words.quarter})|(?P<yearword>{words.year}))\b(?! (?:of|commencing|starting|beginning|after next|\d))",
        read.named_period,
        ("week", "month", "quarter", "year"),
    )
    yield rule(
        rf"(?P<week>{words.end_of_week})\b|(?P<month>{words.end_of_month})\b|(?P<quarter>{words.end_of_quarter})\b|(?P<yearword>{words.end_of_year})\b"
        rf"|(?<=end of )(?:(?P<week2>{words.week})|(?P<month2>{words.month})|(?P<quarter2>{words.quarter})|(?P<year2>{words.year}))\b",
        read.named_period,
        ("eo", "end"),
    )
    yield rule(
        rf"{day_lead}{first}(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?(?: of)?[ -]?(?P<month>{month})\b(?:\.(?= ?\d))?{year}{tail}",
        read.dated,
        words.months,
    )
    yield rule(
        rf"{day_lead}(?P<month>{month})\.?[ -]?{first}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d){year}{tail}",
        read.dated,
        words.months,
    )
    yield from figure_rules(day_lead, tail)
    yield rule(
        rf"{day_lead}(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b(?: (?:of )?(?P<which>this|next|the) {words.month}\b)?"
        rf"(?! (?:of )?(?:{month}|floor|century|edition|anniversary|week|order|time|year|quarter)\b){tail}",
        read.nth_day,
        ("1st", "2nd", "3rd", *(f"{figure}th" for figure in range(10))),
        needs_lead=True,
    )
    yield rule(
        rf"(?:(?P<next>{words.next}) )?(?P<month>{month})\b(?!\.? ?\d{{1,2}}\b(?!\d))(?P<year> 20\d\d\b)?",
        read.month,
        words.months,
        needs_lead=True,
    )
    yield rule(
        rf"(?:the )?(?P<nth>{nth}) {words.week} (?:of|in) (?:the )?(?:(?P<month>{month})|(?P<next>next month)|(?:this )?month)\b(?P<year> 20\d\d\b)?",
        read.nth_week,
        ("week",),
    )
    yield rule(
        r"(?:the )?(?:calendar week|cal\.? week|week|wk|cw|kw)\.? ?(?:no\.? ?)?(?P<week>\d{1,2})\b(?![%.]\d)(?:[ /](?P<year>20\d\d)\b)?",
        read.numbered_week,
        ("w",),
    )
    yield rule(
        rf"q(?P<quarter>[1-4])(?:{any_year})"
        r"|(?:the )?(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th) quarter(?: (?:of )?(?P<year2>20\d\d))?\b",
        read.quarter,
        ("q",),
        needs_lead=True,
    )
    yield rule(
        rf"h(?P<half>[12])(?:{any_year})"
        r"|(?:the )?(?P<nth>first|second|1st|2nd) half of (?:(?:the year )?(?P<year2>20\d\d)|(?P<next>next year)|(?:the|this) year)\b",
        read.half,
        ("h1", "h2", "half of"),
        needs_lead=True,
    )
    yield rule(
        rf"(?:{words.within}) (?:the |about )?(?:next |coming |following )?{least}(?P<n>{number})(?: more)?[ -](?:(?P<working>{words.working})[ -])?{units}\b"
        rf"(?:' time|'s time)?{_NOT_A_DEADLINE}",
        read.span,
        ("day", "week", "wk", "month", "hour", "hr", "fortnight"),
    )
    yield rule(rf"(?:{words.within}) half a year\b", read.half_year_on, ("half a year",))
    yield rule(
        rf"(?P<n>{number}) (?:(?P<working>{words.working}) )?{units} (?:{words.from_now})\b",
        read.span,
        ("from",),
    )
    yield rule(
        rf"(?:{words.within}) (?:the )?(?:next )?(?:a )?(?P<some>{any_word_of(words.some)}) (?:(?P<working>{words.working}) )?"
        rf"(?:(?P<days>{words.day_units})|(?P<weeks>{words.week_units}))\b{_NOT_A_DEADLINE}",
        read.some_span,
        ("day", "week"),
    )
    yield rule(rf"within the (?:(?P<week>{words.week})|(?P<day>day|hour))\b(?! of)", read.within_the, ("within the",))
    yield rule(
        rf"(?:the )?(?P<holiday>{any_word_of(words.holidays)})(?: (?:day|break|holidays?))?\b",
        read.holiday,
        words.holidays,
        needs_lead=True,
    )


def figure_rules(day_lead: str, tail: str) -> Iterator[Rule]:
    """Give the rules for dates in figures alone, which every language writes: 2025-12-05, 5.12., 5.12.2025, 5/12, 12/5/25."""

    def rule(pattern: str, read: Reader, cue: str, *, needs_lead: bool = False) -> Rule:
        return Rule(re.compile(rf"(?<![\w/.])(?<!\d-)(?:{pattern})"), read, (cue,), needs_lead)

    yield rule(r"(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b", read.dated, "20")
    yield rule(
        rf"{day_lead}(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?:(?P<year>20\d\d)|(?P<short>\d\d))?(?!\d|\.\d){tail}",
        read.dated,
        ".",
    )
    yield rule(
        rf"{day_lead}(?P<one>\d{{1,2}})/(?P<two>\d{{1,2}})/(?:(?P<year>20\d\d)|(?P<short>\d\d))\b{tail}",
        read.slashed,
        "/",
    )
    yield rule(
        rf"{day_lead}(?P<one>\d{{1,2}})/(?P<two>\d{{1,2}})\b(?!\.\d|[/%\"-]|\d){tail}",
        read.slashed,
        "/",
        needs_lead=True,
    )
