"""What is open between us and them, over all accounts?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def requests(request: HttpRequest) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": "requests"})
