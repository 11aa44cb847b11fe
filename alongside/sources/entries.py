"""What does one entry of a calendar say: its start and end with their zone, its people and words?

The library reads the entry; here its dates get the zone that is meant, broken properties are left out, and what cannot
be read is refused with the reason. Which entries belong together is told in ics.py.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any

from alongside.sources.blocks import NESTING_MAX, Block, blocks, fields
from alongside.sources.caps import (
    ATTENDEES_MAX,
    NAME_CHARS_KEPT,
    NOTE_CHARS_KEPT,
    OCCURRENCE_YEARS,
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
_CALENDAR_ZONE = re.compile(rb"(?im)^X-WR-TIMEZONE[^:\n]{0,200}:(.*)$")
_CANCELLED = re.compile(rb"(?im)^METHOD:CANCEL\s*$")
_HTML = re.compile(r"</?(?:br|p|div|a|span|html|ul|li|table)\b", re.IGNORECASE)
_DATED = ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE")
_SEVERAL = ("ATTENDEE", "RRULE", "RDATE", "EXDATE")
FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Years a meeting can be in. Outside them its date is taken as wrong."""


@dataclass(frozen=True, slots=True)
class CalendarFrame:
    """What holds for all entries of a file."""

    zone: tzinfo
    definitions: dict[str, bytes]
    is_cancelled: bool
    until: datetime
    zones: dict[str, tzinfo] = field(default_factory=dict)


def frame_of(lines: list[bytes]) -> CalendarFrame:
    definitions = {
        found[1].decode("utf-8", "replace").strip(): block.content
        for block in blocks(lines, b"VTIMEZONE", keeps_inner=True)
        if block.depth <= NESTING_MAX and (found := _TZID.search(block.content))
    }
    content = b"\n".join(lines)
    stated = _CALENDAR_ZONE.search(content)
    years = [int(year) for year, _, _ in _START_DAY.findall(content) if FIRST_YEAR <= int(year) <= LAST_YEAR]
    return CalendarFrame(
        zone=(zone_named(stated[1].decode("utf-8", "replace").strip()) if stated else None) or UTC,
        definitions=definitions,
        is_cancelled=bool(_CANCELLED.search(content)),
        until=_until(content) if years else datetime(LAST_YEAR, 1, 1, tzinfo=UTC),
    )


def _until(content: bytes) -> datetime:
    """Return the end of the last stated start's day, OCCURRENCE_YEARS on."""
    last = max(each for each in _START_DAY.findall(content) if FIRST_YEAR <= int(each[0]) <= LAST_YEAR)
    year, month, day = int(last[0]) + OCCURRENCE_YEARS, min(max(int(last[1]), 1), 12), min(max(int(last[2]), 1), 28)
    return datetime(year, month, day, tzinfo=UTC) + timedelta(days=4)


def component_of(block: Block, calendar: CalendarFrame, where: str) -> Any | Refused:
    """Return the library's entry with every date in its zone, or why not."""
    if not block.is_closed or block.depth > NESTING_MAX:
        return refused(where, "breaks off before its end. Export the calendar again", block)
    from icalendar import Event as Entry

    try:
        component: Any = Entry.from_ical(_put_right(_with_fewer_attendees(block)))
        _drop_broken(component)
        _localise(component, calendar)
    except Exception as trouble:  # the library raises many kinds
        return refused(where, f"could not be read ({type(trouble).__name__}). Export the calendar again", block)
    if "DTSTART" not in component or not isinstance(_moment_of(component, "DTSTART"), date):
        return refused(where, "has no start that can be read. Give it one in your calendar and export again", block)
    if not FIRST_YEAR <= component["DTSTART"].dt.year <= LAST_YEAR:
        return refused(where, "starts in a year that cannot be right. Put it right in your calendar", block)
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
        calendar.zones[name] = zone_named(name) or (zone_defined(definition) if definition else None) or UTC
    return calendar.zones[name]


def event_of(
    component: Any, calendar: CalendarFrame, where: str, block: Block, *, is_of_series: bool = False
) -> Event | Refused:
    try:
        start = component["DTSTART"].dt
        starts_at = aware(start, calendar)
        organizer = _person(component.get("ORGANIZER"))
        return Event(
            uid=short_id(one_line(str(component.get("UID", "")), 5000)),
            recurrence_id=_recurrence_id(component, calendar, start if is_of_series else None),
            starts_at=starts_at,
            ends_at=_end(component, starts_at, calendar),
            summary=one_line(str(component.get("SUMMARY", "")), SUBJECT_CHARS_KEPT),
            description=_description(str(component.get("DESCRIPTION", ""))),
            location=one_line(str(component.get("LOCATION", "")), NAME_CHARS_KEPT * 2),
            organizer=organizer,
            attendees=_attendees(component),
            cancelled=calendar.is_cancelled or str(component.get("STATUS", "")).upper() == "CANCELLED",
            all_day=not isinstance(start, datetime),
        )
    except Exception as trouble:  # odd values that the library let through
        return refused(where, f"could not be read ({type(trouble).__name__}). Export the calendar again", block)


def _recurrence_id(component: Any, calendar: CalendarFrame, start: Any) -> str:
    """Return which meeting of its series it is: the original start, a day or a moment in UTC; "" for a single one."""
    original = _moment_of(component, "RECURRENCE-ID") or start
    if original is None:
        return ""
    if not isinstance(original, datetime):
        return str(original.strftime("%Y%m%d"))
    return aware(original, calendar).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


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
