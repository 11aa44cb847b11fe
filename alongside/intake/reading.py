"""Reading files in a program of their own (sources/reader.py), watched from here: what comes out, and what stopped it.

An item on which that program dies, hangs or runs out of memory is given as refused, with the reason and its raw bytes, and
another such program goes on behind it. It records nothing.
"""

import io
import mmap
import os
import pickle
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import is_dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import IO, Any

import alongside
from alongside.sources import contract
from alongside.sources.at_hand import Place
from alongside.sources.caps import SILENT_SECONDS_MAX
from alongside.sources.clean import in_size
from alongside.sources.reader import LENGTH, NOT_BEGUN, SIGN, Part, Task, main
from alongside.sources.readings import AS_RECOGNISED, Readings
from alongside.sources.shut_in import USUAL, Limits

PARTS_AHEAD = 4
"""Parts that may be read ahead of those being recorded. Unit: parts; each has at most some 8 MB, save for huge mails."""

SECONDS_BETWEEN_LOOKS = 1.0
"""How often a silent program is looked at. Unit: seconds."""

STOPS_MAX = 50
"""Items of one file that may stop a reader; then the rest of the file is left out. Unit: items."""

PART_BYTES_MAX = 512 * 1024 * 1024
"""Largest part that is taken. Unit: bytes; more than a reader has memory for is no part."""

LAST_WORDS_BYTES = 2000
"""How much of what a program said at its end is looked at. Unit: bytes."""

_INHERITED = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR", "TEMP", "LANG", "LC_ALL", "TZ")
_KEPT_ASIDE = "so it was kept aside and the rest went on. You can look at it and try it again."
_ITEMS: list[type] = [each for each in vars(contract).values() if isinstance(each, type) and is_dataclass(each)]
_MEANT: dict[tuple[str, str], Any] = {
    (each.__module__, each.__name__): each for each in (Part, *_ITEMS, datetime, timedelta, timezone)
}


class ReaderError(Exception):
    """The program that reads files could not be started at all."""


def read_apart(
    paths: list[Path],
    *,
    parked: dict[int, dict[str, str]] | None = None,
    limits: Limits = USUAL,
    readings: Readings = AS_RECOGNISED,
    is_look: bool = False,
) -> Iterator[Part]:
    """Yield what is in the files, part by part. `parked` says what is refused unread (see sources/at_hand.py).

    `readings` say how tables are read; with `is_look` tables are looked at, and everything else only counted.
    """
    task = Task(tuple(map(str, paths)), parked=parked or {}, limits=limits, readings=dict(readings), is_look=is_look)
    while True:
        with _started(task) as program:
            for part in program.parts():
                yield part
                task = replace(task, begin=Place(*part.place))
                if part.is_end:
                    return
            task = replace(task, stopped=_with(task.stopped, program.place(), program.why_it_ended()))


def _with(stopped: dict[Place, str], place: Place, reason: str) -> dict[Place, str]:
    """Leave out one item more; the rest of its file when it stops a reader again, or when too many did."""
    if place.file == NOT_BEGUN:
        raise ReaderError(f"The program that reads files does not start. {reason}")
    if place in stopped or sum(each.file == place.file for each in stopped) >= STOPS_MAX:
        place = Place(place.file, 0)
    if place in stopped:  # nothing of that file is read any more, so it is not the file
        raise ReaderError(f"The program that reads files ended again and again. {reason}")
    return stopped | {place: reason}


@contextmanager
def _started(task: Task) -> Iterator["_Program"]:
    """Start a reader on a task and see that it is gone afterwards."""
    with tempfile.TemporaryFile() as memory, tempfile.TemporaryFile() as last_words:
        memory.write(SIGN.pack(NOT_BEGUN, 0, 0, 0))
        memory.flush()
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", f"from {main.__module__} import main; main({memory.fileno()})"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=last_words,
            pass_fds=[memory.fileno()],
            env=_environment(),
        )
        program = _Program(process, mmap.mmap(memory.fileno(), SIGN.size), last_words, task.limits)
        try:
            program.ask(task)
            yield program
        finally:
            program.end()


def _environment() -> dict[str, str]:
    """Give the reader what it needs to run, and no password."""
    own = str(Path(alongside.__file__).parents[1])
    return {name: os.environ[name] for name in _INHERITED if name in os.environ} | {"PYTHONPATH": own}


class _Program:
    """A reader that was started: its parts as they come, where it is, and why it ended."""

    def __init__(
        self, process: "subprocess.Popen[bytes]", memory: mmap.mmap, last_words: IO[bytes], limits: Limits
    ) -> None:
        self._process, self._memory, self._last_words, self._limits = process, memory, last_words, limits
        self._came: queue.Queue[bytes | None] = queue.Queue(PARTS_AHEAD)
        self._thread = threading.Thread(target=self._listen, name="reader", daemon=True)
        self._thread.start()
        self._is_silent = False
        self._fault = ""

    def ask(self, task: Task) -> None:
        assert self._process.stdin
        with suppress(BrokenPipeError):  # it ended at once; why is told where its parts are awaited
            pickle.dump(task, self._process.stdin)
            self._process.stdin.close()

    def parts(self) -> Iterator[Part]:
        """Yield what it hands over until it ends."""
        while (content := self._next()) is not None:
            part = _Unpacking(io.BytesIO(content)).load()
            self._fault = part.fault
            yield part

    def place(self) -> Place:
        """Return the item that it has, or had, in hand."""
        file, item, _, _ = SIGN.unpack(self._memory[:])
        return Place(file, item)

    def why_it_ended(self) -> str:
        """Say for the item in hand why it could not be read."""
        code = self._process.wait()
        if self._fault == "MemoryError" or (code == -signal.SIGABRT and b"alloc" in self._said()):
            return f"It needed more than {in_size(self._limits.memory_bytes)} of memory, {_KEPT_ASIDE}"
        if self._fault:
            return f"It could not be read ({self._fault}), {_KEPT_ASIDE}"
        if code == -signal.SIGPROF:
            return f"It took longer than {self._seconds_allowed():g} seconds to read, {_KEPT_ASIDE}"
        if self._is_silent:
            return f"Nothing came of it for {SILENT_SECONDS_MAX:.0f} seconds, {_KEPT_ASIDE}"
        if code == -signal.SIGKILL:
            return f"The system ended its reading, most likely as memory ran out, {_KEPT_ASIDE}"
        return f"It broke the program that reads it (ended with {code}), {_KEPT_ASIDE}"

    def _seconds_allowed(self) -> float:
        return self._limits.item_seconds if self.place().item else self._limits.file_seconds

    def end(self) -> None:
        """See that it is gone, and nobody listens to it any more."""
        self._process.kill()
        while self._thread.is_alive():  # it may wait for room to put something that nobody wants
            with suppress(queue.Empty):
                self._came.get(timeout=0.05)
        self._process.wait()
        self._memory.close()

    def _next(self) -> bytes | None:
        """Wait for a part; a program without a sign of life for too long is ended."""
        seen, silent_since = self._memory[:], time.monotonic()
        while True:
            try:
                return self._came.get(timeout=SECONDS_BETWEEN_LOOKS)
            except queue.Empty:
                now = time.monotonic()
            if self._memory[:] != seen:
                seen, silent_since = self._memory[:], now
            elif now - silent_since > SILENT_SECONDS_MAX:
                self._is_silent = True
                self._process.kill()

    def _listen(self) -> None:
        """Take parts in as they come, a few ahead, so that it need not wait while others are recorded."""
        stream = self._process.stdout
        assert stream
        with stream:
            while len(head := stream.read(LENGTH.size)) == LENGTH.size:
                size = LENGTH.unpack(head)[0]
                content = stream.read(size) if size <= PART_BYTES_MAX else b""
                if len(content) < size:
                    break
                self._came.put(content)
        self._came.put(None)

    def _said(self) -> bytes:
        self._last_words.seek(0, os.SEEK_END)
        self._last_words.seek(max(0, self._last_words.tell() - LAST_WORDS_BYTES))
        return self._last_words.read()


class _Unpacking(pickle.Unpickler):
    """Takes nothing but what readers give: a reader that a file has taken over must not make anything else here."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _MEANT:
            return _MEANT[module, name]
        raise ReaderError(f"The program that reads files gave something that is no item: {module}.{name}.")
