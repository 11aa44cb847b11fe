"""Off track: ask a professional. A case is told line by line as chosen; the answer, what was tried and what came of it are kept."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access import choices
from alongside.judgement.case_brief import case_lines, written
from alongside.ledgers.advice.ask import (
    AdviceError,
    Question,
    ask,
    cases_about,
    learn,
    lessons_for,
    note,
    take_back,
    with_what_came,
)
from alongside.ledgers.advice.models import AdviceCase, AdviceEntry, Lesson
from alongside.ledgers.requests.models import Request
from alongside.people.kept_under import account_called
from alongside.people.models import Account
from alongside.pipeline import judge_one
from alongside.standings.advice import material_for, signs_of
from alongside.vocabulary import AdviceResult, AdviceStep
from alongside.web import clock
from alongside.web.rows.drafts import Draft

NO_DAY = "That is no day. Choose one, or leave it empty."
LONGEST = 8_000
"""Of one text. Unit: characters."""


def _text(label: str, *, required: str = "", rows: int = 3, help_text: str = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows, "data-keep": ""})
    missing = {"required": required} if required else {}
    return forms.CharField(
        label=label,
        required=bool(required),
        max_length=LONGEST,
        widget=widget,
        help_text=help_text,
        error_messages=missing,
    )


def _line(label: str, *, required: str = "", help_text: str = "") -> forms.CharField:
    missing = {"required": required} if required else {}
    widget = forms.TextInput(attrs={"data-keep": ""})
    return forms.CharField(
        label=label, required=bool(required), max_length=200, widget=widget, help_text=help_text, error_messages=missing
    )


def _day(label: str, help_text: str = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date", "data-keep": ""}, format="%Y-%m-%d")
    return forms.DateField(
        label=label, required=False, widget=widget, help_text=help_text, error_messages={"invalid": NO_DAY}
    )


class AskForm(forms.Form):
    """Whom to ask, what, and by when."""

    question = _text("Your question", required="Write the question; without one nobody can help.", rows=2)
    adviser = _line(
        "Whom do you ask",
        required="Say whom you ask: a name is enough.",
        help_text="A colleague, or anyone whom you respect.",
    )
    address = forms.EmailField(
        label="Their address",
        required=False,
        help_text="Only for the letter. Empty: print it, or copy it.",
        error_messages={"invalid": "That is no address. Put it right, or leave it empty and print the case."},
        widget=forms.EmailInput(attrs={"data-keep": ""}),
    )
    due_on = _day("When do you need an answer")


class AnswerForm(forms.Form):
    """What they answered."""

    text = _text("Their answer", required="Write what they answered; nothing was kept.", help_text="In their words.")
    whose = _line("Who answered", help_text="Empty means the one you asked.")
    on = _day("On", "Empty means today.")


class TriedForm(forms.Form):
    """What we did with it."""

    text = _text("What you tried", required="Write what you did; nothing was kept.")
    on = _day("On", "Empty means today.")


class ResultForm(forms.Form):
    """What came of it."""

    result = forms.ChoiceField(
        label="What came of it", choices=choices(AdviceResult), error_messages={"required": "Choose one of the four."}
    )
    text = _text("Why", rows=2)
    on = _day("On", "Empty means today.")


class LessonForm(forms.Form):
    """What to remember."""

    rule = _text("The rule, in your own words", required="Write the rule in a sentence; nothing was kept.", rows=2)
    applies_to = _text(
        "What it applies to",
        required="Say what it applies to, in the words such a case would have; by them it is found again.",
        rows=2,
        help_text="It is shown where a request uses words like these.",
    )


STEPS: dict[str, type[forms.Form]] = {
    "answer": AnswerForm,
    "tried": TriedForm,
    "result": ResultForm,
    "lesson": LessonForm,
}
"""What can be written into a case, by the name under which it is sent."""


@require_http_methods(["GET", "HEAD", "POST"])
def advice_of(request: HttpRequest, account_id: int) -> HttpResponse:
    """Show what may be told of a case and ask somebody about it; with ?request= it is about one request."""
    accounts = Account.objects.visible_to(request.user).select_related("owner", "judged")
    account = get_object_or_404(accounts, pk=account_id)
    asked = _asked(request, account)
    at, as_of = clock.now()
    lines = case_lines(material_for(account, asked, user=request.user, as_of=as_of), as_of=as_of)
    form = AskForm(request.POST if request.method == "POST" else None)
    chosen = set(request.POST.getlist("line")) if request.method == "POST" else {x.key for x in lines if x.is_chosen}
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        text = written(lines, chosen, said["question"])
        question = Question(said["adviser"], said["address"], said["question"], text, said["due_on"])
        try:
            case = ask(account, asked, question, by=request.user, at=at, as_of=as_of)
        except AdviceError as trouble:
            form.add_error(trouble.field, str(trouble))
        else:
            judge_one(account, as_of=as_of)
            return redirect("advice", case.pk)
    context = {
        "here": "accounts",
        "as_of": as_of,
        "account": account,
        "asked": asked,
        "lines": [(line, line.key in chosen) for line in lines],
        "form": form,
        "signs": signs_of(account),
        "cases": cases_about(account),
    }
    return render(request, "advice/ask.html", context, status=400 if request.method == "POST" else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def advice(request: HttpRequest, advice_id: int) -> HttpResponse:
    """Show a case with what came of it, or write into it."""
    case = _case(request, advice_id)
    said = request.POST.get("say", "")
    filled = {name: form(request.POST if name == said else None, prefix=name) for name, form in STEPS.items()}
    chosen = filled.get(said)
    if chosen is not None and chosen.is_valid() and _keep(request, case, said, chosen):
        return redirect(f"{request.path}#{said}")
    return render(
        request, "advice/case.html", _context(request, case, filled), status=400 if request.method == "POST" else 200
    )


@require_safe
def advice_file(request: HttpRequest, advice_id: int) -> HttpResponse:
    """Give the case as a letter that a mail program opens as a draft."""
    response = HttpResponse(_letter(request, _case(request, advice_id)).as_file(), content_type="message/rfc822")
    response["Content-Disposition"] = 'attachment; filename="case.eml"'
    return response


@require_POST
def undo(request: HttpRequest, advice_id: int) -> HttpResponse:
    """Take back the case, or an entry or a lesson of it."""
    case = _case(request, advice_id)
    at, as_of = clock.now()
    what, _, number = request.POST.get("undo", "").partition(":")
    rows: dict[str, Any] = {"entry": case.entries.all(), "lesson": case.lessons.all(), "case": [case]}
    row = next((each for each in rows.get(what, []) if str(each.pk) == number), None)
    if row is None:
        raise Http404("There is nothing to take back.")
    take_back(row, at=at)
    account = account_called(request.user, case.account_handle)
    if account:
        judge_one(account, as_of=as_of)
    messages.success(request, "Taken back. It counts no more.")
    return redirect("advice-of", account.pk) if what == "case" and account else redirect("advice", case.pk)


def _case(request: HttpRequest, advice_id: int) -> AdviceCase:
    rows = AdviceCase.objects.visible_to(request.user).filter(withdrawn_at__isnull=True).select_related("owner")
    found: AdviceCase = get_object_or_404(with_what_came(rows), pk=advice_id)
    return found


def _asked(request: HttpRequest, account: Account) -> Request | None:
    """Load the request that it is about; one of another account, or none of this user's, is not found."""
    number = request.GET.get("request", "")
    if not number:
        return None
    rows = Request.objects.visible_to(request.user).select_related("person").filter(account=account)
    if not (number.isdecimal() and len(number) < 19):
        raise Http404("There is no such request.")
    found: Request = get_object_or_404(rows, pk=int(number))
    return found


def _keep(request: HttpRequest, case: AdviceCase, said: str, form: forms.Form) -> bool:
    """Keep what was written; False with the reason on the form where it cannot be."""
    at, as_of = clock.now()
    typed = form.cleaned_data
    if said == "lesson":
        learn(case, typed["rule"], typed["applies_to"], by=request.user, at=at)
        messages.success(request, "Kept. It is shown where a request looks alike.")
        return True
    more = {
        "whose": typed.get("whose") or (case.adviser if said == "answer" else ""),
        "result": typed.get("result", ""),
    }
    on = typed["on"] or as_of
    try:
        note(case, AdviceStep(said), typed["text"], on=on, by=request.user, at=at, as_of=as_of, **more)
    except AdviceError as trouble:
        form.add_error(trouble.field, str(trouble))
        return False
    account = account_called(request.user, case.account_handle)
    if account:
        judge_one(account, as_of=as_of)
    messages.success(request, "Kept.")
    return True


def _context(request: HttpRequest, case: AdviceCase, filled: dict[str, forms.Form]) -> dict[str, Any]:
    _, as_of = clock.now()
    entries: dict[str, list[AdviceEntry]] = {step: [] for step in AdviceStep}
    for entry in case.entries.all():
        entries[entry.step].append(entry)
    lessons: list[Lesson] = list(case.lessons.all())
    return {
        "here": "accounts",
        "as_of": as_of,
        "case": case,
        "account": account_called(request.user, case.account_handle),
        "letter": _letter(request, case),
        "parts": [(step, TITLES[step], entries[step], filled[step]) for step in AdviceStep],
        "lessons": lessons,
        "lesson_form": filled["lesson"],
        "alike": [each for each in lessons_for(request.user, case.text) if each.lesson.case_id != case.pk],
        "worked": any(
            e.result in (AdviceResult.WORKED, AdviceResult.WORKED_IN_PART) for e in entries[AdviceStep.RESULT]
        ),
    }


TITLES = {AdviceStep.ANSWER: "Their answer", AdviceStep.TRIED: "What you tried", AdviceStep.RESULT: "What came of it"}
"""How the parts of a case are called on its page."""


def _letter(request: HttpRequest, case: AdviceCase) -> Draft:
    first = case.adviser.split()[0]
    text = f"Dear {first},\n\nmay I ask your advice on a case?\n\n{case.text}\n\nThank you."
    return Draft(
        to=case.address, subject="May I ask your advice?", text=text, sender=getattr(request.user, "email", "")
    )
