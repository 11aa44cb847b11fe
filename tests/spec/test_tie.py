"""How strong the bond with one person is: two-way contact, weighed by its kind, fading with time.

The stated check values stand in test_check_values.py; here is what lies between them.
"""

from datetime import date, timedelta

import pytest

from alongside.judgement.dossier import Touch
from alongside.judgement.exchange import two_way_days
from alongside.judgement.tie import band, tie, tie_over_time, tie_strength, ties_by_us, touch_weight
from tests.spec.diary import ME, Diary, read


def strength(diary: Diary) -> float:
    return tie_strength(diary.touches_with("Joe"), as_of=diary.as_of)


def test_without_any_contact_a_tie_is_unknown_and_not_nought(diary: Diary) -> None:
    """
    Joe: VP raw materials
    as of 2025-11-23
    """
    joe = diary.dossier.member(diary.person("Joe"))
    found = tie((), as_of=diary.as_of, member=joe)
    assert (found.value, found.reason) == (None, "Nothing between us is on record yet.")


def test_a_mail_counts_in_full_from_the_day_it_is_answered() -> None:
    """
    2025-11-01 mail to Joe about laydays
    2025-11-20 mail from Joe about laydays
    (before the answer the mail is one-way; the answer lifts both)
    """
    diary = read(test_a_mail_counts_in_full_from_the_day_it_is_answered.__doc__ or "")
    before, after = (tie_strength(diary.touches_with("Joe"), as_of=date(2025, 11, day)) for day in (19, 20))
    assert before < 1 < 8 < after


def test_nine_reminders_and_one_answer_are_one_exchange(diary: Diary) -> None:
    """
    daily from 2025-11-01 to 2025-11-09: mail to Joe about laydays
    2025-11-10 mail from Joe about laydays
    as of 2025-11-10
    """
    answered = [day is not None for day in two_way_days(diary.touches_with("Joe"))]
    assert answered == [False] * 8 + [True, True]


def test_a_visit_shared_with_others_counts_less(diary: Diary) -> None:
    """
    2025-11-10 visit Joe
    2025-11-10 visit Ann, Bob, Cyd and Dan
    as of 2025-11-10
    """
    with_joe, with_ann = (tie_strength(diary.touches_with(who), as_of=diary.as_of) for who in ("Joe", "Ann"))
    assert with_ann < with_joe / 1.8
    shared = diary.touches_with("Ann")[0]
    assert touch_weight(shared, is_answered=True) == pytest.approx(5 / 2)


def test_a_crowd_says_nothing_of_one_person(diary: Diary) -> None:
    """
    2025-11-10 visit Aa, Bb, Cc, Dd, Ee, Ff, Gg, Hh, Ii, Jj and Kk
    as of 2025-11-10
    """
    assert tie_strength(diary.touches_with("Aa"), as_of=diary.as_of) == 0


def test_when_only_one_side_writes_little_is_left(diary: Diary) -> None:
    """
    weekly from 2025-01-07 to 2025-11-11: mail from Joe
    as of 2025-11-11
    """
    assert strength(diary) < 6


def test_the_closest_of_us_carries_the_tie(diary: Diary) -> None:
    """
    weekly from 2025-06-03 to 2025-11-11: exchange Joe
    2025-11-11 Bob's visit Joe
    as of 2025-11-23
    """
    by_us = ties_by_us(diary.touches_with("Joe"), as_of=diary.as_of)
    found = tie(diary.touches_with("Joe"), as_of=diary.as_of)
    assert len(by_us) == 2
    assert (found.extra or {})["closest_of_us"] == ME
    assert found.value == round(by_us[ME])


@pytest.mark.parametrize(
    ("value", "name"),
    [(14, "dormant"), (15, "weak"), (39, "weak"), (40, "familiar"), (69, "familiar"), (70, "strong")],
)
def test_the_bands_are_named(value: int, name: str) -> None:
    """
    (below 15 dormant, from 15 weak, from 40 familiar, from 70 strong)
    """
    assert band(value) == name


def test_it_says_what_it_rests_on_and_what_would_change_it(diary: Diary) -> None:
    """
    monthly from 2025-01-28 to 2025-12-28: exchange Joe
    quarterly from 2025-03-28 to 2025-12-28: visit Joe
    as of 2025-12-29
    """
    found = tie(diary.touches_with("Joe"), as_of=diary.as_of)
    assert (
        found.reason
        == "Strong: twelve mails from them, twelve mails to them and four visits in a year, the last today."
    )
    assert found.would_change == "Half a year of silence would make it 53."
    assert found.evidence[0].label == "mail, 29 Dec"


def test_what_lies_after_the_day_is_not_looked_at(diary: Diary) -> None:
    """
    2025-11-10 lunch Joe
    2025-11-24 visit Joe
    as of 2025-11-23
    """
    assert strength(diary) == tie_strength(diary.touches_with("Joe")[:1], as_of=diary.as_of)


def test_a_line_over_time_shows_the_same_as_asking_on_each_day(diary: Diary) -> None:
    """
    weekly from 2024-03-05 to 2025-02-25: exchange Joe
    monthly from 2024-06-28 to 2025-06-28: mail to Joe
    quarterly from 2024-09-28 to 2025-12-28: Bob's visit Joe and Ann
    2024-02-01 mail to Joe about an answer that takes a year
    2025-02-01 mail from Joe about an answer that takes a year
    """
    touches: tuple[Touch, ...] = diary.touches_with("Joe")
    days = [date(2024, 1, 31) + timedelta(days=30 * step) for step in range(30)]
    line = tie_over_time(touches, month_ends=days)
    assert line == pytest.approx([tie_strength(touches, as_of=day) for day in days])
    assert line[0] == 0
