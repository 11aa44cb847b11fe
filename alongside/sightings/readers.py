"""Who reads the texts: this process when they are few, else processes beside it, one for each core (docs/adr/0015).

A process that dies over a text, or is ended because the text took too long, is replaced; the text is given up with a reason
and all others are read. It decides nothing about what a text means.
"""

import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

from alongside.sightings.written import READY, Seen, Written

READ_HERE = 200
"""Texts up to which this process reads them itself. Unit: texts; starting another takes as long as reading these."""

READERS_MAX = 4
"""Processes at most. Unit: processes; one that writes keeps about this many busy."""

SILENCE_SECONDS_MAX = 600
"""After which a process that does not answer is taken for lost. Unit: seconds; its own limit of CPU comes long before."""

START_SECONDS_MAX = 60
"""How long a process may take until it is ready. Unit: seconds; it takes a fifth of one where nothing else runs."""

GIVEN_UP = Seen(trouble="It took too long to read.")

ROOT = Path(__file__).resolve().parents[2]


class ReadAll(Protocol):
    """Whoever reads texts batch by batch, in order, and may take a few batches ahead; `count` says about how many texts come."""

    def __call__(self, batches: Iterable[list[Written]], *, count: int) -> Iterator[list[Seen]]: ...


class ReaderError(Exception):
    """No process could be started to read texts."""


def read_all(batches: Iterable[list[Written]], *, count: int) -> Iterator[list[Seen]]:
    """Read the texts batch by batch, in order; `count` says about how many there are. A few batches are taken ahead."""
    if count <= READ_HERE:
        return map(_read_here, batches)
    return _read_beside(batches, min(READERS_MAX, os.cpu_count() or 1))


def _read_here(texts: Sequence[Written]) -> list[Seen]:
    # Loaded when there is something to read: making the patterns takes longer than the first page of a new installation.
    from alongside.sightings.read_text import read_text

    return [read_text(each) for each in texts]


def _read_beside(batches: Iterable[list[Written]], processes: int) -> Iterator[list[Seen]]:
    readers = [Reader() for _ in range(processes)]
    idle: SimpleQueue[Reader] = SimpleQueue()
    for reader in readers:
        idle.put(reader)
    waiting: deque[Future[list[Seen]]] = deque()
    try:
        with ThreadPoolExecutor(processes) as threads:  # each only waits for one process
            for batch in batches:
                waiting.append(threads.submit(_read_by_any, idle, batch))
                if len(waiting) > processes:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
    finally:
        for reader in readers:
            reader.end()


def _read_by_any(idle: "SimpleQueue[Reader]", texts: list[Written]) -> list[Seen]:
    reader = idle.get()
    try:
        return reader.read(texts)
    finally:
        idle.put(reader)


class Reader:
    """One process that reads; started when it is first asked, and again after it was lost."""

    def __init__(self, program: str = "alongside.sightings.reader") -> None:
        self._program = program
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None

    def read(self, texts: list[Written]) -> list[Seen]:
        """Read these texts. When the process is lost over them they are read one by one, and the one to blame is given up."""
        if (seen := self._ask(texts)) is not None:
            return seen
        return [(self._ask([each]) or [GIVEN_UP])[0] for each in texts]

    def end(self) -> None:
        """End the process."""
        if self._connection and self._process:
            self._connection.close()
            self._process.kill()
            self._process.wait()
            self._connection = self._process = None

    def _ask(self, texts: list[Written]) -> list[Seen] | None:
        """Give what is in the texts; None when the process was lost over them."""
        connection = self._connection or self._start()
        try:
            connection.send(texts)
            if connection.poll(SILENCE_SECONDS_MAX):
                return list(connection.recv())
        except (EOFError, OSError):
            pass
        self.end()
        return None

    def _start(self) -> Connection:
        """Start the process. Raises ReaderError when it does not come up: that is no fault of a text."""
        self._connection, theirs = Pipe()
        self._process = subprocess.Popen(
            [sys.executable, "-m", self._program, str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))},
        )
        theirs.close()
        connection = self._connection
        try:
            if connection.poll(START_SECONDS_MAX) and connection.recv() == READY:
                return connection
        except (EOFError, OSError):
            pass
        self.end()
        raise ReaderError("The program that reads texts did not start. Try again; `alongside doctor` may say more.")
