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
from pathlib import Path

from alongside.sources.caps import COLUMNS_MAX, ROWS_MAX
from alongside.sources.clean import one_line
from alongside.sources.columns import TABLES, columns_of, table_of
from alongside.sources.contract import Read, Refused
from alongside.sources.files import bytes_in, not_opened
from alongside.sources.rows import Plan, row_of
from alongside.sources.sheet import DELIMITERS, Record, encoding_of, is_text, records
from alongside.sources.values import DateSigns, NumberSigns, currency_in

HEADING_ROWS = 10
"""How many rows from the top the headings are looked for in: titles may stand above them. Unit: rows."""

ENDINGS = (".csv", ".tsv", ".tab", ".csv.gz", ".tsv.gz")
"""File names that say "table", so that unknown headings get their own sentence."""

_IN_BRACKETS = re.compile(r"[(\[]\s*([^)\]]{1,5})\s*[)\]]")


class Tables:
    """Rows of accounts, contacts, opportunities, orders, awards, facts, needs and suggestions."""

    kind = "table"

    def recognises(self, path: Path, head: bytes) -> bool:
        """Tell whether the file is text with headings that are known, or is named as a table."""
        if not head or not is_text(head) or head.startswith((b"PK\x03\x04", b"%PDF")):
            return False
        return path.name.lower().endswith(ENDINGS) or isinstance(_plan(path), Plan)

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


def _plan(path: Path) -> Plan | Refused:
    """Return the reading whose headings fit a table best, over all delimiters."""
    encoding = encoding_of(path)
    best: Plan | None = None
    widest: list[str] = []
    for delimiter in DELIMITERS:
        for number, record in enumerate(_top(path, encoding, delimiter)):
            widest = widest if number else max(widest, record.cells, key=len)
            table = table_of(record.cells, path.name) if 0 < len(record.cells) <= COLUMNS_MAX else None
            columns = columns_of(table, record.cells) if table else {}
            if table and (best is None or len(columns) > len(best.columns)):
                best = Plan(path.name, encoding, delimiter, table, record.cells, record.line, columns)
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


def _heading_currency(plan: Plan) -> str:
    """Return the currency that a heading of amounts names: "Value (EUR)"."""
    indexes = [i for each in ("value", "unit_price") for i in plan.columns.get(each, [])]
    found = [bracket for i in indexes for bracket in _IN_BRACKETS.findall(plan.headings[i])]
    return next(filter(None, map(currency_in, found)), "")


def _styles(path: Path, plan: Plan) -> Refused | None:
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


def _decide_dates(plan: Plan, signs: dict[int, DateSigns]) -> Refused | None:
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


def _decide_numbers(plan: Plan, signs: dict[int, NumberSigns]) -> Refused | None:
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


def _body(path: Path, plan: Plan) -> Iterator[Record]:
    """Yield the records below the headings; lines without any cell are no rows."""
    for record in records(path, plan.encoding, plan.delimiter):
        if record.line > plan.heading_line and (record.fault or any(cell.strip() for cell in record.cells)):
            yield record


def _rows(path: Path, plan: Plan) -> Iterator[Read]:
    number = 0
    for number, record in enumerate(_body(path, plan), 1):
        where = f"{plan.name}, line {record.line}"
        if number > ROWS_MAX:
            yield Read(where, _too_many_rows(where), record.bytes_done)
            return
        yield Read(where, row_of(record, plan, where), record.bytes_done)
    if not number:
        reason = f"{plan.name} has headings and no rows below them. Export it again if there should be some."
        yield Read(plan.name, Refused(plan.name, reason), bytes_in(path))


def _too_many_rows(where: str) -> Refused:
    return Refused(
        where,
        f"The file has more than {ROWS_MAX:,} rows; those above this line are taken. "
        "Save the headings and the rows from this line on as a second file and import that too.",
    )
