"""The program that reads texts for another one: `python -m alongside.sightings.reader FD`. It is started by readers.py.

It answers each list of texts on the connection FD with what is in them, until whoever asked is gone. No text may take more
than its share of the processor or of memory: the system ends the program then, and it is started again.
"""

import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection

from alongside.sightings.read_text import read_text
from alongside.sightings.written import READY, Seen, Written

TEXT_CPU_SECONDS_MAX = 2.0
"""What one text may take. Unit: seconds of the processor; the longest letters take a tenth of one."""

MEMORY_BYTES_MAX = 512 * 1024 * 1024
"""What the program may take in all. Unit: bytes of address space; it takes a fifth of that."""


def main(connection: Connection, read: Callable[[Written], Seen] = read_text) -> None:
    """Read texts until there is nobody who asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asked is told too, and ends this program by going
    _limit_memory()
    connection.send(READY)
    while True:
        try:
            texts: list[Written] = connection.recv()
            connection.send([_in_time(read, each) for each in texts])
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return


def _in_time(read: Callable[[Written], Seen], written: Written) -> Seen:
    """Read one text; when it takes too long, the system ends this program, whatever it is at."""
    signal.setitimer(signal.ITIMER_PROF, TEXT_CPU_SECONDS_MAX)
    try:
        return read(written)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _limit_memory() -> None:
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY_BYTES_MAX if most == resource.RLIM_INFINITY else min(MEMORY_BYTES_MAX, most)
    resource.setrlimit(resource.RLIMIT_AS, (limit, most))


if __name__ == "__main__":
    main(Connection(int(sys.argv[1])))
