"""The joint plan as programs get it: its steps in their order, whose each is, until when, and how it stands."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.judgement.plan import Step
from alongside.judgement.plan import plan as judged_plan
from alongside.ledgers.plans.read import as_word, entries_of
from alongside.ledgers.requests.models import Request
from alongside.people.models import Account


@dataclass(frozen=True, slots=True)
class StepAnswer:
    """A step as it stands: `first_due_on` is the day that was named first, `by_them` that one of them said it last."""

    key: str
    what: str
    side: str
    whose: str
    due_on: date
    first_due_on: date
    days_late: int
    state: str
    settled_on: date | None
    by_them: bool
    request_id: int | None


@dataclass(frozen=True, slots=True)
class PlanAnswer:
    """The joint plan with an account: how it stands in a sentence, and its steps."""

    account_id: int
    account: str
    reason: str
    steps: list[StepAnswer]


def plan_answer(user: Any, account: Account, *, as_of: date) -> PlanAnswer:
    """Say how the plan with an account stands. Two queries."""
    found = judged_plan([as_word(entry) for entry in entries_of(account)], as_of=as_of)
    keys = {step.request_key for step in found.steps if step.request_key}
    rows = Request.objects.visible_to(user).filter(sighting_key__in=keys).values_list("sighting_key", "pk")
    asked = dict(rows) if keys else {}
    return PlanAnswer(account.pk, account.name, found.reason, [_step(step, asked, as_of) for step in found.steps])


def _step(step: Step, asked: dict[str, int], as_of: date) -> StepAnswer:
    return StepAnswer(
        key=step.key,
        what=step.what,
        side=step.side.value,
        whose=step.whose,
        due_on=step.due_on,
        first_due_on=step.first_due_on,
        days_late=step.days_late(as_of),
        state=step.state.value,
        settled_on=step.settled_on,
        by_them=step.by_them,
        request_id=asked.get(step.request_key),
    )
