"""Making, finding and revoking tokens. What a token may do is its scopes; what its owner may see is for access.py to say."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.db.models import Q

from alongside.tokens.models import AccessToken
from alongside.vocabulary import TokenScope

PREFIX = "alongside_"
"""With what a token begins, so that whoever finds one in a file knows what it is."""

RANDOM_BYTES = 32
"""Of a token. Unit: bytes; 256 bits cannot be guessed, so that a plain digest of it is enough."""

LONGEST_DAYS = 366
"""For how long a token can be made at most. Unit: days."""

USUAL_DAYS = 90
"""For how long a token is made where nobody says. Unit: days."""

USE_NOTED_SECONDS = 60
"""The last use is written down at most so often. Unit: seconds; each use would be a write."""


def make_token(
    owner: Any, name: str, scopes: Iterable[TokenScope], *, days: int, at: datetime
) -> tuple[AccessToken, str]:
    """Make a token and give it with its text, which nobody can read again."""
    text = PREFIX + secrets.token_urlsafe(RANDOM_BYTES)
    token = AccessToken.objects.create(
        owner=owner,
        name=name,
        digest=_digest(text),
        scopes=[scope.value for scope in scopes],
        made_at=at,
        expires_at=at + timedelta(days=days),
    )
    return token, text


def find_token(text: str, *, at: datetime) -> AccessToken | None:
    """Find the token that holds now, with its owner; None for one that is unknown, expired, revoked, or whose owner was switched off."""
    holds = AccessToken.objects.filter(revoked_at__isnull=True, expires_at__gt=at, owner__is_active=True)
    return holds.select_related("owner").filter(digest=_digest(text)).first()


def note_use(token: AccessToken, *, at: datetime) -> None:
    """Write down that the token was used, unless that was written a moment ago."""
    before = at - timedelta(seconds=USE_NOTED_SECONDS)
    if token.last_used_at is None or token.last_used_at < before:
        long_ago = Q(last_used_at__isnull=True) | Q(last_used_at__lt=before)
        AccessToken.objects.filter(long_ago, pk=token.pk).update(last_used_at=at)


def revoke(token: AccessToken, *, at: datetime) -> None:
    """Let a token open nothing from now on; that it was there stays on record."""
    if token.revoked_at is None:
        token.revoked_at = at
        token.save(update_fields=["revoked_at"])


def tokens_of(user: Any) -> list[AccessToken]:
    """List the tokens that were not revoked, the newest first."""
    return list(AccessToken.objects.visible_to(user).filter(revoked_at__isnull=True).order_by("-made_at", "-pk"))


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()
