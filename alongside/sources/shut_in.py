"""What may a program do that reads strangers' files? It may read, reckon and answer, within these limits, and no more.

The system holds the limits of memory and time; Python itself refuses connections, other programs and writing. Where a
system knows a limit not (Windows; memory on macOS), the rest still holds.
"""

import os
import sys
from dataclasses import dataclass
from typing import Any

from alongside.sources.caps import FILE_CPU_SECONDS_MAX, ITEM_CPU_SECONDS_MAX, READER_MEMORY_BYTES_MAX

WRITTEN_BYTES_MAX = 1024 * 1024
"""Longest file such a program may leave. Unit: bytes; its last words go to one."""

_FORBIDDEN = (
    "socket.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.spawn",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC


@dataclass(frozen=True, slots=True)
class Limits:
    """How much reading may take: seconds of the processor for an item, and for a file as a whole, and bytes of memory."""

    item_seconds: float = ITEM_CPU_SECONDS_MAX
    file_seconds: float = FILE_CPU_SECONDS_MAX
    memory_bytes: int = READER_MEMORY_BYTES_MAX


USUAL = Limits()
"""What reading may take where nobody allows more."""


def shut_in(limits: Limits) -> None:
    """Give up, for good, what reading does not need."""
    _limit(limits)
    sys.addaudithook(_refuse)


def _limit(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    held = (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_FSIZE, WRITTEN_BYTES_MAX),
        (resource.RLIMIT_CORE, 0),
    )
    for what, most in held:
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # a tighter limit holds already, or the system knows none
            continue


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    is_writing = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
    if is_writing or event.startswith(_FORBIDDEN):
        raise PermissionError(f"A program that reads files may not do this: {event}.")
