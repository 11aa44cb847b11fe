"""How is a table read: which table is it, where do its fields stand, how do its columns write dates and numbers?

The top is looked at for the headings, every row for the signs. Nothing is guessed: what can be read in two ways is
refused with a sentence. What one row says is read in rows.py.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from alongside.sources.caps import COLUMNS_MAX
from alongside.sources.clean import one_line
from alongside.sources.columns import ACCOUNTS, TABLES, Origin, Table, columns_of, origin_of, plain_headings, table_of
from alongside.sources.contract import Refused
from alongside.sources.sheet import Record, Stated
from alongside.sources.values import DateSigns, NumberSigns, currency_in, iso_date

HEADING_ROWS = 10
"""How many rows from the top the headings are looked for in: titles may stand above them. Unit: rows."""

HEADING_LINES = 3 * HEADING_ROWS
"""How many lines from the top, empty ones among them, the headings are looked for in. Unit: lines."""

ENDINGS_OF_REPORTS = ("Copyright (c)", "Confidential Information - Do Not Distribute")
"""How the lines begin that a report of Salesforce is signed with below its rows."""

ENDING_ROWS = 10
"""Most rows that a report may end with. Unit: rows."""

_IN_BRACKETS = re.compile(r"[(\[]\s*([^)\]]{1,5})\s*[)\]]")
_NAMED_BY_NUMBER = frozenset(
    plain_headings(["Account ID", "Company ID", "Associated Company IDs", "Customer ID", "partner_id/id"])
)


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells in rows: a text file as one delimiter cuts it, or a sheet of a workbook.

    `name` is what messages call it, `known_as` the name a person gave it. `records(n)` yields the records of the first n
    lines, of all when n is 0. `is_typed`: numbers and dates may be stored as such, and empty cells at a row's end are not.
    """

    name: str
    known_as: str
    delimiter: str
    records: Callable[[int], Iterator[Record]]
    is_typed: bool = False


@dataclass(slots=True)
class Plan:
    """How a grid is read: its table, where each field stands, and how its columns write dates and numbers.

    `other` reads the rows that belong to another table, where one list holds both.
    """

    grid: Grid
    table: Table
    headings: list[str]
    heading_line: int
    columns: dict[str, list[int]]
    origin: Origin | None = None
    states: list[int] = field(default_factory=list)
    day_first: dict[int, bool | None] = field(default_factory=dict)
    comma: dict[int, bool | None] = field(default_factory=dict)
    currency: str = ""
    other: "Plan | None" = None
    other_if: int = -1

    def body(self) -> Iterator[Record]:
        """Yield the records below the headings; lines without any cell are no rows, nor is what a report ends with."""
        ending: list[Record] = []  # rows of one cell, kept back until it is seen what follows
        for record in self.grid.records(0):
            cells = record.cells
            if record.line <= self.heading_line or not (record.fault or any(cell.strip() for cell in cells)):
                continue
            if len(cells) == 1 < len(self.headings) and len(ending) < ENDING_ROWS:
                ending.append(record)
                continue
            yield from ending
            ending.clear()
            yield record
        if not any(each.cells[0].strip().startswith(ENDINGS_OF_REPORTS) for each in ending):
            yield from ending


def plan_of(grids: Iterable[Grid], name: str) -> Plan | Refused:
    """Return the reading whose headings fit a table best, over all grids that a file can be read as, or why there is none."""
    best: Plan | None = None
    widest: list[str] = []
    for grid in grids:
        for number, record in enumerate(_top(grid)):
            widest = widest if number else max(widest, record.cells, key=len)
            found = _plan_at(grid, record)
            if found and (best is None or len(found.columns) > len(best.columns)):
                best = found
    return best or Refused(name, _unknown(name, widest))


def _top(grid: Grid) -> Iterator[Record]:
    found = 0
    for record in grid.records(HEADING_LINES):
        if any(cell.strip() for cell in record.cells):
            found += 1
            yield record
        if found >= HEADING_ROWS or record.line > HEADING_LINES:
            return


def _plan_at(grid: Grid, record: Record) -> Plan | None:
    """Return the reading with this record as the headings, or None when they are those of no table."""
    cells = record.cells
    table = table_of(cells, grid.known_as) if 0 < len(cells) <= COLUMNS_MAX else None
    if table is None:
        return None
    spellings = plain_headings(cells)
    origin = origin_of(table.name, frozenset(spellings))
    plan = Plan(grid, table, cells, record.line, columns_of(table, cells), origin)
    plan.states = [index for index, each in enumerate(spellings) if each in table.states]
    plan.currency = _heading_currency(plan)
    if origin and origin.companies_if in spellings:
        plan.other_if = spellings.index(origin.companies_if)
        plan.other = replace(
            plan,
            table=ACCOUNTS,
            columns=columns_of(ACCOUNTS, cells),
            origin=origin_of("accounts", frozenset(spellings)),
        )
    return plan


def _heading_currency(plan: Plan) -> str:
    """Return the currency that a heading of amounts names: "Value (EUR)"."""
    indexes = [i for each in ("value", "unit_price") for i in plan.columns.get(each, [])]
    found = [bracket for i in indexes for bracket in _IN_BRACKETS.findall(plan.headings[i])]
    return next(filter(None, map(currency_in, found)), "")


def _unknown(name: str, widest: list[str]) -> str:
    if len(widest) > COLUMNS_MAX:
        return (
            f"{name} has {len(widest):,} columns, more than the {COLUMNS_MAX} that are read. "
            "Keep the columns that matter and import it again."
        )
    if number := next((each for each in widest if plain_headings([each])[0] in _NAMED_BY_NUMBER), ""):
        return (
            f"{name} names its companies only by a number of the program it comes from (the column “{one_line(number, 30)}”). "
            "Export it once more with the company's name as a column, and import that."
        )
    seen = ", ".join(f"“{one_line(cell, 30)}”" for cell in widest[:6]) or "nothing"
    return (
        f"The headings of {name} are those of no table that is known here (its first line reads {seen}). "
        f"Known are {', '.join(table.name for table in TABLES)}; contacts have name and email, orders have date, "
        "account and product. Give the columns such headings and import it again."
    )


def settle(plan: Plan) -> Refused | None:
    """Settle how each column writes dates and numbers; return a refusal when one can be read in two ways."""
    plans = [plan, plan.other] if plan.other else [plan]
    dates = {i: DateSigns() for p in plans for each in p.table.dates for i in p.columns.get(each, [])}
    numbers = {i: NumberSigns() for p in plans for each in p.table.numbers for i in p.columns.get(each, [])}
    looks: list[tuple[int, Callable[[str], None]]] = [(i, signs.look_at) for i, signs in dates.items()]
    looks += [(i, signs.look_at) for i, signs in numbers.items()]
    for record in plan.body() if looks else ():
        cells = record.cells
        for index, look_at in looks:
            if index < len(cells) and type(cells[index]) is not Stated:
                look_at(cells[index].strip())
    return _decide_dates(plan, dates) or _decide_numbers(plan, numbers)


def _decide_dates(plan: Plan, signs: dict[int, DateSigns]) -> Refused | None:
    elsewhere = {each.is_day_first for each in signs.values()} - {None}
    hint = next(iter(elsewhere)) if len(elsewhere) == 1 else None
    for index, each in signs.items():
        decided = each.is_day_first if each.is_day_first is not None else hint
        if each.day_first and each.month_first:
            return Refused(plan.grid.name, _both_ways(plan, index))
        if decided is None and each.either:
            return Refused(plan.grid.name, _either_way(plan, index, each.either))
        plan.day_first[index] = decided
    return None


def _both_ways(plan: Plan, index: int) -> str:
    return (
        f"The column “{one_line(plan.headings[index], 60)}” of {plan.grid.name} writes some dates day first and some month "
        "first. Write them all as 2025-03-31 and import it again."
    )


def _either_way(plan: Plan, index: int, example: str) -> str:
    one, other = iso_date(example, True), iso_date(example, False)
    return (
        f"The dates in the column “{one_line(plan.headings[index], 60)}” of {plan.grid.name} can be read day first or month "
        f"first (“{one_line(example, 30)}”: {one} or {other}?), and no row tells which. Give the column the date format "
        f"YYYY-MM-DD in your spreadsheet, so that this one reads {one} or {other}, and import it again."
    )


def _decide_numbers(plan: Plan, signs: dict[int, NumberSigns]) -> Refused | None:
    elsewhere = {each.is_comma for each in signs.values()} - {None}
    hint = next(iter(elsewhere)) if len(elsewhere) == 1 else None
    for index, each in signs.items():
        heading = one_line(plan.headings[index], 60)
        if each.comma and each.point:
            return Refused(
                plan.grid.name,
                f"The column “{heading}” of {plan.grid.name} writes some numbers with a decimal comma and some with a "
                "decimal point. Write them all one way and import it again.",
            )
        decided = each.is_comma if each.is_comma is not None else hint
        if decided is None and each.either and plan.grid.delimiter == ";":
            return Refused(
                plan.grid.name,
                f"The numbers in the column “{heading}” of {plan.grid.name} can be read in two ways "
                f"(“{one_line(each.either, 30)}”: thousands or decimals?). Write them without a sign for thousands "
                "and import it again.",
            )
        plan.comma[index] = bool(decided)
    return None
