"""What a person says of a promise, a request, an item of Today: the word is kept, and what follows is worked out at once."""

from datetime import date, datetime, timedelta
from typing import Any

from alongside import pipeline
from alongside.ledgers.commitments.decide import decide_commitment
from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.requests.decide import decide_request, plan_update
from alongside.ledgers.requests.models import Request
from alongside.today.arrange import decide, take_back
from alongside.today.models import TodayDecision, TodayItem
from alongside.vocabulary import CommitmentState, RequestState, TodayVerdict

SNOOZES = ((1, "until tomorrow"), (7, "for a week"), (30, "for a month"))
"""For how long something can be put off, the first at once. Unit: days."""


def say_of_promise(promise: Commitment, state: CommitmentState, *, by: Any, at: datetime, as_of: date) -> None:
    """Keep what came of a promise, and let the standing follow."""
    decide_commitment(promise, state, by=by, at=at, on=as_of)
    if promise.account:
        pipeline.judge_one(promise.account, as_of=as_of)


def say_of_request(
    asked: Request, state: RequestState, *, by: Any, at: datetime, as_of: date, next_update_on: date | None = None
) -> None:
    """Keep what came of a request, or when they hear from us next, and let the standing follow.

    Where only the day is new nothing is said of the state: a later mail may answer the request by itself.
    """
    if next_update_on and state == asked.state:
        plan_update(asked, next_update_on, by=by, at=at, on=as_of)
    else:
        decide_request(asked, state, by=by, at=at, on=as_of, next_update_on=next_update_on)
    if asked.account:
        pipeline.judge_one(asked.account, as_of=as_of)


def put_away(
    item: TodayItem, verdict: TodayVerdict, *, by: Any, at: datetime, as_of: date, days: int = SNOOZES[0][0], why: str
) -> TodayDecision:
    """Put an item away, done, later or not this; an earlier word on it is replaced. `days` counts where it is put off."""
    held = TodayDecision.objects.visible_to(by).filter(key=item.key, withdrawn_at__isnull=True)
    for earlier in held:
        take_back(earlier, at=at)
    until = as_of + timedelta(days=days) if verdict == TodayVerdict.SNOOZED else None
    return decide(item, verdict, by=by, at=at, until=until, why=why.strip())
