"""What is open between us: what they asked, what we promised, what they promised; the most pressing first."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from alongside.judgement.words import span, times
from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.requests.models import Request
from alongside.vocabulary import CommitmentState, RequestState, Side
from alongside.web.evidence.quotes import one_line
from alongside.web.templatetags.words import said, sentence

MOST_SHOWN = 8
"""Open matters on an account's page; the page of requests shows all. Unit: matters."""

SOON_DAYS = 10
"""Within so many days a due day is said as a distance. Unit: days."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A row of "open between us"; `rank` orders: late first, then by day."""

    what: str
    more: str
    due: str
    why: str
    is_late: bool
    rank: tuple[int, date]


def open_matters(
    user: Any, account_id: int | None, *, as_of: date, yours_since: date | None, person_id: int | None = None
) -> list[Matter]:
    """List what is open with an account, or with one person alone, the most pressing first. Two queries."""
    whose = {"person_id": person_id} if person_id else {"account_id": account_id}
    promises = Commitment.objects.visible_to(user).filter(**whose, state=CommitmentState.OPEN)
    asked = Request.objects.visible_to(user).filter(**whose, state=RequestState.OPEN)
    matters = [
        promise_matter(each, as_of)
        for each in promises.select_related("person").order_by("-promised_on")[: 4 * MOST_SHOWN]
    ]
    matters += [
        request_matter(each, as_of, yours_since)
        for each in asked.select_related("person").order_by("-asked_on")[: 4 * MOST_SHOWN]
    ]
    return sorted(matters, key=lambda matter: matter.rank)


def promise_matter(promise: Commitment, as_of: date) -> Matter:
    """Say a promise in a row: who promised what, when, and for which day."""
    due = promise.moved_to or promise.due_on
    ours = promise.side == Side.OURS
    name = promise.person.name if promise.person else "them"
    who = f"we promised {name}" if ours else f"{name} promised"
    late = due is not None and due < as_of
    return Matter(
        what=_short(promise.what),
        more=f"{who} {_when(promise.promised_on, as_of)}",
        due=_due(due, as_of),
        why=reverse("why-row", args=["commitment", promise.pk]),
        is_late=late and ours,
        rank=_rank(due, late=late, own=ours),
    )


def request_matter(asked: Request, as_of: date, yours_since: date | None) -> Matter:
    """Say a request in a row: who asked what, when, and how long it has been open."""
    name = asked.person.name if asked.person else "they"
    again = f", and {times(asked.asked_again)} more since" if asked.asked_again else ""
    is_inherited = yours_since is not None and asked.asked_on < yours_since
    late = asked.next_update_on is not None and asked.next_update_on < as_of
    return Matter(
        what=_short(asked.what),
        more=f"{name} asked {_when(asked.asked_on, as_of)}{again}",
        due="before your time"
        if is_inherited
        else "update owed"
        if late
        else f"open for {span(max((as_of - asked.asked_on).days, 1))}",
        why=reverse("why-row", args=["request", asked.pk]),
        is_late=late,
        rank=_rank(asked.next_update_on, late=late, own=True),
    )


def _rank(due: date | None, *, late: bool, own: bool) -> tuple[int, date]:
    return (0 if late and own else 1 if late else 2 if due else 3, due or date.max)


def _when(on: date, as_of: date) -> str:
    words = said(on, as_of)
    return words if words[0].isalpha() else f"on {words}"


def _due(due: date | None, as_of: date) -> str:
    if due is None:
        return "no day named"
    if due < as_of:
        return f"{span((as_of - due).days)} late"
    return f"in {span((due - as_of).days)}" if 1 < (due - as_of).days <= SOON_DAYS else said(due, as_of)


def _short(what: str) -> str:
    """Write what it is about as a short line that begins with a capital."""
    line = one_line(what).rstrip(".")
    return sentence(line if len(line) <= 110 else line[:110].rsplit(" ", 1)[0] + " …")
