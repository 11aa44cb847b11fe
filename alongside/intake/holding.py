"""Which rows of tables hold, where a later table says something else of the same thing? (ADR 13)

The newest table that speaks of a thing says what holds; what earlier ones said stays as history. Worked out from the
imports that stand, so that undoing one brings the older word back. Nothing is deleted.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from alongside.intake.models import Import, ImportedItem, ImportedTable
from alongside.intake.subjects import THINGS, Subject, subject_of
from alongside.interactions.live import live
from alongside.interactions.models import ReplacedRow, SourceRecord
from alongside.vocabulary import ItemOutcome

BATCH = 400
"""Rows in one statement. Unit: rows; below the parameter limit of every SQLite in use."""


_Each = TypeVar("_Each")


@dataclass(slots=True)
class Said:
    """A row of a table: its key, which fields it fills, and the editions (tables, oldest first) that it stands in."""

    key: str
    fields: frozenset[str]
    editions: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What came of one thing: rows replaced, by key, with the row that holds; and rows that say something new of it."""

    replaced: dict[str, str]
    newer: list[str]


def rule(rows: Iterable[Said], *, is_thing: bool) -> Ruling:
    """Decide between the rows about one thing. Rows of one table never replace each other: an invoice may hold two lines alike.

    Of a thing that lasts, an older row goes only where the newer fills all that it fills; else both are read, the newer last.
    """
    said = list(rows)
    newest = max(max(row.editions) for row in said)
    holding = [row for row in said if newest in row.editions]
    older = [row for row in said if newest not in row.editions]
    if not older:
        return Ruling({}, [])
    before = max(max(row.editions) for row in older)
    newer = [row for row in holding if before not in row.editions] or holding
    replaced = {}
    for n, row in enumerate(older):
        by = newer[min(n, len(newer) - 1)]
        if not is_thing or row.fields <= by.fields:
            replaced[row.key] = by.key
    return Ruling(replaced, [row.key for row in newer] if is_thing else list(replaced.values()))


@transaction.atomic
def settle_rows(run: Import) -> Counter[str]:
    """Work out anew which rows hold in the kinds of table that this import brought, and call its rows that changed something so.

    Returns how many of its new rows that were, by kind of table.
    """
    kinds = set(run.tables.values_list("kind", flat=True))
    if "contacts" in kinds:
        kinds.add("accounts")  # some lists hold both
    replaced, newer = _rulings(run.owner, kinds)
    corrected = _sync(run.owner, kinds, replaced)
    changed: Counter[str] = Counter()
    for chunk in _chunks(sorted(newer)):
        rows = run.items.filter(identity_key__in=chunk, outcome=ItemOutcome.RECORDED)
        changed.update(rows.values_list("table__kind", flat=True))
        rows.update(outcome=ItemOutcome.CHANGED)
    for chunk in _chunks(sorted(corrected)):
        run.items.filter(identity_key__in=chunk, outcome=ItemOutcome.KNOWN).update(outcome=ItemOutcome.CHANGED)
    return changed


def _rulings(owner: Any, kinds: set[str]) -> tuple[dict[str, str], set[str]]:
    if not kinds or _editions(owner).values("edition").distinct().count() < 2:
        return {}, set()
    groups = _by_subject(owner, kinds)
    replaced: dict[str, str] = {}
    newer: set[str] = set()
    for (kind, *_), said in groups.items():
        if len(said) > 1:
            ruling = rule(said, is_thing=kind in THINGS)
            replaced |= ruling.replaced
            newer.update(ruling.newer)
    return replaced, newer


def _editions(owner: Any) -> "QuerySet[Any]":
    """Give the tables that stand, each with the number by which it is newer than another."""
    tables = ImportedTable.objects.visible_to(owner).filter(brought_by__undone_at__isnull=True)
    return tables.annotate(edition=Coalesce(F("stands_with_id"), F("pk")))


def _by_subject(owner: Any, kinds: set[str]) -> Mapping[Subject, list[Said]]:
    """Gather the rows that count by what they speak of; those that no import stands for say nothing here."""
    editions = _editions_by_key(owner)
    groups: dict[Subject, list[Said]] = defaultdict(list)
    rows = live(SourceRecord.objects.visible_to(owner)).filter(table__in=kinds).order_by("pk")
    for key, kind, fields in rows.values_list("identity_key", "table", "fields").iterator():
        if (subject := subject_of(kind, fields)) and key in editions:
            groups[(kind, *subject)].append(Said(key, frozenset(fields), editions[key]))
    return groups


def _editions_by_key(owner: Any) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    of_table = dict(_editions(owner).values_list("pk", "edition"))
    items = ImportedItem.objects.visible_to(owner).filter(table__isnull=False)
    for key, table in items.values_list("identity_key", "table_id").iterator():
        if table in of_table:
            found[key].add(of_table[table])
    return found


def _sync(owner: Any, kinds: set[str], replaced: dict[str, str]) -> set[str]:
    """Bring the replaced rows in line; return the keys of rows that hold from now on in place of others."""
    there = {row.identity_key: row for row in ReplacedRow.objects.visible_to(owner)}
    of_kinds = set(
        SourceRecord.objects.visible_to(owner)
        .filter(table__in=kinds, identity_key__in=ReplacedRow.objects.visible_to(owner).values("identity_key"))
        .values_list("identity_key", flat=True)
    )
    gone = [row.pk for key, row in there.items() if key in of_kinds and replaced.get(key) != row.replaced_by]
    fresh = {key: by for key, by in replaced.items() if key not in there or there[key].replaced_by != by}
    for chunk in _chunks(gone):
        ReplacedRow.objects.filter(pk__in=chunk).delete()
    ReplacedRow.objects.bulk_create(
        (ReplacedRow(owner=owner, identity_key=key, replaced_by=by) for key, by in fresh.items()), batch_size=BATCH
    )
    return set(fresh.values())


def _chunks(values: list[_Each]) -> Iterable[list[_Each]]:
    return (values[start : start + BATCH] for start in range(0, len(values), BATCH))
