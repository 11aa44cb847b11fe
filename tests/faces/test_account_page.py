"""The page of an account: where we stand, why, what is open, who is there, what happened."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.people.models import Account
from tests.faces.book import AS_OF, company, few_queries, open_book
from tests.letters import keep, letter, row

HTMX = {"HX-Request": "true"}
OLGA, JOE = "Olga Owner <olga@example.com>", "Joe Kowalski <joe@nsteel.example>"


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel(f"{AS_OF.isoformat()} 09:00", tick=False):
        yield


@pytest.fixture
def seen_by_owner(client: Client, owner: Any) -> Client:
    open_book(owner)
    client.force_login(owner)
    return client


def _page(client: Client, account: Account, query: str = "") -> str:
    answer = client.get(f"/accounts/{account.pk}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def _judge(owner: Any) -> None:
    from alongside.pipeline import bring_up_to_date

    bring_up_to_date(owner, as_of=AS_OF)


def test_the_page_says_the_level_the_five_rules_and_who_is_there(seen_by_owner: Client, owner: Any) -> None:
    page = _page(seen_by_owner, company(owner, "National Steel"))
    assert "Prospect." in page
    for rule in ("Build rapport", "Learn their business", "Know their needs", "Offer suggestions", "Be there"):
        assert rule in page
    assert "Joe Kowalski" in page and "VP Raw Materials" in page
    assert "Ann Petrov" in page


def test_what_is_open_stands_there_with_the_late_one_first(seen_by_owner: Client, owner: Any) -> None:
    page = _page(seen_by_owner, company(owner, "National Steel"))
    assert page.index("weeks late") < page.index("Joe Kowalski asked")


def test_the_page_asks_the_database_at_most_twelve_times(seen_by_owner: Client, owner: Any) -> None:
    account = company(owner, "National Steel")
    with few_queries():
        _page(seen_by_owner, account)


def test_the_mails_of_a_thread_are_one_line_and_the_filter_shows_each(seen_by_owner: Client, owner: Any) -> None:
    asked = letter(JOE, OLGA, "2026-02-24T10:00:00", "Where is the boat?", subject="Boat", message_id="boat@x")
    keep(owner, asked, letter(OLGA, JOE, "2026-02-24T11:00:00", "Here.", subject="Re: Boat", in_reply_to="boat@x"))
    _judge(owner)
    account = company(owner, "National Steel")
    assert _page(seen_by_owner, account).count(">Boat</a>") == 1
    assert _page(seen_by_owner, account, "?kind=mail").count(">Boat</a>") == 2


def test_what_is_planned_stands_above_what_happened(seen_by_owner: Client, owner: Any) -> None:
    page = _page(seen_by_owner, company(owner, "National Steel"))
    assert page.index("Plant visit") < page.index(">Demurrage</a>")
    assert "event--ahead" in page


def test_older_pages_follow_without_a_gap_or_a_double(seen_by_owner: Client, owner: Any) -> None:
    mails = [
        letter(JOE, OLGA, f"2025-{1 + n // 28:02}-{1 + n % 28:02}T10:00:00", f"Note {n}.", subject=f"Cargo {n}")
        for n in range(100)
    ]
    keep(owner, *mails)
    _judge(owner)
    account = company(owner, "National Steel")
    seen, page = [], _page(seen_by_owner, account)
    while True:
        seen += [part.split("</a>")[0] for part in page.split('<span class="event__what">')[1:]]
        if 'id="older"' not in page:
            break
        address = page.split('id="older"')[1].split('href="')[1].split('"')[0].replace("&amp;", "&")
        page = seen_by_owner.get(address, headers=HTMX).content.decode()
    cargos = [line.rpartition(">")[2] for line in seen if "Cargo" in line]
    assert cargos == [f"Cargo {n}" for n in reversed(range(100))]


@pytest.mark.parametrize("query", ["?before=x", "?before=9e99_1", "?before=nan_1", "?kind=king"])
def test_what_nobody_offered_means_the_first_page(seen_by_owner: Client, owner: Any, query: str) -> None:
    assert "Demurrage" in _page(seen_by_owner, company(owner, "National Steel"), query)


def test_an_award_stands_in_the_thread_and_moves_the_level(seen_by_owner: Client, owner: Any) -> None:
    keep(
        owner,
        row(
            "orders",
            account="National Steel",
            number="4471",
            ordered_on="2026-02-20",
            category="Pellets",
            value="900000",
        ),
    )
    _judge(owner)
    page = _page(seen_by_owner, company(owner, "National Steel"))
    assert "event--big" in page
    assert "Vendor for pellets." in page


def test_a_company_without_contact_says_what_will_stand_here(seen_by_owner: Client, owner: Any) -> None:
    bare = Account.objects.create(owner=owner, anchor="name:bare", name="Bare & Co")
    page = _page(seen_by_owner, bare)
    assert "Bare &amp; Co" in page
    assert "as soon as there is contact" in page


def test_a_merged_account_leads_to_the_one_it_went_into(seen_by_owner: Client, owner: Any) -> None:
    steel = company(owner, "National Steel")
    old = Account.objects.create(owner=owner, anchor="name:old", name="Old Steel", merged_into=steel)
    assert seen_by_owner.get(f"/accounts/{old.pk}/").headers["Location"] == f"/accounts/{steel.pk}/"


def test_a_stranger_finds_none_of_it(client: Client, owner: Any, stranger: Any) -> None:
    open_book(owner)
    steel = company(owner, "National Steel")
    client.force_login(stranger)
    for address in (f"/accounts/{steel.pk}/", f"/accounts/{steel.pk}/timeline", f"/why/account/{steel.pk}/level/"):
        assert client.get(address, headers=HTMX).status_code == 404
