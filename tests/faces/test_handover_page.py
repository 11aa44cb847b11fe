"""The handover as a page: what was left open before my time opens to its words; it can be asked for any day; nobody else sees it."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.pipeline import bring_up_to_date
from tests.faces.book import AS_OF, ASKED, company, few_queries, open_book
from tests.letters import keep, row


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel(f"{AS_OF.isoformat()} 09:00", tick=False):
        yield


@pytest.fixture
def reader(client: Client, owner: Any) -> Client:
    open_book(owner)
    client.force_login(owner)
    return client


def _page(client: Client, owner: Any, query: str = "", *, status: int = 200) -> str:
    account = company(owner, "National Steel").pk
    with few_queries():
        answer = client.get(f"/accounts/{account}/handover{query}")
    assert answer.status_code == status
    return answer.content.decode()


def test_what_was_left_open_before_the_day_is_listed_and_opens(reader: Client, owner: Any) -> None:
    page = _page(reader, owner, "?since=2026-02-15")
    assert "Never settled" in page and "tell you by Friday" in page
    assert 'hx-get="/why/commitment/' in page
    assert "Keep what we promised Joe Kowalski" in page


def test_before_anything_was_said_nothing_was_left_open(reader: Client, owner: Any) -> None:
    page = _page(reader, owner, "?since=2026-01-01")
    assert "Nothing was left open." in page and ASKED not in page


def test_the_day_comes_from_the_table_that_says_since_when_it_is_yours(reader: Client, owner: Any) -> None:
    assert "as if the account became yours today" in _page(reader, owner)
    keep(owner, row("accounts", name="National Steel", domain="nsteel.example", owner_since="2026-02-20"))
    bring_up_to_date(owner, as_of=AS_OF)
    assert 'value="2026-02-20"' in _page(reader, owner)


def test_a_day_that_is_none_is_told(reader: Client, owner: Any) -> None:
    assert "“soon” is no day" in _page(reader, owner, "?since=soon", status=400)


def test_a_stranger_finds_no_handover(reader: Client, owner: Any, stranger: Any) -> None:
    account = company(owner, "National Steel").pk
    reader.force_login(stranger)
    assert reader.get(f"/accounts/{account}/handover").status_code == 404
