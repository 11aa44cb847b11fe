"""Whom do we know there, and how strong is each tie?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from alongside.answers.people import from_first_contact
from alongside.judgement.finding import Finding
from alongside.people.models import Person
from alongside.standings.models import Standing
from alongside.vocabulary import StakeholderRole

MOST_SHOWN = 12
"""People on an account's page, the strongest ties first; the list of people shows all. Unit: people."""


@dataclass(frozen=True, slots=True)
class MemberRow:
    name: str
    more: str
    href: str
    brief: str
    tie: Sequence[float | None]


def members(user: Any, standing: Standing) -> list[MemberRow]:
    """List the people of an account by the strength of the tie. One query."""
    there = Person.objects.visible_to(user).filter(
        account_id=standing.account_id, merged_into__isnull=True, is_ours=False, is_shared_mailbox=False
    )
    ties: dict[str, list[float | None]] = standing.pictures.get("ties", {})
    people = sorted(there.only("name", "title", "roles"), key=lambda p: (-_last(ties.get(str(p.pk))), p.name))
    return [_member(person, ties.get(str(person.pk), [])) for person in people[:MOST_SHOWN]]


def missing_roles(coverage: Finding | None) -> list[str]:
    """Name the wanted roles that nobody is known to fill, as coverage found them."""
    roles = (coverage.extra or {}).get("roles", []) if coverage else []
    return [StakeholderRole(cover["role"]).label.capitalize() for cover in roles if cover["person_id"] is None]


def _member(person: Person, tie: Sequence[float | None]) -> MemberRow:
    roles = ", ".join(StakeholderRole(role).label for role in person.roles)
    more = " · ".join(part for part in (person.title, roles) if part)
    href, brief = reverse("person", args=[person.pk]), reverse("brief", args=[person.pk])
    return MemberRow(person.name, more, href, brief, from_first_contact(tie))


def _last(tie: Sequence[float | None] | None) -> float:
    return (tie[-1] or 0.0) if tie else 0.0
