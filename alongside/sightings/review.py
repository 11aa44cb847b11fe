"""What a person says of a sighting: right, corrected, or not so; and taking it back. The word is kept for ever."""

from datetime import datetime
from typing import Any

from django.db import transaction

from alongside.sightings.find import BY_HAND, find_in
from alongside.sightings.models import Sighting, SightingReview
from alongside.vocabulary import Review, SightingKind

CORRECTABLE = ("due_on", "what", "products", "quantity", "unit", "title", "referred_name", "solicitation", "outcome")
"""The details that a person may correct."""


@transaction.atomic
def review_sighting(
    sighting: Sighting,
    review: Review,
    *,
    by: Any,
    at: datetime,
    kind: SightingKind | None = None,
    detail: dict[str, str] | None = None,
) -> SightingReview:
    """Keep a person's word on a sighting and let the sighting show it. Posting to the ledgers must run after it."""
    word = SightingReview.objects.create(
        owner=sighting.owner,
        key=sighting.key,
        review=review,
        kind=kind or sighting.kind,
        detail={k: v for k, v in (detail or {}).items() if k in CORRECTABLE},
        said_by=by,
        said_at=at,
    )
    sighting.review = review
    if review == Review.CORRECTED:
        sighting.detail = sighting.detail | word.detail
        sighting.kind = word.kind
    sighting.save()
    return word


@transaction.atomic
def take_back_review(sighting: Sighting, *, by: Any, at: datetime) -> None:
    """Undo the last word on a sighting; the one before it holds again."""
    words = SightingReview.objects.visible_to(by).filter(key=sighting.key, withdrawn_at__isnull=True)
    last = words.order_by("-said_at", "-pk").first()
    if last is None:
        return
    last.withdrawn_at = at
    last.save()
    before = words.order_by("-said_at", "-pk").first()
    sighting.review = before.review if before else Review.UNREVIEWED
    sighting.save()
    if last.review == Review.CORRECTED and sighting.extractor != BY_HAND:
        _find_again(sighting)


def _find_again(sighting: Sighting) -> None:
    """Read the words anew, so that kind and details are again those that were found, or that an earlier word left."""
    for _ in find_in(sighting.owner, [sighting.interaction_id], count=1):
        pass
    if Sighting.objects.filter(pk=sighting.pk).exists():
        sighting.refresh_from_db()
