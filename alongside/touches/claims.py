"""Does a mail claim to answer a conversation that its writer was not in? It is kept apart until a person says that it belongs."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from alongside.interactions.models import Interaction
from alongside.touches.circles import is_disowned
from alongside.touches.models import ClaimDecision, Placement, ThreadLink
from alongside.vocabulary import InteractionKind


@dataclass(frozen=True, slots=True)
class Claim:
    """A mail that names another: the one it names, whether a person let it in, and whether its sender was disowned."""

    answered: Interaction
    is_let_in: bool
    is_disowned: bool


def claim_of(user: Any, mail: Interaction, placement: Placement | None) -> Claim | None:
    """Read what a mail claims to answer; None where it claims nothing, or belongs there anyway. One query."""
    names = [name for name in (mail.in_reply_to, *mail.references) if name]
    if placement is None or mail.kind != InteractionKind.MAIL or not names:
        return None
    there = _named(user, mail, names)
    own = [each for each in there if each.placement.thread_id == placement.thread_id]
    if let_in := next((each for each in own if each.was_let_in), None):  # type: ignore[attr-defined]  # annotated
        return Claim(let_in, True, is_disowned(mail.headers))
    return Claim(there[-1], False, is_disowned(mail.headers)) if there and not own else None


def _named(user: Any, mail: Interaction, names: list[str]) -> list[Interaction]:
    """Load the mails that are named and there, the oldest first."""
    words = ClaimDecision.objects.visible_to(user).filter(
        message_id=mail.message_id, answers=OuterRef("message_id"), withdrawn_at__isnull=True
    )
    rows = Interaction.objects.visible_to(user).filter(
        message_id__in=names, kind=InteractionKind.MAIL, placement__isnull=False
    )
    rows = rows.exclude(pk=mail.pk).annotate(was_let_in=Exists(words))
    return list(
        rows.select_related("placement", "body").defer("body__text", "body__html").order_by("occurred_at", "pk")
    )


@transaction.atomic
def let_in(mail: Interaction, claim: Claim, *, by: Any, at: datetime) -> set[int]:
    """Keep a person's word that a mail belongs to the conversation it names; return the interactions to place anew."""
    ClaimDecision.objects.create(
        owner=by, message_id=mail.message_id, answers=claim.answered.message_id, decided_by=by, decided_at=at
    )
    return {mail.pk, claim.answered.pk}


@transaction.atomic
def keep_apart(mail: Interaction, *, by: Any, at: datetime) -> set[int]:
    """Take such a word back; return the interactions of that thread, whose links are forgotten, to place anew."""
    words = ClaimDecision.objects.visible_to(by).filter(message_id=mail.message_id, withdrawn_at__isnull=True)
    words.update(withdrawn_at=at)
    thread = Placement.objects.visible_to(by).get(interaction=mail).thread_id
    ThreadLink.objects.filter(owner=by, thread_id=thread).delete()
    return set(Placement.objects.visible_to(by).filter(thread_id=thread).values_list("pk", flat=True))
