"""What did somebody note about a person or an account, or enter by hand because nothing could find it?"""

from datetime import date, datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html_join
from django.views.decorators.http import require_http_methods, require_safe

from alongside import byhand
from alongside.interactions.keys import digest
from alongside.interactions.models import Interaction
from alongside.people.models import Person
from alongside.vocabulary import InteractionKind, Side
from alongside.web import clock
from alongside.web.entries import KINDS, Entry, Kind, SaidEntry
from alongside.web.rows.choices import Choice, choice
from alongside.web.rows.found import found_in, heading, listed
from alongside.web.rows.whom import Whom, offered, said, whom

LONGEST_NOTE = 20_000
"""Of one note. Unit: characters; an hour's dictation is half of it."""

KINDS_OF_NOTE = [
    (InteractionKind.NOTE, "a note"),
    (InteractionKind.CALL, "a call"),
    (InteractionKind.VISIT, "a visit"),
]


class NoteForm(forms.Form):
    """The words, what kind of contact they tell of, and when it was."""

    text = forms.CharField(
        label="What happened, in your words",
        max_length=LONGEST_NOTE,
        error_messages={"required": "Write what happened; a few words are enough."},
        widget=forms.Textarea(attrs={"data-keep": "", "rows": 6}),
    )
    kind = forms.ChoiceField(label="It was", choices=KINDS_OF_NOTE, required=False)
    happened_on = forms.DateField(
        label="On",
        required=False,
        help_text="Empty means today.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def kind_of_contact(self) -> InteractionKind:
        return InteractionKind(self.cleaned_data["kind"] or InteractionKind.NOTE)


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
    kept = _keep(request, form, meant.person, at, as_of)
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
    form = kind.form(sent, initial=_first_values(kind, as_of))
    if sent is not None and form.is_valid() and _is_clear(kind, meant):
        _enter(request, kind, form, meant, at, as_of)
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
        **_about(meant, is_wrong=sent is not None and not _is_clear(kind, meant)),
    }
    return render(request, "notes/enter.html", context)


def _meant(request: HttpRequest) -> Whom:
    """Read whom a form is about: a person that was chosen, else what the page named, else what was typed."""
    said_here = request.POST if request.method == "POST" else request.GET
    chosen = said_here.get("person", "")
    named = f"person:{chosen}" if chosen else said_here.get("about", "")
    return whom(request.user, named, said_here.get("about_name", "")[:200])


def _keep(request: HttpRequest, form: NoteForm, person: Person, at: datetime, as_of: date) -> Interaction:
    """Keep the note under a key of what it says, so that sending it twice keeps it once."""
    text, on = form.cleaned_data["text"], form.cleaned_data["happened_on"]
    sent = request.POST.get("key", "")[:100] or as_of.isoformat()
    key = digest("note", str(request.user.pk), sent, person.anchor, form.kind_of_contact(), str(on), text)
    byhand.note(
        text,
        about=[person],
        by=request.user,
        at=at,
        as_of=as_of,
        key=key,
        kind=form.kind_of_contact(),
        happened_on=on,
    )
    return Interaction.objects.visible_to(request.user).get(identity_key=key)


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


def _is_clear(kind: Kind, meant: Whom) -> bool:
    """Tell whether it is known whom the entry is about: somebody, or for a row of the books a company."""
    return meant.person is not None if kind.sighting else meant.account is not None


def _enter(request: HttpRequest, kind: Kind, form: Entry, meant: Whom, at: datetime, as_of: date) -> None:
    if kind.sighting and isinstance(form, SaidEntry) and meant.person:
        byhand.enter(
            kind.sighting,
            form.cleaned_data["words"],
            side=Side(form.cleaned_data.get("side") or Side.THEIRS),
            person=meant.person,
            by=request.user,
            at=at,
            as_of=as_of,
            key=_key(request, meant.person, form),
            detail=form.detail(),
            happened_on=form.cleaned_data["happened_on"],
        )
    elif meant.account:
        byhand.enter_row(
            kind.table, _row(kind, form, meant), account=meant.account, by=request.user, at=at, as_of=as_of
        )


def _row(kind: Kind, form: Entry, meant: Whom) -> dict[str, str]:
    """Write the row of a table; somebody stands in it only where the entry was said to be about them."""
    row = form.fields_as_written()
    if kind.person_field and meant.person and not meant.is_of_account:
        row[kind.person_field] = meant.person.anchor
    return row


def _key(request: HttpRequest, person: Person, form: SaidEntry) -> str:
    sent = request.POST.get("key", "")[:100]
    return digest("entry", str(request.user.pk), sent, person.anchor, *sorted(form.fields_as_written().values()))


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
