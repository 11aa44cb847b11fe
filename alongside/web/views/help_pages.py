"""Which keys are there, how does one search, and what is this program?"""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.search.read import OPERATORS


def keyboard(request: HttpRequest) -> HttpResponse:
    """Show every key and what it does."""
    return render(request, "help/keyboard.html", {"here": "keyboard"})


def searching(request: HttpRequest) -> HttpResponse:
    """Show what can be asked for in a search."""
    return render(request, "help/search.html", {"here": "search", "operators": OPERATORS.items()})


@login_not_required
def about(request: HttpRequest) -> HttpResponse:
    """Say what this program is, under which licence, and what it does with what it reads."""
    return render(request, "help/about.html")
