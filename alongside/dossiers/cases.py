"""The door from rows to the judgement of one request: its file, when they spoke of the same matter, and the orders since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery

from alongside.config.zone import here
from alongside.dossiers.request_files import questions_for
from alongside.judgement.alike import SHOWN_FROM, alike, is_alike
from alongside.judgement.finding import Evidence
from alongside.judgement.fixing import Case, Entry, Occurrence
from alongside.judgement.questions import Question
from alongside.judgement.words import short_day
from alongside.ledgers.orders.models import Order
from alongside.ledgers.questions.bank import bank_of
from alongside.ledgers.requests.models import Request, RequestEntry
from alongside.sightings.models import Sighting
from alongside.vocabulary import EntryKind, Review, Side, SightingKind

EARLIER_LOOKED_AT = 2_000
"""Latest requests that are looked through for those which look alike. Unit: requests; each takes some microseconds."""

LOOK_ALIKES_SHOWN = 3
"""Earlier requests that are shown. Unit: requests. Source: whoever decides looks at three, not at a list."""

SPEAK_OF_IT = (SightingKind.REQUEST, SightingKind.COMPLAINT)
"""Kinds of sightings in which a matter comes up again."""


@dataclass(frozen=True, slots=True)
class LookAlike:
    """An earlier request that looks alike, with the entries that say what was done about it."""

    request: Request
    done: str


def entries_of(asked: Request) -> list[RequestEntry]:
    """Load the file of a request, the oldest entry first."""
    rows = RequestEntry.objects.filter(owner=asked.owner, sighting_key=asked.sighting_key, withdrawn_at__isnull=True)
    return list(rows.order_by("on", "pk"))


def case_of(
    asked: Request, entries: list[RequestEntry], *, as_of: date, bank: Sequence[Question] | None = None
) -> Case:
    """Load what a request is judged by. Two queries, and one for the bank where it is not given."""
    orders = Order.objects.filter(account=asked.account, account__isnull=False, cancelled=False)
    return Case(
        request_id=asked.pk,
        entries=[Entry(EntryKind(e.kind), e.text, e.on, e.due_on, e.question) for e in entries],
        occurrences=_occurrences(asked, as_of),
        ordered_on=list(orders.order_by("ordered_on").values_list("ordered_on", flat=True)),
        questions=questions_for(asked, bank_of(asked.owner) if bank is None else bank),
    )


def _occurrences(asked: Request, as_of: date) -> list[Occurrence]:
    """Find the days on which they spoke of the same matter, this one among them."""
    if asked.account is None:
        return [_itself(asked, as_of)]
    rows = Sighting.objects.filter(account=asked.account, side=Side.THEIRS, kind__in=SPEAK_OF_IT)
    rows = rows.exclude(review=Review.REJECTED).order_by("at", "pk").only("at", "quote", "kind", "key")
    meant = _words(asked)
    found = [s for s in rows if s.key == asked.sighting_key or is_alike(meant, s.quote)]
    return [_occurrence(s, as_of) for s in found] or [_itself(asked, as_of)]


def _occurrence(sighting: Sighting, as_of: date) -> Occurrence:
    on = here(sighting.at).date()
    label = f"{sighting.get_kind_display()}, {short_day(on, as_of)}"
    return Occurrence(on, sighting.quote, Evidence("sighting", sighting.pk, label, on.isoformat()))


def _itself(asked: Request, as_of: date) -> Occurrence:
    label = f"request, {short_day(asked.asked_on, as_of)}"
    return Occurrence(asked.asked_on, asked.quote, Evidence("request", asked.pk, label, asked.asked_on.isoformat()))


def look_alikes(user: Any, asked: Request) -> list[LookAlike]:
    """Find the earlier requests that look alike over all accounts the user may see, and how they ended. One query."""
    earlier = Request.objects.visible_to(user).filter(asked_on__lt=asked.asked_on).exclude(pk=asked.pk)
    earlier = earlier.select_related("account", "person").annotate(done=_done(user)).order_by("-asked_on", "-pk")
    rows = list(earlier[:EARLIER_LOOKED_AT])
    ranked = alike(_words(asked), [_words(row) for row in rows], at_least=SHOWN_FROM)[:LOOK_ALIKES_SHOWN]
    return [LookAlike(rows[each.index], rows[each.index].done or "") for each in ranked]


def _done(user: Any) -> Subquery:
    """Make the annotation of a request by which comes along what was written down as the change that put it right, the latest word."""
    kinds = [EntryKind.FIX, EntryKind.FIX_DONE]
    rows = RequestEntry.objects.visible_to(user).filter(
        owner=OuterRef("owner"), sighting_key=OuterRef("sighting_key"), kind__in=kinds, withdrawn_at__isnull=True
    )
    return Subquery(rows.order_by("-on", "-pk").values("text")[:1])


def _words(asked: Request) -> str:
    return f"{asked.what} {asked.quote}"
