"""Putting the cause of a request right: step by step, open again when it returns, verified only by a silence that means something."""

from datetime import date, timedelta

from alongside.judgement.finding import Evidence, Finding
from alongside.judgement.fixing import Case, Entry, Occurrence, fixing, silence_needed_days
from alongside.vocabulary import EntryKind, FixState

ASKED_ON = date(2025, 1, 10)
DONE_ON = date(2025, 3, 1)


def occurrence(on: date) -> Occurrence:
    return Occurrence(on, "again the moisture", Evidence("sighting", on.toordinal(), f"complaint, {on}"))


def entry(kind: EntryKind, on: date = ASKED_ON) -> Entry:
    return Entry(kind, "words", on)


def state(
    *entries: Entry, occurred: tuple[date, ...] = (ASKED_ON,), ordered: tuple[date, ...] = (), as_of: date
) -> Finding:
    return fixing(Case(7, entries, [occurrence(day) for day in occurred], ordered), as_of=as_of)


AGREED = (
    entry(EntryKind.BEHIND), entry(EntryKind.HAPPENED), entry(EntryKind.CONTAINMENT), entry(EntryKind.CAUSE), entry(EntryKind.FIX)
)  # fmt: skip
DONE = (*AGREED, entry(EntryKind.FIX_DONE, DONE_ON))


def test_what_was_only_asked_has_five_open_questions() -> None:
    found = state(as_of=ASKED_ON)
    assert (found.value, len(found.unknown), found.known, found.needed) == (FixState.ASKED, 5, 0, 5)


def test_who_is_behind_it_and_what_happened_make_the_origin_known() -> None:
    found = state(entry(EntryKind.BEHIND), entry(EntryKind.HAPPENED), as_of=ASKED_ON)
    assert (found.value, found.known) == (FixState.ORIGIN_KNOWN, 2)
    assert state(entry(EntryKind.COSTS), as_of=ASKED_ON).value is FixState.ASKED


def test_each_step_is_the_furthest_that_was_written_down() -> None:
    steps = [FixState.CONTAINED, FixState.CAUSE_FOUND, FixState.FIX_AGREED]
    assert [state(*AGREED[: 3 + n], as_of=ASKED_ON).value for n in range(3)] == steps


def test_a_step_that_is_written_down_for_a_later_day_is_not_taken_yet() -> None:
    assert state(*DONE, as_of=DONE_ON - timedelta(days=1)).value is FixState.FIX_AGREED


def test_after_the_change_silence_alone_proves_nothing() -> None:
    """Ninety-five days without a complaint, and without a single order in which it could have come back."""
    found = state(*DONE, as_of=DONE_ON + timedelta(days=95))
    assert found.value is FixState.FIX_DONE
    assert [step.met for step in found.reckoning] == [True, False]
    assert found.would_change.startswith("Verified with three orders")


def test_ninety_days_and_three_orders_verify_what_came_once_or_twice() -> None:
    orders = tuple(DONE_ON + timedelta(days=each) for each in (10, 40, 70))
    assert state(*DONE, ordered=orders, as_of=DONE_ON + timedelta(days=89)).value is FixState.FIX_DONE
    assert state(*DONE, ordered=orders, as_of=DONE_ON + timedelta(days=90)).value is FixState.VERIFIED


def test_what_came_every_thirty_days_needs_sixty_nine_days_of_silence_and_one_order() -> None:
    occurred = tuple(DONE_ON - timedelta(days=each) for each in (65, 35, 5))
    one = (DONE_ON + timedelta(days=20),)
    assert silence_needed_days(occurred) == 69
    assert state(*DONE, occurred=occurred, ordered=one, as_of=DONE_ON + timedelta(days=68)).value is FixState.FIX_DONE
    assert state(*DONE, occurred=occurred, ordered=one, as_of=DONE_ON + timedelta(days=69)).value is FixState.VERIFIED


def test_the_silences_of_the_measures() -> None:
    every = {14: 32, 30: 69, 90: 207}
    for days, needed in every.items():
        assert silence_needed_days([ASKED_ON + timedelta(days=days * n) for n in range(4)]) == needed


def test_the_same_complaint_five_weeks_later_reopens_it_and_says_so() -> None:
    back = DONE_ON + timedelta(days=35)
    found = state(*DONE, occurred=(ASKED_ON, back), as_of=back)
    assert found.value is FixState.RECURRED
    assert "five weeks after the change was made" in found.reason
    assert [each.id for each in found.evidence] == [back.toordinal()]


def test_a_second_change_begins_a_silence_of_its_own() -> None:
    back = DONE_ON + timedelta(days=35)
    again = entry(EntryKind.FIX_DONE, back + timedelta(days=10))
    assert state(*DONE, again, occurred=(ASKED_ON, back), as_of=back + timedelta(days=20)).value is FixState.FIX_DONE
