"""Random programs of what happens to a book: mail, cards, rows and notes come in, words are said and taken back, imports undone.

A program runs through the real database and, step by step, through the model; the two are compared as often as a step derives.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from alongside.intake.models import Import, ImportedItem
from alongside.intake.undo import bring_back, undo_import
from alongside.interactions.record import record, record_note
from alongside.ledgers.orders.models import Order
from alongside.people import merge as merging
from alongside.people.models import Account, Doubt, IdentityDecision, Person
from alongside.people.naming import move_to, rename
from alongside.people.role import say_roles
from alongside.people.sort import sort_company
from alongside.pipeline import bring_books_up_to_date, drop_derived
from alongside.sources.contract import Mailbox
from alongside.touches.models import Touch
from alongside.vocabulary import AccountStanding, IdentityDecisionKind, ImportState, StakeholderRole
from tests.letters import card, letter, row
from tests.people.model import Fact, Model, Word

OLGA = "Olga Owner <olga@example.com>"
AS_OF = date(2026, 1, 1)
START = datetime(2025, 6, 1, 9, tzinfo=UTC)

NAMES = {
    "joe@nsteel.example": ["Joe Kowalski", "Joseph Kowalski"],
    "kowalski@nsteel.example": ["Joe Kowalski"],
    "joe.k@gmail.com": ["Joe K", "Joe Kowalski"],
    "ann@plateworks.example": ["Ann Petrov"],
    "ann+list@plateworks.example": ["Ann Petrov"],
    "petrov@millgroup.example": ["Ann Petrov", "Ann Walker"],
    "mia@millgroup.example": ["Mia Ruiz"],
}
COMPANIES = {"national ore": "National Ore", "plates": "Plates Inc.", "the mill": "The Mill"}
DOMAINS = ["nsteel.example", "plateworks.example", "millgroup.example"]


@dataclass
class Program:
    """One run: the dice, the model, the book, and what was tried, for a report of a difference."""

    seed: int
    owner: Any
    dice: random.Random = field(init=False)
    model: Model = field(default_factory=Model)
    runs: list[tuple[Import, list[Fact]]] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    n: int = 0
    compared: int = 0

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)

    def run(self, steps: int) -> str:
        """Take so many steps; return what differs from the model, "" when nothing ever does."""
        for _ in range(steps):
            step = self.dice.choices(list(STEPS), list(STEPS.values()))[0]
            step(self)
            self.n += 1
            if self.dice.random() < DERIVED_SHARE and (found := self.derive()):
                return found
        return self.derive() or self.merge_and_back()

    def now(self) -> datetime:
        """Give an instant for each step, so that the order of words is never open."""
        return START + timedelta(minutes=self.n)

    def derive(self) -> str:
        bring_books_up_to_date(self.owner, as_of=AS_OF)
        return self.difference()

    def difference(self) -> str:
        """Compare the book with the model; say what differs."""
        self.compared += 1
        expected, there = expected_picture(self.model), picture(self.owner)
        for name, wanted in expected.items():
            if there[name] != wanted:
                tried = "\n  ".join(self.tried)
                return (
                    f"seed {self.seed}, {name}:\n  {tried}\n  wanted {_sorted(wanted)}\n  found  {_sorted(there[name])}"
                )
        return ""

    def merge_and_back(self) -> str:
        """Merge any two and take them apart: everything must be as it was, to the last id."""
        before = exact_picture(self.owner)
        people = list(Person.objects.visible_to(self.owner).filter(merged_into=None, is_ours=False).order_by("pk"))
        if len(people) < 2:
            return ""
        one, other = self.dice.sample(people, 2)
        self.n += 1
        merging.merge_people(one, other, by=self.owner, at=self.now())
        bring_books_up_to_date(self.owner, as_of=AS_OF)
        word = IdentityDecision.objects.filter(owner=self.owner, decided_at=self.now()).first()
        assert word is not None
        merging.take_back(word, at=self.now())
        bring_books_up_to_date(self.owner, as_of=AS_OF)
        after = exact_picture(self.owner)
        tried = "\n  ".join(self.tried)
        return "" if before == after else f"seed {self.seed}: merged and taken apart\n  {tried}\n  {before}\n  {after}"


DERIVED_SHARE = 0.4
"""Share of steps after which everything is derived and compared. Unit: probability; the rest pile up."""


def expected_picture(model: Model) -> dict[str, Any]:
    """Say what the model holds to be so."""
    people = {group: model.person(group) for group in model.people()}
    of = {handle: group for group in people for handle in group}
    company_of = {handle: group for group in model.companies() for handle in group}
    met = {(f.key, of[a]) for f in model.of("mail", "note") for a in f.fields["addresses"]}
    orders = {f.key: company_of[f"name:{f.fields['account']}"] for f in model.of("order")}
    return {
        "people": people,
        "companies": {group: model.company(group) for group in model.companies()},
        "met": met,
        "orders": orders,
    }


def picture(owner: Any) -> dict[str, Any]:
    """Say the same of the book."""
    accounts = Account.objects.visible_to(owner).filter(merged_into=None).prefetch_related("handles")
    companies = {a.pk: frozenset(f"{h.kind}:{h.value}" for h in a.handles.all()) for a in accounts}
    people = Person.objects.visible_to(owner).filter(merged_into=None, is_ours=False).prefetch_related("handles")
    handles = {p.pk: frozenset(h.value for h in p.handles.all()) for p in people}
    touches = Touch.objects.visible_to(owner).values_list(
        "interaction__identity_key", "interaction__message_id", "person_id"
    )
    orders = Order.objects.visible_to(owner).values_list("number", "account_id")
    none: frozenset[str] = frozenset()
    return {
        "people": {handles[p.pk]: (p.name, companies.get(p.account_id or 0, none), tuple(p.roles)) for p in people},
        "companies": {companies[a.pk]: (a.name, a.standing, companies.get(a.parent_id or 0, none)) for a in accounts},
        "met": {(message_id or key, handles.get(pk, none)) for key, message_id, pk in touches},
        "orders": {number: companies.get(pk, none) for number, pk in orders},
    }


def exact_picture(owner: Any) -> dict[str, Any]:
    """Say who is who down to the ids, and what is asked."""
    people = Person.objects.visible_to(owner).filter(merged_into=None).prefetch_related("handles")
    return picture(owner) | {
        "ids": {(p.pk, p.name, frozenset(h.value for h in p.handles.all())) for p in people},
        "doubts": sorted(Doubt.objects.visible_to(owner).filter(verdict="").values_list("subject", "other")),
    }


def _sorted(found: Any) -> Any:
    return sorted((repr(item) for item in found.items()) if isinstance(found, dict) else (repr(item) for item in found))


# What may happen


def mail(p: Program) -> None:
    address = p.dice.choice(list(NAMES))
    name, key = p.dice.choice(NAMES[address]), f"m{p.n}-{p.seed}@x.example"
    came_in(p, letter(f"{name} <{address}>", OLGA, p.now().isoformat()[:19], f"Hello {p.n}.", message_id=key))
    learn(p, Fact("mail", key, {"addresses": [address], "name": name}))


def contact_card(p: Program) -> None:
    both = p.dice.sample(list(NAMES), 2)
    name = p.dice.choice(NAMES[both[0]])
    came_in(p, card(f"{name}", *both, note=str(p.n)))
    learn(p, Fact("card", str(p.n), {"addresses": both, "name": name}))


def contact_row(p: Program) -> None:
    address, key = p.dice.choice(list(NAMES)), p.dice.choice(list(COMPANIES))
    fields = {
        "name": p.dice.choice(NAMES[address]),
        "account": COMPANIES[key],
        "role": p.dice.choice(["", "user", "procurement"]),
    }
    came_in(p, row("contacts", address=address, note=str(p.n), **fields))
    told = {
        "addresses": [address],
        "name": fields["name"],
        "account": key,
        "called": COMPANIES[key],
        "role": fields["role"],
    }
    learn(p, Fact("contact", str(p.n), told))


def order_row(p: Program) -> None:
    key = p.dice.choice(list(COMPANIES))
    number = f"{p.n}"
    came_in(p, row("orders", account=COMPANIES[key], number=number, ordered_on="2025-01-01"))
    learn(p, Fact("order", number, {"account": key, "called": COMPANIES[key]}))


def company_row(p: Program) -> None:
    key, domain = p.dice.choice(list(COMPANIES)), p.dice.choice(DOMAINS)
    came_in(p, row("accounts", name=COMPANIES[key], domain=domain, city=str(p.n)))
    learn(p, Fact("company", str(p.n), {"account": key, "called": COMPANIES[key], "domain": domain}))


def note(p: Program) -> None:
    if person := any_person(p):
        key = f"note-{p.n}-{p.seed}"
        record_note(f"Note {p.n}.", owner=p.owner, at=p.now(), about=[Mailbox(person.anchor, person.name)], key=key)
        p.model.facts.append(Fact("note", key, {"addresses": [person.anchor]}))
        p.tried.append(f"note about {person.anchor}")


def say_role(p: Program) -> None:
    if person := any_person(p):
        role = p.dice.choice([StakeholderRole.USER, StakeholderRole.ECONOMIC_BUYER])
        say_roles(person, [role], by=p.owner, at=p.now())
        said(p, "role", person.anchor, value=role.value)


def name_person(p: Program) -> None:
    if person := any_person(p):
        name = p.dice.choice(["Somebody Else", ""])
        rename(person, name, by=p.owner, at=p.now())
        said(p, "name", person.anchor, value=name)


def move(p: Program) -> None:
    person, account = any_person(p), any_account(p)
    if person and account:
        move_to(person, account, by=p.owner, at=p.now())
        said(p, "works_at", person.anchor, value=account.anchor)


def sort(p: Program) -> None:
    if account := any_account(p):
        standing = p.dice.choice([AccountStanding.PROSPECT, AccountStanding.NOT_A_CUSTOMER])
        sort_company(account, standing, by=p.owner, at=p.now())
        said(p, "standing", account.anchor, value=standing.value)


def name_company(p: Program) -> None:
    if account := any_account(p):
        rename(account, "Renamed", by=p.owner, at=p.now())
        said(p, "name", account.anchor, value="Renamed")


def merge_two_people(p: Program) -> None:
    one, other = any_person(p), any_person(p)
    if one and other and one != other:
        merging.merge_people(one, other, by=p.owner, at=p.now())
        as_decided(p)


def merge_two_companies(p: Program) -> None:
    one, other = any_account(p), any_account(p)
    if one and other and one != other:
        merging.merge_accounts(one, other, by=p.owner, at=p.now())
        as_decided(p)


def say_part_of(p: Program) -> None:
    one, other = any_account(p), any_account(p)
    if one and other and one != other:
        merging.belongs_to(one, other, by=p.owner, at=p.now())
        as_decided(p)


def split_one(p: Program) -> None:
    if (person := any_person(p)) and len(handles := merging.handles_of(person)) > 1:
        merging.split_person(person, p.dice.choice(handles), by=p.owner, at=p.now())
        as_decided(p)


def split_company(p: Program) -> None:
    if (account := any_account(p)) and len(handles := merging.handles_of(account)) > 1:
        merging.split_account(account, p.dice.choice(handles), by=p.owner, at=p.now())
        as_decided(p)


def take_a_word_back(p: Program) -> None:
    kinds = [*merging.OF_PEOPLE, *merging.OF_COMPANIES]
    words = IdentityDecision.objects.filter(owner=p.owner, withdrawn_at=None, kind__in=kinds)
    if word := p.dice.choice(list(words.order_by("pk"))) if words else None:
        merging.take_back(word, at=p.now())
        go = round((word.decided_at - START).total_seconds() / 60)
        for each in p.model.words:
            if each.go == go:
                each.holds = False
        p.tried.append(f"take back the words of step {go}")


def undo(p: Program) -> None:
    if there := [pair for pair in p.runs if all(fact.counts for fact in pair[1])]:
        run, facts = p.dice.choice(there)
        undo_import(run, by=p.owner, at=p.now())
        count(p, facts, False)


def redo(p: Program) -> None:
    if there := [pair for pair in p.runs if not any(fact.counts for fact in pair[1])]:
        run, facts = p.dice.choice(there)
        bring_back(run)
        count(p, facts, True)


def rebuild(p: Program) -> None:
    drop_derived(p.owner)
    p.tried.append("rebuild")


STEPS: dict[Callable[[Program], None], int] = {
    mail: 10, contact_card: 3, contact_row: 3, order_row: 2, company_row: 2, note: 3, say_role: 2, name_person: 2, move: 2, sort: 1,
    name_company: 1, merge_two_people: 6, merge_two_companies: 3, say_part_of: 1, split_one: 3, split_company: 1, take_a_word_back: 5,
    undo: 2, redo: 1, rebuild: 1,
}  # fmt: skip
"""What may happen, and how often beside the rest."""


# What the steps share


def came_in(p: Program, item: Any) -> None:
    """Record an item by an import of its own."""
    run = Import.objects.create(owner=p.owner, label=str(p.n), started_at=p.now(), state=ImportState.DONE)
    outcome = record([(str(p.n), item)], owner=p.owner, at=p.now(), import_id=run.pk)
    ImportedItem.objects.bulk_create(
        ImportedItem(owner=p.owner, brought_by=run, identity_key=key) for key in outcome.keys
    )
    p.runs.append((run, []))


def learn(p: Program, fact: Fact) -> None:
    p.model.facts.append(fact)
    p.runs[-1][1].append(fact)
    p.tried.append(f"{fact.kind} {fact.fields}")


def count(p: Program, facts: list[Fact], counts: bool) -> None:
    """An import was undone or brought back: what hung on it is made anew."""
    for fact in facts:
        fact.counts = counts
    drop_derived(p.owner)
    p.tried.append(f"{'bring back' if counts else 'undo'} {[fact.fields for fact in facts]}")


def said(p: Program, kind: str, subject: str, other: str = "", value: str = "") -> None:
    p.model.words.append(Word(p.n, kind, subject, other, value))
    p.tried.append(f"{kind} {subject} {other} {value}")


def as_decided(p: Program) -> None:
    """Tell the model the words that were kept in this step: which they should be is a matter of other tests."""
    rows = IdentityDecision.objects.filter(owner=p.owner, decided_at=p.now()).order_by("pk")
    for word in rows:
        said(p, IdentityDecisionKind(word.kind).value, word.subject, word.other)


def any_person(p: Program) -> Person | None:
    there = Person.objects.visible_to(p.owner).filter(merged_into=None, is_ours=False).order_by("pk")
    return p.dice.choice(list(there)) if there else None


def any_account(p: Program) -> Account | None:
    there = Account.objects.visible_to(p.owner).filter(merged_into=None).order_by("pk")
    return p.dice.choice(list(there)) if there else None
