"""Who somebody is, as programs get it: how they are reached, where they work, which part they play, how strong the tie is."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.judgement.finding import Finding, from_json
from alongside.judgement.roles import guess_roles
from alongside.ledgers.knowledge.models import Fact
from alongside.people.models import Handle, Person, Position
from alongside.standings.models import Standing
from alongside.vocabulary import HandleKind


@dataclass(frozen=True, slots=True)
class JobAnswer:
    """A job held, from when until when."""

    title: str
    from_on: date
    to_on: date | None


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """A fact about somebody: what about, what, since when, from whom, and whether they told it themselves."""

    id: int
    topic: str
    value: str
    since: date
    source: str
    told_by_them: bool


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """Somebody there, or one of us. `roles` are guessed from the title where `roles_are_guessed`."""

    id: int
    name: str
    title: str
    phone: str
    account_id: int | None
    account: str
    is_ours: bool
    is_shared_mailbox: bool
    roles: list[str]
    roles_are_guessed: bool
    addresses: list[str]
    jobs: list[JobAnswer]
    known: list[KnownAnswer]
    tie: Finding | None


def person_answer(user: Any, person: Person) -> PersonAnswer:
    """Say who somebody is. Four queries beside the person."""
    rows = Handle.objects.visible_to(user).filter(person=person, kind=HandleKind.EMAIL).order_by("value")
    jobs = Position.objects.visible_to(user).filter(person=person).order_by("-from_on", "-pk")
    return PersonAnswer(
        id=person.pk,
        name=person.name,
        title=person.title,
        phone=person.phone,
        account_id=person.account_id,
        account=person.account.name if person.account else "",
        is_ours=person.is_ours,
        is_shared_mailbox=person.is_shared_mailbox,
        roles=list(person.roles) or [role.value for role in guess_roles(person.title)],
        roles_are_guessed=not person.roles,
        addresses=[value for value in rows.values_list("value", flat=True) if "@" in value],
        jobs=[JobAnswer(job.title, job.from_on, job.to_on) for job in jobs],
        known=_known(user, person),
        tie=_tie(person),
    )


def _known(user: Any, person: Person) -> list[KnownAnswer]:
    """Give the newest word on each topic."""
    newest: dict[str, Fact] = {}
    for row in Fact.objects.visible_to(user).filter(person=person).order_by("-as_of", "-pk"):
        newest.setdefault(row.topic, row)
    return [
        KnownAnswer(row.pk, row.topic, row.value, row.as_of, row.source, row.confirmed_by_them)
        for row in newest.values()
    ]


def _tie(person: Person) -> Finding | None:
    standing: Standing | None = getattr(person.account, "judged", None)
    stored = standing.findings.get("tie", []) if standing else []
    return next((from_json(each) for each in stored if each["subject"] == f"person:{person.pk}"), None)
