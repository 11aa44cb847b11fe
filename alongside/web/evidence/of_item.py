"""Why does this stand on Today? The sentences behind its evidence, in the order in which they were said."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.urls import reverse

from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.requests.models import Request
from alongside.sightings.models import Sighting
from alongside.today.models import TodayItem
from alongside.vocabulary import Review, Side, SightingKind
from alongside.web.evidence import of_sighting
from alongside.web.evidence.address import chips
from alongside.web.evidence.quotes import beginnings, quotes
from alongside.web.evidence.shown import Why

MOST_QUOTES = 6
"""So many sentences are quoted, the last ones; the mails behind the rest open from their chips."""

ASKED_AGAIN = (SightingKind.REQUEST, SightingKind.COMPLAINT)
"""What in a named mail is quoted beside the matter itself."""

POSTED: dict[str, Any] = {"commitment": Commitment, "request": Request}
"""Kinds of evidence that were posted from a sighting, and whose quote is the sighting's."""

Posted = dict[tuple[str, int], str]
"""The keys of the sightings by the kind and id of what was posted from them."""


def why(user: Any, item: TodayItem) -> Why:
    """Show what an item rests on, and what will settle it."""
    posted = _posted(user, item.evidence)
    matters, said_again = _sightings(user, item.evidence, posted)
    judged = _judged(item, matters, posted)
    shown = [*matters, *said_again]
    return Why(
        title="Why this is here",
        reason=item.why,
        quotes=quotes(shown[:MOST_QUOTES]) or beginnings(user, _ids(item.evidence, "interaction")[:MOST_QUOTES]),
        others=chips(item.evidence),
        would_change=item.settles_on,
        would_change_title="What settles it",
        judge=reverse("why-sighting", args=[judged.pk]) if judged else "",
        review=judged.review if judged else "",
        review_note=of_sighting.SAID.get(judged.review, "") if judged else "",
    )


def _sightings(user: Any, evidence: Sequence[dict[str, Any]], posted: Posted) -> tuple[list[Sighting], list[Sighting]]:
    """Load the sightings that are the matter itself, and what was asked in the other mails that are named."""
    keys = set(posted.values())
    matter = Q(pk__in=_ids(evidence, "sighting")) | Q(key__in=keys)
    asked = Q(interaction_id__in=_ids(evidence, "interaction"), kind__in=ASKED_AGAIN, side=Side.THEIRS)
    rows = Sighting.objects.visible_to(user).filter(matter | asked).exclude(review=Review.REJECTED)
    found = list(rows.select_related("person", "interaction__body").order_by("at", "pk")[: 4 * MOST_QUOTES])
    named = set(_ids(evidence, "sighting"))
    matters = [s for s in found if s.pk in named or s.key in keys]
    return matters, [s for s in found if s not in matters]


def _judged(item: TodayItem, matters: Sequence[Sighting], posted: Posted) -> Sighting | None:
    """Name the sighting that the item was made from, which its key names: a word in the drawer is about that one only."""
    _, kind, number, *_ = [*item.key.split(":"), "", ""]
    made_from = int(number) if number.isdigit() else 0
    if kind in POSTED:
        return next((s for s in matters if s.key == posted.get((kind, made_from))), None)
    if kind == "sighting":
        return next((s for s in matters if s.pk == made_from), None)
    return next((s for s in matters if kind == "interaction" and s.interaction_id == made_from), None)


def _ids(evidence: Sequence[dict[str, Any]], kind: str) -> list[int]:
    return [each["id"] for each in evidence if each["kind"] == kind]


def _posted(user: Any, evidence: Sequence[dict[str, Any]]) -> Posted:
    """Name the sightings' keys of the promises and requests in the evidence."""
    found: Posted = {}
    for kind, model in POSTED.items():
        if ids := _ids(evidence, kind):
            rows = model.objects.visible_to(user).filter(pk__in=ids).values_list("pk", "sighting_key")
            found |= {(kind, pk): key for pk, key in rows}
    return found
