"""Where do we stand with this account, why, and what is open between us?"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from alongside.judgement.abreast import UPDATE_DAYS
from alongside.judgement.finding import from_json
from alongside.judgement.words import month
from alongside.ledgers.requests.models import Request
from alongside.people.models import Account, Tenure
from alongside.standings.models import Standing
from alongside.standings.plan import plan_with
from alongside.web import clock
from alongside.web.evidence import of_finding
from alongside.web.rows import events, matters, members
from alongside.web.rows.inside import inside_matters
from alongside.web.rows.stand import Month, finding, months_of, rules, stand
from alongside.web.templatetags.words import said


@require_safe
def account(request: HttpRequest, account_id: int) -> HttpResponse:
    """Show an account: the ladder, the five rules, what is open, who is there, and what happened."""
    found = _account(request, account_id)
    if found.merged_into_id:
        return redirect("account", found.merged_into_id)
    now, as_of = clock.now()
    standing = _standing(found)
    months = months_of(request.user, found.pk)
    context = {
        "here": "accounts",
        "as_of": as_of,
        "account": _head(found, standing, as_of),
        "own_fields": found.own_fields,
        "note_about": {"value": f"account:{found.pk}", "name": found.name},
        **_open(request.user, found, as_of),
        "update_days": found.update_days or UPDATE_DAYS,  # type: ignore[attr-defined]
        **(_judged(request.user, standing, months) if standing else {}),
        **_happened(request, found, now, months),
        "plan": plan_with(found, as_of=as_of),
    }
    return render(request, "accounts/account.html", context)


@require_safe
def timeline(request: HttpRequest, account_id: int) -> HttpResponse:
    """Show a part of what happened: the next older page, or another kind."""
    found = _account(request, account_id)
    now, as_of = clock.now()
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect(f"{reverse('account', args=[found.pk])}?{request.GET.urlencode()}")
    context = {"as_of": as_of, **_happened(request, found, now, months_of(request.user, found.pk))}
    template = "_ui/timeline.html" if request.GET.get("before") else "accounts/_happened.html"
    return render(request, template, context)


def _account(request: HttpRequest, account_id: int) -> Account:
    """Find the account with its standing, and since when it is this user's."""
    tenures = Tenure.objects.visible_to(request.user).filter(
        account=OuterRef("pk"), user_id=request.user.pk or 0, to_on__isnull=True
    )
    since = Subquery(tenures.order_by("-from_on").values("from_on")[:1])
    rows = Account.objects.visible_to(request.user).select_related("judged").annotate(yours_since=since)
    rows = rows.annotate(update_days=Subquery(Request.objects.filter(account=OuterRef("pk")).values("update_days")[:1]))
    found: Account = get_object_or_404(rows, pk=account_id)
    return found


def _standing(found: Account) -> Standing | None:
    standing: Standing | None = getattr(found, "judged", None)
    return standing


def _happened(request: HttpRequest, found: Account, now: Any, months: Sequence[Month]) -> dict[str, Any]:
    kind = request.GET.get("kind", "")
    address = reverse("account-timeline", args=[found.pk])
    before = request.GET.get("before", "")
    page = events.account_page(request.user, found.pk, months, kind=kind, before=before, now=now, address=address)
    return {"events": page.events, "older": page.older, "filters": events.filters(kind, address), "kind": kind}


def _open(user: Any, found: Account, as_of: date) -> dict[str, Any]:
    since: date | None = found.yours_since  # type: ignore[attr-defined]
    shown, more = matters.open_matters(user, found.pk, as_of=as_of, yours_since=since, most=matters.MOST_SHOWN)
    inside = inside_matters(_standing(found), as_of=as_of)
    return {"open_matters": shown, "more_open": more, "inside_matters": inside}


def _judged(user: Any, standing: Standing, months: Sequence[Month]) -> dict[str, Any]:
    """Give what the standing says; the evidence of the level stands in the drawer from the start."""
    level, five = finding(standing, "level"), rules(standing)
    return {
        "off_track": [from_json(each) for each in standing.findings.get("off_track", [])],
        "stand": stand(standing, months),
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


def _head(found: Account, standing: Standing | None, as_of: date) -> dict[str, Any]:
    """Say in a line what the company is and how long it has been ours."""
    yours_since: date | None = found.yours_since  # type: ignore[attr-defined]
    line = [part for part in (found.industry, found.city) if part]
    line += [f"with us since {found.since.year}"] if found.since else []
    line += [f"yours since {month(yours_since)}"] if yours_since else []
    if standing:
        line.append(_touch("last touch", standing.last_touch_at, as_of) or "no contact yet")
        line.append(_touch("next", standing.next_touch_at, as_of) or "no next touch planned")
    return {"id": found.pk, "name": found.name, "line": line, "is_at_risk": bool(standing and standing.is_at_risk)}


def _touch(name: str, at: Any, as_of: date) -> str:
    return f"{name} {said(at.date(), as_of)}" if at else ""
