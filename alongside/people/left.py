"""Who has left the customer: one of us says so, by the person's address, so that it outlives every rebuild; and may take it back."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, Subquery

from alongside.people.models import Handle, IdentityDecision, Person
from alongside.vocabulary import HandleKind, IdentityDecisionKind


def say_left(person: Person, on: date, *, by: Any, at: datetime) -> IdentityDecision:
    """Keep that somebody left on a day. Judging must run after it."""
    return IdentityDecision.objects.create(
        owner=by,
        kind=IdentityDecisionKind.LEFT,
        subject=person.anchor,
        value=on.isoformat(),
        decided_by=by,
        decided_at=at,
    )


def say_is_there(person: Person, *, at: datetime) -> None:
    """Take back that somebody left. Judging must run after it."""
    rows = _said(person.owner_id).filter(subject__in=_addresses([person])[person.pk])
    rows.update(withdrawn_at=at)


def left_among(people: Iterable[Person]) -> dict[int, date]:
    """Say who of these left, and when. One query where nobody ever did, else two."""
    asked = list(people)
    if not asked:
        return {}
    said = {row.subject: date.fromisoformat(row.value) for row in _said(asked[0].owner_id).order_by("decided_at", "pk")}
    if not said:
        return {}
    addresses = _addresses(asked)
    found = {person.pk: [said[a] for a in addresses[person.pk] if a in said] for person in asked}
    return {pk: days[-1] for pk, days in found.items() if days}


def left_word() -> Subquery:
    """Give the column that says of a person, by the address they were first known by, when they left."""
    rows = IdentityDecision.objects.filter(
        owner=OuterRef("owner"), kind=IdentityDecisionKind.LEFT, subject=OuterRef("anchor"), withdrawn_at__isnull=True
    )
    return Subquery(rows.order_by("-decided_at", "-pk").values("value")[:1])


def _said(owner_id: int) -> Any:
    return IdentityDecision.objects.filter(owner=owner_id, kind=IdentityDecisionKind.LEFT, withdrawn_at__isnull=True)


def _addresses(people: list[Person]) -> dict[int, list[str]]:
    found = {person.pk: [person.anchor] for person in people}
    handles = Handle.objects.filter(person__in=list(found), kind=HandleKind.EMAIL)
    for person_id, value in handles.values_list("person_id", "value"):
        if person_id in found:
            found[person_id].append(value)
    return found
