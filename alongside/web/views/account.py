"""Where do we stand with this account, why, and what is open between us?"""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from alongside.judgement.words import month
from alongside.people.models import Account, Tenure
from alongside.standings.models import Standing
from alongside.web import clock
from alongside.web.evidence import of_finding
from alongside.web.rows import events, matters, members
from alongside.web.rows.stand import finding, rules, stand
from alongside.web.templatetags.words import said


@require_safe
def account(request: HttpRequest, account_id: int) -> HttpResponse:
    """Show an account: the ladder, the five rules, what is open, who is there, and what happened."""
    found = _account(request, account_id)
    if found.merged_into_id:
        return redirect("account", found.merged_into_id)
    now, as_of = clock.now()
    standing = Standing.objects.visible_to(request.user).filter(account=found).first()
    yours_since = _yours_since(request.user, found)
    context = {
        "here": "accounts",
        "as_of": as_of,
        "account": _head(found, standing, yours_since, as_of),
        "note_about": {"value": f"account:{found.pk}", "name": found.name},
        **_open(request.user, found, yours_since, as_of),
        **(_judged(request.user, standing) if standing else {}),
        **_happened(request, found, now),
    }
    return render(request, "accounts/account.html", context)


@require_safe
def timeline(request: HttpRequest, account_id: int) -> HttpResponse:
    """Show a part of what happened: the next older page, or another kind."""
    found = _account(request, account_id)
    now, as_of = clock.now()
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect(f"{reverse('account', args=[found.pk])}?{request.GET.urlencode()}")
    context = {"as_of": as_of, **_happened(request, found, now)}
    template = "_ui/timeline.html" if request.GET.get("before") else "accounts/_happened.html"
    return render(request, template, context)


def _account(request: HttpRequest, account_id: int) -> Account:
    found: Account = get_object_or_404(Account.objects.visible_to(request.user), pk=account_id)
    return found


def _happened(request: HttpRequest, found: Account, now: Any) -> dict[str, Any]:
    kind = request.GET.get("kind", "")
    address = reverse("account-timeline", args=[found.pk])
    page = events.account_page(
        request.user, found.pk, kind=kind, before=request.GET.get("before", ""), now=now, address=address
    )
    return {"events": page.events, "older": page.older, "filters": events.filters(kind, address), "kind": kind}


def _open(user: Any, found: Account, yours_since: date | None, as_of: date) -> dict[str, Any]:
    every = matters.open_matters(user, found.pk, as_of=as_of, yours_since=yours_since)
    more = len(every) - matters.MOST_SHOWN
    return {"open_matters": every[: matters.MOST_SHOWN], "more_open": max(more, 0)}


def _judged(user: Any, standing: Standing) -> dict[str, Any]:
    """Give what the standing says; the evidence of the level stands in the drawer from the start."""
    level, five = finding(standing, "level"), rules(standing)
    return {
        "stand": stand(user, standing),
        "rules": five,
        "rule_values": [rule.value for rule in five],
        "rule_reaches": [rule.reach for rule in five],
        "weakest_index": next((i for i, rule in enumerate(five) if rule.is_weakest), None),
        "people": members.members(user, standing),
        "missing_roles": members.missing_roles(finding(standing, "coverage")),
        "strip": {"weeks": standing.pictures.get("presence", []), "planned": _planned(standing)},
        "why": of_finding.why(level, about=str((level.extra or {}).get("category", ""))) if level else None,
    }


def _planned(standing: Standing) -> list[date]:
    return [standing.next_touch_at.date()] if standing.next_touch_at else []


def _head(found: Account, standing: Standing | None, yours_since: date | None, as_of: date) -> dict[str, Any]:
    """Say in a line what the company is and how long it has been ours."""
    line = [part for part in (found.industry, found.city) if part]
    line += [f"with us since {found.since.year}"] if found.since else []
    line += [f"yours since {month(yours_since)}"] if yours_since else []
    if standing:
        line.append(_touch("last touch", standing.last_touch_at, as_of) or "no contact yet")
        line.append(_touch("next", standing.next_touch_at, as_of) or "no next touch planned")
    return {"id": found.pk, "name": found.name, "line": line, "is_at_risk": bool(standing and standing.is_at_risk)}


def _touch(name: str, at: Any, as_of: date) -> str:
    return f"{name} {said(at.date(), as_of)}" if at else ""


def _yours_since(user: Any, found: Account) -> date | None:
    rows = Tenure.objects.visible_to(user).filter(account=found, user=user, to_on__isnull=True)
    since: date | None = rows.order_by("-from_on").values_list("from_on", flat=True).first()
    return since
