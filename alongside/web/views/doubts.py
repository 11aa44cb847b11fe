"""Which questions about who is who can only a person answer?"""

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from alongside.people.doubts import reopen_doubt, settle_doubt
from alongside.people.models import Doubt
from alongside.pipeline import bring_up_to_date
from alongside.vocabulary import Verdict
from alongside.web import clock
from alongside.web.rows.doubts import asked

OPEN_SHOWN = 40
"""Open questions on the page, the oldest first. Unit: questions; answering some makes room."""

SETTLED_SHOWN = 20
"""Answered questions that can still be taken back there. Unit: questions."""


@require_safe
def doubts(request: HttpRequest) -> HttpResponse:
    """Ask what is open, with what speaks for it side by side, and show what was answered."""
    at, as_of = clock.now()
    rows = Doubt.objects.visible_to(request.user)
    open_rows = list(rows.filter(verdict="").order_by("kind", "pk")[: OPEN_SHOWN + 1])
    settled = list(rows.exclude(verdict="").order_by("-settled_at", "-pk")[:SETTLED_SHOWN])
    shown = open_rows[:OPEN_SHOWN]
    put = asked(request.user, [*shown, *settled], at=at)
    context = {
        "here": "doubts",
        "as_of": as_of,
        "doubts": put[: len(shown)],
        "more": rows.filter(verdict="").count() - len(shown) if len(open_rows) > OPEN_SHOWN else 0,
        "settled": put[len(shown) :],
    }
    return render(request, "doubts/doubts.html", context)


@require_POST
def settle(request: HttpRequest, doubt_id: int) -> HttpResponse:
    """Take an answer, or take one back; who is who is worked out anew at once."""
    at, as_of = clock.now()
    rows = Doubt.objects.visible_to(request.user)
    if request.htmx and not rows.filter(pk=doubt_id).exists():  # type: ignore[attr-defined]
        return render(request, "doubts/_moot.html", {"id": doubt_id})
    doubt = get_object_or_404(rows, pk=doubt_id)
    said = _keep(request, doubt, at)
    bring_up_to_date(request.user, as_of=as_of, with_tables=False)
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "doubts/_doubt.html", {"doubt": asked(request.user, [doubt], at=at)[0], "as_of": as_of})
    messages.success(request, said)
    return redirect("doubts")


def _keep(request: HttpRequest, doubt: Doubt, at: datetime) -> str:
    """Keep the word, and say what it comes to. Raises Http404 for a word that is none."""
    word = request.POST.get("verdict", "")
    if word == "undo":
        reopen_doubt(doubt, by=request.user, at=at)
        return "Taken back: the question stands again."
    if word not in set(Verdict):
        raise Http404("That is no answer to a question.")
    settle_doubt(doubt, Verdict(word), by=request.user, at=at)
    return "Kept. The answer stands below, and can be taken back there."
