"""What is handed to whoever reads a text, and what comes back. Plain values, so that both can go to another process.

Nothing is read here: this file is loaded by every start, the extractors (whose patterns take a while to make) only when there is a text.
"""

from dataclasses import dataclass
from datetime import datetime

from alongside.sightings.contract import Found

CHARACTERS_READ = 60_000
"""Characters of a body that are read for findings. Longer ones are logs or lists, not letters."""

READY = "ready"
"""The first word of a process that reads texts: from now on it may be asked."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text to read: a mail of ours or theirs, or a note of our own (`is_note`). `writer_name` is "" where it is not known."""

    text: str
    subject: str
    occurred_at: datetime
    utc_offset_minutes: int
    by_us: bool
    writer_name: str = ""
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Signed:
    """What the writer signed with; at least one of these is there. Each is as long as is kept."""

    title: str
    phone: str
    company: str
    postal: str
    links: list[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found in a text, and the signature under it. `trouble` says why it could not be read; then nothing was found."""

    found: tuple[Found, ...] = ()
    signed: Signed | None = None
    trouble: str = ""
