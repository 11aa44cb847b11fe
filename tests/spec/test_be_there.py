"""Rule 5, be there: in cadence with the key roles, and part of how they plan and decide."""

from alongside.judgement.finding import Finding
from alongside.judgement.rules.be_there import judge
from tests.spec.diary import Diary


def judged(diary: Diary) -> Finding:
    return judge(diary.dossier, as_of=diary.as_of)


def test_without_contact_nothing_is_known(diary: Diary) -> None:
    """
    Joe: user
    as of 2025-11-23
    """
    assert judged(diary).value is None


def test_overdue_with_more_than_half_of_the_key_roles_is_nought(diary: Diary) -> None:
    """
    wanted: user, operations
    Joe: user
    Ann: operations
    2025-08-01 visit Joe
    2025-08-01 visit Ann
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == 0
    assert found.reason.startswith("None of the two key roles in cadence, overdue with user and operations;")


def test_in_cadence_with_half_is_one(diary: Diary) -> None:
    """
    wanted: user, operations
    Joe: user
    Ann: operations
    2025-11-01 visit Joe
    2025-08-01 visit Ann
    as of 2025-11-23
    """
    assert judged(diary).value == 1


def test_in_cadence_with_three_in_four_is_two(diary: Diary) -> None:
    """
    Joe: user
    Ann: operations
    Bob: procurement
    Cyd: economic buyer
    2025-11-01 visit Joe
    2025-11-01 visit Ann
    2025-11-01 visit Bob
    2025-06-01 visit Cyd
    as of 2025-11-23
    """
    assert judged(diary).value == 2


def test_taking_part_in_their_planning_is_three(diary: Diary) -> None:
    """
    wanted: user
    Joe: user
    2025-11-01 meeting Joe about the shutdown plan (process)
    as of 2025-11-23
    """
    assert judged(diary).value == 3


def test_heard_before_the_specification_in_half_of_the_awards_is_four(diary: Diary) -> None:
    """
    wanted: user
    Joe: user
    2025-11-01 meeting Joe about the shutdown plan (process)
    2025-05-01 award pellets won bid specified heard need
    2025-06-01 award pellets lost bid heard rfq
    as of 2025-11-23
    """
    assert judged(diary).value == 4


def test_a_planned_meeting_keeps_the_cadence(diary: Diary) -> None:
    """
    wanted: user
    Joe: user
    2025-08-30 visit Joe
    2025-11-30 planned visit Joe
    as of 2025-11-23
    """
    assert judged(diary).value == 1 + 1


def test_roles_in_which_nobody_is_known_neither_lift_nor_sink_it(diary: Diary) -> None:
    """
    Joe: user
    2025-11-01 visit Joe
    as of 2025-11-23
    (four key roles; three of them are nobody's yet)
    """
    found = judged(diary)
    assert found.value is None
    assert found.reason == "One of the four key roles in cadence; too little is known of the others to tell."
    assert found.reckoning[0].met is None
    assert found.would_change == "Find out who is economic buyer, procurement or operations there, and be in touch."


def test_ninety_days_without_any_two_way_touch_cost_a_rung(diary: Diary) -> None:
    """
    wanted: executive sponsor
    Joe: executive sponsor
    2025-08-10 visit Joe
    as of 2025-11-23
    (105 days at a cadence of 90 is due, not overdue)
    """
    found = judged(diary)
    assert found.value == 1
    assert found.would_change == "One two-way touch brings the rung back."
