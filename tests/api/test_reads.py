"""What the interface shows: the same words and the same answers as the pages and the command line."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from alongside.answers.today import what_to_do
from alongside.cli.speak import plain
from alongside.ledgers.requests.file import write_down
from alongside.ledgers.requests.models import Request
from alongside.vocabulary import EntryKind, TokenScope
from tests.api.conftest import AT, Program, program_of
from tests.faces.book import AS_OF, company, few_queries, mail, open_book, person

pytestmark = pytest.mark.django_db

QUERIES_MAX = 12
"""No answer asks the database more often, however many rows it has: the token and the note of its use included. Unit: queries."""


@pytest.fixture(autouse=True)
def book(owner: User) -> Iterator[None]:
    """Olga's customers, looked at on their Monday."""
    with time_machine.travel(f"{AS_OF.isoformat()} 09:00", tick=False):
        open_book(owner)
        yield


def test_today_says_what_the_command_says(program: Program, owner: User) -> None:
    by_command = json.loads(json.dumps(what_to_do(owner, as_of=AS_OF), default=plain))
    assert program.shown("/today") == by_command
    assert by_command["items"]


def test_an_item_comes_with_why_and_what_it_rests_on(program: Program) -> None:
    item = program.shown("/today")["items"][0]
    assert item["why"] and item["evidence"]
    assert program.shown(f"/today/{item['id']}") == item


def test_an_account_says_its_level_and_why(program: Program, owner: User) -> None:
    steel = company(owner, "National Steel")
    shown = program.shown(f"/accounts/{steel.pk}")
    assert (shown["name"], shown["level"]) == ("National Steel", "prospect")
    assert shown["reason"] and shown["would_change"]
    found = program.shown(f"/accounts/{steel.pk}/findings")
    assert found["findings"]["level"][0]["reason"] == shown["reason"]
    assert "Joe Kowalski" in found["people"].values()


def test_the_reason_is_the_one_on_the_page(program: Program, owner: User) -> None:
    steel = company(owner, "National Steel")
    client = Client()
    client.force_login(owner)
    page = client.get(reverse("account", args=[steel.pk])).content.decode()
    assert program.shown(f"/accounts/{steel.pk}")["reason"] in page


def test_findings_are_narrowed_to_a_measure(program: Program, owner: User) -> None:
    steel = company(owner, "National Steel")
    found = program.shown(f"/accounts/{steel.pk}/findings?measure=rule:be_there")
    assert list(found["findings"]) == ["rule:be_there"]


def test_a_request_comes_with_its_file(program: Program, owner: User) -> None:
    asked = Request.objects.visible_to(owner).earliest("pk")
    write_down(asked, EntryKind.BEHIND, "The new controller.", by=owner, at=_now(), on=AS_OF, source="Joe")
    shown = program.shown(f"/requests/{asked.pk}")
    assert shown["request"]["quote"] == asked.quote
    assert shown["origin"][0]["answers"][0]["text"] == "The new controller."
    assert shown["fixing"]["value"] == "asked"
    assert "What happened that they ask for this now?" in shown["fixing"]["unknown"]


def test_promises_are_narrowed_by_side_and_state(program: Program, owner: User) -> None:
    ours = program.shown("/promises?side=ours&state=open")["items"]
    assert [each["quote"] for each in ours] == ["I will find out and tell you by Friday."]
    assert program.shown("/promises?side=theirs")["items"] == []


def test_a_person_and_the_brief_about_them(program: Program, owner: User) -> None:
    joe = person(owner, "Joe Kowalski")
    shown = program.shown(f"/people/{joe.pk}")
    assert shown["title"] == "VP Raw Materials"
    assert shown["addresses"] == ["joe@nsteel.example"]
    assert shown["roles_are_guessed"]
    brief = program.shown(f"/people/{joe.pk}/brief")
    assert brief["meeting"]["text"].startswith("Plant visit") or "visit" in brief["meeting"]["text"].lower()


def test_the_handover_lists_what_was_left_open(program: Program, owner: User) -> None:
    steel = company(owner, "National Steel")
    found = program.shown(f"/accounts/{steel.pk}/handover?since=2026-03-01")
    assert found["handover"]["first"]["kind"] == "promise"
    assert found["people"][f"person:{found['handover']['first']['person_id']}"] == "Joe Kowalski"


def test_words_need_a_scope_of_their_own(owner: User) -> None:
    envelope_only = program_of(owner, TokenScope.READ)
    joes = mail(owner, "Demurrage")
    shown = envelope_only.get(f"/interactions/{joes.pk}").content.decode()
    assert "joe@nsteel.example" in shown
    assert "statement of facts" not in shown and "Demurrage" not in shown
    assert envelope_only.get(f"/interactions/{joes.pk}/words").status_code == 403
    assert envelope_only.get("/search?q=demurrage").status_code == 403
    reader = program_of(owner, TokenScope.READ_WORDS)
    assert "statement of facts" in reader.shown(f"/interactions/{joes.pk}/words")["text"]


def test_a_search_finds_the_sentence(program: Program) -> None:
    found = program.shown("/search?q=calumet")
    assert found["count"] == 1
    assert "Calumet Star" in found["hits"][0]["sentence"]


def test_a_list_is_read_page_by_page_to_its_end(program: Program) -> None:
    whole = [each["id"] for each in program.shown("/interactions?limit=100")["items"]]
    by_twos, after = [], ""
    while True:
        page = program.shown(f"/interactions?limit=2&after={after}")
        by_twos += [each["id"] for each in page["items"]]
        after = page["next"]
        if not after:
            break
    assert by_twos == whole
    assert len(whole) > 4


@pytest.mark.parametrize("room", ["accounts", "people", "requests", "promises", "sightings", "interactions", "doubts"])
def test_every_list_reads_on_where_it_stopped(program: Program, room: str) -> None:
    whole = [each["id"] for each in program.shown(f"/{room}?limit=100")["items"]]
    seen, after = [], ""
    for _ in range(len(whole) + 1):
        page = program.shown(f"/{room}?limit=1&after={after}")
        seen += [each["id"] for each in page["items"]]
        if not (after := page["next"]):
            break
    assert seen == whole


@pytest.mark.parametrize("after", ["x", "WzFd", "é", "eyJhIjoxfQ", "%00", "bnVsbA"])
def test_a_key_that_is_none_is_told(program: Program, after: str) -> None:
    answer = program.get(f"/requests?after={after}")
    assert answer.status_code == 422


@pytest.mark.parametrize("limit", ["0", "101", "-1", "x", "60537817677930686316544"])
def test_a_page_has_its_bounds(program: Program, limit: str) -> None:
    answer = program.get(f"/requests?limit={limit}")
    assert answer.status_code == 422
    assert json.loads(answer.content)["errors"][0]["field"] == "limit"


def test_what_did_not_change_is_not_sent_again(program: Program) -> None:
    first = program.get("/today")
    again = program.get("/today", If_None_Match=first.headers["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


def test_amounts_are_text_and_days_are_iso(program: Program, owner: User) -> None:
    steel = company(owner, "National Steel")
    program.post(
        f"/accounts/{steel.pk}/exchanges",
        {"kind": "favour", "what": "A sample", "value": "1234567890.10", "currency": "USD"},
    )
    (favour,) = program.shown(f"/accounts/{steel.pk}/exchanges")["favours"]
    assert (favour["value"], favour["on"]) == ("1234567890.10", "2026-03-02")


def test_an_account_that_went_into_another_means_that_one(program: Program, owner: User) -> None:
    steel, plates = company(owner, "National Steel"), company(owner, "Plate Works")
    plates.merged_into = steel
    plates.save()
    assert program.shown(f"/accounts/{plates.pk}")["id"] == steel.pk


def test_no_answer_asks_more_often_when_there_is_more(program: Program, owner: User) -> None:
    steel, joe = company(owner, "National Steel"), person(owner, "Joe Kowalski")
    asked = Request.objects.visible_to(owner).earliest("pk")
    item = program.shown("/today")["items"][0]["id"]
    addresses = [
        *(
            "/me",
            "/today",
            f"/today/{item}",
            "/accounts",
            "/accounts?show=unsorted",
            "/people",
            "/people?everybody=true",
        ),
        *(f"/accounts/{steel.pk}{part}" for part in ("", "/findings", "/exchanges", "/plan")),
        *(
            f"/people/{joe.pk}",
            "/requests",
            f"/requests/{asked.pk}",
            f"/requests/{asked.pk}/case",
            "/promises",
            "/awards",
            "/orders",
        ),
        *("/interactions", f"/interactions?account={steel.pk}", "/sightings", "/imports", "/doubts"),
    ]
    for address in addresses:
        with few_queries(QUERIES_MAX):
            assert program.get(address).status_code == 200, address


def test_lists_ask_as_often_for_many_rows_as_for_few(program: Program, owner: User) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    program.shown("/me")  # its use is noted once a minute
    for room in ("accounts", "people", "requests", "promises", "sightings", "interactions"):
        counted = []
        for limit in (1, 100):
            with CaptureQueriesContext(connection) as asked:
                program.shown(f"/{room}?limit={limit}")
            counted.append(len(asked))
        assert counted[0] == counted[1], room


def test_the_reference_is_shown_to_whoever_is_signed_in(owner: User) -> None:
    client = Client()
    assert client.get(reverse("api-reference")).status_code == 302
    client.force_login(owner)
    page = client.get(reverse("api-reference"))
    assert page.status_code == 200
    shown = page.content.decode()
    assert f"<strong>PATCH</strong> {AT}/requests/{{request_id}}" in shown
    assert "write_requests" in shown
    assert "unsafe" not in page.headers["Content-Security-Policy"]


def _now() -> Any:
    from django.utils import timezone

    return timezone.now()
