"""An award came by a route that nobody has confirmed: one word from you, and the level counts it.

Appears: for the latest award we won in the last 24 months whose route the record proposes and nobody confirmed.
Settled by: your word on the route; the next unconfirmed award then takes its place.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from alongside.judgement.award import was_won
from alongside.judgement.dossier import Award, Dossier, Solicitation
from alongside.judgement.evidence import of_award
from alongside.judgement.finding import Evidence
from alongside.judgement.ladder import WINDOW_MONTHS, Proof, level_shown, proof_of, records
from alongside.judgement.months import months_before
from alongside.judgement.route import SEARCHED_DAYS, propose_route
from alongside.judgement.words import MONTHS, count, number, plural, short_day
from alongside.plays.contract import Findings, Suggested
from alongside.plays.record import as_known_on
from alongside.vocabulary import AwardRoute, NoBidReason, PlayName

NAME = PlayName.AWARD_ROUTE

WITHOUT_BID = frozenset({AwardRoute.SINGLE_QUOTE, AwardRoute.DIRECT_AWARD, AwardRoute.CALL_OFF, AwardRoute.RENEWAL})
"""Routes by which no one else was asked to bid."""

ASKED = {
    AwardRoute.OPEN_BID: "Did {award} go out to an open bid?",
    AwardRoute.INVITED_QUOTE: "Was {award} an invited quote?",
    AwardRoute.SINGLE_QUOTE: "Was ours the only quote asked for on {award}?",
    AwardRoute.DIRECT_AWARD: "Was {award} awarded without a bid?",
    AwardRoute.CALL_OFF: "Was {award} called off under a frame?",
    AwardRoute.RENEWAL: "Was {award} a renewal?",
}

YES = {
    AwardRoute.OPEN_BID: "Yes, open bid",
    AwardRoute.INVITED_QUOTE: "Yes, invited",
    AwardRoute.SINGLE_QUOTE: "Yes, ours alone",
    AwardRoute.DIRECT_AWARD: "Yes, no bid",
    AwardRoute.CALL_OFF: "Yes, called off",
    AwardRoute.RENEWAL: "Yes, renewed",
}


def suggest(dossier: Dossier, findings: Findings, *, as_of: date) -> Iterator[Suggested]:
    """Yield the latest unconfirmed award, and say how many wait behind it."""
    record = as_known_on(dossier, as_of)
    since = months_before(as_of, WINDOW_MONTHS)
    waiting = [a for a in record.awards if was_won(a) and a.route is None and a.proposed_route and a.decided_on > since]
    if waiting:
        latest = max(waiting, key=lambda award: (award.decided_on, award.id))
        yield _item(record, latest, len(waiting) - 1, as_of)


def _item(record: Dossier, award: Award, behind: int, as_of: date) -> Suggested:
    route = award.proposed_route or AwardRoute.DIRECT_AWARD
    now, then = _proofs(record, award, route, as_of)
    rises = level_shown(then).rung > level_shown(now).rung
    asked = _solicited(record, award)
    return Suggested(
        play=NAME,
        key=f"{NAME}:award:{award.id}",
        say=ASKED[route].format(award=_named(award, as_of)),
        why=" ".join(part for part in (_searched(record, award), _shows(then, route), _behind(behind)) if part),
        evidence=_evidence(record, award, asked, as_of),
        action="confirm_route",
        action_label=YES[route],
        advances=_advances(award, then, rises=rises),
        gain=3 if rises else 0 if then.is_competed else 2,
        subject_id=award.id,
        settles_on="Your word on how it was awarded.",
    )


def _proofs(record: Dossier, award: Award, route: AwardRoute, as_of: date) -> tuple[Proof, Proof]:
    """Count the category's awards as they are, and as a yes would make them."""
    reason = NoBidReason.RELATIONSHIP if route in WITHOUT_BID else award.no_bid_reason
    confirmed = replace(award, route=route, no_bid_reason=reason)
    yes = replace(record, awards=tuple(confirmed if a.id == award.id else a for a in record.awards))
    return _proof(record, award, as_of), _proof(yes, award, as_of)


def _proof(record: Dossier, award: Award, as_of: date) -> Proof:
    return proof_of(next(r for r in records(record) if any(a.id == award.id for a in r.awards)), as_of)


def _solicited(record: Dossier, award: Award) -> Solicitation | None:
    """Find the last request for quotation for this category in the days searched before the award."""
    first = award.decided_on - timedelta(days=SEARCHED_DAYS)
    asked = [
        s
        for s in record.solicitations
        if first <= s.asked_on <= award.decided_on and s.category.casefold() in ("", award.category.casefold())
    ]
    return asked[-1] if asked else None


def _named(award: Award, as_of: date) -> str:
    """Name the award as people would: "the November order of pellets", with its year where that is another."""
    year = f" {award.decided_on.year}" if award.decided_on.year != as_of.year else ""
    category = f" of {_small(award.category)}" if award.category else ""
    return f"the {MONTHS[award.decided_on.month - 1]}{year} order{category}"


def _small(category: str) -> str:
    """Begin a category small, unless it begins with an abbreviation: "pellets", but "DR pellets"."""
    return category[0].lower() + category[1:] if category.split()[0][1:].islower() else category


def _searched(record: Dossier, award: Award) -> str:
    """Say what the record shows of the days before the award."""
    others = [order for order in record.orders if order.id != award.order_id]
    _, because = propose_route(award.decided_on, award.category, record.solicitations, orders=others)
    return because


def _shows(then: Proof, route: AwardRoute) -> str:
    if then.is_competed:
        return "They have to bid, so the route proves nothing by itself; your word keeps the record whole."
    if route not in WITHOUT_BID:
        return f"A yes makes {number(then.invited)} of {number(then.known)} to which we were invited."
    months = f" in {count(then.months, 'month')}" if then.months else ""
    without_bid = f"{number(len(then.direct))} of {number(then.decided)} without a bid{months}"
    return f"A yes makes {without_bid}, if the relationship was the reason."


def _behind(behind: int) -> str:
    if not behind:
        return ""
    return f"{count(behind, 'more award').capitalize()} {plural(behind, 'waits', 'wait')} for the same word."


def _advances(award: Award, then: Proof, *, rises: bool) -> str:
    category = f"{award.category}: " if award.category else ""
    shown = level_shown(then)
    deep = ", one person deep" if then.is_one_person_deep and shown.rung == 3 else ""
    if rises:
        return f"{category}would show {shown.label}{deep}"
    return f"{category}proof for the level; it would still show {shown.label}{deep}"


def _evidence(record: Dossier, award: Award, asked: Solicitation | None, as_of: date) -> tuple[Evidence, ...]:
    order = next((o for o in record.orders if o.id == award.order_id), None)
    shown = [of_award(award, as_of=as_of)]
    if order:
        quantity = f", {order.quantity:,.0f} {order.unit}".rstrip() if order.quantity is not None else ""
        shown.append(Evidence("order", order.id, f"order {order.number}{quantity}", order.ordered_on.isoformat()))
    if asked:
        label = f"request for quotation, {short_day(asked.asked_on, as_of)}"
        shown.append(Evidence("sighting", asked.id, label, asked.asked_on.isoformat()))
    return tuple(shown)
