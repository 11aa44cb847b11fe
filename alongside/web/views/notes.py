"""What did somebody note about a person or an account, or enter by hand because nothing could find it?"""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html_join
from django.views.decorators.http import require_http_methods, require_safe

from alongside.entering.byhand import NoteForm, is_clear, keep_entered, keep_note
from alongside.entering.entries import KINDS, Kind
from alongside.entering.whom import Whom, offered, said, whom
from alongside.vocabulary import InteractionKind
from alongside.web import clock
from alongside.web.rows.choices import Choice, choice
from alongside.web.rows.found import found_in, heading, listed


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest) -> HttpResponse:
    """Keep a note and show what was found in it; ask whom it is about where that is not clear."""
    at, as_of = clock.now()
    if request.method != "POST":
        meant = whom(request.user, request.GET.get("about", ""))
        return _ask(request, NoteForm(), meant, as_of)
    form, meant = NoteForm(request.POST), _meant(request)
    if not form.is_valid() or meant.person is None:
        return _ask(request, form, meant, as_of, is_sent=True)
    kept = keep_note(form, meant.person, by=request.user, at=at, as_of=as_of, sent=request.POST.get("key", ""))
    if not request.htmx:  # type: ignore[attr-defined]
        messages.success(request, f"Kept, about {meant.person.name}.")
        return redirect("interaction", kept.pk)
    sightings = found_in(request.user, kept.pk)
    context = {
        "as_of": as_of,
        "shown": kept,
        "person": meant.person,
        "about_id": meant.person.pk,
        "found": listed(sightings),
        "heading": heading(sightings, InteractionKind(kept.kind).label),
    }
    return render(request, "notes/_kept.html", context)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Offer names for what was typed, as the options of the field's list."""
    names = offered(request.user, request.GET.get("about_name", "")[:100])
    return HttpResponse(format_html_join("", '<option value="{}"></option>', ((name,) for name in names)))


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Enter by hand what could not be found: something said, or a row of the books."""
    at, as_of = clock.now()
    sent = request.POST if request.method == "POST" else None
    name = (sent or request.GET).get("what", "")
    name = name if name in KINDS else next(iter(KINDS))
    kind, meant = KINDS[name], _meant(request)
    form = kind.form(sent, initial=_first_values(kind, as_of), today=as_of)
    if sent is not None and form.is_valid() and is_clear(kind, meant):
        keep_entered(kind, form, meant, by=request.user, at=at, as_of=as_of, sent=request.POST.get("key", ""))
        messages.success(request, f"Kept: {kind.label}, {meant.name}.")
        return redirect(_where_it_shows(meant))
    context = {
        "here": "accounts",
        "as_of": as_of,
        "what": name,
        "kind": kind,
        "form": form,
        "of_account": meant.account if meant.is_of_account and not kind.sighting else None,
        "kinds": _kinds(name, meant),
        **_about(meant, is_wrong=sent is not None and not is_clear(kind, meant)),
    }
    return render(request, "notes/enter.html", context)


def _meant(request: HttpRequest) -> Whom:
    """Read whom a form is about: a person that was chosen, else what the page named, else what was typed."""
    said_here = request.POST if request.method == "POST" else request.GET
    chosen = said_here.get("person", "")
    named = f"person:{chosen}" if chosen else said_here.get("about", "")
    return whom(request.user, named, said_here.get("about_name", "")[:200])


def _ask(request: HttpRequest, form: NoteForm, meant: Whom, as_of: date, *, is_sent: bool = False) -> HttpResponse:
    """Ask for what is missing; what was typed stays."""
    context = {
        "here": "",
        "as_of": as_of,
        "form": form,
        "key": request.POST.get("key", ""),
        "happened": form["happened_on"].value() or (form["kind"].value() or "note") != "note",
        **_about(meant, is_wrong=is_sent and meant.person is None),
    }
    return render(request, "notes/_ask.html" if request.htmx else "notes/note.html", context)  # type: ignore[attr-defined]


def _about(meant: Whom, *, is_wrong: bool) -> dict[str, Any]:
    return {
        "meant": meant,
        "people": [(person.pk, person.name if meant.account else said(person)) for person in meant.people],
        "who_is_wrong": is_wrong,
    }


def _first_values(kind: Kind, as_of: date) -> dict[str, date]:
    """Fill in today where the form asks for a day that it must have."""
    fields = kind.form.base_fields
    return {name: as_of for name, field in fields.items() if isinstance(field, forms.DateField) and field.required}


def _kinds(chosen: str, meant: Whom) -> list[Choice]:
    return [
        choice(kind.label, reverse("enter"), {"what": name, "about": meant.value}, is_on=name == chosen)
        for name, kind in KINDS.items()
    ]


def _where_it_shows(meant: Whom) -> str:
    """Give the page on which the entry is seen."""
    if meant.person and not meant.is_of_account:
        return reverse("person", args=[meant.person.pk])
    return reverse("account", args=[meant.account.pk]) if meant.account else reverse("today")
