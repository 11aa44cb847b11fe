"""Which people there are, how they are called, where they work, and which of them are ours.

Addresses are joined into one person only where a card, a table or a person says so; likely ones are asked (doubts.py).
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count

from alongside.interactions.live import is_anything_withdrawn, live
from alongside.interactions.models import Participant
from alongside.people.companies import Companies
from alongside.people.domains import is_shared_mailbox, name_key
from alongside.people.groups import Groups
from alongside.people.models import Handle, Person
from alongside.people.names import best_name
from alongside.people.ourselves import Ourselves
from alongside.people.stated import Stated, domain_of
from alongside.vocabulary import HandleKind, IdentityDecisionKind, StakeholderRole


@dataclass(slots=True)
class Persons:
    """The outcome: person ids by handle (an address, or "name|company" for somebody without one)."""

    ids: dict[str, int] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)
    rows: dict[int, Person] = field(default_factory=dict)
    first_handle: dict[int, str] = field(
        default_factory=dict
    )  # the smallest handle: the same in whatever order they came
    moved: set[int] = field(default_factory=set)  # people whose account, or whose being ours, changed
    regrouped: set[str] = field(default_factory=set)  # addresses that stand for another person than before


def identify_persons(owner: Any, addresses: list[str], who: Ourselves, said: Stated, companies: Companies) -> Persons:
    """Bring the Person rows in line with all that is known."""
    cards = _cards_by_handle(said)
    groups = _groups(addresses, said, cards)
    outcome = Persons(groups=groups.members())
    names = _names_seen(owner)
    rows = {p.anchor: p for p in Person.objects.visible_to(owner)}
    _create_missing(owner, outcome, rows)
    changed = []
    for handles in outcome.groups.values():
        person = min((rows[h] for h in handles if h in rows), key=lambda p: p.pk)
        before = (person.account_id, person.is_ours)
        if _fill(person, handles, names, cards, who, said, companies):
            changed.append(person)
        if before != (person.account_id, person.is_ours):
            outcome.moved.add(person.pk)
        outcome.rows[person.pk], outcome.first_handle[person.pk] = person, min(handles)
        for handle in handles:
            outcome.ids[handle] = person.pk
    Person.objects.bulk_update(
        changed, ["name", "account", "is_ours", "is_shared_mailbox", "roles", "note", "merged_into"], batch_size=400
    )
    _mark_merged(rows, outcome)
    _write_handles(owner, outcome)
    _forget_gone(owner, outcome)
    return outcome


def contact_handle(name: str, account: str) -> str:
    """Name somebody who has no address: "joe kowalski|national steel"."""
    return f"{' '.join(name.lower().split())}|{name_key(account)}"[:320]


def _cards_by_handle(said: Stated) -> dict[str, list[dict[str, Any]]]:
    """Give every handle the stated fields that speak of it, cards first, table rows after: later ones count more."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for card in said.rows["cards"]:
        fields = {
            "name": card.get("name", ""),
            "account": card.get("organisation", ""),
            "title": card.get("title", ""),
            "note": card.get("note", ""),
        }
        for address in card.get("addresses", []):
            found[address.lower()].append(fields | {"from_card": True})
    for row in said.rows["contacts"]:
        address = row.get("address", "").lower()
        found[address or contact_handle(row.get("name", ""), row.get("account", ""))].append(dict(row))
    return found


def _groups(addresses: list[str], said: Stated, cards: dict[str, list[dict[str, Any]]]) -> Groups:
    groups = Groups(addresses)
    for handle in cards:
        groups.add(handle)
    for card in said.rows["cards"]:
        boxes = [a.lower() for a in card.get("addresses", [])]
        for other in boxes[1:]:
            if (min(boxes[0], other), max(boxes[0], other)) not in said.other_person:
                groups.join(boxes[0], other)
    for one, other in said.same_person:
        if one in groups and other in groups:
            groups.join(one, other)
    return groups


def _names_seen(owner: Any) -> dict[str, Counter[str]]:
    there = Participant.objects.filter(interaction__owner=owner)
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


def _create_missing(owner: Any, outcome: Persons, rows: dict[str, Person]) -> None:
    fresh = [
        Person(owner=owner, anchor=root, name=root[:300])
        for root, handles in outcome.groups.items()
        if not any(h in rows for h in handles)
    ]
    Person.objects.bulk_create(fresh, batch_size=400)
    rows.update({p.anchor: p for p in fresh})
    outcome.moved.update(p.pk for p in fresh)


def _fill(
    person: Person,
    handles: list[str],
    names: dict[str, Counter[str]],
    cards: dict[str, list[dict[str, Any]]],
    who: Ourselves,
    said: Stated,
    companies: Companies,
) -> bool:
    stated = [fields for handle in handles for fields in cards.get(handle, [])]
    stated.sort(key=lambda fields: "from_card" not in fields)
    boxes = [h for h in handles if "@" in h]
    new = {
        "name": _name(handles, stated, names, said)[:300],
        "is_ours": any(who.has(b) for b in boxes),
        "is_shared_mailbox": bool(boxes) and all(is_shared_mailbox(b) for b in boxes),
        "roles": _roles(handles, stated, said),
        "note": next((f["note"] for f in reversed(stated) if f.get("note")), ""),
        "merged_into_id": None,
    }
    new["account_id"] = None if new["is_ours"] else _account(boxes, stated, companies)
    changed = {k: v for k, v in new.items() if getattr(person, k) != v}
    for name, value in changed.items():
        setattr(person, name, value)
    return bool(changed)


def _name(handles: list[str], stated: list[dict[str, Any]], names: dict[str, Counter[str]], said: Stated) -> str:
    if decided := said.value(IdentityDecisionKind.NAME, handles):
        return decided
    if told := next((f["name"] for f in reversed(stated) if f.get("name")), ""):
        return str(told)
    seen: Counter[str] = Counter()
    for handle in handles:
        seen.update(names.get(handle, Counter()))
    return best_name(seen, handles[0])


def _account(boxes: list[str], stated: list[dict[str, Any]], companies: Companies) -> int | None:
    """A table's word counts most, then the domain, then what a card says."""
    table = next((f["account"] for f in reversed(stated) if f.get("account") and "from_card" not in f), "")
    if found := companies.of_name(table):
        return found
    for box in boxes:
        if found := companies.of_domain(domain_of(box)):
            return found
    card = next((f["account"] for f in reversed(stated) if f.get("account")), "")
    return companies.of_name(card)


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
    Person.objects.bulk_update(merged, ["merged_into"], batch_size=400)


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
    Handle.objects.bulk_create(fresh, batch_size=400)
    Handle.objects.bulk_update(moved, ["person"], batch_size=400)
