"""How is this installation set up, and who are we?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def settings(request: HttpRequest) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": "settings"})
