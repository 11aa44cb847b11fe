"""The letters of the outbox as the page shows them: what needs a word first, then what is on its way, then what has left."""

from dataclasses import dataclass
from typing import Any

from alongside.interactions.models import Interaction
from alongside.ledgers.requests.models import Request
from alongside.outbox.models import OutgoingLetter
from alongside.outbox.queue import TO_DECIDE
from alongside.vocabulary import LetterState

SENT_SHOWN = 50
"""Letters that have left, or were taken back, on the page. Unit: letters; the mail itself stands on its customer's timeline."""

WORDS = {
    LetterState.QUEUED: "waits to leave",
    LetterState.SENDING: "is leaving",
    LetterState.SENT: "has left",
    LetterState.REFUSED: "refused by the server: it has not left",
    LetterState.UNKNOWN: "not known whether it arrived",
    LetterState.TAKEN_BACK: "taken back: it has not left",
}

ACTIONS = {
    LetterState.QUEUED: (("take-back", "Take it back"),),
    LetterState.UNKNOWN: (("arrived", "It arrived"), ("again", "Send it again"), ("let-go", "Let it go")),
    LetterState.REFUSED: (("again", "Send it again"), ("let-go", "Let it go")),
}


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter with what can be said of it. `mail` is the interaction that it became, `request` the one that it tells about."""

    letter: OutgoingLetter
    state: str
    is_late: bool
    actions: tuple[tuple[str, str], ...]
    mail: int | None
    request: Request | None


def outbox_rows(user: Any) -> list[tuple[str, list[LetterRow]]]:
    """Read the parts of the page, those that hold anything. Three queries."""
    mine = OutgoingLetter.objects.visible_to(user).order_by("-queued_at", "-pk")
    outstanding = [LetterState.QUEUED, LetterState.SENDING, *TO_DECIDE]
    letters = [*mine.filter(state__in=outstanding), *mine.exclude(state__in=outstanding)[:SENT_SHOWN]]
    sent = [letter.message_id for letter in letters if letter.state == LetterState.SENT]
    mails = dict(Interaction.objects.visible_to(user).filter(message_id__in=sent).values_list("message_id", "pk"))
    keys = {letter.about for letter in letters if letter.about}
    asked = {r.sighting_key: r for r in Request.objects.visible_to(user).filter(sighting_key__in=keys)} if keys else {}
    rows = [_row(letter, mails.get(letter.message_id), asked.get(letter.about)) for letter in letters]
    parts = [
        ("Needs your word", [row for row in rows if row.letter.state in TO_DECIDE]),
        ("On the way", [row for row in rows if row.letter.state in (LetterState.QUEUED, LetterState.SENDING)]),
        ("Sent, and taken back", [row for row in rows if row.letter.state not in outstanding]),
    ]
    return [(title, found) for title, found in parts if found]


def actions_of(letter: OutgoingLetter) -> tuple[tuple[str, str], ...]:
    """List what can be said of a letter where it is now."""
    state = LetterState(letter.state)
    if state is LetterState.SENT and letter.before == LetterState.UNKNOWN:
        return (("doubt", "Take back that it arrived"),)
    if state is LetterState.TAKEN_BACK and letter.before in TO_DECIDE:
        return (("pick-up", "Ask about it again"),)
    return ACTIONS.get(state, ())


def _row(letter: OutgoingLetter, mail: int | None, asked: Request | None) -> LetterRow:
    state = LetterState(letter.state)
    return LetterRow(letter, WORDS[state], state in TO_DECIDE, actions_of(letter), mail, asked)
