"""The letter that an item of Today proposes, sent from here: into the outbox, where it can be taken back for a moment."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from alongside.entering.letters import NO_SERVER, LetterForm, send_letter
from alongside.interactions.models import Interaction
from alongside.ledgers.requests.models import Request
from alongside.outbox.compose import LetterError
from alongside.outbox.queue import GRACE_SECONDS
from alongside.today.models import TodayItem
from alongside.vocabulary import PlayName
from alongside.web import clock
from alongside.web.rows.drafts import Draft, draft_of


@require_POST
def send(request: HttpRequest, item_id: int) -> HttpResponse:
    """Send the letter as it was edited."""
    item = get_object_or_404(TodayItem.objects.visible_to(request.user).select_related("person"), pk=item_id)
    at, as_of = clock.now()
    proposed = draft_of(item, _answered(request, item), sender=request.user)
    form = LetterForm(
        request.POST, user=request.user, today=as_of, answers=proposed.answers, references=proposed.references
    )
    if not form.is_valid():
        return _again(request, item, proposed, form.troubles())
    if settings.SMTP_SERVER is None:
        return _again(request, item, proposed, [NO_SERVER])
    try:
        letter = send_letter(form, by=request.user, at=at, request_key=_about(request, item), item_key=item.key)
    except LetterError as trouble:
        return _again(request, item, proposed, [str(trouble)])
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect(f"/outbox/#letter-{letter.pk}")
    return render(request, "outbox/_leaving.html", {"letter": letter, "grace": GRACE_SECONDS})


def letter_context(request: HttpRequest, item: TodayItem) -> dict[str, Any]:
    """Say whether the letter can be sent from here, and whether it is an update with a day for the next one."""
    return {"has_server": settings.SMTP_SERVER is not None, "is_update": item.play == PlayName.UPDATE_OWED}


def _again(request: HttpRequest, item: TodayItem, proposed: Draft, troubles: list[str]) -> HttpResponse:
    """Show the letter once more as it was typed, and what is wrong with it."""
    typed = Draft(
        to=request.POST.get("to", ""),
        subject=request.POST.get("subject", ""),
        text=request.POST.get("text", ""),
        sender=proposed.sender,
        answers=proposed.answers,
        references=proposed.references,
    )
    next_on = request.POST.get("next_update_on", "")
    context = {"item": item, "draft": typed, "here": "today", "troubles": troubles, "next_on": next_on}
    template = "today/_draft.html" if request.htmx else "today/draft.html"  # type: ignore[attr-defined]
    status = 200 if request.htmx else 400  # type: ignore[attr-defined]
    return render(request, template, context | letter_context(request, item), status=status)


def _about(request: HttpRequest, item: TodayItem) -> str:
    """Name the request that the letter is an update about."""
    if item.play != PlayName.UPDATE_OWED:
        return ""
    asked = Request.objects.visible_to(request.user).filter(pk=item.subject_id or 0).first()
    return asked.sighting_key if asked else ""


def _answered(request: HttpRequest, item: TodayItem) -> Interaction | None:
    rows = Interaction.objects.visible_to(request.user).filter(pk=item.reply_to_interaction_id or 0)
    answered: Interaction | None = rows.select_related("body").first()
    return answered
