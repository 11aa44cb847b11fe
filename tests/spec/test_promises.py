"""How promises are kept, ours and theirs apart: the first date counts, and a word in time is worth something."""

import pytest

from alongside.judgement.finding import Finding
from alongside.judgement.promises import promises, score_of
from alongside.vocabulary import Side
from tests.spec.diary import Diary, read


def ours(diary: Diary) -> Finding:
    return promises(diary.dossier, Side.OURS, as_of=diary.as_of)


def figures(found: Finding) -> dict[str, object]:
    return found.extra or {}


@pytest.mark.parametrize(
    ("kept", "score"),
    [
        ("kept 2025-11-14", 1.0),
        ("kept 2025-11-16", 0.5),
        ("kept 2025-11-17", 0.0),
        ("moved to 2025-11-20 on 2025-11-13, kept 2025-11-20", 0.8),
        ("moved to 2025-11-20 on 2025-11-13, kept 2025-11-21", 0.5),
        ("moved to 2025-11-20 on 2025-11-15, kept 2025-11-20", 0.0),
        ("importance 1", 0.0),
    ],
)
def test_on_time_is_one_moved_in_time_point_eight_in_grace_half_and_later_nothing(kept: str, score: float) -> None:
    """
    2025-11-05 we promise Joe certificates by 2025-11-14, kept 2025-11-14
    2025-11-05 we promise Joe certificates by 2025-11-14, kept 2025-11-16
    2025-11-05 we promise Joe certificates by 2025-11-14, kept 2025-11-17
    2025-11-05 we promise Joe certificates by 2025-11-14, moved to 2025-11-20 on 2025-11-13, kept 2025-11-20
    2025-11-05 we promise Joe certificates by 2025-11-14, moved to 2025-11-20 on 2025-11-13, kept 2025-11-21
    2025-11-05 we promise Joe certificates by 2025-11-14, moved to 2025-11-20 on 2025-11-15, kept 2025-11-20
    2025-11-05 we promise Joe certificates by 2025-11-14, importance 1
    (1, .5, 0, .8, .5, 0 as it was moved too late, and 0 as it was never kept)
    """
    diary = read(f"2025-11-05 we promise Joe certificates by 2025-11-14, {kept}\nas of 2025-11-23")
    assert score_of(diary.dossier.commitments[0], as_of=diary.as_of) == score


def test_a_promise_is_not_judged_before_its_day_and_the_grace_have_passed(diary: Diary) -> None:
    """
    2025-11-05 we promise Joe certificates by 2025-11-21
    as of 2025-11-23
    """
    found = ours(diary)
    assert (found.n, figures(found)["open"]) == (0, 1)
    assert found.reason == "No promise of ours has come due yet; one promise is on record."


def test_a_promise_without_a_day_can_be_neither_early_nor_late(diary: Diary) -> None:
    """
    2025-06-05 we promise Joe certificates
    as of 2025-11-23
    """
    assert ours(diary).n == 0
    assert ours(diary).unknown[0] == "One promise named no day and cannot be early or late."


def test_a_withdrawn_promise_is_no_broken_one(diary: Diary) -> None:
    """
    2025-06-05 we promise Joe certificates by 2025-06-10, withdrawn
    as of 2025-11-23
    """
    assert ours(diary).n == 0


def test_fewer_than_five_due_are_too_few_to_say(diary: Diary) -> None:
    """
    2025-06-01 we promise Joe certificates by 2025-06-10, kept 2025-06-09
    2025-07-01 we promise Joe a price by 2025-07-10, kept 2025-07-09
    2025-08-01 we promise Joe laydays by 2025-08-10, kept 2025-08-09
    2025-09-01 we promise Joe samples by 2025-09-10, kept 2025-09-09
    as of 2025-11-23
    """
    found = ours(diary)
    assert (found.value, figures(found)["colour"]) == (None, "too few to say")
    assert found.reason == "We kept all four promises on the day or before; fewer than five are too few to say."


def test_one_broken_promise_of_great_importance_is_red(diary: Diary) -> None:
    """
    weekly from 2025-01-06 to 2025-09-29: we promise Joe certificates by 2025-10-01, kept 2025-10-01
    2025-10-06 we promise Joe the stockpile by 2025-10-10, importance 3
    as of 2025-11-23
    """
    found = ours(diary)
    assert float(found.value) > 0.9
    assert figures(found)["colour"] == "red"
    assert found.would_change == "A broken promise of great importance keeps it red, however many are kept."


def test_importance_weighs(diary: Diary) -> None:
    """
    2025-06-01 we promise Joe certificates by 2025-06-10, kept 2025-06-09, importance 3
    2025-06-02 we promise Joe certificates by 2025-06-10, kept 2025-06-09, importance 3
    2025-06-03 we promise Joe certificates by 2025-06-10, kept 2025-06-09, importance 3
    2025-06-04 we promise Joe certificates by 2025-06-10
    2025-06-05 we promise Joe certificates by 2025-06-10
    as of 2025-11-23
    """
    assert ours(diary).value == pytest.approx(9 / 11, abs=0.0001)


def test_early_warning_is_the_share_of_misses_told_before_due(diary: Diary) -> None:
    """
    2025-06-01 we promise Joe certificates by 2025-06-10, moved to 2025-06-20 on 2025-06-09, kept 2025-06-19
    2025-07-01 we promise Joe a price by 2025-07-10, kept 2025-07-30
    as of 2025-11-23
    """
    assert figures(ours(diary))["early_warning_share"] == 0.5


def test_theirs_is_judged_apart(diary: Diary) -> None:
    """
    2025-06-01 we promise Joe certificates by 2025-06-10, kept 2025-06-09
    2025-06-01 Joe promises the rail schedule by 2025-06-10
    as of 2025-11-23
    """
    theirs = promises(diary.dossier, Side.THEIRS, as_of=diary.as_of)
    assert (theirs.measure, theirs.n, figures(theirs)["on_time"]) == ("promises:theirs", 1, 0)
    assert theirs.reason.startswith("The only promise that came due was kept later or not at all;")


def test_a_deed_later_than_the_day_is_not_seen(diary: Diary) -> None:
    """
    2025-11-05 we promise Joe certificates by 2025-11-14, kept 2025-11-14
    as of 2025-11-10
    """
    assert (ours(diary).n, figures(ours(diary))["open"]) == (0, 1)


def test_it_names_the_promise_that_comes_due_next(diary: Diary) -> None:
    """
    2025-11-05 we promise Joe the stockpile by 2025-12-11
    2025-11-05 we promise Joe certificates by 2025-11-28
    as of 2025-11-23
    """
    assert ours(diary).would_change == "The next to come due is “certificates”, on Friday 28 November."
