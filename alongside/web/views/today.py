"""What do I do today? Seven things, the most valuable first, why in this order, and what was settled."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from alongside.entering.matters import SNOOZES, put_away
from alongside.interactions.models import Interaction
from alongside.judgement.words import DAYS, MONTHS, count, number
from alongside.plays.order import FIRST_SHOWN, why_this_order
from alongside.today.arrange import open_items, take_back
from alongside.today.models import TodayDecision, TodayItem
from alongside.vocabulary import TodayVerdict
from alongside.web import clock
from alongside.web.evidence import of_item
from alongside.web.rows.drafts import Draft, draft_of
from alongside.web.rows.items import items
from alongside.web.templatetags.words import sentence
from alongside.web.views.today_letter import letter_context

MOST_SHOWN = 200
"""Items on the page that shows all. Unit: items; who has more to do than that needs the search."""


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Show what there is to do, with the evidence of the first beside it."""
    _, as_of = clock.now()
    rows = open_items(request.user, as_of=as_of)
    shown = list(rows[: MOST_SHOWN if "all" in request.GET else FIRST_SHOWN])
    waiting = rows.count()
    empty = {} if shown else _empty(request.user)
    context = {
        "here": "today",
        "as_of": as_of,
        "day": f"{DAYS[as_of.weekday()]}, {as_of.day} {MONTHS[as_of.month - 1]}",
        "lead": empty.get("lead", "") if empty else _lead(waiting, len(shown)),
        "items": items(request.user, shown, current=shown[0].pk if shown else None),
        "more": waiting - len(shown),
        "all_href": "?all=1",
        "order": why_this_order(),
        "settled": _settled(request.user, as_of),
        "why": of_item.why(request.user, shown[0]) if shown else None,
        "empty": empty,
    }
    return render(request, "today/today.html", context)


@require_POST
def decide(request: HttpRequest, item_id: int) -> HttpResponse:
    """Put an item away: done, later, or not this; an earlier word on it is replaced."""
    item = get_object_or_404(TodayItem.objects.visible_to(request.user).select_related("account", "person"), pk=item_id)
    at, as_of = clock.now()
    if request.POST.get("verdict") not in list(TodayVerdict):
        raise Http404("That is nothing that can be said of an item.")
    verdict = TodayVerdict(request.POST["verdict"])
    why, days = request.POST.get("why", ""), _days(request)
    decision = put_away(item, verdict, by=request.user, at=at, as_of=as_of, days=days, why=why)
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect("today")
    return render(
        request, "today/_put_away.html", {"item": item, "decision": decision, "snoozes": SNOOZES, "as_of": as_of}
    )


@require_POST
def undo(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Take a word on an item back; the item stands again where it stood."""
    decision = get_object_or_404(TodayDecision.objects.visible_to(request.user), pk=decision_id)
    at, as_of = clock.now()
    take_back(decision, at=at)
    rows = TodayItem.objects.visible_to(request.user).select_related("account", "person").filter(key=decision.key)
    if not request.htmx or not rows:  # type: ignore[attr-defined]
        return redirect("today")
    return render(request, "_ui/item.html", {"item": items(request.user, list(rows))[0], "as_of": as_of})


@require_safe
def dismiss(request: HttpRequest, item_id: int) -> HttpResponse:
    """Ask why an item is nothing for today."""
    item = get_object_or_404(TodayItem.objects.visible_to(request.user), pk=item_id)
    template = "today/_dismiss.html" if request.htmx else "today/dismiss.html"  # type: ignore[attr-defined]
    return render(request, template, {"item": item, "here": "today"})


@require_safe
def draft(request: HttpRequest, item_id: int) -> HttpResponse:
    """Show the letter that the item proposes, or with ?eml give it as a file that a mail program opens as a draft."""
    item = get_object_or_404(TodayItem.objects.visible_to(request.user).select_related("person"), pk=item_id)
    letter = draft_of(item, _answered(request, item), sender=request.user)
    template = "today/_draft.html" if request.htmx else "today/draft.html"  # type: ignore[attr-defined]
    context = {"item": item, "draft": letter, "here": "today"} | letter_context(request, item)
    return render(request, template, context)


@require_POST
def draft_file(request: HttpRequest, item_id: int) -> HttpResponse:
    """Give the letter as it was edited, as a file that a mail program opens as a draft and files under the thread."""
    item = get_object_or_404(TodayItem.objects.visible_to(request.user).select_related("person"), pk=item_id)
    proposed = draft_of(item, _answered(request, item), sender=request.user)
    edited = Draft(
        to=request.POST.get("to", proposed.to),
        subject=request.POST.get("subject", proposed.subject),
        text=request.POST.get("text", proposed.text),
        sender=proposed.sender,
        answers=proposed.answers,
        references=proposed.references,
    )
    response = HttpResponse(edited.as_file(), content_type="message/rfc822")
    response["Content-Disposition"] = 'attachment; filename="draft.eml"'
    return response


def _answered(request: HttpRequest, item: TodayItem) -> Interaction | None:
    """Load the mail that the letter answers."""
    rows = Interaction.objects.visible_to(request.user).filter(pk=item.reply_to_interaction_id or 0)
    answered: Interaction | None = rows.select_related("body").first()
    return answered


def _lead(waiting: int, shown: int) -> str:
    """Say how many there are and why in this order."""
    if waiting <= shown:
        return f"{sentence(count(waiting, 'thing'))}, in the order of what is owed and what moves a customer up."
    of_all = f"{sentence(number(shown))} that matter most, of {number(waiting)}"
    return f"{of_all}: what is owed first, then what moves a customer up."


def _settled(user: Any, as_of: date) -> list[dict[str, Any]]:
    """List what the user put away today, the last first."""
    rows = TodayDecision.objects.visible_to(user).filter(withdrawn_at__isnull=True, decided_at__gte=_midnight(as_of))
    return [
        {"say": row.say, "how": _how(row), "id": row.pk} for row in rows.order_by("-decided_at", "-pk")[:MOST_SHOWN]
    ]


def _how(decision: TodayDecision) -> str:
    at = f"{timezone.localtime(decision.decided_at):%H:%M}"
    if decision.verdict == TodayVerdict.DONE:
        return f"done at {at}"
    if decision.verdict == TodayVerdict.SNOOZED and decision.until:
        return f"put off until {DAYS[decision.until.weekday()]} {decision.until.day} {MONTHS[decision.until.month - 1]}"
    return f"not this: {decision.why}" if decision.why else "not this"


def _midnight(as_of: date) -> Any:
    return timezone.make_aware(timezone.datetime(as_of.year, as_of.month, as_of.day))  # type: ignore[attr-defined]


def _empty(user: Any) -> dict[str, str]:
    """Say what will stand here: to somebody who has brought in nothing yet, how to begin."""
    if Interaction.objects.visible_to(user).exists():
        return {
            "lead": "Nothing is owed, and nobody waits for you.",
            "say": "Nothing for today.",
            "more": "What is owed, due or worth raising will stand here, at most seven at a time.",
            "action_label": "See the accounts",
            "action_href": "/accounts/",
        }
    return {
        "say": "Here will stand what you owe, what is due, and what moves a customer up.",
        "more": "It is worked out from your mail, calendar, contacts and orders. Bring some in to begin.",
        "action_label": "Bring in your files",
        "action_href": "/imports/",
    }


def _days(request: HttpRequest) -> int:
    """Read for how many days something is put off; one of those that are offered."""
    asked = request.POST.get("days", "")
    return int(asked) if asked in {str(days) for days, _ in SNOOZES} else SNOOZES[0][0]
