"""Who to whom, when and where: the envelope of a mail or meeting, and what must be said about how it counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from django.urls import reverse
from django.utils import timezone as zones

from alongside.interactions.models import Interaction, Participant
from alongside.judgement.words import joined
from alongside.people.models import Handle
from alongside.touches.models import Placement, Touch
from alongside.vocabulary import Automatic, Direction, HandleKind, InteractionKind, ParticipantRole
from alongside.web.templatetags.words import exact, sentence

NAMED = 8
"""So many people are named at once; the rest is folded. Unit: people."""

LINES = (
    ("From", (ParticipantRole.SENDER,)),
    ("To", (ParticipantRole.TO,)),
    ("Copy", (ParticipantRole.CC, ParticipantRole.BCC)),
    ("Called by", (ParticipantRole.ORGANIZER,)),
    ("With", (ParticipantRole.ATTENDEE,)),
    ("About", (ParticipantRole.ABOUT,)),
)
"""The lines of the envelope and who stands on each."""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who took part: the name as we know it, the address as it stood there, and their page ("" for us)."""

    name: str
    stated: str
    href: str
    more: str
    person_id: int | None
    is_ours: bool
    company: str = ""
    company_href: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    people: Sequence[Who]
    rest: Sequence[Who]


@dataclass(frozen=True, slots=True)
class Envelope:
    """`elsewhere` is the writer's own clock, where it shows another time than ours; `asides` say how it counts."""

    lines: Sequence[Line]
    sender: Who | None
    about: Who | None
    when: str
    elsewhere: str
    asides: Sequence[str]


def envelope(user: Any, interaction: Interaction, placement: Placement | None) -> Envelope:
    """Read the envelope. Three queries: who took part, who they are, with whom it counts as contact."""
    people = _people(user, interaction)
    lines = [_line(name, [who for role in roles for who in people.get(role, [])]) for name, roles in LINES]
    everybody = [who for found in people.values() for who in found]
    return Envelope(
        lines=[line for line in lines if line.people],
        sender=next(iter(people.get(ParticipantRole.SENDER, [])), None),
        about=_about(everybody),
        when=_when(interaction),
        elsewhere=_elsewhere(interaction),
        asides=_asides(user, interaction, placement),
    )


def _people(user: Any, interaction: Interaction) -> dict[str, list[Who]]:
    rows = list(Participant.objects.filter(interaction=interaction).select_related("address").order_by("pk"))
    known = Handle.objects.visible_to(user).filter(kind=HandleKind.EMAIL, value__in={row.address.value for row in rows})
    handles = {handle.value: handle for handle in known.select_related("person__account")}
    found: dict[str, list[Who]] = {}
    for row in rows:
        found.setdefault(row.role, []).append(_who(user, row, handles.get(row.address.value)))
    return found


def _who(user: Any, row: Participant, handle: Handle | None) -> Who:
    address = row.address.value if "@" in row.address.value else ""
    stated = f"{row.name} <{address}>" if row.name and address else row.name or address
    person = handle.person if handle else None
    if person is None:
        return Who(row.name or address, stated, "", "", None, False)
    is_user = person.is_ours and bool(user.email) and row.address.value == user.email.lower()
    company = person.account.name if person.account else ""
    more = ", ".join(part for part in (person.title, company) if part)
    href = "" if person.is_ours else reverse("person", args=[person.pk])
    company_href = reverse("account", args=[person.account_id]) if person.account_id else ""
    name = "you" if is_user else person.name
    return Who(name, stated, href, more, person.pk, person.is_ours, company, company_href)


def _line(name: str, people: Sequence[Who]) -> Line:
    return Line(name, people[:NAMED], people[NAMED:])


def _about(people: Sequence[Who]) -> Who | None:
    """Name whom a note from this page would be about: the first of theirs."""
    return next((who for who in people if not who.is_ours and who.person_id), None)


def _when(interaction: Interaction) -> str:
    """Say when by our clock: the day and the time, and until when a meeting lasted."""
    begins = zones.localtime(interaction.occurred_at)
    if interaction.ends_at is None or interaction.ends_at == interaction.occurred_at:
        return exact(begins)
    ends = zones.localtime(interaction.ends_at)
    return f"{exact(begins)} to {ends:%H:%M}" if ends.date() == begins.date() else f"{exact(begins)} to {exact(ends)}"


def _elsewhere(interaction: Interaction) -> str:
    """Give the writer's own time where it reads otherwise than ours; a note has no other place."""
    if interaction.kind == InteractionKind.NOTE or not interaction.is_date_stated:
        return ""
    there = _in_writers_zone(interaction.occurred_at, interaction.utc_offset_minutes)
    here = zones.localtime(interaction.occurred_at)
    if there.utcoffset() == here.utcoffset():
        return ""
    told = f"{there:%H:%M}" if there.date() == here.date() else exact(there)
    return f"{told} there ({_zone(interaction)})"


def _in_writers_zone(at: datetime, minutes: int) -> datetime:
    return at.astimezone(timezone(timedelta(minutes=minutes)))


def _zone(interaction: Interaction) -> str:
    hours, minutes = divmod(abs(interaction.utc_offset_minutes), 60)
    sign = "-" if interaction.utc_offset_minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "") if interaction.utc_offset_minutes else "UTC"


def _asides(user: Any, interaction: Interaction, placement: Placement | None) -> list[str]:
    """Say what keeps it from counting as contact, and what was not stated."""
    told = str(interaction.headers.get("repairs", "")).splitlines()
    if not interaction.is_date_stated and not any("date" in each for each in told):
        told.append("It states no date; it stands at the time when it came in.")
    if interaction.cancelled:
        told.append("It was called off.")
    if placement is None:
        return [*told, "It is not worked out yet who took part."]
    if placement.automatic != Automatic.PERSONAL:
        because = placement.automatic_because or f"it is {Automatic(placement.automatic).label} mail"
        return [*told, f"It does not count as contact: {_lower_first(because)}"]
    if placement.is_superseded and not interaction.cancelled:
        return [*told, "It was moved since; this is how it stood before, and it does not count."]
    if placement.direction == Direction.INTERNAL:
        return [*told, "It stayed among ourselves."]
    return [*told, *_not_counted(user, interaction)]


def _not_counted(user: Any, interaction: Interaction) -> list[str]:
    """Say with whom it is no contact, where somebody was only in copy or declined to come."""
    if interaction.kind == InteractionKind.NOTE:
        return []
    touches = Touch.objects.visible_to(user).filter(interaction=interaction, counts=False)
    names = list(touches.order_by("person__name").values_list("person__name", flat=True)[: NAMED + 1])
    if None in names:
        return ["It names nobody there, so it does not count as contact with anybody."]
    if not names:
        return []
    named = joined(names) if len(names) <= NAMED else f"{joined(names[:NAMED], ',')} and others"
    why = "only in copy" if interaction.kind == InteractionKind.MAIL else "declined to come"
    return [sentence(f"{named}: {why}, so it does not count as contact with them.")]


def _lower_first(text: str) -> str:
    ended = text if text.endswith(".") else f"{text}."
    return ended[:1].lower() + ended[1:]
