"""Which people are on a page of the list, and what does each row say? Newest contact first or by name, cut by key.

Newest first walks the contacts from the newest down and stops at a page: nobody's contacts are counted or sorted for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KeyTransform
from django.db.models.functions import Lower
from django.urls import reverse

from alongside.answers.keyset import PAGE, Column, Order, page_of
from alongside.people.models import Person
from alongside.standings.models import Standing
from alongside.touches.models import Touch

SORTS: dict[str, Order] = {
    "touch": (Column("at", datetime, descending=True), Column("id", int, descending=True)),
    "name": (Column("sort_name", str), Column("id", int)),
}
"""The orders of the list; "touch" cuts at contacts, "name" at people."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A row of the list; `last` is the last contact that counts, None where there was none."""

    id: int
    name: str
    href: str
    company: str
    company_href: str
    title: str
    is_desk: bool
    last: datetime | None
    tie: Sequence[float | None] = ()


def people_page(
    user: Any, *, words: str, sort: str, everybody: bool, after: str, now: datetime, size: int = PAGE
) -> tuple[list[PersonRow], str]:
    """Read a page of the list. Two queries, by name three.

    `everybody` adds shared mailboxes and those with whom nothing counts as contact; they have no place by contact, so
    the list is then by name.
    """
    order = SORTS["name" if everybody else sort]
    people = _living(user, words, everybody=everybody)
    if order is SORTS["touch"]:
        found, more = page_of(_latest_contacts(user, people, now), order, after=after, size=size)
    else:
        found, more = page_of(_by_name(people, now, everybody=everybody), order, after=after, size=size)
        found = _last_contacts(user, found, now)
    rows = [_row(row) for row in found]
    ties = _ties(user, {row["person__account_id"] for row in found if row["person__account_id"]})
    return [replace(row, tie=_drawn(ties.get(str(row.id), []))) for row in rows], more


def _living(user: Any, words: str, *, everybody: bool) -> "QuerySet[Person]":
    rows = Person.objects.visible_to(user).filter(merged_into__isnull=True, is_ours=False)
    rows = rows if everybody else rows.filter(is_shared_mailbox=False)
    for word in words.split():
        said = Q(name__icontains=word) | Q(title__icontains=word) | Q(anchor__icontains=word)
        rows = rows.filter(said | Q(account__name__icontains=word))
    return rows


_SHOWN = ("name", "title", "is_shared_mailbox", "account_id", "account__name")


def _latest_contacts(user: Any, people: "QuerySet[Person]", now: datetime) -> "QuerySet[Any, Any]":
    """Give the last contact with each of these people, a row a person."""
    is_newer = Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), id__gt=OuterRef("id"))
    newer = _contacts_with(OuterRef("person_id"), now).filter(is_newer, at__gte=OuterRef("at"))
    contacts = Touch.objects.visible_to(user).filter(counts=True, at__lte=now)
    latest = contacts.filter(~Exists(newer), person__in=people)
    columns = ("at", "id", "person_id", *(f"person__{name}" for name in _SHOWN))
    found: QuerySet[Any, Any] = latest.annotate(last=F("at")).values(*columns, "last")
    return found


def _by_name(people: "QuerySet[Person]", now: datetime, *, everybody: bool) -> "QuerySet[Any, Any]":
    rows = people if everybody else people.filter(Exists(_contacts_with(OuterRef("pk"), now)))
    rows = rows.annotate(sort_name=Lower("name"), person_id=F("pk"), **{f"person__{name}": F(name) for name in _SHOWN})
    found: QuerySet[Any, Any] = rows.values("sort_name", "id", "person_id", *(f"person__{name}" for name in _SHOWN))
    return found


def _contacts_with(person: Any, now: datetime) -> "QuerySet[Touch]":
    """Give the contacts with a person of a row that the user may see: asked by person alone, so that the index by person is used."""
    return Touch.objects.filter(person_id=person, counts=True, at__lte=now)


def _last_contacts(user: Any, found: list[dict[str, Any]], now: datetime) -> list[dict[str, Any]]:
    """Add to the rows of a page when each was last in contact."""
    latest = Subquery(_contacts_with(OuterRef("pk"), now).order_by("-at", "-id").values("at")[:1])
    rows = Person.objects.visible_to(user).filter(pk__in=[row["id"] for row in found]).annotate(last=latest)
    last = dict(rows.values_list("pk", "last"))
    return [{**row, "last": last.get(row["id"])} for row in found]


def _row(row: dict[str, Any]) -> PersonRow:
    account_id = row["person__account_id"]
    return PersonRow(
        id=row["person_id"],
        name=row["person__name"],
        href=reverse("person", args=[row["person_id"]]),
        company=row["person__account__name"] or "",
        company_href=reverse("account", args=[account_id]) if account_id else "",
        title=row["person__title"],
        is_desk=row["person__is_shared_mailbox"],
        last=row["last"],
    )


def _drawn(tie: Sequence[float | None]) -> Sequence[float | None]:
    """Give the line of a tie from its first contact on; nothing where it never rose."""
    line = from_first_contact(tie)
    return line if any(line) else ()


def _ties(user: Any, account_ids: set[int]) -> dict[str, list[float | None]]:
    """Read the lines of the ties of these accounts out of their pictures, without loading the rest."""
    rows = Standing.objects.visible_to(user).filter(account_id__in=account_ids)
    ties = rows.annotate(ties=KeyTransform("ties", "pictures")).values_list("ties", flat=True)
    return {person: line for found in ties for person, line in (found or {}).items()}


def from_first_contact(tie: Sequence[float | None]) -> list[float | None]:
    """Leave out the months before the first contact: a tie that was not there yet is not known, not nought."""
    begun = next((i for i, strength in enumerate(tie) if strength), len(tie))
    return [None] * begun + list(tie[begun:])
