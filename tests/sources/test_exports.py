"""Exports of other programs are read by their own headings: one small file each, named as the program names it."""

from pathlib import Path

import pytest

from alongside.sources.contract import Refused, Row
from alongside.sources.tables import Tables

EXPORTS = Path(__file__).parent / "exports"


def read(name: str) -> tuple[list[Row], list[Refused]]:
    items = [each.item for each in Tables().read(EXPORTS / f"{name}.csv")]
    return [i for i in items if isinstance(i, Row)], [i for i in items if isinstance(i, Refused)]


DEAL = {"name": "Pellets 2026", "account": "N-Steel Inc.", "value": "92000", "closes_on": "2026-03-31"}
ANN = {"name": "Ann Berg", "address": "ann@nsteel.example", "account": "N-Steel Inc.", "title": "Head of Purchasing"}
STEEL = {"name": "N-Steel Inc.", "city": "Duluth"}
LOT = {
    "account": "N-Steel Inc.",
    "product": "Pellets",
    "product_code": "PEL-10",
    "quantity": "1000",
    "unit_price": "92.1",
}


@pytest.mark.parametrize(
    ("name", "table", "fields"),
    [
        (
            "salesforce/accounts",
            "accounts",
            {
                **STEEL,
                "domain": "nsteel.example",
                "industry": "Manufacturing",
                "parent": "N-Group",
                "standing": "customer",
            },
        ),
        ("salesforce/contacts", "contacts", {**ANN, "phone": "+1 218 555 0100", "reports_to": "Bo Dahl"}),
        (
            "salesforce/opportunities",
            "opportunities",
            {**DEAL, "currency": "USD", "stage": "Proposal/Price Quote", "contact": "Ann Berg"},
        ),
        ("salesforce/orders", "orders", {**LOT, "number": "00000107", "ordered_on": "2025-03-14", "value": "92100"}),
        (
            "salesforce/activities",
            "activities",
            {
                "account": "N-Steel Inc.",
                "person": "Ann Berg",
                "kind": "call",
                "happened_on": "2025-03-14",
                "subject": "Call about the furnace stop",
                "text": "They stop on 2 May.\nPellets must be in by then.",
                "by": "Kim Lee",
            },
        ),
        (
            "hubspot/accounts",
            "accounts",
            {**STEEL, "domain": "nsteel.example", "industry": "MINING_METALS", "standing": "prospect"},
        ),
        ("hubspot/contacts", "contacts", {**ANN, "phone": "+1 218 555 0100", "role": "economic_buyer"}),
        (
            "hubspot/opportunities",
            "opportunities",
            {**DEAL, "currency": "USD", "stage": "Contract Sent", "contact": "ann@nsteel.example"},
        ),
        (
            "hubspot/calls",
            "activities",
            {
                "account": "N-Steel Inc.",
                "person": "ann@nsteel.example",
                "kind": "call",
                "happened_on": "2025-03-14",
                "subject": "Furnace stop",
                "text": "They stop on 2 May.",
                "by": "Kim Lee",
            },
        ),
        (
            "hubspot/meetings",
            "activities",
            {
                "account": "N-Steel Inc.",
                "person": "ann@nsteel.example",
                "kind": "meeting",
                "happened_on": "2025-04-02",
                "subject": "Plant tour",
                "text": "Saw the new line.",
                "by": "Kim Lee",
            },
        ),
        (
            "espocrm/accounts",
            "accounts",
            {**STEEL, "domain": "nsteel.example", "industry": "Metals", "standing": "customer"},
        ),
        ("espocrm/contacts", "contacts", {**ANN, "phone": "+1 218 555 0100"}),
        (
            "espocrm/opportunities",
            "opportunities",
            {**DEAL, "currency": "EUR", "stage": "Proposal", "contact": "Ann Berg"},
        ),
        (
            "espocrm/Export_Meeting",
            "activities",
            {
                "account": "N-Steel Inc.",
                "kind": "meeting",
                "happened_on": "2025-04-02",
                "subject": "Plant tour",
                "text": "Saw the new line.",
                "by": "Kim Lee",
            },
        ),
        ("twenty/accounts", "accounts", {**STEEL, "domain": "nsteel.example"}),
        ("twenty/contacts", "contacts", {**ANN, "phone": "2185550100"}),
        (
            "twenty/opportunities",
            "opportunities",
            {**DEAL, "currency": "EUR", "stage": "PROPOSAL", "contact": "ann@nsteel.example"},
        ),
        ("odoo/opportunities", "opportunities", {**DEAL, "stage": "Proposition", "contact": "Ann Berg"}),
        (
            "odoo/technical_orders",
            "orders",
            {**LOT, "number": "S00042", "ordered_on": "2025-03-14", "value": "92100"},
        ),
    ],
)
def test_the_first_row_of_an_export_says_what_it_says_there(name: str, table: str, fields: dict[str, str]) -> None:
    rows, _ = read(name)
    assert (rows[0].table, rows[0].fields) == (table, fields)


def test_a_type_that_only_that_company_knows_is_left_out_and_its_row_taken() -> None:
    rows, refused = read("salesforce/accounts")
    assert not refused
    assert "standing" not in rows[1].fields  # "Tier 2"


def test_a_part_in_buying_that_is_told_apart_nowhere_else_costs_nobody_the_row() -> None:
    rows, refused = read("hubspot/contacts")
    assert not refused
    assert rows[1].fields == {
        "name": "Bo Dahl",
        "address": "bo@nsteel.example",
        "account": "N-Steel Inc.",
        "title": "Fitter",
    }


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("salesforce/orders", "Draft"),
        ("salesforce/activities", "Not Started"),
        ("hubspot/meetings", "Scheduled"),
        ("espocrm/Export_Meeting", "Not Held"),
    ],
)
def test_what_was_only_planned_or_drafted_is_left_out_and_said(name: str, state: str) -> None:
    _, (refused,) = read(name)
    assert f"“{state}”" in refused.reason
    assert "Nothing needs to be done." in refused.reason


def test_the_lines_of_an_order_below_it_belong_to_it_and_a_quotation_is_no_order() -> None:
    rows, refused = read("odoo/orders")
    shown = [(row.fields["number"], row.fields["account"], row.fields["product"], row.fields["value"]) for row in rows]
    assert shown == [
        ("S00042", "Acme, Inc.", "Pellets", "92100"),
        ("S00042", "Acme, Inc.", "Bags", "460.5"),
        ("S00044", "N-Steel Inc.", "Pellets", "921"),
    ]
    assert [row.fields.get("cancelled") for row in rows] == [None, None, "yes"]
    assert [each.where for each in refused] == ["orders.csv, line 4", "orders.csv, line 5"]


def test_one_list_of_companies_and_people_is_both_tables() -> None:
    rows, _ = read("odoo/contacts")
    assert [(row.table, row.fields) for row in rows] == [
        ("accounts", {**STEEL, "domain": "nsteel.example"}),
        ("contacts", ANN),
    ]


@pytest.mark.parametrize(("name", "column"), [("salesforce/numbered", "AccountId"), ("twenty/numbered", "Company Id")])
def test_an_export_that_names_companies_by_numbers_only_is_asked_for_with_names(name: str, column: str) -> None:
    rows, (refused,) = read(name)
    assert not rows
    assert f"“{column}”" in refused.reason
    assert "company's name" in refused.reason


def test_what_a_report_is_signed_with_is_no_row(tmp_path: Path) -> None:
    report = (EXPORTS / "salesforce/accounts.csv").read_text(encoding="utf-8")
    signed = '\n\n"My accounts"\n"Copyright (c) 2000-2025 salesforce.com, inc. All rights reserved."\n"Our Own Ltd"\n'
    (tmp_path / "report.csv").write_text(report + signed, encoding="utf-8")
    assert [type(each.item) for each in Tables().read(tmp_path / "report.csv")] == [Row, Row]
    (tmp_path / "report.csv").write_text(f'{report}"Lost"\n', encoding="utf-8")
    assert [type(each.item) for each in Tables().read(tmp_path / "report.csv")] == [Row, Row, Refused]


def test_a_note_that_was_exported_as_html_is_read_as_lines(tmp_path: Path) -> None:
    note = '"<div><p>They <b>stop</b> on 2 May.</p><p>Pellets by then.</p></div>"'
    path = tmp_path / "calls.csv"
    path.write_text(f"Record ID,Call notes,Activity date,Associated Company\n1,{note},2025-03-14,N-Steel\n")
    (row,) = (each.item for each in Tables().read(path))
    assert isinstance(row, Row)
    assert row.fields["text"].split() == "They stop on 2 May. Pellets by then.".split()


def test_a_sign_that_guards_a_spreadsheet_is_taken_off_again(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("name,phone,title\n'=Ann,\u200d+49 30 1234,'Bo'\n", encoding="utf-8")
    (row,) = (each.item for each in Tables().read(tmp_path / "people.csv"))
    assert isinstance(row, Row)
    assert row.fields == {"name": "=Ann", "phone": "+49 30 1234", "title": "'Bo'"}
