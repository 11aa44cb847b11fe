"""From a query to what the index is asked for: who is meant by a name, and from which instant to which.

It also says the query in words, with the names as they are spelt.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from alongside.interactions.models import Address
from alongside.people.models import Handle, Person
from alongside.search.query import Named, Query, Term, term_of
from alongside.search.wanted import Leaf, Tag, Wanted, bounds, number_at
from alongside.search.who import Meant, accounts_called, people_called
from alongside.vocabulary import HandleKind, InteractionKind

MOST_ADDRESSES = 300
"""Addresses by which the people that a name means are looked for. Unit: addresses."""

NOBODY = Tag("f0")
"""The mark of an address that nobody has: what is from nobody is nothing."""

MYSELF = {"me", "us", "myself"}


@dataclass(frozen=True, slots=True)
class Party:
    """Who is meant by a name of the query: addresses, domains, and how it is spelt; `mended` if it was typed otherwise."""

    named: Named
    called: str
    addresses: tuple[int, ...] = ()
    domains: tuple[str, ...] = ()
    mended: str = ""
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class Understood:
    """The query, who is meant, what the index is asked for (None: nothing), and the terms by which hits are marked."""

    query: Query
    parties: tuple[Party, ...]
    wanted: Wanted | None
    remarks: tuple[str, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        return self.query.terms


def understand(user: Any, query: Query) -> Understood:
    """Find out who is meant, and write down what the index is asked for."""
    parties = tuple(_party(user, named) for named in query.names)
    unknown = [party for party in parties if not party.is_known]
    query = replace(query, terms=(*query.terms, *_as_words(unknown)))
    known = tuple(party for party in parties if party.is_known)
    remarks = (*query.remarks, *(_remark(party) for party in parties if party.mended or not party.is_known))
    return Understood(query, known, _wanted(user, query, known) if query else None, remarks)


def _as_words(parties: Iterable[Party]) -> list[Term]:
    return [term for party in parties if not party.named.is_excluded and (term := term_of(party.named.name))]


def _remark(party: Party) -> str:
    if party.mended:
        return f"Showing {party.mended}: nobody is called “{party.named.name}”."
    what = "company" if party.named.side == "account" else "person or company"
    if party.named.is_excluded:
        return f"No {what} “{party.named.name}” is known, so nothing was left out."
    return f"No {what} “{party.named.name}” is known, so it was searched as words."


# Who is meant


def _party(user: Any, named: Named) -> Party:
    name = named.name.strip().lower()
    if name in MYSELF and named.side != "account":
        return Party(named, "us", _addresses_of(user, _ours(user)))
    if "@" in name or ("." in name and " " not in name):
        party = _of_address(user, named, name)
        if party.is_known:
            return party
    people = people_called(user, named.name) if named.side != "account" else Meant()
    if people.called and not people.mended:
        return _of_people(user, named, people)
    companies = accounts_called(user, named.name)
    if people.called and (companies.mended or not companies.called):
        return _of_people(user, named, people)
    return _of_accounts(user, named, companies) if companies.called else Party(named, named.name, is_known=False)


def _of_address(user: Any, named: Named, name: str) -> Party:
    """Take an address, its beginning, or a domain as it stands."""
    rows = Address.objects.visible_to(user)
    before, _, domain = name.rpartition("@")
    if before:
        found = tuple(rows.filter(value__startswith=name).values_list("pk", flat=True)[:MOST_ADDRESSES])
        return Party(named, named.name, found, is_known=bool(found))
    return Party(named, named.name, (), (domain,), is_known=rows.filter(domain=domain).exists())


def _of_people(user: Any, named: Named, meant: Meant) -> Party:
    return Party(named, _or(meant.called.values()), _addresses_of(user, list(meant.called)), (), meant.mended)


def _of_accounts(user: Any, named: Named, meant: Meant) -> Party:
    """Take the domains of companies, and the addresses that their people have elsewhere."""
    handles = Handle.objects.visible_to(user).filter(kind=HandleKind.DOMAIN, account__isnull=False)
    domains = tuple(handles.filter(account__in=list(meant.called)).values_list("value", flat=True))
    people = Person.objects.visible_to(user).filter(account__in=list(meant.called))
    strays = _addresses(user, people.values("pk")).exclude(domain__in=handles.values("value"))
    pks = tuple(strays.values_list("pk", flat=True)[:MOST_ADDRESSES])
    return Party(named, _or(meant.called.values()), pks, domains, meant.mended)


def _ours(user: Any) -> Any:
    return Person.objects.visible_to(user).filter(is_ours=True).values("pk")


def _addresses_of(user: Any, people: Any) -> tuple[int, ...]:
    return tuple(_addresses(user, people).values_list("pk", flat=True)[:MOST_ADDRESSES])


def _addresses(user: Any, people: Any) -> Any:
    handles = Handle.objects.visible_to(user).filter(kind=HandleKind.EMAIL, person__in=people)
    return Address.objects.visible_to(user).filter(value__in=handles.values("value"))


def _or(names: Iterable[str]) -> str:
    """Join up to three names; of more only how many."""
    each = sorted(set(names))
    if len(each) > 3:
        return f"{each[0]}, {each[1]} or {len(each) - 2} others"
    return " or ".join(each) if len(each) < 3 else f"{each[0]}, {each[1]} or {each[2]}"


# What the index is asked for


def _wanted(user: Any, query: Query, parties: tuple[Party, ...]) -> Wanted:
    all_of: list[tuple[Leaf, ...]] = [(term,) for term in query.terms]
    none_of: list[Leaf] = [*query.excluded, *(_kind(kind) for kind in query.excluded_kinds)]
    for party in parties:
        if party.named.is_excluded:
            none_of += _tags(party)
        else:
            all_of.append(_tags(party) or (NOBODY,))
    if query.kinds:
        all_of.append(tuple(_kind(kind) for kind in query.kinds))
    if query.has_attachment is not None:
        all_of, none_of = ([*all_of, (Tag("x"),)], none_of) if query.has_attachment else (all_of, [*none_of, Tag("x")])
    if query.is_sent is not None:
        all_of.append((_kind(InteractionKind.MAIL),))
        by_us = tuple(Tag(f"f{pk}") for pk in _addresses_of(user, _ours(user))) or (NOBODY,)
        all_of, none_of = ([*all_of, by_us], none_of) if query.is_sent else (all_of, [*none_of, *by_us])
    if not all_of:
        all_of = [tuple(_kind(kind) for kind in InteractionKind)]
    low, high = _between(user.pk, query)
    return Wanted(tuple(all_of), tuple(none_of), low, high)


def _kind(kind: InteractionKind) -> Tag:
    return Tag(f"k{kind.value}")


def _tags(party: Party) -> tuple[Tag, ...]:
    sides = {"from": "f", "to": "t"}.get(party.named.side, "ft")
    hexed = [domain.encode().hex() for domain in party.domains]
    return tuple(Tag(f"{side}{pk}") for side in sides for pk in party.addresses) + tuple(
        Tag(f"d{side}{each}") for side in sides for each in hexed
    )


def _between(owner_id: int, query: Query) -> tuple[int, int]:
    low, high = bounds(owner_id)
    for days in query.days:
        if days.first:
            low = max(low, number_at(owner_id, _midnight(days.first)))
        if days.last:
            high = min(high, number_at(owner_id, _midnight(days.last + timedelta(days=1))) - 1)
    return low, high


def _midnight(on: date) -> datetime:
    """Give the instant at which a day begins where times are shown."""
    return datetime(on.year, on.month, on.day, tzinfo=ZoneInfo(settings.DISPLAY_TIME_ZONE)).astimezone(UTC)
