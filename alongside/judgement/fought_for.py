"""For which requests do we fight inside our own company, and which returns that were agreed have not come?

What was written down or came after the day is not known yet. What to do about any of it is for the plays to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from alongside.judgement.advocacy import Case, advocacy, decides_on, told_on
from alongside.judgement.dossier import AdvocacyCase, Dossier, Exchange, Request
from alongside.judgement.finding import Evidence, Finding
from alongside.judgement.words import short_day
from alongside.vocabulary import Direction, ExchangeSide, InteractionKind


@dataclass(frozen=True, slots=True)
class FoughtFor:
    """A request with the case for it, and what is judged of the case."""

    asked: Request
    case: Case
    finding: Finding


def fought_for(dossier: Dossier, *, as_of: date) -> Iterator[FoughtFor]:
    """Give every case of the account whose request is on record, oldest request first."""
    asked = {request.id: request for request in dossier.requests}
    for kept in dossier.cases:
        request, known = asked.get(kept.request_id), [each for each in kept.entries if each.said_at.date() <= as_of]
        if request and known:
            case = _case(dossier, request, replace(kept, entries=tuple(known)), as_of)
            yield FoughtFor(request, case, advocacy(case, as_of=as_of))


def _case(dossier: Dossier, request: Request, kept: AdvocacyCase, as_of: date) -> Case:
    member = dossier.member(request.person_id)
    name = member.name.split()[0] if member and member.name else "the customer"
    wrote = [
        touch.at
        for touch in dossier.touches
        if request.thread_id
        and touch.thread_id == request.thread_id
        and touch.person_id == request.person_id
        and touch.direction is Direction.OUTBOUND
        and touch.kind is InteractionKind.MAIL
        and touch.at.date() <= as_of
    ]
    if request.last_update_on and request.last_update_on <= as_of:  # a letter sent from here, or told by mouth
        wrote.append(datetime.combine(request.last_update_on, time.min, UTC))
    return Case(request.id, name, kept.entries, wrote)


def agreed_in_return(dossier: Dossier, *, as_of: date) -> list[Exchange]:
    """List what was agreed in return for concessions and has not come, the one due first at the front."""
    agreed = [
        each for each in dossier.exchanges if each.side is ExchangeSide.GET and each.for_what and each.on <= as_of
    ]
    waiting = [each for each in agreed if each.delivered_on is None or each.delivered_on > as_of]
    return sorted(waiting, key=lambda each: (each.due_on or date.max, each.id))


def inside(dossier: Dossier, *, as_of: date) -> tuple[Finding, ...]:
    """Say what is open inside our company for this customer: a finding for each case they know no outcome of, and for each return.

    `extra` holds what a row needs: `what` it is about, and `due`, the day as ISO or "".
    """
    cases = [_open_case(fight) for fight in fought_for(dossier, as_of=as_of) if not _is_over(fight)]
    return (*cases, *(_return(back, as_of) for back in agreed_in_return(dossier, as_of=as_of)))


def _is_over(fight: FoughtFor) -> bool:
    return fight.case.state.is_outcome and told_on(fight.case) is not None


def _open_case(fight: FoughtFor) -> Finding:
    due = decides_on(fight.case)
    more = {"what": fight.asked.what, "due": due.isoformat() if due else "", "untold": fight.case.state.is_outcome}
    return replace(fight.finding, measure="inside", extra=more)


def _return(back: Exchange, as_of: date) -> Finding:
    return Finding(
        measure="inside",
        subject=f"exchange:{back.id}",
        value="return",
        reason=f"Agreed with {back.whose or 'them'} in return for {back.for_what}.",
        evidence=(Evidence("exchange", back.id, f"agreed, {short_day(back.on, as_of)}", back.on.isoformat()),),
        extra={"what": back.what, "due": back.due_on.isoformat() if back.due_on else "", "untold": False},
    )
