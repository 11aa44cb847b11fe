"""What becomes of a letter between writing and arriving: queued, taken back, claimed by one worker, settled, decided by a person.

Every step is a conditional update: whoever comes second changes nothing and is told so. It speaks to no server.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from alongside.outbox.compose import Sealed, Written, check_sender, seal
from alongside.outbox.hand_over import Handed, Outcome
from alongside.outbox.models import OutgoingLetter
from alongside.vocabulary import LetterState

GRACE_SECONDS = 20
"""How long a letter waits before it leaves, so that it can be taken back. Unit: seconds. Our choice: long enough to see one's mistake."""

RETRY_MINUTES = (1, 5, 30, 120, 360)
"""After how long a letter that has not left is tried again, try by try; after the last it counts as refused. Unit: minutes.
Source: the habit of mail servers, shortened, since whoever wrote it is there to be told."""

CUT_OFF = "The program ended while the letter was on its way."
"""Why the outcome of a letter is unknown whose worker is gone."""

SHOWN = "Its outcome was not known; a copy or an answer that came in since shows that it left."
"""Why a letter counts as sent whose server never said so."""

TO_DECIDE = (LetterState.UNKNOWN, LetterState.REFUSED)
"""States in which a person is asked what is to become of the letter."""

OUTSTANDING = (LetterState.QUEUED, LetterState.SENDING, *TO_DECIDE)
"""States in which something is still to come."""


class TooLateError(Exception):
    """The letter is not where it was when the page was made; the message says where it is."""


@dataclass(frozen=True, slots=True)
class About:
    """What a letter is about: the key of a request, the day that it names for the next update, the item of Today it came from."""

    request_key: str = ""
    next_update_on: date | None = None
    item_key: str = ""


def queue(written: Written, *, by: Any, at: datetime, about: About | None = None) -> OutgoingLetter:
    """Put a letter into the outbox; it leaves after a grace time. Raises LetterError where the user has no address of their own."""
    sender, about = check_sender(by.email), about or About()
    return OutgoingLetter.objects.create(
        owner=by,
        message_id=f"{secrets.token_hex(16)}@{sender.rpartition('@')[2]}",
        sender=sender,
        sender_name=by.get_full_name(),
        recipients=[list(each) for each in written.recipients],
        subject=written.subject,
        text=written.text,
        in_reply_to=written.answers,
        references=list(written.references),
        about=about.request_key,
        next_update_on=about.next_update_on,
        item_key=about.item_key,
        queued_by=by,
        queued_at=at,
        leaves_at=at + timedelta(seconds=GRACE_SECONDS),
    )


def message_of(letter: OutgoingLetter) -> Sealed:
    """Write a queued letter as a message; the same bytes at every try."""
    written = Written(
        tuple((address, name) for address, name in letter.recipients),
        letter.subject,
        letter.text,
        letter.in_reply_to,
        tuple(letter.references),
    )
    return seal(
        written,
        sender=letter.sender,
        sender_name=letter.sender_name,
        message_id=letter.message_id,
        at=letter.queued_at,
    )


def take_back(letter: OutgoingLetter) -> None:
    """Keep a queued letter from leaving. Raises TooLateError when it has left, or is leaving."""
    _change(letter, [LetterState.QUEUED], state=letter.before or LetterState.TAKEN_BACK, before="")


def send_again(letter: OutgoingLetter, *, by: Any, at: datetime) -> None:
    """Queue a letter once more, on somebody's word, under the same Message-ID. Raises TooLateError."""
    leaves_at = at + timedelta(seconds=GRACE_SECONDS)
    _decide(letter, TO_DECIDE, by, at, state=LetterState.QUEUED, before=letter.state, leaves_at=leaves_at, tries=0)


def say_arrived(letter: OutgoingLetter, *, by: Any, at: datetime) -> None:
    """Take somebody's word that a letter of unknown outcome arrived. Raises TooLateError."""
    _decide(letter, [LetterState.UNKNOWN], by, at, state=LetterState.SENT, settled_at=at, before=LetterState.UNKNOWN)


def doubt_again(letter: OutgoingLetter, *, by: Any, at: datetime) -> None:
    """Take back the word that a letter arrived. Raises TooLateError where the server itself took it."""
    if letter.before != LetterState.UNKNOWN:
        raise TooLateError(where_it_is(letter))
    _decide(letter, [LetterState.SENT], by, at, state=LetterState.UNKNOWN, before="")


def shown_by_record(letter: OutgoingLetter, *, at: datetime) -> bool:
    """Take it that a letter of unknown outcome arrived, since the record shows it; False when that was settled meanwhile."""
    unknown = OutgoingLetter.objects.filter(pk=letter.pk, state=LetterState.UNKNOWN)
    is_changed = unknown.update(state=LetterState.SENT, reason=SHOWN, settled_at=at)
    letter.refresh_from_db()
    return bool(is_changed)


def let_go(letter: OutgoingLetter, *, by: Any, at: datetime) -> None:
    """Ask nothing more about a letter; it is not sent again. Raises TooLateError."""
    _decide(letter, TO_DECIDE, by, at, state=LetterState.TAKEN_BACK, before=letter.state)


def pick_up(letter: OutgoingLetter, *, by: Any, at: datetime) -> None:
    """Ask again about a letter that was let go. Raises TooLateError."""
    if letter.before not in TO_DECIDE:
        raise TooLateError(where_it_is(letter))
    _decide(letter, [LetterState.TAKEN_BACK], by, at, state=letter.before, before="")


def claim(*, at: datetime) -> OutgoingLetter | None:
    """Take the letter that has waited longest and is due; None when there is none or another worker was quicker."""
    due = OutgoingLetter.objects.filter(state=LetterState.QUEUED, leaves_at__lte=at, owner__is_active=True)
    letter = due.select_related("owner").order_by("leaves_at", "pk").first()
    if letter is None:
        return None
    mine = secrets.token_hex(16)
    taken = OutgoingLetter.objects.filter(pk=letter.pk, state=LetterState.QUEUED, leaves_at__lte=at)
    if not taken.update(state=LetterState.SENDING, claim=mine, tries=letter.tries + 1):
        return None
    letter.refresh_from_db()
    return letter


def settle(letter: OutgoingLetter, outcome: Outcome, *, at: datetime) -> bool:
    """Keep the outcome of the attempt that holds the letter; False when somebody decided about it meanwhile."""
    own = OutgoingLetter.objects.filter(pk=letter.pk, claim=letter.claim)
    # Another host may have thought us dead: who sent it knows better than who guessed.
    own = own.filter(state__in=[LetterState.SENDING, LetterState.UNKNOWN])
    is_kept = bool(own.update(**_settled(letter, outcome, at)))
    letter.refresh_from_db()
    return is_kept


def interrupted(*, at: datetime) -> list[OutgoingLetter]:
    """Give up the letters whose worker is gone: it is unknown whether they arrived. Called by who alone may send."""
    lost = list(OutgoingLetter.objects.filter(state=LetterState.SENDING).select_related("owner"))
    fields = {"state": LetterState.UNKNOWN, "reason": CUT_OFF, "settled_at": at}
    return [
        letter
        for letter in lost
        if OutgoingLetter.objects.filter(pk=letter.pk, state=LetterState.SENDING, claim=letter.claim).update(**fields)
    ]


def forget_words(owner: Any, message_id: str) -> None:
    """Forget what a letter said that has left; that it was sent, when and to whom, stays."""
    if message_id:
        gone = OutgoingLetter.objects.visible_to(owner).filter(message_id=message_id)
        gone.exclude(state__in=OUTSTANDING).update(subject="", text="")


def where_it_is(letter: OutgoingLetter) -> str:
    """Say in a sentence how far a letter has come."""
    return {
        LetterState.QUEUED: "It waits to leave.",
        LetterState.SENDING: "It is leaving at this moment, and cannot be taken back any more.",
        LetterState.SENT: "It has left already.",
        LetterState.REFUSED: "The server refused it, and it has not left.",
        LetterState.UNKNOWN: "Whether it arrived is not known.",
        LetterState.TAKEN_BACK: "It was taken back, and has not left.",
    }[LetterState(letter.state)]


def _settled(letter: OutgoingLetter, outcome: Outcome, at: datetime) -> dict[str, Any]:
    if outcome.handed is Handed.NOT_YET and letter.tries <= len(RETRY_MINUTES):
        again = at + timedelta(minutes=RETRY_MINUTES[letter.tries - 1])
        return {"state": LetterState.QUEUED, "leaves_at": again, "reason": outcome.reason}
    state = {
        Handed.TAKEN: LetterState.SENT,
        Handed.NOT_YET: LetterState.REFUSED,
        Handed.REFUSED: LetterState.REFUSED,
        Handed.UNKNOWN: LetterState.UNKNOWN,
    }[outcome.handed]
    if state is LetterState.REFUSED and letter.before == LetterState.UNKNOWN:
        reason = (
            f"It was sent again and not taken ({outcome.reason}); whether the first one arrived is still not known."
        )
        return {"state": LetterState.UNKNOWN, "reason": reason, "settled_at": at, "before": ""}
    return {"state": state, "reason": outcome.reason, "settled_at": at, "before": ""}


def _decide(letter: OutgoingLetter, wanted: Iterable[LetterState], by: Any, at: datetime, **fields: Any) -> None:
    _change(letter, wanted, decided_by=by, decided_at=at, **fields)


def _change(letter: OutgoingLetter, wanted: Iterable[LetterState], **fields: Any) -> None:
    is_changed = OutgoingLetter.objects.filter(pk=letter.pk, state__in=list(wanted)).update(**fields)
    letter.refresh_from_db()
    if not is_changed:
        raise TooLateError(where_it_is(letter))
