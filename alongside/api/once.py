"""How is something done once, though it was sent twice? By the key that the sender chose (Idempotency-Key), kept with what was answered.

Key, effect and answer are one transaction: where one of them is lost, all are.
"""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from alongside.api.bearer import Asked
from alongside.api.problems import ProblemError
from alongside.interactions.keys import digest
from alongside.tokens.models import KeptAnswer

KEPT_HOURS = 48
"""How long an answer is kept for a repeat. Unit: hours."""

KEY = re.compile(r"[\x21-\x7e]{1,100}")
"""A key: up to a hundred letters, digits and signs, such as a UUID."""


def once(request: Asked, do: Callable[[], str], *, status: int, at: datetime) -> tuple[str, bool]:
    """Do it, and give its answer and False; for a repeat give the answer that was kept, and True. Raises ProblemError."""
    key = request.headers.get("Idempotency-Key", "")
    if not key:
        with transaction.atomic():
            return do(), False
    if not KEY.fullmatch(key):
        raise ProblemError(400, "An Idempotency-Key has one to a hundred letters, digits or signs, such as a UUID.")
    with transaction.atomic():
        _forget_old(request, at)
        kept = _first(request, key, status, at)
        if kept is None:
            return _again(request, key), True
        kept.answer = do()
        kept.save(update_fields=["answer"])
        return kept.answer, False


def _first(request: Asked, key: str, status: int, at: datetime) -> KeptAnswer | None:
    try:
        with transaction.atomic():  # another that came with the same key at the same moment waits here
            return KeptAnswer.objects.create(
                owner=request.auth.owner, key=key, asked=_print(request), status=status, kept_at=at
            )
    except IntegrityError:
        return None


def _again(request: Asked, key: str) -> str:
    kept = KeptAnswer.objects.visible_to(request.user).get(key=key)
    if kept.asked != _print(request):
        raise ProblemError(409, "This Idempotency-Key came with another request before. Take a new one.")
    return kept.answer


def _print(request: Asked) -> str:
    return digest(request.method or "", request.get_full_path(), request.body.decode("utf-8", "replace"))


def _forget_old(request: Asked, at: datetime) -> None:
    KeptAnswer.objects.visible_to(request.user).filter(kept_at__lt=at - timedelta(hours=KEPT_HOURS)).delete()
