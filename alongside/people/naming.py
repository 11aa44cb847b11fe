"""What somebody is called and where they work, said by hand. Kept under natural keys, so that it survives every rebuild.

The word stands under the handle by which the person or company was first known: should two that became one be parted, it goes with
that one. Identification must run after it.
"""

from datetime import datetime
from typing import Any

from alongside.people.models import Account, IdentityDecision, Person
from alongside.vocabulary import IdentityDecisionKind as Kind

LONGEST_NAME = 300
"""Letters of a name that are kept. Unit: characters; what the column holds."""


def rename(who: Person | Account, name: str, *, by: Any, at: datetime) -> None:
    """Say what somebody or a company is called; "" leaves it to what is seen again."""
    _say(who, Kind.NAME, " ".join(name.split())[:LONGEST_NAME], by=by, at=at)


def move_to(person: Person, account: Account | None, *, by: Any, at: datetime) -> None:
    """Say where somebody works, or that they work at no company that we know."""
    _say(person, Kind.WORKS_AT, account.anchor if account else "", by=by, at=at)


def leave_workplace(person: Person, *, at: datetime) -> None:
    """Withdraw every word on where somebody works: tables, the address and cards tell it again."""
    handles = [person.anchor, *person.handles.values_list("value", flat=True)]
    said = IdentityDecision.objects.filter(owner=person.owner, kind=Kind.WORKS_AT, subject__in=handles)
    said.filter(withdrawn_at=None).update(withdrawn_at=at)


def _say(who: Person | Account, kind: Kind, value: str, *, by: Any, at: datetime) -> None:
    IdentityDecision.objects.create(
        owner=who.owner, kind=kind, subject=who.anchor, value=value, decided_by=by, decided_at=at
    )
