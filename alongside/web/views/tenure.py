"""Who has this account: I take it over, hand it to somebody, and leave word for whoever has it next."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from alongside.people.identify import identify
from alongside.people.models import Account
from alongside.people.tenures.change import (
    CHANGES,
    TenureError,
    entries_for_writer,
    hand_over,
    leave_note,
    take_back,
    take_over,
)
from alongside.pipeline import judge_one
from alongside.standings.handover import first_contact_on
from alongside.web import clock

LONGEST_NOTE = 8_000
"""Of one note. Unit: characters; a page or two, more is a file of its own."""

NO_DAY = "That is no day. Choose one, or write it as 2025-06-01."


def _day(label: str) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date", "data-keep": ""}, format="%Y-%m-%d")
    missing = {"invalid": NO_DAY, "required": "Choose the day; nothing was kept."}
    return forms.DateField(label=label, widget=widget, error_messages=missing)


def _who(label: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"data-keep": "", "autocomplete": "off"}),
    )


class TakeOverForm(forms.Form):
    """I have the account from a day on."""

    who = _who("From whom")
    on = _day("Since when")


class HandOverForm(forms.Form):
    """Somebody else has it from a day on."""

    who = _who("To whom")
    on = _day("From when on")


class HandoverNoteForm(forms.Form):
    """A note for whoever has it next, or for nobody else."""

    text = forms.CharField(
        label="What the next one should know",
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 4, "data-keep": ""}),
        error_messages={"required": "Write a few words first; nothing was kept."},
    )
    is_private = forms.BooleanField(
        label="For me alone", required=False, help_text="A private note is never shown or printed on the handover."
    )


FORMS: dict[str, type[forms.Form]] = {"take_over": TakeOverForm, "hand_over": HandOverForm, "note": HandoverNoteForm}
"""What can be said on the page, by the name under which it is sent."""


@require_http_methods(["GET", "HEAD", "POST"])
def tenure(request: HttpRequest, account_id: int) -> HttpResponse:
    """Show who has the account and the notes left with it, or keep what is said."""
    account = _account(request, account_id)
    _, as_of = clock.now()
    said = request.POST.get("say", "")
    filled = {name: form(request.POST if name == said else None, prefix=name) for name, form in FORMS.items()}
    chosen = filled.get(said)
    if chosen is not None and chosen.is_valid() and _keep(request, account, said, chosen):
        return redirect("tenure", account.pk)
    entries = entries_for_writer(account, request.user)
    words = [entry for entry in entries if entry.kind in CHANGES]
    context = {
        "here": "accounts",
        "as_of": as_of,
        "account": account,
        "words": words,
        "holds": words[0] if words else None,
        "notes": [entry for entry in entries if entry.kind not in CHANGES],
        "forms": filled,
    }
    return render(request, "accounts/tenure.html", context, status=400 if request.method == "POST" else 200)


@require_POST
def undo(request: HttpRequest, account_id: int, tenure_id: int) -> HttpResponse:
    """Take an entry back; where it was a change, what held before holds again."""
    account = _account(request, account_id)
    at, as_of = clock.now()
    entry = next((e for e in entries_for_writer(account, request.user) if e.pk == tenure_id), None)
    if entry is None:
        raise Http404
    take_back(entry, at=at)
    if entry.kind in CHANGES:
        identify(account.owner, on=as_of)
        judge_one(account, as_of=as_of)
    messages.success(request, "Taken back.")
    return redirect("tenure", account.pk)


def _account(request: HttpRequest, account_id: int) -> Account:
    rows = Account.objects.visible_to(request.user).select_related("owner")
    found: Account = get_object_or_404(rows, pk=account_id)
    return found


def _keep(request: HttpRequest, account: Account, said: str, form: forms.Form) -> bool:
    """Keep what was said; False with the reason on the form where it cannot be."""
    at, as_of = clock.now()
    try:
        told = _say(request, account, said, form.cleaned_data, at, as_of)
    except TenureError as trouble:
        form.add_error(trouble.field, str(trouble))
        return False
    messages.success(request, told)
    return True


def _say(request: HttpRequest, account: Account, said: str, typed: dict[str, Any], at: Any, as_of: date) -> str:
    if said == "note":
        leave_note(account, typed["text"], is_private=typed["is_private"], by=request.user, at=at, as_of=as_of)
        return "Kept for you alone." if typed["is_private"] else "Kept. It stands on the handover."
    named = {"on": typed["on"], "by": request.user, "at": at, "as_of": as_of}
    if said == "take_over":
        take_over(account, from_whom=typed["who"], first_contact_on=first_contact_on(account), **named)
    else:
        hand_over(account, to_whom=typed["who"], **named)
    judge_one(account, as_of=as_of)
    return (
        "Kept. The handover counts from that day." if said == "take_over" else "Kept. Today asks you about it no more."
    )
