"""What did we give this customer and what did we get: does every concession bring something home? Never shown to the customer."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from alongside.judgement.balance import Given, balance, bilateral_rate
from alongside.ledgers.exchanges.enter import (
    ExchangeError,
    Terms,
    concede,
    deliver,
    do_favour,
    exchanges_with,
    take_back,
)
from alongside.ledgers.exchanges.models import Exchange
from alongside.people.models import Account
from alongside.vocabulary import ExchangeKind, ExchangeSide
from alongside.web import clock

NO_DAY = "That is no day. Choose one, or write it as 2025-06-01."


def _day(label: str, *, required: bool = False, help_text: str = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date", "data-keep": ""}, format="%Y-%m-%d")
    return forms.DateField(
        label=label, required=required, widget=widget, help_text=help_text, error_messages={"invalid": NO_DAY}
    )


def _line(label: str, *, required: bool = False, help_text: str = "", most: int = 300) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=most,
        help_text=help_text,
        widget=forms.TextInput(attrs={"data-keep": ""}),
    )


def _value() -> forms.DecimalField:
    widget = forms.NumberInput(attrs={"data-keep": "", "step": "any", "inputmode": "decimal"})
    return forms.DecimalField(
        label="Worth to the receiver", required=False, min_value=0, max_digits=16, decimal_places=2, widget=widget
    )


class FavourForm(forms.Form):
    """A favour of ours or theirs."""

    side = forms.ChoiceField(label="Who", choices=[("give", "we did them one"), ("get", "they did us one")])
    what = _line("What", required=True)
    on = _day("When", help_text="Empty means today.")
    value = _value()


class ConcessionForm(forms.Form):
    """A concession, with what comes in return, or why nothing does."""

    what = _line("What we concede", required=True)
    on = _day("When", help_text="Empty means today.")
    value = _value()
    got = _line("What comes in return", help_text="Larger volumes, a forecast, a reference, earlier payment ...")
    whose = _line("From whom", most=200)
    due_on = _day("By when")
    reason = _line("If nothing comes in return, why is it given all the same?")
    approved_by = _line("Whose word allows it", most=200, help_text="Needed for large ones.")


@require_http_methods(["GET", "HEAD", "POST"])
def exchanges(request: HttpRequest, account_id: int) -> HttpResponse:
    """Show gives and gets with one customer and what they come to, or enter one."""
    account = get_object_or_404(Account.objects.visible_to(request.user), pk=account_id)
    _, as_of = clock.now()
    is_concession = request.POST.get("kind") == ExchangeKind.CONCESSION
    typed = request.POST if request.method == "POST" else None
    concession = ConcessionForm(typed if is_concession else None, initial={"what": request.GET.get("for", "")[:300]})
    favour = FavourForm(typed if typed is not None and not is_concession else None)
    chosen = concession if is_concession else favour
    if typed is not None and chosen.is_valid() and _keep(request, account, chosen):
        messages.success(request, "Kept.")
        return redirect("exchanges", account.pk)
    context = _context(account, as_of) | {"concession": concession, "favour": favour}
    return render(request, "accounts/exchanges.html", context, status=200 if typed is None else 400)


@require_POST
def came(request: HttpRequest, account_id: int, exchange_id: int) -> HttpResponse:
    """Keep that what was agreed in return has come, or take an entry back."""
    account = get_object_or_404(Account.objects.visible_to(request.user), pk=account_id)
    rows = Exchange.objects.visible_to(request.user).filter(pk__in=[e.pk for e in exchanges_with(account)])
    chosen = get_object_or_404(rows, pk=exchange_id)
    at, as_of = clock.now()
    if "undo" in request.POST:
        take_back(chosen, at=at)
        messages.success(request, "Taken back. It counts no more.")
    elif chosen.stands_for_id and chosen.delivered_on is None:
        deliver(chosen, on=as_of)
        messages.success(request, "Kept: it has come.")
    return redirect("exchanges", account.pk)


def _keep(request: HttpRequest, account: Account, form: forms.Form) -> bool:
    """Enter what was typed; False with the reason on the form where it cannot be kept."""
    at, as_of = clock.now()
    said = form.cleaned_data
    terms = Terms(said["what"], said["on"] or as_of, said["value"])
    if isinstance(form, FavourForm):
        do_favour(account, terms, ExchangeSide(said["side"]), by=request.user, at=at)
        return True
    got = Terms(said["got"], terms.on, None, whose=said["whose"], due_on=said["due_on"]) if said["got"] else None
    try:
        concede(account, terms, got=got, reason=said["reason"], approved_by=said["approved_by"], by=request.user, at=at)
    except ExchangeError as trouble:
        form.add_error(trouble.field, str(trouble))
        return False
    return True


def _context(account: Account, as_of: date) -> dict[str, Any]:
    rows = exchanges_with(account)
    returns = {row.stands_for_id: row for row in rows if row.stands_for_id}
    judged = [_given(row, returns.get(row.pk)) for row in rows]
    return {
        "here": "accounts",
        "as_of": as_of,
        "account": account,
        "rate": bilateral_rate(judged, as_of=as_of),
        "balances": [balance(judged, kind, as_of=as_of) for kind in ExchangeKind],
        "concessions": [
            (row, returns.get(row.pk)) for row in rows if row.kind == ExchangeKind.CONCESSION and not row.stands_for_id
        ],
        "favours": [row for row in rows if row.kind == ExchangeKind.FAVOUR],
    }


def _given(row: Exchange, came_back: Exchange | None) -> Given:
    back_on = came_back.delivered_on if came_back else None
    return Given(row.pk, ExchangeSide(row.side), ExchangeKind(row.kind), row.what, row.on, row.value, back_on)
