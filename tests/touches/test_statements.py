"""Of several statements about one meeting the newest holds, in whatever order they came in."""

import random
from itertools import permutations

import pytest

from alongside.touches.statements import Answer, Statement, declining, replaced


def said(pk: int, **more: object) -> Statement:
    return Statement(pk, "u", **{"recurrence": "", **more})  # type: ignore[arg-type]


def test_a_lone_statement_holds() -> None:
    assert replaced([said(1)]) == {}


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ({"sequence": 0, "stated_at": "2025-09"}, {"sequence": 1, "stated_at": "2025-01"}),
        ({"stated_at": "2025-01"}, {"stated_at": "2025-02"}),
        ({}, {"is_cancelled": True}),
        ({"is_cancelled": True}, {"sequence": 1}),
    ],
)
def test_the_newer_statement_holds_whichever_was_recorded_first(older: dict, newer: dict) -> None:
    assert replaced([said(1, **older), said(2, **newer)]) == {"u": {1}}
    assert replaced([said(1, **newer), said(2, **older)]) == {"u": {2}}


def test_of_equal_statements_the_one_recorded_last_holds() -> None:
    assert replaced([said(2), said(1)]) == {"u": {1}}


def test_every_order_of_statements_gives_the_same() -> None:
    three = [{"sequence": 1}, {"stated_at": "2025-01"}, {"sequence": 1, "is_cancelled": True}]
    for order in permutations(range(3)):
        statements = [said(pk, **three[which]) for pk, which in enumerate(order)]
        kept = {order[s.interaction_id] for s in statements} - {order[pk] for pk in replaced(statements)["u"]}
        assert kept == {2}


def test_a_changed_series_replaces_the_meetings_of_the_old_one_and_leaves_the_moved_one() -> None:
    old = [said(n, recurrence=f"monday {n}", is_of_series=True) for n in (1, 2)]
    moved = said(3, recurrence="monday 3")
    new = [said(n, recurrence=f"tuesday {n}", is_of_series=True, sequence=1) for n in (4, 5)]
    assert replaced([*new, moved, *old]) == {"u": {1, 2}}


def test_a_series_called_off_takes_every_meeting_stated_before_with_it() -> None:
    held = [said(n, recurrence=str(n), is_of_series=True, stated_at="2025-01") for n in (1, 2)]
    set_up_anew = said(4, recurrence="4", sequence=2)
    assert replaced([*held, said(3, is_cancelled=True, stated_at="2025-02"), set_up_anew]) == {"u": {1, 2}}


def test_meetings_of_other_calendars_do_not_matter() -> None:
    assert replaced([said(1), Statement(2, "v", "", 5)]) == {}


def test_an_answer_given_since_changes_who_declined_and_an_older_one_does_not() -> None:
    answers = [
        Answer("", "joe", "declined", "2025-03"),
        Answer("", "ann", "accepted", "2025-03"),
        Answer("other day", "eva", "declined", "2025-03"),
        Answer("", "max", "declined", "2025-01"),
    ]
    for _ in range(5):
        random.Random(1).shuffle(answers)
        assert declining(["ann"], "2025-02", "this day", answers) == {"joe"}


def test_the_last_answer_counts() -> None:
    answers = [Answer("", "joe", "accepted", "2025-04"), Answer("", "joe", "declined", "2025-03")]
    assert declining([], "", "", answers) == set()
