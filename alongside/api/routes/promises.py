"""What was promised, by whom to whom, and what came of it?"""

from datetime import date
from typing import Annotated

from ninja import Router
from pydantic import Field

from alongside.answers.matters import PROMISES_NEWEST_FIRST, PromiseAnswer, promise_answer, promise_page
from alongside.answers.paging import Page
from alongside.api import clock
from alongside.api.bearer import Asked
from alongside.api.entries import enter_said
from alongside.api.find import find
from alongside.api.operations import After, Id, Limit, Number, Said, must_match, page_after, reads, tag_of, writes
from alongside.entering.matters import say_of_promise
from alongside.ledgers.commitments.models import Commitment
from alongside.vocabulary import CommitmentState, Side, TokenScope

router = Router(tags=["Promises"])


class PromiseSaid(Said):
    """A promise that was not found: whose, to or of whom, in a sentence, by when, and when it was said."""

    person_id: int
    side: Side
    words: Annotated[str, Field(max_length=4_000)]
    due_on: date | None = None
    happened_on: date | None = None


class PromiseChange(Said):
    """What came of it."""

    state: CommitmentState


@reads(router, "", Page[PromiseAnswer], summary="The promises")
def promises(
    request: Asked,
    state: CommitmentState | None = None,
    side: Side | None = None,
    account: Number = None,
    person: Number = None,
    after: After = "",
    limit: Limit = 40,
) -> Page[PromiseAnswer]:
    """List promises of both sides, the newest first."""
    wanted = {"state": state, "side": side, "account_id": account, "person_id": person}
    rows = Commitment.objects.visible_to(request.user)
    rows = rows.filter(**{name: value for name, value in wanted.items() if value is not None})
    return promise_page(rows, after=page_after(after, PROMISES_NEWEST_FIRST), size=limit)


@reads(router, "/{promise_id}", PromiseAnswer, summary="A promise")
def promise(request: Asked, promise_id: Id) -> PromiseAnswer:
    """Show one promise."""
    return promise_answer(_promise(request, promise_id))


@writes(router, "POST", "", PromiseAnswer, may=TokenScope.WRITE_REQUESTS, status=201, summary="Enter a promise")
def enter_promise(request: Asked, said: PromiseSaid) -> PromiseAnswer:
    """Enter a promise in a sentence. It is undone by saying that its sighting is not so."""
    sighting = enter_said(request, "promise", said.person_id, said.dict(exclude={"person_id"}))
    rows = Commitment.objects.visible_to(request.user).select_related("account", "person")
    return promise_answer(rows.get(sighting_key=sighting.key))


@writes(router, "PATCH", "/{promise_id}", PromiseAnswer, may=TokenScope.WRITE_REQUESTS, summary="What came of it")
def change_promise(request: Asked, promise_id: Id, said: PromiseChange) -> PromiseAnswer:
    """Say what came of a promise: kept, broken, withdrawn; open takes an earlier word back."""
    held = _promise(request, promise_id, is_changed=True)
    must_match(request, tag_of(PromiseAnswer, promise_answer(held)))
    at, as_of = clock.now()
    say_of_promise(held, said.state, by=request.user, at=at, as_of=as_of)
    return promise_answer(_promise(request, promise_id))


def _promise(request: Asked, promise_id: int, *, is_changed: bool = False) -> Commitment:
    rows = Commitment.objects.visible_to(request.user)
    if is_changed:
        find(rows.select_for_update().order_by(), "promise", promise_id)  # who changes it at the same time waits here
    held: Commitment = find(rows.select_related("account__owner", "person", "owner"), "promise", promise_id)
    return held
