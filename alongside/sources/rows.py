"""What does one row of a table say: each cell read as its field wants it, or why the row is not taken?

A cell that cannot be read refuses its row with the cell named, so that a person can put it right. How a column writes
dates and numbers was decided before, in plans.py.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace

from alongside.sources.caps import NOTE_CHARS_KEPT, ROWS_MAX
from alongside.sources.clean import many_lines, one_line
from alongside.sources.columns import ACTIVITIES, CONTACTS, ORDERS, plain
from alongside.sources.columns.activities import KIND_OF_FILE
from alongside.sources.columns.called import called
from alongside.sources.columns.contacts import NO_PART
from alongside.sources.contract import RAW_KEPT_BYTES, Read, Refused, Row, TableTop
from alongside.sources.html_text import text_of
from alongside.sources.mailboxes import address_of, mailboxes
from alongside.sources.plans import Plan
from alongside.sources.rows_given_back import amends, unguarded
from alongside.sources.sheet import Record, Stated
from alongside.sources.values import currency_in, iso_date, known_word, plain_number, yes_or_no

CELL_CHARS_KEPT = 1000
"""How much of a cell that is no long text is kept. Unit: characters."""

_RETAIL_CANCELLED = re.compile(r"[Cc]\d+")
_IN_BRACKETS = re.compile(r"\(([^()\s]+@[^()\s]+)\)")
_HTML = re.compile(r"<(?:p|div|span|br|ul|ol|h\d|b|strong|table|html)[\s/>]", re.I)
_SPREADSHEET_FAULTS = frozenset(("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!"))


class _BadCellError(Exception):
    """A row that is refused; its text is the sentence."""


def reads_of(plan: Plan, size: int, digest: str) -> Iterator[Read]:
    """Yield every row of a planned table as a Row or a Refused, the first with the table's top. `size` is that of the file, in bytes."""
    name = plan.grid.name
    top = TableTop(name, plan.table.name, tuple(plan.headings), plan.grid.delimiter, digest, amends(plan.headings))
    number = 0
    for number, record in enumerate(_filled_down(plan), 1):
        where = f"{name}, line {record.line}"
        if number > ROWS_MAX:
            yield Read(where, _too_many_rows(where), record.bytes_done)
            return
        yield Read(where, row_of(record, plan, where), record.bytes_done, top if number == 1 else None)
    if not number:
        reason = f"{name} has headings and no rows below them. Export it again if there should be some."
        yield Read(name, Refused(name, reason), size, top)


def row_of(record: Record, plan: Plan, where: str) -> Row | Refused:
    """Read one record, or say why it is not taken."""
    if record.fault:
        return Refused(where, record.fault)
    cells = record.cells
    if plan.grid.is_typed and len(cells) < len(plan.headings):
        cells = cells + [""] * (len(plan.headings) - len(cells))
    try:
        _check_width(cells, plan)
        if plan.other and yes_or_no(cells[plan.other_if]) == "yes":
            plan = plan.other
        return Row(plan.table.name, _fields(cells, plan), record.line)
    except _BadCellError as reason:
        return Refused(where, str(reason), _raw(cells, plan))


def _fields(cells: list[str], plan: Plan) -> dict[str, str]:
    is_undone = _check_state(cells, plan)
    fields = {each: value for each in plan.columns if (value := _value(each, cells, plan))}
    for index, name in plan.own:
        if text := one_line(unguarded(cells[index].strip()), CELL_CHARS_KEPT):
            fields[name] = text
    if is_undone:
        fields["cancelled"] = "yes"
    if plan.origin:
        plan.origin.tidy(fields)
    _complete(fields, plan)
    _check_needs(fields, plan)
    return fields


def _filled_down(plan: Plan) -> Iterator[Record]:
    """Yield the rows; where a program leaves a group's own cells empty below its first row, they are filled from it."""
    carried = [i for each in (plan.origin.carried if plan.origin else ()) for i in plan.columns.get(each, [])]
    above: list[str] = []
    for record in plan.body():
        if not carried or max(carried) >= len(record.cells):
            yield record
        elif any(record.cells[i].strip() for i in carried):
            above = record.cells
            yield record
        else:
            kept = {i: above[i] for i in (*carried, *plan.states) if above}
            yield replace(record, cells=[kept.get(i, cell) for i, cell in enumerate(record.cells)])


def _check_width(cells: list[str], plan: Plan) -> None:
    wide, stated = len(cells), len(plan.headings)
    if wide != stated and (wide < stated or any(cell.strip() for cell in cells[stated:])):
        raise _BadCellError(
            f"This row has {wide} {'cell' if wide == 1 else 'cells'} where the headings have {stated}, "
            "so it is not sure which cell is which. "
            "Put the row right and import the file again."
        )


def _check_state(cells: list[str], plan: Plan) -> bool:
    """Refuse a row that has not come far enough to be one of its table; tell whether it was undone."""
    table = plan.table
    states = [cells[index].strip() for index in plan.states if cells[index].strip()]
    for state in states:
        if plain(state) in table.not_yet:
            raise _BadCellError(
                f"This row {table.not_yet_is} (“{one_line(state, 40)}”), so it is left out. Nothing needs to be done."
            )
    return any(plain(state) in table.undone for state in states)


def _value(name: str, cells: list[str], plan: Plan) -> str:
    """Return the first filled cell of a field as its kind wants it; raise when it cannot be."""
    for index in plan.columns[name]:
        text = cells[index]
        if type(text) is Stated or (text := unguarded(text.strip())):
            return _read(name, text, index, plan)
    return ""


def _read(name: str, text: str, index: int, plan: Plan) -> str:
    table = plan.table
    if text[0] == "#" and text in _SPREADSHEET_FAULTS:
        return _sure(None, text, index, plan, "a value; the spreadsheet could not reckon it")
    if name in table.dates:
        return _sure(iso_date(text, plan.day_first[index]), text, index, plan, "a date, such as 2025-03-31")
    if name in table.numbers:
        if type(text) is Stated:
            return str(text) if "e" not in text else plain_number(text, False) or ""
        return _sure(plain_number(text, plan.comma[index]), text, index, plan, "a number")
    if name in table.yes_no:
        return _sure(yes_or_no(text), text, index, plan, "yes or no")
    if name in table.words and table is not CONTACTS:
        return _word(name, text, index, plan)
    if name in table.people:
        return _person(text)
    if name in table.long:
        return _long(text)
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


def _word(name: str, text: str, index: int, plan: Plan) -> str:
    """Return one of our words. Another program's own word is left out where the field allows it."""
    words = plan.table.words[name]
    known = known_word(text, words)
    if known is None and name in plan.table.loose and plain(plan.headings[index]) != plain(name):
        return ""
    return _sure(known, text, index, plan, f"one of {_allowed(words)}")


def _allowed(words: dict[str, str]) -> str:
    return ", ".join(value.replace("_", " ") for value in dict.fromkeys(words.values()))


def _person(text: str) -> str:
    if "@" not in text:
        return one_line(text)
    found = mailboxes([text])
    if found:
        return found[0].address
    bracketed = _IN_BRACKETS.search(text)
    return (address_of(bracketed[1]) if bracketed else "") or one_line(text)


def _long(text: str) -> str:
    """Return a note as lines; some programs export theirs as HTML."""
    if text[0] == "<" and _HTML.match(text):
        text = text_of(text[: NOTE_CHARS_KEPT * 2])
    return many_lines(text, NOTE_CHARS_KEPT).strip()


def _address(text: str, index: int, plan: Plan) -> str:
    """Return a mail address; under the heading "address" a street is passed over."""
    found = mailboxes([text])
    if found:
        return found[0].address
    if plain(plan.headings[index]) in ("address", "adresse") and "@" not in text:
        return ""
    return _sure(None, text, index, plan, "a mail address")


def _domain(text: str) -> str:
    host = re.sub(r"^[a-z]+://", "", one_line(text, 300).lower()).split("/")[0].split("?")[0].partition(":")[0]
    host = host.rpartition("@")[2].removeprefix("www.").strip(".")
    return host if "." in host and " " not in host else ""


def _complete(fields: dict[str, str], plan: Plan) -> None:
    """Put together what other cells, the headings or the name say: whole names, roles, customers by number, currencies."""
    if plan.table is CONTACTS:
        _complete_contact(fields, plan)
    if plan.table is ORDERS:
        _complete_order(fields, plan)
    if plan.table is ACTIVITIES:
        fields.setdefault("kind", _kind_by_name(plan))
    if plan.currency and ("value" in fields or "unit_price" in fields) and "value" in plan.table.numbers:
        fields.setdefault("currency", plan.currency)


def _complete_contact(fields: dict[str, str], plan: Plan) -> None:
    parts = [fields.pop(each, "") for each in ("first_name", "last_name")]
    if "name" not in fields and any(parts):
        fields["name"] = " ".join(filter(None, parts))
    role = fields.pop("role", "").split(";")[0].strip()
    known = known_word(role, CONTACTS.words["role"]) if role else ""
    if known:
        fields["role"] = known
    elif role and plain(role) in NO_PART:
        return
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
    if _RETAIL_CANCELLED.fullmatch(fields.get("number", "")) and any(
        plain(each) == "stockcode" for each in plan.headings
    ):
        fields.setdefault("cancelled", "yes")


def _kind_by_name(plan: Plan) -> str:
    """Tell calls, visits, meetings and mails by the name of the file or sheet, else by its headings; the rest are notes."""
    headings = (plan.headings[i] for each in ("subject", "text", "happened_on") for i in plan.columns.get(each, []))
    for name in map(plain, (plan.grid.known_as, *headings)):
        for kind, words in KIND_OF_FILE.items():
            if any(word in name for word in words):
                return kind
    return "note"


def _check_needs(fields: dict[str, str], plan: Plan) -> None:
    for group in plan.table.needs:
        if not any(each in fields for each in group):
            wanted = " or ".join(map(called, group))
            raise _BadCellError(
                f"This row of {plan.table.name} has no {wanted}, without which it cannot be placed. "
                "Fill it in and import the file again."
            )


def _raw(cells: list[str], plan: Plan) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=plan.grid.delimiter, lineterminator="").writerow(cells)
    return out.getvalue().encode("utf-8", "replace")[:RAW_KEPT_BYTES]


def _too_many_rows(where: str) -> Refused:
    return Refused(
        where,
        f"The file has more than {ROWS_MAX:,} rows; those above this line are taken. "
        "Save the headings and the rows from this line on as a second file and import that too.",
    )
