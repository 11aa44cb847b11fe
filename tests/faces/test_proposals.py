"""Gives and gets that are found in the mail: proposed with their words, entered with what they were worth, or rejected for good."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.ledgers.exchanges.models import Exchange
from alongside.pipeline import bring_up_to_date, rebuild
from alongside.sightings.models import Sighting
from tests.faces.book import ANN, AS_OF, JOE, OLGA, company, few_queries, open_book
from tests.letters import keep, letter

WAIVED = "We will waive the demurrage of 400 USD for this call."
FORECAST = "Attached you find our forecast of pellet consumption for 2027."
COMMITS = "We commit to 40,000 t for next year."


@pytest.fixture
def reader(client: Client, owner: Any) -> Iterator[Client]:
    with time_machine.travel(f"{AS_OF.isoformat()} 09:00", tick=False):
        open_book(owner)
        keep(
            owner,
            letter(OLGA, JOE, "2026-02-05T10:00:00", WAIVED, subject="Re: Demurrage"),
            letter(ANN, OLGA, "2026-02-06T10:00:00", FORECAST, subject="Forecast"),
            letter(ANN, OLGA, "2026-02-07T10:00:00", COMMITS, subject="Next year"),
        )
        bring_up_to_date(owner, as_of=AS_OF)
        client.force_login(owner)
        yield client


def _address(owner: Any) -> str:
    return f"/accounts/{company(owner, 'National Steel').pk}/gives-and-gets"


def _found(owner: Any, quote: str) -> str:
    sighting = Sighting.objects.visible_to(owner).get(kind="give_or_get", quote=quote)
    return f"{_address(owner)}/found/{sighting.pk}/"


def _page(client: Client, path: str) -> str:
    with few_queries():
        answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_the_mail_proposes_stands_with_its_words_and_where_they_are(reader: Client, owner: Any) -> None:
    page = _page(reader, _address(owner))
    assert "Found in the mail" in page and WAIVED in page and FORECAST in page
    assert "we gave a discount" in page and "Ann Petrov gave a forecast" in page and "/why/sighting/" in page


def test_a_get_is_entered_with_its_value_and_stands_no_longer_among_the_proposals(reader: Client, owner: Any) -> None:
    typed = {"kind": "received", "what": "40,000 t for 2027", "value": "9000", "currency": "USD"}
    assert COMMITS in _page(reader, _found(owner, COMMITS))
    reader.post(_found(owner, COMMITS), typed)
    page = _page(reader, _address(owner))
    assert "What they gave by themselves" in page and "40,000 t for 2027, 9,000 USD" in page
    assert COMMITS not in page
    assert Sighting.objects.get(quote=COMMITS).review == "confirmed"


def test_a_give_is_entered_as_a_concession_with_what_comes_for_it(reader: Client, owner: Any) -> None:
    page = _page(reader, _found(owner, WAIVED))
    assert 'value="400"' in page and 'value="USD"' in page and "They give in return" in page
    refused = reader.post(
        _found(owner, WAIVED), {"kind": "concession", "what": "The demurrage", "value": "400", "currency": "USD"}
    )
    assert refused.status_code == 400 and "A concession brings something home" in refused.content.decode()
    given = {
        "kind": "concession",
        "what": "The demurrage",
        "value": "400",
        "currency": "USD",
        "reason": "Our berth was taken.",
    }
    reader.post(_found(owner, WAIVED), given)
    assert "nothing in return: Our berth was taken." in _page(reader, _address(owner))


def test_a_favour_is_entered_as_one(reader: Client, owner: Any) -> None:
    reader.post(_found(owner, FORECAST), {"kind": "favour", "side": "get", "what": "The forecast for 2027"})
    row = Exchange.objects.get()
    assert (row.kind, row.side, row.what) == ("favour", "get", "The forecast for 2027")


def test_what_is_rejected_never_comes_back(reader: Client, owner: Any) -> None:
    reader.post(_found(owner, WAIVED) + "not-so")
    assert WAIVED not in _page(reader, _address(owner))
    rebuild(owner, as_of=AS_OF)
    assert WAIVED not in _page(reader, _address(owner))
    assert FORECAST in _page(reader, _address(owner))


def test_what_was_entered_stays_entered_when_everything_is_made_anew(reader: Client, owner: Any) -> None:
    reader.post(_found(owner, FORECAST), {"kind": "favour", "side": "get", "what": "The forecast for 2027"})
    rebuild(owner, as_of=AS_OF)
    page = _page(reader, _address(owner))
    assert FORECAST not in page and "The forecast for 2027" in page


def test_an_entry_that_is_taken_back_is_proposed_again(reader: Client, owner: Any) -> None:
    reader.post(_found(owner, FORECAST), {"kind": "favour", "side": "get", "what": "The forecast for 2027"})
    reader.post(f"{_address(owner)}/{Exchange.objects.get().pk}", {"undo": "1"})
    assert FORECAST in _page(reader, _address(owner))


def test_a_stranger_finds_nothing(reader: Client, owner: Any, stranger: Any) -> None:
    address = _found(owner, WAIVED)
    reader.force_login(stranger)
    assert reader.get(address).status_code == 404 and reader.post(address + "not-so").status_code == 404
