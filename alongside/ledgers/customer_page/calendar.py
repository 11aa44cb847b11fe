"""The joint plan as a calendar file for the customer: made from what was published and from nothing else."""

from datetime import datetime, timedelta

from icalendar import Calendar, Event

from alongside.ledgers.customer_page.shown import ShownPage, ShownStep

PRODUCT = "-//Alongside//joint plan//EN"


def calendar_of(page: ShownPage, *, at: datetime) -> bytes:
    """Write the published steps that have a day. A step keeps its UID, and publishing it again raises its SEQUENCE."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", page.title or "Our joint plan")
    for step in page.steps:
        if step.due_on is not None:
            calendar.add_component(_event(step, at))
    return bytes(calendar.to_ical())


def _event(step: ShownStep, at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{step.key}@our-plan.alongside")
    event.add("dtstamp", at)
    event.add("sequence", 2 * step.version + step.is_ticked_by_them)
    event.add("dtstart", step.due_on)
    event.add("dtend", step.due_on + timedelta(days=1))  # type: ignore[operator]
    event.add("summary", f"{'Done: ' if step.is_done else ''}{step.words} ({step.whose})")
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event
