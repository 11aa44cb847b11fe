"""Which two people may be one? Found by what they share, weighed by matching, and asked where it is neither sure nor absurd."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from alongside.people.joining import MOST_SHARERS, phone_key
from alongside.people.matching.blocking import sharing, skeleton
from alongside.people.matching.frequencies import Frequencies
from alongside.people.matching.nicknames import formal_names
from alongside.people.matching.records import Field, Record
from alongside.people.matching.spelling import fold, short_fold
from alongside.people.matching.weigh import EVEN_BITS, Outcome, Weighed, weigh
from alongside.people.models import Person, SignatureSeen
from alongside.people.names import split_name
from alongside.people.persons import Persons

OTHERS_EACH = 0.05
"""How many other entries of the same person somebody in a book is expected to have. Unit: persons; one in twenty has two addresses
that nothing joins. Source: our own estimate."""


MOST_OF_ONE_NAME = 8
"""People of one full name, or of alike names at one company, among whom every pair is still weighed. Unit: people; above, a name
alone says nothing, and they must share something else too."""


def likely_same(persons: Persons, phones: Mapping[str, set[str]]) -> Iterator[Weighed]:
    """Weigh the pairs of people that share something, and give those that are worth a question; keys are person ids."""
    people = [p for p in persons.rows.values() if not p.is_shared_mailbox and "@" in persons.handles[p.pk][0]]
    records = [_record(person, persons.handles[person.pk], phones) for person in people]
    common = Frequencies(records)
    marks = [_marks(person, each) for person, each in zip(people, records, strict=True)]
    for one, other in sharing(marks, most=MOST_OF_ONE_NAME):
        found = weigh(records[one], records[other], common, others_each=OTHERS_EACH)
        if found.bits >= EVEN_BITS and found.outcome is not Outcome.APART:
            yield found


def private_phones(owner: Any, stated: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, set[str]]:
    """Give the phones by address, from cards, tables and signatures; those of three and more are a switchboard's and left out."""
    holders: dict[str, set[str]] = defaultdict(set)
    for handle, rows in stated.items():
        for phone in (phone for row in rows for phone in row.get("phones", ())):
            holders[phone_key(phone)].add(handle)
    signed = SignatureSeen.objects.visible_to(owner).exclude(phone="")
    for address, phone in signed.values_list("address", "phone").distinct():
        holders[phone_key(phone)].add(address)
    found: dict[str, set[str]] = defaultdict(set)
    for phone, addresses in holders.items():
        if phone and len(addresses) <= MOST_SHARERS:
            for address in addresses:
                found[address].add(phone)
    return found


def _record(person: Person, handles: Sequence[str], phones: Mapping[str, set[str]]) -> Record:
    given, surname = split_name(person.name)
    values: dict[Field, tuple[str, ...]] = {Field.ADDRESS: tuple(h for h in handles if "@" in h)}
    if own := sorted({phone for handle in handles for phone in phones.get(handle, ())}):
        values[Field.PHONE] = tuple(own)
    if person.account_id:
        values[Field.COMPANY] = (str(person.account_id),)
    return Record(str(person.pk), given, surname, values)


def _marks(person: Person, each: Record) -> set[str]:
    """List what somebody may be found by: alike names at one company, the full name anywhere, a phone, a name that an address spells."""
    found = {f"phone:{phone}" for phone in each.values.get(Field.PHONE, ())}
    if not each.surname:
        return found | {f"spelled:{_letters(a)}" for a in each.values[Field.ADDRESS]}
    first = each.given.split()[0]
    if person.account_id:
        two = sorted((skeleton(each.surname.split()[-1]), skeleton(first)))
        found.add(f"at:{person.account_id}:{skeleton(each.surname.split()[-1])}:{first[0]}")
        found.add(f"at:{person.account_id}:{'|'.join(two)}")
    for formal in formal_names().get(first, {short_fold(first)}):
        found.add(f"named:{formal}:{short_fold(each.surname)}")
        if person.account_id:
            found.add(f"at:{person.account_id}:{formal}:{skeleton(each.surname.split()[-1])}")
    found.add(f"spelled:{first[0]}{each.surname.replace(' ', '')}")
    return found


def _letters(address: str) -> str:
    return fold(address.partition("@")[0]).replace(" ", "").strip("0123456789")
