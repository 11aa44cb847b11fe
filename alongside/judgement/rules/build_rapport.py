"""Build rapport: are we in touch beyond the deals, with enough of the people who count, and do they come to us?

People buy from people they believe, like and trust, and that is built long before the need is known. A touch in a
thread with a quotation, an order or a complaint is about a deal.
"""

from collections.abc import Sequence
from datetime import date

from alongside.judgement.contacts import Contacts, read_contacts, since_days
from alongside.judgement.dossier import Dossier, Touch
from alongside.judgement.evidence import newest_first
from alongside.judgement.finding import Finding
from alongside.judgement.rules.rung import Demand, after_staleness, climb, measure, next_demand, steps
from alongside.judgement.words import ago, number, part_of, percent, plural, sentence
from alongside.vocabulary import Direction, InteractionKind, RuleName

WINDOW_DAYS = 365
"""Days of contact that are looked at. Source: measures, section 2: twelve months."""

MIN_FREE_SHARE = 0.25
"""Share of the two-way touches that are about no deal, for rung 2. Source: measures, section 2."""

MIN_CONTACTS = 2
"""People of theirs in two-way contact, for rung 2. Source: measures, section 2."""

MIN_ROLES = 3
"""Needed roles with a tie, for rung 3. Source: measures, section 2."""

MIN_TIE = 40
"""Tie (0-100) that counts for such a role. Source: measures, section 2."""

THEY_BEGAN_DAYS = 183
"""Days in which one of them began an exchange about no deal, for rung 4. Source: measures, section 2: six months."""

FRESH_DAYS = 180
"""Days after which the newest touch about no deal is stale and costs a rung. Source: measures, section 2."""


def judge(dossier: Dossier, *, as_of: date, contacts: Contacts | None = None) -> Finding:
    """Judge the rule 0..4; None when no contact is on record at all."""
    known = contacts or read_contacts(dossier, as_of=as_of)
    if not known.touches:
        return _nothing_known()
    year = since_days(known.two_way, as_of=as_of, days=WINDOW_DAYS)
    free = [t for t in year if not t.about_deal]
    begun = _begun_by_them(known.two_way, as_of)
    roles = _roles_with_a_tie(dossier, known)
    demands = _demands(year, free, roles, len(dossier.wanted_roles), begun)
    reached = climb(demands)
    value, is_stale = after_staleness(reached, free[-1].at.date() if free else None, fresh_days=FRESH_DAYS, as_of=as_of)
    return Finding(
        measure=measure(RuleName.BUILD_RAPPORT),
        subject="",
        value=value,
        reason=_reason(year, free, is_stale, as_of),
        evidence=newest_first(free or known.touches, as_of=as_of),
        n=_interactions(year),
        known=1 + bool(known.roles),
        needed=2,
        unknown=_unknown(dossier, known),
        would_change=_would_change(next_demand(demands, reached), is_stale),
        reckoning=steps(demands),
        extra={"free": _interactions(free), "two_way": _interactions(year), "stale": is_stale},
    )


def _demands(
    year: Sequence[Touch], free: Sequence[Touch], roles: int, wanted: int, begun: Sequence[Touch]
) -> tuple[Demand, ...]:
    people = len({t.person_id for t in year})
    share = _interactions(free) / _interactions(year) if year else None
    needed_roles = min(MIN_ROLES, wanted)
    return (
        Demand(1, "people in touch about no deal, in a year", "1", str(len({t.person_id for t in free})), bool(free)),
        Demand(
            2,
            "of the two-way touches about no deal",
            percent(MIN_FREE_SHARE),
            "unknown" if share is None else percent(share),
            None if share is None else share >= MIN_FREE_SHARE,
        ),
        Demand(2, "people in two-way contact", str(MIN_CONTACTS), str(people), people >= MIN_CONTACTS),
        Demand(3, f"needed roles with a tie of {MIN_TIE}", str(needed_roles), str(roles), roles >= needed_roles),
        Demand(4, "exchanges about no deal that they began, in six months", "1", str(len(begun)), bool(begun)),
    )


def _roles_with_a_tie(dossier: Dossier, contacts: Contacts) -> int:
    closest = (contacts.closest_in(role) for role in dossier.wanted_roles)
    return sum(member is not None and contacts.tie_with(member.id) >= MIN_TIE for member in closest)


def _begun_by_them(two_way: Sequence[Touch], as_of: date) -> list[Touch]:
    """Find the two-way mails of theirs that opened a thread about no deal."""
    seen: set[int] = set()
    opening = []
    since = as_of.toordinal() - THEY_BEGAN_DAYS
    for touch in two_way:
        if touch.kind != InteractionKind.MAIL or touch.about_deal:
            continue
        is_first = touch.thread_id == 0 or touch.thread_id not in seen
        seen.add(touch.thread_id)
        if is_first and touch.direction == Direction.INBOUND and touch.at.toordinal() > since:
            opening.append(touch)
    return opening


def _interactions(touches: Sequence[Touch]) -> int:
    return len({t.interaction_id for t in touches})


def _reason(year: Sequence[Touch], free: Sequence[Touch], is_stale: bool, as_of: date) -> str:
    if not year:
        return "No touch in both directions in the last year."
    if not free:
        touches = part_of(_interactions(year), _interactions(year), "two-way touch", "two-way touches")
        return sentence(f"{touches} of the year {plural(_interactions(year), 'was', 'were')} about a deal")
    share = part_of(_interactions(free), _interactions(year), "two-way touch", "two-way touches")
    said = f"{share} {plural(_interactions(free), 'was', 'were')} about no deal"
    return sentence(f"{said}, but the last was {ago(free[-1].at.date(), as_of)}" if is_stale else said)


def _unknown(dossier: Dossier, contacts: Contacts) -> tuple[str, ...]:
    missing = [role.label for role in dossier.wanted_roles if not contacts.roles.get(role)]
    return (f"Nobody is known yet as {' or '.join(missing)}.",) if missing else ()


def _would_change(missing: Demand | None, is_stale: bool) -> str:
    if is_stale:
        return "One exchange that is about no deal brings the rung back."
    if missing is None:
        return "Half a year without a word beyond the deals would cost a rung."
    return {
        1: "One exchange that is about no deal would make it one.",
        2: f"More talk that is about no deal, with {number(MIN_CONTACTS)} people, would make it two.",
        3: f"A tie of {MIN_TIE} with people in {number(MIN_ROLES)} needed roles would make it three.",
        4: "One of them beginning an exchange that is about no deal would make it four.",
    }[missing.rung]


def _nothing_known() -> Finding:
    return Finding(
        measure=measure(RuleName.BUILD_RAPPORT),
        subject="",
        value=None,
        reason="No contact with anybody there is on record yet.",
        needed=2,
        unknown=("Whether anybody of us talks to them is not known.",),
        would_change="Any mail, call or meeting in the record would let it be judged.",
    )
