"""The guide's page of tables names every column that is read, and no other."""

import re
from pathlib import Path

import pytest

from alongside.sources.columns import TABLES, Table, plain

PAGE = Path(__file__).resolve().parents[2] / "docs" / "guide" / "tables.md"

LINE = re.compile(r"^\| `(?P<column>\w+)` \| (?P<others>[^|]+) \| (?P<meaning>[^|]+) \|$", re.M)


def part_of(table: Table) -> str:
    """The section of the page that speaks of this table."""
    _, _, rest = PAGE.read_text(encoding="utf-8").partition(f"\n## {table.name}\n")
    return rest.partition("\n## ")[0]


def each_table() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def test_every_table_has_its_section_in_the_order_of_the_code() -> None:
    assert re.findall(r"^## (\w+)$", PAGE.read_text(encoding="utf-8"), re.M) == [table.name for table in TABLES]


@each_table()
def test_every_column_is_there_in_the_order_of_the_code(table: Table) -> None:
    assert [found["column"] for found in LINE.finditer(part_of(table))] == list(table.headings)


@each_table()
def test_every_other_heading_that_is_named_is_read_as_that_column(table: Table) -> None:
    wrong = [
        (found["column"], other)
        for found in LINE.finditer(part_of(table))
        for other in found["others"].split(",")
        if plain(other) not in table.headings[found["column"]]
    ]
    assert wrong == []


@each_table()
def test_every_word_of_a_closed_column_is_named_and_no_other(table: Table) -> None:
    for found in LINE.finditer(part_of(table)):
        if words := table.words.get(found["column"]):
            named = {plain(word) for word in re.split(r",| or ", re.sub(r"\([^)]*\)", "", found["meaning"]))}
            assert named == {plain(value) for value in words.values()}, found["column"]


@each_table()
def test_what_a_row_must_have_is_said(table: Table) -> None:
    """One group of fields is one of them; several groups are all of them."""
    says = part_of(table).strip().partition(".")[0]
    assert says.startswith("Needs ")
    for group in table.needs:
        assert any(word in says for field in group for word in MEANT_BY[field]), group


MEANT_BY = {
    "name": ("name",),
    "domain": ("domain",),
    "address": ("mail address",),
    "account": ("account",),
    "customer_id": ("customer's number",),
    "ordered_on": ("a date",),
    "decided_on": ("the day it was decided",),
    "on_list": ("on the list",),
    "topic": ("topic",),
    "value": ("value",),
    "as_of": ("a day",),
    "text": ("text",),
    "heard_on": ("a day",),
    "made_on": ("a day",),
    "person": ("person",),
    "happened_on": ("a day",),
    "subject": ("subject",),
}
"""How the page says the fields that a row must have."""
