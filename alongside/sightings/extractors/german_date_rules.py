"""Which expressions name a day in German: "nächsten Freitag", "Ende der Woche", "KW 48", "in 14 Tagen"?

As in date_rules.py only the core is found here. What stands before it ("spätestens bis zum") is put to it in dates.py, and what day it is is
read in date_readers.py.
"""

import re
from collections.abc import Iterable, Iterator

from alongside.sightings.extractors import date_readers as read
from alongside.sightings.extractors.date_readers import Reader, Rule, any_word_of
from alongside.sightings.extractors.date_rules import figure_rules
from alongside.sightings.extractors.date_words import DateWords

_SINCE = r"(?! ?(?:nach|ab (?!heute|jetzt)|netto|zahlungsziel|her\b|alt\b|lang\b|vorher))"
"""What follows a span that is no deadline: "30 Tage nach Lieferung"."""


def german_rules_of(words: DateWords) -> Iterator[Rule]:
    """Give the rules for German. A day may be followed by its part or its hour ("Montagmorgen", "Freitag, 12 Uhr")."""
    weekday, month = any_word_of(words.weekdays), any_word_of(words.months)
    hour = r"\d{1,2}(?:[:.]\d\d)? ?(?:uhr|h)\b"
    tail = rf"(?:,? (?:am )?(?:{words.part_of_day})\b)?(?:,? (?:um |bis |gegen |ab )?{hour})?"
    number, nth = (
        rf"\d{{1,3}}|{any_word_of(words.numbers)}",
        r"(?P<nth>erste|zweite|dritte|vierte|letzte|[1-4]\.)[mnrs]?",
    )
    least = rf"(?:(?P<least>{number})(?: ?[-–] ?| bis | oder ))?"
    year = r"(?: ?(?P<year>20\d\d)\b| ?(?P<short>\d\d)\b(?![:.]| ?uhr))?"
    named = rf"(?:(?P<named>{weekday}|mo|di|mi|do|fr|sa|so)\.?,? {{1,2}}(?:den |dem |der )?)?"
    units = rf"(?:(?P<hours>{words.hour_units})|(?P<days>{words.day_units})|(?P<weeks>{words.week_units})|(?P<months>{words.month_units}))"
    next_week = r"(?:nächste[rn]?|kommende[rn]?) woche"

    def rule(
        pattern: str, read: Reader, cues: Iterable[str] = (), *, needs_lead: bool = False, needs_deadline: bool = False
    ) -> Rule:
        return Rule(re.compile(rf"(?<![\w/.])(?<!\d-)(?:{pattern})"), read, tuple(cues), needs_lead, needs_deadline)

    yield rule(
        rf"heute(?: (?:noch )?(?:{words.part_of_day})\b)?(?:,? (?:um |bis )?{hour})?|{words.end_of_day}", read.today
    )
    yield rule(rf"{hour}", read.today, ("uhr",), needs_deadline=True)
    yield rule(
        rf"(?<!guten )(?<!schönen )(?<!am )(?<!diesen )(?<!jeden )(?<!der )morgen\b{tail}", read.tomorrow, ("morgen",)
    )
    yield rule(rf"übermorgen\b{tail}", read.after_tomorrow, ("übermorgen",))
    yield rule(
        r"(?:heute|(?P<tomorrow>morgen)) in (?:einer woche|8 tagen|acht tagen)\b",
        read.day_weeks_on,
        ("in einer woche", "in 8 tagen", "in acht tagen"),
    )
    yield rule(
        rf"(?:(?P<in_next>{next_week}),? (?:am )?)?(?:(?P<after_next>übernächste[mnrs]?) |(?P<next>{words.next}) |diese[mnrs]? )?(?P<weekday>{weekday})"
        rf"(?:{words.part_of_day})?\b{tail}(?: (?:in )?(?:der )?(?:(?P<of_next>{next_week})|(?P<of_this>dieser woche)))?(?P<week> in einer woche)?",
        read.weekday,
        words.weekdays,
    )
    yield rule(rf"(?P<weekday>{weekday}) in (?P<n>{number}) wochen\b", read.weekday_weeks_on, ("wochen",))
    yield rule(
        rf"(?:(?P<after_next>übernächste[mnrs]?)|(?P<next>{words.next})|(?:{words.this})) (?:(?P<week>{words.week})|(?P<weekend>{words.weekend})"
        rf"|(?P<month>{words.month})|(?P<quarter>{words.quarter})|(?P<yearword>{words.year}))\b(?! (?:montag|dienstag|mittwoch|donnerstag|freitag|am (?:montag|dienstag|mittwoch|donnerstag|freitag)))",
        read.named_period,
        ("woche", "monat", "quartal", "jahr"),
    )
    yield rule(
        rf"(?P<month>{words.end_of_month})\b|(?P<quarter>{words.end_of_quarter})\b|(?P<yearword>{words.end_of_year})\b",
        read.named_period,
        ("ende", "ultimo"),
    )
    yield rule(rf"(?P<weekend>{words.weekend})\b", read.named_period, ("wochenende",), needs_lead=True)
    yield rule(
        rf"(?<=der )(?P<week2>{words.week})\b|(?<=des )(?:(?P<month2>{words.month})|(?P<quarter2>{words.quarter})|(?P<year2>{words.year}))\b",
        read.named_period,
        ("ende", "anfang", "mitte", "beginn"),
        needs_lead=True,
    )
    yield rule(
        rf"{named}(?:(?P<first>\d{{1,2}})\.?(?: ?[-–] ?| bis | bis zum | und | oder )(?:dem )?)?(?P<day>\d{{1,2}})\. ?(?P<month>{month})\b(?:\.(?= ?\d))?{year}{tail}",
        read.dated,
        words.months,
    )
    yield from figure_rules(named, tail)
    yield rule(
        rf"{named}(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})(?![\d.%]| ?(?:mm|cm|kg|m\b|t\b|eur|€|uhr|prozent))",
        read.dated,
        (".",),
        needs_deadline=True,
    )
    yield rule(r"(?P<day>\d{1,2})\.(?=[ ,;)]*$|[,;)])", read.nth_day, (".",), needs_lead=True)
    yield rule(
        rf"(?P<month>{month})\b(?!\.? ?\d{{1,2}}\b(?!\d))(?P<year> 20\d\d\b)?",
        read.month,
        words.months,
        needs_lead=True,
    )
    yield rule(
        rf"{nth} (?:woche (?:im |des |in )?(?:(?P<month>{month})s?|(?P<next>nächsten monats?)|monats?)|(?P<month2>{month})woche)\b(?P<year> 20\d\d\b)?",
        read.nth_week,
        ("woche",),
    )
    yield rule(
        r"(?:kw|kalenderwoche|woche)\.? ?(?P<week>\d{1,2})\b(?![%.]\d)(?:[ /](?P<year>20\d\d)\b)?",
        read.numbered_week,
        ("kw", "woche"),
    )
    yield rule(
        rf"q(?P<quarter>[1-4])(?:[ /'-]{{0,2}}(?P<year>20\d\d|\d\d)\b|\b)|{nth} quartals?(?: (?P<year2>20\d\d))?\b",
        read.quarter,
        ("q",),
        needs_lead=True,
    )
    yield rule(
        rf"h(?P<half>[12])(?:[ /'-]{{0,2}}(?P<year>20\d\d|\d\d)\b|\b)|{nth} (?:halbjahre?s?|jahreshälfte)(?: (?P<year2>20\d\d))?\b",
        read.half,
        ("h1", "h2", "halbjahr", "jahresh"),
        needs_lead=True,
    )
    yield rule(
        rf"(?:{words.within}) (?:den |der )?(?:nächsten |kommenden )?{least}(?P<n>{number}) ?(?:(?P<working>{words.working}))?{units}\b{_SINCE}",
        read.span,
        ("tag", "woche", "monat", "stunde", "std"),
    )
    yield rule(r"in einem halben jahr\b", read.half_year_on, ("halben jahr",))
    yield rule(
        rf"(?:{words.within}) (?:den )?(?P<some>{any_word_of(words.some)}) (?:(?P<working>{words.working}))?(?:(?P<days>tagen)|(?P<weeks>wochen))\b",
        read.some_span,
        ("tagen", "wochen"),
    )
    yield rule(rf"(?P<holiday>{any_word_of(words.holidays)})\b", read.holiday, words.holidays, needs_lead=True)
