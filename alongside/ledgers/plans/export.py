"""The joint plan as files that others read: a calendar (RFC 5545) and a table."""

import csv
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from io import StringIO

from icalendar import Calendar, Event

from alongside.judgement.plan import Step
from alongside.sources.rows_given_back import FORMULA_SIGNS
from alongside.vocabulary import PlanState, Side

PRODUCT = "-//Alongside//joint plan//EN"
"""By what a calendar program knows who wrote the file (RFC 5545, PRODID)."""

COLUMNS = ("step", "side", "whose", "due_on", "first_due_on", "state", "settled_on", "since")


def calendar_of(steps: Sequence[Step], *, name: str, at: datetime, ours: str, theirs: str) -> bytes:
    """Write the steps as days of a calendar. A step keeps its UID, and each change raises its SEQUENCE, so that programs update it.

    `ours` and `theirs` say before a name which side it is on: ("we", "they") for us, ("they", "you") for them.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for step in steps:
        calendar.add_component(_event(step, at, ours if step.side is Side.OURS else theirs))
    return bytes(calendar.to_ical())


def _event(step: Step, at: datetime, side: str) -> Event:
    event = Event()
    event.add("uid", f"{step.key}@joint-plan.alongside")
    event.add("dtstamp", at)
    event.add("sequence", step.changes)
    event.add("dtstart", step.due_on)
    event.add("dtend", step.due_on + timedelta(days=1))
    event.add("summary", f"{'Done: ' if step.state is PlanState.DONE else ''}{step.what} ({step.whose})")
    event.add("description", f"{side}: {step.whose}. State: {step.state.label}.")
    event.add("status", "CANCELLED" if step.state is PlanState.DROPPED else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def table_of(steps: Iterable[Step]) -> str:
    """Write the steps as a table; what a spreadsheet would take for a formula is guarded."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for step in steps:
        writer.writerow([_guarded(cell) for cell in _cells(step)])
    return out.getvalue()


def _cells(step: Step) -> list[str]:
    settled = step.settled_on.isoformat() if step.settled_on else ""
    days = (step.due_on.isoformat(), step.first_due_on.isoformat())
    return [step.what, step.side.value, step.whose, *days, step.state.value, settled, step.since.isoformat()]


def _guarded(text: str) -> str:
    return f"'{text}" if text[:1] and text[0] in FORMULA_SIGNS else text
