"""A person's word on an award: by which route it came, and what else they know of it."""

from datetime import datetime
from typing import Any

from django.db import transaction

from alongside.ledgers.awards.models import Award, AwardDecision
from alongside.ledgers.awards.post import apply_decision
from alongside.people.models import Person
from alongside.vocabulary import AwardOrigin, AwardRoute, FirstHeard, NoBidReason


@transaction.atomic
def confirm_award(
    award: Award,
    *,
    by: Any,
    at: datetime,
    route: AwardRoute | None = None,
    no_bid_reason: NoBidReason | None = None,
    origin: AwardOrigin | None = None,
    first_heard: FirstHeard | None = None,
    awarded_by: Person | None = None,
) -> AwardDecision:
    """Keep what a person knows about an award. The account must be judged after it: the level may move."""
    decision = AwardDecision.objects.create(
        owner=award.owner,
        award_key=award.key,
        route=route or "",
        no_bid_reason=no_bid_reason or "",
        origin=origin or "",
        first_heard=first_heard or "",
        awarded_by=awarded_by.anchor if awarded_by else "",
        said_by=by,
        said_at=at,
    )
    fields = {
        name: getattr(award, name) for name in ("route", "no_bid_reason", "origin", "first_heard", "awarded_by_id")
    }
    apply_decision(fields, decision, awarded_by.pk if awarded_by else None)
    for name, value in fields.items():
        setattr(award, name, value)
    award.save()
    return decision
