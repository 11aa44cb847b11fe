"""Rule 2, learn their business: how many of the eight facets we know, and how many in their own words."""

from alongside.judgement.finding import Finding
from alongside.judgement.rules.learn_their_business import judge
from tests.spec.diary import Diary


def judged(diary: Diary) -> Finding:
    return judge(diary.dossier, as_of=diary.as_of)


def test_when_nothing_is_written_down_it_is_unknown_and_not_nought(diary: Diary) -> None:
    """
    2025-10-10 lunch Joe
    2025-10-10 fact phone 555-0199
    as of 2025-11-23
    """
    found = judged(diary)
    assert (found.value, found.reason) == (None, "Nothing about their business is written down yet.")


def test_one_facet_of_eight_is_nought(diary: Diary) -> None:
    """
    2025-10-10 fact transport by lake, then rail
    as of 2025-11-23
    """
    assert judged(diary).value == 0


def test_two_facets_are_one_and_four_are_two(diary: Diary) -> None:
    """
    2025-10-10 fact transport by lake, then rail
    2025-10-10 fact raw_materials pellets and lump
    2025-10-10 fact personnel four shifts
    2025-10-20 fact calendar shutdown in August
    """
    from datetime import date

    assert judge(diary.dossier, as_of=date(2025, 10, 19)).value == 1
    assert judge(diary.dossier, as_of=date(2025, 10, 20)).value == 2


def test_six_facets_need_half_of_them_confirmed_for_three(diary: Diary) -> None:
    """
    2025-10-10 fact transport by lake, then rail (confirmed)
    2025-10-10 fact raw_materials pellets and lump (confirmed)
    2025-10-10 fact personnel four shifts (confirmed)
    2025-10-10 fact calendar shutdown in August
    2025-10-10 fact stock_constraints nineteen days
    2025-10-10 fact goals_and_kpis less coke
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == 3
    assert found.n == 9
    assert found.unknown == ("Not known, or older than a year: products and markets and other suppliers.",)


def test_eight_facets_mostly_confirmed_and_a_site_visit_are_four(diary: Diary) -> None:
    """
    2025-10-10 fact transport by lake, then rail (confirmed)
    2025-10-10 fact raw_materials pellets and lump (confirmed)
    2025-10-10 fact personnel four shifts (confirmed)
    2025-10-10 fact calendar shutdown in August (confirmed)
    2025-10-10 fact stock_constraints nineteen days (confirmed)
    2025-10-10 fact goals_and_kpis less coke (confirmed)
    2025-10-10 fact products_and_markets slabs
    2025-10-10 fact other_suppliers two
    2025-10-10 visit Joe
    as of 2025-11-23
    """
    assert judged(diary).value == 4


def test_without_the_site_visit_it_stays_three(diary: Diary) -> None:
    """
    2025-10-10 fact transport by lake, then rail (confirmed)
    2025-10-10 fact raw_materials pellets and lump (confirmed)
    2025-10-10 fact personnel four shifts (confirmed)
    2025-10-10 fact calendar shutdown in August (confirmed)
    2025-10-10 fact stock_constraints nineteen days (confirmed)
    2025-10-10 fact goals_and_kpis less coke (confirmed)
    2025-10-10 fact products_and_markets slabs
    2025-10-10 fact other_suppliers two
    2024-10-10 visit Joe
    as of 2025-11-23
    """
    assert (judged(diary).value, judged(diary).would_change) == (3, "A visit on their site would do it.")


def test_a_facet_older_than_a_year_is_no_longer_known(diary: Diary) -> None:
    """
    2025-10-10 fact transport by lake, then rail
    2024-11-22 fact raw_materials pellets and lump
    as of 2025-11-23
    """
    found = judged(diary)
    assert found.value == 0
    assert found.reason == "We know one of the eight facets of their business; one more is older than a year."
