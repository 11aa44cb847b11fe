"""What do the header lines of a mail say: fields, words, ids and dates.

It reads only the head of a mail. Who the addresses are is read in mailboxes.py, the body in parts.py.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.header import decode_header
from email.utils import parsedate_tz
from functools import lru_cache

from alongside.sources.caps import HEADER_VALUE_KEPT, HEADERS_MAX, REFERENCES_USED
from alongside.sources.charsets import decoded
from alongside.sources.clean import one_line, short_id

HEAD_BYTES_WITHOUT_END = 1024 * 1024
"""How much of a mail without an empty line is looked at for header lines. Unit: bytes."""

EARLIEST_YEAR, LATEST_YEAR = 1970, 2100
"""Years a mail can be from. Outside them a date is taken as unreadable, not as very old or far ahead."""

AHEAD_OF_RECEIPT = timedelta(hours=48)
"""How far a stated date may lie after the receipt. Beyond it the receipt counts. Source: safety review."""

_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_FOLD = re.compile(r"\n[ \t]+")
_BRACKETED = re.compile(r"<([^<>]{1,100000})>")
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: n for n, name in enumerate(_MONTH_NAMES, 1)}
_PLAIN_DATE = re.compile(
    r"\s*(?:[A-Za-z]{3},?\s+)?(\d{1,2})\s+([A-Za-z]{3})\s+(\d{4})\s+(\d\d):(\d\d)(?::(\d\d))?\s*([+-])(\d\d)(\d\d)\b"
)


class UnreadableError(Exception):
    """A mail that is not taken; its text is the sentence for the person."""


@dataclass(frozen=True, slots=True)
class Headers:
    """The fields of a mail by lower-case name, unfolded, in the order they came; encoded words are still encoded."""

    fields: dict[str, list[str]]
    body_at: int

    def first(self, name: str) -> str:
        """Return the first value of a field, or ""."""
        values = self.fields.get(name)
        return values[0] if values else ""

    def all(self, name: str) -> list[str]:
        """Return every value of a field in order."""
        return self.fields.get(name, [])


def headers_of(raw: bytes) -> Headers:
    """Return the header fields of a raw mail; raise UnreadableError when there are more than anybody writes."""
    end = _END_OF_HEAD.search(raw)
    head = raw[: end.start()] if end else raw[:HEAD_BYTES_WITHOUT_END]
    fields: dict[str, list[str]] = {}
    count = 0
    lines = _FOLD.sub(" ", _text_of(head).replace("\r\n", "\n")).split("\n")
    for line in lines:
        name, colon, value = line.partition(":")
        name = name.rstrip().lower()
        if not colon or not name or " " in name:
            continue  # no header line: an mbox separator, or a line broken by some program on the way
        count += 1
        fields.setdefault(name, []).append(value.strip())
    if count > HEADERS_MAX:
        raise UnreadableError(
            f"This mail has {count:,} header lines, more than the {HEADERS_MAX:,} that are read. "
            "Nobody writes such a mail; leave it out."
        )
    return Headers(fields, end.end() if end else len(head))


def _text_of(head: bytes) -> str:
    """Return the text of a head; where it is not of one character set, each line has its own."""
    try:
        return head.decode()
    except UnicodeDecodeError:
        return "\n".join(map(decoded, head.split(b"\n")))


def words(value: str, limit: int) -> str:
    """Return a header value for reading: encoded words decoded, one visible line of at most `limit` characters."""
    value = value[: HEADER_VALUE_KEPT // 16]
    if "=?" in value:
        value = _without_encoding(value)
    return one_line(value, limit)


def _without_encoding(value: str) -> str:
    """Decode RFC 2047 words; what cannot be decoded stays as it is written."""
    try:
        pieces = decode_header(value)
    except Exception:  # the library raises its own and base64's errors
        return value
    return "".join(map(_piece_text, pieces))


def _piece_text(piece: tuple[str | bytes, str | None]) -> str:
    content, charset = piece
    if isinstance(content, str):
        return content
    if charset:
        return decoded(content, charset)
    return content.decode("raw-unicode-escape", "replace")  # so the library gives what was not encoded


def message_id(value: str) -> str:
    """Return a Message-ID without its brackets; "" when there is none."""
    found = _BRACKETED.search(value)
    return _id(found[1] if found else value.strip(" <>"))


def parent_id(value: str) -> str:
    """Return the id an In-Reply-To names; old programs wrote a sentence around it."""
    found = _BRACKETED.search(value)
    if found:
        return _id(found[1])
    return _id(value) if "@" in value and " " not in value.strip() else ""


def reference_ids(value: str) -> tuple[str, ...]:
    """Return the last REFERENCES_USED ids of a References field, oldest first."""
    value = value[-HEADER_VALUE_KEPT:]
    found = _BRACKETED.findall(value) or [word for word in value.split() if "@" in word]
    return tuple(_id(each) for each in found[-REFERENCES_USED:])


def _id(text: str) -> str:
    return short_id("".join(one_line(text, len(text)).split()))


def sent_at(headers: Headers) -> tuple[datetime | None, str]:
    """Return when a mail was sent, and "" or what is wrong with the stated date.

    The stated date counts, in its own zone; where it is missing, unreadable or more than AHEAD_OF_RECEIPT after the
    receipt, the receipt (the topmost Received line) counts.
    """
    stated = instant(headers.first("date"))
    receipt = instant(headers.first("received").rpartition(";")[2]) if "received" in headers.fields else None
    if stated and receipt and stated - receipt > AHEAD_OF_RECEIPT:
        return receipt, "The stated date lies days after the mail was received; the time of receipt is taken."
    if stated:
        return stated, ""
    fault = "could not be read" if headers.first("date") else "is missing"
    return receipt, f"The date of the mail {fault}" + ("; the time of receipt is taken." if receipt else ".")


def instant(text: str) -> datetime | None:
    """Return an aware moment from a mail date in any of its old and new forms, or None. No zone means UTC."""
    try:
        found = _PLAIN_DATE.match(text)
        moment = _plain_instant(found) if found else _odd_instant(text[:200])
    except (ValueError, OverflowError, TypeError, IndexError, KeyError):
        return None
    return moment if moment and EARLIEST_YEAR <= moment.year <= LATEST_YEAR else None


def _plain_instant(found: re.Match[str]) -> datetime:
    day, month, year, hour, minute, second, sign, zone_hours, zone_minutes = found.groups()
    offset = (int(zone_hours) * 60 + int(zone_minutes)) * (-1 if sign == "-" else 1)
    offset = offset if abs(offset) < 24 * 60 else 0
    second = min(int(second or 0), 59)  # a leap second
    return datetime(
        int(year), _MONTHS[month.lower()], int(day), int(hour), int(minute), second, tzinfo=_zone(offset * 60)
    )


def _odd_instant(text: str) -> datetime | None:
    found = parsedate_tz(text)
    if found is None:
        return None
    year, month, day, hour, minute, second, *_, offset = found
    return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=_zone(offset or 0))


@lru_cache(maxsize=256)
def _zone(seconds: int) -> timezone:
    return timezone(timedelta(seconds=seconds)) if seconds else UTC
