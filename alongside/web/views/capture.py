"""What came to somebody's mind on the road? The bare page that a telephone keeps, and what it asks and sends when there is network."""

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from alongside.devices.keys import bearer, key_of
from alongside.entering.captured import (
    CannotBeTakenError,
    OtherWordsError,
    keep_captured,
    read_captured,
    settle_whom,
    unnamed_notes,
)
from alongside.entering.lately_seen import lately_seen, seen_as
from alongside.interactions.models import Interaction
from alongside.web import clock
from alongside.web.capture_shell import shell, worker
from alongside.web.rows.captured import answer_about

NOT_YOURS = "This note was taken under another sign-in and is not sent under this one."
OTHER_WORDS = "Another note came under this id; this one is sent as a note of its own."
SAY_WHO = "Nobody is called {}. Write the name as it stands under People."


@require_safe
@login_not_required
def capture(request: HttpRequest) -> HttpResponse:
    """Give the bare page, the same for everybody: what is private stays on the device and in the answers below."""
    return HttpResponse(shell())


@require_safe
@login_not_required
def service_worker(request: HttpRequest) -> HttpResponse:
    """Give the service worker of that page. By its address it has a say under /capture/ and nowhere else."""
    return HttpResponse(worker(), content_type="text/javascript; charset=utf-8")


@require_safe
@never_cache
def mine(request: HttpRequest) -> JsonResponse:
    """Say who is signed in, what a form needs, and whom a note may be about."""
    at, _ = clock.now()
    user = _user(request)
    asked = seen_as(user, request.GET.get("about", "")[:100])
    said: dict[str, Any] = {
        "who": bearer(user),
        "name": user.get_full_name() or user.username,
        "token": get_token(request),
        "people": [asdict(each) for each in lately_seen(user, at=at)],
        "asked": asdict(asked) if asked else None,
        "unnamed": unnamed_notes(user).count(),
    }
    return JsonResponse(said)


@require_POST
@never_cache
def device_key(request: HttpRequest) -> JsonResponse:
    """Hand the device the key under which this user's notes wait on it."""
    at, _ = clock.now()
    user = _user(request)
    return JsonResponse({"who": bearer(user), "key": key_of(user, at=at)})


@require_POST
@never_cache
def take(request: HttpRequest) -> JsonResponse:
    """Keep a note that waited on a device, once; the device lets it go when it reads its id in the answer."""
    at, as_of = clock.now()
    user = _user(request)
    if request.POST.get("who", "") != bearer(user):
        return _refused(NOT_YOURS, 409, why="another")
    try:
        captured = read_captured(request.POST, request.FILES.getlist("photo"))
        kept = keep_captured(captured, by=user, at=at, as_of=as_of)
    except CannotBeTakenError as trouble:
        return _refused(str(trouble), 422, why="refused")
    except OtherWordsError:
        return _refused(OTHER_WORDS, 409, why="other words")
    return JsonResponse({"id": captured.id, **answer_about(user, kept)})


@require_POST
@never_cache
def about(request: HttpRequest, interaction_id: int) -> HttpResponse:
    """Take a person's word on whom a note is about that did not say it."""
    note = get_object_or_404(unnamed_notes(request.user), pk=interaction_id)
    _, as_of = clock.now()
    user = _user(request)
    meant = settle_whom(note, request.POST, by=user, as_of=as_of)
    if _wants_json(request):
        return JsonResponse(answer_about(user, note, asked=meant if meant.people or not meant.person else None))
    if meant.person or "mine" in request.POST:
        messages.success(request, f"Kept, about {meant.person.name if meant.person else 'yourself'}.")
    else:
        messages.error(request, SAY_WHO.format(meant.name) if meant.name else "Whom is it about? A name is enough.")
    return redirect(_where_to(note))


def _refused(sentence: str, status: int, *, why: str) -> JsonResponse:
    return JsonResponse({"why": why, "sentence": sentence}, status=status)


def _wants_json(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def _where_to(note: Interaction) -> str:
    return reverse("interaction", args=[note.pk])


def _user(request: HttpRequest) -> User:
    """Give the signed-in user; the middleware lets nobody else come here."""
    return get_object_or_404(User, pk=request.user.pk)
