"""Bring derived rows in line with what the record says, so that each row keeps its id as long as its matter exists."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any

from django.db import connection
from django.db.models import DateField, DecimalField, JSONField, Model, QuerySet

BATCH = 400
"""Rows in one statement. Unit: rows; below the parameter limit of every SQLite in use."""


_Store = Callable[[Any], Any]

Left = dict[int, int]
"""By id, the rows that nobody wanted where they stand, and the account where that is."""


def sync(
    there: QuerySet[Any],
    wanted: Mapping[str, Mapping[str, Any]],
    *,
    key: str = "key",
    left: Left | None = None,
) -> set[int]:
    """Make, change and delete rows so that `there` holds exactly `wanted` (fields by key).

    Field names are attribute names (`account_id`, not `account`). Rows that agree already are not written. Where the rows are
    brought in line a part at a time, one that is not wanted here may be wanted in a later part: given `left`, it is noted
    there and stays until `take_away`. Returns the accounts of the rows that were written.
    """
    model = there.model
    rows = {getattr(row, key): row for row in there}
    stood = {k: row.account_id for k, row in rows.items()}
    fresh = [{key: k} | dict(fields) for k, fields in wanted.items() if k not in rows]
    changed = [k for k, row in rows.items() if k in wanted and _take(row, wanted[k])]
    gone = [k for k in rows if k not in wanted]
    if left is not None:
        for k, row in rows.items():
            if k in wanted:
                left.pop(row.pk, None)
            else:
                left[row.pk] = stood[k]
        gone = []
    if fresh:
        names = list(fresh[0])
        append(model, names, ([fields[name] for name in names] for fields in fresh))
    if changed:
        model._default_manager.bulk_update([rows[k] for k in changed], _written(model, wanted), batch_size=BATCH)
    for start in range(0, len(gone), BATCH):
        model._default_manager.filter(pk__in=[rows[k].pk for k in gone[start : start + BATCH]]).delete()
    touched = {fields["account_id"] for fields in fresh} | {wanted[k]["account_id"] for k in changed}
    return (touched | {stood[k] for k in (*changed, *gone)}) - {None}


def take_away(rows: QuerySet[Any], left: Left) -> set[int]:
    """Delete the rows that nobody wanted in any part; return the accounts where they stood."""
    ids = list(left)
    for start in range(0, len(ids), BATCH):
        rows.filter(pk__in=ids[start : start + BATCH]).delete()
    return set(left.values())


def _take(row: Any, fields: Mapping[str, Any]) -> bool:
    differing = {name: value for name, value in fields.items() if getattr(row, name) != value}
    for name, value in differing.items():
        setattr(row, name, value)
    return bool(differing)


def _written(model: Any, wanted: Mapping[str, Mapping[str, Any]]) -> Sequence[str]:
    first = next(iter(wanted.values()), {})
    return [model._meta.get_field(name).name for name in first if name != "owner_id"]


def append(model: type[Model], names: Sequence[str], rows: Iterable[Iterable[Any]]) -> None:
    """Write rows of values in the order of `names` (attribute names); columns that are not named get their default.

    For derived rows by the thousand whose ids nobody asks for: making a model object of each takes five times as long.
    """
    named: list[Any] = [model._meta.get_field(name) for name in names]
    left: list[Any] = [f for f in model._meta.concrete_fields if not f.primary_key and f not in named]
    defaults = [f.get_db_prep_save(f.get_default(), connection=connection) for f in left]
    to_convert = [(at, store) for at, field in enumerate(named) if (store := _as_stored(field))]
    columns = ", ".join(connection.ops.quote_name(str(f.column)) for f in [*named, *left])
    table = connection.ops.quote_name(model._meta.db_table)
    marks = ", ".join(["%s"] * (len(named) + len(left)))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})",
            [_stored([*row, *defaults], to_convert) for row in rows],
        )


def _stored(values: list[Any], to_convert: Sequence[tuple[int, _Store]]) -> list[Any]:
    for at, store in to_convert:
        values[at] = store(values[at])
    return values


def _as_stored(field: Any) -> _Store | None:
    """Make the function that turns a value into what the database takes; None for words and whole numbers, which it takes as they are."""
    if isinstance(field, DateField):  # many rows state one moment, such as that of recording
        return lru_cache(maxsize=BATCH)(partial(field.get_db_prep_save, connection=connection))
    if isinstance(field, DecimalField | JSONField):
        return partial(field.get_db_prep_save, connection=connection)
    return None
