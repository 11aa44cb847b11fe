"""What is to be done today, why, and putting it away."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from ninja import Query, Router
from pydantic import Field

from alongside.answers.today import ItemAnswer, TodayAnswer, item_answer, what_to_do
from alongside.api import clock
from alongside.api.bearer import Asked
from alongside.api.find import find
from alongside.api.operations import Id, Said, reads, takes_back, writes
from alongside.entering.matters import SNOOZES, put_away
from alongside.today.arrange import take_back
from alongside.today.models import TodayDecision, TodayItem
from alongside.vocabulary import TodayVerdict, TokenScope

router = Router(tags=["Today"])


@dataclass(frozen=True, slots=True)
class DecisionAnswer:
    """A word on an item: done, put off until a day, or not this. `id` takes it back."""

    id: int
    verdict: str
    until: date | None
    why: str
    say: str


class Verdict(Said):
    """What is said of an item. `days` counts where it is put off."""

    verdict: TodayVerdict
    days: Literal[1, 7, 30] = 1
    why: Annotated[str, Field(max_length=1_000)] = ""


@reads(router, "", TodayAnswer, summary="What to do today")
def today(
    request: Asked, everything: Annotated[bool, Query(description="All of it, not only the first seven.")] = False
) -> TodayAnswer:
    """List what is to be done, the most valuable first, each with why and what it rests on."""
    _, as_of = clock.now()
    return what_to_do(request.user, as_of=as_of, everything=everything)


@reads(router, "/{item_id}", ItemAnswer, summary="One thing to do")
def today_item(request: Asked, item_id: Id) -> ItemAnswer:
    """Show one item, also one that was put away."""
    return item_answer(_item(request, item_id))


@writes(
    router,
    "POST",
    "/{item_id}/decisions",
    DecisionAnswer,
    may=TokenScope.WRITE_TODAY,
    status=201,
    summary="Put it away",
)
def decide_item(request: Asked, item_id: Id, said: Verdict) -> DecisionAnswer:
    """Put an item away: done, snoozed or dismissed. An earlier word on it is replaced."""
    at, as_of = clock.now()
    days = said.days if said.days in dict(SNOOZES) else SNOOZES[0][0]
    item = _item(request, item_id)
    word = put_away(item, said.verdict, by=request.user, at=at, as_of=as_of, days=days, why=said.why)
    return DecisionAnswer(word.pk, word.verdict, word.until, word.why, word.say)


@takes_back(router, "/decisions/{decision_id}", may=TokenScope.WRITE_TODAY)
def undo_decision(request: Asked, decision_id: Id) -> None:
    """Take a word on an item back: the item stands again where it stood."""
    held = TodayDecision.objects.visible_to(request.user).filter(withdrawn_at__isnull=True)
    at, _ = clock.now()
    take_back(find(held, "decision", decision_id), at=at)


def _item(request: Asked, item_id: int) -> TodayItem:
    rows = TodayItem.objects.visible_to(request.user).select_related("account", "person", "owner")
    item: TodayItem = find(rows, "item of Today", item_id)
    return item
