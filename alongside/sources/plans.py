"""How is a table read: which table is it, where do its fields stand, how do its columns write dates and numbers?

The top is looked at for the headings, every row for the signs. Nothing is guessed: what can be read in two ways is
refused with a sentence. What one row says is read in rows.py.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from alongside.sources.caps import COLUMNS_MAX
from alongside.sources.clean import one_line
from alongside.sources.columns import ACCOUNTS, TABLES, Origin, Table, columns_of, origin_of, plain_headings, table_of
from alongside.sources.contract import Refused
from alongside.sources.readings import AS_RECOGNISED, OWN, OWN_FIELD, Reading, Readings, column_keys, fingerprint
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

OWN_NAME_CHARS = 60
"""How much of a heading names a field of one's own. Unit: characters."""

_OPEN = Reading()  # no word of anybody's
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

    `own` are the columns that become fields of one's own. `other` reads the rows that belong to another table, where
    one list holds both.
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
    reading: Reading = _OPEN
    own: list[tuple[int, str]] = field(default_factory=list)
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


@dataclass(frozen=True, slots=True)
class Ambiguous(Refused):
    """A table whose dates or numbers can be read in two ways: `asks` says which, of a cell that shows it."""

    asks: Literal["dates", "numbers"] = "dates"
    example: str = ""


def plan_of(grids: Iterable[Grid], name: str, readings: Readings = AS_RECOGNISED) -> Plan | Refused:
    """Return the plan whose headings fit a table best, over all grids that a file can be read as, or why there is none.

    Headings for which a person said how they are read come before all others.
    """
    best: Plan | None = None
    widest: list[str] = []
    for grid in grids:
        for number, record in enumerate(_top(grid)):
            widest = widest if number else max(widest, record.cells, key=len)
            if (reading := readings.get(fingerprint(record.cells))) and (said := _plan_at(grid, record, reading)):
                return said
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


def _plan_at(grid: Grid, record: Record, reading: Reading = _OPEN) -> Plan | None:
    """Return the plan with this record as the headings, or None when they are those of no table."""
    cells = record.cells
    if not 0 < len(cells) <= COLUMNS_MAX:
        return None
    recognised = table_of(cells, grid.known_as)
    table = next((each for each in TABLES if each.name == reading.table), recognised)
    if table is None:
        return None
    spellings = plain_headings(cells)
    origin = origin_of(table.name, frozenset(spellings))
    plan = Plan(grid, table, cells, record.line, columns_of(table, cells), origin, reading=reading)
    _take_reading(plan)
    plan.states = [index for index, each in enumerate(spellings) if each in table.states]
    plan.currency = _heading_currency(plan)
    if origin and origin.companies_if in spellings and table is recognised:
        plan.other_if = spellings.index(origin.companies_if)
        plan.other = replace(
            plan,
            table=ACCOUNTS,
            columns=columns_of(ACCOUNTS, cells),
            origin=origin_of("accounts", frozenset(spellings)),
            own=[],
        )
        _take_reading(plan.other)
    return plan


def _take_reading(plan: Plan) -> None:
    """Let a person's word on the columns hold over what was recognised."""
    for index, key in enumerate(column_keys(plan.headings)):
        if (wanted := plan.reading.columns.get(key)) is None:
            continue
        for name, indexes in list(plan.columns.items()):
            plan.columns[name] = [each for each in indexes if each != index]
        if wanted == OWN:
            plan.own.append((index, OWN_FIELD.format(one_line(plan.headings[index], OWN_NAME_CHARS) or key)))
        elif wanted in plan.table.headings:
            plan.columns[wanted] = [index, *plan.columns.get(wanted, [])]
    plan.columns = {name: indexes for name, indexes in plan.columns.items() if indexes}


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
    hint = next(iter(elsewhere)) if len(elsewhere) == 1 else plan.reading.days_first
    for index, each in signs.items():
        decided = each.is_day_first if each.is_day_first is not None else hint
        if each.day_first and each.month_first:
            return Refused(plan.grid.name, _both_ways(plan, index))
        if decided is None and each.either:
            reason = _either_way(plan, index, each.either)
            return Ambiguous(plan.grid.name, reason, asks="dates", example=each.either)
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
    hint = next(iter(elsewhere)) if len(elsewhere) == 1 else plan.reading.decimal_comma
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
            return Ambiguous(
                plan.grid.name,
                f"The numbers in the column “{heading}” of {plan.grid.name} can be read in two ways "
                f"(“{one_line(each.either, 30)}”: thousands or decimals?). Write them without a sign for thousands "
                "and import it again.",
                asks="numbers",
                example=each.either,
            )
        plan.comma[index] = bool(decided)
    return None
