"""Which questions about who is who can only a person answer?"""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from alongside.people.doubts import reopen_doubt, settle_doubt
from alongside.people.models import Doubt, Person
from alongside.pipeline import bring_up_to_date
from alongside.touches.models import Touch
from alongside.vocabulary import DoubtKind, Verdict
from alongside.web import clock

OPEN_SHOWN = 40
"""Open questions on the page, the oldest first. Unit: questions; answering some makes room."""

SETTLED_SHOWN = 20
"""Answered questions that can still be taken back there. Unit: questions."""


@require_safe
def doubts(request: HttpRequest) -> HttpResponse:
    """Ask what is open, with what speaks for it side by side, and show what was answered."""
    at, _ = clock.now()
    rows = Doubt.objects.visible_to(request.user)
    open_rows = list(rows.filter(verdict="").order_by("kind", "pk")[:OPEN_SHOWN])
    context = {
        "here": "doubts",
        "doubts": _with_sides(request.user, open_rows, at),
        "more": max(0, rows.filter(verdict="").count() - len(open_rows)),
        "settled": rows.exclude(verdict="").order_by("-settled_at", "-pk")[:SETTLED_SHOWN],
    }
    return render(request, "doubts/doubts.html", context)


@require_POST
def settle(request: HttpRequest, doubt_id: int) -> HttpResponse:
    """Take an answer, or take one back; who is who is worked out anew at once."""
    doubt = get_object_or_404(Doubt.objects.visible_to(request.user), pk=doubt_id)
    at, as_of = clock.now()
    word = request.POST.get("verdict", "")
    if word == "undo":
        reopen_doubt(doubt, by=request.user, at=at)
        messages.success(request, "Taken back: the question stands again.")
    elif word in set(Verdict):
        settle_doubt(doubt, Verdict(word), by=request.user, at=at)
        messages.success(request, _thanks(doubt, Verdict(word)))
    else:
        raise Http404("That is no answer to a question.")
    bring_up_to_date(request.user, as_of=as_of)
    return redirect("doubts")


def _thanks(doubt: Doubt, verdict: Verdict) -> str:
    joined = {
        DoubtKind.SAME_PERSON: "Joined: one person from now on. You can take it back below.",
        DoubtKind.SAME_ACCOUNT: "Joined: one company from now on. You can take it back below.",
        DoubtKind.OURS: "Good: that is you.",
    }
    apart = {
        DoubtKind.SAME_PERSON: "Kept apart, and not asked again.",
        DoubtKind.SAME_ACCOUNT: "Kept apart, and not asked again.",
        DoubtKind.OURS: "Then it is one of them.",
    }
    return (joined if verdict == Verdict.YES else apart)[DoubtKind(doubt.kind)]


def _with_sides(user: Any, rows: list[Doubt], at: datetime) -> list[dict[str, Any]]:
    """Put both sides of each question next to it: who that is, and when they were last in touch."""
    handles = {h for row in rows for h in (row.subject, row.other) if "@" in h}
    people = Person.objects.visible_to(user).filter(handles__value__in=handles).select_related("account")
    by_handle = {h.value: p for p in people.prefetch_related("handles") for h in p.handles.all() if h.value in handles}
    last: dict[int, Touch] = {}
    pks = [p.pk for p in by_handle.values()]
    touches = Touch.objects.visible_to(user).filter(person_id__in=pks, at__lte=at)
    for touch in touches.order_by("at").only("person_id", "at", "kind"):
        last[touch.person_id] = touch
    return [
        {
            "doubt": row,
            "sides": [_side(h, by_handle, last) for h in (row.subject, row.other) if h],
        }
        for row in rows
    ]


def _side(handle: str, by_handle: dict[str, Person], last: dict[int, Touch]) -> dict[str, Any]:
    person = by_handle.get(handle)
    return {
        "handle": handle.partition(":")[2] or handle,
        "person": person,
        "last": last.get(person.pk) if person else None,
    }
