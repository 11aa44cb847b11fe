"""Which programs may come in my name? A token is made here, shown once, and revoked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from alongside.entering.tokens import TokenForm, keep_token
from alongside.tokens import hold
from alongside.tokens.models import AccessToken
from alongside.web import clock
from alongside.web.views import settings


@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """Make a token and show it, this once; the page is kept by nobody."""
    form = TokenForm(request.POST)
    if not form.is_valid():
        return settings.page(request, token_form=form, status=400)
    at, _ = clock.now()
    _, text = keep_token(form, by=request.user, at=at)
    shown = settings.page(request, made=text)
    shown["Cache-Control"] = "private, no-store"
    return shown


@require_POST
def revoke(request: HttpRequest, token_id: int) -> HttpResponse:
    """Let a token open nothing from now on."""
    token = get_object_or_404(AccessToken.objects.visible_to(request.user), pk=token_id)
    at, _ = clock.now()
    hold.revoke(token, at=at)
    messages.success(request, f"{token.name} is revoked: it opens nothing any more.")
    return redirect("settings")
