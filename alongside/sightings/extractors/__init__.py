"""All that is found in the text: the extractors in a fixed order, and what they find together.

One sentence may hold several kinds, the same kind only once; where two kinds say the same, the more telling one stays.
"""

from alongside.sightings.contract import Extractor, Found, Passage
from alongside.sightings.extractors import (
    advice,
    complaint,
    delivery,
    german_promise,
    german_request,
    give_or_get,
    meeting,
    order,
    promise,
    referral,
    request,
    role,
    sentences,
    solicitation,
    suggestion,
    thanks,
)
from alongside.sightings.extractors.sentences import Sentence
from alongside.vocabulary import SightingKind

EXTRACTORS: tuple[Extractor, ...] = (
    promise.find,
    german_promise.find,
    solicitation.find,
    order.find,
    meeting.find,
    advice.find,
    request.find,
    german_request.find,
    complaint.find,
    thanks.find,
    referral.find,
    role.find,
    suggestion.find,
    delivery.find,
    give_or_get.find,
)

SAYS_MORE: dict[SightingKind, frozenset[SightingKind]] = {
    SightingKind.REQUEST: frozenset(
        {
            SightingKind.SOLICITATION,
            SightingKind.ORDER,
            SightingKind.ADVICE_SOUGHT,
            SightingKind.PROMISE,
            SightingKind.MEETING_PROPOSAL,
            SightingKind.SUGGESTION,
            SightingKind.REFERRAL,
        }
    ),
    SightingKind.MEETING_PROPOSAL: frozenset({SightingKind.SOLICITATION, SightingKind.ORDER}),
    SightingKind.DELIVERY: frozenset({SightingKind.ORDER, SightingKind.SOLICITATION}),
    SightingKind.COMPLAINT: frozenset(
        {
            SightingKind.AWARD,
            SightingKind.PROMISE,
            SightingKind.ORDER,
            SightingKind.SUGGESTION,
            SightingKind.MEETING_PROPOSAL,
            SightingKind.ADVICE_SOUGHT,
            SightingKind.REFERRAL,
            SightingKind.DELIVERY,
            SightingKind.ROLE_CHANGE,
        }
    ),
    SightingKind.THANKS: frozenset({SightingKind.COMPLAINT}),
}
"""By kind: the kinds that say more of the same sentence, beside which it is left out."""

BESIDE = frozenset({SightingKind.PROMISE, SightingKind.MEETING_PROPOSAL, SightingKind.REFERRAL})
"""Kinds beside which a request stays when it is made in so many words: "I'll check, and could you send the drawing"."""


def find_all(passage: Passage) -> list[Found]:
    """Find all that the passage holds, in the order of the text. Never raises; linear in the length of the text."""
    found = [each for find in EXTRACTORS for each in find(passage)]
    kinds: dict[int, set[SightingKind]] = {}
    for each in found:
        kinds.setdefault(each.start, set()).add(each.kind)
    spoken = {sentence.start: sentence for sentence in sentences.sentences(passage)}
    kept = {
        (each.start, each.kind): each for each in reversed(found) if _stays(each, kinds[each.start], spoken[each.start])
    }
    return sorted(kept.values(), key=lambda each: (each.start, _KINDS.index(each.kind)))


_KINDS = list(SightingKind)


def _stays(each: Found, kinds: set[SightingKind], sentence: Sentence) -> bool:
    more = SAYS_MORE.get(each.kind, frozenset()) & kinds
    if each.kind == SightingKind.REQUEST and more and more <= BESIDE:
        return request.asks_outright(meeting.without_proposal(sentence))
    return not more
