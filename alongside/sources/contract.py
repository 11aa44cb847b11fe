"""What every source gives: letters, events, answers to invitations, cards, rows, or a refusal with its reason.

A source reads bytes and yields these frozen values; it decides nothing about who is who, and writes nothing.
Errors are values beside results: one bad item never stops the rest.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A named address as the item states it: `address` is lower-case `local@domain`, `name` may be empty."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that came with a letter. `name` is as stated, cleaned only when shown; by `content_id` its HTML shows it."""

    name: str
    media_type: str
    content: bytes
    content_id: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One meeting (one instance of a recurrence). `uid` with `recurrence_id` identifies it; times are aware.

    It is a statement, and a later one replaces it: the one with the higher `sequence`, then the later `stated_at`.
    `is_of_series` where it follows from a rule of repetition; `declined` are the attendees who said that they will not come.
    """

    uid: str
    recurrence_id: str
    starts_at: datetime
    ends_at: datetime | None
    summary: str
    description: str = ""
    location: str = ""
    organizer: Mailbox | None = None
    attendees: tuple[Mailbox, ...] = ()
    cancelled: bool = False
    all_day: bool = False
    sequence: int = 0
    stated_at: datetime | None = None
    is_of_series: bool = False
    declined: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingReply:
    """What one invited person answered: `state` is as calendars write it (ACCEPTED, DECLINED, TENTATIVE), lower case."""

    uid: str
    recurrence_id: str
    address: str
    state: str
    stated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail.

    `sent_at` is aware (in the zone the mail states; UTC if it states none) or None when no date can be read.
    `text` is the plain body (from HTML when there is no plain part); `html` the raw HTML part or "".
    `headers` holds only what later steps ask for, lower-case names: list-id, list-unsubscribe, precedence,
    auto-submitted, x-auto-response-suppress, return-path, x-autoreply, x-mailer, user-agent, feedback-id,
    content-type (of a report), meeting-reply (the uid of the meeting that it answers).
    `message_id`, `in_reply_to`, `references` are without angle brackets; message_id may be "".
    `repairs` says in sentences what had to be put right or left out to read it ("The date of the mail is missing.").
    """

    message_id: str
    sent_at: datetime | None
    sender: Mailbox | None
    to: tuple[Mailbox, ...] = ()
    cc: tuple[Mailbox, ...] = ()
    bcc: tuple[Mailbox, ...] = ()
    reply_to: tuple[Mailbox, ...] = ()
    subject: str = ""
    text: str = ""
    html: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)
    attached: tuple[AttachedFile, ...] = ()
    labels: tuple[str, ...] = ()  # folder or label names, when the source has them (e.g. "Sent")
    repairs: tuple[str, ...] = ()
    meetings: tuple["Event | MeetingReply | Refused", ...] = ()  # what an invitation in it states; items of their own


@dataclass(frozen=True, slots=True)
class Card:
    """One contact card. The first address is the preferred one; `organisation` is the company, `units` are its parts.

    `title` is the role where no title is stated. `is_company` where the card is of a company and nobody in it.
    """

    uid: str
    name: str
    addresses: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    organisation: str = ""
    title: str = ""
    note: str = ""
    role: str = ""
    units: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    is_company: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table with its columns mapped to our field names.

    `table` is one of accounts, contacts, opportunities, orders, awards, activities, facts, needs, suggestions.
    Values are stripped strings; dates ISO (YYYY-MM-DD); numbers plain decimals with a point.
    `fields` names per table: see sources/tables.py. `nth` counts equal rows of one file: an invoice may hold a line twice.
    """

    table: str
    fields: dict[str, str]
    line: int = 0
    nth: int = 1


Item = Letter | Event | MeetingReply | Card | Row


@dataclass(frozen=True, slots=True)
class TableTop:
    """How a table begins: what it is called, which it is, and its headings.

    `delimiter` is the sign between cells, `digest` the SHA-256 of the file with the sheet. `amends` is the number of the table whose
    refused rows these are, mended; 0 for any other.
    """

    name: str
    table: str
    headings: tuple[str, ...]
    delimiter: str
    digest: str
    amends: int = 0


@dataclass(frozen=True, slots=True)
class Refused:
    """An item that could not be taken: which one, and why in one sentence that says what to do."""

    where: str  # "archive.mbox, message 17" or "orders.csv, line 40"
    reason: str
    raw: bytes = b""  # at most RAW_KEPT_BYTES of the item, so that it can be looked at and tried again
    stopped: bool = False  # it ended the program that reads files, or did so before


@dataclass(frozen=True, slots=True)
class LookedColumn:
    """A column: its key, heading, the field it would be read as ("own" for one of one's own, "" for none), and some values."""

    key: str
    heading: str
    field: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookedTable:
    """A table before it is read. `table` is "" where its headings are those of none; then `top` shows its first lines.

    `trouble` says why nothing would be read. Where that is a column with two readings, `asks` says of what ("dates" or
    "numbers"), and `example` and `either` show a value and both ways to read it. `missing` are fields of which each row needs
    one and no column holds any. `is_said`: a person said before how it is read. `top` gives line, fingerprint and cells.
    """

    name: str
    table: str
    fingerprint: str
    digest: str
    program: str = ""
    columns: tuple[LookedColumn, ...] = ()
    heading_line: int = 0
    is_said: bool = False
    trouble: str = ""
    asks: str = ""
    example: str = ""
    either: tuple[str, str] = ("", "")
    missing: tuple[tuple[str, ...], ...] = ()
    top: tuple[tuple[int, str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class LookedFile:
    """A file that is no table, before it is read: its kind, and about how many items it holds; None where that was not counted."""

    kind: str
    items: int | None


@dataclass(frozen=True, slots=True)
class Read:
    """An item with its place in the source and how many bytes of the source were consumed up to its end.

    The first of a table's rows brings the table's top. What brings a `look` brings no item: nothing was asked for but that.
    """

    where: str
    item: Item | Refused
    bytes_done: int = 0
    top: TableTop | None = None
    look: LookedTable | LookedFile | None = None


RAW_KEPT_BYTES = 25 * 1024 * 1024
"""Bytes of a refused item that are kept for a second try: a mail whole. Unit: bytes; as MESSAGE_BYTES_MAX."""


class Source(Protocol):
    """A kind of file. `recognises` looks at the content (first bytes), not only at the name."""

    kind: str

    def recognises(self, path: Path, head: bytes) -> bool: ...

    def read(self, path: Path) -> Iterator[Read]: ...
