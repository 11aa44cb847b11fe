"""Which days and hours are working time, and what season of the Great Lakes year is it? Decides nothing about who writes."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from random import Random
from zoneinfo import ZoneInfo

MONTHS_TOLD = 18
"""Months of correspondence up to the day asked for. Source: the specification of the demo world."""

OPENS, CLOSES = time(7, 15), time(18, 5)
"""Hours in which people of this trade write mail, in the writer's own zone."""


@lru_cache(maxsize=8)
def quiet_days(year: int) -> frozenset[date]:
    """List the days of a year on which nobody in this trade writes."""
    thanksgiving = _nth_weekday(year, 11, 3, 4)
    fixed = [date(year, 1, 1), date(year, 7, 4), date(year, 12, 24), date(year, 12, 25), date(year, 12, 31)]
    memorial = max(date(year, 5, day) for day in range(25, 32) if date(year, 5, day).weekday() == 0)
    return frozenset([*fixed, memorial, _nth_weekday(year, 9, 0, 1), thanksgiving, thanksgiving + timedelta(days=1)])


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in quiet_days(day.year)


@lru_cache(maxsize=20_000)
def working_day(day: date, steps: int = 0) -> date:
    """Move `steps` working days from `day`; a start on a quiet day counts from the nearest working day before it."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    step = 1 if steps > 0 else -1
    for _ in range(abs(steps)):
        day += timedelta(days=step)
        while not is_working_day(day):
            day += timedelta(days=step)
    return day


def months_before(day: date, months: int) -> date:
    """Name the same day `months` earlier, or the last day of that month when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def at_work(day: date, zone: str, rng: Random, *, first_hour: float = 7.4, last_hour: float = 16.8) -> datetime:
    """Pick a moment of the working day in the zone, as an aware datetime."""
    seconds = int(rng.triangular(first_hour, last_hour, 9.8) * 3600)
    return datetime.combine(day, time(), ZoneInfo(zone)) + timedelta(seconds=seconds)


def into_working_hours(moment: datetime, zone: str, rng: Random) -> datetime:
    """Move a moment that falls outside working time to the next morning on which people work."""
    local = moment.astimezone(ZoneInfo(zone)).replace(microsecond=0)
    day = local.date()
    if is_working_day(day) and OPENS <= local.time() <= CLOSES:
        return local
    if not is_working_day(day) or local.time() > CLOSES:
        day = next_working_day(day)
    return at_work(day, zone, rng, first_hour=7.3, last_hour=9.9)


def next_working_day(day: date) -> date:
    day += timedelta(days=1)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def _between(first: tuple[int, int], last: tuple[int, int]) -> Callable[[date], bool]:
    def holds(day: date) -> bool:
        here = (day.month, day.day)
        return first <= here <= last if first <= last else here >= first or here <= last

    return holds


SEASONS: dict[str, Callable[[date], bool]] = {
    "any": lambda _day: True,
    "sailing": _between((3, 28), (1, 10)),
    "layup": _between((1, 12), (3, 22)),
    "opening": _between((3, 1), (4, 10)),
    "spring": _between((3, 20), (5, 31)),
    "summer": _between((6, 1), (8, 31)),
    "autumn": _between((9, 10), (11, 20)),
    "freeze": _between((11, 1), (12, 20)),
    "cold": _between((12, 1), (3, 10)),
    "hockey": _between((10, 8), (4, 20)),
    "baseball": _between((4, 5), (9, 25)),
    "fishing": _between((5, 10), (9, 20)),
    "planning": _between((9, 1), (12, 10)),
    "newyear": _between((1, 2), (1, 20)),
    "advent": _between((12, 8), (12, 20)),
}
"""Seasons of the trade by name. The Soo Locks are closed from 15 January to 25 March: no vessel moves then."""
