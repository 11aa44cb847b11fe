"""Which part does a person play in decisions? Somebody says it, or leaves it to what tables say and the title suggests.

The word is kept by the person's address, so that it survives every rebuild and every merge.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from alongside.people.models import IdentityDecision, Person
from alongside.vocabulary import IdentityDecisionKind, StakeholderRole


@transaction.atomic
def say_roles(person: Person, roles: Iterable[StakeholderRole], *, by: Any, at: datetime) -> None:
    """Keep a person's word on the roles of somebody. Identification comes to the same; judging must run after it."""
    chosen = [role.value for role in StakeholderRole if role in set(roles)]
    for subject in _subjects(person):
        IdentityDecision.objects.create(
            owner=person.owner,
            kind=IdentityDecisionKind.ROLE,
            subject=subject,
            value=",".join(chosen),
            decided_by=by,
            decided_at=at,
        )
    person.roles = chosen
    person.save(update_fields=["roles"])


@transaction.atomic
def leave_roles(person: Person, *, at: datetime) -> None:
    """Withdraw every word on the roles; what tables say holds again once people are identified anew."""
    _words(person).update(withdrawn_at=at)


def _subjects(person: Person) -> list[str]:
    """Name what the word is about: the addresses that were spoken of before, else the first one."""
    return sorted(set(_words(person).values_list("subject", flat=True))) or [person.anchor]


def _words(person: Person) -> Any:
    handles = [person.anchor, *person.handles.values_list("value", flat=True)]
    return IdentityDecision.objects.filter(
        owner=person.owner, kind=IdentityDecisionKind.ROLE, subject__in=handles, withdrawn_at__isnull=True
    )
