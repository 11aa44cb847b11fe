"""The program that reads files for another one, so that no file takes the memory, the time or the rights of ours.

It reads one `Task` from standard input and answers with `Part`s on standard output until everything is read or an item
stops it. Where it is stands in a piece of shared memory. It opens no connection, writes no file, and is given no
password. It decides nothing about what an item means.
"""

import io
import mmap
import pickle
import signal
import struct
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, BinaryIO

from alongside.sources import at_hand
from alongside.sources.at_hand import BEGINNING, Place, Watch
from alongside.sources.contract import RAW_KEPT_BYTES, Letter, Read, Refused, Row
from alongside.sources.files import content_of
from alongside.sources.readings import Readings
from alongside.sources.recognise import judged, look_as, places_in, read_as, size_of
from alongside.sources.shut_in import USUAL, Limits, shut_in
from alongside.sources.workbook import ENDINGS

SIGN = struct.Struct("<4q")
"""The shared memory: file, item and what came of it (see Place), and a count that every sign of life raises."""

NOT_BEGUN = -1
"""The number of the file before the program is ready."""

PART_ITEMS = 100
"""Items handed over together. Unit: items."""

PART_BYTES = 4 * 1024 * 1024
"""Size from which what was read is handed over. Unit: bytes of words and files."""

PROTOCOL = 5
"""The form of pickle."""

LENGTH = struct.Struct("<Q")
"""What stands before each part: its bytes."""


@dataclass(frozen=True, slots=True)
class Task:
    """What to read, or only to look at, from where on, what to leave out (see Watch), how much it may take, and how tables are read."""

    paths: tuple[str, ...]
    begin: Place = BEGINNING
    stopped: dict[Place, str] = field(default_factory=dict)
    parked: dict[int, dict[str, str]] = field(default_factory=dict)
    limits: Limits = USUAL
    readings: Readings = field(default_factory=dict)
    is_look: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Some of what was read, in order, how far that is, the bytes done over all files, and those of these words and files.

    The last one is the `end`, or has the `fault` that ended the reading.
    """

    reads: list[Read]
    place: tuple[int, int, int]
    bytes_done: int
    weight: int
    is_end: bool = False
    fault: str = ""


def main(memory_fd: int) -> None:
    """Read what is asked for. `memory_fd` is the file whose first bytes say where this program is."""
    task: Task = pickle.load(sys.stdin.buffer)
    memory = mmap.mmap(memory_fd, SIGN.size)
    shut_in(task.limits)
    watch = Watch(_signing(memory, task.limits), begin=task.begin, stopped=task.stopped, parked=task.parked)
    at_hand.set_watch(watch)
    answer = _Answer(sys.stdout.buffer, watch)
    try:
        for read, done in read_all(task, watch):
            answer.add(read, done)
        answer.hand_over(is_end=True)
    except BrokenPipeError:
        return  # nobody listens any more
    except Exception as trouble:  # a fault of ours, or memory ran out: whoever asked goes on behind the item at hand
        answer.hand_over(fault=type(trouble).__name__)


def _signing(memory: mmap.mmap, limits: Limits) -> Callable[[Place], None]:
    signs = 0

    def sign(place: Place) -> None:
        nonlocal signs
        signs += 1
        SIGN.pack_into(memory, 0, *place, signs)
        seconds = limits.item_seconds if place.item else limits.file_seconds
        signal.setitimer(signal.ITIMER_PROF, seconds)  # when it runs out, the system ends this program

    return sign


def read_all(task: Task, watch: Watch) -> Iterator[tuple[Read, int]]:
    """Read every file, or look at it; with each item, the bytes done over all files up to it."""
    done = 0
    every = (place for root in task.paths for place in places_in(Path(root)))
    for number, place in enumerate(every):
        size = 0 if isinstance(place, Refused) else size_of(place[0])
        if number >= watch.begin.file:
            for read in _reads(place, watch.open(number), task):
                if watch.is_new():
                    yield read, done + read.bytes_done
        done += size


def _reads(place: tuple[Path, str] | Refused, reason: str, task: Task) -> Iterator[Read]:
    """Read one file; one with a `reason` stopped a reader as a whole."""
    found = place if isinstance(place, Refused) else _stopping(*place, reason) if reason else judged(*place)
    if isinstance(found, Refused):
        yield Read(found.where, found)
    else:
        source, path = found
        read = look_as if task.is_look else read_as
        yield from numbered(read(source, path, task.readings))


def _stopping(path: Path, where: str, reason: str) -> Refused:
    """Refuse a file as a whole. Most workbooks that take too much can be read as text."""
    if path.name.lower().endswith(ENDINGS):
        reason = f"{reason} Or save the table as CSV and import that."
    raw = b"" if path.is_dir() else content_of(path, RAW_KEPT_BYTES, "a file")
    return Refused(where, reason, b"" if isinstance(raw, Refused) else raw, stopped=True)


def numbered(reads: Iterable[Read]) -> Iterator[Read]:
    """Count equal rows of one file, so that a line which stands twice on an invoice is taken twice, and once more never."""
    seen: Counter[int] = Counter()
    for read in reads:
        if not isinstance(read.item, Row):
            yield read
            continue
        alike = hash((read.item.table, *sorted(read.item.fields.items())))
        seen[alike] += 1
        yield replace(read, item=replace(read.item, nth=seen[alike])) if seen[alike] > 1 else read


class _Answer:
    """Hands over what was read, some of it at a time."""

    def __init__(self, stream: BinaryIO, watch: Watch) -> None:
        self._stream, self._watch = stream, watch
        self._reads: list[Read] = []
        self._bytes = self._done = 0

    def add(self, read: Read, done: int) -> None:
        self._reads.append(read)
        self._bytes += _weight(read)
        self._done = done
        if len(self._reads) >= PART_ITEMS or self._bytes >= PART_BYTES:
            self.hand_over()

    def hand_over(self, *, is_end: bool = False, fault: str = "") -> None:
        file, item, nth = self._watch.place
        part = Part(self._reads, (file, item, nth), self._done, self._bytes, is_end, fault)
        content = packed(part)
        self._stream.write(LENGTH.pack(len(content)))
        self._stream.write(content)
        self._stream.flush()
        self._reads, self._bytes = [], 0


def _weight(read: Read) -> int:
    item = read.item
    if isinstance(item, Letter):
        return len(item.text) + len(item.html) + sum(len(file.content) for file in item.attached)
    return len(item.raw) if isinstance(item, Refused) else 0


class _Packing(pickle.Pickler):
    """Lets a time state its offset and not its zone: zones of calendars are objects of the libraries."""

    def reducer_override(self, value: object) -> Any:
        if isinstance(value, datetime) and not isinstance(value.tzinfo, timezone | None):
            offset = value.utcoffset()
            return value.replace(tzinfo=timezone(offset) if offset is not None else None).__reduce_ex__(PROTOCOL)
        return NotImplemented


def packed(part: Part) -> bytes:
    """Return a part as the bytes that are handed over."""
    out = io.BytesIO()
    _Packing(out, protocol=PROTOCOL).dump(part)
    return out.getvalue()
