"""Gives and gets as a page: a concession needs something in return or a reason, a large one somebody's word; nothing typed is lost."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.ledgers.exchanges.models import Exchange
from alongside.pipeline import rebuild
from tests.faces.book import AS_OF, company, few_queries, open_book

BACK = {"got": "a forecast", "whose": "Joe", "due_on": "2026-04-01"}
"""What comes in return, complete."""


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel(f"{AS_OF.isoformat()} 09:00", tick=False):
        yield


@pytest.fixture
def reader(client: Client, owner: Any) -> Client:
    open_book(owner)
    client.force_login(owner)
    return client


def _address(owner: Any) -> str:
    return f"/accounts/{company(owner, 'National Steel').pk}/gives-and-gets"


def _page(client: Client, owner: Any, query: str = "") -> str:
    with few_queries():
        answer = client.get(_address(owner) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def _concede(client: Client, owner: Any, **said: str) -> Any:
    typed = {"kind": "concession", "what": "90 days to pay", "on": "2026-03-01", "currency": "usd", **said}
    return client.post(_address(owner), typed, follow=True)


def test_an_empty_page_says_what_will_stand_here(reader: Client, owner: Any) -> None:
    page = _page(reader, owner)
    assert "Nothing was conceded." in page and "For us alone." in page


def test_a_concession_stands_beside_what_comes_in_return_and_counts_once_it_came(reader: Client, owner: Any) -> None:
    _concede(reader, owner, value="8000", got="a yearly forecast", whose="Joe", due_on="2026-04-01")
    assert "Nothing was delivered yet in return" in _page(reader, owner)
    back = Exchange.objects.get(stands_for__isnull=False)
    reader.post(f"{_address(owner)}/{back.pk}")
    page = _page(reader, owner)
    assert "a yearly forecast, Joe, came" in page and "1.00 of their value" in page


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"value": "100"}, "A concession brings something home"),
        ({"value": "20000", **BACK}, "somebody else&#x27;s word is needed"),
        (
            {"value": "20000", "approved_by": "Karen", "approved_on": "2027-01-01", **BACK},
            "a day that is still to come",
        ),
        ({"value": "100", **BACK, "due_on": "2026-02-01"}, "due before the concession is given"),
        ({"value": "100", "got": "a forecast", "due_on": "2026-04-01"}, "Who brings it?"),
        ({"value": "100", "got": "a forecast", "whose": "Joe"}, "By when does it come?"),
        ({"value": "100", "whose": "Joe", "due_on": "2026-04-01"}, "Say what comes in return."),
        ({"value": "100", **BACK, "currency": ""}, "In which currency?"),
        ({"value": "100", **BACK, "currency": "dollars"}, "That is no currency."),
        ({"value": "-1", **BACK}, "A value is nought or more."),
        ({"value": "much", **BACK}, "That is no amount."),
        ({"what": "", "got": "a forecast"}, "Say what it is, in a few words."),
        ({"got": "a forecast", "due_on": "soon"}, "That is no day."),
    ],
)
def test_what_is_missing_is_asked_for_and_what_was_typed_stays(
    reader: Client, owner: Any, said: dict[str, str], told: str
) -> None:
    answer = _concede(reader, owner, **said)
    page = answer.content.decode()
    assert answer.status_code == 400 and told in page
    assert all(value in page for value in said.values() if value)
    assert not Exchange.objects.exists()


def test_a_concession_for_nothing_needs_only_its_reason(reader: Client, owner: Any) -> None:
    page = _concede(reader, owner, reason="We had promised it before my time.").content.decode()
    assert "nothing in return: We had promised it before my time." in page


def test_an_entry_that_is_taken_back_takes_along_what_stood_for_it(reader: Client, owner: Any) -> None:
    _concede(reader, owner, value="8000", **BACK | {"got": "a yearly forecast"})
    given = Exchange.objects.get(stands_for__isnull=True)
    reader.post(f"{_address(owner)}/{given.pk}", {"undo": "1"})
    assert "yearly forecast" not in _page(reader, owner)


def test_favours_ask_for_nothing_and_survive_making_everything_anew(reader: Client, owner: Any) -> None:
    reader.post(_address(owner), {"kind": "favour", "side": "get", "what": "An introduction to Plate Works"})
    rebuild(owner, as_of=AS_OF)
    assert "An introduction to Plate Works" in _page(reader, owner)


def test_what_a_request_asks_for_stands_in_the_form_already(reader: Client, owner: Any) -> None:
    assert 'value="90 days to pay"' in _page(reader, owner, "?for=90+days+to+pay")


def test_a_stranger_finds_nothing(reader: Client, owner: Any, stranger: Any) -> None:
    address = _address(owner)
    reader.force_login(stranger)
    assert reader.get(address).status_code == 404
