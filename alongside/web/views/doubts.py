"""Which questions about who is who can only a person answer?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def doubts(request: HttpRequest) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": "doubts"})


def settle(request: HttpRequest, doubt_id: int) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": "doubts"})
