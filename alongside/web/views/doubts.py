"""Which questions about who is who can only a person answer?"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.entering.captured import unnamed_notes
from alongside.people.doubts import reopen_doubt, settle_doubt
from alongside.people.models import Doubt
from alongside.pipeline import bring_up_to_date
from alongside.vocabulary import DoubtKind, Verdict
from alongside.web import clock
from alongside.web.rows.doubts import ANSWERS, asked, kind_of

SHOWN = 20
"""Open questions on a page, those that move most first. Unit: questions; few enough to be read."""

SETTLED_SHOWN = 20
"""Answered questions that can still be taken back there. Unit: questions."""

FEWEST_OF_A_KIND = 4
"""Questions of one kind from which they may be answered together. Unit: questions; below, one by one is quicker."""

KINDS_SHOWN = 5
"""Kinds of questions that are named above the list. Unit: kinds."""


@require_safe
def doubts(request: HttpRequest) -> HttpResponse:
    """Ask what is open, with what speaks for and against it, and show what was answered."""
    at, as_of = clock.now()
    rows = Doubt.objects.visible_to(request.user)
    page = Paginator(_in_order(rows.filter(verdict="")), SHOWN).get_page(request.GET.get("page"))
    settled = list(rows.exclude(verdict="").order_by("-settled_at", "-pk")[:SETTLED_SHOWN])
    put = asked(request.user, [*page.object_list, *settled], at=at)
    context = {
        "here": "doubts",
        "as_of": as_of,
        "doubts": put[: len(page.object_list)],
        "page": page,
        "kinds": _kinds(request.user) if page.paginator.count >= FEWEST_OF_A_KIND else [],
        "settled": put[len(page.object_list) :],
        "unnamed": unnamed_notes(request.user)[:SHOWN] if page.number == 1 else [],
    }
    return render(request, "doubts/doubts.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def of_a_kind(request: HttpRequest, kind_id: str) -> HttpResponse:
    """Show all questions of one kind, each with a box to leave it out, and answer those that are ticked in one go."""
    at, as_of = clock.now()
    rows = _of_kind(request.user, kind_id)
    if not rows:
        raise Http404("There is no open question of this kind.")
    if request.method == "POST":
        said = _answer_all(request, rows, at)
        bring_up_to_date(request.user, as_of=as_of, with_tables=False)
        messages.success(request, f"Kept: {said} answers. Each can be taken back below.")
        return redirect("doubts")
    context = {
        "here": "doubts",
        "as_of": as_of,
        "doubts": asked(request.user, rows[: SHOWN * 5], at=at),
        "answers": ANSWERS[DoubtKind(rows[0].kind)],
        "more": max(0, len(rows) - SHOWN * 5),
    }
    return render(request, "doubts/of_a_kind.html", context)


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


def _in_order(rows: Any) -> Any:
    """Put those first that only a person can know of at all, then those by which most would move."""
    return rows.order_by("-kind", "-at_stake", "-probability", "pk")


def _kinds(user: Any) -> list[dict[str, Any]]:
    """Count the open questions by kind; those of which there are several can be answered together."""
    rows = Doubt.objects.visible_to(user).filter(verdict="").exclude(kind=DoubtKind.OURS)
    counted: Counter[str] = Counter()
    said: dict[str, str] = {}
    for doubt_kind, grounds in rows.values_list("kind", "grounds"):
        key = kind_of(doubt_kind, grounds)
        counted[key] += 1
        said.setdefault(key, " ".join(ground["sentence"] for ground in grounds[:3]))
    several = [(key, n) for key, n in counted.most_common(KINDS_SHOWN) if n >= FEWEST_OF_A_KIND]
    return [{"key": key, "count": n, "say": said[key]} for key, n in several]


def _of_kind(user: Any, kind: str) -> list[Doubt]:
    rows = Doubt.objects.visible_to(user).filter(verdict="").exclude(kind=DoubtKind.OURS)
    return [doubt for doubt in _in_order(rows) if kind_of(doubt.kind, doubt.grounds) == kind]


def _answer_all(request: HttpRequest, rows: Sequence[Doubt], at: datetime) -> int:
    """Keep one word on each question that is ticked. Raises Http404 for a word that is none."""
    verdict = _verdict(rows[0], request.POST.get("verdict", ""))
    ticked = set(request.POST.getlist("doubt"))
    chosen = [doubt for doubt in rows if str(doubt.pk) in ticked]
    for doubt in chosen:
        settle_doubt(doubt, verdict, by=request.user, at=at)
    return len(chosen)


def _keep(request: HttpRequest, doubt: Doubt, at: datetime) -> str:
    """Keep the word, and say what it comes to. Raises Http404 for a word that is none."""
    word = request.POST.get("verdict", "")
    if word == "undo":
        reopen_doubt(doubt, by=request.user, at=at)
        return "Taken back: the question stands again."
    settle_doubt(doubt, _verdict(doubt, word), by=request.user, at=at)
    return "Kept. The answer stands below, and can be taken back there."


def _verdict(doubt: Doubt, word: str) -> Verdict:
    """Read an answer. Raises Http404 for a word that does not answer this question."""
    if word not in {answer.verdict.value for answer in ANSWERS[DoubtKind(doubt.kind)]}:
        raise Http404("That is no answer to this question.")
    return Verdict(word)
