"""The letters that leave from here, as programs get them: how far each is, and why; and what they were told."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from alongside.answers.keyset import Column, Order, page_of
from alongside.answers.paging import Page
from alongside.ledgers.requests.models import Update
from alongside.outbox.models import OutgoingLetter
from alongside.outbox.queue import where_it_is

NEWEST_FIRST: Order = (Column("queued_at", datetime, descending=True), Column("pk", int, descending=True))


@dataclass(frozen=True, slots=True)
class LetterAnswer:
    """A letter that was queued here: its state in a word and in a sentence. One of unknown outcome is never sent again by itself."""

    id: int
    state: str
    says: str
    to: list[str]
    subject: str
    text: str
    queued_at: datetime
    leaves_at: datetime
    settled_at: datetime | None
    tries: int
    reason: str


@dataclass(frozen=True, slots=True)
class ToldAnswer:
    """A word to whoever asked, by mouth: what they were told, and when."""

    id: int
    words: str
    on: date


def letter_page(rows: "QuerySet[Any]", *, after: str, size: int) -> Page[LetterAnswer]:
    """Read a page of letters, the newest first. One query."""
    found, following = page_of(rows, NEWEST_FIRST, after=after, size=size)
    return Page([letter_answer(row) for row in found], following)


def letter_answer(letter: OutgoingLetter) -> LetterAnswer:
    """Say one letter."""
    return LetterAnswer(
        id=letter.pk,
        state=letter.state,
        says=where_it_is(letter),
        to=letter.addresses,
        subject=letter.subject,
        text=letter.text,
        queued_at=letter.queued_at,
        leaves_at=letter.leaves_at,
        settled_at=letter.settled_at,
        tries=letter.tries,
        reason=letter.reason,
    )


def told_answer(update: Update) -> ToldAnswer:
    """Say one word that was told."""
    return ToldAnswer(update.pk, update.words, update.on)
