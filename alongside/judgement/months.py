"""Which month ends and windows does a judgement look at? Arithmetic with months, and nothing else."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta


def month_end(on: date) -> date:
    """Find the last day of the month of `on`."""
    return on.replace(day=monthrange(on.year, on.month)[1])


def month_end_before(on: date) -> date:
    """Find the last month end before `on`: the monthly run before this one."""
    return on.replace(day=1) - timedelta(days=1)


def month_ends(since: date, until: date) -> Iterator[date]:
    """Yield every month end from `since` to `until`, both included, oldest first."""
    end = month_end(since)
    while end <= until:
        yield end
        end = month_end(end + timedelta(days=1))


def months_before(on: date, months: int) -> date:
    """Go back whole months; the 31st becomes the last day of a shorter month."""
    year, zero_based = divmod(on.year * 12 + on.month - 1 - months, 12)
    return date(year, zero_based + 1, min(on.day, monthrange(year, zero_based + 1)[1]))


def months_between(first: date, last: date) -> int:
    """Count the whole months from `first` to `last`, 0 when last is before first."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if last.day < first.day and last != month_end(last):
        months -= 1
    return max(months, 0)
