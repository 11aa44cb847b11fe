"""What did we and they agree to do, by whom, until when? The joint plan: to add to, tick, move, undo, print and take along."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.entering.plan import StepForm, keep_change, keep_step, latest_word, say_of_step
from alongside.judgement.plan import Plan, Step, steps_of
from alongside.judgement.plan import plan as judged_plan
from alongside.ledgers.plans.export import calendar_of, table_of
from alongside.ledgers.plans.models import PlanEntry
from alongside.ledgers.plans.read import as_word, entries_of
from alongside.ledgers.requests.models import Request
from alongside.people.models import Account, Person
from alongside.web import clock

NAMES_OFFERED = 200
"""Names of either side that are offered while typing. Unit: names."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step as the page shows it, with the form that changes it; `is_wrong` where what was typed into it was not taken."""

    step: Step
    is_late: bool
    days_late: int
    form: StepForm
    is_wrong: bool = False
    request: Request | None = None


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest, account_id: int) -> HttpResponse:
    """Show the joint plan of an account, or add a step to it."""
    account = _account(request, account_id)
    _, as_of = clock.now()
    wish = _for_request(request)
    form = StepForm(request.POST or None, auto_id="new-%s", initial={"what": wish.what if wish else ""})
    at, _ = clock.now()
    key = wish.sighting_key if wish else ""
    if request.method == "POST" and keep_step(account, form, by=request.user, at=at, as_of=as_of, request_key=key):
        messages.success(request, "It stands in the plan.")
        return redirect("plan", account.pk)
    status = 400 if request.method == "POST" else 200
    return render(request, "accounts/plan.html", _context(request, account, as_of, form=form, wish=wish), status=status)


@require_POST
def say(request: HttpRequest, account_id: int, step_key: str) -> HttpResponse:
    """Keep a word on a step: done, open again, dropped, up, down, the last word back, or what it is from now on."""
    account = _account(request, account_id)
    latest = _latest(account, step_key)
    at, as_of = clock.now()
    told: dict[str, Any] = {"by": request.user, "at": at, "on": as_of}
    deed = next((name for name in DEEDS if name in request.POST), "")
    if not deed:
        return _change(request, account, latest, as_of, told)
    messages.success(request, DEEDS[deed])
    say_of_step(account, latest, deed, by=request.user, at=at, as_of=as_of)
    return redirect("plan", account.pk)


DEEDS = {
    "done": "Done. It is ticked off.",
    "open": "It is open again.",
    "drop": "Dropped. It stands below, and nobody is reminded of it.",
    "up": "Moved up.",
    "down": "Moved down.",
    "undo": "Taken back. What was said before holds again.",
}
"""What can be said of a step by one button, and what the page answers."""


@require_safe
def as_calendar(request: HttpRequest, account_id: int) -> HttpResponse:
    """Give the plan as a calendar file; brought in again, it updates what was there."""
    account = _account(request, account_id)
    at, _ = clock.now()
    steps = _steps(entries_of(account))
    written = calendar_of(steps, name=f"Joint plan: {account.name}", at=at, ours="We", theirs="They")
    return _file(written, "text/calendar; charset=utf-8", f"plan-{account.pk}.ics")


@require_safe
def as_table(request: HttpRequest, account_id: int) -> HttpResponse:
    """Give the plan as a table."""
    account = _account(request, account_id)
    return _file(table_of(_steps(entries_of(account))).encode(), "text/csv; charset=utf-8", f"plan-{account.pk}.csv")


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _account(request: HttpRequest, account_id: int) -> Account:
    rows = Account.objects.visible_to(request.user).select_related("owner")
    found: Account = get_object_or_404(rows, pk=account_id)
    return found


def _latest(account: Account, step_key: str) -> PlanEntry:
    """Find the word on a step that holds. Raises Http404 where there is none."""
    found = latest_word(account, step_key)
    if found is None:
        raise Http404("The plan has no such step.")
    return found


def _steps(entries: list[PlanEntry]) -> tuple[Step, ...]:
    return steps_of(as_word(entry) for entry in entries)


def _for_request(request: HttpRequest) -> Request | None:
    """Find the request that a new step is for, where the page was asked for one."""
    wish = (request.POST if request.method == "POST" else request.GET).get("request", "")
    rows = Request.objects.visible_to(request.user)
    return rows.filter(pk=wish).first() if wish.isdecimal() and len(wish) < 19 else None


def _change(
    request: HttpRequest, account: Account, latest: PlanEntry, as_of: date, told: dict[str, Any]
) -> HttpResponse:
    form = StepForm(request.POST, auto_id=f"{latest.step_key}-%s")
    if keep_change(account, latest, form, by=told["by"], at=told["at"], as_of=as_of):
        messages.success(request, "Kept. The plan says so now.")
        return redirect("plan", account.pk)
    context = _context(request, account, as_of, form=StepForm(auto_id="new-%s"), wrong=(latest.step_key, form))
    return render(request, "accounts/plan.html", context, status=400)


def _context(
    request: HttpRequest,
    account: Account,
    as_of: date,
    *,
    form: StepForm,
    wish: Request | None = None,
    wrong: tuple[str, StepForm] | None = None,
) -> dict[str, Any]:
    found: Plan = judged_plan([as_word(entry) for entry in entries_of(account)], as_of=as_of)
    asked = _requests(request.user, found)
    rows = [_row(step, as_of, asked, wrong) for step in found.steps]
    return {
        "here": "accounts",
        "as_of": as_of,
        "account": account,
        "plan": found,
        "open": [row for row in rows if row.step.is_open],
        "settled": [row for row in rows if not row.step.is_open],
        "form": form,
        "wish": wish,
        "names": _names(request.user, account),
        "note_about": {"value": f"account:{account.pk}", "name": account.name},
    }


def _row(step: Step, as_of: date, asked: dict[str, Request], wrong: tuple[str, StepForm] | None) -> StepRow:
    is_wrong = wrong is not None and wrong[0] == step.key
    stated = {"what": step.what, "side": step.side.value, "whose": step.whose, "due_on": step.due_on}
    form = wrong[1] if wrong is not None and is_wrong else StepForm(initial=stated, auto_id=f"{step.key}-%s")
    late = step.days_late(as_of)
    return StepRow(step, late > 0, late, form, is_wrong, asked.get(step.request_key))


def _requests(user: Any, found: Plan) -> dict[str, Request]:
    keys = {step.request_key for step in found.steps if step.request_key}
    rows = Request.objects.visible_to(user).filter(sighting_key__in=keys) if keys else ()
    return {row.sighting_key: row for row in rows}


def _names(user: Any, account: Account) -> list[str]:
    """Offer the names of both sides: ours, and theirs who have one."""
    people = Person.objects.visible_to(user).filter(merged_into__isnull=True, is_shared_mailbox=False)
    there = people.filter(account=account) | people.filter(is_ours=True)
    return list(there.order_by("name").values_list("name", flat=True).distinct()[:NAMES_OFFERED])
