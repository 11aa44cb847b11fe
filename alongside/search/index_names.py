"""The words by which people and companies are found, brought in line with who is who now. Rows that agree are left alone."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction

from alongside.people.models import Account, Handle, Person, Position
from alongside.search.models import NameWord
from alongside.search.query import words_of
from alongside.search.spelling import sound_of
from alongside.vocabulary import HandleKind

BATCH = 1000
"""Rows written in one statement. Unit: rows."""

LONGEST = 64
"""So much of a word is kept. Unit: characters."""

_Row = tuple[str, bool, int | None, int | None]


@transaction.atomic
def index_names(owner: Any) -> None:
    """Write the words of every name, address, domain and title of this owner's people and companies."""
    wanted = set(_of_people(owner)) | set(_of_accounts(owner))
    there = {
        (word, is_name, person, account): pk
        for pk, word, is_name, person, account in NameWord.objects.visible_to(owner).values_list(
            "pk", "word", "is_name", "person_id", "account_id"
        )
    }
    gone = [pk for row, pk in there.items() if row not in wanted]
    for start in range(0, len(gone), BATCH):
        NameWord.objects.filter(pk__in=gone[start : start + BATCH]).delete()
    NameWord.objects.bulk_create((_row(owner, row) for row in sorted(wanted - there.keys(), key=str)), batch_size=BATCH)


def _row(owner: Any, row: _Row) -> NameWord:
    word, is_name, person, account = row
    return NameWord(
        owner=owner,
        word=word,
        head=word[:2],
        sound=sound_of(word),
        is_name=is_name,
        person_id=person,
        account_id=account,
    )


def _of_people(owner: Any) -> Iterator[_Row]:
    into: dict[int, int] = {}
    for pk, name, title, anchor, merged in Person.objects.visible_to(owner).values_list(
        "pk", "name", "title", "anchor", "merged_into_id"
    ):
        into[pk] = merged or pk
        yield from _words(name, True, person=merged or pk)
        yield from _words(f"{title} {anchor}", False, person=merged or pk)
    handles = Handle.objects.visible_to(owner).filter(person__isnull=False)
    for value, person in handles.values_list("value", "person_id"):
        yield from _words(value, False, person=into[person])
    for title, person in Position.objects.visible_to(owner).values_list("title", "person_id"):
        yield from _words(title, False, person=into[person])


def _of_accounts(owner: Any) -> Iterator[_Row]:
    into: dict[int, int] = {}
    for pk, name, domain, city, merged in Account.objects.visible_to(owner).values_list(
        "pk", "name", "domain", "city", "merged_into_id"
    ):
        into[pk] = merged or pk
        yield from _words(name, True, account=merged or pk)
        yield from _words(f"{domain} {city}", False, account=merged or pk)
    handles = Handle.objects.visible_to(owner).filter(account__isnull=False)
    for kind, value, account in handles.values_list("kind", "value", "account_id"):
        yield from _words(value, kind == HandleKind.NAME, account=into[account])


def _words(text: str, is_name: bool, *, person: int | None = None, account: int | None = None) -> Iterable[_Row]:
    return ((word[:LONGEST], is_name, person, account) for word in words_of(text))
