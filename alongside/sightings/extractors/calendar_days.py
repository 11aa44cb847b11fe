"""Which day is the end of a week, a month, a quarter; the n-th working day on; Easter? Plain calendar arithmetic, in no language."""

from dataclasses import dataclass
from datetime import date, timedelta

MONDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY = 0, 2, 3, 4, 5

PAST_DAYS = 62
"""Days: a date without a year that lies further back than about two months is meant for next year."""

EARLY_SHARE = 1 / 3
"""Share of a period that "early" reaches to: early November is until the 10th, early next week until Tuesday."""

MID_MONTH_DAY = 15
"""Day of the month that "mid November" and "the first half of November" mean."""

EARLY_MOST_DAYS = 59
"""Days: "early next year" is its first two months, not its first third."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days that an expression names, `other` where it has a second reading. `kind` is day, week, weekend, month, quarter, half or year."""

    first: date
    last: date
    kind: str = "day"
    other: date | None = None


def one(day: date, other: date | None = None) -> Period:
    """Give the period of a single day; a second reading equal to the first is none."""
    return Period(day, day, "day", None if other == day else other)


def week_of(day: date) -> Period:
    """Give the working week, Monday to Friday, of `day`; at the weekend the week to come, since the old one is over."""
    monday = day - timedelta(days=day.weekday())
    if day.weekday() >= SATURDAY:
        monday += timedelta(days=7)
    return Period(monday, monday + timedelta(days=FRIDAY), "week")


def next_week(day: date) -> Period:
    """Give the working week after the calendar week of `day`."""
    monday = day + timedelta(days=7 - day.weekday())
    return Period(monday, monday + timedelta(days=FRIDAY), "week")


def weekend_of(day: date) -> Period:
    """Give the Saturday and Sunday that end the calendar week of `day`."""
    saturday = day + timedelta(days=SATURDAY - day.weekday())
    return Period(saturday, saturday + timedelta(days=1), "weekend")


def month_of(year: int, month: int) -> Period:
    """Give the month; `month` may run over the end of the year (13 is the next January)."""
    first, after = _first_of(year, month), _first_of(year, month + 1)
    return Period(first, after - timedelta(days=1), "month")


def quarter_of(year: int, quarter: int) -> Period:
    """Give the calendar quarter; `quarter` may run over the end of the year (5 is the next first one)."""
    first, after = _first_of(year, quarter * 3 - 2), _first_of(year, quarter * 3 + 1)
    return Period(first, after - timedelta(days=1), "quarter")


def year_of(year: int) -> Period:
    """Give the calendar year."""
    return Period(date(year, 1, 1), date(year, 12, 31), "year")


def iso_week(year: int, week: int) -> Period:
    """Give the working days of an ISO week; raises ValueError when the year has no such week."""
    monday = date.fromisocalendar(year, week, 1)
    return Period(monday, monday + timedelta(days=FRIDAY), "week")


def half_of(year: int, half: int) -> Period:
    """Give the calendar half-year; `half` may run over the end of the year (3 is the next first one)."""
    first, after = _first_of(year, half * 6 - 5), _first_of(year, half * 6 + 1)
    return Period(first, after - timedelta(days=1), "half")


def nth_week(month: Period, nth: int) -> Period:
    """Give the n-th working week that lies mostly in a month, by its Wednesday; 0 is the last."""
    wednesday = month.first + timedelta(days=(WEDNESDAY - month.first.weekday()) % 7 + 7 * (nth - 1))
    if nth == 0:
        wednesday = month.last - timedelta(days=(month.last.weekday() - WEDNESDAY) % 7)
    return Period(wednesday - timedelta(days=WEDNESDAY), wednesday + timedelta(days=FRIDAY - WEDNESDAY), "week")


def early(period: Period) -> date:
    """Give the last day that is still early in the period: Tuesday of a week, the 10th of a month."""
    days = (period.last - period.first).days + 1
    return period.first + timedelta(days=min(round(days * EARLY_SHARE), EARLY_MOST_DAYS) - 1)


def middle(period: Period) -> date:
    """Give the middle day of the period: Wednesday of a week, the 15th of a month."""
    if period.kind == "month":
        return period.first.replace(day=MID_MONTH_DAY)
    return period.first + (period.last - period.first) // 2


def last_working(day: date) -> date:
    """Give `day`, or the Friday before it when it is a Saturday or Sunday."""
    return day - timedelta(days=max(0, day.weekday() - FRIDAY))


def working_days_on(day: date, count: int) -> date:
    """Give the `count`-th working day after `day` (Monday to Friday; holidays are not known)."""
    weeks, rest = divmod(count, 5)
    start = last_working(day)
    over = 2 if start.weekday() + rest > FRIDAY else 0
    return start + timedelta(days=7 * weeks + rest + over)


def yearless(day: date, month: int, day_of_month: int) -> date:
    """Give the date that a mail of `day` means by a day and month alone; raises ValueError when there is no such date."""
    meant = date(day.year, month, day_of_month)
    return date(day.year + 1, month, day_of_month) if (day - meant).days > PAST_DAYS else meant


def easter_of(year: int) -> date:
    """Give Easter Sunday (Gauss's rule for the Gregorian calendar in the form of Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _first_of(year: int, month: int) -> date:
    years, month0 = divmod(month - 1, 12)
    return date(year + years, month0 + 1, 1)
