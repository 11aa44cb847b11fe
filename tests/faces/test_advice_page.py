"""Ask a professional: only what is ticked is told; the answer, what was tried and its result are kept; what worked is found again."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.ledgers.advice.models import AdviceCase, AdviceEntry, Lesson
from alongside.ledgers.requests.models import Request
from alongside.pipeline import bring_up_to_date, rebuild
from alongside.today.models import TodayItem
from tests.faces.book import AS_OF, ASKED, JOE, MIA, OLGA, company, few_queries, open_book
from tests.letters import keep, letter


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel(f"{AS_OF.isoformat()} 09:00", tick=False):
        yield


@pytest.fixture
def reader(client: Client, owner: Any) -> Client:
    open_book(owner)
    client.force_login(owner)
    return client


def _asked(owner: Any) -> Request:
    found: Request = Request.objects.visible_to(owner).get(quote=ASKED)
    return found


def _ask_page(client: Client, owner: Any) -> str:
    asked = _asked(owner)
    with few_queries():
        answer = client.get(f"/accounts/{asked.account_id}/advice?request={asked.pk}")
    assert answer.status_code == 200
    return answer.content.decode()


def _ask(client: Client, owner: Any, **typed: Any) -> Any:
    asked = _asked(owner)
    said = {"line": ["about"], "question": "How do I get out of this?", "adviser": "Ruth Vance"} | typed
    return client.post(f"/accounts/{asked.account_id}/advice?request={asked.pk}", said)


def _write(client: Client, case: AdviceCase, say: str, **typed: str) -> Any:
    return client.post(f"/advice/{case.pk}/", {"say": say} | {f"{say}-{k}": v for k, v in typed.items()})


def test_the_case_is_written_from_the_record_without_names(reader: Client, owner: Any) -> None:
    page = _ask_page(reader, owner)
    assert "asked for this on" in page and "What they said" in page
    _ask(reader, owner)
    text = AdviceCase.objects.get().text
    assert "statement of facts" in text and "How do I get out of this?" in text
    assert "Joe" not in text and "National Steel" not in text and "Calumet Star" in text


def test_only_what_was_ticked_is_told_and_it_leaves_as_a_letter_or_on_paper(reader: Client, owner: Any) -> None:
    _ask(reader, owner, line=["about", "who"], address="ruth@mentor.example")
    case = AdviceCase.objects.get()
    assert "Joe Kowalski" in case.text and "What was tried" not in case.text
    letter_file = reader.get(f"/advice/{case.pk}/case.eml")
    assert letter_file["Content-Type"] == "message/rfc822" and b"ruth@mentor.example" in letter_file.content
    assert "mailto:ruth%40mentor.example" in reader.get(f"/advice/{case.pk}/").content.decode()


def test_the_answer_is_kept_tried_its_result_noted_and_each_can_be_taken_back(reader: Client, owner: Any) -> None:
    _ask(reader, owner)
    case = AdviceCase.objects.get()
    _write(reader, case, "answer", text="Call him, do not write.")
    _write(reader, case, "tried", text="Called him on Friday.")
    _write(reader, case, "result", result="worked", text="He agreed in ten minutes.")
    with few_queries():
        page = reader.get(f"/advice/{case.pk}/").content.decode()
    assert "Call him, do not write." in page and "Ruth Vance, " in page and "Worked" in page
    entry = AdviceEntry.objects.get(step="result")
    reader.post(f"/advice/{case.pk}/undo", {"undo": f"entry:{entry.pk}"})
    assert "He agreed in ten minutes." not in reader.get(f"/advice/{case.pk}/").content.decode()


def test_what_worked_becomes_a_lesson_that_a_similar_request_finds_with_how_it_went(reader: Client, owner: Any) -> None:
    _ask(reader, owner)
    case = AdviceCase.objects.get()
    _write(reader, case, "result", result="worked_in_part")
    _write(reader, case, "lesson", rule="Send the log unasked.", applies_to="a statement of facts for a vessel")
    reader.get(f"/advice/{case.pk}/")  # where it is said that the lesson is kept
    keep(owner, letter(MIA, OLGA, "2026-02-27T09:00:00", "Please send us the statement of facts for the Duluth Star."))
    bring_up_to_date(owner, as_of=AS_OF)
    later = Request.objects.visible_to(owner).get(quote__contains="Duluth")
    with few_queries():
        page = reader.get(f"/requests/{later.pk}/").content.decode()
    assert "What similar cases taught you" in page and "Send the log unasked." in page and "worked in part" in page


def test_today_reminds_when_the_answer_is_late(reader: Client, owner: Any) -> None:
    with time_machine.travel("2026-02-16 09:00", tick=False):
        _ask(reader, owner, due_on="2026-02-20")
    rebuild(owner, as_of=AS_OF)
    item = TodayItem.objects.visible_to(owner).get(play="advice_due")
    assert item.say == "Ask Ruth Vance again about National Steel"
    assert f"/advice/{item.subject_id}/" in reader.get("/?all=1").content.decode()


def test_going_in_circles_stands_on_today_the_account_and_the_request_and_leads_to_asking(
    reader: Client, owner: Any
) -> None:
    mails = [
        letter(JOE, OLGA, "2026-02-09T09:00:00", "Could you accept a cap of 3.0 on the moisture?", subject="Clause")
    ]
    for n, on in enumerate(("11", "13", "16", "18", "23", "26")):
        us = n % 2 == 0
        words = "A cap of 3.4 is what we can hold in winter." if us else "Could you go to 3.2 on the moisture then?"
        who = (OLGA, JOE) if us else (JOE, OLGA)
        mails.append(
            letter(*who, f"2026-02-{on}T09:00:00", words, subject="Re: Clause", in_reply_to=mails[-1].message_id)
        )
    keep(owner, *mails)
    bring_up_to_date(owner, as_of=AS_OF)
    item = TodayItem.objects.visible_to(owner).get(play="off_track")
    asked = Request.objects.get(pk=item.subject_id)
    link = f"/accounts/{asked.account_id}/advice?request={asked.pk}"
    for path in ("/?all=1", f"/accounts/{asked.account_id}/", f"/requests/{asked.pk}/"):
        assert link in reader.get(path).content.decode(), path
    reader.post(link, {"question": "How?", "adviser": "Ruth"})
    assert not TodayItem.objects.visible_to(owner).filter(play="off_track").exists()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"adviser": ""}, "Say whom you ask"),
        ({"question": " "}, "Write the question"),
        ({"due_on": "2020-01-01"}, "That day has passed."),
        ({"address": "ruth"}, "That is no address."),
    ],
)
def test_what_cannot_be_asked_is_told_and_what_was_typed_and_ticked_stays(
    reader: Client, owner: Any, typed: dict[str, str], told: str
) -> None:
    said = {"line": ["who"]} | typed
    page = _ask(reader, owner, **said)
    text = page.content.decode()
    assert page.status_code == 400 and told in text
    assert 'value="who" checked' in text and 'value="about" checked' not in text
    assert not AdviceCase.objects.exists()


@pytest.mark.parametrize(
    ("say", "typed", "told"),
    [
        ("answer", {"text": ""}, "Write what they answered"),
        ("tried", {"text": "Called.", "on": "2030-01-01"}, "That day is still to come."),
        ("tried", {"text": "Called.", "on": "2020-01-01"}, "before the adviser was asked"),
        ("result", {"result": "not_tried", "text": ""}, "why it was not tried"),
        ("lesson", {"rule": "Call.", "applies_to": ""}, "Say what it applies to"),
    ],
)
def test_what_cannot_be_noted_is_told(reader: Client, owner: Any, say: str, typed: dict[str, str], told: str) -> None:
    _ask(reader, owner)
    answer = _write(reader, AdviceCase.objects.get(), say, **typed)
    assert answer.status_code == 400 and told in answer.content.decode()
    assert not AdviceEntry.objects.exists() and not Lesson.objects.exists()


def test_a_stranger_finds_nothing(reader: Client, owner: Any, stranger: Any) -> None:
    _ask(reader, owner)
    case = AdviceCase.objects.get()
    asked = _asked(owner)
    reader.force_login(stranger)
    assert reader.get(f"/advice/{case.pk}/").status_code == 404
    other = company(owner, "National Steel")
    assert reader.get(f"/accounts/{other.pk}/advice?request={asked.pk}").status_code == 404
