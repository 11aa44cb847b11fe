"""Making, finding and revoking the private addresses of a customer's page. What stands on the page is for shown.py to read."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import Q

from alongside.ledgers.customer_page.models import PageLink
from alongside.vocabulary import LinkPurpose

RANDOM_BYTES = 32
"""Of an address. Unit: bytes; 256 bits cannot be guessed, so that a plain digest of it is enough."""

DAYS_OFFERED = (7, 30, 90, 180, 365)
"""For how long an address can be made. Unit: days."""

USUAL_DAYS = 90
"""For how long an address is made where nobody says. Unit: days; a quarter, after which one looks again who still needs it."""

OPENING_NOTED_SECONDS = 60
"""The last opening is written down at most so often. Unit: seconds; each would be a write."""


@dataclass(frozen=True, slots=True)
class ForWhom:
    """Whom an address is for: the customer by its handle, where what is written comes back from, and one of them by name, or nobody."""

    account_handle: str
    person_handle: str
    name: str = ""


def make_link(owner: Any, whom: ForWhom, *, days: int, by: Any, at: datetime) -> tuple[PageLink, str]:
    """Make an address and give it with its secret part, which nobody can read again."""
    token = secrets.token_urlsafe(RANDOM_BYTES)
    link = PageLink.objects.create(
        owner=owner,
        account_handle=whom.account_handle,
        person_handle=whom.person_handle,
        name=whom.name,
        purpose=LinkPurpose.CUSTOMER_PAGE,
        digest=digest_of(token, LinkPurpose.CUSTOMER_PAGE),
        made_by=by,
        made_at=at,
        expires_at=at + timedelta(days=days),
    )
    return link, token


@transaction.atomic
def renew(link: PageLink, *, days: int, by: Any, at: datetime) -> tuple[PageLink, str]:
    """Make a new address in place of one, which opens nothing from now on."""
    revoke(link, at=at)
    whom = ForWhom(link.account_handle, link.person_handle, link.name)
    return make_link(link.owner, whom, days=days, by=by, at=at)


def revoke(link: PageLink, *, at: datetime) -> None:
    """Let an address open nothing from now on; that it was there stays on record."""
    if link.revoked_at is None:
        link.revoked_at = at
        link.save(update_fields=["revoked_at"])


def find_link(token: str, *, at: datetime) -> PageLink | None:
    """Find what an address opens now; None for any that opens nothing, whatever the reason. One query in every case."""
    holds = PageLink.objects.filter(revoked_at__isnull=True, expires_at__gt=at, owner__is_active=True)
    purpose = LinkPurpose.CUSTOMER_PAGE
    return holds.filter(purpose=purpose, digest=digest_of(token, purpose)).first()


def note_opening(link: PageLink, *, at: datetime) -> None:
    """Write down that the page was opened, unless that was written a moment ago."""
    before = at - timedelta(seconds=OPENING_NOTED_SECONDS)
    if link.opened_at is None or link.opened_at < before:
        long_ago = Q(opened_at__isnull=True) | Q(opened_at__lt=before)
        PageLink.objects.filter(long_ago, pk=link.pk).update(opened_at=at)


def digest_of(token: str, purpose: LinkPurpose) -> str:
    """Give all that is kept of an address. The purpose is part of it; whatever a browser can send can be digested."""
    return sha256(f"{purpose.value}\x1f{token}".encode("utf-8", "surrogatepass")).hexdigest()
