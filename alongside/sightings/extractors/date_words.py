"""The words in which a language speaks of days: one table a language. What day they mean is reckoned in dates.py."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of one language in lower case. A string is a piece of a regular expression without groups of its own."""

    weekdays: dict[str, int]  # word -> 0 Monday to 6 Sunday
    months: dict[str, int]  # word -> 1 to 12
    doubtful: frozenset[
        str
    ]  # day and month words that are also other words: read only with a capital or after a preposition
    numbers: dict[str, int]
    nth: dict[str, int]  # 0 is the last
    today: str
    tomorrow: str
    after_tomorrow: str
    part_of_day: str
    end_of_day: str
    this: str
    next: str
    week: str
    weekend: str
    month: str
    quarter: str
    year: str
    end_of_week: str
    end_of_month: str
    end_of_quarter: str
    end_of_year: str
    cue: str  # one of these must be there, or a figure, or there is no date
    articles: str  # the
    latest: str  # after a deadline's word: at the latest
    day_of_clock: str  # between the hour and the day
    clock: str  # noon, 5 pm, first thing: the hour before or after the day
    deadline: str  # by, until, no later than
    before: str
    during: str  # on, in, for
    within: str
    end: str
    early: str
    middle: str
    week_of: str
    range_from: str  # what opens a range: between
    range_to: str  # what stands between its ends
    range_and: str  # and, where "between" opened it
    not_due: str  # words before a date that make it no due date: since, last, dated
    hour_units: str
    day_units: str
    week_units: str
    month_units: str
    working: str
    from_now: str
    some: dict[str, tuple[int, int]]  # "a few" -> (days, other reading)
    holidays: dict[str, str]  # name -> feast, see feasts.py


def _numbered(table: str, *, first: int) -> dict[str, int]:
    """Number the words of "monday mon|tuesday tue": both names of a day have its number."""
    return {word: number for number, names in enumerate(table.split("|"), first) for word in names.split()}


ENGLISH = DateWords(
    weekdays=_numbered(
        "monday mon|tuesday tues tue|wednesday weds wed|thursday thurs thur thu|friday fri|saturday sat|sunday sun",
        first=0,
    ),
    months=_numbered(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec",
        first=1,
    ),
    doubtful=frozenset(
        {"mon", "wed", "sat", "sun", "march", "mar", "may", "jan", "apr", "jun", "sep", "dec", "august"}
    ),
    numbers={
        "a": 1,
        "an": 1,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "twelve": 12,
        "fourteen": 14,
        "fifteen": 15,
        "twenty": 20,
        "thirty": 30,
    },
    nth={
        "first": 1,
        "1st": 1,
        "second": 2,
        "2nd": 2,
        "third": 3,
        "3rd": 3,
        "fourth": 4,
        "4th": 4,
        "last": 0,
        "final": 0,
    },
    today=r"later (?:on )?today|today|tonight|this (?:very )?(?:morning|afternoon|evening)",
    tomorrow=r"tomorrow|tomorow|tmrw|tmw",
    after_tomorrow=r"(?:the )?day after tomorrow",
    part_of_day=r"first thing|(?:early |late |mid[- ]?)?(?:morning|afternoon|evening)|night|noon|midday|lunch ?time|a\.?m\b\.?|p\.?m\b\.?",
    end_of_day=r"(?<!at the )end of (?:the |my |your |our )?(?:business )?(?:day|business)|close of (?:business|play)|eod|cob|eob",
    this=r"this|the current|current|the",
    next=r"next|the next|the coming|coming|this coming|the following",
    week=r"week",
    weekend=r"weekend",
    month=r"month",
    quarter=r"quarter",
    year=r"year",
    end_of_week=r"eow|week'?s end",
    end_of_month=r"eom|month[- ]?end",
    end_of_quarter=r"eoq|quarter[- ]?end",
    end_of_year=r"eoy|year[- ]?end|year's end",
    cue=r"day|week|month|quarter|year|half|tom|tmrw|tmw|night|this |eo[bdwmqy]\b|cob\b|close|noon|hour|hrs|fortnight|mon\b|tue|wed|thu|fri\b|sat\b|sun\b"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|wks?\b|mas\b|easter|thanks|whit|pentecost|epiphany",
    articles=r"\bthe ",
    latest=r"(?: at)?(?: the latest)?",
    day_of_clock=r" on| of|,",
    clock=r"(?:12 )?noon|midday|lunch ?time|first thing|\d{1,2}(?:[:.]\d\d)? ?(?:a\.?m\.?|p\.?m\.?|o'clock|h|hrs)",
    deadline=r"by|no later than|not later than|at the latest by|latest by|latest on|latest|until|till|up to|due by|due on|due|as late as|on or before",
    before=r"before|prior to|ahead of|in advance of",
    during=r"on|in|during|for|at|over|sometime|some time|sometime in|later|any ?time|around|about",
    within=r"within|in|over|inside|inside of|not later than|no later than|in less than|in under",
    end=r"(?:the )?(?:very )?(?:end|close) of|end|late in|late|later in|later|(?:the )?(?:second half|latter part|last days) of",
    early=r"early in|early|(?:the )?(?:beginning|start|first days|first part) of|beginning",
    middle=r"mid|mid-|middle of|the middle of|the first half of|first half of",
    week_of=r"(?:the )?week (?:of|commencing|starting|beginning)|w/c|wc",
    range_from=r"from|between",
    range_to=r" ?[-–—] ?| to | until | till | through | thru ",
    range_and=r" and ",
    not_due=r"since|last|dated|after|past|every|each|previous|of|as of|yesterday|back in|starting|following|as per|per|than",
    hour_units=r"hours?|hrs?",
    day_units=r"days?",
    week_units=r"weeks?|wks?",
    month_units=r"months?",
    working=r"working|business|work|week",
    from_now=r"from (?:now|today)",
    some={"couple of": (2, 3), "couple": (2, 3), "few": (3, 5), "coming": (3, 5), "next": (3, 5)},
    holidays={
        "christmas": "christmas",
        "christmas day": "christmas",
        "xmas": "christmas",
        "x-mas": "christmas",
        "the holidays": "christmas",
        "christmas eve": "christmas_eve",
        "boxing day": "boxing_day",
        "new year's eve": "new_years_eve",
        "new years eve": "new_years_eve",
        "new year's": "new_year",
        "new years": "new_year",
        "new year": "new_year",
        "epiphany": "epiphany",
        "good friday": "good_friday",
        "easter": "easter",
        "easter sunday": "easter",
        "easter monday": "easter_monday",
        "ascension day": "ascension",
        "whitsun": "whit_sunday",
        "pentecost": "whit_sunday",
        "whit monday": "whit_monday",
        "thanksgiving": "thanksgiving",
        "memorial day": "memorial_day",
        "independence day": "independence_day",
        "labor day": "labor_day",
        "may day": "may_day",
    },
)

GERMAN = DateWords(
    weekdays=_numbered("montag|dienstag|mittwoch|donnerstag|freitag|samstag sonnabend|sonntag", first=0),
    months=_numbered(
        "januar jänner jan|februar feber feb|märz mrz|april apr|mai|juni jun|juli jul|august aug|september sept sep|oktober okt|november nov"
        "|dezember dez",
        first=1,
    ),
    doubtful=frozenset(),
    numbers={
        "einem": 1,
        "einer": 1,
        "einen": 1,
        "ein": 1,
        "zwei": 2,
        "drei": 3,
        "vier": 4,
        "fünf": 5,
        "sechs": 6,
        "sieben": 7,
        "acht": 8,
        "neun": 9,
        "zehn": 10,
        "zwölf": 12,
        "vierzehn": 14,
        "zwanzig": 20,
        "dreißig": 30,
    },
    nth={"erste": 1, "1.": 1, "zweite": 2, "2.": 2, "dritte": 3, "3.": 3, "vierte": 4, "4.": 4, "letzte": 0},
    today=r"heute",
    tomorrow=r"morgen",
    after_tomorrow=r"übermorgen",
    part_of_day=r"früh|morgen|vormittag|mittag|nachmittag|abend|nacht",
    end_of_day=r"(?:ende des (?:arbeits)?tages|tagesende|feierabend|dienstschluss|geschäftsschluss|büroschluss)",
    this=r"diese[mnrs]?|laufende[mnrs]?",
    next=r"nächste[mnrs]?|kommende[mnrs]?",
    week=r"woche",
    weekend=r"wochenende",
    month=r"monats?",
    quarter=r"quartals?",
    year=r"jahr(?:es)?",
    end_of_week=r"wochenende",
    end_of_month=r"monatsende|ultimo",
    end_of_quarter=r"quartalsende",
    end_of_year=r"jahresende",
    cue=r"tag|morgen|woche|monat|quartal|halbjahr|jahr|heute|abend|mittag|schluss|stunde|kw|januar|jänner|februar|märz|april|mai|juni|juli|august"
    r"|september|oktober|november|dezember|weihnacht|oster|pfingst|silvester|neujahr|himmelfahrt|sonnabend|mittwoch|ultimo|allerheiligen|nikolaus",
    articles=r"\b(?:der|dem|den|des|die|das) ",
    latest=r"(?: spätestens)?(?: zum| zur)?",
    day_of_clock=r" am|,",
    clock=r"mittags|\d{1,2}(?:[:.]\d\d)? ?uhr",
    deadline=r"spätestens (?:bis|am|zum)|spätestens|bis (?:spätestens|zum|zur|am|in der)|bis|zum|noch vor",
    before=r"vor|noch vor",
    during=r"am|im|in|um|für|gegen|den|an|ab dem|zu|zur",
    within=r"in|innerhalb(?: von)?|binnen",
    end=r"(?:zum |gegen |am )?(?:ende|schluss)",
    early=r"(?:zum |zu |gleich )?(?:anfang|beginn)",
    middle=r"mitte|erste hälfte",
    week_of=r"woche vom|woche ab",
    range_from=r"vom|von|zwischen",
    range_to=r" ?[-–—] ?| bis | bis zum ",
    range_and=r" und ",
    not_due=r"seit|letzte[mnrs]?|vergangene[mnrs]?|vorige[mnrs]?|jede[mnrs]?|ab|nach|gestern|datiert|pro|je|als",
    hour_units=r"stunden?|std\.?",
    day_units=r"tag(?:en|e)?",
    week_units=r"wochen?",
    month_units=r"monat(?:en|e|s)?",
    working=r"werk|arbeits",
    from_now=r"ab (?:heute|jetzt)",
    some={"ein paar": (3, 5), "wenigen": (3, 5), "einigen": (3, 5), "nächsten": (3, 5), "kommenden": (3, 5)},
    holidays={
        "nikolaus": "nicholas",
        "heiligabend": "christmas_eve",
        "heilig abend": "christmas_eve",
        "weihnachten": "christmas_eve",
        "weihnachtsfeiertagen": "christmas_eve",
        "silvester": "new_years_eve",
        "neujahr": "new_year",
        "dreikönig": "epiphany",
        "karfreitag": "good_friday",
        "ostern": "easter",
        "ostersonntag": "easter",
        "ostermontag": "easter_monday",
        "himmelfahrt": "ascension",
        "christi himmelfahrt": "ascension",
        "pfingsten": "whit_sunday",
        "pfingstmontag": "whit_monday",
        "allerheiligen": "all_saints",
        "tag der deutschen einheit": "german_unity",
        "tag der arbeit": "may_day",
    },
)


WORDS: dict[str, DateWords] = {"en": ENGLISH, "de": GERMAN}
"""The table by language; a language that is not here is read with the English one (dates in figures are the same)."""
