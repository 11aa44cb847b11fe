"""How does every part look in every state? For those who build pages; only there while they do."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.web.views import gallery_sample as sample
from alongside.web.views.sign_in import SignInForm


@login_not_required
def parts(request: HttpRequest) -> HttpResponse:
    """Show every part in all its states."""
    form = SignInForm(request, data={"username": "", "password": ""})
    return render(request, "_gallery.html", {**sample.shell(""), **sample.account(), **sample.parts(), "form": form})


@login_not_required
def today(request: HttpRequest) -> HttpResponse:
    """Show Today with made-up rows, or empty with ?empty."""
    context: dict[str, Any] = {**sample.shell("today"), **sample.today()}
    if "empty" in request.GET:
        context |= {"items": [], "more": 0, "settled": [], "why": None, "lead": "Nothing is owed and nothing is due."}
    return render(request, "today/today.html", context)


@login_not_required
def account(request: HttpRequest) -> HttpResponse:
    """Show an account with made-up figures."""
    return render(request, "accounts/account.html", {**sample.shell("accounts"), **sample.account()})


@login_not_required
def why(request: HttpRequest) -> HttpResponse:
    """Show made-up evidence, as the drawer fetches it."""
    return render(request, "_ui/evidence.html", {**sample.shell(""), "why": sample.demurrage()})
