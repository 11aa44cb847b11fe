"""Which letters are in an mbox file (one file for a whole folder of mails, plain or gzip)?

Reads as it goes, holding one mail at a time. A line only separates mails when it looks like a separator in full
("From", a sender or "x at y", a date): list archives leave other lines that begin with "From " as they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from alongside.sources.caps import MESSAGE_BYTES_MAX, UNPACKED_BYTES_MAX
from alongside.sources.contract import RAW_KEPT_BYTES, Letter, Read, Refused
from alongside.sources.files import UNPACKING_TROUBLE, Opened, not_opened, opened, stem_of
from alongside.sources.headers import instant
from alongside.sources.letter import parse_letter, too_large

CHUNK_BYTES = 256 * 1024
"""How much is read at a time. Unit: bytes."""

LINE_BYTES_MAX = 600
"""Longest separator line. Unit: bytes."""

_WEEKDAY = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_MONTH = rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_ZONE = rb"(?:[+-]\d{4}|[A-Z][A-Za-z]{1,4}(?: [A-Z]{2,4})?)"
_ASCTIME_DATE = (
    _WEEKDAY + rb" {1,3}" + _MONTH + rb" {1,3}\d{1,2} {1,2}\d{1,2}:\d\d(?::\d\d)?(?: " + _ZONE + rb")? \d{4}"
    rb"(?: " + _ZONE + rb")?"
)
_MAIL_DATE = _WEEKDAY + rb", \d{1,2} " + _MONTH + rb" \d{4} \d\d:\d\d:\d\d(?: " + _ZONE + rb")?"
_SEPARATOR = re.compile(
    rb"From (?:[^\r\n]{0,300}? )? {0,4}(?P<date>" + _ASCTIME_DATE + rb"|" + _MAIL_DATE + rb")"
    rb"(?: remote from \S{1,100})?[ \t]*\r?$"
)
_HEADER_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_MOZILLA_STATUS = re.compile(rb"^X-Mozilla-Status: ([0-9A-Fa-f]{4})", re.MULTILINE)
_ASCTIME = re.compile(r"\w{3} +(\w{3}) +(\d{1,2}) +(\d{1,2}:\d\d(?::\d\d)?)(?: ([^\d\s]\S*))? (\d{4})(?: (\S+))?")
_DELIVERY_TAKEN = "The time of delivery, which the file states, is taken as its date."
MOZILLA_EXPUNGED = 0x0008
"""The bit by which Thunderbird marks a mail as deleted or moved away that is still in the file."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What lies between two separators: bytes (at most the cap of them), full size, and whether it is a mail."""

    raw: bytes
    size: int
    date: str
    is_mail: bool
    bytes_done: int
    is_cut: bool = False


class Mbox:
    """A whole folder of mails in one file."""

    kind = "mbox"

    def recognises(self, path: Path, head: bytes) -> bool:
        """Tell whether there is a separator in the first bytes, at the very beginning or later."""
        return _next_separator(head, 0, is_end=True)[0] is not None

    def read(self, path: Path) -> Iterator[Read]:
        """Yield every mail as a Letter or a Refused, in the order of the file."""
        label = path.parent.name.removesuffix(".mbox") if path.name == "mbox" else stem_of(path)
        number = 0
        try:
            with opened(path) as file:
                for piece in _pieces(file):
                    number += piece.is_mail
                    yield from _read(piece, path.name, number, label)
        except OSError as trouble:
            yield Read(path.name, Refused(path.name, not_opened(path.name, trouble)))


def _read(piece: _Piece, name: str, number: int, label: str) -> Iterator[Read]:
    if not piece.is_mail and not piece.is_cut:
        if piece.raw.strip():
            where = f"{name}, before the first message"
            yield Read(where, Refused(where, _no_mail(piece.size), piece.raw[:RAW_KEPT_BYTES]), piece.bytes_done)
        return
    where = f"{name}, message {number}" if number else name
    yield Read(where, _item(piece, where, label), piece.bytes_done)


def _item(piece: _Piece, where: str, label: str) -> Letter | Refused:
    kept = piece.raw[:RAW_KEPT_BYTES]
    if piece.is_cut:
        return Refused(where, f"The packed file breaks off here: {where} is incomplete. Download it again.", kept)
    if piece.size > MESSAGE_BYTES_MAX:
        return Refused(where, too_large(piece.size), kept)
    status = _MOZILLA_STATUS.search(piece.raw, 0, 1000)
    if status and int(status[1], 16) & MOZILLA_EXPUNGED:
        return Refused(
            where,
            "Thunderbird marks this mail as deleted or moved to another folder; it is still in the file. "
            "It is left out. If you want it, take it back in Thunderbird and export again.",
            kept,
        )
    letter = parse_letter(_unescaped(piece.raw), labels=(label,), where=where)
    if isinstance(letter, Letter) and letter.sent_at is None and piece.date:
        return replace(letter, sent_at=_separator_date(piece.date), repairs=(*letter.repairs, _DELIVERY_TAKEN))
    return letter


def _no_mail(size: int) -> str:
    return (
        f"The file begins with {size:,} bytes that belong to no mail; they are left out and the mails after them are "
        "read. If a mail is missing, export the folder again."
    )


def _unescaped(raw: bytes) -> bytes:
    """Take one ">" away from lines that an mbox writer had to escape (">From ", ">>From ")."""
    if b"\n>" not in raw:
        return raw
    head, gap, body = raw.partition(b"\r\n\r\n" if b"\r\n\r\n" in raw[:8192] else b"\n\n")
    return head + gap + _ESCAPED.sub(rb"\1", body)


def _separator_date(text: str) -> datetime | None:
    """Return the moment of delivery that the separator states, UTC when it names no zone."""
    found = _ASCTIME.fullmatch(text.strip())
    if not found:
        return instant(text)
    month, day, time, zone_before, year, zone_after = found.groups()
    moment = instant(f"{day} {month} {year} {time} {zone_after or zone_before or '+0000'}")
    return moment or instant(f"{day} {month} {year} {time} +0000") or None


def _pieces(file: Opened) -> Iterator[_Piece]:
    """Cut the stream at its separators. Never holds more than one mail, and never more of it than the cap."""
    cutter = _Cutter(file)
    is_end = is_cut = False
    read = getattr(file.stream, "read1", file.stream.read)  # gives what came before damage, too
    while not is_end:
        try:
            chunk = read(CHUNK_BYTES)
        except UNPACKING_TROUBLE:
            chunk, is_cut = b"", True
        is_end = not chunk
        yield from cutter.feed(chunk, is_end=is_end, is_cut=is_cut)
        if file.is_packed and cutter.dropped > UNPACKED_BYTES_MAX:
            yield from cutter.feed(b"", is_end=True, is_cut=True)
            return


class _Cutter:
    """Takes chunks, gives pieces. What is above the cap of one mail is counted and dropped."""

    def __init__(self, file: Opened) -> None:
        self.file = file
        self.buffer = bytearray()
        self.offset = 0  # of the buffer's first byte in the unpacked file
        self.scanned = 0
        self.kept = b""  # the beginning of a mail too large to hold
        self.dropped = 0
        self.date = ""
        self.is_mail = False

    def feed(self, chunk: bytes, *, is_end: bool, is_cut: bool) -> Iterator[_Piece]:
        self.buffer += chunk
        start = 0
        while True:
            found, self.scanned = _next_separator(self.buffer, self.scanned, is_end=is_end)
            if found is None:
                break
            if found.start or self.dropped or self.is_mail:
                yield self._piece(start, found.start)
            self.date, self.is_mail = found.date, True
            start = found.end
        del self.buffer[:start]
        self.offset += start
        self.scanned -= start
        if is_end:
            if self.buffer or self.is_mail or is_cut:
                yield self._piece(0, len(self.buffer), is_cut=is_cut)
            self.buffer.clear()
        elif len(self.buffer) > MESSAGE_BYTES_MAX + CHUNK_BYTES:
            self._drop()

    def _piece(self, start: int, end: int, *, is_cut: bool = False) -> _Piece:
        raw = self.kept or bytes(memoryview(self.buffer)[start : min(end, start + MESSAGE_BYTES_MAX + 1)])
        size = self.dropped + end - start
        done = self.file.consumed() if self.file.is_packed else self.offset + end
        self.kept, self.dropped = b"", 0
        return _Piece(_without_gap(raw), size, self.date, self.is_mail, done, is_cut)

    def _drop(self) -> None:
        self.kept = self.kept or bytes(self.buffer[:RAW_KEPT_BYTES])
        surplus = max(0, self.scanned - LINE_BYTES_MAX)
        del self.buffer[:surplus]
        self.dropped += surplus
        self.offset += surplus
        self.scanned -= surplus


def _without_gap(raw: bytes) -> bytes:
    """Take away the empty line that belongs to the next separator."""
    if raw.endswith(b"\r\n\r\n"):
        return raw[:-2]
    return raw[:-1] if raw.endswith(b"\n\n") else raw


@dataclass(frozen=True, slots=True)
class _Separator:
    start: int
    end: int
    date: str


def _next_separator(buffer: bytes | bytearray, scanned: int, *, is_end: bool) -> tuple[_Separator | None, int]:
    """Return the next separator from `scanned` on, and how far the buffer needs no second look."""
    at = scanned
    while True:
        at = buffer.find(b"From ", at)
        if at < 0:
            return None, max(scanned, len(buffer) - 5)
        line_end = buffer.find(b"\n", at, at + LINE_BYTES_MAX)
        if not is_end and (line_end < 0 or line_end + 80 > len(buffer)) and at + LINE_BYTES_MAX > len(buffer):
            return None, at  # the line, or what follows it, is not here yet
        if at == 0 or buffer[at - 1] == 10:
            stop = line_end if line_end >= 0 else min(len(buffer), at + LINE_BYTES_MAX)
            found = _SEPARATOR.match(bytes(buffer[at:stop]))
            if found and (_is_after_gap(buffer, at) or _HEADER_LINE.match(buffer, stop + 1)):
                end = min(stop + 1, len(buffer))
                return _Separator(at, end, found["date"].decode("ascii", "replace")), end
        at += 5


def _is_after_gap(buffer: bytes | bytearray, at: int) -> bool:
    return at == 0 or buffer[max(0, at - 2) : at] == b"\n\n" or buffer[max(0, at - 3) : at] == b"\n\r\n"
