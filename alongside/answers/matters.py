"""Requests and promises as programs get them: what, in whose words, of whom, in which state, and page by page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from alongside.answers.keyset import Column, Order, page_of
from alongside.answers.paging import Page
from alongside.dossiers.cases import case_of, entries_of, look_alikes
from alongside.dossiers.request_files import question_key, questions_for
from alongside.judgement.finding import Finding
from alongside.judgement.fixing import ORIGIN, fixing
from alongside.judgement.questions import kind_of_answer
from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.questions.bank import bank_of
from alongside.ledgers.requests.models import Request, RequestEntry
from alongside.vocabulary import EntryKind

REQUESTS_NEWEST_FIRST: Order = (Column("asked_on", date, descending=True), Column("pk", int, descending=True))
PROMISES_NEWEST_FIRST: Order = (Column("promised_on", date, descending=True), Column("pk", int, descending=True))


@dataclass(frozen=True, slots=True)
class RequestAnswer:
    """Something they asked for; `quote` is how they said it, and `interaction_id` where."""

    id: int
    what: str
    quote: str
    account_id: int | None
    account: str
    person_id: int | None
    person: str
    interaction_id: int
    asked_on: date
    asked_again: int
    state: str
    answered_on: date | None
    last_update_on: date | None
    next_update_on: date | None


@dataclass(frozen=True, slots=True)
class PromiseAnswer:
    """A promise of ours or theirs. `other_due_on` is the second reading where their words have two; `moved_to` a later day."""

    id: int
    side: str
    what: str
    quote: str
    account_id: int | None
    account: str
    person_id: int | None
    person: str
    interaction_id: int
    promised_on: date
    due_on: date | None
    other_due_on: date | None
    due_words: str
    moved_to: date | None
    state: str
    kept_on: date | None


@dataclass(frozen=True, slots=True)
class EntryAnswer:
    """One entry in the file of a request: its kind, its words, who told it, and whose it is until when."""

    id: int
    kind: str
    text: str
    source: str
    whose: str
    on: date
    due_on: date | None


@dataclass(frozen=True, slots=True)
class OriginAnswer:
    """A question about where the request comes from, with what was written down for it, the latest first."""

    key: str
    kind: str
    question: str
    answers: list[EntryAnswer]


@dataclass(frozen=True, slots=True)
class AlikeAnswer:
    """An earlier request that looks alike, and what was done about it."""

    request: RequestAnswer
    done: str


@dataclass(frozen=True, slots=True)
class RequestFileAnswer:
    """A request with its file: where it comes from, how its cause is put right, how far that is, and what looks alike."""

    request: RequestAnswer
    origin: list[OriginAnswer]
    steps: list[EntryAnswer]
    fixing: Finding
    alike: list[AlikeAnswer]


def request_page(rows: "QuerySet[Request]", *, after: str, size: int) -> Page[RequestAnswer]:
    """Read a page of requests, the newest first. One query."""
    found, following = page_of(rows.select_related("account", "person"), REQUESTS_NEWEST_FIRST, after=after, size=size)
    return Page([request_answer(row) for row in found], following)


def promise_page(rows: "QuerySet[Commitment]", *, after: str, size: int) -> Page[PromiseAnswer]:
    """Read a page of promises, the newest first. One query."""
    found, following = page_of(rows.select_related("account", "person"), PROMISES_NEWEST_FIRST, after=after, size=size)
    return Page([promise_answer(row) for row in found], following)


def _answers_to(key: str, entries: list[RequestEntry]) -> list[EntryAnswer]:
    """Choose the answers to a question, the latest first."""
    return [entry_answer(entry) for entry in reversed(entries) if question_key(entry) == key]


def request_file(user: Any, asked: Request, *, as_of: date) -> RequestFileAnswer:
    """Say a request with its file. Six queries."""
    entries = entries_of(asked)
    bank = bank_of(user)
    return RequestFileAnswer(
        request=request_answer(asked),
        origin=[
            OriginAnswer(each.key, kind_of_answer(each.key), each.text, _answers_to(each.key, entries))
            for each in questions_for(asked, bank)
        ],
        steps=[entry_answer(entry) for entry in entries if EntryKind(entry.kind) not in ORIGIN],
        fixing=fixing(case_of(asked, entries, as_of=as_of, bank=bank), as_of=as_of),
        alike=[AlikeAnswer(request_answer(each.request), each.done) for each in look_alikes(user, asked)],
    )


def entry_answer(entry: RequestEntry) -> EntryAnswer:
    """Say one entry of a file."""
    return EntryAnswer(entry.pk, entry.kind, entry.text, entry.source, entry.whose, entry.on, entry.due_on)


def request_answer(asked: Request) -> RequestAnswer:
    """Say one request; its account and person are loaded with it."""
    return RequestAnswer(
        id=asked.pk,
        what=asked.what,
        quote=asked.quote,
        account_id=asked.account_id,
        account=asked.account.name if asked.account else "",
        person_id=asked.person_id,
        person=asked.person.name if asked.person else "",
        interaction_id=asked.interaction_id,
        asked_on=asked.asked_on,
        asked_again=asked.asked_again,
        state=asked.state,
        answered_on=asked.answered_on,
        last_update_on=asked.last_update_on,
        next_update_on=asked.next_update_on,
    )


def promise_answer(promise: Commitment) -> PromiseAnswer:
    """Say one promise; its account and person are loaded with it."""
    return PromiseAnswer(
        id=promise.pk,
        side=promise.side,
        what=promise.what,
        quote=promise.quote,
        account_id=promise.account_id,
        account=promise.account.name if promise.account else "",
        person_id=promise.person_id,
        person=promise.person.name if promise.person else "",
        interaction_id=promise.interaction_id,
        promised_on=promise.promised_on,
        due_on=promise.due_on,
        other_due_on=promise.other_due_on,
        due_words=promise.due_words,
        moved_to=promise.moved_to,
        state=promise.state,
        kept_on=promise.kept_on,
    )
