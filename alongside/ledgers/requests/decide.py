"""A person's word on a request: answered, closed, open again, or when its next update is due."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from alongside.ledgers.requests.models import Request, RequestDecision
from alongside.vocabulary import RequestState


def decide_request(
    request: Request, state: RequestState, *, by: Any, at: datetime, on: date, next_update_on: date | None = None
) -> RequestDecision:
    """Keep a person's word on a request; it holds over what the record seems to show. Judging must run after it."""
    return RequestDecision.objects.create(
        owner=request.owner,
        sighting_key=request.sighting_key,
        state=state,
        next_update_on=next_update_on,
        on=on,
        said_by=by,
        said_at=at,
    )


def plan_update(request: Request, next_update_on: date, *, by: Any, at: datetime, on: date) -> RequestDecision:
    """Keep the day on which they hear from us next, and say nothing of whether the request is answered."""
    return RequestDecision.objects.create(
        owner=request.owner,
        sighting_key=request.sighting_key,
        next_update_on=next_update_on,
        on=on,
        said_by=by,
        said_at=at,
    )


def word_on(decisions: Iterable[RequestDecision]) -> tuple[str, date | None, date | None]:
    """Read what was said, oldest first: the state that holds ("" where nobody said), its day, and the day of the next update."""
    state, settled_on, next_update_on = "", None, None
    for said in decisions:
        if said.state:
            state, settled_on = said.state, said.on
        next_update_on = said.next_update_on or next_update_on
    return state, settled_on, next_update_on
