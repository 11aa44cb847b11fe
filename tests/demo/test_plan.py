"""The demo begins with a joint plan and a page for Joe: agreed between people who are there, one step late on each side at most."""

from datetime import date, timedelta

import pytest

from alongside.demo import plan
from alongside.demo.people import THEIR_PEOPLE, somebody
from alongside.vocabulary import Side
from tests.demo.conftest import ANY_DAYS, MONDAY


@pytest.mark.parametrize("as_of", [MONDAY, *ANY_DAYS], ids=str)
def test_every_step_was_agreed_before_it_was_due_and_some_are_still_ahead(as_of: date) -> None:
    days = [step.due_on for step in plan.steps(as_of)]
    assert min(days) >= as_of - timedelta(weeks=3)
    assert any(day > as_of for day in days)


def test_steps_belong_to_people_of_the_demo_world() -> None:
    theirs = {each.name for each in THEIR_PEOPLE}
    for step in plan.steps(MONDAY):
        assert step.whose in theirs if step.side is Side.THEIRS else step.whose == somebody("alex").name
    assert plan.READER in theirs


def test_one_step_of_theirs_is_late_enough_to_be_asked_after() -> None:
    late = [step for step in plan.steps(MONDAY) if step.side is Side.THEIRS and (MONDAY - step.due_on).days > 2]
    assert len(late) == 1 and not late[0].is_done


def test_what_stays_inside_has_no_words_for_them() -> None:
    assert [step.what for step in plan.steps(MONDAY) if not step.for_them] == ["Ask Dave for a second berth in March"]
