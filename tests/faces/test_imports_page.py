"""Imports: what a browser sends becomes an import, the page says how far it is, then what came and what comes next."""

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from alongside.intake.models import Import, ImportedTable, RefusedItem, TableReading
from alongside.interactions.models import SourceRecord
from alongside.people.models import Account
from alongside.pipeline import import_paths
from alongside.vocabulary import ImportState
from alongside.worker import work_once
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
    assert (run.label, run.state) == ("inbox.mbox and 1 more", ImportState.TO_LOOK)
    assert "Looking at what is in it" in _page(seen_by_owner, f"/imports/{run.pk}/")


def test_choosing_nothing_is_told_on_the_form(seen_by_owner: Client) -> None:
    answer = seen_by_owner.post("/imports/")
    assert answer.status_code == 400 and "No file was chosen." in answer.content.decode()


def test_while_it_runs_the_page_names_the_step_and_how_far_it_is(seen_by_owner: Client, owner: Any) -> None:
    run = _import(owner, ImportState.RUNNING, stage="what was said: 1,500 of 2,789")
    page = _page(seen_by_owner, f"/imports/{run.pk}/")
    assert 'max="2789" value="1500"' in page and 'hx-trigger="every 1s"' in page
    steps = page.partition('class="stages"')[2].partition("</ol>")[0]
    assert steps.count("is-done") == 2 and steps.count("is-ahead") == 2
    assert steps.index("is-now") < steps.index("What was asked") < steps.index("is-ahead")


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
    assert list(csv.reader(table.removeprefix("\ufeff").splitlines()))[1][0] == "'=cmd.bin", (
        "no spreadsheet takes it for a formula"
    )


def test_a_stranger_finds_no_import(seen_by_owner: Client, owner: Any, stranger: Any) -> None:
    run = _import(owner, ImportState.DONE)
    seen_by_owner.force_login(stranger)
    assert "inbox.mbox" not in _page(seen_by_owner, "/imports/")
    table = ImportedTable.objects.create(owner=owner, brought_by=run, name="orders.csv", delimiter=",")
    pages = ("", "refused.csv", "items/", "report.csv", f"tables/{table.pk}/to-mend.csv")
    for address in (f"/imports/{run.pk}/{page}" for page in pages):
        assert seen_by_owner.get(address).status_code == 404


def _brought(owner: User, folder: Path, text: str) -> Import:
    (folder / "orders.csv").write_text("Order number,Account,Order date,Product,Quantity\n" + text)
    return import_paths([folder / "orders.csv"], user=owner, at=AT, as_of=AS_OF)


def test_the_report_lists_every_item_by_outcome_and_leads_to_what_it_became(
    seen_by_owner: Client, owner: User, tmp_path: Path
) -> None:
    _brought(owner, tmp_path, "7,National Steel,2025-12-10,Pellets,10\n")
    run = _brought(owner, tmp_path, "7,National Steel,2025-12-10,Pellets,12\n8,National Steel,soon,Pellets,1\n")
    page = _page(seen_by_owner, f"/imports/{run.pk}/items/")
    assert "orders.csv, line 3" in page and "should be a date" in page, "what was refused is shown first"
    changed = _page(seen_by_owner, f"/imports/{run.pk}/items/?show=changed")
    account = Account.objects.get(name="National Steel")
    assert f'href="/accounts/{account.pk}/"' in changed and "<del>10</del> <ins>12</ins>" in changed
    report = b"".join(seen_by_owner.get(f"/imports/{run.pk}/report.csv")).decode()
    assert "quantity: 10 is now 12" in report and report.count("\n") == 3


def test_the_refused_rows_are_offered_to_be_mended(seen_by_owner: Client, owner: User, tmp_path: Path) -> None:
    run = _brought(owner, tmp_path, "8,National Steel,soon,Pellets,1\n")
    page = _page(seen_by_owner, f"/imports/{run.pk}/")
    table = ImportedTable.objects.get()
    assert "Download 1 row to mend" in page and f"/tables/{table.pk}/to-mend.csv" in page
    other = _import(owner, ImportState.DONE)
    assert seen_by_owner.get(f"/imports/{other.pk}/tables/{table.pk}/to-mend.csv").status_code == 404


def test_a_long_report_comes_page_by_page(seen_by_owner: Client, owner: User) -> None:
    run = _import(owner, ImportState.DONE, refused=150)
    RefusedItem.objects.bulk_create(
        RefusedItem(owner=owner, brought_by=run, where=f"orders.csv, line {n}", reason="It is no date.")
        for n in range(150)
    )
    first = _page(seen_by_owner, f"/imports/{run.pk}/items/")
    assert first.count("It is no date.") == 100
    more = first.partition('class="more"')[2].partition('href="')[2].partition('"')[0].replace("&amp;", "&")
    assert _page(seen_by_owner, more).count("It is no date.") == 50


HEADINGS = "Order number,Account,Order date,Product,Quantity,Shelf\n"


def _uploaded(client: Client, text: str) -> Import:
    """Send a table as the browser does, and let the worker look at it."""
    client.post("/imports/", {"files": [SimpleUploadedFile("orders.csv", text.encode())]})
    assert work_once(lambda: (AT, AS_OF))
    return Import.objects.latest("pk")


@pytest.fixture
def uploads(settings: Any, tmp_path: Path) -> Path:
    settings.UPLOADS = tmp_path
    return tmp_path


def test_a_table_is_shown_before_anything_is_written(seen_by_owner: Client, uploads: Path) -> None:
    run = _uploaded(
        seen_by_owner, HEADINGS + "7,National Steel,2025-12-10,Pellets,10,B7\n8,National Steel,soon,Coke,1,C\n"
    )
    page = _page(seen_by_owner, f"/imports/{run.pk}/")
    assert "Nothing is written yet." in page and "Bring in 1 row" in page and "every 1s" not in page
    assert "should be a date" in page and "National Steel" in page
    assert not SourceRecord.objects.exists()
    assert "waits for your word" in _page(seen_by_owner, "/imports/")


def test_one_click_brings_it_in_and_it_is_remembered_and_can_be_forgotten(seen_by_owner: Client, uploads: Path) -> None:
    run = _uploaded(seen_by_owner, HEADINGS + "7,National Steel,2025-12-10,Pellets,10,B7\n")
    seen_by_owner.post(f"/imports/{run.pk}/answer", {"say": "begin", "t0-kind": "orders"})
    assert work_once(lambda: (AT, AS_OF))
    assert "one order line" in _page(seen_by_owner, f"/imports/{run.pk}/")
    kept = TableReading.objects.get()
    assert "How tables are read" in _page(seen_by_owner, "/imports/")
    seen_by_owner.post(f"/imports/readings/{kept.pk}/forget")
    assert not TableReading.objects.exists()


def test_what_is_chosen_otherwise_is_looked_at_again_before_it_is_written(seen_by_owner: Client, uploads: Path) -> None:
    run = _uploaded(seen_by_owner, HEADINGS + "7,National Steel,2025-12-10,Pellets,10,B7\n")
    seen_by_owner.post(f"/imports/{run.pk}/answer", {"say": "begin", "t0-kind": "orders", "t0-c5": "own"})
    run.refresh_from_db()
    assert run.state == ImportState.TO_LOOK and "Looking at what is in it" in _page(
        seen_by_owner, f"/imports/{run.pk}/"
    )
    assert work_once(lambda: (AT, AS_OF))
    seen_by_owner.post(f"/imports/{run.pk}/answer", {"say": "begin", "t0-kind": "orders", "t0-c5": "own"})
    assert work_once(lambda: (AT, AS_OF))
    assert SourceRecord.objects.get().fields["own:Shelf"] == "B7"


def test_every_column_that_is_left_out_is_kept_by_one_button(seen_by_owner: Client, uploads: Path) -> None:
    run = _uploaded(seen_by_owner, HEADINGS + "7,National Steel,2025-12-10,Pellets,10,B7\n")
    assert "Keep 1 column that is left out" in _page(seen_by_owner, f"/imports/{run.pk}/")
    seen_by_owner.post(f"/imports/{run.pk}/answer", {"say": "own-t0", "t0-kind": "orders"})
    run.refresh_from_db()
    [reading] = run.readings.values()
    assert reading["columns"]["shelf"] == "own" and reading["columns"]["product"] == "product"


def test_a_date_with_two_readings_is_asked_as_two_days(seen_by_owner: Client, uploads: Path) -> None:
    run = _uploaded(seen_by_owner, HEADINGS + "7,National Steel,3/4/2025,Pellets,10,B7\n")
    page = _page(seen_by_owner, f"/imports/{run.pk}/")
    assert "“3/4/2025” is" in page and "3 April 2025" in page and "4 March 2025" in page
    seen_by_owner.post(f"/imports/{run.pk}/answer", {"say": "look", "t0-kind": "orders", "t0-days": "month"})
    assert work_once(lambda: (AT, AS_OF))
    assert "Bring in 1 row" in _page(seen_by_owner, f"/imports/{run.pk}/")


def test_headings_that_are_not_known_are_asked_for(seen_by_owner: Client, uploads: Path) -> None:
    run = _uploaded(seen_by_owner, "Mill list\nWer,Zeit,Ding\nNational Steel,2025-12-10,Pellets\n")
    page = _page(seen_by_owner, f"/imports/{run.pk}/")
    assert "Which line holds them?" in page and "National Steel" in page
    seen_by_owner.post(f"/imports/{run.pk}/answer", {"say": "look", "t0-kind": "orders", "t0-top": "2"})
    assert work_once(lambda: (AT, AS_OF))
    page = _page(seen_by_owner, f"/imports/{run.pk}/")
    assert "No column holds the order date and company or customer number yet" in page and "headings in line 2" in page


def test_it_can_be_left(seen_by_owner: Client, uploads: Path) -> None:
    run = _uploaded(seen_by_owner, HEADINGS + "7,National Steel,2025-12-10,Pellets,10,B7\n")
    seen_by_owner.post(f"/imports/{run.pk}/answer", {"say": "leave"})
    assert "You left it before anything was written" in _page(seen_by_owner, f"/imports/{run.pk}/")
    assert not list(uploads.iterdir())


def test_a_stranger_answers_for_nobody(seen_by_owner: Client, owner: User, stranger: User, uploads: Path) -> None:
    run = _uploaded(seen_by_owner, HEADINGS + "7,National Steel,2025-12-10,Pellets,10,B7\n")
    kept = TableReading.objects.create(owner=owner, fingerprint="x", said_at=AT)
    seen_by_owner.force_login(stranger)
    assert seen_by_owner.post(f"/imports/{run.pk}/answer", {"say": "begin"}).status_code == 404
    assert seen_by_owner.post(f"/imports/readings/{kept.pk}/forget").status_code == 404
    run.refresh_from_db()
    assert run.state == ImportState.LOOKED
