"""How are those who asked kept abreast? The update as a draft, and what they were told by mouth. Only a person sends a letter."""

from datetime import date
from typing import Annotated

from ninja import Router
from pydantic import Field

from alongside.answers.letters import ToldAnswer, told_answer
from alongside.answers.updates import UpdateDraft, draft_update
from alongside.api import clock
from alongside.api.bearer import Asked
from alongside.api.find import find
from alongside.api.operations import Id, Said, reads, takes_back, writes
from alongside.api.problems import refuse
from alongside.entering.told import ToldForm, keep_told, take_back_told
from alongside.ledgers.requests.models import Request, Update
from alongside.vocabulary import TokenScope

router = Router(tags=["Requests"])


class ToldSaid(Said):
    """What they were told by mouth, and when, if not today."""

    words: Annotated[str, Field(max_length=2_000)]
    on: date | None = None


@reads(
    router, "/{request_id}/update", UpdateDraft, may=TokenScope.READ_WORDS, summary="The update that is due, as a draft"
)
def update_draft(request: Asked, request_id: Id) -> UpdateDraft:
    """Write the letter that tells how the request stands; it quotes their words, and is sent by a person."""
    _, as_of = clock.now()
    return draft_update(request.user, _asked(request, request_id), as_of=as_of)


@writes(
    router,
    "POST",
    "/{request_id}/told",
    ToldAnswer,
    may=TokenScope.WRITE_REQUESTS,
    status=201,
    summary="They were told by mouth",
)
def they_were_told(request: Asked, request_id: Id, said: ToldSaid) -> ToldAnswer:
    """Keep that they were told how it stands; the next word is due an interval later."""
    asked = _asked(request, request_id)
    at, as_of = clock.now()
    form = ToldForm({name: value for name, value in said.dict().items() if value is not None}, asked=asked, today=as_of)
    if not form.is_valid():
        refuse(form)
    return told_answer(keep_told(asked, form, by=request.user, at=at, as_of=as_of))


@takes_back(router, "/{request_id}/told/{update_id}", may=TokenScope.WRITE_REQUESTS)
def undo_told(request: Asked, request_id: Id, update_id: Id) -> None:
    """Take back that they were told: it counts no more."""
    asked = _asked(request, request_id)
    by_mouth = Update.objects.visible_to(request.user).filter(
        sighting_key=asked.sighting_key, message_id="", withdrawn_at__isnull=True
    )
    at, as_of = clock.now()
    take_back_told(asked, find(by_mouth, "update", update_id), at=at, as_of=as_of)


def _asked(request: Asked, request_id: int) -> Request:
    rows = Request.objects.visible_to(request.user)
    asked: Request = find(
        rows.select_related("account__owner", "person", "interaction__placement", "owner"), "request", request_id
    )
    return asked
