"""Why: every statement opens to its words, and a person's word on them holds."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.conversation import post_accounts
from alongside.ledgers.orders.models import Order
from alongside.ledgers.requests.models import Request
from alongside.pipeline import bring_up_to_date
from alongside.sightings.models import Sighting
from alongside.sources.readings import OWN_FIELD
from alongside.vocabulary import CommitmentState, Review, SightingKind
from tests.faces.book import AS_OF, ASKED, PROMISED, company, few_queries, open_book
from tests.letters import keep, row

HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel(f"{AS_OF.isoformat()} 09:00", tick=False):
        yield


@pytest.fixture
def seen_by_owner(client: Client, owner: Any) -> Client:
    open_book(owner)
    client.force_login(owner)
    return client


def _promise(owner: Any) -> Sighting:
    found: Sighting = Sighting.objects.visible_to(owner).get(kind=SightingKind.PROMISE)
    return found


def test_a_sighting_shows_its_quote_its_reason_and_takes_a_word(seen_by_owner: Client, owner: Any) -> None:
    with few_queries():
        page = seen_by_owner.get(f"/why/sighting/{_promise(owner).pk}/", headers=HTMX).content.decode()
    assert PROMISED in page
    for key in ("y", "c", "x"):
        assert f'aria-keyshortcuts="{key}"' in page


def test_the_drawer_gets_a_fragment_and_a_link_the_whole_page(seen_by_owner: Client, owner: Any) -> None:
    address = f"/why/sighting/{_promise(owner).pk}/"
    assert "<html" not in seen_by_owner.get(address, headers=HTMX).content.decode()
    assert "<html" in seen_by_owner.get(address).content.decode()


def test_a_rejected_promise_leaves_the_ledger_and_taking_it_back_brings_it_again(
    seen_by_owner: Client, owner: Any
) -> None:
    promise = _promise(owner)
    answer = seen_by_owner.post(f"/why/sighting/{promise.pk}/", {"review": "rejected"}, headers=HTMX)
    assert answer.headers["HX-Trigger"] == "judged"
    assert not Commitment.objects.visible_to(owner).exists()
    seen_by_owner.post(f"/why/sighting/{promise.pk}/", {"review": "taken_back"}, headers=HTMX)
    assert Commitment.objects.visible_to(owner).exists()


def test_a_corrected_day_is_the_day_that_holds(seen_by_owner: Client, owner: Any) -> None:
    promise = _promise(owner)
    form = seen_by_owner.get(f"/why/sighting/{promise.pk}/?correct=1", headers=HTMX).content.decode()
    assert 'value="2026-01-16"' in form
    said = {"review": "corrected", "kind_": "promise", "what": "find out about the demurrage", "due_on": "2026-01-23"}
    seen_by_owner.post(f"/why/sighting/{promise.pk}/", said, headers=HTMX)
    promise.refresh_from_db()
    assert promise.review == Review.CORRECTED
    assert str(Commitment.objects.visible_to(owner).get().due_on) == "2026-01-23"


def test_a_day_with_two_readings_shows_both_until_it_is_corrected(seen_by_owner: Client, owner: Any) -> None:
    promise = _promise(owner)
    promise.detail |= {"due_on": "2026-01-16", "due_words": "by next Friday", "other_due_on": "2026-01-09"}
    promise.save()
    post_accounts(owner, [promise.account_id])
    row = Commitment.objects.visible_to(owner).get()
    for address in (f"/why/sighting/{promise.pk}/", f"/why/commitment/{row.pk}/"):
        page = seen_by_owner.get(address, headers=HTMX).content.decode()
        assert "Friday 16 January" in page
        assert "or, read another way" in page
        assert "Friday 9 January" in page
    said = {"review": "corrected", "kind_": "promise", "what": promise.detail["what"], "due_on": "2026-01-16"}
    seen_by_owner.post(f"/why/sighting/{promise.pk}/", said, headers=HTMX)
    assert Commitment.objects.visible_to(owner).get().other_due_on is None


def test_a_wrong_day_is_said_on_its_field_and_nothing_is_kept(seen_by_owner: Client, owner: Any) -> None:
    promise = _promise(owner)
    said = {"review": "corrected", "kind_": "promise", "due_on": "the other Friday"}
    page = seen_by_owner.post(f"/why/sighting/{promise.pk}/", said, headers=HTMX).content.decode()
    assert 'aria-invalid="true"' in page
    promise.refresh_from_db()
    assert promise.review == Review.UNREVIEWED


def test_a_finding_shows_its_reckoning_and_what_would_change_it(seen_by_owner: Client, owner: Any) -> None:
    steel = company(owner, "National Steel")
    page = seen_by_owner.get(f"/why/account/{steel.pk}/level/", headers=HTMX).content.decode()
    assert "What vendor asks" in page
    assert "What would change it" in page


def test_a_promise_that_was_kept_by_word_is_kept(seen_by_owner: Client, owner: Any) -> None:
    promise = Commitment.objects.visible_to(owner).get()
    page = seen_by_owner.get(f"/why/commitment/{promise.pk}/", headers=HTMX).content.decode()
    assert "It was kept" in page and PROMISED in page
    answer = seen_by_owner.post(f"/promises/{promise.pk}/decide", {"state": "kept"}, headers=HTMX)
    promise.refresh_from_db()
    assert promise.state == CommitmentState.KEPT
    assert "It is still open" in answer.content.decode()


def test_a_request_shows_their_words(seen_by_owner: Client, owner: Any) -> None:
    asked = Request.objects.visible_to(owner).filter(quote__contains="statement of facts").get()
    assert ASKED in seen_by_owner.get(f"/why/request/{asked.pk}/", headers=HTMX).content.decode()


def test_a_stranger_finds_none_of_it(client: Client, owner: Any, stranger: Any) -> None:
    open_book(owner)
    promise, kept = _promise(owner), Commitment.objects.visible_to(owner).get()
    client.force_login(stranger)
    assert client.get(f"/why/sighting/{promise.pk}/").status_code == 404
    assert client.post(f"/why/sighting/{promise.pk}/", {"review": "rejected"}).status_code == 404
    assert client.get(f"/why/commitment/{kept.pk}/").status_code == 404
    assert client.post(f"/promises/{kept.pk}/decide", {"state": "kept"}).status_code == 404


@pytest.mark.parametrize("address", ["/why/sighting/999999/", "/why/dragon/1/", "/why/account/999999/level/"])
def test_what_is_not_there_is_not_found(seen_by_owner: Client, address: str) -> None:
    assert seen_by_owner.get(address).status_code == 404


def test_an_order_shows_the_columns_that_are_no_field_of_ours(seen_by_owner: Client, owner: Any) -> None:
    order = {
        "account": "Acme",
        "number": "77",
        "ordered_on": "2025-11-19",
        OWN_FIELD.format("Cost centre"): "4711 North",
    }
    keep(owner, row("orders", **order))
    bring_up_to_date(owner, as_of=AS_OF)
    page = seen_by_owner.get(f"/why/order/{Order.objects.visible_to(owner).get(number='77').pk}/").content.decode()
    assert "Cost centre" in page and "4711 North" in page
