"""Which questions are in the bank, and how does one of the company put them in its own words?

Every change is a row; taking it back lets the word before it hold again.
"""

import secrets
from dataclasses import replace
from datetime import datetime
from typing import Any

from alongside.judgement.questions import SHIPPED
from alongside.judgement.questions import Question as Asked
from alongside.ledgers.questions.models import Question
from alongside.vocabulary import QuestionKind, RequestKind

OWN = "own-"
"""Keys of questions that the company added begin so."""


def bank_of(owner: Any) -> list[Asked]:
    """List every question in its order, retired ones too: those of the program as they were edited, and one's own. One query."""
    known = {each.key: each for each in SHIPPED}
    for row in _words(owner):
        known[row.key] = _as_asked(row)
    return sorted(known.values(), key=lambda each: (each.position, each.key))


def say_question(asked: Asked, *, by: Any, at: datetime) -> Question:
    """Keep how a question reads from now on."""
    return Question.objects.create(
        owner=by,
        key=asked.key,
        kind=asked.kind,
        text=asked.text,
        fits=asked.fits,
        position=asked.position,
        is_retired=asked.is_retired,
        said_by=by,
        said_at=at,
    )


def add_question(text: str, kind: QuestionKind, fits: RequestKind, *, by: Any, at: datetime) -> Question:
    """Put a question of the company's own at the end of the bank."""
    last = max((each.position for each in bank_of(by)), default=0)
    return say_question(Asked(OWN + secrets.token_hex(8), kind, text, fits, position=last + 10), by=by, at=at)


def move_question(key: str, *, up: bool, by: Any, at: datetime) -> bool:
    """Let a question and its neighbour change places; False where there is no neighbour on that side."""
    bank = bank_of(by)
    place = next((n for n, each in enumerate(bank) if each.key == key), -1)
    other = place - 1 if up else place + 1
    if place < 0 or not 0 <= other < len(bank):
        return False
    one, two = bank[place], bank[other]
    say_question(replace(one, position=two.position), by=by, at=at)
    say_question(replace(two, position=one.position), by=by, at=at)
    return True


def latest_words(owner: Any) -> dict[str, Question]:
    """Give the last word on each question that was ever edited."""
    return {row.key: row for row in _words(owner)}


def take_back(word: Question, *, at: datetime) -> None:
    """Let a word on the bank hold no more, with what was said in the same moment (two that changed places)."""
    same = Question.objects.visible_to(word.owner).filter(said_at=word.said_at, withdrawn_at__isnull=True)
    same.update(withdrawn_at=at)


def _words(owner: Any) -> list[Question]:
    rows = Question.objects.visible_to(owner).filter(withdrawn_at__isnull=True)
    return list(rows.order_by("said_at", "pk"))


def _as_asked(row: Question) -> Asked:
    return Asked(row.key, QuestionKind(row.kind), row.text, RequestKind(row.fits), row.is_retired, row.position)
