"""What else was said in this thread, before and after? The mails around one of them, each with its first words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Left
from django.urls import reverse

from alongside.interactions.models import Interaction, Participant
from alongside.interactions.said import visible
from alongside.people.models import Handle
from alongside.touches.models import Placement
from alongside.vocabulary import HandleKind, ParticipantRole
from alongside.web.evidence.quotes import one_line

AROUND = 12
"""Mails shown before and after the one that is open. Unit: mails."""

FIRST_WORDS = 900
"""So much of a body is read for its first words, past what it quotes at the top. Unit: characters."""

SHOWN_WORDS = 90
"""So much of them is written; the page cuts it to its width. Unit: characters."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One mail or meeting of the thread."""

    href: str
    at: datetime
    who: str
    words: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Thread:
    """The turns around this one, and how many more there are on either side."""

    turns: Sequence[Turn]
    earlier: int
    later: int
    length: int


def thread_around(user: Any, placement: Placement | None) -> Thread | None:
    """Read the thread of an interaction; None when it stands alone. Three queries."""
    if placement is None:
        return None
    there = Placement.objects.visible_to(user).filter(thread_id=placement.thread_id)
    keys = sorted(there.values_list("interaction__occurred_at", "pk"))
    if len(keys) < 2:
        return None
    at = _place(keys, placement.pk)
    shown = keys[max(0, at - AROUND) : at + AROUND + 1]
    turns = _turns(user, [pk for _, pk in shown], placement.pk)
    return Thread(turns, max(0, at - AROUND), max(0, len(keys) - at - AROUND - 1), len(keys))


def _place(keys: Sequence[tuple[datetime, int]], pk: int) -> int:
    return next(i for i, key in enumerate(keys) if key[1] == pk)


def _turns(user: Any, ids: Sequence[int], here: int) -> list[Turn]:
    rows = Interaction.objects.visible_to(user).filter(pk__in=ids).annotate(head=Left("body__text", FIRST_WORDS))
    senders = _senders(user, ids)
    found = rows.order_by("occurred_at", "pk").values_list("pk", "occurred_at", "head")
    return [
        Turn(reverse("interaction", args=[pk]), at, senders.get(pk, ""), _first_words(head or ""), pk == here)
        for pk, at, head in found
    ]


def _senders(user: Any, ids: Sequence[int]) -> dict[int, str]:
    """Name who wrote each, by the name under which we know them."""
    roles = [ParticipantRole.SENDER, ParticipantRole.ORGANIZER]
    known = Handle.objects.visible_to(user).filter(kind=HandleKind.EMAIL, value=OuterRef("address__value"))
    rows = (
        Participant.objects.filter(interaction_id__in=ids, role__in=roles)
        .annotate(known=Subquery(known.values("person__name")[:1]))
        .order_by("pk")
        .values_list("interaction_id", "address__value", "name", "known")
    )
    return {pk: "you" if value == user.email.lower() else known or name or value for pk, value, name, known in rows}


def _first_words(head: str) -> str:
    """Give what the writer said first; where all of it is quoted, that."""
    return one_line(visible(head) or head)[:SHOWN_WORDS]
