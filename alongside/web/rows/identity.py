"""Why are these one: the handles of a person or company, what joined them, what was said of them, and what a merge would bring together?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.knowledge.models import Fact
from alongside.ledgers.orders.models import Order
from alongside.ledgers.requests.models import Request
from alongside.people.joining import sure_pairs
from alongside.people.merge import handles_of, words_about
from alongside.people.models import Account, IdentityDecision, Person
from alongside.people.persons import names_seen, stated_by_handle
from alongside.people.stated import stated
from alongside.touches.models import Touch
from alongside.vocabulary import IdentityDecisionKind as Kind

MOST_OFFERED = 12
"""People or companies that a search offers to be merged. Unit: rows."""


@dataclass(frozen=True, slots=True)
class KnownBy:
    """A handle, as it is kept and as it is shown, and what ties it to the others."""

    value: str
    shown: str
    because: str


@dataclass(frozen=True, slots=True)
class Word:
    """Something that was said of two and still holds; `back` is what taking it back is called."""

    id: int
    say: str
    at: datetime
    back: str


@dataclass(frozen=True, slots=True)
class InSum:
    """One of two who may become one: who that is, and what hangs on them."""

    name: str
    more: str
    handles: Sequence[str]
    counts: Sequence[tuple[str, int]]


def known_by(user: Any, who: Person | Account) -> list[KnownBy]:
    """List the handles, each with what ties it to another."""
    handles = handles_of(who)
    because = _because_of_people(user, handles) if isinstance(who, Person) else {}
    for word in _joins(user, handles):
        because.setdefault(word.subject, "you said so")
        because.setdefault(word.other, "you said so")
    return [KnownBy(h, shown(h), because.get(h, "")) for h in handles]


def shown(handle: str) -> str:
    """Write a handle as people read it."""
    if handle.startswith(("domain:", "name:")):
        return handle.partition(":")[2]
    name, _, company = handle.partition("|")
    return f"{name.title()}, {company.title()} (no address)" if company else handle


def words(who: Person | Account) -> list[Word]:
    """List what was said of this one and others, the newest first, in sentences."""
    own = set(handles_of(who))
    return [_word(word, own) for word in words_about(who)]


def in_sum(user: Any, who: Person | Account) -> InSum:
    """Say what hangs on somebody or a company. Five queries."""
    of = Q(person=who) if isinstance(who, Person) else Q(account=who)
    ledgers: dict[str, Any] = {
        "interaction": Touch,
        "request": Request,
        "promise": Commitment,
        "order": Order,
        "fact": Fact,
    }
    counts = [(name, model.objects.visible_to(user).filter(of).count()) for name, model in ledgers.items()]
    if isinstance(who, Account):
        more, people = who.get_standing_display(), Person.objects.visible_to(user).filter(account=who, merged_into=None)
        counts.insert(0, ("person,people", people.count()))
    else:
        more = " · ".join(p for p in (who.title, who.account.name if who.account else "", who.phone) if p)
    return InSum(who.name, more, [shown(h) for h in handles_of(who)], [(name, n) for name, n in counts if n])


def offered(user: Any, who: Person | Account, words: str) -> list[Any]:
    """List others whom the words may mean, by name or by a handle."""
    words = " ".join(words.split())
    if not words:
        return []
    rows: Any = type(who).objects.visible_to(user).filter(merged_into=None).exclude(pk=who.pk)
    rows = rows.filter(Q(name__icontains=words) | Q(handles__value__icontains=words.lower())).distinct()
    if isinstance(who, Person):
        rows = rows.select_related("account")
    return list(rows.order_by("name", "pk")[:MOST_OFFERED])


def _because_of_people(user: Any, handles: Sequence[str]) -> dict[str, str]:
    """Say which card or what beyond a question ties each address to another of the same person."""
    if len(handles) < 2:
        return {}
    told, own = stated(user), set(handles)
    found: dict[str, str] = {}
    for card in told.rows["cards"]:
        both = sorted(own & {a.lower() for a in card.get("addresses", [])})
        found |= dict.fromkeys(both, f"a card of {card.get('name') or 'one person'} has it") if len(both) > 1 else {}
    told_by_handle = stated_by_handle(told)
    names: dict[str, Counter[str]] = names_seen(user, handles)
    for one, other, reason in sure_pairs(handles, {h: told_by_handle.get(h, []) for h in handles}, names):
        for handle in (one, other):
            found.setdefault(handle, reason[0].lower() + reason[1:].rstrip("."))
    return found


def _joins(user: Any, handles: Sequence[str]) -> list[IdentityDecision]:
    rows = IdentityDecision.objects.visible_to(user).filter(
        withdrawn_at=None, kind__in=[Kind.SAME_PERSON, Kind.SAME_ACCOUNT]
    )
    return list(rows.filter(subject__in=handles, other__in=handles))


def _word(word: IdentityDecision, own: set[str]) -> Word:
    one, other = (shown(handle) for handle in (word.subject, word.other))
    if word.kind in (Kind.SAME_PERSON, Kind.SAME_ACCOUNT):
        return Word(word.pk, f"{one} and {other} are one", word.decided_at, "Take apart")
    if word.kind == Kind.PART_OF:
        return Word(word.pk, f"{one} is a part of {other}", word.decided_at, "Take back")
    apart, rest = (one, other) if word.other in own else (other, one)
    return Word(word.pk, f"{apart} is not one with {rest}", word.decided_at, "Take back")
