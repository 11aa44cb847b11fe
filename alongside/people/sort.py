"""What is a company to us? A person says it, and may take it back; the word survives every rebuild.

It decides nothing by itself: until somebody spoke, tables and orders speak (companies.py).
"""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from alongside.people.identify import identify
from alongside.people.models import Account, Handle, IdentityDecision
from alongside.vocabulary import AccountStanding, HandleKind, IdentityDecisionKind


@transaction.atomic
def sort_company(account: Account, standing: AccountStanding, *, by: Any, at: datetime) -> None:
    """Keep a person's word on what the company is. Identification comes to the same; judging must run after it."""
    IdentityDecision.objects.create(
        owner=account.owner,
        kind=IdentityDecisionKind.STANDING,
        subject=account.anchor,
        value=standing,
        decided_by=by,
        decided_at=at,
    )
    account.standing = standing
    account.save(update_fields=["standing"])


@transaction.atomic
def take_back_sorting(account: Account, *, at: datetime, on: date) -> None:
    """Withdraw the last word; what held before it, an earlier word or what the tables say, holds again."""
    words = IdentityDecision.objects.filter(
        owner=account.owner,
        kind=IdentityDecisionKind.STANDING,
        subject__in=_handles(account),
        withdrawn_at__isnull=True,
    )
    last = words.order_by("-decided_at", "-pk").first()
    if last is None:
        return
    words.filter(pk=last.pk).update(withdrawn_at=at)
    identify(account.owner, on=on)
    account.refresh_from_db()


def _handles(account: Account) -> list[str]:
    known = Handle.objects.filter(owner=account.owner, account=account, kind__in=[HandleKind.DOMAIN, HandleKind.NAME])
    return [account.anchor, *(f"{kind}:{value}" for kind, value in known.values_list("kind", "value"))]
