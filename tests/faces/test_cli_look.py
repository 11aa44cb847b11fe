"""`alongside import --look`: what would come in, said in lines and as JSON, with a person's word on how tables are read."""

import csv
import json
from pathlib import Path

import pytest

from tests.conftest import run_alongside

TWO_READINGS = "Order number;Account;Order date;Product;Quantity\n1;Plate Works;3/4/2025;Ore;1.234\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_it_shows_each_column_and_asks_what_can_be_read_in_two_ways(data: Path, tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text(TWO_READINGS)
    said = run_alongside(data, "import", str(tmp_path / "orders.csv"), "--look").stdout
    assert "Account -> account  (Plate Works)" in said
    assert "“3/4/2025” is 2025-04-03 or 2025-03-04: say --day-first or --month-first." in said
    assert "Nothing was written." in said


def test_what_is_said_holds_for_the_look_and_for_the_import(data: Path, tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text(TWO_READINGS)
    words = [str(tmp_path / "orders.csv"), "--month-first", "--decimal-comma", "--map", "Product=own"]
    seen = json.loads(run_alongside(data, "import", *words, "--look", "--json").stdout)
    assert seen["tables"][0]["counts"]["new"] == 1
    assert [column["field"] for column in seen["tables"][0]["columns"]][3] == "own"
    report = tmp_path / "report.csv"
    done = json.loads(run_alongside(data, "import", *words, "--json", "--report", str(report)).stdout)
    assert (done["recorded"], done["refused"]) == (1, 0)
    rows = list(csv.reader(report.read_text("utf-8-sig").splitlines()))
    assert rows[1][:3] == ["new", "orders", "Order 1, Plate Works"]


def test_a_table_of_unknown_headings_is_read_as_it_is_said(data: Path, tmp_path: Path) -> None:
    (tmp_path / "strange.csv").write_text("List of spring\nWer,Zeit,Ding\nNational Steel,2025-12-01,Pellets\n")
    words = ["--as", "orders", "--map", "Wer=account", "--map", "Zeit=ordered_on", "--map", "Ding=product"]
    done = json.loads(run_alongside(data, "import", str(tmp_path / "strange.csv"), *words, "--json").stdout)
    assert (done["recorded"], done["refused"]) == (1, 0)


def test_a_field_that_there_is_not_is_told(data: Path, tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text(TWO_READINGS)
    answer = run_alongside(data, "import", str(tmp_path / "orders.csv"), "--look", "--map", "Product=colour")
    assert answer.returncode == 2 and "is no HEADING=FIELD" in answer.stderr
