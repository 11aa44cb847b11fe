"""On which day of a year is a feast: Christmas, Good Friday, Labor Day? What it is called in a language stands in that language's words."""

from datetime import date, timedelta

from alongside.sightings.extractors.calendar_days import MONDAY, THURSDAY, easter_of

_FIXED = {
    "epiphany": (1, 6),
    "new_year": (1, 1),
    "may_day": (5, 1),
    "independence_day": (7, 4),
    "german_unity": (10, 3),
    "all_saints": (11, 1),
    "nicholas": (12, 6),
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
    "boxing_day": (12, 26),
    "new_years_eve": (12, 31),
}
"""Month and day."""

_FROM_EASTER_DAYS = {
    "good_friday": -2,
    "easter": 0,
    "easter_monday": 1,
    "ascension": 39,
    "whit_sunday": 49,
    "whit_monday": 50,
}
"""Days after Easter Sunday."""

_NTH_WEEKDAY = {"memorial_day": (5, MONDAY, 25), "labor_day": (9, MONDAY, 1), "thanksgiving": (11, THURSDAY, 22)}
"""Month, weekday, and the first day of the month that it can fall on."""


def feast_of(name: str, year: int) -> date:
    """Give the day of a feast; raises KeyError when there is no such feast."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FROM_EASTER_DAYS:
        return easter_of(year) + timedelta(days=_FROM_EASTER_DAYS[name])
    month, weekday, first_day = _NTH_WEEKDAY[name]
    earliest = date(year, month, first_day)
    return earliest + timedelta(days=(weekday - earliest.weekday()) % 7)


def next_feast(name: str, day: date) -> date:
    """Give the day of the feast that comes next, today included."""
    this_year = feast_of(name, day.year)
    return this_year if this_year >= day else feast_of(name, day.year + 1)
