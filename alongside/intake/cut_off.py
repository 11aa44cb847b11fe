"""An import that was cut off (the machine stopped, the program was killed): how it begins again, and when it is given up.

What it recorded is known when it is read again, and is still counted as new. Everything derived is made anew by whoever
carries an import through next (pipeline.py).
"""

from pathlib import Path
from typing import Any

from alongside.intake.models import Import
from alongside.vocabulary import ImportState

STARTS_MAX = 3
"""Starts of one import; after that it waits for a person. Unit: starts. Source: safety review (a poison message: at most 3)."""

GIVEN_UP = (
    "It was cut off {0} times: the program or the machine stopped each time. Something in these files may be the cause. "
    "Bring them in a few at a time to find out which."
)


def cut_off(owner: Any) -> "list[Import]":
    """Return the imports of this user that nobody carries on any more. Ask only when `alone`."""
    return list(Import.objects.visible_to(owner).filter(state=ImportState.RUNNING).order_by("pk"))


def begin_again(run: Import) -> None:
    """Set an import that was cut off back to its beginning; given up when that was done often enough."""
    if run.starts >= STARTS_MAX:
        run.state, run.trouble = ImportState.FAILED, GIVEN_UP.format(run.starts)
    else:
        run.state, run.starts, run.bytes_done, run.by_kind = ImportState.WAITING, run.starts + 1, 0, {}
        run.recorded = run.changed = run.known = run.refused = 0
        run.refusals.all().delete()
    run.save()


def resumed(paths: list[Path], *, owner: Any) -> Import | None:
    """Return the import of these very files that was cut off, set back to its beginning; None when there is none."""
    for run in cut_off(owner):
        if run.paths == [str(path) for path in paths]:
            begin_again(run)
            return run if run.state == ImportState.WAITING else None
    return None
