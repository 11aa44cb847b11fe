"""A look before anything is written: how each table would be read, and what of it is new, known, changed, doubtful or refused."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User

from alongside.intake.begin import abandon, begin, look_again
from alongside.intake.look import in_all, look
from alongside.intake.models import Import, TableReading
from alongside.interactions.models import SourceRecord
from alongside.ledgers.orders.models import Order, OrderLine
from alongside.people.models import Account
from alongside.pipeline import import_paths
from alongside.sources.readings import OUT, OWN, Reading, fingerprint
from alongside.vocabulary import ImportState
from alongside.worker import take_up_interrupted, work_once

AT = datetime(2026, 1, 5, 12, tzinfo=UTC)
AS_OF = date(2026, 1, 5)
HEADINGS = "Order number,Account,Order date,Product,Quantity"


@pytest.fixture
def uploads(settings: Any, tmp_path: Path) -> Iterator[Path]:
    settings.UPLOADS = tmp_path / "uploads"
    settings.UPLOADS.mkdir()
    yield settings.UPLOADS / "one"


def opened(owner: User, folder: Path, **files: str) -> Import:
    """Open an import over files as the browser does; `orders_csv` is orders.csv."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return Import.objects.create(
        owner=owner, label="files", paths=[str(folder)], started_at=AT, state=ImportState.TO_LOOK
    )


def work(run: Import) -> Import:
    assert work_once(lambda: (AT, AS_OF))
    run.refresh_from_db()
    return run


def bring(owner: User, path: Path, text: str) -> Import:
    path.write_text(text)
    return import_paths([path], user=owner, at=AT, as_of=AS_OF)


def test_it_counts_what_would_be_new_known_changed_doubtful_and_refused_and_writes_nothing(
    owner: User, uploads: Path, tmp_path: Path
) -> None:
    bring(
        owner,
        tmp_path / "orders.csv",
        HEADINGS + "\n1,National Steel,2025-12-01,Pellets,5\n2,National Steel,2025-12-02,Pellets,6\n",
    )
    kept = SourceRecord.objects.count()
    rows = [
        "1,National Steel,2025-12-01,Pellets,5",
        "2,National Steel,2025-12-02,Pellets,7",
        "3,Nationall Steel,2025-12-03,Pellets,8",
        "4,Lakes Foundry,soon,Pellets,9",
    ]
    run = work(opened(owner, uploads, orders_csv="\n".join([HEADINGS, *rows])))
    assert run.state == ImportState.LOOKED and SourceRecord.objects.count() == kept
    assert in_all(run.seen) == {"new": 1, "known": 1, "changed": 1, "doubtful": 1, "refused": 1}
    [table] = run.seen["tables"]
    [changed] = table["examples"]["changed"]
    assert changed["corrections"] == [{"name": "quantity", "before": "6", "now": "7"}]
    assert "may be National Steel" in table["examples"]["doubtful"][0]["why"]
    assert "should be a date" in table["examples"]["refused"][0]["why"]


def test_what_it_says_is_what_comes(owner: User, uploads: Path) -> None:
    text = (
        HEADINGS + "\n1,National Steel,2025-12-01,Pellets,5\n1,National Steel,2025-12-01,Pellets,5\n2,X,never,Coke,1\n"
    )
    run = work(opened(owner, uploads, orders_csv=text, older_csv=text.replace("Pellets,5", "Pellets,6")))
    said = in_all(run.seen)
    begin(run, at=AT)
    run = work(run)
    assert (run.recorded, run.changed, run.known, run.refused) == (
        said["new"],
        said["changed"],
        said["known"],
        said["refused"],
    )


def test_every_column_is_shown_with_its_field_and_some_of_its_values(owner: User, uploads: Path) -> None:
    run = work(opened(owner, uploads, orders_csv=HEADINGS + ",Shelf\n1,National Steel,2025-12-01,Pellets,5,B7\n"))
    columns = {c["heading"]: (c["field"], c["samples"]) for c in run.seen["tables"][0]["columns"]}
    assert columns["Account"] == ("account", ["National Steel"])
    assert columns["Shelf"] == (OUT, ["B7"])


def test_dates_with_two_readings_are_asked_with_a_real_value_and_read_as_answered(owner: User, uploads: Path) -> None:
    text = HEADINGS + "\n1,National Steel,3/4/2025,Pellets,5\n"
    run = work(opened(owner, uploads, orders_csv=text))
    [table] = run.seen["tables"]
    assert (table["asks"], table["example"], table["either"]) == ("dates", "3/4/2025", ["2025-04-03", "2025-03-04"])
    look_again(run, {table["fingerprint"]: Reading("orders", days_first=True)})
    run = work(run)
    assert not run.seen["tables"][0]["asks"] and in_all(run.seen)["new"] == 1
    begin(run, at=AT)
    work(run)
    assert Order.objects.get().ordered_on == date(2025, 4, 3)


def test_numbers_with_two_readings_are_asked_too(owner: User, uploads: Path) -> None:
    text = "Bestellnummer;Firma;Bestelldatum;Produkt;Menge\n1;Stahl AG;2025-12-01;Pellets;1.234\n"
    run = work(opened(owner, uploads, orders_csv=text))
    [table] = run.seen["tables"]
    assert (table["asks"], table["example"]) == ("numbers", "1.234")
    look_again(run, {table["fingerprint"]: Reading("orders", decimal_comma=True)})
    run = work(run)
    begin(run, at=AT)
    work(run)
    assert OrderLine.objects.get().quantity == 1234


def test_a_table_of_unknown_headings_is_read_as_a_person_says(owner: User, uploads: Path) -> None:
    text = "Mill list of spring\nWho,When,What,Amount of it,Shelf\nNational Steel,2025-12-01,Pellets,5,B7\n"
    run = work(opened(owner, uploads, list_csv=text))
    [table] = run.seen["tables"]
    assert table["table"] == "" and [line[0] for line in table["top"]] == [1, 2, 3]
    said = {"who": "account", "when": "ordered_on", "what": "product", "amountofit": "quantity", "shelf": OWN}
    look_again(run, {table["top"][1][1]: Reading("orders", said)})
    run = work(run)
    [table] = run.seen["tables"]
    assert (table["table"], table["heading_line"], in_all(run.seen)["new"]) == ("orders", 2, 1)
    begin(run, at=AT)
    work(run)
    line = OrderLine.objects.get()
    assert (line.product, line.quantity, line.order.account.name) == ("Pellets", 5, "National Steel")
    assert SourceRecord.objects.get().fields["own:Shelf"] == "B7"


def test_what_no_column_holds_is_named(owner: User, uploads: Path) -> None:
    run = work(opened(owner, uploads, list_csv="Who,What\nNational Steel,Pellets\n"))
    fingerprint_ = run.seen["tables"][0]["top"][0][1]
    look_again(run, {fingerprint_: Reading("orders", {"who": "account", "what": "product"})})
    assert work(run).seen["tables"][0]["missing"] == [["ordered_on"]]


def test_how_a_table_was_read_is_remembered_by_its_headings_for_its_owner_alone(
    owner: User, stranger: User, uploads: Path, tmp_path: Path
) -> None:
    head = HEADINGS + ",Shelf"
    run = work(opened(owner, uploads, orders_csv=head + "\n1,National Steel,3/4/2025,Pellets,5,B7\n"))
    reading = Reading("orders", {"shelf": OWN, "product": OUT}, days_first=False)
    look_again(run, {fingerprint(head.split(",")): reading})
    begin(work(run), at=AT)
    kept = TableReading.objects.get()
    assert kept.owner == owner and kept.reading["columns"]["shelf"] == OWN
    later = bring(owner, tmp_path / "later.csv", head + "\n9,National Steel,5/6/2025,Pellets,5,C1\n")
    assert later.recorded == 1
    row = SourceRecord.objects.get(fields__number="9").fields
    assert (row["ordered_on"], row["own:Shelf"]) == ("2025-05-06", "C1") and "product" not in row
    assert bring(stranger, tmp_path / "later.csv", head + "\n9,National Steel,5/6/2025,Pellets,5,C1\n").refused == 1


def test_mail_alone_begins_at_once(owner: User, uploads: Path) -> None:
    mail = "From: a@b.example\nTo: olga@example.com\nDate: Mon, 1 Dec 2025 09:00:00 +0000\nSubject: x\n\nHello.\n"
    run = work(opened(owner, uploads, one_eml=mail))
    assert run.state == ImportState.WAITING
    assert work(run).recorded == 1


def test_what_stands_beside_tables_is_counted_by_kind(owner: User, uploads: Path) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Joe\nEND:VCARD\n"
    run = work(opened(owner, uploads, cards_vcf=card * 3, orders_csv=HEADINGS + "\n1,A,2025-12-01,P,5\n", x_bin="\0"))
    assert [(o["kind"], o["files"], o["items"]) for o in run.seen["others"]] == [("vcard", 1, 3)]
    assert run.seen["refused"][0]["where"] == "x.bin"


def test_it_can_be_left_and_the_files_are_forgotten(owner: User, uploads: Path) -> None:
    run = work(opened(owner, uploads, orders_csv=HEADINGS + "\n1,A,2025-12-01,P,5\n"))
    assert abandon(run) and not uploads.exists()
    run.refresh_from_db()
    assert run.state == ImportState.ABANDONED and not Account.objects.exists()
    assert not begin(run, at=AT), "what was left does not begin"


def test_a_look_that_was_cut_off_begins_again(owner: User, uploads: Path) -> None:
    run = opened(owner, uploads, orders_csv=HEADINGS + "\n1,A,2025-12-01,P,5\n")
    Import.objects.filter(pk=run.pk).update(state=ImportState.LOOKING)
    take_up_interrupted()
    assert work(run).state == ImportState.LOOKED


def test_the_same_file_again_is_all_known(owner: User, uploads: Path, tmp_path: Path) -> None:
    text = HEADINGS + "\n1,A,2025-12-01,P,5\n"
    bring(owner, tmp_path / "orders.csv", text)
    bring(owner, tmp_path / "newer.csv", text.replace("P,5", "P,6"))
    run = opened(owner, uploads, orders_csv=text)
    look(run, report=lambda _: None)
    assert in_all(run.seen) == {"new": 0, "known": 1, "changed": 0, "doubtful": 0, "refused": 0}
