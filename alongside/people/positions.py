"""Jobs held, from what people signed with: runs of one title, each from the day it was first seen. A new title is a new position."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from alongside.interactions.live import holding
from alongside.interactions.models import SourceRecord
from alongside.people.models import Account, Handle, Person, Position, SignatureSeen
from alongside.sync import BATCH, append


@dataclass(frozen=True, slots=True)
class Signed:
    """A title seen under a mail on a day."""

    on: date
    title: str
    phone: str
    interaction_id: int | None


@dataclass(frozen=True, slots=True)
class Held:
    """A job: its title, from when, until when, and the mail that showed it first."""

    title: str
    from_on: date
    to_on: date | None
    phone: str
    interaction_id: int | None


def positions(seen: Iterable[Signed]) -> list[Held]:
    """Turn titles seen over time into jobs held. A title that comes back was never given up (a second signature on the phone)."""
    ordered = [s for s in sorted(seen, key=lambda s: (s.on, s.interaction_id or 0)) if s.title]
    last_seen: dict[str, date] = {_key(s.title): s.on for s in ordered}
    runs: list[Signed] = []
    for signed in ordered:
        if not runs or _key(runs[-1].title) != _key(signed.title):
            current = runs[-1] if runs else None
            if current is not None and last_seen[_key(current.title)] > signed.on:
                continue
            runs.append(signed)
    phone = next((s.phone for s in reversed(ordered) if s.phone), "")
    ends = [*(run.on for run in runs[1:]), None][: len(runs)]
    return [Held(r.title, r.on, end, phone, r.interaction_id) for r, end in zip(runs, ends, strict=True)]


def _key(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.lower()))


@transaction.atomic
def write_positions(owner: Any, people: Sequence[Person]) -> None:
    """Bring the positions, title and phone of these people in line; the accounts of those whose job changed are to be judged anew."""
    seen = _seen(owner, people)
    there: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    rows = Position.objects.visible_to(owner).order_by("from_on", "pk")
    for person_id, *job in rows.values_list("person_id", "title", "from_on", "to_on"):
        there[person_id].append(tuple(job))
    held = {person.pk: positions(seen.get(person.pk, ())) for person in people}
    moved = [p for p in people if there.get(p.pk, []) != [(h.title, h.from_on, h.to_on) for h in held[p.pk]]]
    for start in range(0, len(moved), BATCH):
        Position.objects.filter(person__in=moved[start : start + BATCH]).delete()
    append(Position, _FIELDS, (_row(owner, person, job) for person in moved for job in held[person.pk]))
    renamed = [person for person in people if _set_latest(person, held[person.pk])]
    Person.objects.bulk_update(renamed, ["title", "phone"], batch_size=BATCH)
    changed = {person.account_id for person in moved if person.account_id}
    Account.objects.filter(pk__in=changed).update(needs_judging=True)


_FIELDS = ("owner_id", "person_id", "account_id", "title", "phone", "from_on", "to_on", "seen_in_id")


def _row(owner: Any, person: Person, job: Held) -> tuple[Any, ...]:
    return owner.pk, person.pk, person.account_id, job.title, job.phone, job.from_on, job.to_on, job.interaction_id


def _set_latest(person: Person, held: list[Held]) -> bool:
    """Set the title and phone of now; tell whether that changed anything."""
    title = held[-1].title if held else ""
    phone = held[-1].phone if held else ""
    before = (person.title, person.phone)
    person.title, person.phone = title, phone
    return before != (title, phone)


def _seen(owner: Any, people: Sequence[Person]) -> dict[int, list[Signed]]:
    asked_for = {person.pk for person in people}
    handles = Handle.objects.visible_to(owner).values_list("value", "person_id")
    by_address = {value: person_id for value, person_id in handles if person_id in asked_for}
    found: dict[int, list[Signed]] = defaultdict(list)
    rows = SignatureSeen.objects.visible_to(owner)
    for address, title, phone, at, pk in rows.values_list("address", "title", "phone", "at", "interaction_id"):
        if address not in by_address:
            continue
        found[by_address[address]].append(Signed(at.date(), title, phone, pk))
    for address, signed in _stated_titles(owner):
        if address in by_address and not any(s.title for s in found[by_address[address]]):
            found[by_address[address]].append(signed)
    return found


def _stated_titles(owner: Any) -> list[tuple[str, Signed]]:
    """What cards and tables say of titles: used where no signature tells."""
    rows = holding(SourceRecord.objects.visible_to(owner)).filter(table__in=["cards", "contacts"]).order_by("pk")
    found = []
    for fields, at in rows.values_list("fields", "recorded_at"):
        phones = fields.get("phones") or [fields.get("phone", "")]
        for address in fields.get("addresses") or [fields.get("address", "")]:
            if address and fields.get("title"):
                found.append((address.lower(), Signed(at.date(), fields["title"], phones[0] if phones else "", None)))
    return found
