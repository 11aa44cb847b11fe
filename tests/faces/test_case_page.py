"""Going to bat as a page: the case is written piece by piece, nothing typed is lost, and the letter says nothing of the inside."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client

from alongside.ledgers.advocacy.models import CaseEntry
from alongside.ledgers.requests.models import Request
from alongside.people.merge import merge_accounts
from alongside.pipeline import import_paths, rebuild, redo, undo
from alongside.today.models import TodayItem
from tests.faces.book import AS_OF, ASKED, JOE, OLGA, company, few_queries, open_book, person


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


def _page(client: Client, path: str) -> str:
    with few_queries():
        answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def _write(client: Client, owner: Any, part: str, **said: str) -> Any:
    return client.post(f"/requests/{_asked(owner).pk}/case/", {"part_typed": part, **said})


def _case(client: Client, owner: Any) -> str:
    return _page(client, f"/requests/{_asked(owner).pk}/case/")


def test_the_request_offers_the_three_ways_and_says_which_was_taken(reader: Client, owner: Any) -> None:
    page = _page(reader, f"/requests/{_asked(owner).pk}/")
    assert all(way in page for way in ("Fix the cause", "Go to bat", "Concede", "Nobody has taken it up yet."))
    _write(reader, owner, "decides", text="Karen", on="2026-03-06")
    page = _page(reader, f"/requests/{_asked(owner).pk}/")
    assert "It is being prepared; Karen decides by Friday 6 March." in page and "Open the case" in page


def test_the_first_answer_opens_the_case_and_what_is_missing_is_named(reader: Client, owner: Any) -> None:
    assert "The first answer opens the case." in _case(reader, owner)
    _write(reader, owner, "costs", text="Six weeks of interest", value="1200.50", currency="usd")
    page = _case(reader, owner)
    assert "1 of 6 answered" in page and "1,200.50 USD" in page and "Five questions of the case are still open." in page


def test_an_answer_can_be_said_anew_and_the_earlier_one_looked_at_or_taken_back_to(reader: Client, owner: Any) -> None:
    _write(reader, owner, "floor", text="60 days at most")
    _write(reader, owner, "floor", text="75 days at most")
    page = _case(reader, owner)
    assert "75 days at most" in page and "One earlier word" in page and "60 days at most" in page
    newest = CaseEntry.objects.latest("pk")
    reader.post(f"/requests/{_asked(owner).pk}/case/entries/{newest.pk}/undo")
    assert "75 days at most" not in _case(reader, owner)
    assert "60 days at most" in _case(reader, owner)


@pytest.mark.parametrize(
    ("part", "said", "told"),
    [
        ("need", {"text": "  "}, "Write a few words first; nothing was kept."),
        ("decides", {"text": "Karen", "on": "2026-02-01"}, "That day has passed."),
        ("decides", {"text": "Karen", "on": "soon"}, "That is no day."),
        ("costs", {"text": "Interest", "value": "1200"}, "In which currency?"),
        ("costs", {"text": "Interest", "value": "much"}, "That is no amount."),
        ("costs", {"text": "Interest", "value": "5", "currency": "Euros"}, "That is no currency."),
        ("state", {"text": "Karen nods"}, "Say how it stands"),
        ("state", {"state": "victory"}, "Say how it stands"),
        ("state", {"state": "won", "on": "2026-03-09"}, "That day is still to come."),
        ("state", {"state": "won", "on": "2025-03-09"}, "That is before they asked."),
    ],
)
def test_what_cannot_be_kept_is_said_in_a_sentence_and_what_was_typed_stays(
    reader: Client, owner: Any, part: str, said: dict[str, str], told: str
) -> None:
    answer = _write(reader, owner, part, **said)
    page = answer.content.decode()
    assert answer.status_code == 400 and told in page
    assert all(value in page for name, value in said.items() if name in ("text", "value", "on") and value.strip())
    assert not CaseEntry.objects.exists()


def test_nobody_can_be_told_an_outcome_that_there_is_not(reader: Client, owner: Any) -> None:
    answer = _write(reader, owner, "told", text="By phone")
    assert answer.status_code == 400 and not CaseEntry.objects.exists()


def test_an_outcome_stands_on_today_until_they_were_told(reader: Client, owner: Any) -> None:
    _write(reader, owner, "state", state="won", on="2026-03-01")
    _write(reader, owner, "for_them", text="You have it from Monday on")
    [item] = TodayItem.objects.visible_to(owner).filter(play="outcome_untold")
    assert "You have it from Monday on." in item.draft_text
    _write(reader, owner, "told", text="By phone", on="2026-03-02")
    assert not TodayItem.objects.visible_to(owner).filter(play="outcome_untold").exists()


def test_a_decision_that_nears_leads_from_today_into_the_case(reader: Client, owner: Any) -> None:
    _write(reader, owner, "decides", text="Karen", on="2026-03-04")
    page = _page(reader, "/?all=1")
    assert "Be ready to argue for Joe Kowalski" in page
    assert f'href="/requests/{_asked(owner).pk}/case/"' in page


def test_what_is_open_inside_stands_with_the_account_in_the_handover_and_in_the_brief(
    reader: Client, owner: Any
) -> None:
    _write(reader, owner, "decides", text="Karen", on="2026-03-04")
    account = company(owner, "National Steel")
    assert "We go to bat for it. It is being prepared; Karen decides" in _page(reader, f"/accounts/{account.pk}/")
    assert "Karen decides by Wednesday 4 March" in _page(reader, f"/accounts/{account.pk}/handover")
    assert "It is being prepared; Karen decides" in _page(reader, f"/people/{person(owner, 'Joe Kowalski').pk}/brief")


MARKED = (
    "QUILLNEED",
    "QUILLCOST",
    "QUILLGAIN",
    "QUILLFLOOR",
    "QUILLDECIDES",
    "QUILLOBSTACLE",
    "QUILLSTATE",
    "QUILLTOLD",
)


def _write_marked(client: Client, owner: Any) -> None:
    for part, mark in zip(("need", "costs", "gain", "floor", "decides", "obstacles"), MARKED, strict=False):
        _write(client, owner, part, text=mark)
    _write(client, owner, "state", state="partly_won", text="QUILLSTATE")
    _write(client, owner, "told", text="QUILLTOLD", on="2026-03-02")
    assert CaseEntry.objects.count() == len(MARKED)


def test_nothing_of_the_inside_stands_in_the_letter_as_page_link_or_file(reader: Client, owner: Any) -> None:
    _write_marked(reader, owner)
    page = f"/requests/{_asked(owner).pk}/case/letter"
    shown, file = _page(reader, page), reader.post(f"{page}.eml", {}).content.decode()
    assert "QUILL" not in shown + file
    assert "A part of it is agreed." in shown and ASKED in shown and f"> {ASKED}" in file
    assert "In-Reply-To" in file and "X-Unsent: 1" in file


def test_the_letter_leaves_as_it_was_edited(reader: Client, owner: Any) -> None:
    page = f"/requests/{_asked(owner).pk}/case/letter.eml"
    file = reader.post(page, {"to": "joe@nsteel.example", "subject": "Demurrage", "text": "Here it is."})
    assert b"Subject: Demurrage" in file.content and b"Here it is." in file.content


def test_on_paper_everything_that_a_decision_needs_is_there(reader: Client, owner: Any) -> None:
    _write_marked(reader, owner)
    reader.post(f"/requests/{_asked(owner).pk}/", {"kind": "happened", "text": "The berth was taken."})
    page = _page(reader, f"/requests/{_asked(owner).pk}/case/on-paper")
    assert all(mark in page for mark in MARKED[:6]) and "QUILLTOLD" not in page
    assert ASKED in page and "The berth was taken." in page and "internal: not for the customer" in page


def test_a_case_outlives_a_rebuild_and_a_merge(reader: Client, owner: Any) -> None:
    _write(reader, owner, "need", text="He must explain it to treasury")
    into = company(owner, "Plate Works")
    merge_accounts(company(owner, "National Steel"), into, by=owner, at=into.owner.date_joined)
    rebuild(owner, as_of=AS_OF)
    assert "He must explain it to treasury" in _case(reader, owner)
    assert "We go to bat for it." in _page(reader, f"/accounts/{_asked(owner).account_id}/")


def test_a_stranger_finds_nothing(reader: Client, owner: Any, stranger: Any) -> None:
    _write(reader, owner, "need", text="x")
    pk = _asked(owner).pk
    reader.force_login(stranger)
    for end in ("case/", "case/on-paper", "case/letter", "concede"):
        assert reader.get(f"/requests/{pk}/{end}").status_code == 404


def test_where_no_mail_server_is_set_sending_says_what_to_do_and_keeps_the_words(reader: Client, owner: Any) -> None:
    page = f"/requests/{_asked(owner).pk}/case/letter"
    said = {"to": "joe@nsteel.example", "subject": "Re: Demurrage", "text": "It is agreed, Joe."}
    answer = reader.post(page, said)
    assert answer.status_code == 400 and "No mail server is set" in answer.content.decode()
    assert "It is agreed, Joe." in answer.content.decode()


def test_a_case_outlives_that_an_import_is_undone_and_brought_back(client: Client, owner: Any, tmp_path: Path) -> None:
    written = f"From: {JOE}\nTo: {OLGA}\nSubject: Demurrage\nMessage-ID: <one@nsteel.example>\n"
    (tmp_path / "one.eml").write_text(f"{written}Date: Mon, 12 Jan 2026 15:00:00 +0000\n\n{ASKED}\n")
    at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    run = import_paths([tmp_path], user=owner, at=at, as_of=AS_OF)
    client.force_login(owner)
    _write(client, owner, "need", text="He must explain it to treasury")
    undo(run, by=owner, at=at, as_of=AS_OF)
    assert not Request.objects.visible_to(owner).exists()
    redo(run, as_of=AS_OF)
    assert "He must explain it to treasury" in _case(client, owner)
