"""What a program does: the same as a person does on the pages, once, undone in the same way, and told in the same sentences."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.utils import timezone

from alongside.erasing import erase_words
from alongside.interactions.models import Interaction
from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.exchanges.models import Exchange
from alongside.ledgers.requests.models import Request, RequestEntry
from alongside.outbox.compose import write
from alongside.outbox.queue import queue
from alongside.sightings.models import Sighting
from alongside.tokens.models import KeptAnswer
from alongside.vocabulary import TokenScope
from tests.api.conftest import Program, program_of
from tests.faces.book import AS_OF, company, mail, open_book, person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def book(owner: User) -> Iterator[None]:
    """Olga's customers, on their Monday."""
    with time_machine.travel(f"{AS_OF.isoformat()} 09:00", tick=False):
        open_book(owner)
        yield


@pytest.fixture
def asked(owner: User) -> Request:
    """Joe's request for the statement of facts."""
    return Request.objects.visible_to(owner).earliest("pk")


def said(answer: Any) -> Any:
    return json.loads(answer.content)


# Requests and promises


def test_a_request_is_entered_in_a_sentence(program: Program, owner: User) -> None:
    joe = person(owner, "Joe Kowalski")
    made = program.post("/requests", {"person_id": joe.pk, "words": "They want 90-day terms.", "due_on": "2026-03-20"})
    assert made.status_code == 201
    assert (said(made)["what"], said(made)["state"], said(made)["person"]) == (
        "They want 90-day terms.",
        "open",
        "Joe Kowalski",
    )
    assert said(made)["id"] in [each["id"] for each in program.shown("/requests?state=open")["items"]]


def test_what_was_entered_is_undone_by_its_sighting(program: Program, owner: User) -> None:
    joe = person(owner, "Joe Kowalski")
    made = said(program.post("/requests", {"person_id": joe.pk, "words": "They want 90-day terms."}))
    (found,) = program.shown(f"/sightings?interaction={made['interaction_id']}")["items"]
    program.post(f"/sightings/{found['id']}/review", {"review": "rejected"})
    assert program.get(f"/requests/{made['id']}").status_code == 404
    program.ask("DELETE", f"/sightings/{found['id']}/review")
    assert "They want 90-day terms." in [each["what"] for each in program.shown("/requests")["items"]]


def test_a_request_of_nobody_is_told(program: Program) -> None:
    answer = program.post("/requests", {"person_id": 10**9, "words": "They want 90-day terms."})
    assert answer.status_code == 422
    assert said(answer)["errors"] == [{"field": "person_id", "says": "There is no person 1000000000."}]


def test_a_request_is_answered_with_the_tag_that_was_read(program: Program, asked: Request) -> None:
    tag = program.get(f"/requests/{asked.pk}").headers["ETag"]
    answer = program.ask("PATCH", f"/requests/{asked.pk}", {"state": "answered"}, If_Match=tag)
    assert answer.status_code == 200
    assert said(answer)["request"]["state"] == "answered"


def test_an_answer_is_taken_back_by_saying_that_it_is_open(program: Program, asked: Request) -> None:
    program.ask("PATCH", f"/requests/{asked.pk}", {"state": "answered"}, If_Match="*")
    answer = program.ask("PATCH", f"/requests/{asked.pk}", {"state": "open"}, If_Match="*")
    assert said(answer)["request"]["state"] == "open"


def test_who_read_something_older_is_told(program: Program, asked: Request) -> None:
    tag = program.get(f"/requests/{asked.pk}").headers["ETag"]
    program.post(f"/requests/{asked.pk}/entries", {"kind": "behind", "text": "The controller."})
    answer = program.ask("PATCH", f"/requests/{asked.pk}", {"state": "closed"}, If_Match=tag)
    assert answer.status_code == 412
    assert said(answer)["detail"] == "This has changed since you read it. Read it again, and send its new ETag."
    asked.refresh_from_db()
    assert asked.state == "open"


def test_who_read_nothing_is_asked_to(program: Program, asked: Request) -> None:
    answer = program.ask("PATCH", f"/requests/{asked.pk}", {"state": "closed"})
    assert answer.status_code == 428


def test_the_next_update_has_a_day_to_come(program: Program, asked: Request) -> None:
    kept = program.ask("PATCH", f"/requests/{asked.pk}", {"next_update_on": "2026-03-09"}, If_Match="*")
    assert said(kept)["request"]["next_update_on"] == "2026-03-09"
    passed = program.ask("PATCH", f"/requests/{asked.pk}", {"next_update_on": "2026-02-01"}, If_Match="*")
    assert passed.status_code == 422
    assert said(passed)["detail"] == "That day has passed. Choose the day on which they hear from you next."


def test_the_file_of_a_request_is_written_and_taken_back(program: Program, asked: Request) -> None:
    sent = {"kind": "fix", "text": "Berth times by mail each day.", "whose": "Olga", "due_on": "2026-03-20"}
    made = program.post(f"/requests/{asked.pk}/entries", sent)
    assert made.status_code == 201
    assert program.shown(f"/requests/{asked.pk}")["fixing"]["value"] == "fix_agreed"
    assert program.ask("DELETE", f"/requests/{asked.pk}/entries/{said(made)['id']}").status_code == 204
    assert program.shown(f"/requests/{asked.pk}")["fixing"]["value"] == "asked"
    assert RequestEntry.objects.get().withdrawn_at is not None


def test_what_the_page_refuses_is_refused_in_its_words(program: Program, asked: Request) -> None:
    answer = program.post(f"/requests/{asked.pk}/entries", {"kind": "fix", "text": "x", "due_on": "2026-01-01"})
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert said(answer)["errors"] == [
        {
            "field": "due_on",
            "says": "That day has passed. Choose a day from today on, or write down that it is done.",
        }
    ]


def test_a_promise_is_entered_and_kept(program: Program, owner: User) -> None:
    joe = person(owner, "Joe Kowalski")
    sent = {"person_id": joe.pk, "side": "ours", "words": "The assay by Friday.", "due_on": "2026-03-06"}
    made = said(program.post("/promises", sent))
    assert (made["side"], made["due_on"], made["state"]) == ("ours", "2026-03-06", "open")
    kept = program.ask("PATCH", f"/promises/{made['id']}", {"state": "kept"}, If_Match="*")
    assert said(kept)["state"] == "kept"
    again = program.ask("PATCH", f"/promises/{made['id']}", {"state": "open"}, If_Match="*")
    assert said(again)["state"] == "open"


def test_an_answer_is_given_to_a_question_of_the_bank(program: Program, asked: Request) -> None:
    bank = said(program.post("/questions", {"text": "Who loads the ship?", "kind": "situation"}))["questions"]
    own = bank[-1]
    assert (own["question"]["text"], own["question"]["fits"]) == ("Who loads the ship?", "any")
    sent = {"kind": "behind", "question": own["question"]["key"], "text": "The dock company."}
    program.post(f"/requests/{asked.pk}/entries", sent)
    origin = {each["question"]: each["answers"] for each in program.shown(f"/requests/{asked.pk}")["origin"]}
    assert [each["text"] for each in origin["Who loads the ship?"]] == ["The dock company."]
    assert program.ask("DELETE", f"/questions/{own['word_id']}").status_code == 204
    assert own not in program.shown("/questions")["questions"]


def test_they_were_told_by_mouth_and_that_is_taken_back(program: Program, asked: Request) -> None:
    later = program.post(f"/requests/{asked.pk}/told", {"words": "On its way.", "on": "2026-04-01"})
    assert said(later)["detail"] == "That day is still to come. Choose the day on which you told them."
    told = program.post(f"/requests/{asked.pk}/told", {"words": "On its way."})
    assert program.shown(f"/requests/{asked.pk}")["request"]["last_update_on"] == "2026-03-02"
    assert program.ask("DELETE", f"/requests/{asked.pk}/told/{said(told)['id']}").status_code == 204
    assert program.shown(f"/requests/{asked.pk}")["request"]["last_update_on"] != "2026-03-02"


def test_the_update_is_drafted_and_quotes_them(program: Program, asked: Request) -> None:
    draft = program.shown(f"/requests/{asked.pk}/update")
    assert draft["to"] == "joe@nsteel.example"
    assert "statement of facts" in draft["text"]


def test_a_letter_is_kept_back_while_it_waits(program: Program, owner: User) -> None:
    written = write("Joe <joe@nsteel.example>", "Demurrage", "It comes on Friday.")
    letter = queue(written, by=owner, at=timezone.now())
    assert [each["says"] for each in program.shown("/outbox?outstanding=true")["items"]] == ["It waits to leave."]
    assert program.ask("DELETE", f"/outbox/{letter.pk}").status_code == 204
    again = program.ask("DELETE", f"/outbox/{letter.pk}")
    assert again.status_code == 409
    assert program.shown(f"/outbox/{letter.pk}")["state"] == "taken_back"


# Gives and gets


def test_a_concession_brings_something_home_or_says_why_not(program: Program, owner: User) -> None:
    steel = company(owner, "National Steel")
    at = f"/accounts/{steel.pk}/exchanges"
    terms = {"kind": "concession", "what": "90-day terms", "value": "5000", "currency": "USD"}
    refused = program.post(at, terms)
    assert refused.status_code == 422
    assert said(refused)["errors"][0]["field"] == "reason"
    kept = program.post(at, {**terms, "got": "A forecast", "whose": "Joe", "due_on": "2026-04-01"})
    assert kept.status_code == 201
    (concession,) = program.shown(at)["concessions"]
    came = program.post(f"{at}/{concession['got']['id']}/came", {})
    assert said(came)["delivered_on"] == "2026-03-02"
    assert program.shown(at)["rate"]["value"] == 1.0
    assert program.ask("DELETE", f"{at}/{concession['given']['id']}").status_code == 204
    assert program.shown(at)["concessions"] == []
    assert Exchange.objects.filter(withdrawn_at__isnull=False).count() == 2


# Going to bat, and the joint plan


def test_a_case_is_opened_by_its_first_entry_and_taken_back(program: Program, asked: Request) -> None:
    at = f"/requests/{asked.pk}/case"
    assert program.shown(at)["entries"] == []
    made = program.post(f"{at}/entries", {"part": "floor", "text": "60 days", "value": "20000", "currency": "usd"})
    assert (made.status_code, said(made)["currency"]) == (201, "USD")
    program.post(f"{at}/entries", {"part": "state", "state": "won"})
    assert program.shown(at)["state"] == "won"
    refused = program.post(f"{at}/entries", {"part": "decides", "text": "The board", "on": "2026-01-01"})
    assert said(refused)["detail"].startswith("That day has passed.")
    assert program.ask("DELETE", f"{at}/entries/{said(made)['id']}").status_code == 204
    assert [each["part"] for each in program.shown(at)["entries"]] == ["state"]


def test_a_step_is_added_moved_ticked_and_the_word_taken_back(program: Program, owner: User) -> None:
    at = f"/accounts/{company(owner, 'National Steel').pk}/plan"
    step = {"what": "Send the sample", "side": "ours", "whose": "Olga", "due_on": "2026-03-10"}
    assert said(program.post(at, {**step, "whose": " "}))["errors"][0]["field"] == "whose"
    (added,) = said(program.post(at, step))["steps"]
    tag = program.get(at).headers["ETag"]
    moved = program.ask("PATCH", f"{at}/{added['key']}", {"due_on": "2026-03-20"}, If_Match=tag)
    assert [(s["state"], s["due_on"], s["first_due_on"]) for s in said(moved)["steps"]] == [
        ("moved", "2026-03-20", "2026-03-10")
    ]
    assert program.ask("PATCH", f"{at}/{added['key']}", {"what": "x"}, If_Match=tag).status_code == 412
    done = program.post(f"{at}/{added['key']}/words", {"word": "done"})
    assert said(done)["steps"][0]["settled_on"] == "2026-03-02"
    back = program.post(f"{at}/{added['key']}/words", {"word": "undo"})
    assert said(back)["steps"][0]["state"] == "moved"
    assert program.post(f"{at}/ffff/words", {"word": "done"}).status_code == 404


# Today


def test_an_item_is_put_away_and_stands_again(program: Program) -> None:
    item = program.shown("/today")["items"][0]
    word = program.post(f"/today/{item['id']}/decisions", {"verdict": "snoozed", "days": 7})
    assert (word.status_code, said(word)["until"]) == (201, "2026-03-09")
    assert item["id"] not in [each["id"] for each in program.shown("/today?everything=true")["items"]]
    assert program.ask("DELETE", f"/today/decisions/{said(word)['id']}").status_code == 204
    assert item["id"] in [each["id"] for each in program.shown("/today?everything=true")["items"]]


# Notes and what was found


def test_a_note_says_what_was_found_in_it(program: Program, owner: User) -> None:
    joe = person(owner, "Joe Kowalski")
    kept = program.post("/notes", {"person_id": joe.pk, "text": "I will send Joe the assay by Friday.", "kind": "call"})
    assert kept.status_code == 201
    assert [each["kind"] for each in said(kept)["found"]] == ["promise"]
    assert program.shown(f"/interactions/{said(kept)['interaction_id']}")["kind"] == "call"


def test_what_nothing_found_is_entered(program: Program, owner: User) -> None:
    steel, joe = company(owner, "National Steel"), person(owner, "Joe Kowalski")
    thanks = {"what": "thanks", "person_id": joe.pk, "fields": {"words": "Thank you for the quick help."}}
    assert said(program.post("/notes/entries", thanks))["sighting"]["kind"] == "thanks"
    order = {"category": "pellets", "ordered_on": "2026-02-27", "value": "1000", "number": "4471"}
    assert program.post("/notes/entries", {"what": "order", "account_id": steel.pk, "fields": order}).status_code == 201
    assert [each["number"] for each in program.shown(f"/orders?account={steel.pk}")["items"]] == ["4471"]
    nobodys = {
        "what": "fact",
        "person_id": joe.pk,
        "fields": {"topic": "religion", "value": "x", "as_of": "2026-01-01"},
    }
    refused = program.post("/notes/entries", nobodys)
    assert said(refused)["detail"] == "Nothing of this kind is kept about a person, whoever told it."


def test_a_field_that_is_not_there_is_told(program: Program, owner: User) -> None:
    joe = person(owner, "Joe Kowalski")
    answer = program.post("/notes/entries", {"what": "thanks", "person_id": joe.pk, "fields": {"word": "x"}})
    assert answer.status_code == 422
    assert said(answer)["detail"] == "Thanks has no such field. There are: words, happened_on."


def test_what_was_found_is_corrected_and_the_word_taken_back(program: Program, owner: User) -> None:
    promise = Commitment.objects.visible_to(owner).earliest("pk")
    found = Sighting.objects.get(owner=owner, key=promise.sighting_key)
    word = {"review": "corrected", "kind": "promise", "due_on": "2026-03-13"}
    assert said(program.post(f"/sightings/{found.pk}/review", word))["review"] == "corrected"
    assert program.shown(f"/promises/{promise.pk}")["due_on"] == "2026-03-13"
    program.ask("DELETE", f"/sightings/{found.pk}/review")
    assert program.shown(f"/promises/{promise.pk}")["due_on"] == "2026-01-16"


# Once


def test_the_same_request_with_its_key_is_done_once(program: Program, asked: Request) -> None:
    sent = {"kind": "behind", "text": "The controller."}
    first = program.post(f"/requests/{asked.pk}/entries", sent, Idempotency_Key="a-1")
    again = program.post(f"/requests/{asked.pk}/entries", sent, Idempotency_Key="a-1")
    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert RequestEntry.objects.count() == 1


def test_a_key_that_came_with_something_else_is_refused(program: Program, asked: Request) -> None:
    program.post(f"/requests/{asked.pk}/entries", {"kind": "behind", "text": "x"}, Idempotency_Key="a-1")
    answer = program.post(f"/requests/{asked.pk}/entries", {"kind": "behind", "text": "y"}, Idempotency_Key="a-1")
    assert answer.status_code == 409
    assert RequestEntry.objects.count() == 1


def test_a_refused_request_leaves_its_key_free(program: Program, asked: Request) -> None:
    program.post(f"/requests/{asked.pk}/entries", {"kind": "behind", "text": " "}, Idempotency_Key="a-1")
    answer = program.post(f"/requests/{asked.pk}/entries", {"kind": "behind", "text": "y"}, Idempotency_Key="a-1")
    assert answer.status_code == 201


def test_two_users_may_choose_the_same_key(program: Program, asked: Request, stranger: User) -> None:
    program.post(f"/requests/{asked.pk}/entries", {"kind": "behind", "text": "x"}, Idempotency_Key="a-1")
    answer = program_of(stranger).post(
        f"/requests/{asked.pk}/entries", {"kind": "behind", "text": "x"}, Idempotency_Key="a-1"
    )
    assert answer.status_code == 404


def test_a_key_is_forgotten_after_two_days(program: Program, asked: Request) -> None:
    sent = {"kind": "behind", "text": "The controller."}
    program.post(f"/requests/{asked.pk}/entries", sent, Idempotency_Key="a-1")
    KeptAnswer.objects.update(kept_at=timezone.now() - timedelta(days=3))
    program.post(f"/requests/{asked.pk}/entries", sent, Idempotency_Key="a-1")
    assert RequestEntry.objects.count() == 2


@pytest.mark.parametrize("key", ["x" * 101, "two words"])
def test_a_key_is_short_and_plain(program: Program, asked: Request, key: str) -> None:
    answer = program.post(f"/requests/{asked.pk}/entries", {"kind": "behind", "text": "x"}, Idempotency_Key=key)
    assert answer.status_code == 400


def test_a_note_sent_twice_with_its_key_is_kept_once(program: Program, owner: User) -> None:
    joe = person(owner, "Joe Kowalski")
    for _ in range(2):
        program.post("/notes", {"person_id": joe.pk, "text": "We spoke."}, Idempotency_Key="n-1")
    assert Interaction.objects.filter(owner=owner, kind="note").count() == 1


def test_erased_words_are_in_no_kept_answer(program: Program, owner: User, asked: Request) -> None:
    found = Sighting.objects.get(owner=owner, key=asked.sighting_key)
    program.post(f"/sightings/{found.pk}/review", {"review": "confirmed"}, Idempotency_Key="r-1")
    assert found.quote in KeptAnswer.objects.get().answer.replace('\\"', '"')
    erase_words(mail(owner, "Demurrage"), by=owner, at=timezone.now(), as_of=AS_OF)
    assert not KeptAnswer.objects.exists()


def test_a_token_that_may_write_notes_may_not_write_gives(owner: User) -> None:
    steel = company(owner, "National Steel")
    notes = program_of(owner, TokenScope.READ, TokenScope.WRITE_NOTES)
    answer = notes.post(f"/accounts/{steel.pk}/exchanges", {"kind": "favour", "what": "x"})
    assert answer.status_code == 403
    assert said(answer)["detail"] == "This token may not write exchanges. Make one that may on the page of settings."
