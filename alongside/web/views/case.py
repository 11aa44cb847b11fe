"""Going to bat: the case that we make inside our own company for what a customer asked, and what we tell them of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.answers.exchanges import book_with
from alongside.dossiers.cases import entries_of, look_alikes
from alongside.dossiers.fought_for import case_of, entries_of_case
from alongside.dossiers.request_files import answers_of
from alongside.entering.case_entry import CaseEntryForm, keep_case_entry, take_back_case_entry
from alongside.entering.letters import NO_SERVER, LetterForm, send_letter
from alongside.interactions.models import Interaction
from alongside.judgement.advocacy import QUESTIONS, advocacy
from alongside.judgement.currency import money
from alongside.ledgers.advocacy.models import CaseEntry
from alongside.ledgers.requests.models import Request
from alongside.outbox.compose import LetterError
from alongside.plays.drafts import reply_subject
from alongside.plays.outcome_letter import Told, outcome_letter
from alongside.plays.saying import THEIRS_TO_THEM, matter
from alongside.vocabulary import CasePart, CaseState, EntryKind
from alongside.web import clock
from alongside.web.rows.drafts import Draft

OUTCOME_PARTS = {
    CasePart.STATE: "How does it stand?",
    CasePart.FOR_THEM: "What came of it, in words for them",
    CasePart.TOLD: "Were they told by another way than mail?",
}
"""The parts below the questions, in the order of the page."""

HELP = {
    CasePart.COSTS: "Interest, margin, hours, risk.",
    CasePart.GAIN: "Volume, a longer frame, a reference, a forecast, a problem less.",
    CasePart.FLOOR: "The deal floor. It never leaves this company.",
    CasePart.OBSTACLES: "Who will say no, and why.",
    CasePart.FOR_THEM: "The only words of this page that they will read.",
    CasePart.TOLD: "A mail of yours is found by itself.",
}
"""What helps with an answer."""


@dataclass(frozen=True, slots=True)
class Part:
    """A question of the case: what holds, what was said before, and what was typed and not taken."""

    part: CasePart
    question: str
    help: str
    newest: CaseEntry | None
    earlier: list[CaseEntry]
    form: CaseEntryForm | None
    is_next: bool = False

    @property
    def worth(self) -> str:
        return money(self.newest.value, self.newest.currency) if self.newest else ""

    @property
    def has_value(self) -> bool:
        return self.part in (CasePart.COSTS, CasePart.GAIN, CasePart.FLOOR)

    @property
    def has_day(self) -> bool:
        return self.part in (CasePart.DECIDES, CasePart.STATE, CasePart.TOLD)


@require_http_methods(["GET", "HEAD", "POST"])
def case(request: HttpRequest, request_id: int) -> HttpResponse:
    """Show the case for a request, or write into it; the first word opens it."""
    asked = _asked(request, request_id)
    at, as_of = clock.now()
    entries = entries_of_case(asked)
    form = _form(request, asked, entries, as_of)
    if form is not None and form.is_valid():
        keep_case_entry(asked, form, by=request.user, at=at, as_of=as_of)
        return redirect(f"{request.path}#{form.part}")
    context = _context(asked, entries, form, as_of)
    return render(request, "requests/case.html", context, status=400 if form else 200)


@require_POST
def undo_entry(request: HttpRequest, request_id: int, case_entry_id: int) -> HttpResponse:
    """Take an entry of the case back; the one before it holds again."""
    asked = _asked(request, request_id)
    rows = CaseEntry.objects.visible_to(request.user).filter(
        case__sighting_key=asked.sighting_key, withdrawn_at__isnull=True
    )
    at, as_of = clock.now()
    take_back_case_entry(asked, get_object_or_404(rows, pk=case_entry_id), at=at, as_of=as_of)
    messages.success(request, "Taken back. What was said before it holds again.")
    return redirect("case", asked.pk)


@require_safe
def on_paper(request: HttpRequest, request_id: int) -> HttpResponse:
    """Show the case on one page for whoever decides it inside our company."""
    asked = _asked(request, request_id)
    _, as_of = clock.now()
    entries = entries_of_case(asked)
    file = entries_of(asked)
    context = _context(asked, entries, None, as_of) | {
        "origin": answers_of(file),
        "fix": next((entry for entry in reversed(file) if entry.kind == EntryKind.FIX), None),
        "alike": look_alikes(request.user, asked),
        "book": book_with(asked.account, as_of=as_of) if asked.account else None,
    }
    return render(request, "requests/case_on_paper.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest, request_id: int) -> HttpResponse:
    """Show the letter that tells the customer what we did for them, or send it from here as it was edited."""
    asked = _asked(request, request_id)
    at, as_of = clock.now()
    draft = _draft(request, asked, as_of)
    if request.method != "POST":
        return _letter_page(request, asked, draft, as_of=as_of)
    form = LetterForm(request.POST, user=request.user, today=as_of, answers=draft.answers, references=draft.references)
    troubles = form.troubles() if not form.is_valid() else [] if settings.SMTP_SERVER else [NO_SERVER]
    if not troubles:
        try:
            sent = send_letter(form, by=request.user, at=at, request_key=asked.sighting_key)
            return redirect(f"/outbox/#letter-{sent.pk}")
        except LetterError as trouble:
            troubles = [str(trouble)]
    return _letter_page(request, asked, draft.edited(request.POST), troubles=troubles, as_of=as_of, status=400)


@require_POST
def letter_file(request: HttpRequest, request_id: int) -> HttpResponse:
    """Give the letter as it was edited, as a file that a mail program opens as a draft."""
    asked = _asked(request, request_id)
    _, as_of = clock.now()
    response = HttpResponse(_draft(request, asked, as_of).edited(request.POST).as_file(), content_type="message/rfc822")
    response["Content-Disposition"] = 'attachment; filename="draft.eml"'
    return response


def _letter_page(
    request: HttpRequest, asked: Request, draft: Draft, *, as_of: date, troubles: Sequence[str] = (), status: int = 200
) -> HttpResponse:
    context = {
        "here": "requests",
        "as_of": as_of,
        "asked": asked,
        "draft": draft,
        "troubles": troubles,
        "has_server": settings.SMTP_SERVER is not None,
    }
    return render(request, "requests/case_letter.html", context, status=status)


def _asked(request: HttpRequest, request_id: int) -> Request:
    rows = Request.objects.visible_to(request.user).select_related("account", "person", "interaction__body", "owner")
    found: Request = get_object_or_404(rows, pk=request_id)
    return found


def _form(request: HttpRequest, asked: Request, entries: list[CaseEntry], as_of: date) -> CaseEntryForm | None:
    if request.method != "POST":
        return None
    state = next((CaseState(e.state) for e in reversed(entries) if e.state), CaseState.PREPARING)
    return CaseEntryForm(request.POST, today=as_of, asked_on=asked.asked_on, state=state)


def _context(asked: Request, entries: list[CaseEntry], form: CaseEntryForm | None, as_of: date) -> dict[str, Any]:
    judged = case_of(asked, entries)
    return {
        "here": "requests",
        "as_of": as_of,
        "asked": asked,
        "entries": entries,
        "finding": advocacy(judged, as_of=as_of),
        "state": judged.state,
        "states": list(CaseState),
        "questions": _parts(QUESTIONS, entries, form),
        "outcome": _parts(OUTCOME_PARTS if judged.state.is_outcome else _BEFORE, entries, form),
        "note_about": {"value": f"person:{asked.person_id}", "name": asked.person.name} if asked.person else None,
    }


_BEFORE = {CasePart.STATE: OUTCOME_PARTS[CasePart.STATE]}


def _parts(asks: dict[CasePart, str], entries: list[CaseEntry], form: CaseEntryForm | None) -> list[Part]:
    """Put the parts in their order; the first that nothing is written down for is next."""
    following = next((part for part in asks if not any(e.part == part for e in entries)), None)
    return [_part(part, ask, entries, form, is_next=part is following) for part, ask in asks.items()]


def _part(part: CasePart, ask: str, entries: list[CaseEntry], form: CaseEntryForm | None, *, is_next: bool) -> Part:
    own = [entry for entry in reversed(entries) if entry.part == part]
    typed = form if form is not None and form.part is part else None
    return Part(part, ask, HELP.get(part, ""), own[0] if own else None, own[1:], typed, is_next)


def _draft(request: HttpRequest, asked: Request, as_of: date) -> Draft:
    """Write the letter from the request's own words and from what was written for them, and from nothing else of the case."""
    entries = entries_of_case(asked)
    newest = {entry.part: entry for entry in entries}
    state, for_them = newest.get(CasePart.STATE), newest.get(CasePart.FOR_THEM)
    person, interaction = asked.person, asked.interaction
    told = Told(
        name=person.name if person else "",
        asked_on=asked.asked_on,
        what=asked.what,
        quote=asked.quote,
        state=CaseState(state.state) if state else CaseState.PREPARING,
        for_them=for_them.text if for_them else "",
    )
    return Draft(
        to=person.anchor if person and "@" in person.anchor else "",
        subject=reply_subject(_subject(interaction) or matter(asked.what, THEIRS_TO_THEM)),
        text=outcome_letter(told, as_of=as_of),
        sender=getattr(request.user, "email", ""),
        answers=interaction.message_id.strip("<>"),
        references=tuple(each.strip("<>") for each in interaction.references),
    )


def _subject(interaction: Interaction) -> str:
    body = getattr(interaction, "body", None)
    return body.subject if body else ""
