"""The list of accounts: what stands where, in which order, and what one key does to a company that nobody has sorted."""

from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.people.identify import identify
from alongside.people.models import Account
from alongside.pipeline import bring_up_to_date
from alongside.today.models import TodayItem
from alongside.vocabulary import AccountStanding
from tests.faces.book import AS_OF, company, few_queries, open_book
from tests.letters import keep, letter


@pytest.fixture
def seen_by_owner(client: Client, owner: Any) -> Client:
    open_book(owner)
    client.force_login(owner)
    return client


def _page(client: Client, query: str = "", **headers: str) -> str:
    with time_machine.travel(date(2026, 3, 2).isoformat() + " 09:00", tick=False):
        answer = client.get(f"/accounts/{query}", headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def test_customers_and_prospects_stand_in_the_list_and_unsorted_companies_beside_it(seen_by_owner: Client) -> None:
    page = _page(seen_by_owner)
    assert "National Steel" in page and "Plate Works" in page
    assert "unsorted.example" not in page
    assert "unsorted.example" in _page(seen_by_owner, "?show=unsorted")


def test_a_row_says_the_last_and_the_next_touch_and_what_is_open(seen_by_owner: Client) -> None:
    row = _page(seen_by_owner, "?q=national").partition("<tbody>")[2].partition("</tbody>")[0]
    assert "2026-02-10" in row and "2026-03-05" in row
    assert row.count('class="is-number is-spare"') == 2


def test_a_company_is_found_by_a_part_of_its_name_and_level_filters(seen_by_owner: Client) -> None:
    assert "Plate Works" not in _page(seen_by_owner, "?q=nation")
    assert "No account is like that" in _page(seen_by_owner, "?level=partner")


def test_the_longest_silence_comes_first_and_who_has_a_plan_last(seen_by_owner: Client) -> None:
    page = _page(seen_by_owner, "?sort=quiet")
    assert page.index("Plate Works") < page.index("National Steel")


@pytest.mark.parametrize(
    "query", ["?after=x", "?after=W10", "?after=WyJhIiwiYiIsImMiXQ", "?level=king&sort=--1&show=;"]
)
def test_what_nobody_offered_means_the_first_page(seen_by_owner: Client, query: str) -> None:
    assert "National Steel" in _page(seen_by_owner, query)


@pytest.mark.parametrize("sort", ["level", "touch", "quiet", "name"])
def test_pages_follow_each_other_without_a_gap_or_a_double(seen_by_owner: Client, owner: Any, sort: str) -> None:
    Account.objects.bulk_create(
        Account(owner=owner, anchor=f"name:firm {n}", name=f"Firm {n % 7} {n}", standing=AccountStanding.CUSTOMER) for n in range(90)
    )  # fmt: skip
    seen: list[str] = []
    address = f"?sort={sort}"
    while address:
        page = _page(seen_by_owner, address)
        rows = page.partition("<tbody>")[2].partition("</tbody>")[0]
        seen += [
            part.partition('"')[0]
            for part in rows.split('<a href="/accounts/')[1:]
            if "?" not in part.partition('"')[0]
        ]
        _, _, rest = rows.partition('<tr class="more">')
        address = rest.partition('href="/accounts/')[2].partition('"')[0].replace("&amp;", "&")
    assert len(seen) == len(set(seen)) == 92


def test_one_word_sorts_a_company_and_identification_comes_to_the_same(seen_by_owner: Client, owner: Any) -> None:
    zed = company(owner, "Unsorted")
    answer = seen_by_owner.post(
        f"/accounts/{zed.pk}/standing", {"standing": "customer"}, headers={"HX-Request": "true"}
    )
    assert "a customer" in answer.content.decode()
    assert company(owner, "Unsorted").standing == AccountStanding.CUSTOMER
    assert identify(owner, on=AS_OF).companies.changed == set()


def test_a_word_taken_back_leaves_what_was_before(seen_by_owner: Client, owner: Any) -> None:
    steel = company(owner, "National Steel")
    seen_by_owner.post(f"/accounts/{steel.pk}/standing", {"standing": "not_a_customer"})
    assert company(owner, "National Steel").standing == AccountStanding.NOT_A_CUSTOMER
    seen_by_owner.post(f"/accounts/{steel.pk}/standing", {"standing": "taken_back"})
    assert company(owner, "National Steel").standing == AccountStanding.CUSTOMER


def test_who_is_no_customer_asks_for_nothing_today(seen_by_owner: Client, owner: Any) -> None:
    steel = company(owner, "National Steel")
    assert TodayItem.objects.visible_to(owner).filter(account=steel).exists()
    seen_by_owner.post(f"/accounts/{steel.pk}/standing", {"standing": "not_a_customer"})
    assert not TodayItem.objects.visible_to(owner).filter(account=steel).exists()
    keep(
        owner,
        letter("Joe Kowalski <joe@nsteel.example>", "olga@example.com", "2026-03-01T09:00:00", "Could you call me?"),
    )
    bring_up_to_date(owner, as_of=AS_OF)
    assert not TodayItem.objects.visible_to(owner).filter(account=steel).exists()


def test_a_stranger_sees_none_of_it_and_changes_nothing(client: Client, owner: Any, stranger: Any) -> None:
    open_book(owner)
    client.force_login(stranger)
    for query in ("", "?show=unsorted", "?q=national"):
        page = _page(client, query)
        assert "National Steel" not in page and "nsteel" not in page
    steel = company(owner, "National Steel")
    assert client.post(f"/accounts/{steel.pk}/standing", {"standing": "not_a_customer"}).status_code == 404
    assert company(owner, "National Steel").standing == AccountStanding.CUSTOMER


@pytest.mark.parametrize("query", ["", "?show=unsorted", "?sort=quiet&q=steel"])
def test_the_list_asks_the_database_seldom(seen_by_owner: Client, query: str) -> None:
    with few_queries():
        _page(seen_by_owner, query)


def test_a_part_of_the_page_is_the_same_part(seen_by_owner: Client) -> None:
    assert "<html" not in _page(seen_by_owner, "?q=steel", **{"HX-Request": "true"})
