"""Which questions and requests of theirs wait for us, and which of ours wait for them?

Read from the threads: whoever had the last word asked for something. How soon an answer would be due is for the play
that asks; a request that was answered once and stays open is a matter of keeping abreast, not of this.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from alongside.judgement.contacts import Contacts, read_contacts
from alongside.judgement.dossier import Dossier, Request, Sighting
from alongside.judgement.waits import Wait, waits, working_hours
from alongside.vocabulary import RequestState, Side, SightingKind

ASKING_KINDS = (
    SightingKind.REQUEST,
    SightingKind.MEETING_PROPOSAL,
    SightingKind.SOLICITATION,
    SightingKind.ADVICE_SOUGHT,
)
"""Kinds of sightings whose quote is the question."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question without an answer. `quote` is "" when its words were not found; `request_id` names its request."""

    person_id: int
    our_person_id: int
    interaction_id: int
    thread_id: int
    asked_on: date
    working_hours: float
    asked_again: int
    quote: str
    subject: str
    request_id: int | None = None

    def days(self, as_of: date) -> int:
        return (as_of - self.asked_on).days


def waiting_for_us(dossier: Dossier, as_of: date, contacts: Contacts | None = None) -> tuple[Unanswered, ...]:
    """List what they asked and nobody of us has answered yet, oldest first."""
    return _waiting(dossier, as_of, contacts, Side.OURS)


def waiting_for_them(dossier: Dossier, as_of: date, contacts: Contacts | None = None) -> tuple[Unanswered, ...]:
    """List what we asked and nobody of them has answered yet, oldest first."""
    return _waiting(dossier, as_of, contacts, Side.THEIRS)


def _waiting(dossier: Dossier, as_of: date, contacts: Contacts | None, side: Side) -> tuple[Unanswered, ...]:
    touches = (contacts or read_contacts(dossier, as_of=as_of)).touches
    asker = Side.THEIRS if side == Side.OURS else Side.OURS
    quotes = _quotes(dossier.sightings, asker)
    requests = {r.interaction_id: r for r in dossier.requests if r.interaction_id} if side == Side.OURS else {}
    now = datetime.combine(as_of, time.max, UTC)
    return tuple(
        _unanswered(wait, quotes, requests, now)
        for wait in waits(touches, for_answer_by=side)
        if wait.answered_at is None and not _is_settled(requests.get(wait.interaction_id), as_of)
    )


def _unanswered(wait: Wait, quotes: Mapping[int, str], requests: Mapping[int, Request], now: datetime) -> Unanswered:
    request = requests.get(wait.interaction_id)
    return Unanswered(
        person_id=wait.person_id,
        our_person_id=wait.our_person_id,
        interaction_id=wait.interaction_id,
        thread_id=wait.thread_id,
        asked_on=wait.asked_at.date(),
        working_hours=round(working_hours(wait.asked_at, now), 1),
        asked_again=wait.asked_again,
        quote=(request.quote if request else "") or quotes.get(wait.interaction_id, ""),
        subject=wait.subject,
        request_id=request.id if request else None,
    )


def _quotes(sightings: Sequence[Sighting], asker: Side) -> dict[int, str]:
    quotes: dict[int, str] = {}
    for sighting in sightings:
        if sighting.kind in ASKING_KINDS and sighting.side == asker:
            quotes.setdefault(sighting.interaction_id, sighting.quote)
    return quotes


def _is_settled(request: Request | None, as_of: date) -> bool:
    """Did somebody say that it is answered, by a call or on a visit that the record does not show?"""
    if request is None or request.state == RequestState.OPEN:
        return False
    return request.answered_on is None or request.answered_on <= as_of
