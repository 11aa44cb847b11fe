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
    clock: str  # noon, 5 pm, first thing: the hour before or after the day
    deadline: str  # by, until, no later than
    before: str
    during: str  # on, in, for
    within: str
    end: str
    early: str
    middle: str
    week_of: str
    not_due: str  # words before a date that make it no due date: since, last, dated
    hour_units: str
    day_units: str
    week_units: str
    month_units: str
    working: str
    from_now: str
    some: dict[str, tuple[int, int]]  # "a few" -> (days, other reading)
    holidays: dict[str, str]  # word -> christmas, new_year, easter, thanksgiving


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
    today=r"today|tonight|this (?:very )?(?:morning|afternoon|evening)|later on today",
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
    clock=r"(?:12 )?noon|midday|lunch ?time|first thing|\d{1,2}(?:[:.]\d\d)? ?(?:a\.?m\.?|p\.?m\.?|o'clock|h|hrs)",
    deadline=r"by|no later than|not later than|at the latest by|latest by|latest on|latest|until|till|up to|due by|due on|due|as late as|on or before",
    before=r"before|prior to|ahead of|in advance of",
    during=r"on|in|during|for|at|over|sometime|some time|sometime in|later|any ?time|around|about",
    within=r"within|in|over|inside|inside of|not later than|no later than|in less than|in under",
    end=r"(?:the )?(?:very )?(?:end|close) of|end|late in|late|later in|later|(?:the )?(?:second half|latter part|last days) of",
    early=r"early in|early|(?:the )?(?:beginning|start|first days|first part) of|beginning",
    middle=r"mid|mid-|middle of|the middle of|the first half of|first half of",
    week_of=r"(?:the )?week (?:of|commencing|starting|beginning)|w/c|wc",
    not_due=r"since|last|from|dated|after|past|every|each|previous|of|as of|yesterday|back in|starting|following|between|as per|per|than",
    hour_units=r"hours?|hrs?",
    day_units=r"days?",
    week_units=r"weeks?|wks?",
    month_units=r"months?",
    working=r"working|business|work|week",
    from_now=r"from (?:now|today)",
    some={"couple of": (2, 3), "couple": (2, 3), "few": (3, 5), "coming": (3, 5), "next": (3, 5)},
    holidays={
        "christmas": "christmas",
        "xmas": "christmas",
        "x-mas": "christmas",
        "new year's": "new_year",
        "new years": "new_year",
        "new year": "new_year",
        "easter": "easter",
        "thanksgiving": "thanksgiving",
    },
)

WORDS: dict[str, DateWords] = {"en": ENGLISH}
"""The table by language; a language that is not here is read with the English one (dates in figures are the same)."""
