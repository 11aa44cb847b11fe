"""A letter leaves, and what follows from it: it is kept as an interaction, the update about a request counts, and Today is put in order.

The copy that a later import brings has the same Message-ID and is known for the same letter.
"""

import logging
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from alongside.config.smtp import SmtpServer
from alongside.config.zone import here
from alongside.intake.alone import SENDING, alone
from alongside.interactions.live import live
from alongside.interactions.models import Interaction, Withdrawal
from alongside.interactions.record import record
from alongside.ledgers.requests.abreast import take_back_update, tell
from alongside.ledgers.requests.decide import plan_update
from alongside.ledgers.requests.models import Request, RequestDecision, Update
from alongside.outbox import queue
from alongside.outbox.hand_over import Outcome, hand_over
from alongside.outbox.models import OutgoingLetter
from alongside.people.models import Account, Handle
from alongside.pipeline import bring_up_to_date, drop_withdrawn, judge_one
from alongside.sources.contract import Letter
from alongside.sources.letter import parse_letter
from alongside.today.arrange import arrange, suggest_loose
from alongside.vocabulary import HandleKind, LetterState

WRITTEN_HERE = "sent from Alongside"
"""Where such a letter came from."""

Clock = Callable[[], tuple[datetime, date]]
HandOver = Callable[..., Outcome]
log = logging.getLogger(__name__)


def send_next(clock: Clock, *, server: SmtpServer | None = None) -> bool:
    """Hand over the next letter that is due; tell whether there was one. Letters whose worker is gone become unknown first.

    Without a server everything stays where it is.
    """
    server = server or settings.SMTP_SERVER
    if server is None or not _is_anything_to_do(clock()[0]):
        return False
    with alone(wait=False, at=SENDING) as is_alone:
        if not is_alone:
            return False
        at, as_of = clock()
        for lost in queue.interrupted(at=at):
            follow(lost, as_of=as_of)
        letter = queue.claim(at=at)
        if letter is None:
            return False
        outcome = hand_over(server, queue.message_of(letter))
        at, as_of = clock()
        keep_outcome(letter, outcome, at=at, as_of=as_of)
        return True


def _is_anything_to_do(at: datetime) -> bool:
    """Look before the lock is taken: asked often, and nearly always in vain."""
    rows = OutgoingLetter.objects
    return (
        rows.filter(state=LetterState.SENDING).exists()
        or rows.filter(state=LetterState.QUEUED, leaves_at__lte=at).exists()
    )


def keep_outcome(letter: OutgoingLetter, outcome: Outcome, *, at: datetime, as_of: date) -> None:
    """Keep what came of an attempt, and with it, in one go, all that a sent letter means."""
    with transaction.atomic():
        if queue.settle(letter, outcome, at=at) and letter.state == LetterState.SENT:
            _keep_as_sent(letter, at=at)
    follow(letter, as_of=as_of)


def arrived(letter: OutgoingLetter, *, by: Any, at: datetime, as_of: date) -> None:
    """Take somebody's word that a letter arrived: it counts as sent from now on. Raises TooLateError."""
    with transaction.atomic():
        queue.say_arrived(letter, by=by, at=at)
        _keep_as_sent(letter, at=at)
    follow(letter, as_of=as_of)


def doubt_again(letter: OutgoingLetter, *, by: Any, at: datetime, as_of: date) -> None:
    """Take back the word that a letter arrived: what followed from it counts no more. Raises TooLateError."""
    with transaction.atomic():
        queue.doubt_again(letter, by=by, at=at)
        _keep_no_more(letter, at=at)
    drop_withdrawn(letter.owner)
    follow(letter, as_of=as_of)


def look_for_copies(clock: Clock) -> bool:
    """Settle the unknown letters of everybody of which a copy or an answer came in; tell whether there was any."""
    unknown = OutgoingLetter.objects.filter(state=LetterState.UNKNOWN, owner__is_active=True)
    owners = list(dict.fromkeys(letter.owner for letter in unknown.select_related("owner")))
    at, as_of = clock()
    shown = [letter for owner in owners for letter in settle_by_record(owner, at=at, as_of=as_of)]
    return bool(shown)


def settle_by_record(owner: Any, *, at: datetime, as_of: date) -> list[OutgoingLetter]:
    """Find the unknown letters of which the record shows that they left: a copy came in, or an answer names them."""
    unknown = list(OutgoingLetter.objects.visible_to(owner).filter(state=LetterState.UNKNOWN))
    if not unknown:
        return []
    rows = live(Interaction.objects.visible_to(owner))
    ids = [letter.message_id for letter in unknown]
    seen = set(rows.filter(message_id__in=ids).values_list("message_id", flat=True))
    seen |= set(rows.filter(in_reply_to__in=ids).values_list("in_reply_to", flat=True))
    shown = [letter for letter in unknown if letter.message_id in seen]
    for letter in shown:
        with transaction.atomic():
            if queue.shown_by_record(letter, at=at):
                _keep_as_sent(letter, at=at)
        follow(letter, as_of=as_of)
    return shown


def follow(letter: OutgoingLetter, *, as_of: date) -> None:
    """Let Today and the ledgers follow what became of a letter. What fails here is made good by the next one that derives."""
    owner = letter.owner
    try:
        if letter.state == LetterState.SENT:
            bring_up_to_date(owner, as_of=as_of, with_tables=False)
        for account in _accounts(letter):
            judge_one(account, as_of=as_of)
        suggest_loose(owner, as_of=as_of)
        arrange(owner)
    except Exception:
        log.exception("What follows from a letter could not be worked out yet.")


def _accounts(letter: OutgoingLetter) -> Iterable[Account]:
    known = Handle.objects.visible_to(letter.owner).filter(kind=HandleKind.EMAIL, value__in=letter.addresses)
    ids = known.exclude(person__account=None).values("person__account")
    requests = Request.objects.visible_to(letter.owner).filter(sighting_key=letter.about or "-").values("account")
    rows = Account.objects.visible_to(letter.owner).filter(merged_into__isnull=True, judged__isnull=False)
    return rows.filter(pk__in=ids) | rows.filter(pk__in=requests)


def _keep_as_sent(letter: OutgoingLetter, *, at: datetime) -> None:
    """Record the letter as an import would, and the update that it is."""
    sent = parse_letter(queue.message_of(letter).raw, labels=("Sent",), where=WRITTEN_HERE)
    if isinstance(sent, Letter):
        record([(WRITTEN_HERE, sent)], owner=letter.owner, at=at)
    asked = Request.objects.visible_to(letter.owner).filter(sighting_key=letter.about or "-").first()
    if asked is None:
        return
    by, on = letter.queued_by, here(letter.queued_at).date()
    tell(asked, on=on, message_id=letter.message_id, by=by, at=at)
    if letter.next_update_on:
        plan_update(asked, letter.next_update_on, by=by, at=at, on=on)


def _keep_no_more(letter: OutgoingLetter, *, at: datetime) -> None:
    kept = Interaction.objects.visible_to(letter.owner).filter(message_id=letter.message_id, import_id=None)
    for key in kept.values_list("identity_key", flat=True):
        Withdrawal.objects.get_or_create(owner=letter.owner, identity_key=key, defaults={"withdrawn_at": at})
    for update in Update.objects.visible_to(letter.owner).filter(message_id=letter.message_id, withdrawn_at=None):
        take_back_update(update, at=at)
        plans = RequestDecision.objects.visible_to(letter.owner).filter(
            sighting_key=letter.about, said_at=update.said_at
        )
        plans.filter(state="", withdrawn_at=None).update(withdrawn_at=at)
