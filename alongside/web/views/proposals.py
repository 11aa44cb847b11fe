"""A give or get that was found in the mail: is it one, what was it worth, or is it none?"""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from alongside.answers.exchanges import book_with
from alongside.answers.proposals import Proposal, one_proposal
from alongside.entering.exchanges import FORMS, kept
from alongside.entering.judging import judge
from alongside.house.concession_limit import concession_limit
from alongside.people.models import Account
from alongside.vocabulary import ExchangeSide, Review
from alongside.web import clock
from alongside.web.evidence.quotes import quotes

OTHERWISE = {
    "concession": ("favour", "It is a favour, and asks for nothing in return"),
    "received": ("favour", "It is a favour"),
    "favour": ("concession", "It is a concession"),
}
"""As what else a proposal can be entered."""


@require_http_methods(["GET", "HEAD", "POST"])
def proposed(request: HttpRequest, account_id: int, sighting_id: int) -> HttpResponse:
    """Show what was found, with the form that enters it; or enter it."""
    account, found = _found(request, account_id, sighting_id)
    at, as_of = clock.now()
    book = book_with(account, as_of=as_of)
    name = _form_name(request, found)
    typed = request.POST if request.method == "POST" else None
    form = FORMS[name](typed, initial=_start(found, book.currency))
    if typed is not None and _enter(form, account, found, by=request.user, at=at, as_of=as_of):
        messages.success(request, "Kept, with the words that it rests on.")
        return redirect("exchanges", account.pk)
    context = {
        "here": "accounts",
        "as_of": as_of,
        "account": account,
        "found": found,
        "quotes": quotes([found.sighting]),
        "form": form,
        "form_name": name,
        "otherwise": None if name == "favour" and not found.is_ours else OTHERWISE[name],
        "limit": concession_limit(),
    }
    return render(request, "accounts/proposed.html", context, status=200 if typed is None else 400)


@require_POST
def not_so(request: HttpRequest, account_id: int, sighting_id: int) -> HttpResponse:
    """Keep that it is none; it never comes back."""
    account, found = _found(request, account_id, sighting_id)
    at, as_of = clock.now()
    judge(found.sighting, {"review": Review.REJECTED}, by=request.user, at=at, as_of=as_of)
    messages.success(
        request, "Kept: it is none, and will not be proposed again. The mail itself lets you take that back."
    )
    return redirect("exchanges", account.pk)


def _found(request: HttpRequest, account_id: int, sighting_id: int) -> tuple[Account, Proposal]:
    account = get_object_or_404(Account.objects.visible_to(request.user), pk=account_id)
    found = one_proposal(account, sighting_id)
    if found is None:
        raise Http404("Nothing is proposed there, or it was settled already.")
    return account, found


def _form_name(request: HttpRequest, found: Proposal) -> str:
    """Give the form that was asked for, else the one that fits."""
    asked = request.POST.get("kind") or request.GET.get("as", "")
    return asked if asked in FORMS else found.form


def _start(found: Proposal, currency: str) -> dict[str, Any]:
    return {
        "what": found.what[:300],
        "on": found.on,
        "value": found.value,
        "currency": found.currency or currency,
        "side": ExchangeSide.GIVE if found.is_ours else ExchangeSide.GET,
    }


def _enter(form: Any, account: Account, found: Proposal, *, by: Any, at: Any, as_of: Any) -> bool:
    if kept(form, account, by=by, at=at, as_of=as_of, found_key=found.sighting.key) is None:
        return False
    judge(found.sighting, {"review": Review.CONFIRMED}, by=by, at=at, as_of=as_of)
    return True
