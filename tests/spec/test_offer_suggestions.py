"""Rule 4, offer suggestions: solutions that we brought them within a year, what came of them, and who came first."""

from alongside.judgement.finding import Finding
from alongside.judgement.rules.offer_suggestions import judge
from tests.spec.diary import Diary


def judged(diary: Diary) -> Finding:
    return judge(diary.dossier, as_of=diary.as_of)


def test_without_contact_nothing_is_known(diary: Diary) -> None:
    """
    Joe: user
    as of 2025-11-23
    """
    assert judged(diary).value is None


def test_none_in_a_year_is_nought(diary: Diary) -> None:
    """
    2024-11-20 suggestion covered wagons accepted
    2025-11-10 lunch Joe
    as of 2025-11-23
    """
    assert (judged(diary).value, judged(diary).reason) == (0, "No suggestion of ours in the last year.")


def test_one_is_one_and_two_are_two(diary: Diary) -> None:
    """
    2025-03-01 suggestion covered wagons
    2025-06-01 suggestion a buffer stock
    """
    from datetime import date

    assert [judge(diary.dossier, as_of=date(2025, month, 2)).value for month in (3, 6)] == [1, 2]


def test_four_of_which_three_in_ten_were_taken_are_three(diary: Diary) -> None:
    """
    2025-03-01 suggestion covered wagons accepted
    2025-04-01 suggestion a buffer stock declined
    2025-05-01 suggestion winter grade declined
    2025-06-01 suggestion two cargoes at once
    as of 2025-11-23
    """
    found = judged(diary)
    assert (found.value, found.reason) == (3, "Four suggestions in a year, one taken.")
    assert found.unknown == ("What came of one suggestion is not known.",)


def test_when_nothing_is_decided_yet_the_share_taken_is_unknown(diary: Diary) -> None:
    """
    2025-03-01 suggestion covered wagons
    2025-04-01 suggestion a buffer stock
    2025-05-01 suggestion winter grade
    2025-06-01 suggestion two cargoes at once
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == 2
    assert [s.met for s in found.reckoning if "accepted" in s.label] == [None]


def test_two_before_they_raised_it_are_four(diary: Diary) -> None:
    """
    2025-03-01 suggestion covered wagons accepted (before they raised it)
    2025-04-01 suggestion a buffer stock declined (before they raised it)
    2025-05-01 suggestion winter grade accepted
    2025-06-01 suggestion two cargoes at once
    as of 2025-11-23
    """
    assert judged(diary).value == 4


def test_a_suggestion_later_than_the_day_is_not_seen(diary: Diary) -> None:
    """
    2025-11-10 lunch Joe
    2025-11-24 suggestion covered wagons
    as of 2025-11-23
    """
    assert judged(diary).value == 0
