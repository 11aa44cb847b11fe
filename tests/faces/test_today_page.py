"""Today: what stands on it, why, and what becomes of an item that a person puts away."""

import re
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.ledgers.awards.models import Award
from alongside.today.models import TodayDecision, TodayItem
from alongside.vocabulary import AwardRoute, NoBidReason, PlayName, TodayVerdict
from tests.faces.book import AS_OF, few_queries, open_book
from tests.letters import keep as bring
from tests.letters import row

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


def _item(owner: Any, play: PlayName) -> TodayItem:
    found: TodayItem = TodayItem.objects.visible_to(owner).filter(play=play).earliest("position")
    return found


def _page(client: Client, address: str = "/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_item_says_what_to_do_why_and_for_whom_and_the_first_shows_its_evidence(
    seen_by_owner: Client, owner: Any
) -> None:
    page = _page(seen_by_owner)
    late = _item(owner, PlayName.PROMISE_DUE)
    assert late.say.split(",")[0] in page
    assert "I will find out and tell you by Friday." in page, "the drawer quotes the promise"
    assert 'aria-current="true"' in page


def test_the_page_asks_the_database_at_most_twelve_times(seen_by_owner: Client) -> None:
    with few_queries():
        _page(seen_by_owner)


def test_an_empty_installation_says_what_will_stand_here_and_how_to_begin(client: Client, owner: Any) -> None:
    client.force_login(owner)
    page = _page(client)
    assert "Bring in your files" in page
    assert "nobody waits" not in page


def test_a_done_item_stays_as_one_line_with_undo_and_undo_brings_it_back(seen_by_owner: Client, owner: Any) -> None:
    item = _item(owner, PlayName.PROMISE_DUE)
    answer = seen_by_owner.post(f"/today/{item.pk}/decide", {"verdict": "done"}, headers=HTMX)
    assert "item--settled" in answer.content.decode()
    assert f"item-{item.pk}" not in _page(seen_by_owner)
    decision = TodayDecision.objects.get(key=item.key)
    back = seen_by_owner.post(f"/today/decisions/{decision.pk}/undo", headers=HTMX)
    assert f'id="item-{item.pk}"' in back.content.decode()
    assert f"item-{item.pk}" in _page(seen_by_owner)


def test_a_snoozed_item_comes_back_on_its_day(seen_by_owner: Client, owner: Any) -> None:
    item = _item(owner, PlayName.PROMISE_DUE)
    seen_by_owner.post(f"/today/{item.pk}/decide", {"verdict": "snoozed", "days": "7"}, headers=HTMX)
    assert TodayDecision.objects.get(key=item.key).until == date(2026, 3, 9)
    assert f"item-{item.pk}" not in _page(seen_by_owner)
    with time_machine.travel("2026-03-09 09:00", tick=False):
        seen_by_owner.force_login(owner)
        assert f"item-{item.pk}" in _page(seen_by_owner)


def test_another_word_on_an_item_replaces_the_first(seen_by_owner: Client, owner: Any) -> None:
    item = _item(owner, PlayName.PROMISE_DUE)
    for days in ("1", "7"):
        seen_by_owner.post(f"/today/{item.pk}/decide", {"verdict": "snoozed", "days": days}, headers=HTMX)
    holding = TodayDecision.objects.filter(key=item.key, withdrawn_at__isnull=True)
    assert [decision.until for decision in holding] == [date(2026, 3, 9)]


def test_not_this_keeps_the_reason(seen_by_owner: Client, owner: Any) -> None:
    item = _item(owner, PlayName.PROMISE_DUE)
    assert "Why not this?" in _page(seen_by_owner, f"/today/{item.pk}/dismiss")
    seen_by_owner.post(f"/today/{item.pk}/decide", {"verdict": "dismissed", "why": "Settled by phone"})
    decision = TodayDecision.objects.get(key=item.key)
    assert (decision.verdict, decision.why) == (TodayVerdict.DISMISSED, "Settled by phone")
    assert "not this: Settled by phone" in _page(seen_by_owner)


def test_the_letter_quotes_their_words_and_leaves_as_a_draft_that_answers_their_mail(
    seen_by_owner: Client, owner: Any
) -> None:
    item = _item(owner, PlayName.PROMISE_DUE)
    page = _page(seen_by_owner, f"/today/{item.pk}/draft")
    assert re.search(r"joe@nsteel\.example", page)
    answer = seen_by_owner.post(
        f"/today/{item.pk}/draft.eml", {"to": "joe@nsteel.example", "subject": "Re: Demurrage", "text": "Hi Joe,"}
    )
    message = message_from_bytes(answer.content)
    assert message["X-Unsent"] == "1"
    assert message["In-Reply-To"] in message["References"]
    assert message.get_payload(decode=True) == b"Hi Joe,\r\n"
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_header_of_the_letter_cannot_carry_another(seen_by_owner: Client, owner: Any) -> None:
    item = _item(owner, PlayName.PROMISE_DUE)
    answer = seen_by_owner.post(
        f"/today/{item.pk}/draft.eml", {"to": "joe@x.example", "subject": "Hi\r\nBcc: all@x.example", "text": ""}
    )
    assert message_from_bytes(answer.content)["Bcc"] is None


def test_yes_no_bid_confirms_the_route_with_its_reason_and_the_line_says_so(client: Client, owner: Any) -> None:
    from alongside.pipeline import bring_up_to_date

    open_book(owner)
    order = row(
        "orders",
        account="National Steel",
        number="4471",
        ordered_on="2026-02-20",
        category="Pellets",
        quantity="8200",
        unit="t",
        value="900000",
    )
    bring(owner, order)
    bring_up_to_date(owner, as_of=AS_OF)
    client.force_login(owner)
    award = Award.objects.visible_to(owner).get()
    item = _item(owner, PlayName.AWARD_ROUTE)
    said = {"route": "direct_award", "item": item.pk}
    answer = client.post(f"/awards/{award.pk}/confirm", said, headers=HTMX)
    assert f'id="item-{item.pk}"' in answer.content.decode()
    award.refresh_from_db()
    assert (award.route, award.no_bid_reason) == (AwardRoute.DIRECT_AWARD, NoBidReason.RELATIONSHIP)
    assert not TodayItem.objects.visible_to(owner).filter(play=PlayName.AWARD_ROUTE).exists()


@pytest.mark.parametrize("address", ["/today/{}/dismiss", "/today/{}/draft", "/why/item/{}/"])
def test_a_stranger_finds_none_of_it(client: Client, owner: Any, stranger: Any, address: str) -> None:
    open_book(owner)
    item = _item(owner, PlayName.PROMISE_DUE)
    client.force_login(stranger)
    assert client.get(address.format(item.pk)).status_code == 404
    assert client.post(f"/today/{item.pk}/decide", {"verdict": "done"}).status_code == 404
    assert "Demurrage" not in client.get("/").content.decode()
    assert TodayDecision.objects.count() == 0


def test_who_is_not_signed_in_is_asked_to(client: Client, db: None) -> None:
    assert client.get("/").headers["Location"] == "/sign-in/?next=/"
