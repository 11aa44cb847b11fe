"""Items that could not be taken: kept whole, looked at, asked to be tried again, let go. Trying is in try_again.py."""

from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, Max

from alongside.intake.models import Import, RefusedItem
from alongside.interactions.files import file_path, keep_file
from alongside.sources.contract import Refused

RAW_BESIDE_BYTES = 64 * 1024
"""Largest item that is kept beside its reason, in the database. Unit: bytes; what is larger is a file."""

TRIES_MAX = 3
"""How often an item that stops the reading is tried by itself. Unit: tries. Source: safety review, 4.2."""

PARKED = f"It stopped the reading {TRIES_MAX} times, so it is not tried by itself any more. You can look at it and try it again."


def keep(raw: bytes) -> str:
    """Keep an item whole; return its SHA-256, or "" where there is nothing to keep."""
    if len(raw) > RAW_BESIDE_BYTES:
        return keep_file(raw, Path(settings.QUARANTINE))
    return sha256(raw).hexdigest() if raw else ""


def whole(item: RefusedItem) -> bytes:
    """Return an item as it came; its beginning, if its file is gone."""
    path = file_path(item.sha256, Path(settings.QUARANTINE))
    is_in_file = item.size_bytes > RAW_BESIDE_BYTES and path.is_file()
    return path.read_bytes() if is_in_file else bytes(item.raw)


def can_be_tried(item: RefusedItem) -> bool:
    """Tell whether an item can be tried again by itself: rows of tables are mended and brought in instead."""
    return bool(item.size_bytes) and item.table_id is None


def parked(owner: Any) -> dict[int, dict[str, str]]:
    """Return the items that are refused unread, by size and SHA-256, with the reason (see sources/at_hand.py)."""
    found: dict[int, dict[str, str]] = {}
    stopped = RefusedItem.objects.visible_to(owner).filter(stopped=True, tries__gte=TRIES_MAX).exclude(sha256="")
    for size, key in stopped.values_list("size_bytes", "sha256").distinct():
        found.setdefault(size, {})[key] = PARKED
    return found


def tries_before(owner: Any, item: Refused) -> int:
    """Return how often an item that stopped the reading did so before."""
    if not item.stopped or not item.raw:
        return 0
    same = RefusedItem.objects.visible_to(owner).filter(stopped=True, sha256=sha256(item.raw).hexdigest())
    return int(same.aggregate(most=Max("tries"))["most"] or 0)


def ask_to_try(owner: Any, items: "list[RefusedItem]") -> int:
    """Ask the worker to try items again; return how many that are."""
    wanted = [item.pk for item in items if can_be_tried(item) and not item.brought_by.undone_at]
    return RefusedItem.objects.visible_to(owner).filter(pk__in=wanted).update(is_to_try=True)


@transaction.atomic
def let_go(item: RefusedItem) -> None:
    """Forget an item with its raw bytes; the import counts it no more."""
    Import.objects.filter(pk=item.brought_by_id).update(refused=F("refused") - 1)
    key, size = item.sha256, item.size_bytes
    item.delete()
    if size > RAW_BESIDE_BYTES and not RefusedItem.objects.filter(sha256=key).exists():
        transaction.on_commit(lambda: file_path(key, Path(settings.QUARANTINE)).unlink(missing_ok=True))
