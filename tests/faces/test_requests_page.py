"""What is open over all accounts: late promises first, one account alone, and what one key says of a row."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.ledgers.commitments.models import Commitment
from alongside.vocabulary import CommitmentState
from alongside.web.rows.between_us import open_rows
from tests.faces.book import AS_OF, JOE, OLGA, company, few_queries, open_book
from tests.letters import keep, letter

PROMISES = {
    "Calumet": "I will send you the report by 25 February.",
    "Duluth": "I will send you the drawings by 20 February.",
    "Escanaba": "I will send you the samples by 9 March.",
    "Fairport": "I will send you the certificate by 5 March.",
    "Gladstone": "I will send you the brochure.",
}
"""What Olga promised on 16 February, by subject: two days are past on 2 March, two are ahead, one has none."""


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel(f"{AS_OF.isoformat()} 09:00", tick=False):
        yield


@pytest.fixture
def seen_by_owner(client: Client, owner: Any) -> Client:
    mails = [letter(OLGA, JOE, "2026-02-16T10:00:00", f"Hi Joe, {words}", subject=on) for on, words in PROMISES.items()]
    keep(owner, *mails)
    open_book(owner)
    client.force_login(owner)
    return client


def _page(client: Client, query: str = "") -> str:
    with few_queries():
        answer = client.get(f"/requests/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def _promised(owner: Any, most: int = 40, after: str = "") -> tuple[list[str], str]:
    rows, more = open_rows(owner, "ours", as_of=AS_OF, account_id=None, after=after, most=most)
    return [row.matter.what for row in rows], more


def test_late_promises_stand_first_then_what_comes_next_then_what_has_no_day(seen_by_owner: Client, owner: Any) -> None:
    every, _ = _promised(owner)
    goods = ("report", "drawings", "certificate", "samples", "brochure")
    places = [next(i for i, what in enumerate(every) if each in what) for each in goods]
    assert places == sorted(places) and places[-1] == len(every) - 1


def test_page_by_page_every_promise_comes_once(seen_by_owner: Client, owner: Any) -> None:
    every, _ = _promised(owner)
    seen: list[str] = []
    after = ""
    for _ in every:
        rows, after = _promised(owner, most=1, after=after)
        seen += rows
    assert seen == every and not after


@pytest.mark.parametrize("query", ["?show=ours&after=x", "?show=ours&after=late.W10", "?show=king", "?show=ours"])
def test_what_nobody_offered_means_the_beginning(seen_by_owner: Client, query: str) -> None:
    assert "report" in _page(seen_by_owner, query)


def test_one_account_alone(seen_by_owner: Client, owner: Any) -> None:
    plates = company(owner, "Plate Works")
    page = _page(seen_by_owner, f"?account={plates.pk}")
    assert "Plate Works" in page and "report" not in page
    assert seen_by_owner.get("/requests/?account=x").status_code == 404


def test_a_promise_that_was_kept_is_settled_in_its_row_and_can_be_taken_back(seen_by_owner: Client, owner: Any) -> None:
    promise = Commitment.objects.visible_to(owner).get(what__contains="report")
    headers = {"HX-Request": "true", "HX-Target": f"open-commitment-{promise.pk}"}
    for state, key in ((CommitmentState.KEPT, "u"), (CommitmentState.OPEN, "d")):
        answer = seen_by_owner.post(f"/promises/{promise.pk}/decide", {"state": state}, headers=headers)
        assert f'aria-keyshortcuts="{key}"' in answer.content.decode()
        promise.refresh_from_db()
        assert promise.state == state


def test_a_stranger_sees_nothing_of_it(seen_by_owner: Client, owner: Any, stranger: Any) -> None:
    account = company(owner, "National Steel").pk
    seen_by_owner.force_login(stranger)
    assert "report" not in _page(seen_by_owner)
    assert seen_by_owner.get(f"/requests/?account={account}").status_code == 404


def test_where_nothing_is_open_the_page_says_what_will_stand_there(client: Client, stranger: Any) -> None:
    client.force_login(stranger)
    assert "will stand here" in _page(client)
