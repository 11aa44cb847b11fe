"""Which addresses are one person's? What people said holds first; then a card that has both, then what is sure beyond a question.

Sure are: one mailbox written in two ways, and the same full name with a private phone that nobody else has. A like name alone
is asked (doubts.py).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Any

from alongside.people.companies import Companies
from alongside.people.domains import FREE_MAIL, company_domain, is_shared_mailbox, name_key
from alongside.people.groups import Groups, join_as_said
from alongside.people.names import best_name, split_name
from alongside.people.stated import Stated, domain_of

Names = Mapping[str, Counter[str]]

DIGITS_OF_A_PHONE = 9
"""Last digits by which a phone number is told from others, whatever is written before them. Unit: digits; country and area codes vary."""

MOST_SHARERS = 2
"""People that may share a phone for it to be a private one. Unit: addresses; three are a switchboard."""

_DOTLESS = frozenset({"gmail.com", "googlemail.com"})


def group_addresses(
    addresses: Sequence[str], said: Stated, stated: Mapping[str, list[dict[str, Any]]], names: Names
) -> Groups:
    """Join the addresses (and the handles of those who have none) into people."""
    groups = Groups(addresses)
    for handle in stated:
        groups.add(handle)
    join_as_said(groups, said.about_people)
    for card in said.rows["cards"]:
        for one, other in combinations(sorted({a.lower() for a in card.get("addresses", [])}), 2):
            groups.join(one, other)
    everybody = sorted({h for h in (*addresses, *stated) if "@" in h and not is_shared_mailbox(h)})
    for one, other, _ in sure_pairs(everybody, stated, names):
        groups.join(one, other)
    return groups


def contact_handle(name: str, account: str) -> str:
    """Name somebody who has no address: "joe kowalski|national steel"."""
    return f"{' '.join(name.lower().split())}|{name_key(account)}"[:320]


def company_handle(account: str) -> str:
    """Name a company of which something is told and nobody there is named: "|national steel"."""
    return contact_handle("", account)


def join_spoken_of(
    groups: Groups, said: Stated, companies: Companies, stated: Mapping[str, list[dict[str, Any]]], names: Names
) -> None:
    """Join whom a table names at a company with the only one there who is called so."""
    if not said.spoken_of:
        return
    there: dict[tuple[int | None, tuple[str, str]], set[str]] = defaultdict(set)
    for handle in (h for hs in groups.members().values() for h in hs if "@" in h):
        called = split_name(_called(handle, stated, names))
        for company in {companies.of_domain(domain_of(handle)), *_workplaces(stated.get(handle, []), companies)} - {
            None
        }:
            there[company, called].add(groups.root(handle))
    for person, account in said.spoken_of:
        found = there.get((companies.of_name(account), split_name(person)), set())
        if len(found) == 1:
            groups.join(contact_handle(person, account), next(iter(found)))


def _workplaces(rows: Sequence[dict[str, Any]], companies: Companies) -> set[int | None]:
    return {companies.of_name(row["account"]) for row in rows if row.get("account")}


def sure_pairs(
    addresses: Sequence[str], stated: Mapping[str, list[dict[str, Any]]], names: Names
) -> Iterator[tuple[str, str, str]]:
    """Give the pairs of addresses that are one person's beyond a question, each with the reason in a sentence."""
    for same in _by(mailbox, addresses):
        for one, other in pairwise(same):
            yield one, other, "Both addresses are one mailbox, written in two ways."
    for same in _by(_box_of_the_company, addresses):
        for one, other in pairwise(same):
            if _is_one_name(one, other, stated, names):
                yield one, other, "The same name, and the same address at two hosts of one company."
    for same in _by_phone(addresses, stated):
        for one, other in pairwise(same):
            if _is_one_name(one, other, stated, names):
                yield one, other, "The same name, and a phone number that nobody else has."


def mailbox(address: str) -> str:
    """Reduce an address to the mailbox it reaches: no "+tag", and at Gmail no dots."""
    local, _, domain = address.partition("@")
    local = local.partition("+")[0] or local
    return f"{local.replace('.', '')}@gmail.com" if domain in _DOTLESS else f"{local}@{domain}"


def phone_key(phone: str) -> str:
    """Reduce a phone number to its last digits; "" for what is too short to be anybody's own."""
    digits = "".join(c for c in phone if c.isdigit())
    return digits[-DIGITS_OF_A_PHONE:] if len(digits) >= DIGITS_OF_A_PHONE else ""


def _box_of_the_company(address: str) -> str:
    local, _, domain = address.partition("@")
    company = "" if domain in FREE_MAIL else company_domain(domain)
    return f"{local}@{company}" if company else ""


def _by(key: Any, addresses: Sequence[str]) -> list[list[str]]:
    """Put addresses of one key together; those of none, and those alone, are left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        if name := key(address):
            found[name].append(address)
    return [same for same in found.values() if len(same) > 1]


def _by_phone(addresses: Sequence[str], stated: Mapping[str, list[dict[str, Any]]]) -> list[list[str]]:
    """Put the addresses together that share a private phone."""
    there, found = set(addresses), defaultdict(list)
    for handle, rows in stated.items():
        for phone in {key for row in rows for phone in row.get("phones", ()) if (key := phone_key(phone))}:
            found[phone].append(handle)
    return [sorted(same) for same in found.values() if len(same) == MOST_SHARERS and there.issuperset(same)]


def _is_one_name(one: str, other: str, stated: Mapping[str, list[dict[str, Any]]], names: Names) -> bool:
    """Tell whether both are called by the same first name and surname."""
    first, second = (split_name(_called(address, stated, names)) for address in (one, other))
    return first == second and all(first)


def _called(address: str, stated: Mapping[str, list[dict[str, Any]]], names: Names) -> str:
    told = next((row["name"] for row in reversed(stated.get(address, [])) if row.get("name")), "")
    return str(told) or best_name(names.get(address, Counter()), address)
