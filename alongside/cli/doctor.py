"""`alongside doctor`: is this installation in order?"""

from collections import Counter

import typer

from alongside.cli.ready import set_up
from alongside.cli.speak import DONE, NOT_WELL, AsJson, answer

MARKS = {"ok": "ok  ", "warn": "warn", "fail": "FAIL"}


def doctor(as_json: AsJson = False) -> None:
    """Look over the installation and say what is wrong and what to do. Ends with 1 when something fails."""
    set_up()
    from alongside.config.checkup import State, check_up

    checks = list(check_up())
    counts = Counter(check.state for check in checks)
    lines = [f"{MARKS[check.state]}  {check.name}: {check.say}" for check in checks]
    summary = f"{counts[State.OK]} ok, {counts[State.WARN]} to look at, {counts[State.FAIL]} failed"
    document = {"ok": not counts[State.FAIL], "checks": checks}
    answer(document, [*lines, summary], as_json=as_json)
    raise typer.Exit(NOT_WELL if counts[State.FAIL] else DONE)
