"""What became of every item of an import: is it new, did it change something, was it known, and what does it say?

It gives words and ids; where a page leads from them is the page's own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.intake.models import Import, ImportedItem
from alongside.interactions.models import Interaction, ReplacedRow, SourceRecord
from alongside.sources.columns.called import called
from alongside.sources.readings import OWN_FIELD
from alongside.vocabulary import ItemOutcome

READ_TOGETHER = 400
"""Items whose words are read in one query. Unit: items; below the parameter limit of every SQLite in use."""

_SAID_FIRST = (
    "number",
    "name",
    "product",
    "subject",
    "topic",
    "label",
    "text",
    "category",
    "address",
    "domain",
    "account",
)
"""The fields that name a row best, in this order."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A field that a newer row says otherwise; `before` or `now` may be empty."""

    name: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Became:
    """An item and what it became: an interaction, or a row of a table or a card with its fields."""

    outcome: ItemOutcome
    what: str
    where: str
    kind: str = ""
    interaction_id: int | None = None
    fields: Mapping[str, Any] | None = None
    corrections: Sequence[Correction] = ()


def items_of(run: Import, outcome: str = "") -> Any:
    """Give the items of an import, all or those of one outcome."""
    rows = run.items.select_related("table")
    return rows.filter(outcome=outcome) if outcome else rows


def became(run: Import, items: Sequence[ImportedItem]) -> list[Became]:
    """Say what each of a few items became. Four queries, however many there are."""
    keys = [item.identity_key for item in items]
    mails = {
        row["identity_key"]: row
        for row in Interaction.objects.filter(owner=run.owner_id, identity_key__in=keys).values(
            "pk", "identity_key", "kind", "where", "body__subject"
        )
    }
    rows = _rows(run, keys)
    older = _older(run, [item.identity_key for item in items if item.outcome == ItemOutcome.CHANGED])
    return [_one(item, mails.get(item.identity_key), rows.get(item.identity_key), older) for item in items]


def everything(run: Import) -> Iterator[Became]:
    """Say what every item became, in the order of the import."""
    batch: list[ImportedItem] = []
    for item in items_of(run).order_by("pk").iterator():
        batch.append(item)
        if len(batch) == READ_TOGETHER:
            yield from became(run, batch)
            batch = []
    yield from became(run, batch)


def report_rows(run: Import) -> Iterator[list[str]]:
    """Write the whole report as rows of a table: what was taken in the order of the import, then what was refused."""
    yield ["outcome", "kind", "what", "where", "what changed or why it was refused"]
    for each in everything(run):
        yield [each.outcome.label, each.kind, each.what, each.where, _said(each.corrections)]
    for where, reason in run.refusals.order_by("pk").values_list("where", "reason").iterator():
        yield ["refused", "", "", where, reason]


def _said(corrections: Sequence[Correction]) -> str:
    return "; ".join(f"{each.name}: {each.before or 'nothing'} is now {each.now or 'nothing'}" for each in corrections)


def _rows(run: Import, keys: Iterable[str]) -> dict[str, SourceRecord]:
    found = SourceRecord.objects.filter(owner=run.owner_id, identity_key__in=list(keys))
    return {row.identity_key: row for row in found}


def _older(run: Import, keys: Sequence[str]) -> dict[str, Mapping[str, Any]]:
    """Give what was said before, by the key of the row that replaced it."""
    by = dict(
        ReplacedRow.objects.filter(owner=run.owner_id, replaced_by__in=keys).values_list("identity_key", "replaced_by")
    )
    return {by[key]: row.fields for key, row in _rows(run, by).items()} if by else {}


def _one(
    item: ImportedItem, mail: Mapping[str, Any] | None, row: SourceRecord | None, older: Mapping[str, Mapping[str, Any]]
) -> Became:
    outcome = ItemOutcome(item.outcome)
    where = f"{item.table.name}, line {item.line}" if item.table else ""
    if mail:
        what = mail["body__subject"] or f"A {mail['kind']} without a subject"
        return Became(outcome, what, where or mail["where"], mail["kind"], mail["pk"])
    if row is None:
        return Became(outcome, "An item that is not kept any more", where)
    before = older.get(item.identity_key)
    corrections = corrections_of(before, row.fields) if before else ()
    what = words_of(row.table, row.fields)
    return Became(outcome, what, where or row.where, row.table, None, row.fields, corrections)


def words_of(table: str, fields: Mapping[str, Any]) -> str:
    """Name a row as a person would: "7, Pellets, National Steel"."""
    said = [str(fields[name]) for name in _SAID_FIRST if fields.get(name)]
    company = str(fields.get("account") or fields.get("organisation") or "")
    named = list(dict.fromkeys([*said[:2], *([company] if company else [])]))
    words = ", ".join(named) or "A row without a name"
    return f"Order {words}" if table == "orders" and fields.get("number") else words


def corrections_of(before: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[Correction, ...]:
    """Tell which fields of two rows differ."""
    names = [name for name in {**before, **now} if before.get(name, "") != now.get(name, "")]
    return tuple(
        Correction(
            called(name.removeprefix(OWN_FIELD.format(""))),
            str(before.get(name, "")),
            str(now.get(name, "")),
        )
        for name in names
    )
