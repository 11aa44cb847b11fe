"""A person's word on a request: answered, closed, open again, or when its next update is due."""

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
