"""Should the words of this be erased? Asked once more, since nothing brings them back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from alongside.erasing import erase_words
from alongside.interactions.models import Interaction
from alongside.web import clock


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, interaction_id: int) -> HttpResponse:
    """Say what goes and what stays, and do it when that is confirmed."""
    rows = Interaction.objects.visible_to(request.user).select_related("body")
    shown = get_object_or_404(rows, pk=interaction_id, body__erased_at__isnull=True)
    if request.method != "POST":
        return render(request, "interactions/erase.html", {"here": "accounts", "shown": shown})
    at, as_of = clock.now()
    erase_words(shown, by=request.user, at=at, as_of=as_of)
    messages.success(request, "Erased. That it took place stays on record.")
    return redirect("interaction", shown.pk)
