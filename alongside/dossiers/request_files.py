"""The door from the files of open requests to judgement: what was done, what is known of the origin, and what nobody asked yet."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from alongside.judgement.abreast import Abreast, Told
from alongside.judgement.dossier import Done
from alongside.judgement.fixing import ORIGIN
from alongside.judgement.questions import SHIPPED, Question, asked_of, kind_of_request, still_open
from alongside.ledgers.questions.bank import bank_of
from alongside.ledgers.questions.models import Question as Words
from alongside.ledgers.requests.models import Request, RequestEntry
from alongside.sync import BATCH
from alongside.vocabulary import EntryKind, RequestState

STEPS_DONE = (EntryKind.CONTAINMENT, EntryKind.CAUSE, EntryKind.FIX, EntryKind.FIX_DONE)
"""Entries that say what was done about a request."""


@dataclass(frozen=True, slots=True)
class RequestFile:
    """What a file comes to for a dossier."""

    done: tuple[Done, ...] = ()
    open_questions: tuple[str, ...] = ()
    answers: int = 0


def abreast_of(asked: Request) -> Abreast:
    """Give a request as far as being kept abreast goes; all of it stands in its row."""
    return Abreast(
        request_id=asked.pk,
        asked_on=asked.asked_on,
        told=tuple(Told(date.fromisoformat(on), pk) for on, pk in asked.told),
        settled_on=asked.answered_on,
        promised_days=asked.update_days,
        planned_on=asked.next_update_on,
    )


def question_key(entry: RequestEntry) -> str:
    """Name the question that an entry answers: entries of before the bank are named by their kind."""
    return entry.question or entry.kind


def questions_for(asked: Any, bank: Iterable[Question]) -> list[Question]:
    """Choose the questions in use that fit a request."""
    return asked_of(bank, kind_of_request(f"{asked.what} {asked.quote}"))


def files_of(requests: Iterable[Any]) -> dict[int, RequestFile]:
    """Load the files of the open requests, marked by `file_marks`: a query where any has entries, one where the bank was edited."""
    waiting = [r for r in requests if r.state == RequestState.OPEN]
    if not waiting:
        return {}
    bank = bank_for(waiting[0])
    entries = _entries([r for r in waiting if r.has_entries])
    return {r.pk: _file(r, entries[r.sighting_key], bank) for r in waiting}


def bank_for(asked: Any) -> list[Question]:
    """Load the bank for a request that is marked by `file_marks`: no query where nobody edited it."""
    return bank_of(asked.owner) if asked.is_bank_edited else list(SHIPPED)


def file_marks() -> dict[str, Exists]:
    """Give the columns that say whether there is anything to load: a file with entries, a bank that was edited."""
    standing = RequestEntry.objects.filter(withdrawn_at__isnull=True, owner=OuterRef("owner"))
    words = Words.objects.filter(withdrawn_at__isnull=True, owner=OuterRef("owner"))
    return {
        "has_entries": Exists(standing.filter(sighting_key=OuterRef("sighting_key"))),
        "is_bank_edited": Exists(words),
    }


def _entries(waiting: list[Any]) -> dict[str, list[RequestEntry]]:
    entries: dict[str, list[RequestEntry]] = defaultdict(list)
    wanted = {r.sighting_key for r in waiting}
    if not wanted:
        return entries
    rows = RequestEntry.objects.filter(owner=waiting[0].owner_id, withdrawn_at__isnull=True).order_by("on", "pk")
    if len(wanted) <= BATCH:
        rows = rows.filter(sighting_key__in=wanted)
    for row in rows:
        if row.sighting_key in wanted:
            entries[row.sighting_key].append(row)
    return entries


def _file(asked: Any, entries: list[RequestEntry], bank: list[Question]) -> RequestFile:
    fitting = questions_for(asked, bank)
    answered = {question_key(entry) for entry in entries}
    return RequestFile(
        done=done_of(entries),
        open_questions=tuple(each.text for each in still_open(fitting, answered)),
        answers=sum(each.key in answered for each in fitting),
    )


def done_of(entries: Iterable[RequestEntry]) -> tuple[Done, ...]:
    """Choose from a file what was done."""
    return tuple(Done(e.on, EntryKind(e.kind), e.text, e.due_on) for e in entries if e.kind in STEPS_DONE)


def answers_of(entries: Iterable[RequestEntry]) -> list[tuple[str, RequestEntry]]:
    """Choose from a file what is known of the origin: each question, as it was asked, with its latest answer."""
    latest = {question_key(entry): entry for entry in entries if entry.kind in ORIGIN}
    words = {each.key: each.text for each in SHIPPED}
    in_order = sorted(latest.items(), key=lambda each: list(words).index(each[0]) if each[0] in words else len(words))
    return [(entry.asked or words.get(key, key), entry) for key, entry in in_order]
