"""An account changes hands by hand: the handover counts from that day, what is private stays so, nothing typed is lost."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.people.merge import merge_accounts, take_back, words_about
from alongside.people.models import Tenure
from alongside.people.tenures.models import TenureEntry
from alongside.pipeline import bring_up_to_date, rebuild
from tests.faces.book import AS_OF, company, few_queries, open_book
from tests.letters import AT, keep, row


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel(f"{AS_OF.isoformat()} 09:00", tick=False):
        yield


@pytest.fixture
def reader(client: Client, owner: Any) -> Client:
    open_book(owner)
    client.force_login(owner)
    return client


def _say(client: Client, owner: Any, say: str, **typed: str) -> Any:
    account = company(owner, "National Steel").pk
    return client.post(f"/accounts/{account}/tenure", {"say": say} | {f"{say}-{k}": v for k, v in typed.items()})


def _page(client: Client, owner: Any, name: str) -> str:
    account = company(owner, "National Steel").pk
    with few_queries():
        answer = client.get(f"/accounts/{account}/{name}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_taken_over_by_hand_the_sweep_counts_from_that_day(reader: Client, owner: Any) -> None:
    assert _say(reader, owner, "take_over", who="Tom Halvorsen", on="2026-02-20").status_code == 302
    page = _page(reader, owner, "handover")
    assert 'value="2026-02-20"' in page and "from Tom Halvorsen" in page and "tell you by Friday" in page
    assert "yours since February" in _page(reader, owner, "")


def test_a_word_holds_over_the_table_and_over_every_rebuild_until_it_is_taken_back(reader: Client, owner: Any) -> None:
    keep(owner, row("accounts", name="National Steel", domain="nsteel.example", owner_since="2026-02-01"))
    bring_up_to_date(owner, as_of=AS_OF)
    _say(reader, owner, "take_over", who="Tom", on="2026-02-20")
    rebuild(owner, as_of=AS_OF)
    assert f"{Tenure.objects.get().from_on}" == "2026-02-20"
    account, word = company(owner, "National Steel"), TenureEntry.objects.get()
    reader.post(f"/accounts/{account.pk}/tenure/{word.pk}/undo")
    assert f"{Tenure.objects.get().from_on}" == "2026-02-01"


def test_it_stays_with_the_account_through_a_merge_and_the_parting_again(reader: Client, owner: Any) -> None:
    _say(reader, owner, "take_over", who="Tom", on="2026-02-20")
    one, other = company(owner, "Plate Works"), company(owner, "National Steel")
    merge_accounts(one, other, by=owner, at=AT)
    bring_up_to_date(owner, as_of=AS_OF)
    merged = Tenure.objects.get().account
    assert merged.merged_into_id is None
    take_back(words_about(merged)[0], at=AT)
    bring_up_to_date(owner, as_of=AS_OF)
    assert Tenure.objects.get().account == company(owner, "National Steel")


def test_handed_over_it_leaves_today_and_comes_back_when_that_is_taken_back(reader: Client, owner: Any) -> None:
    assert "National Steel" in reader.get("/?all=1").content.decode()
    _say(reader, owner, "hand_over", who="Dave Olson", on="2026-03-01")
    assert "National Steel" not in reader.get("/?all=1").content.decode()
    assert "Handed over to Dave Olson" in _page(reader, owner, "handover")
    word = TenureEntry.objects.get()
    reader.post(f"/accounts/{company(owner, 'National Steel').pk}/tenure/{word.pk}/undo")
    assert "National Steel" in reader.get("/?all=1").content.decode()


def test_a_note_for_the_next_one_stands_on_the_handover_and_a_private_one_never(reader: Client, owner: Any) -> None:
    _say(reader, owner, "note", text="Never call Joe on a Monday.")
    _say(reader, owner, "note", text="I could not stand the man.", is_private="on")
    page = _page(reader, owner, "handover")
    assert "Never call Joe on a Monday." in page and "could not stand" not in page
    assert "could not stand" in _page(reader, owner, "tenure")


def test_a_private_note_is_shown_to_its_writer_alone(reader: Client, owner: Any, stranger: Any) -> None:
    _say(reader, owner, "note", text="I could not stand the man.", is_private="on")
    TenureEntry.objects.update(said_by=stranger)  # as where a colleague wrote it into the shared account
    assert "could not stand" not in _page(reader, owner, "tenure")


@pytest.mark.parametrize(
    ("say", "typed", "told"),
    [
        ("take_over", {"who": "Tom", "on": "2026-05-01"}, "That day is still to come."),
        ("take_over", {"who": "Tom", "on": "2020-05-01"}, "The first contact on record is of"),
        ("take_over", {"who": "Tom", "on": "soon"}, "That is no day."),
        ("take_over", {"who": "Tom", "on": ""}, "Choose the day"),
        ("hand_over", {"who": " ", "on": "2026-03-01"}, "Say who has it from now on"),
        ("hand_over", {"who": "Tom", "on": "2026-05-01"}, "That day is still to come."),
        ("note", {"text": " ", "is_private": "on"}, "Write a few words first"),
    ],
)
def test_what_cannot_be_is_told_and_what_was_typed_stays(
    reader: Client, owner: Any, say: str, typed: dict[str, str], told: str
) -> None:
    answer = _say(reader, owner, say, **typed)
    page = answer.content.decode()
    assert answer.status_code == 400 and told in page
    assert all(f'value="{word}"' in page for word in typed.values() if word.strip() and word != "on")
    assert not TenureEntry.objects.exists()


def test_it_cannot_be_handed_over_before_it_was_taken_over_nor_twice(reader: Client, owner: Any) -> None:
    _say(reader, owner, "take_over", who="Tom", on="2026-02-20")
    assert "It is yours since" in _say(reader, owner, "hand_over", who="Dave", on="2026-02-10").content.decode()
    _say(reader, owner, "hand_over", who="Dave", on="2026-03-01")
    assert "already" in _say(reader, owner, "hand_over", who="Eve", on="2026-03-02").content.decode()
    assert _say(reader, owner, "take_over", who="Dave", on="2026-03-02").status_code == 302
    assert Tenure.objects.get().to_on is None
