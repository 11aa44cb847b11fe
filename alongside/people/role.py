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
    _say(person, ",".join(chosen), by=by, at=at)
    person.roles = chosen
    person.save(update_fields=["roles"])


def leave_roles(person: Person, *, by: Any, at: datetime) -> None:
    """Say nothing of the roles any more; what tables say holds again once people are identified anew."""
    _say(person, "", by=by, at=at)


def _say(person: Person, words: str, *, by: Any, at: datetime) -> None:
    """Keep the word under the address by which the person was first known: it goes with it, should the person be two one day."""
    IdentityDecision.objects.create(
        owner=person.owner,
        kind=IdentityDecisionKind.ROLE,
        subject=person.anchor,
        value=words,
        decided_by=by,
        decided_at=at,
    )
