"""What does our company settle for all of its people? Each rule of the house has its form on the page of settings."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from alongside.house.concession_limit import Limit, set_concession_limit
from alongside.web import clock
from alongside.web.house import LimitForm
from alongside.web.views.settings import page


@require_POST
def concession_limit(request: HttpRequest) -> HttpResponse:
    """Settle from which value on a concession needs somebody else's word."""
    form = LimitForm(request.POST, auto_id="limit-%s")
    if not form.is_valid():
        return page(request, limit_form=form, status=400)
    at, _ = clock.now()
    limit = Limit(form.cleaned_data["amount"], form.cleaned_data["currency"])
    set_concession_limit(limit, by=request.user, at=at)
    messages.success(
        request, f"Settled for everybody: from {limit.in_words} on, a concession needs somebody else's word."
    )
    return redirect("settings")
