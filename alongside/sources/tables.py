"""Which rows are in a table file (CSV), and of which table are they?

The table is recognised by its headings, whatever their case, spaces and signs; other columns are passed over.
Fields, all as strings, only those that have a value (dates YYYY-MM-DD, numbers plain with a point, yes or no):

accounts       name, domain, industry, public_body (yes/no), parent, city, since (date), standing, owner_since (date)
contacts       name, address (mail), phone, title, account, role, reports_to, note
opportunities  name, account, category, stage, value (number), currency, closes_on (date), contact
orders         number, account, customer_id, ordered_on (date), product, product_code, category, quantity (number),
               unit, unit_price (number), value (number), currency, contact, country, cancelled (yes/no)
awards         account, category, decided_on (date), value (number), currency, outcome, route, no_bid_reason, origin,
               first_heard, awarded_by, order_number, on_list (yes/no), listed_since (date), label
facts          account, person, topic, value, as_of (date), source, confirmed_by_them (yes/no)
needs          account, person, kind, text, heard_on (date), consequence, rank (number), reviewed_on (date)
suggestions    account, person, text, made_on (date), outcome, before_they_raised_it (yes/no)

standing, role, outcome, route, no_bid_reason, origin, first_heard and kind are values of vocabulary.py. A person
(contact, person, awarded_by, reports_to) is a mail address in lower case where the cell has one, else the name.
What a row must have stands in columns.py (`needs`); a row without it is refused with its line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from alongside.sources.caps import COLUMNS_MAX, NOTE_CHARS_KEPT, ROWS_MAX
from alongside.sources.clean import many_lines, one_line
from alongside.sources.columns import CONTACTS, ORDERS, TABLES, Table, columns_of, plain, table_of
from alongside.sources.contract import RAW_KEPT_BYTES, Read, Refused, Row
from alongside.sources.files import bytes_in, not_opened
from alongside.sources.mailboxes import mailboxes
from alongside.sources.sheet import DELIMITERS, Record, encoding_of, is_text, records
from alongside.sources.values import (
    DateSigns,
    NumberSigns,
    currency_in,
    iso_date,
    known_word,
    plain_number,
    yes_or_no,
)

HEADING_ROWS = 10
"""How many rows from the top the headings are looked for in: titles may stand above them. Unit: rows."""

CELL_CHARS_KEPT = 1000
"""How much of a cell that is no long text is kept. Unit: characters."""

ENDINGS = (".csv", ".tsv", ".tab", ".csv.gz", ".tsv.gz")
"""File names that say "table", so that unknown headings get their own sentence."""

_RETAIL_CANCELLED = re.compile(r"[Cc]\d+")
_IN_BRACKETS = re.compile(r"[(\[]\s*([^)\]]{1,5})\s*[)\]]")


class _BadCellError(Exception):
    """A row that is refused; its text is the sentence."""


@dataclass(slots=True)
class _Plan:
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


class Tables:
    """Rows of accounts, contacts, opportunities, orders, awards, facts, needs and suggestions."""

    kind = "table"

    def recognises(self, path: Path, head: bytes) -> bool:
        """Tell whether the file is text with headings that are known, or is named as a table."""
        if not head or not is_text(head) or head.startswith((b"PK\x03\x04", b"%PDF")):
            return False
        return path.name.lower().endswith(ENDINGS) or isinstance(_plan(path), _Plan)

    def read(self, path: Path) -> Iterator[Read]:
        """Yield every row as a Row or a Refused, in the order of the file."""
        size = bytes_in(path)
        try:
            plan = _plan(path)
            fault = plan if isinstance(plan, Refused) else _styles(path, plan)
            if isinstance(plan, Refused) or fault:
                yield Read(path.name, fault or Refused(path.name, ""), size)
                return
            yield from _rows(path, plan)
        except OSError as trouble:
            yield Read(path.name, Refused(path.name, not_opened(path.name, trouble)), size)


def _plan(path: Path) -> _Plan | Refused:
    """Return the reading whose headings fit a table best, over all delimiters."""
    encoding = encoding_of(path)
    best: _Plan | None = None
    widest: list[str] = []
    for delimiter in DELIMITERS:
        for number, record in enumerate(_top(path, encoding, delimiter)):
            widest = widest if number else max(widest, record.cells, key=len)
            table = table_of(record.cells, path.name) if 0 < len(record.cells) <= COLUMNS_MAX else None
            columns = columns_of(table, record.cells) if table else {}
            if table and (best is None or len(columns) > len(best.columns)):
                best = _Plan(path.name, encoding, delimiter, table, record.cells, record.line, columns)
    if best is None:
        return _unknown(path.name, widest)
    best.currency = _heading_currency(best)
    return best


def _top(path: Path, encoding: str, delimiter: str) -> Iterator[Record]:
    found = 0
    for record in records(path, encoding, delimiter):
        if any(cell.strip() for cell in record.cells):
            found += 1
            yield record
        if found >= HEADING_ROWS or record.line > HEADING_ROWS * 3:
            return


def _unknown(name: str, widest: list[str]) -> Refused:
    if len(widest) > COLUMNS_MAX:
        return Refused(
            name,
            f"{name} has {len(widest):,} columns, more than the {COLUMNS_MAX} that are read. "
            "Keep the columns that matter and import it again.",
        )
    seen = ", ".join(f"“{one_line(cell, 30)}”" for cell in widest[:6]) or "nothing"
    return Refused(
        name,
        f"The headings of {name} are those of no table that is known here (its first line reads {seen}). "
        f"Known are {', '.join(table.name for table in TABLES)}; contacts have name and email, orders have date, "
        "account and product. Give the columns such headings and import it again.",
    )


def _heading_currency(plan: _Plan) -> str:
    """Return the currency that a heading of amounts names: "Value (EUR)"."""
    indexes = [i for each in ("value", "unit_price") for i in plan.columns.get(each, [])]
    found = [bracket for i in indexes for bracket in _IN_BRACKETS.findall(plan.headings[i])]
    return next(filter(None, map(currency_in, found)), "")


def _styles(path: Path, plan: _Plan) -> Refused | None:
    """Decide how each column writes dates and numbers; return a refusal when one can be read in two ways."""
    dates = {i: DateSigns() for each in plan.table.dates for i in plan.columns.get(each, [])}
    numbers = {i: NumberSigns() for each in plan.table.numbers for i in plan.columns.get(each, [])}
    for record in _body(path, plan):
        for index, date_signs in dates.items():
            if index < len(record.cells):
                date_signs.look_at(record.cells[index].strip())
        for index, number_signs in numbers.items():
            if index < len(record.cells):
                number_signs.look_at(record.cells[index].strip())
    return _decide_dates(plan, dates) or _decide_numbers(plan, numbers)


def _decide_dates(plan: _Plan, signs: dict[int, DateSigns]) -> Refused | None:
    elsewhere = {each.is_day_first for each in signs.values()} - {None}
    hint = next(iter(elsewhere)) if len(elsewhere) == 1 else None
    for index, each in signs.items():
        heading = one_line(plan.headings[index], 60)
        if each.day_first and each.month_first:
            return Refused(
                plan.name,
                f"The column “{heading}” of {plan.name} writes some dates day first and some month first. "
                "Write them all as 2025-03-31 and import it again.",
            )
        decided = each.is_day_first if each.is_day_first is not None else hint
        if decided is None and each.either:
            return Refused(
                plan.name,
                f"The dates in the column “{heading}” of {plan.name} can be read day first or month first "
                f"(“{one_line(each.either, 30)}”). Write them as 2025-03-31 and import it again.",
            )
        plan.day_first[index] = decided
    return None


def _decide_numbers(plan: _Plan, signs: dict[int, NumberSigns]) -> Refused | None:
    elsewhere = {each.is_comma for each in signs.values()} - {None}
    hint = next(iter(elsewhere)) if len(elsewhere) == 1 else None
    for index, each in signs.items():
        heading = one_line(plan.headings[index], 60)
        if each.comma and each.point:
            return Refused(
                plan.name,
                f"The column “{heading}” of {plan.name} writes some numbers with a decimal comma and some with a "
                "decimal point. Write them all one way and import it again.",
            )
        decided = each.is_comma if each.is_comma is not None else hint
        if decided is None and each.either and plan.delimiter == ";":
            return Refused(
                plan.name,
                f"The numbers in the column “{heading}” of {plan.name} can be read in two ways "
                f"(“{one_line(each.either, 30)}”: thousands or decimals?). Write them without a sign for thousands "
                "and import it again.",
            )
        plan.comma[index] = bool(decided)
    return None


def _body(path: Path, plan: _Plan) -> Iterator[Record]:
    """Yield the records below the headings; lines without any cell are no rows."""
    for record in records(path, plan.encoding, plan.delimiter):
        if record.line > plan.heading_line and (record.fault or any(cell.strip() for cell in record.cells)):
            yield record


def _rows(path: Path, plan: _Plan) -> Iterator[Read]:
    number = 0
    for number, record in enumerate(_body(path, plan), 1):
        where = f"{plan.name}, line {record.line}"
        if number > ROWS_MAX:
            yield Read(where, _too_many_rows(where), record.bytes_done)
            return
        yield Read(where, _row(record, plan, where), record.bytes_done)
    if not number:
        reason = f"{plan.name} has headings and no rows below them. Export it again if there should be some."
        yield Read(plan.name, Refused(plan.name, reason), bytes_in(path))


def _too_many_rows(where: str) -> Refused:
    return Refused(
        where,
        f"The file has more than {ROWS_MAX:,} rows; those above this line are taken. "
        "Save the headings and the rows from this line on as a second file and import that too.",
    )


def _row(record: Record, plan: _Plan, where: str) -> Row | Refused:
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


def _check_width(cells: list[str], plan: _Plan) -> None:
    wide, stated = len(cells), len(plan.headings)
    if wide < stated or any(cell.strip() for cell in cells[stated:]):
        raise _BadCellError(
            f"This row has {wide} {'cell' if wide == 1 else 'cells'} where the headings have {stated}, "
            "so it is not sure which cell is which. "
            "Put the row right and import the file again."
        )


def _value(name: str, cells: list[str], plan: _Plan) -> str:
    """Return the first filled cell of a field as its kind wants it; raise when it cannot be."""
    for index in plan.columns[name]:
        text = cells[index].strip()
        if text:
            return _read(name, text, index, plan)
    return ""


def _read(name: str, text: str, index: int, plan: _Plan) -> str:
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


def _sure(value: str | None, text: str, index: int, plan: _Plan, wanted: str) -> str:
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


def _address(text: str, index: int, plan: _Plan) -> str:
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


def _complete(fields: dict[str, str], plan: _Plan) -> None:
    """Put together what other cells or the headings say: whole names, roles, customers by number, currencies."""
    if plan.table is CONTACTS:
        _complete_contact(fields, plan)
    if plan.table is ORDERS:
        _complete_order(fields, plan)
    if plan.table.numbers & {"value", "unit_price"} & fields.keys() and plan.currency:
        fields.setdefault("currency", plan.currency)


def _complete_contact(fields: dict[str, str], plan: _Plan) -> None:
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


def _complete_order(fields: dict[str, str], plan: _Plan) -> None:
    if "customer_id" in fields:
        fields["customer_id"] = fields["customer_id"].removesuffix(".0")
        fields.setdefault("account", f"Customer {fields['customer_id']}")
    if "product_code" in fields:
        fields.setdefault("product", fields["product_code"])
    is_retail = any(plain(heading) == "stockcode" for heading in plan.headings)
    if is_retail and _RETAIL_CANCELLED.fullmatch(fields.get("number", "")):
        fields.setdefault("cancelled", "yes")


def _check_needs(fields: dict[str, str], plan: _Plan) -> None:
    for group in plan.table.needs:
        if not any(each in fields for each in group):
            wanted = " or ".join(each.replace("_", " ") for each in group)
            raise _BadCellError(
                f"This row of {plan.table.name} has no {wanted}, without which it cannot be placed. "
                "Fill it in and import the file again."
            )
