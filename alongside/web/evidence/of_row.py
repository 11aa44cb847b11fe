"""What is behind a row of the ledgers? A promise, a request, an award, an order, a fact, a need or a suggestion."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import Http404
from django.urls import reverse

from alongside.judgement.words import day
from alongside.ledgers.awards.models import Award
from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.knowledge.models import Fact
from alongside.ledgers.needs.models import Need, Suggestion
from alongside.ledgers.orders.models import Order
from alongside.ledgers.requests.models import Request
from alongside.vocabulary import AwardRoute, CommitmentState, RequestState, Side
from alongside.web.evidence import of_given, of_sighting
from alongside.web.evidence.quotes import one_line
from alongside.web.evidence.shown import Chip, Why, Word
from alongside.web.templatetags.words import figure, sentence

PROMISE_WORDS = (
    Word("kept", "It was kept"),
    Word("broken", "It was not kept"),
    Word("withdrawn", "It no longer holds"),
)
REQUEST_WORDS = (Word("answered", "It was answered"), Word("closed", "It is closed"))
REOPEN = (Word("open", "It is still open"),)
"""What a person can say of a promise or a request beside what the record shows."""


def why(user: Any, kind: str, row_id: int) -> Why:
    """Show the row of this kind that the user may see. Raises Http404 when there is none."""
    show = _SHOWN.get(kind)
    found = show(user, row_id) if show else None
    if found is None:
        raise Http404(f"There is no {kind} {row_id}.")
    return found


def _sighting(user: Any, row_id: int) -> Why | None:
    sighting = of_sighting.find(user, pk=row_id)
    return of_sighting.why(sighting) if sighting else None


def _commitment(user: Any, row_id: int) -> Why | None:
    promise = Commitment.objects.visible_to(user).filter(pk=row_id).select_related("person").first()
    if promise is None:
        return None
    name = promise.person.name if promise.person else "them"
    title = f"Our promise to {name}" if promise.side == Side.OURS else f"A promise of {name}"
    facts = [("promised", day(promise.promised_on)), *_due(promise), ("now", promise.get_state_display())]
    found = _with_sighting(user, promise.sighting_key, title, facts, text=promise.what)
    words = PROMISE_WORDS if promise.state == CommitmentState.OPEN else REOPEN
    return replace(found, decide=reverse("promise-decide", args=[promise.pk]), words=words)


def _due(promise: Commitment) -> list[tuple[str, str]]:
    said = f" (“{promise.due_words}”)" if promise.due_words else ""
    due = [("due", day(promise.due_on) + said)] if promise.due_on else [("due", "no day was named")]
    due += [(of_sighting.DETAILS["other_due_on"], day(promise.other_due_on))] if promise.other_due_on else []
    moved = [("moved to", day(promise.moved_to))] if promise.moved_to else []
    return [*due, *moved, *([("kept", day(promise.kept_on))] if promise.kept_on else [])]


def _request(user: Any, row_id: int) -> Why | None:
    asked = Request.objects.visible_to(user).filter(pk=row_id).select_related("person").first()
    if asked is None:
        return None
    facts = [("asked", day(asked.asked_on)), ("now", asked.get_state_display())]
    facts += (
        [("asked again", f"{asked.asked_again} times" if asked.asked_again > 1 else "once")]
        if asked.asked_again
        else []
    )
    facts += [("last update", day(asked.last_update_on) if asked.last_update_on else "none is on record")]
    title = f"{asked.person.name} asked" if asked.person else "They asked"
    found = _with_sighting(user, asked.sighting_key, title, facts, text=asked.what)
    words = REQUEST_WORDS if asked.state == RequestState.OPEN else REOPEN
    page = reverse("request", args=[asked.pk])
    return replace(
        found,
        decide=reverse("request-decide", args=[asked.pk]),
        words=words,
        href=page,
        href_label="Where it comes from, and putting it right",
    )


def _with_sighting(user: Any, key: str, title: str, facts: list[tuple[str, str]], *, text: str) -> Why:
    sighting = of_sighting.find(user, key=key)
    if sighting is None:
        return Why(title=title, reason=sentence(one_line(text)), facts=facts)
    found = of_sighting.why(sighting)
    return Why(
        title=title,
        reason=found.reason,
        quotes=found.quotes,
        facts=facts,
        judge=found.judge,
        review=found.review,
        review_note=found.review_note,
    )


def _award(user: Any, row_id: int) -> Why | None:
    award = Award.objects.visible_to(user).filter(pk=row_id).select_related("awarded_by", "order").first()
    if award is None:
        return None
    facts = [("decided", day(award.decided_on)), ("outcome", award.get_outcome_display()), *_money(award)]
    facts += [("awarded by", award.awarded_by.name if award.awarded_by else "not known")]
    facts += [("whose idea", award.get_origin_display() or "not known")]
    confirmed = bool(award.route)
    facts += [("route", award.get_route_display() if confirmed else f"{_proposed(award)}; nobody has confirmed it")]
    facts += [("because of", award.get_no_bid_reason_display())] if award.no_bid_reason else []
    return Why(
        title=sentence(award.label or f"{award.category} award"),
        reason="" if confirmed else award.proposed_because,
        facts=facts,
        others=_order_chip(award),
        href=reverse("award-confirm", args=[award.pk]),
        href_label="Change what is known of it" if confirmed else "Say how it was awarded",
        href_opens_here=True,
    )


def _proposed(award: Award) -> str:
    return AwardRoute(award.proposed_route).label if award.proposed_route else "not known"


def _order_chip(award: Award) -> list[Chip]:
    if award.order is None:
        return []
    return [
        Chip(f"order {award.order.number}".strip(), "order", why=reverse("why-row", args=["order", award.order_id]))
    ]


def _money(row: Award | Order) -> list[tuple[str, str]]:
    return [("value", f"{figure(row.value)} {row.currency}".strip())] if row.value is not None else []


def _order(user: Any, row_id: int) -> Why | None:
    order = Order.objects.visible_to(user).filter(pk=row_id).select_related("person").prefetch_related("lines").first()
    if order is None:
        return None
    lines = [(line.product, f"{figure(line.quantity)} {line.unit}".strip()) for line in order.lines.all()]
    facts = [("ordered", day(order.ordered_on)), *_money(order), *lines]
    facts += [("by", order.person.name)] if order.person else []
    facts += [("now", "cancelled")] if order.cancelled else []
    facts += order.own_fields.items()
    return Why(title=f"Order {order.number}".strip(), facts=facts)


def _fact(user: Any, row_id: int) -> Why | None:
    fact = Fact.objects.visible_to(user).filter(pk=row_id).select_related("person").first()
    if fact is None:
        return None
    told = "told by them" if fact.confirmed_by_them else "not confirmed by them"
    facts = [("since", day(fact.as_of)), ("from", fact.source or "not recorded"), ("standing", told)]
    return Why(title=sentence(fact.topic.replace("_", " ")), reason=fact.value, facts=facts)


def _need(user: Any, row_id: int) -> Why | None:
    need = Need.objects.visible_to(user).filter(pk=row_id).select_related("person").first()
    if need is None:
        return None
    facts = [("heard", day(need.heard_on)), ("kind", need.get_kind_display())]
    facts += [("from", need.person.name)] if need.person else []
    facts += [("what it costs them", need.consequence or "not known")]
    return Why(
        title="A need", reason=sentence(need.text), facts=facts, href=_page(need.interaction_id), href_label="Open it"
    )


def _suggestion(user: Any, row_id: int) -> Why | None:
    made = Suggestion.objects.visible_to(user).filter(pk=row_id).select_related("person").first()
    if made is None:
        return None
    before = "before they raised it" if made.before_they_raised_it else "after they had raised it"
    facts = [("made", day(made.made_on)), ("came of it", made.get_outcome_display()), ("when", before)]
    return Why(
        "A suggestion of ours", sentence(made.text), facts=facts, href=_page(made.interaction_id), href_label="Open it"
    )


def _page(interaction_id: int | None) -> str:
    return reverse("interaction", args=[interaction_id]) if interaction_id else ""


_SHOWN: dict[str, Callable[[Any, int], Why | None]] = {
    "sighting": _sighting,
    "commitment": _commitment,
    "request": _request,
    "award": _award,
    "order": _order,
    "fact": _fact,
    "need": _need,
    "suggestion": _suggestion,
    "exchange": of_given.why,
}
