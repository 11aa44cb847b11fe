"""Sheets of workbooks: read as text tables are, with numbers and dates as they are stored; none takes the program with it."""

from pathlib import Path

import pytest

from alongside.intake.reading import read_apart
from alongside.sources.contract import Read, Refused, Row
from alongside.sources.workbook import Workbooks
from tests.sources.hostile_workbooks import HEAD, MADE, packed, sheet

SAMPLES = Path(__file__).parent / "samples"


def reads(folder: Path, content: bytes, name: str = "book.xlsx") -> list[Read]:
    path = folder / name
    path.write_bytes(content)
    return list(Workbooks().read(path))


def test_every_sheet_that_is_a_table_is_read_and_the_others_are_named() -> None:
    found = {read.where: read.item for read in Workbooks().read(SAMPLES / "customers.xlsx")}
    tables = {where: item.table for where, item in found.items() if isinstance(item, Row)}
    assert tables == {
        "customers.xlsx, sheet Bestellungen, line 4": "orders",
        "customers.xlsx, sheet Bestellungen, line 5": "orders",
        "customers.xlsx, sheet Bestellungen, line 6": "orders",
        "customers.xlsx, sheet Bestellungen, line 8": "orders",
        "customers.xlsx, sheet Contacts, line 2": "contacts",
    }
    refused = {where: item.reason for where, item in found.items() if isinstance(item, Refused)}
    assert "no table that is known" in refused["customers.xlsx, sheet To do"]
    assert "hidden" in refused["customers.xlsx, sheet Old contacts"]
    assert len(refused) == 2  # the sheet with nothing in it says nothing


def test_numbers_dates_and_formulas_are_taken_as_the_workbook_stores_them() -> None:
    rows = [read.item for read in Workbooks().read(SAMPLES / "customers.xlsx") if isinstance(read.item, Row)]
    assert rows[0].fields == {
        "number": "4711",
        "account": "N-Steel",
        "ordered_on": "2025-03-03",
        "product": "Pellets",
        "quantity": "1000.5",
        "unit": "t",
        "unit_price": "92.1",
        "value": "92146.05",  # what the formula came to when the file was saved
        "currency": "EUR",
        "cancelled": "no",
    }


def test_texts_beside_stored_numbers_and_dates_are_read_by_their_own_signs() -> None:
    rows = [read.item for read in Workbooks().read(SAMPLES / "customers.xlsx") if isinstance(read.item, Row)]
    assert [row.fields.get("quantity") for row in rows[:4]] == ["1000.5", "1000.5", None, "12"]
    assert [row.fields["ordered_on"] for row in rows[:4]] == ["2025-03-03", "2025-04-01", "2025-03-03", "2024-12-31"]
    assert rows[1].fields["unit_price"] == "0.3"  # stored as 0.30000000000000004


def test_progress_grows_with_the_rows_and_never_exceeds_the_file() -> None:
    done = [read.bytes_done for read in Workbooks().read(SAMPLES / "customers.xlsx")]
    assert done == sorted(done)
    assert done[-1] <= (SAMPLES / "customers.xlsx").stat().st_size


def test_a_row_with_more_cells_than_headings_is_refused_and_one_with_fewer_is_filled_up(tmp_path: Path) -> None:
    rows = (
        '<row r="2"><c r="A2" t="inlineStr"><is><t>Ann</t></is></c></row>'
        '<row r="3"><c r="A3" t="inlineStr"><is><t>Bo</t></is></c><c r="D3"><v>1</v></c></row>'
    )
    one, other = reads(tmp_path, packed(sheet(HEAD + rows)))
    assert isinstance(one.item, Row)
    assert one.item.fields == {"name": "Ann"}
    assert isinstance(other.item, Refused)
    assert other.where == "book.xlsx, sheet Sheet1, line 3"


def test_only_the_name_of_the_file_tells_where_the_sheet_has_none_of_its_own(tmp_path: Path) -> None:
    cells = ("Company", "Date", "Note", "N-Steel", "2025-03-03", "They stop on 2 May.")
    rows = "".join(
        f'<row r="{r + 1}">'
        + "".join(f'<c t="inlineStr"><is><t>{c}</t></is></c>' for c in cells[r * 3 : r * 3 + 3])
        + "</row>"
        for r in range(2)
    )
    for name, names in (("calls.xlsx", ("Sheet1",)), ("export.xlsx", ("Calls 2024",))):
        (read,) = reads(tmp_path, packed(sheet(rows), names=names), name)
        assert isinstance(read.item, Row)
        assert (read.item.table, read.item.fields["kind"]) == ("activities", "call")


@pytest.mark.parametrize("kind", MADE)
def test_every_workbook_made_to_break_the_reader_has_an_outcome(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(MADE[kind]())
    found = [each for part in read_apart([path]) for each in part.reads]
    assert found
    for read in found:
        assert isinstance(read.item, Row) or read.item.reason.endswith(".")
        assert read.where.startswith("book.xlsx")


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("a cell in the last corner", "memory"),
        ("zeros packed a thousand to one", "unpacks to far more"),
        ("a size that is a lie", "damaged"),
        ("an entity in another part", "declares entities"),
        ("another character set", "characters"),
        ("a locked workbook", "password"),
        ("half a file", "damaged"),
        ("another packed file", "no workbook"),
        ("no sheet", "no sheet"),
    ],
)
def test_a_workbook_that_is_not_read_says_why_and_what_to_do(kind: str, word: str, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(MADE[kind]())
    (read,) = [each for part in read_apart([path]) for each in part.reads]
    assert isinstance(read.item, Refused)
    assert word in read.item.reason
    assert "ave " in read.item.reason  # save it so, or save it again
