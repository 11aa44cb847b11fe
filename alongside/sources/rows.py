"""What does one row of a table say: each cell read as its field wants it, or why the row is not taken?

A cell that cannot be read refuses its row with the cell named, so that a person can put it right. How a column writes
dates and numbers was decided before, in tables.py.
"""

import re
from dataclasses import dataclass, field

from alongside.sources.caps import NOTE_CHARS_KEPT
from alongside.sources.clean import many_lines, one_line
from alongside.sources.columns import CONTACTS, ORDERS, Table, plain
from alongside.sources.contract import RAW_KEPT_BYTES, Refused, Row
from alongside.sources.mailboxes import mailboxes
from alongside.sources.sheet import Record
from alongside.sources.values import currency_in, iso_date, known_word, plain_number, yes_or_no

CELL_CHARS_KEPT = 1000
"""How much of a cell that is no long text is kept. Unit: characters."""

_RETAIL_CANCELLED = re.compile(r"[Cc]\d+")


class _BadCellError(Exception):
    """A row that is refused; its text is the sentence."""


@dataclass(slots=True)
class Plan:
    """How a file is read: its table, where each field stands, and how its columns write dates and numbers."""

    name: str
    encoding: str
    delimiter: str
    table: Table
    headings: list[str]
    heading_line: int
    columns: dict[str, list[int]]
    day_first: dict[int, bool | None] = field(default_factory=dict)
    comma: dict[int, bool | None] = field(default_factory=dict)
    currency: str = ""


def row_of(record: Record, plan: Plan, where: str) -> Row | Refused:
    if record.fault:
        return Refused(where, record.fault)
    try:
        _check_width(record.cells, plan)
        fields = {each: value for each in plan.columns if (value := _value(each, record.cells, plan))}
        _complete(fields, plan)
        _check_needs(fields, plan)
    except _BadCellError as reason:
        raw = plan.delimiter.join(record.cells).encode("utf-8", "replace")[:RAW_KEPT_BYTES]
        return Refused(where, str(reason), raw)
    return Row(plan.table.name, fields, record.line)


def _check_width(cells: list[str], plan: Plan) -> None:
    wide, stated = len(cells), len(plan.headings)
    if wide < stated or any(cell.strip() for cell in cells[stated:]):
        raise _BadCellError(
            f"This row has {wide} {'cell' if wide == 1 else 'cells'} where the headings have {stated}, "
            "so it is not sure which cell is which. "
            "Put the row right and import the file again."
        )


def _value(name: str, cells: list[str], plan: Plan) -> str:
    """Return the first filled cell of a field as its kind wants it; raise when it cannot be."""
    for index in plan.columns[name]:
        text = cells[index].strip()
        if text:
            return _read(name, text, index, plan)
    return ""


def _read(name: str, text: str, index: int, plan: Plan) -> str:
    table = plan.table
    if name in table.dates:
        return _sure(iso_date(text, plan.day_first[index]), text, index, plan, "a date, such as 2025-03-31")
    if name in table.numbers:
        return _sure(plain_number(text, plan.comma[index]), text, index, plan, "a number")
    if name in table.yes_no:
        return _sure(yes_or_no(text), text, index, plan, "yes or no")
    if name in table.words and table is not CONTACTS:
        words = table.words[name]
        return _sure(known_word(text, words), text, index, plan, f"one of {_allowed(words)}")
    if name in table.people:
        return _person(text)
    if name in table.long:
        return many_lines(text, NOTE_CHARS_KEPT).strip()
    if name == "address":
        return _address(text, index, plan)
    if name == "domain":
        return _domain(text)
    if name == "currency":
        return currency_in(text) or one_line(text, 8)
    return one_line(text, CELL_CHARS_KEPT)


def _sure(value: str | None, text: str, index: int, plan: Plan, wanted: str) -> str:
    if value is None:
        raise _BadCellError(
            f"“{one_line(text, 60)}” in the column “{one_line(plan.headings[index], 60)}” should be {wanted}. "
            "Put the cell right and import the file again."
        )
    return value


def _allowed(words: dict[str, str]) -> str:
    return ", ".join(value.replace("_", " ") for value in dict.fromkeys(words.values()))


def _person(text: str) -> str:
    found = mailboxes([text]) if "@" in text else ()
    return found[0].address if found else one_line(text)


def _address(text: str, index: int, plan: Plan) -> str:
    """Return a mail address; under the heading "address" a street is passed over."""
    found = mailboxes([text])
    if found:
        return found[0].address
    if plain(plan.headings[index]) == "address" and "@" not in text:
        return ""
    return _sure(None, text, index, plan, "a mail address")


def _domain(text: str) -> str:
    host = re.sub(r"^[a-z]+://", "", one_line(text, 300).lower()).split("/")[0].split("?")[0].partition(":")[0]
    host = host.rpartition("@")[2].removeprefix("www.").strip(".")
    return host if "." in host and " " not in host else ""


def _complete(fields: dict[str, str], plan: Plan) -> None:
    """Put together what other cells or the headings say: whole names, roles, customers by number, currencies."""
    if plan.table is CONTACTS:
        _complete_contact(fields, plan)
    if plan.table is ORDERS:
        _complete_order(fields, plan)
    if plan.table.numbers & {"value", "unit_price"} & fields.keys() and plan.currency:
        fields.setdefault("currency", plan.currency)


def _complete_contact(fields: dict[str, str], plan: Plan) -> None:
    parts = [fields.pop(each, "") for each in ("first_name", "last_name")]
    if "name" not in fields and any(parts):
        fields["name"] = " ".join(filter(None, parts))
    role = fields.pop("role", "")
    known = known_word(role, CONTACTS.words["role"]) if role else ""
    if known:
        fields["role"] = known
    elif role and "title" not in fields:
        fields["title"] = role  # many address books write the job under "role"
    elif role:
        _sure(None, role, plan.columns["role"][0], plan, f"one of {_allowed(CONTACTS.words['role'])}")


def _complete_order(fields: dict[str, str], plan: Plan) -> None:
    if "customer_id" in fields:
        fields["customer_id"] = fields["customer_id"].removesuffix(".0")
        fields.setdefault("account", f"Customer {fields['customer_id']}")
    if "product_code" in fields:
        fields.setdefault("product", fields["product_code"])
    is_retail = any(plain(heading) == "stockcode" for heading in plan.headings)
    if is_retail and _RETAIL_CANCELLED.fullmatch(fields.get("number", "")):
        fields.setdefault("cancelled", "yes")


def _check_needs(fields: dict[str, str], plan: Plan) -> None:
    for group in plan.table.needs:
        if not any(each in fields for each in group):
            wanted = " or ".join(each.replace("_", " ") for each in group)
            raise _BadCellError(
                f"This row of {plan.table.name} has no {wanted}, without which it cannot be placed. "
                "Fill it in and import the file again."
            )
