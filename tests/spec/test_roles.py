"""The part that somebody probably plays, guessed from the job title until a person says better."""

import pytest

from alongside.judgement.dossier import Member
from alongside.judgement.roles import guess_roles, roles_of
from alongside.vocabulary import StakeholderRole

BUYER, USER, TECHNICAL, PROCUREMENT, OPERATIONS, SPONSOR = (
    StakeholderRole.ECONOMIC_BUYER,
    StakeholderRole.USER,
    StakeholderRole.TECHNICAL_BUYER,
    StakeholderRole.PROCUREMENT,
    StakeholderRole.OPERATIONS,
    StakeholderRole.EXECUTIVE_SPONSOR,
)


@pytest.mark.parametrize(
    "title",
    [
        "VP raw materials",
        "Vice President, Raw Materials",
        "Purchasing Director",
        "Director of Procurement",
        "CFO",
        "GM",
        "General Manager",
    ],
)
def test_whoever_holds_the_budget_is_the_economic_buyer(title: str) -> None:
    """
    (VP raw materials; Vice President, Raw Materials; Purchasing Director; Director of Procurement; CFO; General Manager)
    """
    assert guess_roles(title) == (BUYER,)


@pytest.mark.parametrize("title", ["Buyer", "Senior buyer", "Procurement specialist", "Purchasing Manager"])
def test_whoever_buys_at_the_desk_is_procurement(title: str) -> None:
    """
    (Buyer; Senior buyer; Procurement specialist; Purchasing Manager)
    """
    assert guess_roles(title) == (PROCUREMENT,)


@pytest.mark.parametrize("title", ["Plant manager", "Operations Manager", "Superintendent, Blast Furnace"])
def test_whoever_runs_the_plant_is_operations(title: str) -> None:
    """
    (Plant manager; Operations Manager; Superintendent, Blast Furnace)
    """
    assert guess_roles(title) == (OPERATIONS,)


@pytest.mark.parametrize(
    "title", ["Process Engineer", "Metallurgist", "Quality manager", "Quality engineer, operations"]
)
def test_whoever_checks_the_goods_is_a_technical_buyer(title: str) -> None:
    """
    (Process Engineer; Metallurgist; Quality manager; Quality engineer, operations)
    """
    assert guess_roles(title) == (TECHNICAL,)


@pytest.mark.parametrize("title", ["Shift Supervisor", "Furnace operator", "Blast furnace shift supervisor"])
def test_whoever_works_with_the_goods_is_a_user(title: str) -> None:
    """
    (Shift Supervisor; Furnace operator; Blast furnace shift supervisor)
    """
    assert guess_roles(title) == (USER,)


@pytest.mark.parametrize("title", ["CEO", "President", "Managing Director"])
def test_the_head_of_the_company_sponsors_and_decides(title: str) -> None:
    """
    (CEO; President; Managing Director)
    """
    assert guess_roles(title) == (SPONSOR, BUYER)


@pytest.mark.parametrize("title", ["", "Vice President", "Accounts payable", "Mr"])
def test_a_title_that_says_nothing_gives_no_role(title: str) -> None:
    """
    (no title; Vice President; Accounts payable; Mr)
    """
    assert guess_roles(title) == ()


def test_what_a_person_set_goes_before_what_the_title_suggests() -> None:
    """
    (Ann, buyer by title, set as operations)
    """
    assert roles_of(Member(1, "Ann", "Buyer", (OPERATIONS,), roles_guessed=False)) == (OPERATIONS,)
    assert roles_of(Member(1, "Ann", "Buyer")) == (PROCUREMENT,)
