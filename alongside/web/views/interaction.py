"""What was said in this mail or meeting, and what was found in it?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def interaction(request: HttpRequest, interaction_id: int) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": "accounts"})
