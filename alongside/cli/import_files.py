"""`alongside import PATH...`: bring in mail, calendars, contacts and tables, and follow through to Today."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from alongside.cli import progress
from alongside.cli.ready import clock, open_installation, say_if_busy, user_named
from alongside.cli.speak import WRITTEN_WRONG, AsJson, CommandError, ForUser, answer

if TYPE_CHECKING:
    from alongside.intake.models import Import

REASONS_SHOWN = 10
"""Refused items that are named one by one; --json names them all."""

Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="Files or folders; what they are is recognised.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Begin without asking.")]


def import_files(paths: Paths, yes: Yes = False, user: ForUser = "", as_json: AsJson = False) -> None:
    """Bring in files: mbox, Maildir, .eml, ICS, vCard and CSV, whole folders at once. A second time changes nothing."""
    named = [_there(path) for path in paths]
    if not (yes or as_json):
        _ask(named)
    open_installation()
    owner = user_named(user, or_first=True)
    from alongside.pipeline import import_paths

    say_if_busy()
    at, as_of = clock()
    begun_at = time.monotonic()
    try:
        run = import_paths(named, user=owner, at=at, as_of=as_of, report=progress.progress())
    finally:
        progress.finish()
    document = _document(run, seconds=time.monotonic() - begun_at)
    answer(document, _lines(document), as_json=as_json)


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
    yield f"{document['recorded']:,} new{f' ({kinds})' if kinds else ''}, {document['known']:,} known already."
    if document["refused"]:
        yield f"{document['refused']:,} could not be taken; everything else was:"
    shown = document["refusals"][:REASONS_SHOWN]
    yield from (f"  {refusal['where']}: {refusal['reason']}" for refusal in shown)
    if document["refused"] > len(shown):
        yield f"  and {document['refused'] - len(shown):,} more: --json or the imports page names them."
    yield f"It took {document['seconds']:,.1f} s. `alongside serve` shows what came of it."
