"""Which people there are, how they are called, where they work, and which of them are ours.

Which addresses are one person's is told by joining.py; what is likely and not sure is asked (doubts.py).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count

from alongside.interactions.live import is_anything_withdrawn, live
from alongside.interactions.models import Participant
from alongside.people.companies import Companies
from alongside.people.domains import is_shared_mailbox
from alongside.people.groups import Groups
from alongside.people.joining import contact_handle, group_addresses, join_spoken_of
from alongside.people.models import Handle, Person
from alongside.people.names import best_name, is_relayed
from alongside.people.ourselves import Ourselves
from alongside.people.stated import Stated, domain_of, own_fields
from alongside.vocabulary import HandleKind, IdentityDecisionKind, ParticipantRole, StakeholderRole

BATCH = 400
"""Rows in one statement. Unit: rows; below the parameter limit of every SQLite in use."""


@dataclass(slots=True)
class Persons:
    """The outcome: person ids by handle (an address, or "name|company" for somebody without one)."""

    ids: dict[str, int] = field(default_factory=dict)
    groups: Groups = field(default_factory=Groups)
    rows: dict[int, Person] = field(default_factory=dict)
    handles: dict[int, list[str]] = field(
        default_factory=dict
    )  # in order: the first is the same in whatever order they came
    moved: set[int] = field(default_factory=set)  # people whose account, or whose being ours, changed
    regrouped: set[str] = field(default_factory=set)  # addresses that stand for another person than before
    stated: dict[str, list[dict[str, Any]]] = field(default_factory=dict)  # by handle, what cards and tables say
    names: dict[str, Counter[str]] = field(default_factory=dict)  # by address, the names under which it was met

    def times_met(self, pk: int) -> int:
        """Count how often somebody was met under a name."""
        return sum(self.names[handle].total() for handle in self.handles[pk] if handle in self.names)


@dataclass(frozen=True, slots=True)
class _Known:
    """All that speaks of people, read once."""

    who: Ourselves
    said: Stated
    companies: Companies
    stated: dict[str, list[dict[str, Any]]]
    names: dict[str, Counter[str]]


def identify_persons(owner: Any, addresses: list[str], who: Ourselves, said: Stated, companies: Companies) -> Persons:
    """Bring the Person rows in line with all that is known."""
    known = _Known(who, said, companies, stated_by_handle(said), names_seen(owner))
    groups = group_addresses(addresses, said, known.stated, known.names)
    join_spoken_of(groups, said, companies, known.stated, known.names)
    outcome = Persons(groups=groups, stated=known.stated, names=known.names)
    rows = {p.anchor: p for p in Person.objects.visible_to(owner)}
    fresh, changed = [], []
    for root, handles in outcome.groups.members().items():
        there = [rows[h] for h in handles if h in rows]
        person = min(there, key=lambda p: p.pk) if there else Person(owner=owner, anchor=root)
        if _fill(person, handles, known, outcome) and there:
            changed.append(person)
        if not there:
            fresh.append((person, handles))
            continue
        outcome.rows[person.pk], outcome.handles[person.pk] = person, handles
    _create(fresh, rows, outcome)
    outcome.ids = {handle: pk for pk, handles in outcome.handles.items() for handle in handles}
    Person.objects.bulk_update(changed, _FILLED, batch_size=BATCH)
    _mark_merged(rows, outcome)
    _write_handles(owner, outcome)
    _forget_gone(owner, outcome)
    return outcome


_FILLED = ("name", "account", "is_ours", "is_shared_mailbox", "roles", "note", "own_fields", "merged_into")


def stated_by_handle(said: Stated) -> dict[str, list[dict[str, Any]]]:
    """Give every handle the stated fields that speak of it, cards first, table rows after: later ones count more."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for card in said.rows["cards"]:
        fields = {
            "name": card.get("name", ""),
            "account": card.get("organisation", ""),
            "title": card.get("title", ""),
            "note": card.get("note", ""),
            "phones": card.get("phones", []),
            "from_card": True,
        }
        for address in card.get("addresses", []):
            found[address.lower()].append(fields)
    for row in said.rows["contacts"]:
        address = row.get("address", "").lower()
        handle = address or contact_handle(row.get("name", ""), row.get("account", ""))
        found[handle].append({**row, "phones": [row["phone"]] if row.get("phone") else []})
    for person, account in said.spoken_of:
        found[contact_handle(person, account)].append({"name": person, "account": account})
    return found


def names_seen(owner: Any, addresses: Iterable[str] | None = None) -> dict[str, Counter[str]]:
    """Count under which names each address was met; of these addresses alone where any are named.

    Whom a note is about was written by us: it is no evidence of how somebody is called.
    """
    there = Participant.objects.filter(interaction__owner=owner).exclude(role=ParticipantRole.ABOUT)
    if addresses is not None:
        there = there.filter(address__value__in=list(addresses))
    rows = (
        (live(there, through="interaction__") if is_anything_withdrawn(owner) else there)
        .exclude(name="")
        .values_list("address__value", "name")
        .annotate(n=Count("id"))
    )
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for address, name, n in rows:
        found[address][name] += n
    return found


def _create(fresh: list[tuple[Person, list[str]]], rows: dict[str, Person], outcome: Persons) -> None:
    Person.objects.bulk_create([person for person, _ in fresh], batch_size=BATCH)
    for person, handles in fresh:
        rows[person.anchor] = outcome.rows[person.pk] = person
        outcome.handles[person.pk] = handles
        outcome.moved.add(person.pk)


def _fill(person: Person, handles: list[str], known: _Known, outcome: Persons) -> bool:
    """Set what is known of somebody; return whether anything changed."""
    stated = [fields for handle in handles for fields in known.stated.get(handle, ())]
    stated.sort(key=lambda fields: "from_card" not in fields)
    boxes = [h for h in handles if "@" in h]
    is_ours = any(known.who.has(b) for b in boxes)
    new = {
        "name": _name(handles, stated, known)[:300],
        "is_ours": is_ours,
        "is_shared_mailbox": bool(boxes) and all(_is_shared(b, known) for b in boxes),
        "roles": _roles(handles, stated, known.said),
        "own_fields": own_fields(stated),
        "note": next((f["note"] for f in reversed(stated) if f.get("note")), ""),
        "merged_into_id": None,
        "account_id": None if is_ours else _account(handles, boxes, stated, known),
    }
    before = (person.account_id, person.is_ours)
    changed = {k: v for k, v in new.items() if getattr(person, k) != v}
    for name, value in changed.items():
        setattr(person, name, value)
    if person.pk and before != (person.account_id, person.is_ours):
        outcome.moved.add(person.pk)
    return bool(changed)


def _is_shared(address: str, known: _Known) -> bool:
    """Tell whether an address is a desk's, or a service's that writes for many ("Joe via DocuSign")."""
    return is_shared_mailbox(address) or any(is_relayed(name, address) for name in known.names.get(address, ()))


def _name(handles: list[str], stated: list[dict[str, Any]], known: _Known) -> str:
    if decided := known.said.value(IdentityDecisionKind.NAME, handles):
        return decided
    if told := next((f["name"] for f in reversed(stated) if f.get("name")), ""):
        return str(told)
    seen: Counter[str] = Counter()
    for handle in handles:
        seen.update(known.names.get(handle, ()))
    return best_name(seen, handles[0])


def _account(handles: list[str], boxes: list[str], stated: list[dict[str, Any]], known: _Known) -> int | None:
    """A person's word counts most, then a table's, then the domain, then what a card says."""
    decided = known.said.value(IdentityDecisionKind.WORKS_AT, handles)
    if decided is not None and (not decided or decided in known.companies.ids):
        return known.companies.ids.get(decided)
    table = next((f["account"] for f in reversed(stated) if f.get("account") and "from_card" not in f), "")
    if found := known.companies.of_name(table):
        return found
    for box in boxes:
        if found := known.companies.of_domain(domain_of(box)):
            return found
    card = next((f["account"] for f in reversed(stated) if f.get("account")), "")
    return known.companies.of_name(card)


def _roles(handles: list[str], stated: list[dict[str, Any]], said: Stated) -> list[str]:
    words = said.value(IdentityDecisionKind.ROLE, handles)
    words = words or next((f["role"] for f in reversed(stated) if f.get("role")), "")
    return [w for w in (part.strip() for part in words.split(",")) if w in set(StakeholderRole)]


def _mark_merged(rows: dict[str, Person], outcome: Persons) -> None:
    merged = []
    for anchor, person in rows.items():
        leads_to = outcome.ids.get(anchor)
        target = leads_to if leads_to and leads_to != person.pk else None
        if person.merged_into_id != target:
            person.merged_into_id = target
            merged.append(person)
    Person.objects.bulk_update(merged, ["merged_into"], batch_size=BATCH)


def _forget_gone(owner: Any, outcome: Persons) -> None:
    """Take away the people whom no fact that counts names any more (an import was undone)."""
    handles = Handle.objects.visible_to(owner).filter(kind=HandleKind.EMAIL).values_list("pk", "value")
    Handle.objects.filter(pk__in=[pk for pk, value in handles if value not in outcome.ids]).delete()
    anchors = dict(Person.objects.visible_to(owner).values_list("pk", "anchor"))
    Person.objects.filter(pk__in=[pk for pk, anchor in anchors.items() if anchor not in outcome.ids]).delete()


def _write_handles(owner: Any, outcome: Persons) -> None:
    there = {h.value: h for h in Handle.objects.visible_to(owner).filter(kind=HandleKind.EMAIL)}
    fresh, moved = [], []
    for value, person_id in outcome.ids.items():
        handle = there.get(value)
        if handle is None:
            fresh.append(Handle(owner=owner, kind=HandleKind.EMAIL, value=value[:320], person_id=person_id))
        elif handle.person_id != person_id:
            handle.person_id = person_id
            moved.append(handle)
            outcome.regrouped.add(value)
    Handle.objects.bulk_create(fresh, batch_size=BATCH)
    Handle.objects.bulk_update(moved, ["person"], batch_size=BATCH)
