"""`alongside import PATH --look`: what would come in, said before anything is written; and a person's word on how tables are read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alongside.cli.speak import WRITTEN_WRONG, CommandError

if TYPE_CHECKING:
    from alongside.intake.models import Import

EXAMPLES_SHOWN = 3
"""Rows of each outcome that are named in lines; --json names more."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said on the command line of how tables are read: heading to field, and the order of dates and decimal sign."""

    kind: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    days_first: bool | None = None
    decimal_comma: bool | None = None

    def is_anything(self) -> bool:
        """Tell whether anything was said at all."""
        return bool(self.kind or self.columns) or self.days_first is not None or self.decimal_comma is not None


def said_of(pairs: Sequence[str], *, kind: str, days_first: bool | None, decimal_comma: bool | None) -> Said:
    """Read "Heading=field" pairs; "own" keeps a column as a field of its own, nothing leaves it out."""
    from alongside.sources.columns import TABLES, plain
    from alongside.sources.readings import OUT, OWN

    if kind and kind not in {table.name for table in TABLES}:
        kinds = ", ".join(table.name for table in TABLES)
        raise CommandError(f"There is no kind of table called {kind}. There are {kinds}.", WRITTEN_WRONG)
    fields = {name for table in TABLES for name in table.headings} | {OWN, OUT}
    columns = {}
    for pair in pairs:
        heading, sign, name = pair.rpartition("=")
        if not sign or name not in fields:
            known = ", ".join(sorted(fields - {OUT}))
            raise CommandError(f"“{pair}” is no HEADING=FIELD. Fields are {known}.", WRITTEN_WRONG)
        columns[plain(heading)] = name
    return Said(kind, columns, days_first, decimal_comma)


def take_said(run: "Import", said: Said) -> None:
    """Let what was said hold for every table of the import that has such headings."""
    from alongside.intake.look import look
    from alongside.intake.remembered import readings_for
    from alongside.sources.readings import Reading

    look(run, report=lambda _: None)
    held = readings_for(run)
    for table in run.seen["tables"]:
        before = held.get(table["fingerprint"], Reading())
        keys = {column["key"] for column in table["columns"]}
        reading = Reading(
            said.kind or table["table"] or before.table,
            {**before.columns, **{key: name for key, name in said.columns.items() if key in keys or not keys}},
            before.days_first if said.days_first is None else said.days_first,
            before.decimal_comma if said.decimal_comma is None else said.decimal_comma,
        )
        fingerprint = table["fingerprint"] or _line_of_headings(table, said)
        if fingerprint and reading.table:
            run.readings[fingerprint] = reading.as_json()


def _line_of_headings(table: Mapping[str, Any], said: Said) -> str:
    """Find the line that holds the headings which were named, in a table whose headings are not known."""
    from alongside.sources.columns import plain

    named = ((mark, {plain(cell) for cell in cells}) for _, mark, cells in table["top"])
    return next((mark for mark, headings in named if headings & set(said.columns)), "")


def look_at(paths: list[Path], owner: Any, said: Said, at: Any) -> "Import":
    """Look at what an import would bring; nothing of it is kept."""
    from alongside.intake.look import look
    from alongside.intake.models import Import

    run = Import(owner=owner, paths=[str(path) for path in paths], started_at=at)
    if said.is_anything():
        take_said(run, said)
    look(run, report=lambda _: None)
    return run


def look_lines(seen: Mapping[str, Any]) -> Iterator[str]:
    """Say what was seen, for a person."""
    for table in seen["tables"]:
        yield from _table_lines(table)
    for each in seen["others"]:
        items = "not looked through" if each["items"] is None else f"about {each['items']:,} items"
        yield f"{', '.join(each['names'])}: {each['kind']}, {each['files']:,} files, {items}"
    for each in seen["refused"]:
        yield f"{each['where']}: {each['why']}"
    yield "Nothing was written. Without --look it is brought in."


def _table_lines(table: Mapping[str, Any]) -> Iterator[str]:
    counts = ", ".join(f"{n:,} {name}" for name, n in table["counts"].items() if n) or "no row"
    yield f"{table['name']}: {table['table'] or 'not known'}, {counts}"
    for column in table["columns"]:
        yield f"  {column['heading']} -> {column['field'] or 'left out'}  ({' · '.join(column['samples'])})"
    if table["asks"]:
        option = "--day-first or --month-first" if table["asks"] == "dates" else "--decimal-comma or --decimal-point"
        yield f"  “{table['example']}” is {table['either'][0]} or {table['either'][1]}: say {option}."
    elif table["trouble"]:
        yield f"  {table['trouble']}"
    for group in table["missing"]:
        yield f"  No column holds {' or '.join(group)}, without which no row can be placed: say --map HEADING={group[0]}."
    for outcome in ("changed", "doubtful", "refused"):
        for row in table["examples"].get(outcome, [])[:EXAMPLES_SHOWN]:
            changes = "; ".join(f"{c['name']}: {c['before']} -> {c['now']}" for c in row.get("corrections", ()))
            yield f"  {outcome}: {row['where']}: {row.get('why') or changes or row['what']}"
