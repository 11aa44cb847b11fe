"""`alongside import PATH...`: bring in mail, calendars, contacts and tables, and follow through to Today."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from alongside.cli import progress
from alongside.cli.look_first import look_at, look_lines, said_of
from alongside.cli.ready import clock, open_installation, say_if_busy, user_named
from alongside.cli.speak import WRITTEN_WRONG, AsJson, CommandError, ForUser, answer

if TYPE_CHECKING:
    from alongside.intake.models import Import

REASONS_SHOWN = 10
"""Refused items that are named one by one; --json names them all."""

Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="Files or folders; what they are is recognised.")]
Look = Annotated[bool, typer.Option("--look", "--dry-run", help="Say what would come in, and write nothing.")]
AsTable = Annotated[
    str, typer.Option("--as", metavar="KIND", help="Which table these are, where it is not seen: orders, accounts.")
]
Maps = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="HEADING=FIELD", help="What a column holds; =own keeps it, = leaves it out."),
]
DaysFirst = Annotated[
    bool | None, typer.Option("--day-first/--month-first", help="How 3/4/2025 is read where nothing tells.")
]
DecimalComma = Annotated[
    bool | None, typer.Option("--decimal-comma/--decimal-point", help="How 1.234 is read where nothing tells.")
]
ReportTo = Annotated[
    Path | None, typer.Option("--report", metavar="FILE", help="Write what became of every item to a CSV file.")
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Begin without asking.")]


def import_files(
    paths: Paths,
    yes: Yes = False,
    look: Look = False,
    as_table: AsTable = "",
    maps: Maps = None,
    days_first: DaysFirst = None,
    decimal_comma: DecimalComma = None,
    report: ReportTo = None,
    user: ForUser = "",
    as_json: AsJson = False,
) -> None:
    """Bring in files: mbox, Maildir, .eml, ICS, vCard and CSV, whole folders at once. A second time changes nothing."""
    named = [_there(path) for path in paths]
    said = said_of(maps or [], kind=as_table, days_first=days_first, decimal_comma=decimal_comma)
    if not (yes or as_json or look):
        _ask(named)
    open_installation()
    owner = user_named(user, or_first=True)
    at, as_of = clock()
    if look:
        seen = look_at(named, owner, said, at).seen
        answer(seen, look_lines(seen), as_json=as_json)
        return
    from alongside.pipeline import import_paths

    say_if_busy()
    begun_at = time.monotonic()
    readings = look_at(named, owner, said, at).readings if said.is_anything() else {}
    try:
        run = import_paths(named, user=owner, at=at, as_of=as_of, report=progress.progress(), readings=readings)
    finally:
        progress.finish()
    if report:
        _write_report(run, report)
    document = _document(run, seconds=time.monotonic() - begun_at)
    answer(document, _lines(document), as_json=as_json)


def _write_report(run: "Import", place: Path) -> None:
    """Write what became of every item as a CSV file."""
    from alongside.intake.mend import lines_of
    from alongside.intake.report import report_rows

    place.write_text("".join(lines_of(report_rows(run))), encoding="utf-8", newline="")


def _there(path: Path) -> Path:
    absolute = path.expanduser().absolute()
    if not absolute.exists():
        raise CommandError(f"There is nothing at {path}: look at the spelling.", WRITTEN_WRONG)
    return absolute


def _ask(paths: list[Path]) -> None:
    if not sys.stdin.isatty():
        raise CommandError("Nobody is here to ask: say --yes to begin without asking.", WRITTEN_WRONG)
    names = ", ".join(str(path) for path in paths)
    if not typer.confirm(f"Bring in {names}?", default=True, err=True):
        raise typer.Abort


def _document(run: "Import", *, seconds: float) -> dict[str, Any]:
    refusals = [{"where": item.where, "reason": item.reason} for item in run.refusals.order_by("pk")]
    return {
        "recorded": run.recorded,
        "changed": run.changed,
        "known": run.known,
        "refused": run.refused,
        "by_kind": run.by_kind,
        "refusals": refusals,
        "bytes": run.bytes_total,
        "seconds": round(seconds, 2),
        "import": run.pk,
    }


def _lines(document: dict[str, Any]) -> Iterator[str]:
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(document["by_kind"].items()))
    changed = f"{document['changed']:,} changed, " if document["changed"] else ""
    yield f"{document['recorded']:,} new{f' ({kinds})' if kinds else ''}, {changed}{document['known']:,} known already."
    if document["refused"]:
        yield f"{document['refused']:,} could not be taken; everything else was:"
    shown = document["refusals"][:REASONS_SHOWN]
    yield from (f"  {refusal['where']}: {refusal['reason']}" for refusal in shown)
    if document["refused"] > len(shown):
        yield f"  and {document['refused'] - len(shown):,} more: --json or the imports page names them."
    yield f"It took {document['seconds']:,.1f} s. `alongside serve` shows what came of it."
