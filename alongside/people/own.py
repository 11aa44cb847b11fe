"""Saying who we are: naming an address or a domain as ours, or as not ours. The word is kept and can be taken back."""

from datetime import datetime
from typing import Any

from alongside.people.models import IdentityDecision
from alongside.vocabulary import IdentityDecisionKind

_ABOUT_US = (IdentityDecisionKind.OURS, IdentityDecisionKind.NOT_OURS)


def name_ours(handle: str, *, is_ours: bool, is_own: bool, by: Any, at: datetime) -> IdentityDecision:
    """Say that an address or domain is ours or not; `is_own` marks the user's own address. Identification must run after it."""
    return IdentityDecision.objects.create(
        owner=by,
        kind=IdentityDecisionKind.OURS if is_ours else IdentityDecisionKind.NOT_OURS,
        subject=handle.strip().lower().lstrip("@"),
        value="me" if is_own and is_ours and "@" in handle.strip().lstrip("@") else "",
        decided_by=by,
        decided_at=at,
    )


def named_ours(user: Any) -> list[IdentityDecision]:
    """List what the user said about us, the last word on each."""
    rows = IdentityDecision.objects.visible_to(user).filter(kind__in=_ABOUT_US, withdrawn_at__isnull=True)
    return list({row.subject: row for row in rows.order_by("decided_at", "pk")}.values())
