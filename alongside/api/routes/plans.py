"""What did we and they agree to do? Read, added to, changed, ticked off, taken back."""

from datetime import date
from typing import Annotated, Literal

from ninja import Path, Router
from pydantic import Field

from alongside.answers.plan import PlanAnswer, plan_answer
from alongside.api import clock
from alongside.api.bearer import Asked
from alongside.api.find import account_of
from alongside.api.operations import Id, Said, must_match, reads, tag_of, writes
from alongside.api.problems import ProblemError, refuse, refuse_field
from alongside.entering.plan import StepForm, keep_change, keep_step, latest_word, say_of_step
from alongside.ledgers.plans.models import PlanEntry
from alongside.ledgers.requests.models import Request
from alongside.people.models import Account
from alongside.vocabulary import Side, TokenScope

router = Router(tags=["Joint plan"])

StepKey = Annotated[str, Path(min_length=1, max_length=32, pattern="^[0-9a-f]+$")]
What = Annotated[str, Field(max_length=500)]
Whose = Annotated[str, Field(max_length=200)]


class StepSaid(Said):
    """A step: what, on which side, by whom, until when, and for which request if for one."""

    what: What
    side: Side
    whose: Whose
    due_on: date
    request_id: int | None = None


class StepChange(Said):
    """What a step is from now on; what is left out stays."""

    what: What | None = None
    side: Side | None = None
    whose: Whose | None = None
    due_on: date | None = None


class StepWordSaid(Said):
    """A word on a step: done, open again, dropped, one place up or down, or the last word back."""

    word: Literal["done", "open", "drop", "up", "down", "undo"]


@reads(router, "/{account_id}/plan", PlanAnswer, summary="The joint plan")
def plan(request: Asked, account_id: Id) -> PlanAnswer:
    """Show the dated steps that both sides take."""
    _, as_of = clock.now()
    return plan_answer(request.user, account_of(request, account_id), as_of=as_of)


@writes(router, "POST", "/{account_id}/plan", PlanAnswer, may=TokenScope.WRITE_PLAN, status=201, summary="Add a step")
def add_to_plan(request: Asked, account_id: Id, said: StepSaid) -> PlanAnswer:
    """Add a step at the end of the plan."""
    account = account_of(request, account_id)
    at, as_of = clock.now()
    form = StepForm(said.dict(exclude={"request_id"}))
    key = _request_key(request, said.request_id)
    if keep_step(account, form, by=request.user, at=at, as_of=as_of, request_key=key) is None:
        refuse(form)
    return plan_answer(request.user, account, as_of=as_of)


@writes(
    router,
    "PATCH",
    "/{account_id}/plan/{step_key}",
    PlanAnswer,
    may=TokenScope.WRITE_PLAN,
    summary="Change a step",
)
def change_in_plan(request: Asked, account_id: Id, step_key: StepKey, said: StepChange) -> PlanAnswer:
    """Say anew what a step is; another day makes it a moved one. If-Match takes the tag of the plan."""
    account, latest = _step(request, account_id, step_key)
    at, as_of = clock.now()
    must_match(request, tag_of(PlanAnswer, plan_answer(request.user, account, as_of=as_of)))
    stated = {"what": latest.what, "side": latest.side, "whose": latest.whose, "due_on": latest.due_on}
    form = StepForm(stated | {name: value for name, value in said.dict().items() if value is not None})
    if keep_change(account, latest, form, by=request.user, at=at, as_of=as_of) is None:
        refuse(form)
    return plan_answer(request.user, account, as_of=as_of)


@writes(
    router,
    "POST",
    "/{account_id}/plan/{step_key}/words",
    PlanAnswer,
    may=TokenScope.WRITE_PLAN,
    status=201,
    summary="Tick it off, and so on",
)
def say_in_plan(request: Asked, account_id: Id, step_key: StepKey, said: StepWordSaid) -> PlanAnswer:
    """Say that a step is done, open again or dropped, move it, or take the last word on it back."""
    account, latest = _step(request, account_id, step_key)
    at, as_of = clock.now()
    say_of_step(account, latest, said.word, by=request.user, at=at, as_of=as_of)
    return plan_answer(request.user, account, as_of=as_of)


def _step(request: Asked, account_id: int, step_key: str) -> tuple[Account, PlanEntry]:
    account = account_of(request, account_id)
    latest = latest_word(account, step_key)
    if latest is None:
        raise ProblemError(404, "The plan has no such step.")
    return account, latest


def _request_key(request: Asked, number: int | None) -> str:
    if number is None:
        return ""
    asked = Request.objects.visible_to(request.user).filter(pk=number).first()
    if asked is None:
        refuse_field("request_id", f"There is no request {number}.")
    return asked.sighting_key
