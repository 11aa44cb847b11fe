"""How is a file opened: its first bytes, its bytes (unpacked when it is gzip), and how far reading has come?

It decides nothing about what the file is.
"""

import gzip
import hashlib
import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from alongside.sources.caps import HEAD_BYTES
from alongside.sources.clean import in_size
from alongside.sources.contract import Refused

GZIP_MAGIC = b"\x1f\x8b"

UNPACKING_TROUBLE = (EOFError, gzip.BadGzipFile, zlib.error)
"""What reading a damaged gzip file raises."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file being read: its bytes (unpacked), how many of the file itself were consumed, and how many it had at first."""

    stream: BinaryIO
    is_packed: bool
    consumed: Callable[[], int]
    size: int


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """Open a plain or gzip file for reading; which it is, is seen from its first bytes."""
    with path.open("rb") as raw:
        size = os.fstat(raw.fileno()).st_size
        is_packed = raw.read(2) == GZIP_MAGIC
        raw.seek(0)
        if not is_packed:
            yield Opened(raw, False, raw.tell, size)
            return
        with gzip.GzipFile(fileobj=raw) as stream:
            yield Opened(cast(BinaryIO, stream), True, raw.tell, size)


def head_of(path: Path) -> bytes:
    """Return the first HEAD_BYTES of a file, unpacked; of a damaged gzip file what can be had."""
    with opened(path) as file:
        parts: list[bytes] = []
        size = 0
        read = getattr(file.stream, "read1", file.stream.read)  # gives what came before damage, too
        try:
            while size < HEAD_BYTES and (part := read(min(8192, HEAD_BYTES - size))):
                parts.append(part)
                size += len(part)
        except UNPACKING_TROUBLE:
            pass
        return b"".join(parts)


def content_of(path: Path, limit: int, what: str) -> bytes | Refused:
    """Return all bytes of a file, unpacked, or why not: above `limit`, damaged, or not to be opened."""
    try:
        with opened(path) as file:
            content = file.stream.read(limit + 1)
    except UNPACKING_TROUBLE:
        return Refused(path.name, f"The packed file {path.name} is damaged. Export or download it again.")
    except OSError as trouble:
        return Refused(path.name, not_opened(path.name, trouble))
    if len(content) <= limit:
        return content
    return Refused(
        path.name,
        f"{path.name} has more than {in_size(limit)}, which is more than is read of {what}. "
        "Export it in smaller files and import those.",
    )


def bytes_in(path: Path) -> int:
    """Return the size of a file; 0 when it is gone or not to be looked at."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file as it lies there. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def not_opened(name: str, trouble: OSError) -> str:
    """Return the sentence for a file that the system does not give."""
    return (
        f"{name} could not be opened ({trouble.strerror or type(trouble).__name__}). "
        "See that the file is there and that you may read it, then import it again."
    )


def stem_of(path: Path) -> str:
    """Return a file's name without the endings that only tell its kind: "Sent.mbox.gz" is "Sent"."""
    name = path.name
    for ending in (".gz", ".mbox", ".mbx", ".txt", ".eml"):
        name = name[: -len(ending)] if name.lower().endswith(ending) and len(name) > len(ending) else name
    return name
