"""Bring derived rows in line with what the record says, so that each row keeps its id as long as its matter exists."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

BATCH = 400
"""Rows in one statement. Unit: rows; below the parameter limit of every SQLite in use."""


@dataclass(frozen=True, slots=True)
class Synced:
    """How many rows were made, changed and taken away."""

    made: int
    changed: int
    gone: int


def sync(there: QuerySet[Any], wanted: Mapping[str, Mapping[str, Any]], *, key: str = "key") -> Synced:
    """Make, change and delete rows so that `there` holds exactly `wanted` (fields by key).

    Field names are attribute names (`account_id`, not `account`). Rows that agree already are not written.
    """
    model = there.model
    rows = {getattr(row, key): row for row in there}
    fresh = [model(**{key: k}, **fields) for k, fields in wanted.items() if k not in rows]
    changed = [row for k, row in rows.items() if k in wanted and _take(row, wanted[k])]
    gone = [row.pk for k, row in rows.items() if k not in wanted]
    names = _written(model, wanted)
    model._default_manager.bulk_create(fresh, batch_size=BATCH)
    if changed:
        model._default_manager.bulk_update(changed, names, batch_size=BATCH)
    for start in range(0, len(gone), BATCH):
        model._default_manager.filter(pk__in=gone[start : start + BATCH]).delete()
    return Synced(len(fresh), len(changed), len(gone))


def _take(row: Any, fields: Mapping[str, Any]) -> bool:
    differing = {name: value for name, value in fields.items() if getattr(row, name) != value}
    for name, value in differing.items():
        setattr(row, name, value)
    return bool(differing)


def _written(model: Any, wanted: Mapping[str, Mapping[str, Any]]) -> Sequence[str]:
    first = next(iter(wanted.values()), {})
    return [model._meta.get_field(name).name for name in first if name != "owner_id"]
