"""Bringing in files: read, record in batches, count, refuse with a reason, and say how far it is."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from alongside.intake.models import Import, ImportedItem, RefusedItem
from alongside.interactions.record import Placed, record
from alongside.sources.contract import RAW_KEPT_BYTES, Read, Refused, Row
from alongside.sources.recognise import size_of, sources_in
from alongside.vocabulary import ImportState

BATCH_ITEMS = 500
"""Items recorded in one transaction. Unit: items; the write lock stays short and a crash loses at most this much work."""

BATCH_BYTES = 32 * 1024 * 1024
"""Bytes of items held in memory at once. Unit: bytes."""

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
) -> Import:
    """Open an import over some files; nothing is read yet. `names` says what files kept under another name were called.

    One that waits is taken by the worker; who carries it through at once says RUNNING.
    """
    return Import.objects.create(
        owner=owner,
        label=(label or ", ".join(p.name or str(p) for p in paths))[:500],
        paths=[str(p) for p in paths],
        names=names or {},
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
    for batch in _batches(_read_all(paths)):
        _take(run, batch, at=at)
        if time.monotonic() - last_report > SECONDS_BETWEEN_REPORTS:
            last_report = time.monotonic()
            report(run)
    run.bytes_done = run.bytes_total
    run.save()
    report(run)
    return set(run.by_kind)


def _read_all(paths: Iterable[Path]) -> Iterator[tuple[Read, int]]:
    """Read every file; with each item, the bytes done over all files up to it."""
    done = 0
    for root in paths:
        for found in sources_in(root):
            if isinstance(found, Refused):
                yield Read(found.where, found), done
                continue
            source, path = found
            for read in _numbered(source.read(path)):
                yield read, done + read.bytes_done
            done += size_of(path)


def _numbered(reads: Iterable[Read]) -> Iterator[Read]:
    """Count equal rows of one file, so that a line which stands twice on an invoice is taken twice, and once more never."""
    seen: Counter[int] = Counter()
    for read in reads:
        if not isinstance(read.item, Row):
            yield read
            continue
        alike = hash((read.item.table, *sorted(read.item.fields.items())))
        seen[alike] += 1
        yield replace(read, item=replace(read.item, nth=seen[alike])) if seen[alike] > 1 else read


def _batches(reads: Iterable[tuple[Read, int]]) -> Iterator[list[tuple[Read, int]]]:
    batch: list[tuple[Read, int]] = []
    begun_at = 0
    for read, done in reads:
        batch.append((read, done))
        if len(batch) >= BATCH_ITEMS or done - begun_at > BATCH_BYTES:
            yield batch
            batch, begun_at = [], done
    if batch:
        yield batch


@transaction.atomic
def _take(run: Import, batch: list[tuple[Read, int]], *, at: datetime) -> None:
    items: list[Placed] = [(_shown(r.where, run), r.item) for r, _ in batch if not isinstance(r.item, Refused)]
    refused = [r.item for r, _ in batch if isinstance(r.item, Refused)]
    outcome = record(items, owner=run.owner, at=at, import_id=run.pk)
    RefusedItem.objects.bulk_create(
        RefusedItem(
            owner=run.owner,
            brought_by=run,
            where=_shown(r.where, run)[:500],
            reason=_shown_in(r.reason, r.where, run),
            raw=r.raw[:RAW_KEPT_BYTES],
        )
        for r in refused
    )
    ImportedItem.objects.bulk_create(
        (ImportedItem(owner=run.owner, brought_by=run, identity_key=key) for key in sorted(outcome.keys)),
        ignore_conflicts=True,
    )
    run.recorded += len(outcome.interaction_ids) + len(outcome.source_record_ids) + outcome.revived
    run.known += outcome.known
    run.refused += len(refused)
    for kind, n in outcome.by_kind.items():
        run.by_kind[kind] = run.by_kind.get(kind, 0) + n
    run.bytes_done = max(run.bytes_done, batch[-1][1])
    run.save()


def _shown(where: str, run: Import) -> str:
    """Say a place by the name that the person gave the file."""
    kept, comma, rest = where.partition(",")
    return f"{run.names.get(kept, kept)}{comma}{rest}"


def _shown_in(reason: str, where: str, run: Import) -> str:
    """Say a reason with the name that the person gave the file."""
    kept = where.partition(",")[0]
    return reason.replace(kept, run.names[kept]) if kept in run.names else reason
