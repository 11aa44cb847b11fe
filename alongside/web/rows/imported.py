"""Which items of an import are on a page of its report, what became of each, and where does that lead?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from alongside.answers.keyset import Column, Order, page_of
from alongside.intake.models import Import, RefusedItem
from alongside.intake.report import Became, Correction, became, items_of
from alongside.judgement.words import count
from alongside.people.domains import name_key
from alongside.people.models import Handle
from alongside.vocabulary import HandleKind

REFUSED = "refused"
"""The fourth outcome of the report; such an item became nothing."""

ORDER: Order = (Column("pk", int),)

PAGE = 100
"""Items on a page of the report. Unit: items."""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A line of the report; `href` leads to what the item became, "" where nothing is there to open."""

    what: str
    where: str
    why: str = ""
    href: str = ""
    leads_to: str = ""
    corrections: Sequence[Correction] = ()


def items_page(user: Any, run: Import, *, outcome: str, after: str) -> tuple[list[ItemRow], str]:
    """Read a page of the items of one outcome, in the order of the import."""
    if outcome == REFUSED:
        refused = RefusedItem.objects.visible_to(user).filter(brought_by=run)
        found, more = page_of(refused, ORDER, after=after, size=PAGE)
        return [ItemRow(each.where, "", each.reason) for each in found], more
    found, more = page_of(items_of(run, outcome), ORDER, after=after, size=PAGE)
    items = became(run, found)
    ways = _ways(user, items)
    return [_row(each, ways) for each in items], more


def _row(item: Became, ways: Mapping[tuple[str, str], tuple[str, str]]) -> ItemRow:
    if item.interaction_id:
        href, leads_to = reverse("interaction", args=[item.interaction_id]), item.kind
    else:
        href, leads_to = next((ways[handle] for handle in _handles(item) if handle in ways), ("", ""))
    return ItemRow(item.what, item.where, "", href, leads_to, item.corrections)


def _handles(item: Became) -> Iterator[tuple[str, str]]:
    """Name by what a row is found again: a person before a company where the row is about one."""
    fields = item.fields or {}
    if item.kind in ("contacts", "cards"):
        for address in [fields.get("address", ""), *fields.get("addresses", [])]:
            yield (HandleKind.EMAIL, str(address).lower())
    company = fields.get("account") or fields.get("organisation") or fields.get("name", "")
    yield (HandleKind.NAME, name_key(str(company)))
    yield (HandleKind.DOMAIN, str(fields.get("domain", "")).lower())


def _ways(user: Any, items: Iterable[Became]) -> dict[tuple[str, str], tuple[str, str]]:
    """Find the pages that these handles lead to, in one query."""
    handles = {handle for item in items if item.fields for handle in _handles(item) if handle[1]}
    rows = Handle.objects.visible_to(user).filter(value__in={value for _, value in handles})
    found = {}
    for row in rows.select_related("account", "person"):
        if (row.kind, row.value) not in handles:
            continue
        if row.person:
            found[row.kind, row.value] = reverse("person", args=[row.person_id]), row.person.name
        elif row.account:
            found[row.kind, row.value] = reverse("account", args=[row.account_id]), row.account.name
    return found


def counts(run: Import) -> list[tuple[str, str, int]]:
    """Give every outcome with its label and how many items had it."""
    return [
        ("recorded", "new", run.recorded),
        ("changed", "changed", run.changed),
        ("known", "known already", run.known),
        (REFUSED, REFUSED, run.refused),
    ]


def first_outcome(run: Import) -> str:
    """Name the outcome that the report opens with: what was refused, else what changed, else what is new."""
    by_name = {name: n for name, _, n in counts(run)}
    return next((name for name in (REFUSED, "changed", "recorded", "known") if by_name[name]), "recorded")


def in_all(run: Import) -> str:
    """Say how many items there were."""
    return count(run.recorded + run.changed + run.known + run.refused, "item")
