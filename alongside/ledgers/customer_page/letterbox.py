"""The letterbox of a customer's page: what they say there is kept as they said it. Taking it in is for alongside/letterbox.py."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from alongside.ledgers.customer_page.models import PageLink, PageWord, Published
from alongside.vocabulary import PageWordKind, PublishedKind, Side

LONGEST_WORDS = 4_000
"""Of one comment. Unit: characters; more than that is a letter."""

LONGEST_NAME = 120
"""Of the name under which somebody writes. Unit: characters."""

MOST_AN_HOUR = 30
"""Words that one address can leave in an hour. Unit: words; a person who reads a page and answers all of it leaves fewer."""

OF_REQUESTS = frozenset({PageWordKind.COMMENT, PageWordKind.RIGHT, PageWordKind.SOLVED, PageWordKind.NOT_SOLVED})
OF_STEPS = frozenset({PageWordKind.COMMENT, PageWordKind.DONE, PageWordKind.NOT_DONE})
"""What can be said of what stands on the page."""

_NOT_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
"""Signs that no reader sees: controls, turned writing, marks without width, tags."""


class NotTakenError(Exception):
    """Words that cannot be kept as they stand; the message says what to do. `is_too_often` where waiting helps."""

    def __init__(self, message: str, *, is_too_often: bool = False) -> None:
        super().__init__(message)
        self.is_too_often = is_too_often


@dataclass(frozen=True, slots=True)
class Words:
    """What a form of the page says; `once` is the form's own name, so that sending it twice says it once."""

    kind: str
    item_key: str
    text: str
    name: str
    once: str


def leave_words(link: PageLink, words: Words, *, at: datetime) -> None:
    """Keep what they said. Raises NotTakenError for what is empty, too long, too often, or about nothing that stands there."""
    text, name = as_text(words.text), as_text(words.name).replace("\n", " ")[:LONGEST_NAME]
    kind = _kind(words.kind)
    _check(link, kind, words.item_key, text)
    since = at - timedelta(hours=1)
    if PageWord.objects.filter(link=link, at__gt=since).count() >= MOST_AN_HOUR:
        raise NotTakenError(
            "That is much in one hour. What you wrote before is kept; please wait a while.", is_too_often=True
        )
    try:
        with transaction.atomic():
            PageWord.objects.create(
                owner_id=link.owner_id,
                link=link,
                item_key=words.item_key,
                kind=kind,
                text=text,
                name=name,
                once=as_text(words.once)[:64],
                at=at,
            )
    except IntegrityError:  # the same form again: it is kept already
        return


def _kind(stated: str) -> PageWordKind:
    try:
        return PageWordKind(stated)
    except ValueError:
        raise NotTakenError(
            "That is nothing that can be said here. Open the page again and choose once more."
        ) from None


def _check(link: PageLink, kind: PageWordKind, item_key: str, text: str) -> None:
    if len(text) > LONGEST_WORDS:
        raise NotTakenError(f"That is longer than {LONGEST_WORDS:,} characters. Shorten it, or send it as a mail.")
    if kind is PageWordKind.COMMENT and not text:
        raise NotTakenError("Write a few words first; nothing was sent.")
    if not item_key and kind is PageWordKind.COMMENT:
        return
    about = Published.objects.filter(
        owner_id=link.owner_id,
        account_handle=link.account_handle,
        item_key=as_text(item_key),
        withdrawn_at__isnull=True,
    ).first()
    if about is None or not _can_be_said(kind, about):
        raise NotTakenError("That does not stand on the page any more. Nothing was changed; look at the page again.")


def _can_be_said(kind: PageWordKind, about: Published) -> bool:
    if about.kind == PublishedKind.REQUEST:
        return kind in OF_REQUESTS
    is_own = about.side == Side.THEIRS or kind is PageWordKind.COMMENT
    return about.kind == PublishedKind.STEP and kind in OF_STEPS and is_own


def as_text(stated: str) -> str:
    """Keep what people read of a text: no controls, nothing invisible, one kind of line end."""
    return _NOT_TEXT.sub("", stated.replace("\r\n", "\n").replace("\r", "\n")).strip()
