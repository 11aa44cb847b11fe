"""What is open between us: what they asked, what we promised, what they promised; the most pressing first."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from alongside.dossiers.request_files import abreast_of
from alongside.judgement.abreast import in_short, longest_silence, next_update_on
from alongside.judgement.words import span, times
from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.requests.models import Request
from alongside.vocabulary import CommitmentState, RequestState, Side
from alongside.web.evidence.quotes import one_line
from alongside.web.templatetags.words import said, sentence

MOST_SHOWN = 8
"""Open matters on an account's page; the page of requests shows all. Unit: matters."""

MOST_READ = 4 * MOST_SHOWN
"""The latest promises, and the latest requests, among which the most pressing are looked for. Unit: matters of each."""

SOON_DAYS = 10
"""Within so many days a due day is said as a distance. Unit: days."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A row of "open between us"."""

    what: str
    more: str
    due: str
    why: str
    is_late: bool


def open_matters(
    user: Any,
    account_id: int | None,
    *,
    as_of: date,
    yours_since: date | None,
    person_id: int | None = None,
    most: int = MOST_READ,
) -> tuple[list[Matter], int]:
    """List what is open with an account, or with one person alone, the most pressing first; and how many more. Two queries."""
    whose = {"person_id": person_id} if person_id else {"account_id": account_id}
    promises = Commitment.objects.visible_to(user).filter(**whose, state=CommitmentState.OPEN)
    asked = Request.objects.visible_to(user).filter(**whose, state=RequestState.OPEN)
    rows: list[Commitment | Request] = [
        *promises.select_related("person").only(*_OF_PROMISES).order_by("-promised_on")[:MOST_READ],
        *asked.select_related("person").only(*_OF_REQUESTS).order_by("-asked_on")[:MOST_READ],
    ]
    rows.sort(key=lambda row: _rank_of(row, as_of))
    shown = [_matter(row, as_of, yours_since) for row in rows[:most]]
    return shown, len(rows) - len(shown)


_OF_PROMISES = ("what", "side", "promised_on", "due_on", "moved_to", "person__name")
_OF_REQUESTS = (
    "what",
    "asked_on",
    "asked_again",
    "next_update_on",
    "update_days",
    "told",
    "answered_on",
    "person__name",
)


def _matter(row: Commitment | Request, as_of: date, yours_since: date | None) -> Matter:
    return promise_matter(row, as_of) if isinstance(row, Commitment) else request_matter(row, as_of, yours_since)


def _rank_of(row: Commitment | Request, as_of: date) -> tuple[int, date]:
    if isinstance(row, Request):
        return _rank(row.next_update_on, as_of, own=True)
    return _rank(row.moved_to or row.due_on, as_of, own=row.side == Side.OURS)


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
    )


def request_matter(asked: Request, as_of: date, yours_since: date | None) -> Matter:
    """Say a request in a row: who asked what, when, and how long it has been open."""
    name = asked.person.name if asked.person else "they"
    again = f", and {times(asked.asked_again)} more since" if asked.asked_again else ""
    is_inherited = yours_since is not None and asked.asked_on < yours_since
    abreast = abreast_of(asked)
    late = asked.next_update_on is not None and next_update_on(abreast, as_of=as_of) < as_of
    silent = in_short(longest_silence(abreast, as_of=as_of))
    return Matter(
        what=_short(asked.what),
        more=f"{name} asked {_when(asked.asked_on, as_of)}{again}" + (f" · {silent}" if silent else ""),
        due="before your time"
        if is_inherited
        else "update owed"
        if late
        else f"open for {span(max((as_of - asked.asked_on).days, 1))}",
        why=reverse("why-row", args=["request", asked.pk]),
        is_late=late,
    )


def _rank(due: date | None, as_of: date, *, own: bool) -> tuple[int, date]:
    """Order: what is late and ours first, then what is late, then by day."""
    if due is None:
        return 3, date.max
    return (2 if due >= as_of else 0 if own else 1), due


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
