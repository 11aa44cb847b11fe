"""Which meetings are in a calendar file (ICS), recurring ones one by one?

Times are aware: in their own zone where it is known, else UTC. Tasks, alarms and free time are left out. It does not
decide whose meetings they are.
"""

import re
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from alongside.sources import recurrence
from alongside.sources.at_hand import take_up
from alongside.sources.blocks import Block, blocks, lines_of
from alongside.sources.caps import CALENDAR_BYTES_MAX, EVENTS_MAX, EXPANSION_SECONDS_MAX, OCCURRENCES_MAX
from alongside.sources.contract import Event, Read, Refused
from alongside.sources.entries import (
    CalendarFrame,
    as_list,
    aware,
    component_of,
    event_of,
    excepted,
    frame_of,
    recurrence_id,
    refused,
)
from alongside.sources.files import bytes_in, content_of

_REPEATS = re.compile(rb"(?im)^(RRULE|RDATE)[:;]")
_RULE = re.compile(rb"(?im)^RRULE[:;]")
_UID = re.compile(rb"(?im)^UID[^:\n]{0,200}:(.*(?:\n[ \t].*)*)")


class Ics:
    """Meetings of a calendar."""

    kind = "ics"

    def recognises(self, path: Path, head: bytes) -> bool:
        """Tell whether the file begins as a calendar or one entry of it."""
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:40].upper()
        return start.startswith((b"BEGIN:VCALENDAR", b"BEGIN:VEVENT"))

    def read(self, path: Path) -> Iterator[Read]:
        """Yield every meeting as an Event or a Refused: single ones in the order of the file, then the series."""
        size = bytes_in(path)
        content = content_of(path, CALENDAR_BYTES_MAX, "one calendar")
        if isinstance(content, Refused):
            yield Read(path.name, content, size)
            return
        number = 0
        for number, (where, item, share) in enumerate(meetings_of(lines_of(content), path.name), 1):
            if number > EVENTS_MAX:
                yield Read(path.name, _too_many(path.name), size)
                return
            yield Read(where, item, int(size * share))
        if not number:
            reason = f"{path.name} is a calendar without meetings; tasks and free times are not read. Nothing is lost."
            yield Read(path.name, Refused(path.name, reason), size)


def meetings_of(lines: list[bytes], name: str) -> Iterator[tuple[str, Event | Refused, float]]:
    """Yield every meeting of a calendar's lines with its place, and the share of the lines that is done with it."""
    calendar = frame_of(lines)
    entries = [(f"{name}, meeting {number}", each) for number, each in enumerate(blocks(lines, b"VEVENT"), 1)]
    recurring = {_uid(each) for _, each in entries if _REPEATS.search(each.content)}
    share_of_single = 0.5 if recurring else 1.0  # the series, which are worked out last, are the other half
    series: dict[bytes, list[tuple[str, Block]]] = {}
    for where, block in entries:
        uid = _uid(block)
        if uid in recurring:
            series.setdefault(uid, []).append((where, block))
        else:
            yield where, _single(block, calendar, where), block.share_done * share_of_single
    spent = 0.0
    for done, members in enumerate(series.values(), 1):
        begun_at = time.thread_time()  # neither what others do on this machine nor the writing of what is found counts
        found = list(_series(members, calendar, is_late=spent > EXPANSION_SECONDS_MAX))
        spent += time.thread_time() - begun_at
        for where, item in found:
            yield where, item, 0.5 + 0.5 * done / len(series)


def _single(block: Block, calendar: CalendarFrame, where: str) -> Event | Refused:
    passed = take_up(where, block.content)
    if passed:
        return passed
    component = component_of(block, calendar, where)
    return component if isinstance(component, Refused) else event_of(component, calendar, where, block)


def _uid(block: Block) -> bytes:
    """Return the uid by which entries belong together; an entry without one is a series of its own."""
    found = _UID.search(block.content)
    uid = found[1].replace(b"\n ", b"").replace(b"\n\t", b"").strip() if found else b""
    return uid or str(id(block)).encode()


def _series(
    members: list[tuple[str, Block]], calendar: CalendarFrame, *, is_late: bool
) -> Iterator[tuple[str, Event | Refused]]:
    """Yield the meetings of one series; where its rule cannot be followed, its stated ones and a Refused."""
    passed = take_up(members[0][0], b"".join(block.content for _, block in members))
    if passed:
        yield members[0][0], passed
        return
    components: list[tuple[str, Block, Any]] = []
    for where, block in members:
        component = component_of(block, calendar, where)
        if isinstance(component, Refused):
            yield where, component
        else:
            components.append((where, block, component))
    if not components:
        return
    where, block, _ = components[0]
    rules = [rule for *_, component in components for rule in as_list(component.get("RRULE"))]
    fault = next(filter(None, map(recurrence.fault_of, rules)), "")
    if len(rules) < sum(_RULE.search(each.content) is not None for _, each, _ in components):
        fault = "repeats by a rule that cannot be read"
    if is_late and not fault:
        fault = "belongs to a calendar whose repetitions take too long to work out"
    if not fault:
        try:
            yield from _expanded([each for *_, each in components], calendar, where, block)
            return
        except Exception as trouble:  # the library raises many kinds
            fault = f"repeats in a way that could not be worked out ({type(trouble).__name__})"
    for each_where, each_block, component in components:
        yield each_where, event_of(component, calendar, each_where, each_block)
    yield where, refused(where, f"{fault}; only the dates it states are taken. Put its rule right", block)


def _expanded(
    components: list[Any], calendar: CalendarFrame, where: str, block: Block
) -> Iterator[tuple[str, Event | Refused]]:
    first = min(aware(each["DTSTART"].dt, calendar) for each in components)
    found = list(recurrence.occurrences(components, first - timedelta(days=1), calendar.until))
    for occurrence in found:
        yield where, event_of(occurrence, calendar, where, block, is_of_series=True)
    stated = {recurrence_id(component, calendar) for component in components}
    for component in components:
        for event in excepted(component, calendar, where, block):
            if event.recurrence_id not in stated:
                yield where, event
    if len(found) >= OCCURRENCES_MAX:
        yield where, refused(where, f"repeats more than {OCCURRENCES_MAX:,} times; the first ones are taken", block)
    if not found:
        yield where, refused(where, "repeats, but never takes place. Look at it in your calendar", block)


def _too_many(name: str) -> Refused:
    return Refused(
        name,
        f"{name} holds more than {EVENTS_MAX:,} meetings; the first {EVENTS_MAX:,} are taken. "
        "Export the calendar in parts, a few years each.",
    )
