"""Working days."""

from datetime import date

import pytest

from alongside.plays.days import ahead, next_working_day, working_days_between
from tests.spec.plays.cast import MONDAY, nov


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (nov(18), MONDAY, 3),
        (nov(20), MONDAY, 1),
        (nov(20), nov(22), 0),
        (nov(16), MONDAY, 5),
        (MONDAY, nov(16), 0),
        (date(2026, 1, 1), date(2026, 12, 31), 260),
    ],
)
def test_weekends_do_not_count(start: date, end: date, days: int) -> None:
    """The working days after the first day, up to and with the last."""
    assert working_days_between(start, end) == days


def test_after_friday_comes_monday() -> None:
    """Nobody works on the weekend here."""
    assert next_working_day(nov(20)) == MONDAY
    assert next_working_day(MONDAY) == nov(24)


def test_a_coming_day_is_said_as_people_say_it() -> None:
    """Today, tomorrow, and then in so many days."""
    assert [ahead(nov(day), MONDAY) for day in (23, 24, 27)] == ["today", "tomorrow", "in four days"]
