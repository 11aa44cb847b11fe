"""Where does a request come from? The questions that fit it, each with what was written down, and the mails to name as sources."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from alongside.config.zone import here
from alongside.dossiers.request_files import question_key, questions_for
from alongside.entering.request_file import EntryForm
from alongside.interactions.models import Interaction
from alongside.judgement.fixing import ORIGIN
from alongside.judgement.questions import Question, kind_of_answer, still_open
from alongside.judgement.words import short_day
from alongside.ledgers.requests.models import Request, RequestEntry
from alongside.vocabulary import EntryKind, InteractionKind, ParticipantRole, QuestionKind

MAILS_OFFERED = 10
"""The latest mails of the conversation that can be named as the source of an answer. Unit: mails."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail of the conversation: its page, its key, and how it is named."""

    id: int
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What was written down, with the mail that says it."""

    entry: RequestEntry
    mail: Mail | None


@dataclass(frozen=True, slots=True)
class AskedOf:
    """A question with its answers, the latest first. `form` holds what was typed and not taken."""

    key: str
    kind: EntryKind
    question: str
    type: str
    answers: list[Answer]
    form: EntryForm | None
    is_next: bool = False
    is_in_use: bool = True


def mails_of(user: Any, asked: Request) -> list[Mail]:
    """List the latest mails of the conversation in which it was asked. One query."""
    placement = getattr(asked.interaction, "placement", None)
    rows = Interaction.objects.visible_to(user).filter(kind=InteractionKind.MAIL)
    rows = rows.filter(placement__thread_id=placement.thread_id) if placement else rows.filter(pk=asked.interaction_id)
    rows = rows.filter(participants__role=ParticipantRole.SENDER).order_by("-occurred_at", "-pk")
    columns = ("pk", "identity_key", "occurred_at", "participants__name", "participants__address__value")
    found = {
        pk: (key, at, name or address) for pk, key, at, name, address in rows.values_list(*columns)[:MAILS_OFFERED]
    }
    return [Mail(pk, key, f"{name}, {short_day(here(at).date())}") for pk, (key, at, name) in found.items()]


def origin_of(
    asked: Request,
    entries: Sequence[RequestEntry],
    bank: Iterable[Question],
    mails: Sequence[Mail],
    form: EntryForm | None,
) -> list[AskedOf]:
    """Put the questions that fit in their order, then what was answered before to one that is asked no more.

    The most telling of those that are open is the next.
    """
    fitting = questions_for(asked, bank)
    given: dict[str, list[Answer]] = {}
    by_key = {mail.key: mail for mail in mails}
    for entry in reversed(entries):
        if entry.kind in ORIGIN:
            given.setdefault(question_key(entry), []).append(Answer(entry, by_key.get(entry.source_key)))
    following = next((each.key for each in still_open(fitting, given)), "")
    rows = [_asked(each, given.pop(each.key, []), form) for each in fitting]
    rows = [replace(row, is_next=row.key == following) for row in rows]
    known = {each.key: each for each in bank}
    return rows + [_no_more(key, answers, known.get(key)) for key, answers in given.items()]


def _asked(question: Question, answers: list[Answer], form: EntryForm | None) -> AskedOf:
    is_typed = form is not None and question.key == (form.data.get("question") or form.data.get("kind"))
    return AskedOf(
        question.key,
        kind_of_answer(question.key),
        question.text,
        QuestionKind(question.kind).label,
        answers,
        form if is_typed else None,
    )


def _no_more(key: str, answers: list[Answer], question: Question | None) -> AskedOf:
    words = answers[0].entry.asked or (question.text if question else key)
    return AskedOf(key, EntryKind.ANSWER, words, "", answers, None, is_in_use=False)
