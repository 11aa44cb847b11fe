"""Which facts count: all but those whose every import was undone."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from alongside.interactions.models import ReplacedRow, Withdrawal


def live(rows: QuerySet[Any], *, through: str = "") -> QuerySet[Any]:
    """Leave out what was withdrawn. `through` leads from a row to its interaction ("interaction__") where it is not one itself."""
    withdrawn = Withdrawal.objects.filter(
        owner=OuterRef(f"{through}owner"), identity_key=OuterRef(f"{through}identity_key")
    )
    return rows.filter(~Exists(withdrawn))


def holding(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Leave out of a table's rows, beside what was withdrawn, what a later table corrected."""
    replaced = ReplacedRow.objects.filter(owner=OuterRef("owner"), identity_key=OuterRef("identity_key"))
    return live(rows).filter(~Exists(replaced))


def is_anything_withdrawn(owner: Any) -> bool:
    """Tell whether this owner ever undid an import: where not, nothing needs leaving out."""
    return Withdrawal.objects.visible_to(owner).exists()
