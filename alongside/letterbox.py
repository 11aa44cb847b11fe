"""Emptying the letterbox of the customers' pages: what they said there becomes an interaction, and is read like any letter of theirs.

It is a fact like a mail and never an instruction: a step that they tick off is a word on that step, said by them, which can be
taken back; nothing else is done because of it.
"""

import logging
from datetime import date, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

from alongside.interactions.keys import digest, letter_key
from alongside.interactions.record import record
from alongside.ledgers.customer_page.models import PageWord, Published
from alongside.ledgers.plans.keep import reopen, tick
from alongside.ledgers.plans.models import PlanEntry
from alongside.people.models import Account
from alongside.pipeline import bring_up_to_date
from alongside.sources.contract import Letter, Mailbox
from alongside.vocabulary import PageWordKind, PublishedKind

log = logging.getLogger(__name__)

FROM_THEIR_PAGE = "their page"
"""Where such an interaction came from."""

NOBODY_IN_PARTICULAR = "Somebody, on their page"
"""Who wrote with an address that several use. A name that was only typed is no proof: it stands below the words, as they wrote it."""

WORDS_IN_A_SUBJECT = 80
"""Characters of a request or step that the subject names."""

SENTENCES = {
    PageWordKind.COMMENT: "",
    PageWordKind.RIGHT: "Yes, that is what we meant.",
    PageWordKind.SOLVED: "This is solved for us. Thank you.",
    PageWordKind.NOT_SOLVED: "This is not solved yet.",
    PageWordKind.DONE: "We have done this.",
    PageWordKind.NOT_DONE: "We have not done this after all.",
}
"""What a button of the page says in words."""


def empty_letterbox(*, at: datetime, as_of: date) -> bool:
    """Take in what waits for one person of ours; tell whether there was any."""
    waiting = PageWord.objects.filter(taken_in_at__isnull=True).order_by("pk").first()
    if waiting is None:
        return False
    owner = get_user_model().objects.get(pk=waiting.owner_id)
    for word in PageWord.objects.filter(owner=owner, taken_in_at__isnull=True).select_related("link").order_by("pk"):
        try:
            _take_in(word, owner, at=at, on=as_of)
        except Exception:  # one word must never hold up the others, nor the worker
            log.exception(
                "What was said on a customer's page could not be taken in whole; its words stand as a letter."
            )
            _keep_words(word, owner, at=at)
    bring_up_to_date(owner, as_of=as_of, with_tables=False)
    return True


@transaction.atomic
def _take_in(word: PageWord, owner: Any, *, at: datetime, on: date) -> None:
    """Record one word as a letter, say what it says of a step, and let its account be judged anew."""
    about = _keep_words(word, owner, at=at)
    if about is not None and about.kind == PublishedKind.STEP:
        _say_of_step(word, about, owner, at=at, on=on)


@transaction.atomic
def _keep_words(word: PageWord, owner: Any, *, at: datetime) -> Published | None:
    """Record one word as a letter, and give what it is about."""
    about = Published.objects.filter(owner=owner, item_key=word.item_key).order_by("-version").first()
    letter = _letter(word, about, owner)
    record([(FROM_THEIR_PAGE, letter)], owner=owner, at=at)
    Account.objects.filter(owner=owner, anchor=word.link.account_handle).update(needs_judging=True)
    word.interaction_key, word.taken_in_at = letter_key(letter), at
    word.save(update_fields=["interaction_key", "taken_in_at"])
    return about


def _say_of_step(word: PageWord, about: Published, owner: Any, *, at: datetime, on: date) -> None:
    said = PlanEntry.objects.filter(owner=owner, step_key=about.source_key, withdrawn_at__isnull=True)
    latest = said.order_by("said_at", "pk").last()
    if latest is not None and word.kind == PageWordKind.DONE:
        tick(latest, by=owner, at=at, on=on, by_them=True)
    elif latest is not None and word.kind == PageWordKind.NOT_DONE:
        reopen(latest, by=owner, at=at, on=on, by_them=True)


def _letter(word: PageWord, about: Published | None, owner: Any) -> Letter:
    said = [SENTENCES[PageWordKind(word.kind)], word.text, "" if word.link.name else word.name]
    subject = f"On their page: {_short(about.words)}" if about is not None else "On their page"
    return Letter(
        message_id=f"{digest('page word', str(word.pk), word.once)[:32]}@their-page.alongside",
        sent_at=word.at,
        sender=Mailbox(word.link.person_handle, word.link.name or NOBODY_IN_PARTICULAR),
        to=(Mailbox(owner.email.lower(), owner.get_full_name()),) if owner.email else (),
        subject=subject,
        text="\n\n".join(part for part in said if part),
    )


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= WORDS_IN_A_SUBJECT else f"{words[: WORDS_IN_A_SUBJECT - 1]}…"
