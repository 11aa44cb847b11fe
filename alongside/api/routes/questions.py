"""Which questions do we ask about where a request comes from? The bank, added to and taken back."""

from dataclasses import dataclass
from typing import Annotated

from ninja import Router
from pydantic import Field

from alongside.api import clock
from alongside.api.bearer import Asked
from alongside.api.find import find
from alongside.api.operations import Id, Said, reads, takes_back, writes
from alongside.api.problems import refuse
from alongside.entering.questions import QuestionForm, keep_question
from alongside.judgement.questions import Question as Probing
from alongside.ledgers.questions.bank import bank_of, latest_words, take_back
from alongside.ledgers.questions.models import Question
from alongside.vocabulary import QuestionKind, RequestKind, TokenScope

router = Router(tags=["Questions"])


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """A question of the bank as it reads now; `word_id` takes the last word on it back, where the company said one."""

    question: Probing
    word_id: int | None


@dataclass(frozen=True, slots=True)
class BankAnswer:
    """The bank of questions in its order, those out of use as well."""

    questions: list[QuestionAnswer]


class QuestionSaid(Said):
    """A question of the company's own: its words, its type, and which requests it is for."""

    text: Annotated[str, Field(max_length=300)]
    kind: QuestionKind
    fits: RequestKind = RequestKind.ANY


@reads(router, "", BankAnswer, summary="The bank of questions")
def questions(request: Asked) -> BankAnswer:
    """List the questions that are asked about where a request comes from."""
    return _bank(request)


@writes(router, "POST", "", BankAnswer, may=TokenScope.WRITE_REQUESTS, status=201, summary="Add a question")
def add_to_bank(request: Asked, said: QuestionSaid) -> BankAnswer:
    """Put a question at the end of the bank; it is asked from now on."""
    form = QuestionForm(said.dict())
    if not form.is_valid():
        refuse(form)
    at, _ = clock.now()
    keep_question(form, by=request.user, at=at)
    return _bank(request)


@takes_back(router, "/{question_id}", may=TokenScope.WRITE_REQUESTS)
def undo_question(request: Asked, question_id: Id) -> None:
    """Take the last word on a question back (`word_id`): it reads as before, or is gone."""
    rows = Question.objects.visible_to(request.user).filter(withdrawn_at__isnull=True)
    at, _ = clock.now()
    take_back(find(rows, "word on a question", question_id), at=at)


def _bank(request: Asked) -> BankAnswer:
    said = latest_words(request.user)
    return BankAnswer(
        [QuestionAnswer(each, said[each.key].pk if each.key in said else None) for each in bank_of(request.user)]
    )
