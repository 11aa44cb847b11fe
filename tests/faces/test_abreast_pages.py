"""Keeping them abreast on the pages: the draft, what was told by mouth, how often they hear from us, and who has left."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client, override_settings

from alongside.config.smtp import Security, SmtpServer
from alongside.ledgers.requests.file import write_down
from alongside.ledgers.requests.models import Request, Update
from alongside.outbox.models import OutgoingLetter
from alongside.pipeline import rebuild
from alongside.today.models import TodayItem
from alongside.vocabulary import EntryKind, LetterState
from tests.faces.book import AS_OF, ASKED, company, few_queries, open_book, person

SERVER = SmtpServer("127.0.0.1", 9, Security.NONE)
LETTER = {
    "to": "joe@nsteel.example",
    "subject": "Re: Demurrage",
    "text": "How it stands.",
    "next_update_on": "2026-03-12",
}


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel(f"{AS_OF.isoformat()} 09:00", tick=False):
        yield


@pytest.fixture
def reader(client: Client, owner: Any) -> Client:
    open_book(owner)
    client.force_login(owner)
    return client


def asked_of(owner: Any) -> Request:
    found: Request = Request.objects.visible_to(owner).get(quote=ASKED)
    return found


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_the_request_shows_the_longest_silence_and_what_was_meant(reader: Client, owner: Any) -> None:
    page = text_of(reader.get(f"/requests/{asked_of(owner).pk}/"))
    assert "have heard nothing since; a word every seven days was meant" in page
    assert "longest silence seven weeks, seven days meant" in text_of(reader.get("/requests/"))


def test_the_draft_quotes_them_and_says_what_was_done_and_not_what_is_internal(reader: Client, owner: Any) -> None:
    asked = asked_of(owner)
    write_down(
        asked,
        EntryKind.CONTAINMENT,
        "The next bill is held back.",
        by=owner,
        at=asked.interaction.occurred_at,
        on=AS_OF,
    )
    write_down(asked, EntryKind.HAPPENED, "Our clerk forgot it.", by=owner, at=asked.interaction.occurred_at, on=AS_OF)
    with few_queries():
        page = text_of(reader.get(f"/requests/{asked.pk}/update"))
    assert f"&gt; {ASKED}" in page and "The next bill is held back" in page
    assert "Our clerk forgot it" not in page and "Send it" not in page


def test_the_draft_is_given_as_a_file(reader: Client, owner: Any) -> None:
    answer = reader.post(f"/requests/{asked_of(owner).pk}/update", LETTER | {"do": "file"})
    assert answer["Content-Type"] == "message/rfc822" and b"X-Unsent: 1" in answer.content
    assert not OutgoingLetter.objects.exists()


def test_without_a_server_nothing_is_sent_and_it_is_said(reader: Client, owner: Any) -> None:
    answer = reader.post(f"/requests/{asked_of(owner).pk}/update", LETTER | {"do": "send"})
    assert (
        answer.status_code == 400 and "No mail server is set" in text_of(answer) and "How it stands." in text_of(answer)
    )


def test_sent_by_ones_own_program_it_is_told_and_the_request_stays_open(reader: Client, owner: Any) -> None:
    asked = asked_of(owner)
    reader.post(f"/requests/{asked.pk}/update", LETTER | {"do": "sent"})
    asked.refresh_from_db()
    assert (asked.state, asked.last_update_on, f"{asked.next_update_on}") == ("open", AS_OF, "2026-03-12")


def test_what_was_told_by_mouth_counts_is_kept_by_a_rebuild_and_can_be_taken_back(reader: Client, owner: Any) -> None:
    asked = asked_of(owner)
    reader.post(
        f"/requests/{asked.pk}/told", {"words": "On the phone: the port answers next week.", "on": "2026-02-27"}
    )
    rebuild(owner, as_of=AS_OF)
    assert f"{asked_of(owner).last_update_on}" == "2026-02-27"
    assert "the port answers next week" in text_of(reader.get(f"/requests/{asked.pk}/"))
    reader.post(f"/requests/{asked.pk}/told/{Update.objects.get().pk}/undo")
    assert asked_of(owner).told == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"words": "", "on": ""}, "Write in a few words"),
        ({"words": "x", "on": "2030-01-01"}, "still to come"),
        ({"words": "x", "on": "2020-01-01"}, "had not asked yet"),
        ({"words": "x", "on": "soon"}, "That is no day"),
    ],
)
def test_what_cannot_have_been_told_is_refused(reader: Client, owner: Any, said: dict[str, str], told: str) -> None:
    answer = reader.post(f"/requests/{asked_of(owner).pk}/told", said)
    assert answer.status_code == 400 and told in text_of(answer) and said["words"] in text_of(answer)


def test_how_often_they_hear_from_us_is_set_for_all_and_for_one(reader: Client, owner: Any) -> None:
    steel, asked = company(owner, "National Steel"), asked_of(owner)
    reader.post("/settings/updates", {"days": "14"})
    assert asked_of(owner).update_days == 14
    reader.post(f"/accounts/{steel.pk}/updates", {"days": "3", "back": f"/requests/{asked.pk}/"})
    assert asked_of(owner).update_days == 3
    assert 'value="3"' in text_of(reader.get(f"/accounts/{steel.pk}/"))
    reader.post(f"/accounts/{steel.pk}/updates", {"undo": "1"})
    assert asked_of(owner).update_days == 14
    told = reader.post("/settings/updates", {"days": "many"}, follow=True)
    assert "nothing was changed" in text_of(told) and asked_of(owner).update_days == 14


def test_an_update_to_who_left_is_refused_and_names_whom_to_tell_instead(reader: Client, owner: Any) -> None:
    asked, joe = asked_of(owner), person(owner, "Joe Kowalski")
    reader.post(f"/people/{joe.pk}/left", {"left_on": "2026-02-20"})
    assert "Joe Kowalski left" in text_of(reader.get(f"/people/{joe.pk}/"))
    answer = reader.post(f"/requests/{asked.pk}/update", LETTER | {"do": "sent"})
    page = text_of(answer)
    assert answer.status_code == 400 and "How it stands." in page
    assert (
        "Joe Kowalski left National Steel on Friday 20 February. Tell Ann Petrov (ann@nsteel.example) instead" in page
    )
    assert not TodayItem.objects.visible_to(owner).filter(play="update_owed", person=joe).exists()
    reader.post(f"/people/{joe.pk}/left", {"undo": "1"})
    assert reader.post(f"/requests/{asked.pk}/update", LETTER | {"do": "sent"}).status_code == 302


@override_settings(SMTP_SERVER=SERVER)
def test_sent_it_waits_in_the_outbox_and_can_be_taken_back(reader: Client, owner: Any) -> None:
    asked = asked_of(owner)
    reader.post(f"/requests/{asked.pk}/update", LETTER | {"do": "send"})
    letter = OutgoingLetter.objects.get()
    with few_queries():
        page = text_of(reader.get("/outbox/"))
    assert "waits to leave" in page and "Re: Demurrage" in page
    reader.post(f"/outbox/{letter.pk}/say", {"say": "take-back"})
    letter.refresh_from_db()
    assert letter.state == LetterState.TAKEN_BACK
    told = reader.post(f"/outbox/{letter.pk}/say", {"say": "take-back"}, follow=True)
    assert "It was taken back, and has not left." in text_of(told)
    assert "How it stands." in text_of(reader.get(f"/requests/{asked.pk}/update?letter={letter.pk}"))


@override_settings(SMTP_SERVER=SERVER)
@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"to": "joe"}, "is no address"),
        ({"to": ""}, "Say whom"),
        ({"subject": "Hi\r\nBcc: eve@x.example"}, "in one line"),
        ({"text": " "}, "is empty"),
        ({"next_update_on": "2020-01-01"}, "That day has passed"),
    ],
)
def test_what_cannot_be_sent_is_told_and_nothing_typed_is_lost(
    reader: Client, owner: Any, fields: dict[str, str], told: str
) -> None:
    item = TodayItem.objects.visible_to(owner).filter(action="draft").earliest("position")
    for address in (f"/requests/{asked_of(owner).pk}/update", f"/today/{item.pk}/send"):
        answer = reader.post(address, LETTER | fields | {"do": "send"})
        assert answer.status_code == 400 and told in text_of(answer)
        assert all(
            word in text_of(answer)
            for word in ("Re: Demurrage", "How it stands.")
            if word in (LETTER | fields).values()
        )
    assert not OutgoingLetter.objects.exists()


def test_a_stranger_finds_no_letter(reader: Client, owner: Any, stranger: Any) -> None:
    with override_settings(SMTP_SERVER=SERVER):
        reader.post(f"/requests/{asked_of(owner).pk}/update", LETTER | {"do": "send"})
    reader.force_login(stranger)
    assert "Re: Demurrage" not in text_of(reader.get("/outbox/"))
    assert reader.post(f"/outbox/{OutgoingLetter.objects.get().pk}/say", {"say": "take-back"}).status_code == 404
