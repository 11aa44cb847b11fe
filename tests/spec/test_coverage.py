"""Which of the needed roles we have a live tie with, and whether it all hangs on one person."""

from alongside.judgement.coverage import coverage
from alongside.judgement.finding import Finding
from tests.spec.diary import Diary


def judged(diary: Diary) -> Finding:
    return coverage(diary.dossier, as_of=diary.as_of)


def figures(found: Finding) -> dict[str, object]:
    return found.extra or {}


def test_a_role_counts_by_its_weight_and_the_closest_who_holds_it(diary: Diary) -> None:
    """
    Joe: economic buyer
    Ann: procurement
    Bob: procurement
    wanted: economic buyer, procurement
    weekly from 2025-01-07 to 2025-11-18: exchange Joe
    2025-11-20 visit Ann
    as of 2025-11-23
    (Joe is worth 3 of 5 and fully covered; Ann's visit is a tie of 22 of the 60 that procurement needs)
    """
    found = judged(diary)
    assert found.value == round((3 * 1 + 2 * 0.36) / 5, 2)
    assert found.reason == "We have a live tie with both needed roles. It hangs on Joe."


def test_a_role_nobody_is_known_in_is_named(diary: Diary) -> None:
    """
    Joe: economic buyer
    wanted: economic buyer, operations
    weekly from 2025-01-07 to 2025-11-18: exchange Joe
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == 0.6
    assert found.unknown == ("Nobody is known there yet as operations.",)
    assert found.would_change == "Find out who is operations there; that role is worth most."


def test_one_person_only_is_single_threaded(diary: Diary) -> None:
    """
    Joe: economic buyer
    Ann: user
    weekly from 2025-01-07 to 2025-11-18: exchange Joe
    as of 2025-11-23
    """
    found = judged(diary)
    assert figures(found)["single_threaded"] is True
    assert found.reason.endswith("It hangs on Joe.")


def test_nine_touches_in_ten_with_one_person_are_single_threaded_too(diary: Diary) -> None:
    """
    Joe: economic buyer
    Ann: user
    weekly from 2025-06-03 to 2025-11-18: visit Joe
    quarterly from 2025-08-20 to 2025-11-20: visit Ann
    as of 2025-11-23
    """
    found = judged(diary)
    assert figures(found)["threads"] == [1, 2]
    assert float(str(figures(found)["effective_contacts"])) < 1.6
    assert figures(found)["single_threaded"] is True


def test_two_people_met_alike_are_two_threads(diary: Diary) -> None:
    """
    Joe: economic buyer
    Ann: user
    monthly from 2025-06-20 to 2025-11-20: visit Joe
    monthly from 2025-06-20 to 2025-11-20: Bob's visit Ann
    as of 2025-11-23
    """
    found = judged(diary)
    assert figures(found)["effective_contacts"] == 2.0
    assert figures(found)["flags"] == []


def test_without_a_tie_to_the_economic_buyer_there_is_no_line_to_power(diary: Diary) -> None:
    """
    Joe: economic buyer
    Ann: user
    Bob: operations
    monthly from 2025-06-20 to 2025-11-20: visit Ann
    monthly from 2025-06-20 to 2025-11-20: Bob's visit Bob
    2025-11-20 lunch Joe
    as of 2025-11-23
    (one lunch is a tie of 22, and 30 are needed)
    """
    assert "no_power" in figures(judged(diary))["flags"]  # type: ignore[operator]


def test_one_of_us_carrying_nearly_all_is_flagged(diary: Diary) -> None:
    """
    Joe: economic buyer
    Ann: user
    monthly from 2025-06-20 to 2025-11-20: visit Joe
    monthly from 2025-06-20 to 2025-11-20: visit Ann
    as of 2025-11-23
    """
    assert figures(judged(diary))["flags"] == ["one_of_us"]


def test_whoever_left_covers_nothing(diary: Diary) -> None:
    """
    Joe: economic buyer
    wanted: economic buyer
    weekly from 2025-01-07 to 2025-11-18: exchange Joe
    2025-11-20 Joe left
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value is None
    assert found.unknown == ("Nobody is known there yet as economic buyer.",)


def test_where_nobody_is_known_coverage_is_unknown(diary: Diary) -> None:
    """
    as of 2025-11-23
    """
    found = judged(diary)
    assert (found.value, found.reason) == (
        None,
        "Nobody there is known in a needed role, and nobody has been in touch.",
    )


def test_a_visit_of_ages_ago_weighs_nothing_for_any_of_us(diary: Diary) -> None:
    """
    Joe: economic buyer
    wanted: economic buyer
    0985-01-07 visit Joe
    as of 2025-11-23
    """
    assert figures(judged(diary))["our_largest_share"] is None
