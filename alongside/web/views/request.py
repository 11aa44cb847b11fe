"""Where does this request come from, did it come before, and how is its cause put right so that it does not come back?"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Exists
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from alongside.answers.ways import ways_of
from alongside.dossiers.cases import case_of, entries_of, look_alikes
from alongside.dossiers.request_files import bank_for, file_marks
from alongside.entering.matters import say_of_request
from alongside.entering.request_file import EntryForm, NextUpdateForm, keep_entry, take_back_entry
from alongside.judgement.finding import Finding
from alongside.judgement.fixing import STEPS, fixing
from alongside.ledgers.advice.ask import lessons_for, lessons_of, newest_case
from alongside.ledgers.requests.models import Request, RequestEntry
from alongside.standings.advice import signs_of
from alongside.vocabulary import EntryKind, FixState, RequestState
from alongside.web import clock
from alongside.web.evidence.address import chips
from alongside.web.rows.abreast import abreast_section, told_by_mouth
from alongside.web.rows.origin import mails_of, origin_of

ASKS = {
    EntryKind.CONTAINMENT: "What stops the harm for now?",
    EntryKind.BECAUSE: "And why is that so?",
    EntryKind.CAUSE: "What is the cause, at the root?",
    EntryKind.FIX: "What is changed so that it cannot happen again, by whom, until when?",
    EntryKind.FIX_DONE: "The change is made: what was done?",
}
"""What the page asks for each step of putting it right."""

PATH = (FixState.ASKED, FixState.ORIGIN_KNOWN, *(state for state, _, _ in STEPS), FixState.VERIFIED)
"""The states in their order, as the page draws them; RECURRED stands where it broke."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the page with what was written down for it, the latest first.

    `form` holds what was typed and not taken; the form of the question that is next stands open.
    """

    kind: EntryKind
    question: str
    answers: list[RequestEntry]
    has_day: bool
    form: EntryForm | None
    is_next: bool = False


@require_http_methods(["GET", "HEAD", "POST"])
def request_page(request: HttpRequest, request_id: int) -> HttpResponse:
    """Show the file of a request, or write an entry into it."""
    asked = _asked(request, request_id)
    _, as_of = clock.now()
    form = EntryForm(request.POST, today=as_of) if request.method == "POST" else None
    if form is not None and form.is_valid():
        at, _ = clock.now()
        keep_entry(asked, form, by=request.user, at=at, as_of=as_of)
        return redirect(f"{request.path}#{form.cleaned_data['question'] or form.cleaned_data['kind']}")
    return render(request, "requests/request.html", _context(request, asked, form, as_of), status=400 if form else 200)


@require_POST
def undo_entry(request: HttpRequest, request_id: int, entry_id: int) -> HttpResponse:
    """Take an entry of the file back."""
    asked = _asked(request, request_id)
    rows = RequestEntry.objects.visible_to(request.user).filter(
        sighting_key=asked.sighting_key, withdrawn_at__isnull=True
    )
    at, as_of = clock.now()
    take_back_entry(asked, get_object_or_404(rows, pk=entry_id), at=at, as_of=as_of)
    messages.success(request, "Taken back. It counts no more.")
    return redirect("request", asked.pk)


@require_POST
def next_update(request: HttpRequest, request_id: int) -> HttpResponse:
    """Keep the day on which they hear from us next."""
    asked = _asked(request, request_id)
    at, as_of = clock.now()
    form = NextUpdateForm(request.POST, today=as_of)
    if not form.is_valid():
        messages.error(request, form.trouble())
        return redirect("request", asked.pk)
    on = form.cleaned_data["next_update_on"]
    say_of_request(asked, RequestState(asked.state), by=request.user, at=at, as_of=as_of, next_update_on=on)
    messages.success(request, "Kept. Today reminds you on that day.")
    return redirect("request", asked.pk)


def _asked(request: HttpRequest, request_id: int) -> Request:
    rows = Request.objects.visible_to(request.user).select_related(
        "account__judged", "person", "interaction__placement", "owner"
    )
    rows = rows.annotate(**file_marks(), has_told=Exists(told_by_mouth()), **newest_case())
    rows = rows.annotate(has_lessons=Exists(lessons_of(request.user)))
    found: Request = get_object_or_404(rows, pk=request_id)
    return found


def _context(request: HttpRequest, asked: Request, form: EntryForm | None, as_of: date) -> dict[str, Any]:
    entries = entries_of(asked)
    bank, mails = bank_for(asked), mails_of(request.user, asked)
    finding = fixing(case_of(asked, entries, as_of=as_of, bank=bank), as_of=as_of)
    return {
        "here": "requests",
        "as_of": as_of,
        "asked": asked,
        "finding": finding,
        "path": _path(finding),
        "seen": chips(finding.evidence),
        "origin": origin_of(asked, entries, bank, mails, form),
        "mails": mails,
        **abreast_section(request.user, asked, as_of=as_of),
        "steps": _questions(ASKS, entries, form),
        "alike": look_alikes(request.user, asked),
        **_advice(request, asked),
        "ways": ways_of(asked, as_of=as_of),
        "note_about": {"value": f"person:{asked.person_id}", "name": asked.person.name} if asked.person else None,
    }


def _advice(request: HttpRequest, asked: Request) -> dict[str, Any]:
    """Give the signs that this request is off track, what was asked of a professional, and what similar cases taught."""
    if asked.account is None:
        return {}
    signs = [s for s in signs_of(asked.account) if (s.extra or {}).get("request_id") == asked.pk]
    has_lessons: bool = asked.has_lessons  # type: ignore[attr-defined]
    lessons = lessons_for(request.user, f"{asked.what} {asked.quote}") if has_lessons else []
    return {"signs": signs, "lessons": lessons}


def _questions(asks: dict[EntryKind, str], entries: list[RequestEntry], form: EntryForm | None) -> list[Asked]:
    """Put the questions in their order; the first that nothing is written down for is next."""
    found = [_question(kind, ask, entries, form) for kind, ask in asks.items()]
    following = next((n for n, each in enumerate(found) if not each.answers), -1)
    return [replace(each, is_next=n == following) for n, each in enumerate(found)]


def _question(kind: EntryKind, ask: str, entries: list[RequestEntry], form: EntryForm | None) -> Asked:
    own = [entry for entry in reversed(entries) if entry.kind == kind]
    is_typed = form is not None and form.data.get("kind") == kind
    return Asked(kind, ask, own, kind == EntryKind.FIX, form if is_typed else None)


def _path(finding: Finding) -> list[tuple[str, str]]:
    """Say of every state whether it is reached, is where we are, or is ahead."""
    state = FixState(finding.value)
    if state is FixState.RECURRED:
        return [(s.label, "done") for s in PATH[:-1]] + [(state.label, "broken")]
    at = PATH.index(state)
    return [(s.label, "done" if n < at else "now" if n == at else "ahead") for n, s in enumerate(PATH)]
