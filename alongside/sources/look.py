"""How would a table be read, as a person should see it before anything is written: its columns, samples, and what is unclear?

It judges nothing itself: the plan comes from plans.py, the rows from rows.py. What is new or known is seen in intake/.
"""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from alongside.sources.caps import COLUMNS_MAX
from alongside.sources.clean import one_line
from alongside.sources.contract import LookedColumn, LookedFile, LookedTable, Read, Refused
from alongside.sources.mailboxes_counted import counted
from alongside.sources.plans import HEADING_LINES, HEADING_ROWS, Ambiguous, Grid, Plan, settle
from alongside.sources.readings import OUT, OWN, column_keys, fingerprint
from alongside.sources.rows import reads_of
from alongside.sources.rows_given_back import WHY_REFUSED
from alongside.sources.values import iso_date

SAMPLES = 4
"""Different values shown of a column. Unit: values."""

SAMPLE_ROWS = 300
"""Rows from the top that samples are taken from. Unit: rows."""

SAMPLE_CHARS = 40
"""How much of a value is shown. Unit: characters."""

TOP_CELLS = 8
"""Cells shown of a line where the headings are looked for. Unit: cells."""


def look_at(plan: Plan | Refused, grids: list[Grid], *, size: int, digest: str) -> Iterator[Read]:
    """Yield how a table would be read, or the first lines of one that has no plan; then its rows, where they can be read."""
    if isinstance(plan, Refused):
        yield _seen(_unknown(plan, grids, digest))
        return
    trouble = settle(plan)
    yield _seen(_planned(plan, trouble, digest))
    if not trouble:
        yield from reads_of(plan, size, digest)


def look_at_file(kind: str, path: Path, where: str) -> Read:
    """Say about how much a file holds that is no table."""
    return Read(where, Refused(where, "It was only counted."), look=LookedFile(kind, counted(kind, path)))


def _seen(table: LookedTable) -> Read:
    return Read(table.name, Refused(table.name, table.trouble or "It was only looked at."), look=table)


def _planned(plan: Plan, trouble: Refused | None, digest: str) -> LookedTable:
    asked = trouble if isinstance(trouble, Ambiguous) else None
    return LookedTable(
        name=plan.grid.name,
        table=plan.table.name,
        fingerprint=fingerprint(plan.headings),
        digest=digest,
        program=plan.origin.program if plan.origin else "",
        columns=_columns(plan),
        heading_line=plan.heading_line,
        is_said=bool(plan.reading.table),
        trouble=trouble.reason if trouble and not asked else "",
        asks=asked.asks if asked else "",
        example=asked.example if asked else "",
        either=_either(asked.asks, asked.example) if asked else ("", ""),
        missing=_missing(plan),
    )


def _columns(plan: Plan) -> tuple[LookedColumn, ...]:
    field_of = {index: name for name, indexes in plan.columns.items() for index in indexes}
    field_of |= {index: OWN for index, _ in plan.own}
    samples = _samples(plan)
    return tuple(
        LookedColumn(key, one_line(heading, 60), field_of.get(index, OUT), samples[index])
        for index, (key, heading) in enumerate(zip(column_keys(plan.headings), plan.headings, strict=True))
        if not heading.startswith(WHY_REFUSED.format(""))
    )


def _samples(plan: Plan) -> list[tuple[str, ...]]:
    """Collect the first different values of every column."""
    found: list[dict[str, None]] = [{} for _ in plan.headings]
    for record in islice(plan.body(), SAMPLE_ROWS):
        for values, cell in zip(found, record.cells, strict=False):
            if len(values) < SAMPLES and (text := one_line(cell.strip(), SAMPLE_CHARS)):
                values[text] = None
    return [tuple(values) for values in found]


def _either(asks: str, example: str) -> tuple[str, str]:
    """Read a value in both ways: day first and month first, or as decimals and as thousands."""
    if asks == "dates":
        return iso_date(example, True) or "", iso_date(example, False) or ""
    if asks == "numbers":
        whole = example.replace(".", "").replace(",", "")
        return example.replace(",", "."), whole
    return "", ""


def _missing(plan: Plan) -> tuple[tuple[str, ...], ...]:
    there = set(plan.columns)
    if {"first_name", "last_name"} & there:
        there.add("name")
    return tuple(group for group in plan.table.needs if not there & set(group))


def _unknown(refused: Refused, grids: list[Grid], digest: str) -> LookedTable:
    """Show the first lines, cut as makes them widest, so that a person can say which of them holds the headings."""
    tops = [_top(grid) for grid in grids]
    top = max(tops, key=lambda lines: max((len(cells) for _, cells in lines), default=0), default=[])
    shown = tuple(
        (line, fingerprint(cells), tuple(one_line(cell, SAMPLE_CHARS) for cell in cells[:TOP_CELLS]))
        for line, cells in top
        if len(cells) <= COLUMNS_MAX
    )
    return LookedTable(refused.where, "", "", digest, trouble=refused.reason, top=shown)


def _top(grid: Grid) -> list[tuple[int, list[str]]]:
    found = []
    for record in grid.records(HEADING_LINES):
        if any(cell.strip() for cell in record.cells):
            found.append((record.line, list(record.cells)))
        if len(found) == HEADING_ROWS:
            break
    return found
