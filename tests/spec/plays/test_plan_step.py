"""A step of the joint plan is taken in time; one of theirs is asked after kindly."""

from dataclasses import replace

from alongside.plays.plan_step import suggest
from alongside.vocabulary import PlanState
from tests.spec.plays.cast import JOE, MONDAY, mail_to, nov, planned, record, the_one


def test_ours_stands_there_from_two_working_days_before_it_is_due() -> None:
    """Alex sends the car list by Wednesday 25 Nov; by Thursday it would be too early to say."""
    item = the_one(suggest(record(planned("Send the car list", nov(25))), {}, as_of=MONDAY))
    assert item.say == "Joint plan with National Steel: Send the car list."
    assert item.why == "Alex Lindgren was to do it by Wednesday 25 November, in two days."
    assert (item.owed, item.days_late, item.action, item.key) == (2, 0, "plan", "plan_step:Send the car list")
    assert not list(suggest(record(planned("Send the car list", nov(26))), {}, as_of=MONDAY))


def test_ours_that_is_late_comes_first_and_says_which_day_was_named_first() -> None:
    """Due on the 13th, then moved to the 20th; nothing was done."""
    first = planned("Send the car list", nov(13))
    moved = replace(first, id=first.id + 1, due_on=nov(20), on=nov(12), state=PlanState.MOVED)
    item = the_one(suggest(record(first, moved), {}, as_of=MONDAY))
    assert item.why == "Alex Lindgren was to do it by Friday 20 November (first 13 Nov), three days ago."
    assert (item.owed, item.days_late) == (3, 3)


def test_theirs_is_asked_after_kindly_once_it_is_late_beyond_grace() -> None:
    """Joe checks the scale by Friday 20 Nov."""
    step = planned("Check the scale", nov(20), by=JOE)
    item = the_one(suggest(record(step), {}, as_of=MONDAY))
    assert item.say == "Ask Joe Kowalski how it goes: “Check the scale”"
    assert (item.owed, item.action, item.person_id) == (0, "draft", JOE.id)
    assert item.draft_text.startswith("Hi Joe,\n\nIn our plan you had this for Friday 20 November: Check the scale.")
    assert not list(suggest(record(step), {}, as_of=nov(22)))


def test_after_our_mail_theirs_rests_a_week() -> None:
    """22 Nov: I wrote to Joe."""
    step, wrote = planned("Check the scale", nov(20), by=JOE), mail_to(JOE, nov(22))
    assert not list(suggest(record(step, wrote), {}, as_of=MONDAY))
    assert list(suggest(record(step, wrote), {}, as_of=nov(29)))


def test_what_is_done_or_dropped_is_settled() -> None:
    """Ticked off on the 21st; asked for the 20th it is still to be done."""
    open_, state = planned("Send the car list", nov(20)), PlanState.DONE
    done = replace(open_, id=open_.id + 1, on=nov(21), state=state)
    assert not list(suggest(record(open_, done), {}, as_of=MONDAY))
    assert list(suggest(record(open_, done), {}, as_of=nov(20)))


def test_what_is_four_months_late_plans_nothing_any_more() -> None:
    """Due on 2 Nov, asked for in April."""
    assert not list(suggest(record(planned("Send the car list", nov(2))), {}, as_of=nov(2).replace(year=2027, month=4)))
