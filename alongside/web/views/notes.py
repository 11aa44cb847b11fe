"""What did somebody note about a person or an account?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def note(request: HttpRequest) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": ""})


def about(request: HttpRequest) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": ""})


def enter(request: HttpRequest) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": ""})
