"""What did we give this customer and what did we get: does every concession bring something home? Never shown to the customer."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from alongside.answers.exchanges import book_with
from alongside.answers.proposals import PROPOSALS_SHOWN, proposals_with
from alongside.entering.exchanges import FORMS, ConcessionForm, FavourForm, kept
from alongside.house.concession_limit import concession_limit
from alongside.ledgers.exchanges.enter import deliver, exchanges_with, take_back
from alongside.ledgers.exchanges.models import Exchange
from alongside.ledgers.requests.models import Request
from alongside.people.models import Account
from alongside.pipeline import judge_one
from alongside.web import clock

MOST_SHOWN = 400
"""Proposals on the page that shows all. Unit: proposals; who has more settles these first."""


@require_http_methods(["GET", "HEAD", "POST"])
def exchanges(request: HttpRequest, account_id: int) -> HttpResponse:
    """Show gives and gets with one customer and what they come to, or enter one."""
    account = get_object_or_404(Account.objects.visible_to(request.user), pk=account_id)
    at, as_of = clock.now()
    form = _typed(request)
    if form is not None and kept(form, account, by=request.user, at=at, as_of=as_of):
        judge_one(account, as_of=as_of)
        messages.success(request, "Kept.")
        return redirect("exchanges", account.pk)
    context = _context(request, account, as_of, form)
    return render(request, "accounts/exchanges.html", context, status=200 if form is None else 400)


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
    judge_one(account, as_of=as_of)
    return _back(request, account)


def _back(request: HttpRequest, account: Account) -> HttpResponse:
    """Lead back to where the button stood: the page of the request, or that of the gives and gets."""
    named = request.POST.get("request", "")
    asked = Request.objects.visible_to(request.user).filter(pk=int(named) if named.isdecimal() else 0).first()
    return redirect(reverse("request", args=[asked.pk]) + "#ways") if asked else redirect("exchanges", account.pk)


def _typed(request: HttpRequest) -> Any:
    """Give the form that was sent, or None."""
    if request.method != "POST":
        return None
    return FORMS.get(request.POST.get("kind", ""), FavourForm)(request.POST)


def _context(request: HttpRequest, account: Account, as_of: date, typed: Any) -> dict[str, Any]:
    book = book_with(account, as_of=as_of)
    proposals, more = proposals_with(account, most=MOST_SHOWN if "proposals" in request.GET else PROPOSALS_SHOWN)
    start = {"currency": book.currency}
    concession = ConcessionForm(initial=start | {"what": request.GET.get("for", "")[:300]})
    favour = FavourForm(initial=start, auto_id="favour-%s")
    return {
        "here": "accounts",
        "as_of": as_of,
        "account": account,
        "book": book,
        "limit": concession_limit(),
        "proposals": proposals,
        "more_proposals": more,
        "concession": typed if isinstance(typed, ConcessionForm) else concession,
        "favour": typed if isinstance(typed, FavourForm) else favour,
    }
