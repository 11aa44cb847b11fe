"""Which rows of a long table speak of which account? Read a few accounts at a time, so that no table is held in memory whole."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models.fields.json import KeyTextTransform

from alongside.interactions.live import holding
from alongside.interactions.models import SourceRecord
from alongside.people.whereabouts import Whereabouts

ROWS_TOGETHER = 5_000
"""Rows held in memory and posted in one transaction, more only where one account has more. Unit: rows."""

ACCOUNTS_TOGETHER = 100
"""Accounts posted in one transaction at most. Unit: accounts."""

ROWS_ASKED_FOR = 500
"""Rows read by one statement. Unit: rows; below the parameter limit of every SQLite in use."""

RecordIds = Mapping[int, "array[int]"]


def record_ids(owner: Any, table: str, where: Whereabouts) -> RecordIds:
    """List the rows of a table that hold, by the account that they name; rows that name none are left out."""
    found: dict[int, array[int]] = defaultdict(lambda: array("q"))
    rows = holding(SourceRecord.objects.visible_to(owner)).filter(table=table).order_by("pk")
    for pk, name in rows.values_list("pk", KeyTextTransform("account", "fields")).iterator():
        if account_id := where.account(name or ""):
            found[account_id].append(pk)
    return found


def together(account_ids: Iterable[int], ids: RecordIds) -> Iterator[list[int]]:
    """Divide accounts into lots that are small enough to be posted at once."""
    lot: list[int] = []
    rows = 0
    for account_id in account_ids:
        of_this = len(ids.get(account_id, ()))
        if lot and (rows + of_this > ROWS_TOGETHER or len(lot) >= ACCOUNTS_TOGETHER):
            yield lot
            lot, rows = [], 0
        lot.append(account_id)
        rows += of_this
    if lot:
        yield lot


def rows_of(account_ids: Iterable[int], ids: RecordIds) -> Iterator[dict[str, Any]]:
    """Read the rows of these accounts in the order in which they were recorded."""
    wanted = sorted(pk for account_id in account_ids for pk in ids.get(account_id, ()))
    for start in range(0, len(wanted), ROWS_ASKED_FOR):
        rows = SourceRecord.objects.filter(pk__in=wanted[start : start + ROWS_ASKED_FOR]).order_by("pk")
        yield from rows.values_list("fields", flat=True)
