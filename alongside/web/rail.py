"""What does the rail count? One query a page, and only when a template shows it."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Count, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from alongside.entering.captured import unnamed_notes
from alongside.ledgers.requests.models import Request
from alongside.outbox.models import OutgoingLetter
from alongside.outbox.queue import TO_DECIDE
from alongside.people.models import Doubt
from alongside.plays.order import FIRST_SHOWN
from alongside.today.models import TodayDecision, TodayItem
from alongside.vocabulary import RequestState, TodayVerdict
from alongside.web import clock


def rail(request: HttpRequest) -> dict[str, Any]:
    """Offer the counts of the rail to every template, not asked for until one shows them."""
    return {"rail": SimpleLazyObject(_counts_for(request))}


def _counts_for(request: HttpRequest) -> Callable[[], dict[str, int]]:
    def counts() -> dict[str, int]:
        user = getattr(request, "user", None)
        if user is None or not user.is_authenticated:
            return {}
        _, as_of = clock.now()
        counted = {
            "today": _number(TodayItem.objects.visible_to(user).exclude(key__in=_put_away(user, as_of))),
            "requests": _number(Request.objects.visible_to(user).filter(state=RequestState.OPEN)),
            "letters": _number(OutgoingLetter.objects.visible_to(user).filter(state__in=TO_DECIDE)),
            "doubts": _number(Doubt.objects.visible_to(user).filter(verdict="")),
            "unnamed": _number(unnamed_notes(user)),
        }
        found: Any = get_user_model().objects.filter(pk=user.pk).values(**counted).first()
        if not found:
            return {}
        asked = (found["doubts"] or 0) + (found["unnamed"] or 0)
        return {**found, "today": min(found["today"] or 0, FIRST_SHOWN), "doubts": asked}

    return counts


def _put_away(user: Any, as_of: Any) -> QuerySet[Any]:
    """Name the keys of items that were done, dismissed, or snoozed beyond today."""
    holds = TodayDecision.objects.visible_to(user).filter(withdrawn_at__isnull=True)
    return holds.filter(~Q(verdict=TodayVerdict.SNOOZED) | Q(until__gt=as_of)).values("key")


def _number(rows: QuerySet[Any]) -> Subquery:
    return Subquery(rows.order_by().values("owner").annotate(n=Count("pk")).values("n")[:1])
