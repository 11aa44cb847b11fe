"""What a search found, as the command line and programs say it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from alongside.search.find import Hit, Results


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something with a name, and the number by which it is asked for."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class HitAnswer:
    """One mail, meeting or note that holds the words, with the sentence that does."""

    id: int
    kind: str
    at: datetime
    person: str
    account: str
    subject: str
    sentence: str
    files: list[str]
    why: str


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """What was found and how the words were understood; `count` is exact unless `is_more`, `next` is the key of the next page."""

    understood: str
    remarks: list[str]
    count: int
    is_more: bool
    companies: list[Named]
    people: list[Named]
    files: list[str]
    hits: list[HitAnswer]
    next: str


def search_answer(found: Results) -> SearchAnswer:
    """Say what was found."""
    return SearchAnswer(
        understood=found.said,
        remarks=list(found.remarks),
        count=found.count,
        is_more=found.is_more,
        companies=[Named(account.pk, account.name) for account in found.names.accounts],
        people=[Named(person.pk, person.name) for person in found.names.people],
        files=[file.name for file in found.files],
        hits=[_hit(hit) for hit in found.hits],
        next=found.older,
    )


def _hit(hit: Hit) -> HitAnswer:
    return HitAnswer(
        id=hit.interaction_id,
        kind=hit.kind,
        at=hit.at,
        person=hit.person,
        account=hit.account,
        subject=_plain(hit.subject),
        sentence=_plain(hit.sentence),
        files=[_plain(name) for name in hit.files],
        why=hit.why,
    )


def _plain(segments: Sequence[tuple[str, bool]]) -> str:
    return "".join(words for words, _ in segments)
