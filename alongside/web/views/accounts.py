"""Which accounts are there, and where do we stand with each?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def accounts(request: HttpRequest) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": "accounts"})
