"""The list of people: whom we know, the latest contact first, found by any part of what is known of them."""

from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.people.models import Person
from alongside.pipeline import bring_up_to_date
from tests.faces.book import AS_OF, OLGA, few_queries, open_book, person
from tests.letters import keep, letter


@pytest.fixture
def seen_by_owner(client: Client, owner: Any) -> Client:
    open_book(owner)
    client.force_login(owner)
    return client


def _page(client: Client, query: str = "", **headers: str) -> str:
    with time_machine.travel(f"{AS_OF} 09:00", tick=False):
        answer = client.get(f"/people/{query}", headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_latest_contact_comes_first_and_what_lies_ahead_does_not_count(seen_by_owner: Client) -> None:
    page = _page(seen_by_owner)
    order = [page.index(name) for name in ("Zed Lorne", "Mia Ruiz", "Ann Petrov", "Joe Kowalski")]
    assert order == sorted(order)


def test_somebody_is_found_by_name_company_title_or_address(seen_by_owner: Client) -> None:
    for words in ("kowal", "national", "raw+materials", "joe@nsteel", "joe+steel"):
        page = _page(seen_by_owner, f"?q={words}")
        assert "Joe Kowalski" in page and "Mia Ruiz" not in page


def test_desks_and_senders_without_contact_stand_behind_the_filter(seen_by_owner: Client, owner: Any) -> None:
    marked = {"list-unsubscribe": "<https://x.example>", "precedence": "bulk"}
    keep(
        owner,
        letter("Orders <orders@nsteel.example>", OLGA, "2026-02-26T10:00:00"),
        letter("Shop News <shop@bulk.example>", OLGA, "2026-02-26T11:00:00", headers=marked),
    )
    bring_up_to_date(owner, as_of=AS_OF)
    known, everybody = _page(seen_by_owner), _page(seen_by_owner, "?who=everybody")
    assert "shared mailbox" not in known and "Shop News" not in known
    assert "shared mailbox" in everybody
    assert "Shop News" in everybody and "no contact" in everybody


@pytest.mark.parametrize("query", ["", "?sort=name", "?who=everybody"])
def test_pages_follow_each_other_without_a_gap_or_a_double(seen_by_owner: Client, owner: Any, query: str) -> None:
    writers = [f"Writer {n} <w{n}@many.example>" for n in range(85)]
    keep(owner, *(letter(who, OLGA, f"2026-02-{1 + n % 25:02}T0{n % 9}:00:00") for n, who in enumerate(writers)))
    bring_up_to_date(owner, as_of=AS_OF)
    seen: list[str] = []
    address = query
    while address is not None:
        rows = _page(seen_by_owner, address).partition("<tbody>")[2].partition("</tbody>")[0]
        seen += [part.partition("/")[0] for part in rows.split('<a href="/people/')[1:] if part[0].isdigit()]
        more = rows.partition('<tr class="more">')[2].partition('href="/people/')[2].partition('"')[0]
        address = more.replace("&amp;", "&") or None  # type: ignore[assignment]
    assert len(seen) == len(set(seen)) == 89


def test_nobody_of_ours_stands_in_the_list(seen_by_owner: Client) -> None:
    assert "Olga Owner" not in _page(seen_by_owner, "?who=everybody").partition("<tbody>")[2].partition("</tbody>")[0]


def test_a_stranger_sees_nobody_of_the_owners(client: Client, owner: Any, stranger: Any) -> None:
    open_book(owner)
    client.force_login(stranger)
    for query in ("", "?who=everybody", "?q=joe", "?sort=name"):
        page = _page(client, query)
        assert "Kowalski" not in page and "nsteel" not in page
    joe: Person = person(owner, "Joe Kowalski")
    assert f"/people/{joe.pk}/" not in page


@pytest.mark.parametrize("query", ["", "?q=steel", "?who=everybody"])
def test_the_list_asks_the_database_seldom(seen_by_owner: Client, query: str) -> None:
    with few_queries():
        _page(seen_by_owner, query)


def test_a_part_of_the_page_is_the_same_part(seen_by_owner: Client) -> None:
    assert "<html" not in _page(seen_by_owner, "?q=joe", **{"HX-Request": "true"})
