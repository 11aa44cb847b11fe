"""What does this statement rest on? The evidence of an item, a finding or a sighting, for the drawer or as a page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def item(request: HttpRequest, item_id: int) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": "today"})


def finding(request: HttpRequest, account_id: int, measure: str) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": "accounts"})


def sighting(request: HttpRequest, sighting_id: int) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": "accounts"})
