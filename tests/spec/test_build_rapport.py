"""Rule 1, build rapport: in touch beyond the deals, with enough of the people who count, and they come to us too."""

from alongside.judgement.finding import Finding
from alongside.judgement.rules.build_rapport import judge
from tests.spec.diary import Diary


def judged(diary: Diary) -> Finding:
    return judge(diary.dossier, as_of=diary.as_of)


def test_without_any_contact_nothing_is_known(diary: Diary) -> None:
    """
    Joe: economic buyer
    as of 2025-11-23
    """
    assert judged(diary).value is None


def test_nothing_beyond_deals_is_nought(diary: Diary) -> None:
    """
    2025-10-10 exchange Joe about the price (deal)
    2025-10-20 mail to Joe
    as of 2025-11-23
    """
    found = judged(diary)
    assert (found.value, found.reason) == (0, "Both two-way touches of the year were about a deal.")


def test_one_person_in_touch_about_no_deal_is_one(diary: Diary) -> None:
    """
    2025-10-10 lunch Joe
    as of 2025-11-23
    """
    assert judged(diary).value == 1


def test_a_quarter_about_no_deal_with_two_people_is_two(diary: Diary) -> None:
    """
    2025-09-10 call Joe (deal)
    2025-10-10 call Joe (deal)
    2025-10-20 call Ann (deal)
    2025-10-30 lunch Ann
    as of 2025-11-23
    """
    found = judged(diary)
    assert (found.value, found.reason) == (2, "One of the four two-way touches was about no deal.")


def test_a_fifth_about_no_deal_stays_one(diary: Diary) -> None:
    """
    2025-08-10 call Joe (deal)
    2025-09-10 call Joe (deal)
    2025-10-10 call Joe (deal)
    2025-10-20 call Ann (deal)
    2025-10-30 lunch Ann
    as of 2025-11-23
    """
    assert judged(diary).value == 1


def test_familiar_ties_in_three_needed_roles_are_three(diary: Diary) -> None:
    """
    Joe: economic buyer
    Ann: procurement
    Bob: user
    monthly from 2025-05-20 to 2025-11-20: lunch Joe
    monthly from 2025-05-20 to 2025-11-20: lunch Ann
    monthly from 2025-05-20 to 2025-11-20: lunch Bob
    as of 2025-11-23
    """
    assert judged(diary).value == 3


def test_when_one_of_them_begins_it_is_four(diary: Diary) -> None:
    """
    Joe: economic buyer
    Ann: procurement
    Bob: user
    monthly from 2025-05-20 to 2025-11-20: lunch Joe
    monthly from 2025-05-20 to 2025-11-20: lunch Ann
    monthly from 2025-05-20 to 2025-11-20: lunch Bob
    2025-11-01 mail from Joe about his new furnace
    2025-11-02 mail to Joe about his new furnace
    as of 2025-11-23
    """
    assert judged(diary).value == 4


def test_what_they_begin_about_a_deal_is_not_that(diary: Diary) -> None:
    """
    Joe: economic buyer
    Ann: procurement
    Bob: user
    monthly from 2025-05-20 to 2025-11-20: lunch Joe
    monthly from 2025-05-20 to 2025-11-20: lunch Ann
    monthly from 2025-05-20 to 2025-11-20: lunch Bob
    2025-11-01 mail from Joe about a price (deal)
    2025-11-02 mail to Joe about a price (deal)
    as of 2025-11-23
    """
    assert judged(diary).value == 3


def test_half_a_year_of_nothing_but_deals_costs_a_rung(diary: Diary) -> None:
    """
    2025-03-10 lunch Joe
    2025-03-20 lunch Ann
    2025-10-10 call Joe (deal)
    as of 2025-11-23
    """
    found = judged(diary)
    assert (found.value, (found.extra or {})["stale"]) == (1, True)
    assert found.reason.endswith("but the last was eight months ago.")
    assert found.would_change == "One exchange that is about no deal brings the rung back."
