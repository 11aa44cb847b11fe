"""What did we give this customer and what did we get: does every concession bring something home? Never shown to the customer."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from alongside.answers.exchanges import exchanges_between
from alongside.entering.exchanges import ConcessionForm, FavourForm, keep_exchange
from alongside.ledgers.exchanges.enter import deliver, exchanges_with, take_back
from alongside.ledgers.exchanges.models import Exchange
from alongside.people.models import Account
from alongside.vocabulary import ExchangeKind
from alongside.web import clock


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
    at, _ = clock.now()
    if typed is not None and chosen.is_valid() and keep_exchange(account, chosen, by=request.user, at=at, as_of=as_of):
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


def _context(account: Account, as_of: date) -> dict[str, Any]:
    between = exchanges_between(account, as_of=as_of)
    return {
        "here": "accounts",
        "as_of": as_of,
        "account": account,
        "rate": between.rate,
        "balances": between.balances,
        "concessions": between.concessions,
        "favours": between.favours,
    }
