"""Whom does somebody mean: the person or account that a page named, or the name that was typed?

Never guesses: where several could be meant, all of them are offered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from alongside.people.models import Account, Person

MOST_OFFERED = 12
"""People and accounts that are offered to choose from. Unit: rows of each."""


@dataclass(frozen=True, slots=True)
class Whom:
    """Who is meant: one person, or an account and the people to choose from. `name` is how the page calls it."""

    person: Person | None = None
    account: Account | None = None
    people: Sequence[Person] = ()
    name: str = ""

    @property
    def is_of_account(self) -> bool:
        """Tell whether an account was named rather than somebody there, even if only one person could be meant."""
        return self.account is not None and (self.person is None or bool(self.people))

    @property
    def value(self) -> str:
        """Give the value by which a form names it again."""
        if self.account and self.is_of_account:
            return f"account:{self.account.pk}"
        return f"person:{self.person.pk}" if self.person else ""


def whom(user: Any, about: str, name: str = "") -> Whom:
    """Find who is meant by a form's `about` ("person:12", "account:3"), else by a typed name."""
    kind, _, number = about.partition(":")
    if number.isdecimal() and len(number) < 19:
        found = {"person": _of_person, "account": _of_account}.get(kind)
        if found and (meant := found(user, int(number))):
            return meant
    return _of_name(user, " ".join(name.split()))


def offered(user: Any, words: str) -> list[str]:
    """List what could be meant by the beginning of a name, as it is written in the field."""
    words = " ".join(words.split())
    if not words:
        return []
    people = [said(person) for person in _people(user).filter(name__icontains=words)[:MOST_OFFERED]]
    return [*people, *_accounts(user).filter(name__icontains=words).values_list("name", flat=True)[:MOST_OFFERED]]


def said(person: Person) -> str:
    """Write a person so that they can be told from others of the name: "Joe Kowalski, National Steel"."""
    return f"{person.name}, {person.account.name}" if person.account else person.name


def _people(user: Any) -> "QuerySet[Person]":
    rows = Person.objects.visible_to(user).filter(merged_into__isnull=True, is_ours=False)
    return rows.select_related("account").order_by("is_shared_mailbox", "name", "pk")


def _accounts(user: Any) -> "QuerySet[Account]":
    return Account.objects.visible_to(user).filter(merged_into__isnull=True).order_by("name", "pk")


def _of_person(user: Any, pk: int) -> Whom | None:
    person = _people(user).filter(pk=pk).first()
    return Whom(person=person, account=person.account, name=said(person)) if person else None


def _of_account(user: Any, pk: int) -> Whom | None:
    account = _accounts(user).filter(pk=pk).first()
    return _at(user, account) if account else None


def _at(user: Any, account: Account) -> Whom:
    """Offer the people of an account; the only one is meant without asking."""
    people = list(_people(user).filter(account=account)[:MOST_OFFERED])
    return Whom(people[0] if len(people) == 1 else None, account, people, account.name)


def _of_name(user: Any, name: str) -> Whom:
    if not name:
        return Whom()
    person, _, company = name.rpartition(", ")
    exact = Q(name__iexact=name) | Q(name__iexact=person or name, account__name__iexact=company)
    people = list(_people(user).filter(exact)[:MOST_OFFERED])
    if len(people) == 1:
        return Whom(people[0], people[0].account, name=said(people[0]))
    account = None if people else _accounts(user).filter(name__iexact=name).first()
    if account:
        return _at(user, account)
    return Whom(people=people or list(_people(user).filter(name__icontains=name)[:MOST_OFFERED]), name=name)
