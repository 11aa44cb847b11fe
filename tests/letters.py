"""Letters, meetings and rows for tests, in one line each."""

from datetime import UTC, datetime
from typing import Any

from alongside.sources.contract import AttachedFile, Card, Event, Letter, Mailbox, Row

AT = datetime(2026, 1, 1, 12, tzinfo=UTC)
"""The instant at which tests record."""


def box(words: str) -> Mailbox:
    """Read "Joe Kowalski <joe@nsteel.example>" or a bare address."""
    name, _, address = words.rpartition("<")
    return Mailbox(address.rstrip(">").strip(), name.strip())


def letter(sender: str, to: str, on: str, text: str = "Hello.", **more: Any) -> Letter:
    """Make a mail; `on` is an ISO instant (UTC), `to` holds addresses apart by commas."""
    sent_at = datetime.fromisoformat(on).replace(tzinfo=UTC)
    more.setdefault("message_id", f"{sent_at:%Y%m%d%H%M%S}.{abs(hash((sender, to, text))) % 10**8}@mail.example")
    cc = tuple(box(w) for w in more.pop("cc", "").split(",") if w.strip())
    more.setdefault("subject", "Pellets")
    return Letter(
        sent_at=sent_at, sender=box(sender), to=tuple(box(w) for w in to.split(",")), cc=cc, text=text, **more
    )


def meeting(uid: str, on: str, summary: str, *attendees: str, **more: Any) -> Event:
    """Make a meeting; `on` is an ISO instant (UTC)."""
    starts_at = datetime.fromisoformat(on).replace(tzinfo=UTC)
    return Event(uid, "", starts_at, None, summary, attendees=tuple(box(a) for a in attendees), **more)


def row(table: str, **fields: str) -> Row:
    """Make a row of a table."""
    return Row(table, fields)


def card(name: str, *addresses: str, **more: Any) -> Card:
    """Make a contact card."""
    return Card(f"card-{name}", name, addresses, **more)


def file(name: str, content: bytes = b"content") -> AttachedFile:
    """Make an attached file."""
    return AttachedFile(name, "application/octet-stream", content)


def keep(owner: Any, *items: Any) -> list[int]:
    """Record items and return the ids of the interactions that are new."""
    from alongside.interactions.record import record

    return record([("test", item) for item in items], owner=owner, at=AT).interaction_ids
