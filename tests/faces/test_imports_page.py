"""Imports: what a browser sends becomes an import, the page says how far it is, then what came and what comes next."""

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from alongside.intake.models import Import, RefusedItem
from alongside.vocabulary import ImportState
from tests.faces.book import AS_OF, few_queries, open_book

AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel(f"{AS_OF.isoformat()} 09:00", tick=False):
        yield


@pytest.fixture
def seen_by_owner(client: Client, owner: Any) -> Client:
    client.force_login(owner)
    return client


def _import(owner: Any, state: ImportState, **fields: Any) -> Import:
    return Import.objects.create(owner=owner, label="inbox.mbox", started_at=AT, state=state, **fields)


def _page(client: Client, address: str) -> str:
    with few_queries():
        answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_files_of_both_fields_become_one_import_that_waits(
    seen_by_owner: Client, owner: Any, settings: Any, tmp_path: Any
) -> None:
    settings.UPLOADS = tmp_path
    files = [SimpleUploadedFile("inbox.mbox", b"From "), SimpleUploadedFile("orders.csv", b"number\n")]
    answer = seen_by_owner.post("/imports/", {"files": files})
    run = Import.objects.visible_to(owner).get()
    assert answer.headers["Location"] == f"/imports/{run.pk}/"
    assert (run.label, run.state) == ("inbox.mbox and 1 more", ImportState.WAITING)
    assert "Waiting to begin" in _page(seen_by_owner, f"/imports/{run.pk}/")


def test_choosing_nothing_is_told_on_the_form(seen_by_owner: Client) -> None:
    answer = seen_by_owner.post("/imports/")
    assert answer.status_code == 400 and "No file was chosen." in answer.content.decode()


def test_while_it_runs_the_page_names_the_step_and_how_far_it_is(seen_by_owner: Client, owner: Any) -> None:
    run = _import(owner, ImportState.RUNNING, stage="threads and meetings: 1,500 of 2,789")
    page = _page(seen_by_owner, f"/imports/{run.pk}/")
    assert 'max="2789" value="1500"' in page and 'hx-trigger="every 1s"' in page
    steps = page.partition('class="stages"')[2].partition("</ol>")[0]
    assert steps.count("is-done") == 2 and steps.count("is-ahead") == 3
    assert steps.index("is-now") < steps.index("Threads and meetings") < steps.index("is-ahead")


def test_reading_says_how_many_bytes_are_done(seen_by_owner: Client, owner: Any) -> None:
    run = _import(owner, ImportState.RUNNING, stage="reading", bytes_done=250, bytes_total=1000, recorded=12)
    page = _page(seen_by_owner, f"/imports/{run.pk}/")
    assert 'max="1000" value="250"' in page and "12 items" in page


def test_the_report_says_what_came_what_was_refused_and_what_comes_next(seen_by_owner: Client, owner: Any) -> None:
    open_book(owner)
    run = _import(owner, ImportState.DONE, recorded=3, refused=1, by_kind={"mail": 2, "awards": 1})
    RefusedItem.objects.create(owner=owner, brought_by=run, where="=cmd.bin", reason="It is nothing that is read here.")
    page = _page(seen_by_owner, f"/imports/{run.pk}/")
    assert "two mails and one award" in page and "It is nothing that is read here." in page
    assert "One company to sort" in page and "every 1s" not in page
    table = b"".join(seen_by_owner.get(f"/imports/{run.pk}/refused.csv")).decode()
    assert list(csv.reader(table.splitlines()))[1][0] == "'=cmd.bin", "no spreadsheet takes it for a formula"


def test_a_stranger_finds_no_import(seen_by_owner: Client, owner: Any, stranger: Any) -> None:
    run = _import(owner, ImportState.DONE)
    seen_by_owner.force_login(stranger)
    assert "inbox.mbox" not in _page(seen_by_owner, "/imports/")
    for address in (f"/imports/{run.pk}/", f"/imports/{run.pk}/refused.csv"):
        assert seen_by_owner.get(address).status_code == 404
