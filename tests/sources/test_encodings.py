"""Character sets, separators and cells as spreadsheets write them: each says the same table."""

from pathlib import Path

import pytest

from alongside.sources.contract import Row
from alongside.sources.recognise import sources_in
from alongside.sources.tables import Tables

TEXT = "Firma;Bestelldatum;Produkt;Menge\nMüller & Söhne GmbH;31.03.2025;Pellets, grob;1.234,5\n"


def rows_of(path: Path) -> list[Row]:
    return [read.item for read in Tables().read(path) if isinstance(read.item, Row)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_any_of_the_usual_character_sets_says_the_same(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(TEXT.encode(encoding))
    [(source, _)] = [found for found in sources_in(path) if isinstance(found, tuple)]
    assert source.kind == "table"
    [row] = rows_of(path)
    assert row.fields["account"] == "Müller & Söhne GmbH"
    assert (row.fields["ordered_on"], row.fields["quantity"]) == ("2025-03-31", "1234.5")


def test_utf_16_with_a_mark_of_the_other_order(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(b"\xfe\xff" + TEXT.encode("utf-16-be"))
    assert rows_of(path)[0].fields["account"] == "Müller & Söhne GmbH"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_of_the_usual_signs_stands_between_cells(tmp_path: Path, delimiter: str) -> None:
    cells = [["Account", "Order date", "Product", "Quantity"], ["Acme", "2025-03-31", '"a, b; c | d"', "5"]]
    path = tmp_path / "orders.csv"
    path.write_text("\n".join(delimiter.join(line) for line in cells))
    assert rows_of(path)[0].fields["product"] == "a, b; c | d"


def test_a_line_break_within_quotation_marks_belongs_to_the_cell(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text('Account,Order date,Product\nAcme,2025-03-31,"Pellets\nin bags"\nAcme,2025-04-01,Ore\n')
    first, second = rows_of(path)
    assert first.fields["product"] == "Pellets in bags" and second.line == 4


def test_bytes_of_a_program_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "orders.bin"
    path.write_bytes(bytes(range(256)) * 16)
    assert not any(isinstance(found, tuple) for found in sources_in(path))
