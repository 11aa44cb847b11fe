"""The bank of questions as the company edits it, and what becomes of the answers."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.ledgers.questions.models import Question
from alongside.ledgers.requests.models import Request, RequestEntry
from alongside.pipeline import rebuild
from alongside.today.models import TodayItem
from tests.faces.book import AS_OF, JOE, OLGA, few_queries, open_book, person
from tests.letters import keep, letter

TERMS = "I must ask you to move to 90-day terms from the first of next month."


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel(f"{AS_OF.isoformat()} 09:00", tick=False):
        yield


@pytest.fixture
def reader(client: Client, owner: Any) -> Client:
    open_book(owner)
    keep(owner, letter(JOE, OLGA, "2026-02-26T09:00:00", TERMS, subject="Terms"))
    rebuild(owner, as_of=AS_OF)
    client.force_login(owner)
    return client


def asked_of(owner: Any) -> Request:
    found: Request = Request.objects.visible_to(owner).get(quote=TERMS)
    return found


def page_of(client: Client, address: str) -> str:
    with few_queries():
        answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def edit(client: Client, key: str, **said: str) -> Any:
    return client.post("/questions/edit", {"key": key, "do": "words", "kind": "problem", "fits": "any"} | said)


def test_what_fits_terms_is_asked_about_terms(reader: Client, owner: Any) -> None:
    page = page_of(reader, f"/requests/{asked_of(owner).pk}/")
    assert "0 of 7 known" in page and "Which rule of theirs asks for these terms" in page


def test_a_question_in_other_words_is_asked_so_and_the_answer_keeps_the_old_ones(reader: Client, owner: Any) -> None:
    asked = asked_of(owner)
    reader.post(f"/requests/{asked.pk}/", {"kind": "happened", "question": "happened", "text": "A new treasurer."})
    edit(reader, "happened", text="What went wrong on their side?")
    page = page_of(reader, f"/requests/{asked.pk}/")
    assert "What went wrong on their side?" in page and "A new treasurer." in page
    assert "asked as “What happened that they ask for this now?”" in page
    reader.post(f"/questions/{Question.objects.get().pk}/undo")
    assert "What went wrong" not in page_of(reader, f"/requests/{asked.pk}/")


def test_a_question_that_is_asked_no_more_keeps_its_answers(reader: Client, owner: Any) -> None:
    asked = asked_of(owner)
    reader.post(f"/requests/{asked.pk}/", {"kind": "gain", "question": "gain", "text": "Peace with the treasurer."})
    edit(reader, "gain", do="retire")
    page = page_of(reader, f"/requests/{asked.pk}/")
    assert "0 of 6 known" in page and "Peace with the treasurer." in page
    assert "Asked no more" in page_of(reader, "/questions/")
    edit(reader, "gain", do="use")
    assert "1 of 7 known" in page_of(reader, f"/requests/{asked.pk}/")


def test_one_of_ones_own_is_asked_moved_and_answered(reader: Client, owner: Any) -> None:
    reader.post("/questions/add", {"text": "Who signed the policy?", "kind": "situation", "fits": "terms"})
    own = Question.objects.get().key
    asked = asked_of(owner)
    assert "Who signed the policy?" in page_of(reader, f"/requests/{asked.pk}/")
    edit(reader, own, do="up")
    page = page_of(reader, "/questions/")
    assert page.index("Who signed the policy?") < page.index("What would the change let them do")
    reader.post(f"/requests/{asked.pk}/", {"kind": "answer", "question": own, "text": "The new owners."})
    rebuild(owner, as_of=AS_OF)
    assert "The new owners." in page_of(reader, f"/requests/{asked_of(owner).pk}/")


def test_an_answer_names_the_mail_that_says_it(reader: Client, owner: Any) -> None:
    asked = asked_of(owner)
    key = asked.interaction.identity_key
    said = {"kind": "behind", "question": "behind", "text": "Their treasurer.", "source_key": key}
    reader.post(f"/requests/{asked.pk}/", said)
    assert RequestEntry.objects.get().source_key == key
    assert f'<a href="/interactions/{asked.interaction_id}/">mail of Joe Kowalski' in page_of(
        reader, f"/requests/{asked.pk}/"
    )


def test_today_and_the_brief_ask_the_most_telling_and_what_is_answered_no_more(reader: Client, owner: Any) -> None:
    asked, joe = asked_of(owner), person(owner, "Joe Kowalski")
    item = TodayItem.objects.visible_to(owner).get(play="open_question")
    assert "What happened that they ask for this now?" in item.why
    assert "What happened that they ask for this now?" in page_of(reader, f"/people/{joe.pk}/brief")
    reader.post(f"/requests/{asked.pk}/", {"kind": "happened", "question": "happened", "text": "A new treasurer."})
    item = TodayItem.objects.visible_to(owner).get(play="open_question")
    assert "What happened" not in item.why and "What does it cost them" in item.why
    brief = page_of(reader, f"/people/{joe.pk}/brief")
    assert (
        "first of next month”: What does it cost them" in brief and "first of next month”: What happened" not in brief
    )


def test_an_empty_question_is_refused_and_the_choice_stays(reader: Client) -> None:
    answer = reader.post("/questions/add", {"text": "", "kind": "implication", "fits": "quality"})
    page = str(answer.content.decode())
    assert answer.status_code == 400 and "Write the question first" in page
    assert '<option value="implication" selected>' in page and not Question.objects.exists()
