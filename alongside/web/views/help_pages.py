"""Which keys are there, and what is this program?"""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def keyboard(request: HttpRequest) -> HttpResponse:
    """Show every key and what it does."""
    return render(request, "help/keyboard.html", {"here": "keyboard"})


@login_not_required
def about(request: HttpRequest) -> HttpResponse:
    """Say what this program is, under which licence, and what it does with what it reads."""
    return render(request, "help/about.html")
