"""The weakest of the five rules drives the next action; no average hides it."""

from alongside.judgement.finding import Finding
from alongside.judgement.rules import five_rules, weakest
from tests.spec.diary import Diary


def standing(**values: int | None) -> list[Finding]:
    return [Finding(f"rule:{name}", "", value, "") for name, value in values.items()]


def test_the_lowest_known_rung_is_the_weakest() -> None:
    """
    (build rapport 3, know their needs 1, be there 2)
    """
    found = weakest(standing(build_rapport=3, know_their_needs=1, be_there=2))
    assert found and found.measure == "rule:know_their_needs"


def test_of_equals_the_one_that_comes_first_on_the_way_up() -> None:
    """
    (build rapport 2, be there 2)
    """
    found = weakest(standing(build_rapport=2, be_there=2))
    assert found and found.measure == "rule:build_rapport"


def test_an_unknown_rule_is_no_nought() -> None:
    """
    (build rapport unknown, be there 2)
    """
    found = weakest(standing(build_rapport=None, be_there=2))
    assert found and found.measure == "rule:be_there"


def test_when_all_that_is_known_is_good_the_unknown_comes_first() -> None:
    """
    (build rapport 3, learn their business unknown, be there 4)
    """
    found = weakest(standing(build_rapport=3, learn_their_business=None, be_there=4))
    assert found and found.measure == "rule:learn_their_business"


def test_without_findings_nothing_is_weakest() -> None:
    """
    (nothing was judged)
    """
    assert weakest([]) is None


def test_the_five_stand_in_the_order_in_which_they_lead_up(diary: Diary) -> None:
    """
    2025-11-10 lunch Joe
    as of 2025-11-23
    """
    assert [f.measure for f in five_rules(diary.dossier, as_of=diary.as_of)] == [
        "rule:build_rapport",
        "rule:learn_their_business",
        "rule:know_their_needs",
        "rule:offer_suggestions",
        "rule:be_there",
    ]
