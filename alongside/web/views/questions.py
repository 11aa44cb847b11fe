"""What do we ask about where a request comes from? The bank of questions, edited by the company."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from alongside.access import choices
from alongside.entering.questions import FITS, QuestionForm, keep_question
from alongside.judgement.questions import SHIPPED
from alongside.judgement.questions import Question as Asked
from alongside.ledgers.questions.bank import bank_of, latest_words, move_question, say_question, take_back
from alongside.ledgers.questions.models import Question
from alongside.vocabulary import QuestionKind, RequestKind
from alongside.web import clock


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """Show the bank."""
    return _page(request)


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Add a question of the company's own."""
    form = QuestionForm(request.POST)
    if not form.is_valid():
        return _page(request, form=form, status=400)
    at, _ = clock.now()
    keep_question(form, by=request.user, at=at)
    messages.success(request, "Added. It is asked from now on.")
    return redirect("questions")


@require_POST
def edit(request: HttpRequest) -> HttpResponse:
    """Keep other words for a question, move it, or take it out of use or back into it."""
    key = request.POST.get("key", "")
    question = next((each for each in bank_of(request.user) if each.key == key), None)
    if question is None:
        raise Http404("There is no such question.")
    at, _ = clock.now()
    do = request.POST.get("do", "words")
    if do == "words":
        form = QuestionForm(request.POST)
        if not form.is_valid():
            return _page(request, form=form, key=key, status=400)
        _reword(question, form.cleaned_data, by=request.user, at=at)
        messages.success(request, "Kept. Answers that were given keep the words in which they were asked.")
    elif do in {"up", "down"}:
        move_question(key, up=do == "up", by=request.user, at=at)
    elif do in {"retire", "use"}:
        say_question(replace(question, is_retired=do == "retire"), by=request.user, at=at)
        messages.success(request, "It is asked no more; its answers stay." if do == "retire" else "It is asked again.")
    return redirect(f"/questions/#q-{key}")


@require_POST
def undo(request: HttpRequest, question_id: int) -> HttpResponse:
    """Take the last word on a question back."""
    rows = Question.objects.visible_to(request.user).filter(withdrawn_at__isnull=True)
    at, _ = clock.now()
    take_back(get_object_or_404(rows, pk=question_id), at=at)
    messages.success(request, "Taken back: it reads as before.")
    return redirect("questions")


def _reword(question: Asked, said: dict[str, Any], *, by: Any, at: datetime) -> None:
    words = {"text": said["text"], "kind": QuestionKind(said["kind"]), "fits": RequestKind(said["fits"])}
    say_question(replace(question, **words), by=by, at=at)


def _page(request: HttpRequest, *, form: QuestionForm | None = None, key: str = "", status: int = 200) -> HttpResponse:
    bank = bank_of(request.user)
    said = latest_words(request.user)
    shipped = {each.key for each in SHIPPED}
    rows: list[dict[str, Any]] = [
        {
            "asked": each,
            "said": said.get(each.key),
            "is_own": each.key not in shipped,
            "form": form if each.key == key else None,
        }
        for each in bank
    ]
    context = {
        "here": "settings",
        "in_use": [row for row in rows if not row["asked"].is_retired],
        "retired": [row for row in rows if row["asked"].is_retired],
        "kinds": choices(QuestionKind),
        "fits": FITS,
        "form": form if not key else None,
    }
    return render(request, "questions/questions.html", context, status=status)
