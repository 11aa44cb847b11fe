"""What placing an interaction needs to know of it, read for many at once; whom it was with is read beside it (place.py)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Q, TextField, Value
from django.db.models.functions import Coalesce, Left

from alongside.interactions.models import Interaction

HEAD_CHARACTERS = 400
"""Characters of a body that are looked at to tell automatic mail."""


class Envelope(NamedTuple):
    """One interaction as it came, with its subject and the head of its text."""

    pk: int
    owner_id: int
    kind: str
    message_id: str
    in_reply_to: str
    references: list[str]
    headers: dict[str, Any]
    occurred_at: datetime
    cancelled: bool
    subject: str
    text_head: str


def envelopes_of(ids: Sequence[int]) -> list[Envelope]:
    """Read these interactions in order of id."""
    rows = Interaction.objects.filter(among(ids, "pk")).order_by("pk")
    stated = [name for name in Envelope._fields if name not in ("subject", "text_head")]
    none = Value("", output_field=TextField())
    words = Coalesce("body__subject", none), Left(Coalesce("body__text", none), HEAD_CHARACTERS)
    return [Envelope(*row) for row in rows.values_list(*stated, *words)]


def among(ids: Sequence[int], name: str) -> Q:
    """Ask that this field be among these ids. What was just recorded has ids without a gap, and then two bounds cost little."""
    lowest, highest = min(ids, default=0), max(ids, default=0)
    if ids and highest - lowest + 1 == len(set(ids)):
        return Q(**{f"{name}__gte": lowest, f"{name}__lte": highest})
    return Q(**{f"{name}__in": ids})
