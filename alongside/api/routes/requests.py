"""What did they ask for, where does it come from, how is it put right, and when do they hear from us?"""

from datetime import date
from typing import Annotated, Any

from ninja import Router
from pydantic import Field

from alongside.answers.matters import (
    REQUESTS_NEWEST_FIRST,
    EntryAnswer,
    RequestAnswer,
    RequestFileAnswer,
    entry_answer,
    request_answer,
    request_file,
    request_page,
)
from alongside.answers.paging import Page
from alongside.api import clock
from alongside.api.bearer import Asked
from alongside.api.entries import enter_said
from alongside.api.find import find
from alongside.api.operations import (
    After,
    Id,
    Limit,
    Number,
    Said,
    must_match,
    page_after,
    reads,
    tag_of,
    takes_back,
    writes,
)
from alongside.api.problems import ProblemError, refuse
from alongside.entering.matters import say_of_request
from alongside.entering.request_file import EntryForm, NextUpdateForm, keep_entry
from alongside.ledgers.requests.file import take_back
from alongside.ledgers.requests.models import Request, RequestEntry
from alongside.vocabulary import EntryKind, RequestState, TokenScope

router = Router(tags=["Requests"])

Text = Annotated[str, Field(max_length=4_000)]


class RequestSaid(Said):
    """Something they asked for that was not found: who asked, in a sentence, by when, and when they said it."""

    person_id: int
    words: Text
    due_on: date | None = None
    happened_on: date | None = None


class RequestChange(Said):
    """What came of it, or the day on which they hear from us next; what is left out stays."""

    state: RequestState | None = None
    next_update_on: date | None = None


class EntrySaid(Said):
    """An entry in the file: an answer about where it comes from (`question` is its key in the bank), or a step of putting it right."""

    kind: EntryKind
    text: Text
    question: Annotated[str, Field(max_length=64)] = ""
    source: Annotated[str, Field(max_length=300)] = ""
    whose: Annotated[str, Field(max_length=200)] = ""
    on: date | None = None
    due_on: date | None = None


@reads(router, "", Page[RequestAnswer], summary="The requests")
def requests(
    request: Asked,
    state: RequestState | None = None,
    account: Number = None,
    person: Number = None,
    after: After = "",
    limit: Limit = 40,
) -> Page[RequestAnswer]:
    """List what they asked for, the newest first."""
    wanted = {"state": state, "account_id": account, "person_id": person}
    rows = Request.objects.visible_to(request.user).filter(**_said(wanted))
    return request_page(rows, after=page_after(after, REQUESTS_NEWEST_FIRST), size=limit)


@reads(router, "/{request_id}", RequestFileAnswer, summary="A request and its file")
def request_with_file(request: Asked, request_id: Id) -> RequestFileAnswer:
    """Show a request with its file: origin, steps, how far the cause is put right and why, and what looks alike."""
    _, as_of = clock.now()
    return request_file(request.user, _asked(request, request_id), as_of=as_of)


@writes(router, "POST", "", RequestAnswer, may=TokenScope.WRITE_REQUESTS, status=201, summary="Enter a request")
def enter_request(request: Asked, said: RequestSaid) -> RequestAnswer:
    """Enter a request in a sentence. It is undone by saying that its sighting is not so."""
    sighting = enter_said(request, "request", said.person_id, said.dict(exclude={"person_id"}))
    rows = Request.objects.visible_to(request.user).select_related("account", "person")
    return request_answer(rows.get(sighting_key=sighting.key))


@writes(router, "PATCH", "/{request_id}", RequestFileAnswer, may=TokenScope.WRITE_REQUESTS, summary="What came of it")
def change_request(request: Asked, request_id: Id, said: RequestChange) -> RequestFileAnswer:
    """Say what came of a request, or when they hear from us next; `state` open takes an earlier word back."""
    at, as_of = clock.now()
    asked = _asked(request, request_id, is_changed=True)
    must_match(request, tag_of(RequestFileAnswer, request_file(request.user, asked, as_of=as_of)))
    if said.state is None and said.next_update_on is None:
        raise ProblemError(422, "Say `state` or `next_update_on`; nothing was changed.")
    update_on = _update_day(said, as_of)
    state = said.state or RequestState(asked.state)
    say_of_request(asked, state, by=request.user, at=at, as_of=as_of, next_update_on=update_on)
    return request_file(request.user, _asked(request, request_id), as_of=as_of)


@writes(
    router,
    "POST",
    "/{request_id}/entries",
    EntryAnswer,
    may=TokenScope.WRITE_REQUESTS,
    status=201,
    summary="Write into its file",
)
def write_entry(request: Asked, request_id: Id, said: EntrySaid) -> EntryAnswer:
    """Write an entry into the file of a request; earlier ones of the kind stay."""
    asked = _asked(request, request_id)
    at, as_of = clock.now()
    form = EntryForm({name: value for name, value in said.dict().items() if value is not None}, today=as_of)
    if not form.is_valid():
        refuse(form)
    return entry_answer(keep_entry(asked, form, by=request.user, at=at, as_of=as_of))


@takes_back(router, "/{request_id}/entries/{entry_id}", may=TokenScope.WRITE_REQUESTS)
def undo_entry(request: Asked, request_id: Id, entry_id: Id) -> None:
    """Take an entry of the file back: it counts no more."""
    asked = _asked(request, request_id)
    rows = RequestEntry.objects.visible_to(request.user).filter(
        sighting_key=asked.sighting_key, withdrawn_at__isnull=True
    )
    at, _ = clock.now()
    take_back(find(rows, "entry", entry_id), at=at)


def _asked(request: Asked, request_id: int, *, is_changed: bool = False) -> Request:
    rows = Request.objects.visible_to(request.user)
    if is_changed:
        find(rows.select_for_update().order_by(), "request", request_id)  # who changes it at the same time waits here
    asked: Request = find(
        rows.select_related("account__owner", "person", "interaction", "owner"), "request", request_id
    )
    return asked


def _update_day(said: RequestChange, as_of: date) -> date | None:
    if said.next_update_on is None:
        return None
    form = NextUpdateForm({"next_update_on": said.next_update_on}, today=as_of)
    if not form.is_valid():
        refuse(form)
    on: date = form.cleaned_data["next_update_on"]
    return on


def _said(wanted: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in wanted.items() if value is not None}
