"""How many working days lie between, and which day comes next?

Weekends are known, public holidays are not. How a day is said stands in judgement/words.py.
"""

from datetime import date, timedelta

from alongside.judgement.words import span

SATURDAY = 5
"""Weekday number of the first day without work; also the working days in a week."""


def next_working_day(after: date) -> date:
    """Give the first working day after this one."""
    coming = after + timedelta(days=1)
    while coming.weekday() >= SATURDAY:
        coming += timedelta(days=1)
    return coming


def working_days_between(start: date, end: date) -> int:
    """Count the working days after `start` up to and with `end`; 0 when `end` is not later."""
    days = (end - start).days
    if days <= 0:
        return 0
    weeks, rest = divmod(days, 7)
    return weeks * SATURDAY + sum((start + timedelta(days=n)).weekday() < SATURDAY for n in range(1, rest + 1))


def ahead(coming: date, as_of: date) -> str:
    """Say how near a coming day is: "today", "tomorrow", "in three days"."""
    days = (coming - as_of).days
    return {0: "today", 1: "tomorrow"}.get(days, f"in {span(days)}")
