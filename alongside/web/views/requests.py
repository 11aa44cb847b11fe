"""What is open between us and them, over all accounts?"""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.requests.models import Request
from alongside.vocabulary import CommitmentState, RequestState, Side
from alongside.web import clock

SHOWN = 60
"""Rows of each list on one page. Unit: rows; older ones are a link away."""


@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """List what they asked, what we promised and what they promised, as far as it is open."""
    _, as_of = clock.now()
    lists = [
        _list("They asked", "asked", _asked(request.user), "asked_on", request),
        _list("We promised", "ours", _promised(request.user, Side.OURS), "promised_on", request),
        _list("They promised", "theirs", _promised(request.user, Side.THEIRS), "promised_on", request),
    ]
    return render(request, "requests/requests.html", {"here": "requests", "as_of": as_of, "lists": lists})


def _asked(user: Any) -> Any:
    rows = Request.objects.visible_to(user).filter(state=RequestState.OPEN, account__merged_into__isnull=True)
    return rows.select_related("account", "person")


def _promised(user: Any, side: Side) -> Any:
    rows = Commitment.objects.visible_to(user).filter(state=CommitmentState.OPEN, side=side)
    return rows.filter(account__merged_into__isnull=True).select_related("account", "person")


def _list(title: str, name: str, rows: Any, day: str, request: HttpRequest) -> dict[str, Any]:
    """Cut one page by key: newest first, older than the day and id that a former page ended with."""
    on, _, pk = request.GET.get(f"{name}_older", "").partition("_")
    if pk.isdigit() and (until := parse_date(on)):
        rows = rows.filter(Q(**{f"{day}__lt": until}) | Q(**{day: until, "pk__lt": int(pk)}))
    found = list(rows.order_by(f"-{day}", "-pk")[: SHOWN + 1])
    shown = found[:SHOWN]
    return {
        "title": title,
        "name": name,
        "kind": "request" if name == "asked" else "commitment",
        "rows": shown,
        "older": f"?{name}_older={getattr(shown[-1], day)}_{shown[-1].pk}" if len(found) > SHOWN else "",
    }
