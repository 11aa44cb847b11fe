"""By which route did an order probably come: after an open bid, after an invitation to quote, or directly?

Proposes only; a person confirms. Says what was searched, so that the one who confirms knows what the record could show.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from alongside.judgement.award import ALL_BUSINESS
from alongside.judgement.dossier import Order, Solicitation
from alongside.judgement.words import count, day
from alongside.vocabulary import AwardRoute, SolicitationKind

SEARCHED_DAYS = 60
"""Days before the order in which a solicitation is taken to belong to it. Source: measures, section 1."""

PUBLIC_WORDS = ("tender", "public notice", "contract notice", "open bid")
"""Words in a solicitation that name an open bid. Source: measures, section 1: a tender or a public notice."""

_ASKED = {
    SolicitationKind.RFI.value: "a request for information",
    SolicitationKind.RFQ.value: "a request for quotation",
    SolicitationKind.RFP.value: "a request for proposal",
    SolicitationKind.TENDER.value: "a tender",
    SolicitationKind.INVITATION.value: "an invitation to quote",
}


def propose_route(
    order_on: date, category: str, solicitations: Sequence[Solicitation], *, orders: Sequence[Order] = ()
) -> tuple[AwardRoute, str]:
    """Propose the route of an order from the account's solicitations; the sentence says why and what was searched.

    `orders` are the account's other orders: one of the same category in between may be what the solicitation was for,
    which changes no proposal but is said. An order that names no category may belong to any solicitation.
    """
    searched = [s for s in solicitations if order_on - timedelta(days=SEARCHED_DAYS) <= s.asked_on <= order_on]
    alike = [s for s in searched if _is_unnamed(category) or _is_same(s.category, category)]
    if not alike:
        return AwardRoute.DIRECT_AWARD, _found_none(category, order_on, searched)
    public = [s for s in alike if is_public(s)]
    asked = max(public or alike, key=lambda s: s.asked_on)
    between = [o for o in orders if _is_same(o.category, category) and asked.asked_on <= o.ordered_on < order_on]
    route = AwardRoute.OPEN_BID if public else AwardRoute.INVITED_QUOTE
    return route, _found(asked, order_on, category) + _taken_by(between, order_on)


def is_public(solicitation: Solicitation) -> bool:
    """Does it name a tender or a public notice?"""
    named = f"{solicitation.kind} {solicitation.products}".casefold()
    return any(word in named for word in PUBLIC_WORDS)


def _is_unnamed(category: str) -> bool:
    return category.strip() in ("", ALL_BUSINESS)


def _is_same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _found(asked: Solicitation, order_on: date, category: str) -> str:
    what = _ASKED.get(asked.kind, "a request")
    days = (order_on - asked.asked_on).days
    before = f"{count(days, 'day')} before the order" if days else "the day of the order"
    return f"They sent {what}{_for_goods(category)} on {day(asked.asked_on, order_on)}, {before}."


def _found_none(category: str, order_on: date, searched: Sequence[Solicitation]) -> str:
    since = day(order_on - timedelta(days=SEARCHED_DAYS), order_on)
    found = f"was found in the {SEARCHED_DAYS} days before, from {since} on"
    said = f"No request for quotation and no tender{_for_goods(category)} {found}"
    nameless = sum(not s.category.strip() for s in searched)
    others = len(searched) - nameless
    notes = [f"{count(others, 'request')} in that time named other goods"] if others else []
    notes += [f"{count(nameless, 'request')} in that time named no goods"] if nameless else []
    return "; ".join([said, *notes]) + "."


def _for_goods(category: str) -> str:
    return "" if _is_unnamed(category) else f" for {category}"


def _taken_by(between: Sequence[Order], order_on: date) -> str:
    if not between:
        return ""
    return f" An order of {day(between[-1].ordered_on, order_on)} came in between and may be what it was for."
