"""The small cast of the plays: two people at National Steel, one of us, and the rows of which a record is made.

Monday 23 November 2026 is today, as in the scenes of the product.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import count
from typing import Any

from alongside.judgement.advocacy import Said
from alongside.judgement.dossier import (
    AdvocacyCase,
    Commitment,
    Dossier,
    Exchange,
    Meeting,
    Member,
    PageSaid,
    Request,
    Sighting,
    Touch,
)
from alongside.judgement.plan import StepWord
from alongside.plays.contract import Suggested
from alongside.vocabulary import (
    CasePart,
    CommitmentState,
    Direction,
    InteractionKind,
    PlanState,
    RequestState,
    Side,
    SightingKind,
    StakeholderRole,
)

MONDAY = date(2026, 11, 23)
ME = 900
JOE = Member(
    1, "Joe Kowalski", "VP Raw Materials", (StakeholderRole.ECONOMIC_BUYER,), False, address="joe@nationalsteel.example"
)
ANN = Member(2, "Ann Petrov", "Procurement", (StakeholderRole.PROCUREMENT,), False, address="ann@nationalsteel.example")
DEMURRAGE = 70
"""The thread about the demurrage charge."""

_ids = count(1000)
_FIELDS: dict[type, str] = {
    Member: "members",
    Touch: "touches",
    Commitment: "commitments",
    Request: "requests",
    Sighting: "sightings",
    Meeting: "meetings",
    PageSaid: "page_said",
    StepWord: "plan",
    AdvocacyCase: "cases",
    Exchange: "exchanges",
}


def nov(day: int) -> date:
    return date(2026, 11, day)


def record(*rows: Any, **more: Any) -> Dossier:
    """Make the dossier of National Steel from rows in any order; Joe and Ann are there unless members are given."""
    fields: dict[str, list[Any]] = {}
    for row in rows:
        for one in row if isinstance(row, list) else [row]:
            fields.setdefault(_FIELDS[type(one)], []).append(one)
    fields.setdefault("members", [JOE, ANN])
    fields.get("touches", []).sort(key=lambda touch: touch.at)
    return Dossier(7, "National Steel", **{name: tuple(those) for name, those in fields.items()}, **more)


def mail_from(member: Member, on: date, *, thread: int = 0, **more: Any) -> Touch:
    return _touch(member, on, InteractionKind.MAIL, Direction.INBOUND, thread, more)


def mail_to(member: Member, on: date, *, thread: int = 0, **more: Any) -> Touch:
    return _touch(member, on, InteractionKind.MAIL, Direction.OUTBOUND, thread, more)


def met(member: Member, on: date, **more: Any) -> Touch:
    return _touch(member, on, InteractionKind.MEETING, Direction.MUTUAL, 0, more)


def _touch(member: Member, on: date, kind: InteractionKind, way: Direction, thread: int, more: dict[str, Any]) -> Touch:
    hour = more.pop("hour", 10)
    number = more.pop("id", None) or next(_ids)
    return Touch(number, datetime.combine(on, time(hour), UTC), kind, way, member.id, ME, thread_id=thread, **more)


def request(what: str, on: date, *, by: Member = JOE, thread: int = DEMURRAGE, **more: Any) -> Request:
    more.setdefault("quote", f"Could you please {what}?")
    return Request(more.pop("id", None) or next(_ids), what, on, RequestState.OPEN, by.id, thread_id=thread, **more)


def answered(asked: Request, on: date) -> Request:
    return replace(asked, state=RequestState.ANSWERED, answered_on=on)


def we_promised(
    what: str, on: date, due: date, *, to: Member = JOE, thread: int = DEMURRAGE, **more: Any
) -> Commitment:
    return _promise(Side.OURS, what, on, due, to, thread, more)


def they_promised(
    what: str, on: date, due: date, *, by: Member = JOE, thread: int = DEMURRAGE, **more: Any
) -> Commitment:
    return _promise(Side.THEIRS, what, on, due, by, thread, more)


def _promise(side: Side, what: str, on: date, due: date, who: Member, thread: int, more: dict[str, Any]) -> Commitment:
    more.setdefault("quote", f"I will {what}.")
    number = more.pop("id", None) or next(_ids)
    return Commitment(number, side, what, on, due, CommitmentState.OPEN, person_id=who.id, thread_id=thread, **more)


def kept(promise: Commitment, on: date) -> Commitment:
    return replace(promise, state=CommitmentState.KEPT, kept_on=on)


def seen(kind: SightingKind, member: Member, on: date, quote: str, *, thread: int = 0, **detail: str) -> Sighting:
    at = datetime.combine(on, time(10), UTC)
    return Sighting(next(_ids), kind, Side.THEIRS, at, quote, member.id, next(_ids), thread, detail)


def planned(what: str, due: date, *, by: Member | None = None, on: date = date(2026, 11, 2), **more: Any) -> StepWord:
    """Agree a step of ours (Alex does it), or of one of them."""
    side, whose = (Side.THEIRS, by.name) if by else (Side.OURS, "Alex Lindgren")
    more.setdefault("state", PlanState.OPEN)
    more.setdefault("key", what)
    return StepWord(next(_ids), what=what, side=side, whose=whose, due_on=due, on=on, person_id=by and by.id, **more)


def case(asked: Request, *said: Said) -> AdvocacyCase:
    """The case for a request, of what was said in it."""
    return AdvocacyCase(asked.id, said)


def wrote(part: CasePart, text: str, day: date, **more: Any) -> Said:
    """What one of us wrote into a case on a day, in the afternoon."""
    return Said(part, text, datetime.combine(day, time(16), UTC), **more)


def the_one(items: Iterable[Suggested]) -> Suggested:
    """Give the only item there is."""
    (item,) = items
    return item
