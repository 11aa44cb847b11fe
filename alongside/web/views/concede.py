"""We give way to a request: what comes in return, or why does nothing, and who allows it?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from alongside.answers.exchanges import book_with
from alongside.entering.exchanges import ConcessionForm, kept
from alongside.house.concession_limit import concession_limit
from alongside.ledgers.requests.models import Request
from alongside.pipeline import judge_one
from alongside.web import clock

NOBODY = "Nobody knows yet which customer asked this, so nothing can be entered for it. Say on the page of the person where they work."
"""What is said of a request without a customer."""


@require_http_methods(["GET", "HEAD", "POST"])
def concede(request: HttpRequest, request_id: int) -> HttpResponse:
    """Show the form of a concession for this request, or keep one."""
    rows = Request.objects.visible_to(request.user).select_related("account", "person", "owner")
    asked: Request = get_object_or_404(rows, pk=request_id)
    if asked.account is None:
        messages.error(request, NOBODY)
        return redirect("request", asked.pk)
    at, as_of = clock.now()
    book = book_with(asked.account, as_of=as_of)
    typed = request.POST if request.method == "POST" else None
    form = ConcessionForm(typed, initial={"what": asked.what[:300], "currency": book.currency})
    key = asked.sighting_key
    if typed is not None and kept(form, asked.account, by=request.user, at=at, as_of=as_of, request_key=key):
        judge_one(asked.account, as_of=as_of)
        messages.success(request, "Kept. It stands with the request and among the gives and gets.")
        return redirect(reverse("request", args=[asked.pk]) + "#ways")
    context = {
        "here": "requests",
        "as_of": as_of,
        "asked": asked,
        "form": form,
        "limit": concession_limit(),
        "book": book,
    }
    return render(request, "requests/concede.html", context, status=200 if typed is None else 400)
