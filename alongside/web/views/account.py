"""Where do we stand with this account, why, and what is open between us?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def account(request: HttpRequest, account_id: int) -> HttpResponse:
    """Say that this page is not there yet."""
    return render(request, "_soon.html", {"here": "accounts"})


timeline = account
