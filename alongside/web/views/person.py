"""Who is this person to us, and what has passed between us?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def person(request: HttpRequest, person_id: int) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": "people"})


def timeline(request: HttpRequest, person_id: int) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": "people"})


def brief(request: HttpRequest, person_id: int) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": "people"})
