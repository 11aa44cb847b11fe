"""Erasing what was said: the words and files of an interaction go, the envelope that it took place stays."""

from datetime import datetime
from typing import Any

from django.db import transaction

from alongside.interactions.files import file_path
from alongside.interactions.models import Attachment, Interaction, InteractionBody


@transaction.atomic
def erase_body(interaction: Interaction, *, by: Any, at: datetime) -> None:
    """Empty the body and take the attached contents away that no other interaction holds. It cannot be undone."""
    InteractionBody.objects.visible_to(by).filter(pk=interaction.pk, erased_at__isnull=True).update(
        subject="", text="", html="", location="", erased_at=at, erased_by=by
    )
    hashes = set(interaction.attachments.values_list("sha256", flat=True))
    shared = Attachment.objects.filter(sha256__in=hashes).exclude(interaction=interaction)
    lonely = hashes - set(shared.values_list("sha256", flat=True))
    transaction.on_commit(lambda: _take_away(lonely))


def _take_away(hashes: set[str]) -> None:
    for each in hashes:
        file_path(each).unlink(missing_ok=True)
