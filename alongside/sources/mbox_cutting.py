"""Where does one mail of an mbox end and the next begin, and is the last one whole?

A line only separates mails when it looks like a separator in full ("From", a sender or "x at y", a date) and header lines
follow; list archives leave other lines that begin with "From " as they are. Holds one mail at a time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alongside.sources.caps import MESSAGE_BYTES_MAX, UNPACKED_BYTES_MAX
from alongside.sources.contract import RAW_KEPT_BYTES
from alongside.sources.files import UNPACKING_TROUBLE, Opened

CHUNK_BYTES = 256 * 1024
"""How much is read at a time. Unit: bytes."""

LINE_BYTES_MAX = 600
"""Longest separator line. Unit: bytes."""

HEAD_BYTES_MAX = 64 * 1024
"""How far into a mail its Content-Length and boundary are looked for. Unit: bytes."""

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
_HEADER_LINE = re.compile(rb">From |[A-Za-z][A-Za-z0-9-]{0,60}:")
_NOTHING = re.compile(rb"\r?(?:\n|\Z)")
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"(?im)^Content-Length:[ \t]*(\d{1,9})[ \t]*\r?$")
_BOUNDARY = re.compile(
    rb"(?im)^Content-Type:[ \t]*multipart/[^\n]{0,500}(?:\n[ \t][^\n]{0,500}){0,5}?boundary=\"?([^\"\r\n;]{1,200})"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """What lies between two separators: bytes (at most the cap of them), full size, and whether it is a mail.

    `is_cut`: the packed file breaks off here; `is_half`: the file ends in the middle of it; `is_growing`: the file was
    still being written. `is_counted`: its Content-Length says where it ends, and nothing in it was quoted.
    """

    raw: bytes
    size: int
    date: str
    is_mail: bool
    bytes_done: int
    is_cut: bool = False
    is_half: bool = False
    is_growing: bool = False
    is_counted: bool = False


def pieces(file: Opened) -> Iterator[Piece]:
    """Cut the stream at its separators, up to where the file ended when it was opened."""
    cutter = _Cutter(file)
    left = UNPACKED_BYTES_MAX if file.is_packed else file.size
    is_end = is_cut = False
    read = getattr(file.stream, "read1", file.stream.read)  # gives what came before damage, too
    while not is_end:
        try:
            chunk = read(CHUNK_BYTES if file.is_packed else min(CHUNK_BYTES, left))
        except UNPACKING_TROUBLE:
            chunk, is_cut = b"", True
        left -= 0 if file.is_packed else len(chunk)
        is_end = not chunk
        if is_end and not file.is_packed:
            cutter.is_growing = file.stream.read(5) not in (b"", b"From ")
        yield from cutter.feed(chunk, is_end=is_end, is_cut=is_cut)
        if file.is_packed and cutter.dropped > left:
            yield from cutter.feed(b"", is_end=True, is_cut=True)
            return


def begins_with_mail(head: bytes) -> bool:
    """Tell whether there is a separator in the first bytes, at the very beginning or later."""
    return _next_separator(head, 0, is_end=True)[0] is not None


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
        self.is_mail = self.is_growing = self.is_counted = False
        self.stated_end: tuple[int, int] = (-1, -1)  # where the mail begins and, by its Content-Length, ends

    def feed(self, chunk: bytes, *, is_end: bool, is_cut: bool) -> Iterator[Piece]:
        self.buffer += chunk
        start = 0
        while True:
            found, self.scanned = _next_separator(self.buffer, self.scanned, is_end=is_end)
            if found is None:
                break
            is_inside = self._is_inside(start, found.start, is_end=is_end)
            if is_inside is None:
                self.scanned = found.start
                break
            if is_inside:
                self.is_counted = True
                continue
            if found.start or self.dropped or self.is_mail:
                yield self._piece(start, found.start)
            self.date, self.is_mail, self.is_counted = found.date, True, False
            start = found.end
        del self.buffer[:start]
        self.offset += start
        self.scanned -= start
        if is_end:
            if self.buffer or self.is_mail or is_cut:
                yield self._piece(0, len(self.buffer), is_last=True, is_cut=is_cut)
            self.buffer.clear()
        elif len(self.buffer) > MESSAGE_BYTES_MAX + CHUNK_BYTES:
            self._drop()

    def _is_inside(self, start: int, at: int, *, is_end: bool) -> bool | None:
        """Tell whether a separator lies inside the mail by its true Content-Length; None: more must be read first."""
        end = self._end_by_length(start, at)
        if end <= at or end - start > MESSAGE_BYTES_MAX:
            return False
        if end + 8 > len(self.buffer) and not is_end:
            return None
        if end > len(self.buffer):
            return False
        behind = bytes(self.buffer[end : end + 10]).lstrip(b"\r\n")
        return behind.startswith(b"From ") or (is_end and not behind)

    def _end_by_length(self, start: int, at: int) -> int:
        """Return where the mail ends by its Content-Length, in the buffer; -1 when it states none."""
        begin = self.offset + start
        if self.stated_end[0] != begin:
            end, stop = -1, min(at, start + HEAD_BYTES_MAX)
            may_state = self.is_mail and self.buffer.find(b"ength:", start, stop) >= 0  # most mails state none
            head = _END_OF_HEAD.search(self.buffer, start, stop) if may_state else None
            found = _LENGTH.search(self.buffer, start, head.start() + 1) if head else None
            if head and found:
                end = self.offset + head.end() + int(found[1])
            self.stated_end = (begin, end)
        end = self.stated_end[1]
        return end - self.offset if end >= 0 else -1

    def _piece(self, start: int, end: int, *, is_last: bool = False, is_cut: bool = False) -> Piece:
        raw = self.kept or bytes(memoryview(self.buffer)[start : min(end, start + MESSAGE_BYTES_MAX + 1)])
        size = self.dropped + end - start
        done = self.file.consumed() if self.file.is_packed else self.offset + end
        is_half = is_last and self.is_mail and not self.dropped and _breaks_off(raw)
        self.kept, self.dropped = b"", 0
        return Piece(
            _without_gap(raw),
            size,
            self.date,
            self.is_mail,
            done,
            is_cut=is_cut,
            is_half=is_half,
            is_growing=is_last and self.is_growing,
            is_counted=self.is_counted,
        )

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


def _breaks_off(raw: bytes) -> bool:
    """Tell whether the last mail is certainly not whole: no end of its head, too short, or its parts not closed.

    Whoever writes an mbox ends each mail with an empty line; where that is there, nothing is missing.
    """
    head = _END_OF_HEAD.search(raw)
    if not head:
        return True
    if raw.endswith((b"\n\n", b"\r\n\r\n")):
        return False
    length = _LENGTH.search(raw, 0, head.start() + 1)
    if length and head.end() + int(length[1]) > len(raw):
        return True
    boundary = _BOUNDARY.search(raw[: head.start() + 1])
    return boundary is not None and b"--" + boundary[1].strip() + b"--" not in raw


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
            if found and _begins_a_mail(buffer, at, stop):
                end = min(stop + 1, len(buffer))
                return _Separator(at, end, found["date"].decode("ascii", "replace")), end
        at += 5


def _begins_a_mail(buffer: bytes | bytearray, at: int, stop: int) -> bool:
    """Tell whether header lines follow a separator, or nothing at all; else it is a line of the mail before it."""
    if at == 0 or _HEADER_LINE.match(buffer, stop + 1):
        return True
    return _is_after_gap(buffer, at) and bool(_NOTHING.match(buffer, stop + 1))


def _is_after_gap(buffer: bytes | bytearray, at: int) -> bool:
    return buffer[max(0, at - 2) : at] == b"\n\n" or buffer[max(0, at - 3) : at] == b"\n\r\n"
