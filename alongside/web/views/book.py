"""Where do all accounts stand on the ladder, and how did each move?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def book(request: HttpRequest) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": "book"})
