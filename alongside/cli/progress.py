"""How far is it, how fast, and how long will it take?

On a terminal one line that is written over; elsewhere each stage once.
"""

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alongside.intake.models import Import

LINE_WIDTH = 100
"""The line is filled up to here, so that a shorter one covers a longer one. Unit: characters."""

MIB = 1024 * 1024

SETTLING_SECONDS = 1.0
"""No rate and no remaining time is told before this: it would be a guess. Unit: seconds."""


def progress() -> "Callable[[Import], None]":
    """Make the function that shows how far an import is, on stderr."""
    begun_at = time.monotonic()
    is_terminal = sys.stderr.isatty()
    stages: list[str] = []

    def show(run: "Import") -> None:
        name = run.stage.partition(":")[0]
        if is_terminal:
            print("\r" + line(run, seconds=time.monotonic() - begun_at).ljust(LINE_WIDTH), end="", file=sys.stderr)
        elif name and name not in stages:
            print(f"{name} ...", file=sys.stderr, flush=True)
        stages.append(name)

    return show


def finish() -> None:
    """Leave the terminal with the line cleared."""
    if sys.stderr.isatty():
        print("\r" + " " * LINE_WIDTH + "\r", end="", file=sys.stderr)


def line(run: "Import", *, seconds: float) -> str:
    """Say in one line how far an import is after so many seconds."""
    counts = f"{run.recorded:,} new, {run.known:,} known, {run.refused:,} refused"
    if run.stage != "reading":
        return f"{run.stage or 'done'} · {counts}"
    share = run.bytes_done / run.bytes_total if run.bytes_total else 0.0
    said = [f"reading {share:.0%} of {run.bytes_total / MIB:,.1f} MiB", counts]
    if seconds > SETTLING_SECONDS and run.bytes_done:
        said += [f"{run.bytes_done / MIB / seconds:,.1f} MiB/s", remaining(seconds * (1 - share) / share)]
    return " · ".join(said)


def remaining(seconds: float) -> str:
    """Say how long it will still take, as people do."""
    if seconds < 60:
        return f"{seconds:.0f} s left"
    minutes = round(seconds / 60)
    return f"{minutes} min left" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min left"
