"""Refused rows go out as they came with a column that says why, and come back mended: nothing twice, nothing lost."""

import csv
import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from alongside.intake.mend import guarded, lines_of, to_mend
from alongside.intake.models import Import, ImportedTable
from alongside.intake.report import everything
from alongside.ledgers.orders.models import OrderLine
from alongside.pipeline import import_paths
from alongside.sources.contract import Row
from alongside.sources.tables import Tables

AT = datetime(2026, 1, 5, 12, tzinfo=UTC)
AS_OF = date(2026, 1, 5)
BAD_ORDERS = (
    "Order number;Account;Order date;Product;Quantity;Shelf\n"
    "7;National Steel;2025-12-10;Pellets;10;=A1\n"
    "8;National Steel;soon;Pellets;5;+B\n"
    '9;National Steel;2025-12-12;"Lump; coarse";many;C\n'
)
HARMFUL = ["=1+1", "+49 30 1234", "@x", "\tx", "\rx", "＝1", "＋1", "－1", "＠x", "-x", "=cmd|' /C calc'!A0"]


def bring(owner: User, path: Path) -> Import:
    return import_paths([path], user=owner, at=AT, as_of=AS_OF)


def table_to_mend(run: Import) -> tuple[str, list[list[str]]]:
    text = "".join(to_mend(ImportedTable.objects.get(brought_by=run)))
    delimiter = ImportedTable.objects.get(brought_by=run).delimiter
    return text, list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=delimiter))


@pytest.fixture
def refused(owner: User, tmp_path: Path) -> Import:
    (tmp_path / "orders.csv").write_text(BAD_ORDERS)
    return bring(owner, tmp_path / "orders.csv")


def test_refused_rows_stand_under_their_own_headings_with_the_reason_behind(refused: Import) -> None:
    _, rows = table_to_mend(refused)
    assert rows[0][:6] == ["Order number", "Account", "Order date", "Product", "Quantity", "Shelf"]
    assert rows[0][6].startswith("Why it was refused (table ")
    assert [row[:6] for row in rows[1:]] == [
        ["8", "National Steel", "soon", "Pellets", "5", "'+B"],
        ["9", "National Steel", "2025-12-12", "Lump; coarse", "many", "C"],
    ]
    assert "should be a date" in rows[1][6] and "should be a number" in rows[2][6]


def test_mended_rows_come_back_and_nothing_twice(owner: User, refused: Import, tmp_path: Path) -> None:
    text, _ = table_to_mend(refused)
    mended = tmp_path / "to-mend.csv"
    mended.write_text(text.replace("soon", "2025-12-11"), encoding="utf-8")
    second = bring(owner, mended)
    assert (second.recorded, second.known, second.refused) == (1, 0, 1)
    assert OrderLine.objects.count() == 2
    text, rows = table_to_mend(second)
    assert len(rows) == 2 and len(rows[0]) == 7, "the older reason is not kept beside the newer"
    mended.write_text(text.replace("many", "3"), encoding="utf-8")
    assert (bring(owner, mended).recorded, OrderLine.objects.count()) == (1, 3)
    again = bring(owner, mended)
    assert (again.recorded, again.known) == (0, 1)


def test_a_mended_line_joins_the_lines_of_its_table_and_replaces_none(owner: User, tmp_path: Path) -> None:
    """Two lines of one product on one order, of which one is refused."""
    path = tmp_path / "orders.csv"
    path.write_text(
        "Order number,Account,Order date,Product,Quantity\n7,National Steel,2025-12-10,Pellets,10\n"
        "7,National Steel,2025-12-10,Pellets,2O\n"
    )
    text, _ = table_to_mend(bring(owner, path))
    path.write_text(text.replace("2O", "20"), encoding="utf-8")
    bring(owner, path)
    assert OrderLine.objects.count() == 2


def test_rows_given_back_as_they_are_are_refused_again(owner: User, tmp_path: Path) -> None:
    """Also one with a cell too few: it is not filled up on its way."""
    path = tmp_path / "orders.csv"
    path.write_text("Order number,Account,Order date,Product,Quantity\n7,2025-12-10,Pellets,10\n")
    text, _ = table_to_mend(bring(owner, path))
    path.write_text(text, encoding="utf-8")
    again = bring(owner, path)
    assert (again.recorded, again.refused) == (0, 1)


@pytest.mark.parametrize("cell", HARMFUL, ids=ascii)
def test_no_cell_is_a_formula_on_its_way_out_and_it_is_itself_when_it_returns(tmp_path: Path, cell: str) -> None:
    assert guarded(cell) == f"'{cell}"
    lines = "".join(lines_of(iter([["name", "domain", "industry"], ["Acme", "acme.example", cell]])))
    (tmp_path / "accounts.csv").write_text(lines, encoding="utf-8", newline="")
    [row] = [read.item for read in Tables().read(tmp_path / "accounts.csv")]
    assert isinstance(row, Row) and row.fields["industry"] == cell.strip()


@pytest.mark.parametrize("cell", ["-5", "+3", "-1.234,50", "12"])
def test_a_plain_number_is_no_formula(cell: str) -> None:
    assert guarded(cell) == cell


def test_the_report_names_every_item_and_what_became_of_it(owner: User, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    head = "Order number,Account,Order date,Product,Quantity\n"
    path.write_text(head + "7,National Steel,2025-12-10,Pellets,10\n8,National Steel,2025-12-10,Pellets,5\n")
    bring(owner, path)
    path.write_text(head + "7,National Steel,2025-12-10,Pellets,12\n8,National Steel,2025-12-10,Pellets,5\n")
    changed, known = sorted(everything(bring(owner, path)), key=lambda each: each.outcome)
    assert (changed.outcome, known.outcome) == ("changed", "known")
    assert changed.what == "Order 7, Pellets, National Steel" and changed.where == "orders.csv, line 2"
    assert [(each.name, each.before, each.now) for each in changed.corrections] == [("quantity", "10", "12")]
