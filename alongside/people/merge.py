"""Saying that two are one, taking that back, and saying that an address is somebody else's. Identification must run after each.

Every word is a decision under natural keys, and those said in one go bear one instant: taking the word back withdraws them
together, and what held before holds again. Nothing is moved or copied, so nothing can be lost. What was made while two were one
(a note, a role, a name) stands under the address by which the elder was first known, and stays with it.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.db import transaction

from alongside.people.models import Account, Doubt, Handle, IdentityDecision, Person
from alongside.vocabulary import HandleKind
from alongside.vocabulary import IdentityDecisionKind as Kind

OF_PEOPLE = (Kind.SAME_PERSON, Kind.OTHER_PERSON)
OF_COMPANIES = (Kind.SAME_ACCOUNT, Kind.OTHER_ACCOUNT, Kind.PART_OF)


@transaction.atomic
def merge_people(one: Person, other: Person, *, by: Any, at: datetime) -> None:
    """Say that two people are one, whatever was said of any of their addresses before."""
    pairs = {(one.anchor, other.anchor)} | _kept_apart(one, other, Kind.OTHER_PERSON)
    _say(Kind.SAME_PERSON, pairs, owner=one.owner, by=by, at=at)


@transaction.atomic
def merge_accounts(one: Account, other: Account, *, by: Any, at: datetime) -> None:
    """Say that two companies are one, whatever was said of any of their names and domains before."""
    pairs = (
        {(one.anchor, other.anchor)}
        | _kept_apart(one, other, Kind.OTHER_ACCOUNT)
        | _kept_apart(one, other, Kind.PART_OF)
    )
    _say(Kind.SAME_ACCOUNT, pairs, owner=one.owner, by=by, at=at)


@transaction.atomic
def split_person(person: Person, handle: str, *, by: Any, at: datetime) -> None:
    """Say that one of a person's addresses is somebody else's. The others stay together."""
    rest = [h for h in handles_of(person) if h != handle]
    _say(Kind.SAME_PERSON, pairwise(rest), owner=person.owner, by=by, at=at)
    _say(Kind.OTHER_PERSON, ((handle, h) for h in rest), owner=person.owner, by=by, at=at)


@transaction.atomic
def split_account(account: Account, handle: str, *, by: Any, at: datetime) -> None:
    """Say that one of a company's names or domains is another company's. The others stay together."""
    rest = [h for h in handles_of(account) if h != handle]
    _say(Kind.SAME_ACCOUNT, pairwise(rest), owner=account.owner, by=by, at=at)
    _say(Kind.OTHER_ACCOUNT, ((handle, h) for h in rest), owner=account.owner, by=by, at=at)


@transaction.atomic
def belongs_to(part: Account, whole: Account, *, by: Any, at: datetime) -> None:
    """Say that a company is a part of another, and a company of its own."""
    _say(Kind.PART_OF, [(part.anchor, whole.anchor)], owner=part.owner, by=by, at=at)


@transaction.atomic
def take_back(word: IdentityDecision, *, at: datetime) -> None:
    """Withdraw a word, with all that was said in the same go; a question that it answered stands again."""
    kinds = next((kinds for kinds in (OF_PEOPLE, OF_COMPANIES) if word.kind in kinds), (word.kind,))
    said = IdentityDecision.objects.filter(
        owner=word.owner, decided_at=word.decided_at, kind__in=kinds, withdrawn_at=None
    )
    pairs = list(said.values_list("subject", "other"))
    said.update(withdrawn_at=at)
    for subject, other in pairs:
        Doubt.objects.filter(owner=word.owner, subject=subject, other=other).update(
            verdict="", settled_by=None, settled_at=None
        )


def words_about(who: Person | Account) -> list[IdentityDecision]:
    """List what people said of this one and another that still holds, the newest first, one word for each go."""
    kinds = OF_PEOPLE if isinstance(who, Person) else OF_COMPANIES
    handles = handles_of(who)
    rows = IdentityDecision.objects.filter(owner=who.owner, kind__in=kinds, withdrawn_at=None)
    said = rows.filter(subject__in=handles) | rows.filter(other__in=handles)
    goes: dict[datetime, IdentityDecision] = {}
    for word in said.distinct().order_by("-decided_at", "kind", "pk"):
        goes.setdefault(word.decided_at, word)
    return list(goes.values())


def handles_of(who: Person | Account) -> list[str]:
    """List the handles of somebody as decisions name them, in order."""
    if isinstance(who, Person):
        return sorted(Handle.objects.filter(owner=who.owner, person=who).values_list("value", flat=True))
    known = Handle.objects.filter(owner=who.owner, account=who, kind__in=[HandleKind.DOMAIN, HandleKind.NAME])
    return sorted(f"{kind}:{value}" for kind, value in known.values_list("kind", "value"))


def _kept_apart(one: Person | Account, other: Person | Account, kind: Kind) -> set[tuple[str, str]]:
    """Give the pairs between two of which it was said that they are not one: the new word must name each of them."""
    first, second = set(handles_of(one)), set(handles_of(other))
    said = IdentityDecision.objects.filter(owner=one.owner, kind=kind, withdrawn_at=None)
    pairs = said.values_list("subject", "other")
    return {(a, b) for a, b in pairs if (a in first and b in second) or (a in second and b in first)}


def _say(kind: Kind, pairs: Iterable[Sequence[str]], *, owner: Any, by: Any, at: datetime) -> None:
    IdentityDecision.objects.bulk_create(
        IdentityDecision(owner=owner, kind=kind, subject=subject, other=other, decided_by=by, decided_at=at)
        for subject, other in pairs
    )
