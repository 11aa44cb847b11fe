"""What was brought in, how far is it, and what was refused and why?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def imports(request: HttpRequest) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": "imports"})


def one(request: HttpRequest, import_id: int) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": "imports"})
