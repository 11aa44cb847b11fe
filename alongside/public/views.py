"""What a customer sees and can do with their private address: read their page, take the plan along, leave words.

There is no session and no cookie here: the address itself is the right, so that no other site can make a browser use it. An address
that opens nothing is answered the same in every case, with the same work, whatever it once was.
"""

from collections.abc import Callable
from functools import wraps
from secrets import token_hex
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from alongside.config.public_side import is_at_home
from alongside.ledgers.customer_page.calendar import calendar_of
from alongside.ledgers.customer_page.letterbox import (
    LONGEST_NAME,
    LONGEST_WORDS,
    NotTakenError,
    Words,
    leave_words,
)
from alongside.ledgers.customer_page.links import find_link, note_opening
from alongside.ledgers.customer_page.models import PageLink
from alongside.ledgers.customer_page.shown import page_behind
from alongside.public.guesses import are_too_many, note_guess

View = Callable[..., HttpResponse]

REFUSED = 404
TOO_OFTEN = 429
FROM_HERE = ("", "same-origin", "none")
"""What a browser says of where a form was sent from, when it was sent from the page itself (Sec-Fetch-Site)."""


def for_whom_it_opens(*methods: str) -> Callable[[View], View]:
    """Let a view answer for an address that opens something, by these methods; refuse every other address alike."""

    def guard(view: View) -> View:
        @csrf_exempt
        @login_not_required
        @wraps(view)
        def answer(request: HttpRequest, token: str) -> HttpResponse:
            link = find_link(token, at=timezone.now())
            if link is None or not is_at_home(request):
                return _refuse(request)
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            return view(request, token, link)

        return answer

    return guard


@for_whom_it_opens("GET", "HEAD")
def page(request: HttpRequest, token: str, link: PageLink) -> HttpResponse:
    """Show the page."""
    note_opening(link, at=timezone.now())
    return _page(token, link)


@for_whom_it_opens("GET", "HEAD")
def calendar(request: HttpRequest, token: str, link: PageLink) -> HttpResponse:
    """Give the joint plan as a calendar file."""
    answer = HttpResponse(
        calendar_of(page_behind(link), at=timezone.now()), content_type="text/calendar; charset=utf-8"
    )
    answer["Content-Disposition"] = 'attachment; filename="plan.ics"'
    return answer


@for_whom_it_opens("POST")
def words(request: HttpRequest, token: str, link: PageLink) -> HttpResponse:
    """Keep what they say; what was typed and cannot be kept stands in its form again, with what to do."""
    if request.headers.get("Sec-Fetch-Site", "") not in FROM_HERE:
        return _page(
            token, link, trouble="That was sent from another place. Open this page and say it here.", status=400
        )
    said = Words(**{name: request.POST.get(name, "") for name in ("kind", "item_key", "text", "name", "once")})
    try:
        leave_words(link, said, at=timezone.now())
    except NotTakenError as trouble:
        status = TOO_OFTEN if trouble.is_too_often else 400
        return _page(token, link, trouble=str(trouble), typed=said, status=status)
    return HttpResponse(status=303, headers={"Location": f"/c/{token}/?kept=1#said"})


@csrf_exempt
@login_not_required
def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Refuse what is no address of this side, with the same work as one that opens nothing."""
    find_link("", at=timezone.now())
    return _refuse(request)


def out_of_order(request: HttpRequest) -> HttpResponse:
    """Say that something broke here, and nothing of what."""
    return HttpResponse(render_to_string("public/out_of_order.html"), status=500)


def _page(token: str, link: PageLink, *, status: int = 200, **more: Any) -> HttpResponse:
    context = {
        "page": page_behind(link),
        "address": f"/c/{token}/",
        "name": link.name,
        "expires_at": link.expires_at,
        "once": token_hex(16),
        "longest_words": LONGEST_WORDS,
        "longest_name": LONGEST_NAME,
        **more,
    }
    return HttpResponse(render_to_string("public/page.html", context), status=status)


def _refuse(request: HttpRequest) -> HttpResponse:
    from_where = request.META.get("REMOTE_ADDR", "")
    note_guess(from_where)
    status = TOO_OFTEN if are_too_many(from_where) else REFUSED
    return HttpResponse(render_to_string("public/refused.html"), status=status)
