"""By what an item is known again: the same mail by two ways has one key. Pure."""

import hashlib
import re
from datetime import UTC
from itertools import islice

from alongside.sources.contract import Card, Event, Letter, MeetingReply, Row

MEETING_REPLIES = "meeting_replies"
"""The table under which answers to invitations are kept among the source records."""

WORD = re.compile(r"\w+")
SURROGATES = re.compile("[\ud800-\udfff\x00]")


def storable(text: str) -> str:
    """Drop what no database keeps: NUL and lone surrogates."""
    if text.isascii() and "\x00" not in text:  # nearly always, and ten times as fast
        return text
    return SURROGATES.sub("", text)


def digest(*parts: str) -> str:
    """Hash the parts into 64 hexadecimal characters; the parts cannot run into each other."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()


def letter_key(letter: Letter) -> str:
    """Key a mail by its Message-ID and sender; without an id, by all that was said and when."""
    sender = letter.sender.address if letter.sender else ""
    if letter.message_id:
        return digest("mail", letter.message_id, sender)
    sent = letter.sent_at.isoformat() if letter.sent_at else ""
    return digest("mail", sender, sent, letter.subject, gist(letter.text))


def other_letter_key(letter: Letter) -> str:
    """Key a mail that bears the id of another one but says something else: it is kept beside it."""
    return digest(letter_key(letter), letter.subject, gist(letter.text))


def gist(text: str) -> str:
    """Reduce a body to its words, so that another way of transport (wrapping, footers' blanks) changes nothing."""
    return " ".join(word[0] for word in islice(WORD.finditer(text.lower()), GIST_WORDS))


GIST_WORDS = 60
"""Words of a body that must agree for two mails with one id to be the same. Unit: words; lists append footers after them."""


def event_key(event: Event) -> str:
    """Key a meeting by its calendar id, its time and how often it was changed: a moved one is a new fact beside the old.

    The moment counts and not the zone it is written in: an invitation and the calendar state the same meeting.
    """
    state = "cancelled" if event.cancelled else ""
    starts = event.starts_at.date() if event.all_day else event.starts_at.astimezone(UTC)
    return digest("event", event.uid, event.recurrence_id, starts.isoformat(), state, str(event.sequence))


def record_key(record: Card | Row | MeetingReply) -> tuple[str, str, dict[str, object]]:
    """Give a card's, a row's or an answer's table, its key, and its values as they will be kept."""
    if isinstance(record, MeetingReply):
        return MEETING_REPLIES, digest("reply", *(answer := _answer(record)).values()), dict(answer)
    if isinstance(record, Row):
        fields: dict[str, object] = {k: storable(v) for k, v in sorted(record.fields.items())}
        again = [f"nth={record.nth}"] if record.nth > 1 else []
        return record.table, digest("row", record.table, *(f"{k}={v}" for k, v in fields.items()), *again), fields
    fields = {
        "uid": record.uid,
        "name": record.name,
        "addresses": list(record.addresses),
        "phones": list(record.phones),
        "organisation": record.organisation,
        "title": record.title,
        "note": storable(record.note),
    } | _rarely_stated(record)
    return "cards", digest("card", *(f"{k}={v}" for k, v in sorted(fields.items()))), fields


def _rarely_stated(card: Card) -> dict[str, object]:
    """Give what few cards state, only where it is: so the key of all the others is what it was before these were read."""
    found: dict[str, object] = {
        "role": card.role if card.role != card.title else "",
        "units": list(card.units),
        "nicknames": list(card.nicknames),
        "former_names": list(card.former_names),
        "links": list(card.links),
        "is_company": card.is_company,
    }
    return {name: value for name, value in found.items() if value}


def _answer(reply: MeetingReply) -> dict[str, str]:
    return {
        "uid": storable(reply.uid),
        "recurrence": reply.recurrence_id,
        "address": reply.address,
        "state": reply.state,
        "stated_at": reply.stated_at.astimezone(UTC).isoformat() if reply.stated_at else "",
    }
