"""Keeping whoever asked abreast: the update as a draft, sent or saved; what was told by mouth; how often a customer hears from us."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from alongside.answers.updates import UpdateDraft, draft_update
from alongside.entering.letters import NO_SERVER, LetterForm, refusals_of_the_gone, send_letter
from alongside.entering.told import ToldForm, keep_told, take_back_told
from alongside.judgement.abreast import LONGEST_UPDATE_DAYS
from alongside.ledgers.requests.abreast import interval_said, set_interval, take_back_interval, tell
from alongside.ledgers.requests.decide import plan_update
from alongside.ledgers.requests.models import Request, Update
from alongside.outbox.compose import LetterError
from alongside.outbox.models import OutgoingLetter
from alongside.people.models import Account
from alongside.pipeline import bring_up_to_date, judge_one
from alongside.web import clock
from alongside.web.rows.drafts import Draft

NO_NUMBER = f"Write after how many days, from 1 to {LONGEST_UPDATE_DAYS}; nothing was changed."


class IntervalForm(forms.Form):
    """After how many days they hear from us."""

    days = forms.IntegerField(
        min_value=1,
        max_value=LONGEST_UPDATE_DAYS,
        error_messages={"required": NO_NUMBER, "invalid": NO_NUMBER, "min_value": NO_NUMBER, "max_value": NO_NUMBER},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def update(request: HttpRequest, request_id: int) -> HttpResponse:
    """Show the update as a draft; send it, give it as a file, or keep that it was sent from elsewhere."""
    asked = _asked(request, request_id)
    at, as_of = clock.now()
    proposed = draft_update(request.user, asked, as_of=as_of)
    if request.method != "POST":
        return _page(request, asked, _as_proposed(request, proposed), as_of=as_of)
    form = LetterForm(
        request.POST, user=request.user, today=as_of, answers=proposed.answers, references=proposed.references
    )
    if not form.is_valid():
        return _page(request, asked, request.POST, troubles=form.troubles(), as_of=as_of, status=400)
    do = request.POST.get("do")
    if do == "file":
        return _as_file(request, form, proposed)
    if do == "sent":
        return _keep_as_told(request, asked, form, at=at, as_of=as_of)
    if settings.SMTP_SERVER is None:
        return _page(request, asked, request.POST, troubles=[NO_SERVER], as_of=as_of, status=400)
    try:
        letter = send_letter(form, by=request.user, at=at, request_key=asked.sighting_key)
    except LetterError as trouble:
        return _page(request, asked, request.POST, troubles=[str(trouble)], as_of=as_of, status=400)
    return redirect(f"/outbox/#letter-{letter.pk}")


@require_POST
def told(request: HttpRequest, request_id: int) -> HttpResponse:
    """Keep that they were told by mouth how it stands."""
    asked = _asked(request, request_id)
    at, as_of = clock.now()
    form = ToldForm(request.POST, asked=asked, today=as_of)
    if not form.is_valid():
        context = {"here": "requests", "as_of": as_of, "asked": asked, "form": form}
        return render(request, "requests/told.html", context, status=400)
    keep_told(asked, form, by=request.user, at=at, as_of=as_of)
    messages.success(request, "Kept. The next word is due an interval later.")
    return redirect(f"/requests/{asked.pk}/#update-title")


@require_POST
def told_undo(request: HttpRequest, request_id: int, update_id: int) -> HttpResponse:
    """Take back that they were told."""
    asked = _asked(request, request_id)
    rows = Update.objects.visible_to(request.user).filter(sighting_key=asked.sighting_key, withdrawn_at__isnull=True)
    at, as_of = clock.now()
    take_back_told(asked, get_object_or_404(rows, pk=update_id, message_id=""), at=at, as_of=as_of)
    messages.success(request, "Taken back. It counts no more.")
    return redirect("request", asked.pk)


@require_POST
def account_interval(request: HttpRequest, account_id: int) -> HttpResponse:
    """Keep after how many days a customer hears from us, or take that back."""
    account = get_object_or_404(Account.objects.visible_to(request.user), pk=account_id)
    _, as_of = clock.now()
    if _keep_interval(request, account):
        _follow(account, as_of)
    back = request.POST.get("back", "")
    return redirect(back if _is_own(back) else f"/accounts/{account.pk}/")


@require_POST
def interval(request: HttpRequest) -> HttpResponse:
    """Keep after how many days every customer hears from us for whom nothing else was said, or take that back."""
    _, as_of = clock.now()
    if _keep_interval(request, None):
        bring_up_to_date(request.user, as_of=as_of, with_tables=False, everywhere=True)
    return redirect("settings")


def _keep_interval(request: HttpRequest, account: Account | None) -> bool:
    at, _ = clock.now()
    if "undo" in request.POST:
        said = interval_said(request.user, account)
        if said:
            take_back_interval(said, at=at)
            messages.success(request, "Taken back: what held before holds again.")
        return bool(said)
    form = IntervalForm(request.POST)
    if not form.is_valid():
        messages.error(request, NO_NUMBER)
        return False
    set_interval(account, form.cleaned_data["days"], by=request.user, at=at)
    messages.success(request, "Kept. Today reminds you by it.")
    return True


def _is_own(address: str) -> bool:
    return address.startswith("/requests/") and "//" not in address and "\\" not in address


def _asked(request: HttpRequest, request_id: int) -> Request:
    rows = Request.objects.visible_to(request.user)
    rows = rows.select_related("account", "person__account", "interaction__placement", "owner")
    found: Request = get_object_or_404(rows, pk=request_id)
    return found


def _as_proposed(request: HttpRequest, proposed: UpdateDraft) -> dict[str, Any]:
    """Give the fields of the draft; a letter that was taken back stands in its place, and ?to names somebody else."""
    number = request.GET.get("letter", "")
    mine = OutgoingLetter.objects.visible_to(request.user)
    back = mine.filter(pk=int(number)).first() if number.isdecimal() and len(number) < 19 else None
    return {
        "to": ", ".join(back.addresses) if back else request.GET.get("to") or proposed.to,
        "subject": back.subject if back else proposed.subject,
        "text": back.text if back else proposed.text,
        "next_update_on": (back.next_update_on if back else None) or proposed.next_on,
    }


def _page(
    request: HttpRequest,
    asked: Request,
    said: Any,
    *,
    as_of: date,
    troubles: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    letter = Draft(to=said.get("to", ""), subject=said.get("subject", ""), text=said.get("text", ""))
    gone = refusals_of_the_gone(request.user, [letter.to], as_of) if troubles is None else []
    context = {
        "here": "requests",
        "as_of": as_of,
        "asked": asked,
        "said": said,
        "link": letter.link,
        "troubles": troubles or gone,
        "has_server": settings.SMTP_SERVER is not None,
    }
    return render(request, "requests/update.html", context, status=status)


def _as_file(request: HttpRequest, form: LetterForm, proposed: UpdateDraft) -> HttpResponse:
    said = form.cleaned_data
    draft = Draft(
        said["to"],
        said["subject"],
        said["text"],
        getattr(request.user, "email", ""),
        proposed.answers,
        proposed.references,
    )
    response = HttpResponse(draft.as_file(), content_type="message/rfc822")
    response["Content-Disposition"] = 'attachment; filename="update.eml"'
    return response


def _keep_as_told(request: HttpRequest, asked: Request, form: LetterForm, *, at: Any, as_of: date) -> HttpResponse:
    """Take it that the letter left by the user's own mail program today: the import that brings it will not answer the request."""
    tell(asked, on=as_of, words=form.written.subject, by=request.user, at=at)
    if form.cleaned_data["next_update_on"]:
        plan_update(asked, form.cleaned_data["next_update_on"], by=request.user, at=at, on=as_of)
    _follow(asked.account, as_of)
    messages.success(request, "Kept: they were told today.")
    return redirect("request", asked.pk)


def _follow(account: Account | None, as_of: date) -> None:
    if account:
        judge_one(account, as_of=as_of)
