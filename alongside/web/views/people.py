"""Whom do we know, and how well?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def people(request: HttpRequest) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": "people"})
