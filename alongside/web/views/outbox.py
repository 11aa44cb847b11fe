"""Which letters have left from here, which have not, and of which is it not known? A person decides what is not known."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from alongside import sending
from alongside.outbox import queue
from alongside.outbox.models import OutgoingLetter
from alongside.outbox.queue import TooLateError
from alongside.web import clock
from alongside.web.rows.outbox import outbox_rows

SAYS: dict[str, str] = {
    "take-back": "Taken back: it does not leave. The words are kept here.",
    "again": "It leaves once more, under the same id, in a moment.",
    "arrived": "Kept: it counts as sent.",
    "doubt": "Taken back: it is asked again whether it arrived.",
    "let-go": "Let go: it is not sent again, and not asked about.",
    "pick-up": "It is asked about again.",
}
"""What can be said of a letter, and what is answered."""


@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    """Show what needs a word, what is on its way, and what has left."""
    _, as_of = clock.now()
    context = {
        "here": "outbox",
        "as_of": as_of,
        "parts": outbox_rows(request.user),
        "server": settings.SMTP_SERVER,
        "grace": queue.GRACE_SECONDS,
    }
    return render(request, "outbox/outbox.html", context)


@require_POST
def say(request: HttpRequest, letter_id: int) -> HttpResponse:
    """Keep what is said of a letter: taken back, arrived, to be sent again, let go."""
    letter = get_object_or_404(OutgoingLetter.objects.visible_to(request.user).select_related("owner"), pk=letter_id)
    what = request.POST.get("say", "")
    if what not in SAYS:
        raise Http404("That is nothing that can be said of a letter.")
    at, as_of = clock.now()
    try:
        _do(letter, what, by=request.user, at=at, as_of=as_of)
    except TooLateError as trouble:
        messages.error(request, str(trouble))
    else:
        messages.success(request, SAYS[what])
    return redirect(f"/outbox/#letter-{letter.pk}")


def _do(letter: OutgoingLetter, what: str, *, by: Any, at: datetime, as_of: date) -> None:
    if what == "arrived":
        sending.arrived(letter, by=by, at=at, as_of=as_of)
    elif what == "doubt":
        sending.doubt_again(letter, by=by, at=at, as_of=as_of)
    else:
        words: dict[str, Callable[[], None]] = {
            "take-back": lambda: queue.take_back(letter),
            "again": lambda: queue.send_again(letter, by=by, at=at),
            "let-go": lambda: queue.let_go(letter, by=by, at=at),
            "pick-up": lambda: queue.pick_up(letter, by=by, at=at),
        }
        words[what]()
        sending.follow(letter, as_of=as_of)
