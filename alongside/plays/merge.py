"""Are two items the same matter? Then Today shows one, and its reason says what the other would have said.

A promise, an update owed, an unanswered question, a first contact and words on their page are one matter when they are about the
same person in the same thread. Two promises are never one matter: each is kept by itself.
"""

from dataclasses import replace

from alongside.judgement.dossier import Dossier
from alongside.plays.contract import Suggested
from alongside.vocabulary import PlayName

STRONGEST_FIRST = (
    PlayName.PROMISE_DUE,
    PlayName.UPDATE_OWED,
    PlayName.QUESTION_UNANSWERED,
    PlayName.NEW_CONTACT,
    PlayName.THEY_WROTE,
)
"""Which play keeps its item when several speak of one matter."""

Matter = tuple[int, int]
"""A person and a thread."""


def merged(dossier: Dossier, items: list[Suggested]) -> list[Suggested]:
    """Keep the items of the strongest play in each matter; they take over the rank and the evidence of the others."""
    threads = _threads(dossier)
    strongest: dict[Matter, int] = {}
    for item in items:
        if matter := _matter(item, threads):
            strongest[matter] = min(strongest.get(matter, len(STRONGEST_FIRST)), STRONGEST_FIRST.index(item.play))
    kept: list[Suggested] = []
    for item in items:
        matter = _matter(item, threads)
        if matter is None:
            kept.append(item)
        elif STRONGEST_FIRST.index(item.play) == strongest[matter]:
            others = [o for o in items if o.play is not item.play and _matter(o, threads) == matter]
            kept.append(_with(item, others))
    return kept


def _threads(dossier: Dossier) -> dict[int, int]:
    """Give the thread of each interaction."""
    found = {touch.interaction_id: touch.thread_id for touch in dossier.touches}
    found |= {request.interaction_id: request.thread_id for request in dossier.requests}
    return found | {promise.interaction_id: promise.thread_id for promise in dossier.commitments}


def _matter(item: Suggested, threads: dict[int, int]) -> Matter | None:
    """Name the person and the thread that an item is about; None where it stands by itself."""
    if item.play not in STRONGEST_FIRST or not item.owed or not item.person_id or not item.reply_to_interaction_id:
        return None
    thread = threads.get(item.reply_to_interaction_id, 0)
    return (item.person_id, thread) if thread else None


def _with(item: Suggested, others: list[Suggested]) -> Suggested:
    """Let the item take over the higher rank and the evidence of the others."""
    if not others:
        return item
    known = {(e.kind, e.id) for e in item.evidence}
    more = {(e.kind, e.id): e for other in others for e in other.evidence if (e.kind, e.id) not in known}
    return replace(
        item,
        owed=max(item.owed, *(o.owed for o in others)),
        gain=max(item.gain, *(o.gain for o in others)),
        days_late=max(item.days_late, *(o.days_late for o in others)),
        evidence=item.evidence + tuple(more.values()),
    )
