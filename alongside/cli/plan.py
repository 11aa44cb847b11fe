"""`alongside plan ACCOUNT`: what we and they agreed to do, by whom and until when."""

import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alongside.cli.ready import clock, open_installation, user_named
from alongside.cli.speak import AsJson, ForUser, answer, remark
from alongside.cli.why import Name, find_account

if TYPE_CHECKING:
    from alongside.judgement.plan import Plan, Step

WIDTH = 100
"""Unit: characters of a line."""

Ics = Annotated[
    Path | None, typer.Option("--ics", help="Write the plan to this file for a calendar program.", show_default=False)
]


def plan(account: Name, ics: Ics = None, user: ForUser = "", as_json: AsJson = False) -> None:
    """Say what was agreed with an account: each step, whose it is, its day, and how it stands."""
    open_installation()
    found = find_account(user_named(user), account)
    from alongside.judgement.plan import plan as judged_plan
    from alongside.ledgers.plans.export import calendar_of
    from alongside.ledgers.plans.read import words_of

    at, as_of = clock()
    page = judged_plan(words_of(found), as_of=as_of)
    if ics is not None:
        name = f"Joint plan: {found.name}"
        ics.write_bytes(calendar_of(page.steps, name=name, at=at, ours="We", theirs="They"))
        remark(f"The plan is written to {ics}.")
    document = {"account": found.name, "as_of": as_of, "reason": page.reason, "steps": page.steps}
    answer(document, _lines(found.name, page, as_of), as_json=as_json)


def _lines(name: str, page: "Plan", as_of: date) -> Iterator[str]:
    yield name
    yield page.reason
    for step in page.steps:
        yield from textwrap.wrap(_line(step, as_of), WIDTH, initial_indent="   ", subsequent_indent="       ")


def _line(step: "Step", as_of: date) -> str:
    mark = {"done": "x", "dropped": "-"}.get(step.state.value, " ")
    late = f", {step.days_late(as_of)} days late" if step.days_late(as_of) else ""
    first = f" (first {step.first_due_on})" if step.first_due_on != step.due_on else ""
    return f"[{mark}] {step.due_on}{first}{late}: {step.what} ({step.side.value}: {step.whose})"
