"""What does an invitation in a mail state: a meeting, that it is called off, or what an invited person answers?

Only its organizer can state a meeting by mail, and only an invited person their own answer (or who sends for them, as the
invitation itself says); what anybody else sends stays a file of the mail. Whose meetings they are is not decided here.
"""

import re
from collections.abc import Iterable, Iterator

from alongside.sources.at_hand import inside_an_item
from alongside.sources.blocks import Block, blocks, lines_of
from alongside.sources.caps import OCCURRENCES_MAX
from alongside.sources.clean import one_line, short_id
from alongside.sources.contract import Event, Letter, MeetingReply, Read, Refused
from alongside.sources.entries import (
    CalendarFrame,
    answers,
    component_of,
    entry_of,
    frame_of,
    recurrence_id,
    sent_by,
    stated_at,
)
from alongside.sources.ics import meetings_of

INVITATION_BYTES_MAX = 1024 * 1024
"""Largest invitation that is read. Unit: bytes. Source: with some hundred attendees one has about 100 KB."""

_METHOD = re.compile(rb"(?im)^METHOD:")

Stated = Event | MeetingReply | Refused


def with_its_meetings(read: Read) -> Iterator[Read]:
    """Yield a letter, then what its invitation states as items of their own."""
    yield read
    if isinstance(read.item, Letter):
        for each in read.item.meetings:
            yield Read(read.where, each, read.bytes_done)


def stated_in(content: bytes, sender: str, where: str) -> tuple[Stated, ...]:
    """Return what an invitation states, given who sent the mail; () where it is none, or not theirs to state."""
    if len(content) > INVITATION_BYTES_MAX or not _METHOD.search(content):
        return ()
    lines = lines_of(content)
    calendar = frame_of(lines)
    entries = list(blocks(lines, b"VEVENT"))
    if calendar.method == "REPLY":
        return tuple(_replies(entries, calendar, sender, where))[:OCCURRENCES_MAX]
    if calendar.method not in ("REQUEST", "CANCEL") or not _are_from(entries, calendar, sender, where):
        return ()
    with inside_an_item():
        return tuple(item for _, item, _ in meetings_of(lines, f"{where}, its invitation"))[: OCCURRENCES_MAX + 1]


def _are_from(entries: Iterable[Block], calendar: CalendarFrame, sender: str, where: str) -> bool:
    """Tell whether the sender of the mail is the organizer of every meeting in it."""
    components = [component_of(each, calendar, where) for each in entries]
    return all(not isinstance(each, Refused) and sender in sent_by(each, "ORGANIZER") for each in components)


def _replies(entries: Iterable[Block], calendar: CalendarFrame, sender: str, where: str) -> Iterator[MeetingReply]:
    for block in entries:
        component = entry_of(block, calendar, where)
        if isinstance(component, Refused) or sender not in sent_by(component, "ATTENDEE"):
            continue
        for address, state in list(answers(component))[:1]:
            uid = short_id(one_line(str(component.get("UID", "")), 5000))
            yield MeetingReply(uid, recurrence_id(component, calendar), address, state, stated_at(component, calendar))
