"""When does a recurring meeting take place, and which rules are not followed because they would never end?

The library expands; here its rules are judged first, as some take it for ever.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from alongside.sources.caps import OCCURRENCES_MAX

WINDOW = timedelta(days=366)
"""How much of a recurring meeting is expanded at a time."""

TIMES_A_DAY_MAX = 24
"""Most times a day one rule may name. Unit: times."""

FOLLOWED = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
"""Frequencies that meetings between people have."""

_DAYS_OF_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def fault_of(rule: Any) -> str:
    """Return "" when a rule can be followed, else why not, as the end of a sentence."""
    frequency = str(next(iter(rule.get("FREQ", [])), "")).upper()
    if frequency not in FOLLOWED:
        return "repeats more often than daily" if frequency else "does not say how often it repeats"
    if any(_number(each) < 1 for each in rule.get("INTERVAL", [])):
        return "repeats at an interval of 0, which never comes to an end"
    times = 1
    for unit in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        times *= max(1, len(rule.get(unit, [])))
    if times > TIMES_A_DAY_MAX:
        return f"repeats more than {TIMES_A_DAY_MAX} times a day"
    if frequency in ("DAILY", "WEEKLY") and any(rule.get(each) for each in ("BYYEARDAY", "BYWEEKNO", "BYSETPOS")):
        return "repeats by a rule that calendars do not use"
    return "" if _has_a_day(rule) else "repeats on a day that no calendar has"


def occurrences(components: list[Any], first: datetime, until: datetime) -> Iterator[Any]:
    """Yield the meetings of one series (its entry and its changed ones) from `first` to `until`, at most the cap."""
    from icalendar import Calendar
    from recurring_ical_events import CalendarQuery

    calendar = Calendar()
    for component in components:
        calendar.add_component(component)
    query, seen = CalendarQuery(calendar), set[Any]()
    at = first
    while at <= until and len(seen) < OCCURRENCES_MAX:
        for found in sorted(query.between(at, min(at + WINDOW, until)), key=_start):
            key = found["RECURRENCE-ID"].dt if "RECURRENCE-ID" in found else found["DTSTART"].dt
            if key not in seen and len(seen) < OCCURRENCES_MAX:
                seen.add(key)
                yield found
        at += WINDOW


def _start(component: Any) -> tuple[str, float]:
    start = component["DTSTART"].dt
    if isinstance(start, datetime):
        return start.date().isoformat(), start.timestamp()
    return start.isoformat() if isinstance(start, date) else "", 0.0


def _has_a_day(rule: Any) -> bool:
    months = [_number(each) for each in rule.get("BYMONTH", [])] or list(range(1, 13))
    days = [_number(each) for each in rule.get("BYMONTHDAY", [])]
    if not all(1 <= month <= 12 for month in months):
        return False
    return not days or any(1 <= abs(day) <= _DAYS_OF_MONTH[month - 1] for month in months for day in days)


def _number(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        return 0
