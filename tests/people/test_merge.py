"""Two are merged by hand, an address is given to somebody else, a name or workplace put right: each is a word, and can be taken back."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from alongside.people.identify import identify
from alongside.people.merge import belongs_to, merge_accounts, merge_people, split_person, take_back, words_about
from alongside.people.models import Account, Doubt, Person, Tenure
from alongside.people.naming import move_to, rename
from alongside.people.role import say_roles
from alongside.vocabulary import StakeholderRole
from tests.letters import AT, card, keep, letter, row
from tests.people.test_identify import OLGA, ON, person

LATER = AT + timedelta(hours=1)


@pytest.fixture
def three(owner: User) -> tuple[Person, Person, Person]:
    """Three people at three companies, who came one after another."""
    for n, name in enumerate(("joe@nsteel.example", "ann@plate.example", "mia@mill.example")):
        keep(owner, letter(name, OLGA, f"2025-03-0{n + 1} 09:00"))
        identify(owner, on=ON)
    return person("joe@nsteel.example"), person("ann@plate.example"), person("mia@mill.example")


def living() -> set[frozenset[str]]:
    people = Person.objects.filter(merged_into=None, is_ours=False).prefetch_related("handles")
    return {frozenset(h.value for h in p.handles.all()) for p in people}


def test_of_two_merges_in_a_row_either_can_be_taken_apart_alone(owner: User, three: tuple[Person, ...]) -> None:
    joe, ann, mia = three
    merge_people(joe, ann, by=owner, at=AT)
    identify(owner, on=ON)
    merge_people(ann, mia, by=owner, at=LATER)
    identify(owner, on=ON)
    assert len(living()) == 1
    first = words_about(person("joe@nsteel.example"))[-1]
    take_back(first, at=LATER)
    identify(owner, on=ON)
    assert living() == {frozenset({"joe@nsteel.example"}), frozenset({"ann@plate.example", "mia@mill.example"})}


def test_a_role_said_of_two_that_were_one_stays_with_the_elder(owner: User, three: tuple[Person, ...]) -> None:
    joe, ann, _ = three
    say_roles(ann, [StakeholderRole.USER], by=owner, at=AT)
    merge_people(joe, ann, by=owner, at=AT)
    identify(owner, on=ON)
    say_roles(person("joe@nsteel.example"), [StakeholderRole.ECONOMIC_BUYER], by=owner, at=LATER)
    take_back(words_about(joe)[0], at=LATER)
    identify(owner, on=ON)
    assert person("joe@nsteel.example").roles == ["economic_buyer"]
    assert person("ann@plate.example").roles == ["user"]


def test_a_card_that_is_wrong_gives_way_to_a_word_and_holds_again_without_it(owner: User) -> None:
    keep(owner, card("Joe", "joe@nsteel.example", "joe.k@gmail.com", "home@kowalski.example"))
    identify(owner, on=ON)
    split_person(person("home@kowalski.example"), "joe.k@gmail.com", by=owner, at=AT)
    identify(owner, on=ON)
    assert living() == {frozenset({"joe.k@gmail.com"}), frozenset({"joe@nsteel.example", "home@kowalski.example"})}
    take_back(words_about(person("joe.k@gmail.com"))[0], at=LATER)
    identify(owner, on=ON)
    assert len(living()) == 1


def test_the_newest_of_two_contrary_words_holds(owner: User, three: tuple[Person, ...]) -> None:
    joe, ann, _ = three
    merge_people(joe, ann, by=owner, at=AT)
    identify(owner, on=ON)
    split_person(person("joe@nsteel.example"), "ann@plate.example", by=owner, at=AT + timedelta(minutes=5))
    identify(owner, on=ON)
    merge_people(person("joe@nsteel.example"), person("ann@plate.example"), by=owner, at=LATER)
    identify(owner, on=ON)
    assert frozenset({"joe@nsteel.example", "ann@plate.example"}) in living()


def test_a_name_and_a_workplace_said_by_hand_survive_what_comes_in(owner: User, three: tuple[Person, ...]) -> None:
    joe = three[0]
    rename(joe, "Joseph Kowalski", by=owner, at=AT)
    move_to(joe, three[1].account, by=owner, at=AT)
    keep(owner, letter("Joe K <joe@nsteel.example>", OLGA, "2025-04-01 09:00"))
    identify(owner, on=ON)
    found = person("joe@nsteel.example")
    assert (found.name, found.account) == ("Joseph Kowalski", three[1].account)


def test_companies_that_were_one_part_again_with_their_tenures_and_wholes(owner: User) -> None:
    keep(
        owner,
        row("accounts", name="Alpha Ore", domain="alpha.example", owner_since="2020-01-01"),
        row("accounts", name="Beta Mills", domain="beta.example", owner_since="2022-02-02", parent="Gamma Group"),
        row("accounts", name="Gamma Group", domain="gamma.example"),
    )
    identify(owner, on=ON)

    def seen() -> tuple[list[object], list[object]]:
        tenures = Tenure.objects.order_by("account__name").values_list("account__name", "from_on")
        return list(
            Account.objects.filter(merged_into=None).order_by("name").values_list("name", "parent__name")
        ), list(tenures)

    before = seen()
    one, other = Account.objects.get(name="Alpha Ore"), Account.objects.get(name="Beta Mills")
    merge_accounts(one, other, by=owner, at=AT)
    identify(owner, on=ON)
    assert seen() != before
    take_back(words_about(Account.objects.get(pk=one.pk))[0], at=LATER)
    identify(owner, on=ON)
    assert seen() == before


def test_a_part_is_a_company_of_its_own(owner: User, three: tuple[Person, ...]) -> None:
    part, whole = three[0].account, three[1].account
    assert part and whole
    belongs_to(part, whole, by=owner, at=AT)
    identify(owner, on=ON)
    assert Account.objects.get(pk=part.pk).parent == whole


def test_who_writes_through_a_service_is_not_taken_for_the_address(owner: User) -> None:
    keep(owner, letter("Joe Kowalski via DocuSign <dse@docusign.example>", OLGA, "2025-03-04 09:00"))
    identify(owner, on=ON)
    found = person("dse@docusign.example")
    assert (found.name, found.is_shared_mailbox) == ("DocuSign", True)


def test_a_pet_name_at_the_same_company_is_asked_with_its_grounds(owner: User) -> None:
    keep(owner, letter("Bob Quellmalz <bob@nsteel.example>", OLGA, "2025-03-04 09:00"))
    keep(owner, letter("Robert Quellmalz <robert.q@nsteel.example>", OLGA, "2025-03-05 09:00"))
    identify(owner, on=ON)
    said = [ground["sentence"] for ground in Doubt.objects.get().grounds]
    assert "One first name is a form of the other." in said and len(living()) == 2


def test_one_mailbox_written_in_two_ways_is_one_person_without_a_question(owner: User) -> None:
    keep(owner, letter("joe.k@gmail.com", OLGA, "2025-03-04 09:00"))
    keep(owner, letter("joek+news@googlemail.com", OLGA, "2025-03-05 09:00"))
    identify(owner, on=ON)
    assert len(living()) == 1 and not Doubt.objects.exists()
