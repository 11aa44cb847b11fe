"""The joint plan: what was said of a step last is what it is, its first day is remembered, and what is taken back counts no more."""

from dataclasses import replace
from datetime import date

from alongside.judgement.plan import StepWord, plan, steps_of
from alongside.vocabulary import PlanState, Side

WORD = StepWord(1, "a", "Send the car list", Side.OURS, "Alex", date(2026, 3, 6), PlanState.OPEN, date(2026, 3, 2))


def then(word: StepWord, on: date, **changed: object) -> StepWord:
    return replace(word, id=word.id + 1, on=on, **changed)  # type: ignore[arg-type]


def test_a_moved_step_remembers_the_day_that_was_named_first() -> None:
    """2 Mar: Alex sends the car list by the 6th. 5 Mar: moved to the 13th."""
    moved = then(WORD, date(2026, 3, 5), due_on=date(2026, 3, 13), state=PlanState.MOVED)
    [step] = steps_of([WORD, moved])
    assert (step.due_on, step.first_due_on, step.is_open) == (date(2026, 3, 13), date(2026, 3, 6), True)
    assert step.days_late(date(2026, 3, 10)) == 0


def test_a_step_that_is_done_is_late_no_more_and_says_since_when_it_is_done() -> None:
    """9 Mar: done, three days late. 10 Mar: only put elsewhere in the plan."""
    done = then(WORD, date(2026, 3, 9), state=PlanState.DONE, by_them=True)
    put = then(done, date(2026, 3, 10), place=4, by_them=False)
    [step] = steps_of([WORD, done, put])
    assert (step.days_late(date(2026, 4, 1)), step.settled_on, step.by_them) == (0, date(2026, 3, 9), True)


def test_a_word_that_was_taken_back_leaves_what_was_said_before_and_counts_as_a_change() -> None:
    """9 Mar: ticked off by mistake, and taken back: calendars must hear of both."""
    done = then(WORD, date(2026, 3, 9), state=PlanState.DONE)
    [ticked] = steps_of([WORD, done])
    [step] = steps_of([WORD, replace(done, counts=False)])
    assert (step.state, step.settled_on) == (PlanState.OPEN, None)
    assert (ticked.changes, step.changes) == (1, 2)


def test_a_step_of_which_nothing_is_left_is_gone() -> None:
    """2 Mar: agreed, and taken back."""
    assert steps_of([replace(WORD, counts=False)]) == ()


def test_steps_stand_in_the_order_in_which_people_put_them() -> None:
    """The second was put before the first."""
    other = replace(WORD, id=9, key="b", what="Check the scale", place=1)
    assert [s.what for s in steps_of([replace(WORD, place=2), other])] == ["Check the scale", "Send the car list"]


def test_the_plan_says_what_is_done_what_is_late_on_which_side_and_what_is_next() -> None:
    """One of three is done, one of theirs is late, the third is due on the 20th; a dropped one is not counted."""
    done = replace(WORD, state=PlanState.DONE)
    late = replace(WORD, id=5, key="b", side=Side.THEIRS, whose="Joe")
    ahead = replace(WORD, id=6, key="c", due_on=date(2026, 3, 20))
    dropped = replace(WORD, id=7, key="d", state=PlanState.DROPPED)
    found = plan([done, late, ahead, dropped], as_of=date(2026, 3, 10))
    assert found.reason == "One of three steps is done; one of theirs is late. Next is Friday 20 March, Alex."
    assert [step.key for step in found.open] == ["b", "c"]


def test_what_was_said_later_is_not_known_on_an_earlier_day() -> None:
    """9 Mar: done. Asked for the 8th, it is open."""
    done = then(WORD, date(2026, 3, 9), state=PlanState.DONE)
    assert plan([WORD, done], as_of=date(2026, 3, 8)).open[0].state is PlanState.OPEN


def test_an_empty_plan_says_so() -> None:
    """Nothing was agreed."""
    assert plan([], as_of=date(2026, 3, 8)).reason == "Nothing was agreed with them yet."
