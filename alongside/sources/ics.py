"""Which meetings are in a calendar file (ICS), recurring ones one by one?

Times are aware: in their own zone where it is known, else UTC. Tasks, alarms and free time are left out. It does not
decide whose meetings they are.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Any

from alongside.sources import recurrence
from alongside.sources.blocks import NESTING_MAX, Block, blocks, fields, lines_of
from alongside.sources.caps import (
    ATTENDEES_MAX,
    CALENDAR_BYTES_MAX,
    EVENTS_MAX,
    EXPANSION_SECONDS_MAX,
    NAME_CHARS_KEPT,
    NOTE_CHARS_KEPT,
    OCCURRENCE_YEARS,
    OCCURRENCES_MAX,
    SUBJECT_CHARS_KEPT,
)
from alongside.sources.clean import many_lines, one_line, short_id
from alongside.sources.contract import RAW_KEPT_BYTES, Event, Mailbox, Read, Refused
from alongside.sources.files import bytes_in, content_of
from alongside.sources.html_text import text_of
from alongside.sources.mailboxes import address_of
from alongside.sources.zones import zone_defined, zone_named

_START_DAY = re.compile(rb"(?im)^DTSTART[^:\n]{0,200}:(\d{4})(\d\d)(\d\d)")
_REPEATS = re.compile(rb"(?im)^(RRULE|RDATE)[:;]")
_RULE = re.compile(rb"(?im)^RRULE[:;]")
_UID = re.compile(rb"(?im)^UID[^:\n]{0,200}:(.*(?:\n[ \t].*)*)")
_LEAP_SECOND = re.compile(rb"(?m)(T\d{4})60(Z?\s*)$")
_VENDOR_ZONE = re.compile(rb"(?i)(TZID=)\"?/[^:;\n\"]{0,200}/([a-z_]{1,30}/[a-z_]{1,30})\"?(?=[:;])")
_TZID = re.compile(rb"(?im)^TZID[^:\n]{0,200}:(.*)$")
_CALENDAR_ZONE = re.compile(rb"(?im)^X-WR-TIMEZONE[^:\n]{0,200}:(.*)$")
_CANCELLED = re.compile(rb"(?im)^METHOD:CANCEL\s*$")
_HTML = re.compile(r"</?(?:br|p|div|a|span|html|ul|li|table)\b", re.IGNORECASE)
_DATED = ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE")
FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Years a meeting can be in. Outside them its date is taken as wrong."""


@dataclass(frozen=True, slots=True)
class _Calendar:
    """What holds for all entries of a file."""

    zone: tzinfo
    definitions: dict[str, bytes]
    is_cancelled: bool
    until: datetime
    zones: dict[str, tzinfo] = field(default_factory=dict)


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
        for number, (where, item, share) in enumerate(_items(lines_of(content), path.name), 1):
            if number > EVENTS_MAX:
                yield Read(path.name, _too_many(path.name), size)
                return
            yield Read(where, item, int(size * share))
        if not number:
            reason = f"{path.name} is a calendar without meetings; tasks and free times are not read. Nothing is lost."
            yield Read(path.name, Refused(path.name, reason), size)


def _items(lines: list[bytes], name: str) -> Iterator[tuple[str, Event | Refused, float]]:
    calendar = _calendar(lines)
    entries = [(f"{name}, meeting {number}", each) for number, each in enumerate(blocks(lines, b"VEVENT"), 1)]
    recurring = {_uid(each) for _, each in entries if _REPEATS.search(each.content)}
    series: dict[bytes, list[tuple[str, Block]]] = {}
    for where, block in entries:
        uid = _uid(block)
        if uid in recurring:
            series.setdefault(uid, []).append((where, block))
        else:
            component = _component(block, calendar, where)
            item = component if isinstance(component, Refused) else _event(component, calendar, where, block)
            yield where, item, block.share_done * 0.5 if series else block.share_done
    started = time.monotonic()
    for members in series.values():
        is_late = time.monotonic() - started > EXPANSION_SECONDS_MAX
        for where, item in _series(members, calendar, is_late=is_late):
            yield where, item, members[-1][1].share_done


def _calendar(lines: list[bytes]) -> _Calendar:
    definitions = {
        found[1].decode("utf-8", "replace").strip(): block.content
        for block in blocks(lines, b"VTIMEZONE", keeps_inner=True)
        if block.depth <= NESTING_MAX and (found := _TZID.search(block.content))
    }
    content = b"\n".join(lines)
    stated = _CALENDAR_ZONE.search(content)
    years = [int(year) for year, _, _ in _START_DAY.findall(content) if FIRST_YEAR <= int(year) <= LAST_YEAR]
    return _Calendar(
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


def _uid(block: Block) -> bytes:
    found = _UID.search(block.content)
    return found[1].replace(b"\n ", b"").replace(b"\n\t", b"").strip() if found else b""


def _component(block: Block, calendar: _Calendar, where: str) -> Any | Refused:
    """Return the library's entry with every date in its zone, or why not."""
    if not block.is_closed or block.depth > NESTING_MAX:
        return _refused(where, "breaks off before its end. Export the calendar again", block)
    from icalendar import Event as Entry

    try:
        component: Any = Entry.from_ical(_put_right(_with_fewer_attendees(block)))
        _drop_broken(component)
        _localise(component, calendar)
    except Exception as trouble:  # the library raises many kinds
        return _refused(where, f"could not be read ({type(trouble).__name__}). Export the calendar again", block)
    if "DTSTART" not in component or not isinstance(_moment_of(component, "DTSTART"), date):
        return _refused(where, "has no start that can be read. Give it one in your calendar and export again", block)
    if not FIRST_YEAR <= component["DTSTART"].dt.year <= LAST_YEAR:
        return _refused(where, "starts in a year that cannot be right. Put it right in your calendar", block)
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
    """Take away the properties that the library could not read, which raise when they are looked at."""
    from icalendar.prop import vBroken

    for name in list(component.keys()):
        values = [each for each in _as_list(component[name]) if not isinstance(each, vBroken)]
        if not values:
            del component[name]
        elif len(values) < len(_as_list(component[name])):
            component[name] = values


def _localise(component: Any, calendar: _Calendar) -> None:
    """Give every date-time that the library left without a zone the one it names, or the calendar's."""
    for name in _DATED:
        for value in _as_list(component.get(name)):
            for each in getattr(value, "dts", [value]):
                each.dt = _localised(each.dt, str(value.params.get("TZID", "")), calendar)


def _localised(moment: Any, name: str, calendar: _Calendar) -> Any:
    if isinstance(moment, tuple):  # a period
        return tuple(_localised(each, name, calendar) for each in moment)
    if isinstance(moment, datetime) and moment.tzinfo is None:
        return moment.replace(tzinfo=_zone(name, calendar) if name else calendar.zone)
    return moment


def _zone(name: str, calendar: _Calendar) -> tzinfo:
    if name not in calendar.zones:
        definition = calendar.definitions.get(name)
        calendar.zones[name] = zone_named(name) or (zone_defined(definition) if definition else None) or UTC
    return calendar.zones[name]


def _series(
    members: list[tuple[str, Block]], calendar: _Calendar, *, is_late: bool
) -> Iterator[tuple[str, Event | Refused]]:
    """Yield the meetings of one series; where its rule cannot be followed, its stated ones and a Refused."""
    components: list[tuple[str, Block, Any]] = []
    for where, block in members:
        component = _component(block, calendar, where)
        if isinstance(component, Refused):
            yield where, component
        else:
            components.append((where, block, component))
    if not components:
        return
    where, block, _ = components[0]
    rules = [rule for *_, component in components for rule in _as_list(component.get("RRULE"))]
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
        yield each_where, _event(component, calendar, each_where, each_block)
    yield where, _refused(where, f"{fault}; only the dates it states are taken. Put its rule right", block)


def _expanded(
    components: list[Any], calendar: _Calendar, where: str, block: Block
) -> Iterator[tuple[str, Event | Refused]]:
    first = min(_aware(each["DTSTART"].dt, calendar) for each in components)
    found = list(recurrence.occurrences(components, first - timedelta(days=1), calendar.until))
    for occurrence in found:
        yield where, _event(occurrence, calendar, where, block, is_of_series=True)
    if len(found) >= OCCURRENCES_MAX:
        yield where, _refused(where, f"repeats more than {OCCURRENCES_MAX:,} times; the first ones are taken", block)
    if not found:
        yield where, _refused(where, "repeats, but never takes place. Look at it in your calendar", block)


def _event(
    component: Any, calendar: _Calendar, where: str, block: Block, *, is_of_series: bool = False
) -> Event | Refused:
    try:
        start = component["DTSTART"].dt
        starts_at = _aware(start, calendar)
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
        return _refused(where, f"could not be read ({type(trouble).__name__}). Export the calendar again", block)


def _recurrence_id(component: Any, calendar: _Calendar, start: Any) -> str:
    """Return which meeting of its series it is: the original start, a day or a moment in UTC; "" for a single one."""
    original = _moment_of(component, "RECURRENCE-ID") or start
    if original is None:
        return ""
    if not isinstance(original, datetime):
        return str(original.strftime("%Y%m%d"))
    return _aware(original, calendar).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _end(component: Any, starts_at: datetime, calendar: _Calendar) -> datetime | None:
    stated = _moment_of(component, "DTEND")
    length = _moment_of(component, "DURATION")
    if stated is not None:
        ends_at = _aware(stated, calendar)
        return ends_at if ends_at >= starts_at else None
    return starts_at + length if isinstance(length, timedelta) and timedelta() <= length < timedelta(days=400) else None


def _aware(moment: date, calendar: _Calendar) -> datetime:
    """Return a moment with a zone that can be stored: a day begins at its midnight in the calendar's zone."""
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day, tzinfo=calendar.zone)
    zone = moment.tzinfo or calendar.zone
    aware = moment.replace(tzinfo=zone)
    return aware if hasattr(zone, "key") else aware.replace(tzinfo=timezone(aware.utcoffset() or timedelta()))


def _moment_of(component: Any, name: str) -> Any:
    value = next(iter(_as_list(component.get(name))), None)
    return getattr(value, "dt", None)


def _description(text: str) -> str:
    text = text[: NOTE_CHARS_KEPT * 2]
    return many_lines(text_of(text) if _HTML.search(text) else text, NOTE_CHARS_KEPT)


def _attendees(component: Any) -> tuple[Mailbox, ...]:
    people: dict[str, Mailbox] = {}
    for value in _as_list(component.get("ATTENDEE"))[:ATTENDEES_MAX]:
        person = _person(value)
        if person:
            people.setdefault(person.address, person)
    return tuple(people.values())


def _person(value: Any) -> Mailbox | None:
    value = next(iter(_as_list(value)), None)
    if value is None:
        return None
    parameters = getattr(value, "params", {})
    address = address_of(str(value)) or address_of(str(parameters.get("EMAIL", "")))
    name = one_line(str(parameters.get("CN", "")), NAME_CHARS_KEPT).strip("'\"")
    return Mailbox(address, "" if name.lower() == address else name) if address else None


def _as_list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _refused(where: str, fault: str, block: Block) -> Refused:
    return Refused(where, f"This meeting {fault}.", block.content[:RAW_KEPT_BYTES])


def _too_many(name: str) -> Refused:
    return Refused(
        name,
        f"{name} holds more than {EVENTS_MAX:,} meetings; the first {EVENTS_MAX:,} are taken. "
        "Export the calendar in parts, a few years each.",
    )
