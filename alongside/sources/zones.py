"""Which time zone does a calendar mean by a name?

The world's names first, then Windows' names, then the definition that the file itself gives where it is harmless. A
name that nobody knows is no reason to lose a meeting: the caller reads it as UTC.
"""

import re
from datetime import timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

RULES_MAX = 12
"""Most rules of a zone definition that is used. Unit: rules. More are a history, or an attack."""

_OTHER_NAMES = {
    "eastern": "America/New_York",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
    "gmt": "UTC",
    "z": "UTC",
    "utc": "UTC",
    "coordinated universal time": "UTC",
    "greenwich mean time": "Europe/London",
    "amsterdam, berlin, bern, rome, stockholm, vienna": "Europe/Berlin",
    "brussels, copenhagen, madrid, paris": "Europe/Paris",
    "dublin, edinburgh, lisbon, london": "Europe/London",
    "eastern time (us & canada)": "America/New_York",
    "central time (us & canada)": "America/Chicago",
    "mountain time (us & canada)": "America/Denver",
    "pacific time (us & canada)": "America/Los_Angeles",
    "canberra, melbourne, sydney": "Australia/Sydney",
    "kuala lumpur, singapore": "Asia/Singapore",
}
_NAME = re.compile(r"[A-Za-z0-9_+/-]{1,60}")
_OFFSET = re.compile(r"(?:utc|gmt)? ?([+-])(\d{1,2}):?(\d\d)?", re.IGNORECASE)
_OFFSET_BEFORE = re.compile(r"^\((?:utc|gmt)[^)]{0,10}\)\s*", re.IGNORECASE)


@lru_cache(maxsize=1024)
def zone_named(name: str) -> tzinfo | None:
    """Return the zone of a name as calendars write it, or None."""
    name = _OFFSET_BEFORE.sub("", name.strip(" \"'"))
    last_two = "/".join(name.split("/")[-2:])  # "/example.org/20050126/Europe/Berlin"
    for each in (name, last_two, _OTHER_NAMES.get(name.lower(), ""), _windows(name)):
        found = _world(each)
        if found:
            return found
    return _offset(name)


def _offset(name: str) -> tzinfo | None:
    """Return the zone of a bare offset ("GMT+0200", "UTC+2"), or None."""
    found = _OFFSET.fullmatch(name)
    minutes = int(found[2]) * 60 + int(found[3] or 0) if found else 24 * 60
    if not found or minutes >= 24 * 60:
        return None
    return timezone(timedelta(minutes=-minutes if found[1] == "-" else minutes))


def zone_defined(definition: bytes) -> tzinfo | None:
    """Return the zone that a VTIMEZONE block defines, or None when it is broken or not of a few yearly rules."""
    upper = definition.upper()
    rules = upper.count(b"RRULE")
    blocks = upper.count(b"BEGIN:STANDARD") + upper.count(b"BEGIN:DAYLIGHT")
    if not 0 < blocks <= RULES_MAX or rules > RULES_MAX or rules != upper.count(b"FREQ=YEARLY"):
        return None
    if any(word in upper for word in (b"BYHOUR", b"BYMINUTE", b"BYSECOND", b"RDATE", b"BYYEARDAY", b"INTERVAL=0")):
        return None
    from icalendar import Timezone

    try:
        found: Any = Timezone.from_ical(definition)
        zone = found.to_tz()
    except Exception:  # the library raises many kinds
        return None
    return zone if isinstance(zone, tzinfo) else None


def _world(name: str) -> tzinfo | None:
    if not _NAME.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return None


def _windows(name: str) -> str:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return str(WINDOWS_TO_OLSON.get(name, ""))
