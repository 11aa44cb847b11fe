"""Rows of tables: which table it is, how its dates and numbers are written, and which rows are not taken."""

import gzip
from pathlib import Path

import pytest

from alongside.sources import columns
from alongside.sources import rows as read_rows
from alongside.sources.contract import Refused, Row
from alongside.sources.tables import Tables

SAMPLES = Path(__file__).parent / "samples"


def read(path: Path) -> tuple[list[Row], list[Refused]]:
    items = [each.item for each in Tables().read(path)]
    return [i for i in items if isinstance(i, Row)], [i for i in items if isinstance(i, Refused)]


def read_text(folder: Path, text: str | bytes, name: str = "table.csv") -> tuple[list[Row], list[Refused]]:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path)


def first_fields(folder: Path, text: str | bytes, name: str = "table.csv") -> dict[str, str]:
    rows, refused = read_text(folder, text, name)
    assert rows, refused
    return rows[0].fields


@pytest.mark.parametrize(
    ("headings", "table"),
    [
        ("Name,Website,Industry,Customer since", "accounts"),
        ("Account Name,Domain,Public body,Owner since", "accounts"),
        ("First Name,Last Name,E-mail Address,Company,Job Title,Business Phone", "contacts"),
        ("name,email,company,value", "contacts"),
        ("Opportunity Name,Account Name,Stage,Close Date,Amount", "opportunities"),
        ("order_number,account,ordered_on,product,quantity,unit_price", "orders"),
        ("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country", "orders"),
        ("Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country", "orders"),
        ("account,category,decided_on,value,currency,outcome,route,label", "awards"),
        ("account,person,topic,value,as_of,source,confirmed_by_them", "facts"),
        ("account,person,kind,text,heard_on,consequence,rank,reviewed_on", "needs"),
        ("account,person,text,made_on,outcome,before_they_raised_it", "suggestions"),
    ],
)
def test_a_table_is_known_by_its_headings_however_they_are_spelt(headings: str, table: str) -> None:
    for spelt in (headings, headings.upper(), headings.replace("_", " ")):
        found = columns.table_of(spelt.split(","), "export.csv")
        assert found is not None
        assert found.name == table


def test_every_field_of_every_table_is_known_by_its_own_name() -> None:
    for table in columns.TABLES:
        assert all(columns.plain(name) in headings for name, headings in table.headings.items())


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiter_and_characters_are_found_out(tmp_path: Path, delimiter: str, encoding: str) -> None:
    text = f"name{delimiter}email\r\nZoë{delimiter}z@x.example\r\n"
    assert first_fields(tmp_path, text.encode(encoding)) == {"name": "Zoë", "address": "z@x.example"}


def test_titles_above_the_headings_a_line_for_the_spreadsheet_and_packing_do_not_matter(tmp_path: Path) -> None:
    text = "sep=;\nContacts of 2025\n\nname;email\n\nZoe;z@x.example\n;\n"
    rows, refused = read_text(tmp_path, gzip.compress(text.encode()), "contacts.csv.gz")
    assert (len(rows), refused, rows[0].line) == (1, [], 6)


def test_a_german_table_with_decimal_commas_is_read_whole() -> None:
    rows, refused = read(SAMPLES / "orders_de.csv")
    assert rows[0].fields == {
        "number": "4711",
        "account": "N-Steel",
        "ordered_on": "2025-03-03",
        "product": "Pellets",
        "unit": "t",
        "quantity": "1000.5",
        "unit_price": "92.1",
        "value": "92146.05",
        "currency": "EUR",
    }
    assert [each.where for each in refused] == ["orders_de.csv, line 4", "orders_de.csv, line 5"]
    assert ["company or customer number" in refused[0].reason, "“soon”" in refused[1].reason] == [True, True]


def test_our_words_are_stored_as_the_vocabulary_has_them_and_others_refused_with_the_list() -> None:
    rows, (refused,) = read(SAMPLES / "awards.csv")
    assert rows[0].fields == {
        "account": "N-Steel",
        "category": "Pellets",
        "decided_on": "2025-03-31",
        "value": "92000",
        "currency": "EUR",
        "outcome": "won",
        "route": "direct_award",
        "no_bid_reason": "relationship",
        "first_heard": "before_need",
        "awarded_by": "ann@nsteel.example",
        "on_list": "yes",
        "listed_since": "2024-01-15",
    }
    assert "by magic" in refused.reason
    assert "open bid, invited quote, single quote, direct award, call off, renewal" in refused.reason


def test_a_retailers_order_lines_are_orders_of_numbered_customers() -> None:
    rows, refused = read(SAMPLES / "retail.csv")
    assert rows[0].fields["account"] == "Customer 17850"
    assert "cancelled" not in rows[0].fields
    assert rows[1].fields == {
        "number": "C536379",
        "customer_id": "14527",
        "account": "Customer 14527",
        "ordered_on": "2010-12-13",
        "product": "Discount",
        "product_code": "D",
        "quantity": "-1",
        "unit_price": "27.5",
        "country": "United Kingdom",
        "cancelled": "yes",
    }
    assert "customer number" in refused[0].reason


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["2025-03-31", "2025/3/1", "20250301", "2025-03-01 08:26:00.000"], ["03-31", "03-01", "03-01", "03-01"]),
        (["31.3.2025", "1.3.25", "01.03.2025 08:00"], ["03-31", "03-01", "03-01"]),
        (["31/3/2025", "1/3/2025"], ["03-31", "03-01"]),
        (["3/31/2025", "3/1/2025 8:26"], ["03-31", "03-01"]),
        (["31-03-2025", "01-03-25"], ["03-31", "03-01"]),
        (["31 March 2025", "1-Mar-25", "Mar 1, 2025", "Mon, 3 Mar 2025"], ["03-31", "03-01", "03-01", "03-03"]),
        (["3/3/2025"], ["03-03"]),
    ],
)
def test_a_column_of_dates_is_read_one_way(tmp_path: Path, cells: list[str], expected: list[str]) -> None:
    body = "".join(f'A,"{cell}",p\n' for cell in cells)
    rows, refused = read_text(tmp_path, "account,order date,product\n" + body)
    assert not refused
    assert [each.fields["ordered_on"] for each in rows] == [f"2025-{each}" for each in expected]


@pytest.mark.parametrize(
    ("cells", "word"), [(["3/4/2025", "5/6/2025"], "day first or month first"), (["31/3/2025", "3/31/2025"], "some")]
)
def test_dates_that_can_be_read_in_two_ways_are_not_guessed_at(tmp_path: Path, cells: list[str], word: str) -> None:
    rows, (refused,) = read_text(tmp_path, "account,order date\n" + "".join(f"A,{cell}\n" for cell in cells))
    assert not rows
    assert word in refused.reason


def test_one_column_of_dates_decides_for_the_others(tmp_path: Path) -> None:
    text = "account,text,heard on,reviewed on,consequence\nA,t,3/4/2025,31/4/2025,c\nA,t,3/4/2025,30/4/2025,c\n"
    rows, (refused,) = read_text(tmp_path, text)
    assert rows[0].fields["heard_on"] == "2025-04-03"
    assert "31/4/2025" in refused.reason


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1,234.50", "1,234", "12"], ["1234.5", "1234", "12"]),
        (["1.234,50", "1.234", "12"], ["1234.5", "1234", "12"]),
        (["1 234,5", "12,5"], ["1234.5", "12.5"]),
        (["1'234.50", "12.5"], ["1234.5", "12.5"]),
        (["€ 12.50", "USD 3.5", "4.5 kr."], ["12.5", "3.5", "4.5"]),
        (["(5.5)", "5.5-", "-5.5"], ["-5.5"] * 3),
        (["1,234,567", "1,234"], ["1234567", "1234"]),
        (["0,125", "1,5"], ["0.125", "1.5"]),
        (["1e3", "1e999", "9" * 50, "NaN"], ["1000", None, None, None]),
    ],
)
def test_a_column_of_numbers_is_read_one_way(tmp_path: Path, cells: list[str], expected: list[str | None]) -> None:
    body = "".join(f'A,2025-03-01,"{cell}"\n' for cell in cells)
    rows, refused = read_text(tmp_path, "account,order date,order value\n" + body)
    assert [each.fields["value"] for each in rows] == [each for each in expected if each is not None]
    assert len(refused) == expected.count(None)


@pytest.mark.parametrize("cells", [["1,5", "1.5"], ["1.234", "5"]])
def test_numbers_that_can_be_read_in_two_ways_are_not_guessed_at(tmp_path: Path, cells: list[str]) -> None:
    text = "account;order date;order value\n" + "".join(f"A;2025-03-01;{cell}\n" for cell in cells)
    rows, refused = read_text(tmp_path, text)
    assert not rows
    assert "Write them" in refused[0].reason


def test_ragged_rows_are_refused_one_by_one_and_the_others_taken(tmp_path: Path) -> None:
    rows, refused = read_text(
        tmp_path, "name,email,company\nA\nB,b@x.example,C\nD,d@x.example,E,F\nG,g@x.example,H,,\n"
    )
    assert [each.fields["name"] for each in rows] == ["B", "G"]
    assert [each.where for each in refused] == ["table.csv, line 2", "table.csv, line 4"]


def test_a_cell_that_is_too_large_or_never_closed_costs_only_its_row(tmp_path: Path) -> None:
    large = f"A,a@x.example,{'x' * 5_000_000}\n"
    rows, (refused,) = read_text(tmp_path, f"name,email,company\n{large}B,b@x.example,C\n")
    assert (refused.where, rows[0].line) == ("table.csv, line 2", 3)
    rows, (refused,) = read_text(tmp_path, 'name,email,company\nB,b@x.example,C\n"A,a@x.example,C\nD,d@x.example,E\n')
    assert [each.fields["name"] for each in rows] == ["B"]
    assert refused.where == "table.csv, line 3"


def test_only_so_many_rows_are_taken_and_the_rest_is_told_where_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_rows, "ROWS_MAX", 3)
    rows, (refused,) = read_text(tmp_path, "name,email\n" + "".join(f"P{n},p{n}@x.example\n" for n in range(9)))
    assert (len(rows), refused.where) == (3, "table.csv, line 5")
    assert "second file" in refused.reason


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Eva,eva@x.example,C,1\n", "“Eva”"),
        ("name,email\n", "no rows"),
        (",".join(f"c{n}" for n in range(20_000)) + "\n1\n", "20,000 columns"),
        ("\n\n\n", "nothing"),
    ],
)
def test_a_file_without_known_headings_or_rows_says_what_is_wrong(tmp_path: Path, text: str, word: str) -> None:
    rows, (refused,) = read_text(tmp_path, text)
    assert not rows
    assert word in refused.reason


def test_a_street_under_address_is_passed_over_and_a_broken_mail_address_refused(tmp_path: Path) -> None:
    rows, (refused,) = read_text(tmp_path, "name,phone,address\nA,+49 30 1234,120 any st.\nB,+49 30 1234,b(at)x@\n")
    assert rows[0].fields == {"name": "A", "phone": "+49 30 1234"}
    assert "mail address" in refused.reason


def test_a_job_under_role_becomes_the_title_and_a_buying_role_stays_one(tmp_path: Path) -> None:
    rows, _ = read_text(tmp_path, "name,email,role\nA,a@x.example,Head of Sales\nB,b@x.example,Decision maker\n")
    assert rows[0].fields["title"] == "Head of Sales"
    assert rows[1].fields["role"] == "economic_buyer"


def test_the_order_of_columns_and_columns_of_no_meaning_change_nothing(tmp_path: Path) -> None:
    one = first_fields(tmp_path, "name,email,is_staff,tenant_id\nA,a@x.example,true,2\n")
    two = first_fields(tmp_path, "tenant_id,E-Mail,Name\n9, A@X.example ,A\n")
    assert one == two == {"name": "A", "address": "a@x.example"}
