"""Bringing in files: read, record in batches, count, refuse with a reason, and say how far it is."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Count

from alongside.intake.activities import keep_activities
from alongside.intake.holding import settle_rows
from alongside.intake.models import Import, ImportedItem, ImportedTable, RefusedItem
from alongside.intake.quarantine import RAW_BESIDE_BYTES, keep, parked, tries_before
from alongside.intake.reading import read_apart
from alongside.intake.remembered import readings_for
from alongside.interactions.models import Interaction, SourceRecord
from alongside.interactions.record import Placed, Recorded, record
from alongside.sources.contract import Read, Refused, TableTop
from alongside.sources.reader import Part
from alongside.sources.recognise import size_of
from alongside.sync import append
from alongside.vocabulary import ImportState, ItemOutcome

BATCH_ITEMS = 500
"""Items recorded in one transaction. Unit: items; the write lock stays short and a crash loses at most this much work."""

BATCH_BYTES = 32 * 1024 * 1024
"""Words and files of items held in memory at once. Unit: bytes."""

SECONDS_BETWEEN_REPORTS = 0.5
"""How often progress is written while reading. Unit: seconds."""

Report = Callable[[Import], None]


def start_import(
    paths: list[Path],
    *,
    owner: Any,
    at: datetime,
    label: str = "",
    names: dict[str, str] | None = None,
    state: ImportState = ImportState.WAITING,
    readings: dict[str, Any] | None = None,
) -> Import:
    """Open an import over some files; nothing is read yet. `names` says what files kept under another name were called.

    One that waits is taken by the worker; who carries it through at once says RUNNING.
    """
    return Import.objects.create(
        owner=owner,
        label=(label or ", ".join(p.name or str(p) for p in paths))[:500],
        paths=[str(p) for p in paths],
        names=names or {},
        readings=readings or {},
        started_at=at,
        state=state,
    )


def bring_in(run: Import, *, at: datetime, report: Report) -> set[str]:
    """Read the files of an import and record what is new; return the tables and kinds that got something new."""
    paths = [Path(p) for p in run.paths]
    run.state, run.stage, run.bytes_total = ImportState.RUNNING, "reading", sum(size_of(p) for p in paths)
    run.save()
    report(run)
    last_report = time.monotonic()
    table: ImportedTable | None = None
    for batch, bytes_done in _batches(read_apart(paths, parked=parked(run.owner), readings=readings_for(run))):
        if top := batch[0].top:
            table = begin_table(run, top)
        take(run, batch, table, at=at)
        run.bytes_done = max(run.bytes_done, bytes_done)
        if time.monotonic() - last_report > SECONDS_BETWEEN_REPORTS:
            last_report = time.monotonic()
            report(run)
    _count_outcomes(run, changed=settle_rows(run))
    run.bytes_done = run.bytes_total
    run.save()
    report(run)
    return set(run.by_kind)


def _batches(parts: Iterable[Part]) -> Iterator[tuple[list[Read], int]]:
    """Gather batches, each with the bytes done before its last part; a table begins one of its own."""
    batch: list[Read] = []
    weight = done = 0
    for part in parts:
        for read in part.reads:
            if batch and (read.top or len(batch) >= BATCH_ITEMS or weight >= BATCH_BYTES):
                yield batch, done
                batch, weight = [], 0
            batch.append(read)
        weight, done = weight + part.weight, max(done, part.bytes_done)
    if batch:
        yield batch, done


def begin_table(run: Import, top: TableTop) -> ImportedTable:
    """Note a table of the import; one that came in before, or that mends another, stands with that one."""
    tables = ImportedTable.objects.visible_to(run.owner)
    other = tables.filter(pk=top.amends).first() if top.amends else None
    before = tables.filter(digest=top.digest, brought_by__undone_at__isnull=True).exclude(brought_by=run)
    other = other or before.order_by("pk").first()
    table, _ = ImportedTable.objects.get_or_create(
        brought_by=run,
        name=shown(top.name, run)[:500],
        defaults={
            "owner": run.owner,
            "kind": top.table,
            "headings": list(top.headings),
            "delimiter": top.delimiter,
            "digest": top.digest,
            "stands_with_id": (other.stands_with_id or other.pk) if other else None,
        },
    )
    return table


def _count_outcomes(run: Import, *, changed: Mapping[str, int]) -> None:
    """Count by outcome: what a first start recorded before it was cut off is new, though the second found it there."""
    run.by_kind = {kind: left for kind, n in run.by_kind.items() if (left := n - changed.get(kind, 0)) > 0}
    by_outcome = dict(run.items.values_list("outcome").annotate(n=Count("pk")).order_by())
    taken = run.recorded + run.known
    run.recorded, run.changed = by_outcome.get(ItemOutcome.RECORDED, 0), by_outcome.get(ItemOutcome.CHANGED, 0)
    run.known = taken - run.recorded - run.changed
    if run.starts > 1:
        run.by_kind = _kinds_of_new(run)


def _kinds_of_new(run: Import) -> dict[str, int]:
    new = run.items.filter(outcome__in=(ItemOutcome.RECORDED, ItemOutcome.CHANGED)).values("identity_key")
    found: Counter[str] = Counter()
    for model, kind in ((Interaction, "kind"), (SourceRecord, "table")):
        rows = model.objects.visible_to(run.owner).filter(identity_key__in=new)
        found.update(dict(rows.values_list(kind).annotate(n=Count("pk")).order_by()))
    return dict(found)


@transaction.atomic
def take(run: Import, batch: list[Read], table: ImportedTable | None, *, at: datetime) -> None:
    """Record a batch and what it refused, and count both."""
    items: list[Placed] = [(shown(r.where, run), r.item) for r in batch if not isinstance(r.item, Refused)]
    refused = [r.item for r in batch if isinstance(r.item, Refused)]
    outcome = record(items, owner=run.owner, at=at, import_id=run.pk)
    keep_activities(items, outcome, owner=run.owner, at=at, import_id=run.pk)
    RefusedItem.objects.bulk_create(_refusal(run, each, table) for each in refused)
    _note_items(run, outcome, table)
    run.recorded += len(outcome.interaction_ids) + len(outcome.source_record_ids) + outcome.revived
    run.known += outcome.known
    run.refused += len(refused)
    for kind, n in outcome.by_kind.items():
        run.by_kind[kind] = run.by_kind.get(kind, 0) + n
    run.save()


def _refusal(run: Import, item: Refused, table: ImportedTable | None) -> RefusedItem:
    where = shown(item.where, run)[:500]
    return RefusedItem(
        owner=run.owner,
        brought_by=run,
        where=where,
        reason=shown_in(item.reason, item.where, run),
        raw=item.raw[:RAW_BESIDE_BYTES],
        sha256=keep(item.raw),
        size_bytes=len(item.raw),
        stopped=item.stopped,
        tries=tries_before(run.owner, item) + 1,
        table=table if item.raw and table and where.startswith(f"{table.name}, line ") else None,
    )


def _note_items(run: Import, outcome: Recorded, table: ImportedTable | None) -> None:
    """Note that the import stands for these items; what it brought already keeps its outcome, and takes the later table."""
    keys = sorted(outcome.keys)
    is_all_new = not outcome.known and not outcome.revived
    noted = {} if is_all_new else {item.identity_key: item for item in run.items.filter(identity_key__in=keys)}
    fresh = (
        (
            run.owner_id,
            run.pk,
            key,
            ItemOutcome.RECORDED if key in outcome.fresh else ItemOutcome.KNOWN,
            *_place_in(table, outcome.lines.get(key)),
        )
        for key in keys
        if key not in noted
    )
    append(ImportedItem, ("owner_id", "brought_by_id", "identity_key", "outcome", "table_id", "line"), fresh)
    if outcome.lines and noted:
        for key, item in noted.items():
            item.table_id, item.line = _place_in(table, outcome.lines.get(key))
        ImportedItem.objects.bulk_update(noted.values(), ["table", "line"], batch_size=BATCH_ITEMS)


def _place_in(table: ImportedTable | None, line: int | None) -> tuple[int | None, int | None]:
    """Give the table and the line of an item; what is no row of a table has neither."""
    return (table.pk if table and line is not None else None), line


def shown(where: str, run: Import) -> str:
    """Say a place by the name that the person gave the file."""
    kept, comma, rest = where.partition(",")
    return f"{run.names.get(kept, kept)}{comma}{rest}"


def shown_in(reason: str, where: str, run: Import) -> str:
    """Say a reason with the name that the person gave the file."""
    kept = where.partition(",")[0]
    return reason.replace(kept, run.names[kept]) if kept in run.names else reason
