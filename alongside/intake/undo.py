"""Undoing an import as a whole, and bringing it back. Nothing is deleted: what no import stands for any more counts for nothing.

Whoever calls this makes everything derived anew after it (pipeline.rebuild).
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from alongside.intake.holding import settle_rows
from alongside.intake.models import Import, ImportedItem
from alongside.interactions.models import Interaction, Withdrawal

BATCH = 1000
"""Rows written in one statement. Unit: rows."""


@transaction.atomic
def undo_import(run: Import, *, by: Any, at: datetime) -> int:
    """Withdraw what only this import brought; return how many items that is. What another import brought too stays."""
    others = ImportedItem.objects.filter(
        owner=OuterRef("owner"), identity_key=OuterRef("identity_key"), brought_by__undone_at__isnull=True
    ).exclude(brought_by=run)
    # What was written here (a note, a letter that was sent) stands by itself, whoever brings a copy of it.
    own = Interaction.objects.filter(owner=OuterRef("owner"), identity_key=OuterRef("identity_key"), import_id=None)
    lonely = run.items.filter(~Exists(others), ~Exists(own)).values_list("identity_key", flat=True)
    rows = [Withdrawal(owner=run.owner, identity_key=key, withdrawn_at=at) for key in lonely]
    Withdrawal.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
    run.undone_at, run.undone_by = at, by
    run.save(update_fields=["undone_at", "undone_by"])
    settle_rows(run)
    return len(rows)


@transaction.atomic
def bring_back(run: Import) -> int:
    """Let an import that was undone count again; return how many items came back."""
    keys = run.items.values("identity_key")
    count, _ = Withdrawal.objects.visible_to(run.owner).filter(identity_key__in=keys).delete()
    run.undone_at = run.undone_by = None
    run.save(update_fields=["undone_at", "undone_by"])
    settle_rows(run)
    return count
