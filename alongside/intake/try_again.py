"""Trying a refused item again: with higher limits, and with whatever the program has learnt to read since."""

import re
import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from alongside.intake.bring_in import begin_table, take
from alongside.intake.models import RefusedItem
from alongside.intake.quarantine import let_go, whole
from alongside.intake.reading import read_apart
from alongside.sources.contract import Read, Refused
from alongside.sources.shut_in import Limits

MORE = Limits(item_seconds=60, file_seconds=120, memory_bytes=1024 * 1024 * 1024)
"""What reading may take where a person asked for it. A person waits a minute for one mail that matters."""

_ENDING = re.compile(r"\.(?:eml|msg|mbox|ics|vcf|csv|tsv|tab|txt|xlsx|xlsm)(?:\.gz)?$", re.IGNORECASE)


def try_again(item: RefusedItem, *, at: datetime) -> bool:
    """Read an item once more and record what comes of it; tell whether anything did. If not, it stays with the new reason."""
    reads = _read(item)
    if all(isinstance(read.item, Refused) for read in reads):
        _stay(item, reads)
        return False
    _take(item, reads, at=at)
    return True


def _read(item: RefusedItem) -> list[Read]:
    with tempfile.TemporaryDirectory(dir=settings.UPLOADS) as folder:
        path = Path(folder) / f"item{_ending(item.where)}"
        path.write_bytes(whole(item))
        reads = [read for part in read_apart([path], limits=MORE) for read in part.reads]
    return [replace(read, where=item.where) for read in reads]


def _ending(where: str) -> str:
    """Return the ending that tells readers the kind: a whole file keeps its own, an item of a file is known by its content."""
    found = _ENDING.search(where)
    return found[0].lower() if found else ".eml" if ", message " in where else ""


def _stay(item: RefusedItem, reads: list[Read]) -> None:
    said = next((read.item for read in reads if isinstance(read.item, Refused)), None)
    if said:
        item.reason, item.stopped = said.reason, said.stopped
    item.tries, item.is_to_try = item.tries + 1, False
    item.save(update_fields=["reason", "stopped", "tries", "is_to_try"])


@transaction.atomic
def _take(item: RefusedItem, reads: list[Read], *, at: datetime) -> None:
    let_go(item)
    run = item.brought_by
    run.refresh_from_db()
    top = next((read.top for read in reads if read.top), None)
    take(run, reads, begin_table(run, top) if top else None, at=at)
