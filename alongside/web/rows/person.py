"""Who is this person: how they are reached, which jobs they held and what showed it, which part they play, what we know of them?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.http import urlencode

from alongside.answers.people import from_first_contact
from alongside.judgement.finding import Finding, from_json
from alongside.judgement.roles import guess_roles
from alongside.ledgers.knowledge.models import Fact
from alongside.people.models import Handle, Person, Position, SignatureSeen
from alongside.standings.judge_account import SPARK_MONTHS, month_ends
from alongside.standings.models import Standing
from alongside.vocabulary import HandleKind, StakeholderRole
from alongside.web.templatetags.words import sentence


@dataclass(frozen=True, slots=True)
class Job:
    """A job held: its title, from when until when, and the mail whose signature showed it ("" where a card or table told)."""

    title: str
    from_on: date
    to_on: date | None
    href: str


@dataclass(frozen=True, slots=True)
class Role:
    """One part that somebody can play in a decision, for the form: `is_theirs` as stated or guessed."""

    value: str
    label: str
    is_theirs: bool


@dataclass(frozen=True, slots=True)
class Known:
    """A fact, the newest of its topic."""

    topic: str
    value: str
    since: date
    source: str
    is_confirmed: bool
    why: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What a measure says of the person, and where its evidence opens."""

    reason: str
    why: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Tie:
    """The tie over two years, oldest month first, and the days it goes from and to."""

    strengths: Sequence[float | None]
    first: date
    last: date


def addresses(user: Any, person: Person) -> list[str]:
    """List the addresses by which the person is known. One query."""
    rows = Handle.objects.visible_to(user).filter(person=person, kind=HandleKind.EMAIL)
    return [value for value in rows.order_by("value").values_list("value", flat=True) if "@" in value]


def phone_in_words(phone: str) -> str:
    """Write a phone number in the groups in which people read it; what is none stays as it is."""
    import phonenumbers  # slow to load, and few pages show a number

    try:
        number = phonenumbers.parse(phone)
    except phonenumbers.NumberParseException:
        return phone
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def signed_with() -> dict[str, Subquery]:
    """Annotate a person with what they last signed with: postal address, links, and the mails that showed them."""
    signed = SignatureSeen.objects.filter(owner=OuterRef("owner"), address__in=_own_addresses()).order_by("-at", "-pk")
    postal, linked = signed.exclude(postal=""), signed.exclude(links=[])
    return {
        "postal": Subquery(postal.values("postal")[:1]),
        "postal_seen_in": Subquery(postal.values("interaction_id")[:1]),
        "links": Subquery(linked.values("links")[:1]),
    }


def _own_addresses() -> Any:
    """Name the addresses of the person around whom a signature is looked for."""
    handles = Handle.objects.filter(person=OuterRef(OuterRef("pk")), kind=HandleKind.EMAIL)
    return handles.values("value")


def jobs(user: Any, person: Person) -> list[Job]:
    """List the jobs held, the present one first. One query."""
    rows = Position.objects.visible_to(user).filter(person=person).order_by("-from_on", "-pk")
    return [
        Job(row.title, row.from_on, row.to_on, reverse("interaction", args=[row.seen_in_id]) if row.seen_in_id else "")
        for row in rows
    ]


def roles(person: Person) -> tuple[list[Role], bool]:
    """List every role with those of the person marked, and tell whether they are only guessed from the title."""
    is_guessed = not person.roles
    theirs = {role.value for role in guess_roles(person.title)} if is_guessed else set(person.roles)
    return [Role(role.value, role.label, role.value in theirs) for role in StakeholderRole], is_guessed


def in_words(shown: Sequence[Role]) -> str:
    """Name the roles of the person: "economic buyer, user"."""
    return ", ".join(role.label for role in shown if role.is_theirs)


def known(user: Any, person: Person) -> list[Known]:
    """List what we know of the person, the newest word on each topic. One query."""
    rows = Fact.objects.visible_to(user).filter(person=person).order_by("-as_of", "-pk")
    newest: dict[str, Fact] = {}
    for row in rows:
        newest.setdefault(row.topic, row)
    return [_known(row) for row in newest.values()]


def _known(row: Fact) -> Known:
    return Known(
        topic=sentence(row.topic.replace("_", " ")),
        value=row.value,
        since=row.as_of,
        source=row.source,
        is_confirmed=row.confirmed_by_them,
        why=reverse("why-row", args=["fact", row.pk]),
    )


def judged(standing: Standing | None, measure: str, person: Person) -> Judged | None:
    """Give what this measure says of the person."""
    subject = f"person:{person.pk}"
    stored = standing.findings.get(measure, []) if standing else []
    for each in stored:
        if standing and each["subject"] == subject:
            address = reverse("why-finding", args=[standing.account_id, measure])
            return Judged(each["reason"], f"{address}?{urlencode({'about': subject})}", from_json(each))
    return None


def tie_of(standing: Standing | None, person: Person) -> Tie | None:
    """Give the person's tie over time; None where nothing counts as contact yet."""
    line = standing.pictures.get("ties", {}).get(str(person.pk), []) if standing else []
    strengths = from_first_contact(line)
    if standing is None or not any(strengths):
        return None
    return Tie(strengths, month_ends(standing.as_of, SPARK_MONTHS)[0], standing.as_of)
