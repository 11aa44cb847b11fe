"""What does one entry of a calendar say: its start and end with their zone, its people and words?

The library reads the entry; here its dates get the zone that is meant, broken properties are left out, and what cannot
be read is refused with the reason. Which entries belong together is told in ics.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from itertools import islice
from typing import Any

from alongside.sources.blocks import NESTING_MAX, Block, blocks, fields
from alongside.sources.caps import (
    ATTENDEES_MAX,
    NAME_CHARS_KEPT,
    NOTE_CHARS_KEPT,
    OCCURRENCE_YEARS,
    OCCURRENCES_MAX,
    SUBJECT_CHARS_KEPT,
)
from alongside.sources.clean import many_lines, one_line, short_id
from alongside.sources.contract import RAW_KEPT_BYTES, Event, Mailbox, Refused
from alongside.sources.html_text import text_of
from alongside.sources.mailboxes import address_of
from alongside.sources.zones import zone_defined, zone_named

_START_DAY = re.compile(rb"(?im)^DTSTART[^:\n]{0,200}:(\d{4})(\d\d)(\d\d)")
_LEAP_SECOND = re.compile(rb"(?m)(T\d{4})60(Z?\s*)$")
_VENDOR_ZONE = re.compile(rb"(?i)(TZID=)\"?/[^:;\n\"]{0,200}/([a-z_]{1,30}/[a-z_]{1,30})\"?(?=[:;])")
_TZID = re.compile(rb"(?im)^TZID[^:\n]{0,200}:(.*)$")
_LOCATION = re.compile(rb"(?im)^X-LIC-LOCATION[^:\n]{0,200}:(.*)$")
_CALENDAR_ZONE = re.compile(rb"(?im)^X-WR-TIMEZONE[^:\n]{0,200}:(.*)$")
_METHOD = re.compile(rb"(?im)^METHOD[^:\n]{0,100}:[ \t]*([A-Z-]{1,20})\s*$")
_HTML = re.compile(r"</?(?:br|p|div|a|span|html|ul|li|table)\b", re.IGNORECASE)
_DATED = ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE")
_SEVERAL = ("ATTENDEE", "RRULE", "RDATE", "EXDATE")
FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Years a meeting can be in. Outside them its date is taken as wrong."""

SEQUENCE_MAX = 1_000_000
"""Highest SEQUENCE taken for one. Unit: changes of a meeting."""


@dataclass(frozen=True, slots=True)
class CalendarFrame:
    """What holds for all entries of a file."""

    zone: tzinfo
    definitions: dict[str, bytes]
    method: str  # REQUEST, REPLY, CANCEL, ...; "" where it states none
    until: datetime
    zones: dict[str, tzinfo] = field(default_factory=dict)


def frame_of(lines: list[bytes]) -> CalendarFrame:
    definitions = {
        found[1].decode("utf-8", "replace").strip(): block.content
        for block in blocks(lines, b"VTIMEZONE", keeps_inner=True)
        if block.depth <= NESTING_MAX and (found := _TZID.search(block.content))
    }
    content = b"\n".join(lines)
    stated, method = _CALENDAR_ZONE.search(content), _METHOD.search(content)
    years = [int(year) for year, _, _ in _START_DAY.findall(content) if FIRST_YEAR <= int(year) <= LAST_YEAR]
    return CalendarFrame(
        zone=(zone_named(stated[1].decode("utf-8", "replace").strip()) if stated else None) or UTC,
        definitions=definitions,
        method=method[1].decode("ascii").upper() if method else "",
        until=_until(content) if years else datetime(LAST_YEAR, 1, 1, tzinfo=UTC),
    )


def _until(content: bytes) -> datetime:
    """Return the end of the last stated start's day, OCCURRENCE_YEARS on."""
    last = max(each for each in _START_DAY.findall(content) if FIRST_YEAR <= int(each[0]) <= LAST_YEAR)
    year, month, day = int(last[0]) + OCCURRENCE_YEARS, min(max(int(last[1]), 1), 12), min(max(int(last[2]), 1), 28)
    return datetime(year, month, day, tzinfo=UTC) + timedelta(days=4)


def component_of(block: Block, calendar: CalendarFrame, where: str) -> Any | Refused:
    """Return the library's entry with every date in its zone, or why not; it has a start that can be right."""
    component = entry_of(block, calendar, where)
    if isinstance(component, Refused):
        return component
    if "DTSTART" not in component or not isinstance(_moment_of(component, "DTSTART"), date):
        return refused(where, "has no start that can be read. Give it one in your calendar and export again", block)
    if not FIRST_YEAR <= component["DTSTART"].dt.year <= LAST_YEAR:
        return refused(where, "starts in a year that cannot be right. Put it right in your calendar", block)
    return component


def entry_of(block: Block, calendar: CalendarFrame, where: str) -> Any | Refused:
    """Return the library's entry with every date in its zone, or why not; it may lack a start, as answers do."""
    if not block.is_closed or block.depth > NESTING_MAX:
        return refused(where, "breaks off before its end. Export the calendar again", block)
    from icalendar import Event as Entry

    try:
        component: Any = Entry.from_ical(_put_right(_with_fewer_attendees(block)))
        _drop_broken(component)
        _localise(component, calendar)
    except Exception as trouble:  # the library raises many kinds
        return refused(where, f"could not be read ({type(trouble).__name__}). Export the calendar again", block)
    return component


def _with_fewer_attendees(block: Block) -> bytes:
    kept: list[bytes] = []
    attendees = 0
    for name, lines in fields(block):
        attendees += name == b"ATTENDEE"
        if name != b"ATTENDEE" or attendees <= ATTENDEES_MAX:
            kept += lines
    return b"\n".join(kept) + b"\n"


def _put_right(content: bytes) -> bytes:
    """Write leap seconds and zones with a vendor's prefix ("/vendor/Europe/Berlin") as the library knows them."""
    return _VENDOR_ZONE.sub(rb"\1\2", _LEAP_SECOND.sub(rb"\g<1>59\2", content))


def _drop_broken(component: Any) -> None:
    """Leave out what the library could not read, which raises when it is looked at, and what is stated twice."""
    from icalendar.prop import vBroken

    for name in list(component.keys()):
        values = [each for each in as_list(component[name]) if not isinstance(each, vBroken)]
        if not values:
            del component[name]
        elif len(values) == 1 or name.upper() not in _SEVERAL:
            component[name] = values[0]
        else:
            component[name] = values


def _localise(component: Any, calendar: CalendarFrame) -> None:
    """Give every date-time that the library left without a zone the one it names, or the calendar's."""
    for name in _DATED:
        for value in as_list(component.get(name)):
            for each in getattr(value, "dts", [value]):
                each.dt = _localised(each.dt, str(value.params.get("TZID", "")), calendar)


def _localised(moment: Any, name: str, calendar: CalendarFrame) -> Any:
    if isinstance(moment, tuple):  # a period
        return tuple(_localised(each, name, calendar) for each in moment)
    if isinstance(moment, datetime) and moment.tzinfo is None:
        return moment.replace(tzinfo=_zone(name, calendar) if name else calendar.zone)
    return moment


def _zone(name: str, calendar: CalendarFrame) -> tzinfo:
    if name not in calendar.zones:
        definition = calendar.definitions.get(name)
        defined = (_zone_meant(definition) or zone_defined(definition)) if definition else None
        calendar.zones[name] = zone_named(name) or defined or UTC
    return calendar.zones[name]


def _zone_meant(definition: bytes) -> tzinfo | None:
    """Return the zone that a definition says it stands for (X-LIC-LOCATION), whatever name the file gives it."""
    found = _LOCATION.search(definition)
    return zone_named(found[1].decode("utf-8", "replace").strip()) if found else None


def event_of(
    component: Any, calendar: CalendarFrame, where: str, block: Block, *, is_of_series: bool = False
) -> Event | Refused:
    try:
        start = component["DTSTART"].dt
        starts_at = aware(start, calendar)
        organizer = _person(component.get("ORGANIZER"))
        return Event(
            uid=short_id(one_line(str(component.get("UID", "")), 5000)),
            recurrence_id=recurrence_id(component, calendar, start if is_of_series else None),
            starts_at=starts_at,
            ends_at=_end(component, starts_at, calendar),
            summary=one_line(str(component.get("SUMMARY", "")), SUBJECT_CHARS_KEPT),
            description=_description(str(component.get("DESCRIPTION", ""))),
            location=one_line(str(component.get("LOCATION", "")), NAME_CHARS_KEPT * 2),
            organizer=organizer,
            attendees=_attendees(component),
            cancelled=calendar.method == "CANCEL" or str(component.get("STATUS", "")).upper() == "CANCELLED",
            all_day=not isinstance(start, datetime),
            sequence=_sequence(component),
            stated_at=stated_at(component, calendar),
            is_of_series=is_of_series,
            declined=_declined(component),
        )
    except Exception as trouble:  # odd values that the library let through
        return refused(where, f"could not be read ({type(trouble).__name__}). Export the calendar again", block)


def recurrence_id(component: Any, calendar: CalendarFrame, start: Any = None) -> str:
    """Return which meeting of its series it is: the original start, a day or a moment in UTC; "" for a single one."""
    original = _moment_of(component, "RECURRENCE-ID") or start
    return "" if original is None else _id_of(original, calendar)


def _id_of(original: date, calendar: CalendarFrame) -> str:
    if not isinstance(original, datetime):
        return original.strftime("%Y%m%d")
    return aware(original, calendar).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def excepted(component: Any, calendar: CalendarFrame, where: str, block: Block) -> Iterator[Event]:
    """Yield each date that a series leaves out, as a cancelled meeting: it may have been stated before."""
    event = event_of(component, calendar, where, block)
    if isinstance(event, Refused):
        return
    length = (event.ends_at or event.starts_at) - event.starts_at
    dates = (each.dt for value in as_list(component.get("EXDATE")) for each in getattr(value, "dts", []))
    for each in islice(dates, OCCURRENCES_MAX):
        starts_at = aware(each, calendar)
        yield replace(
            event,
            recurrence_id=_id_of(each, calendar),
            starts_at=starts_at,
            ends_at=starts_at + length,
            cancelled=True,
            is_of_series=True,
        )


def stated_at(component: Any, calendar: CalendarFrame) -> datetime | None:
    """Return when the entry was last changed, or else written down; None when it does not say."""
    for name in ("LAST-MODIFIED", "DTSTAMP"):
        moment = _moment_of(component, name)
        if isinstance(moment, datetime):
            return aware(moment, calendar)
    return None


def _sequence(component: Any) -> int:
    try:
        return min(max(int(component.get("SEQUENCE", 0)), 0), SEQUENCE_MAX)
    except (TypeError, ValueError):
        return 0


def _end(component: Any, starts_at: datetime, calendar: CalendarFrame) -> datetime | None:
    stated = _moment_of(component, "DTEND")
    length = _moment_of(component, "DURATION")
    if stated is not None:
        ends_at = aware(stated, calendar)
        return ends_at if ends_at >= starts_at else None
    return starts_at + length if isinstance(length, timedelta) and timedelta() <= length < timedelta(days=400) else None


def aware(moment: date, calendar: CalendarFrame) -> datetime:
    """Return a moment with a zone that can be stored: a day begins at its midnight in the calendar's zone."""
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day, tzinfo=calendar.zone)
    zone = moment.tzinfo or calendar.zone
    aware = moment.replace(tzinfo=zone)
    return aware if hasattr(zone, "key") else aware.replace(tzinfo=timezone(aware.utcoffset() or timedelta()))


def _moment_of(component: Any, name: str) -> Any:
    value = next(iter(as_list(component.get(name))), None)
    return getattr(value, "dt", None)


def _description(text: str) -> str:
    text = text[: NOTE_CHARS_KEPT * 2]
    return many_lines(text_of(text) if _HTML.search(text) else text, NOTE_CHARS_KEPT)


def _attendees(component: Any) -> tuple[Mailbox, ...]:
    people: dict[str, Mailbox] = {}
    for value in as_list(component.get("ATTENDEE"))[:ATTENDEES_MAX]:
        person = _person(value)
        if person:
            people.setdefault(person.address, person)
    return tuple(people.values())


def _declined(component: Any) -> tuple[str, ...]:
    return tuple(address for address, state in answers(component) if state == "declined")


def answers(component: Any) -> Iterator[tuple[str, str]]:
    """Yield each attendee's address with the state of their part, lower case."""
    for value in as_list(component.get("ATTENDEE"))[:ATTENDEES_MAX]:
        person = _person(value)
        state = str(getattr(value, "params", {}).get("PARTSTAT", "")).lower()
        if person and state:
            yield person.address, one_line(state, 40)


def sent_by(component: Any, name: str) -> set[str]:
    """Return the addresses that may speak for the ORGANIZER or ATTENDEE of an entry: their own, and who sends for them."""
    values = as_list(component.get(name))
    stated = {str(value) for value in values} | {str(getattr(each, "params", {}).get("SENT-BY", "")) for each in values}
    return {address for each in stated if (address := address_of(each))}


def _person(value: Any) -> Mailbox | None:
    value = next(iter(as_list(value)), None)
    if value is None:
        return None
    parameters = getattr(value, "params", {})
    address = address_of(str(value)) or address_of(str(parameters.get("EMAIL", "")))
    name = one_line(str(parameters.get("CN", "")), NAME_CHARS_KEPT).strip("'\"")
    return Mailbox(address, "" if name.lower() == address else name) if address else None


def as_list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def refused(where: str, fault: str, block: Block) -> Refused:
    return Refused(where, f"This meeting {fault}.", block.content[:RAW_KEPT_BYTES])
