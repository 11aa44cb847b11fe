"""Know their needs: do we know what they want, what it costs them not to have it, and what comes first for them?

An implied need is a problem they stated, and a complaint is one; an explicit need is a want they stated. Key roles are
the roles that the account needs covered.
"""

from collections.abc import Sequence
from datetime import date

from alongside.judgement.contacts import Contacts, read_contacts, since_days
from alongside.judgement.dossier import Dossier, Need, Sighting
from alongside.judgement.evidence import of_need
from alongside.judgement.finding import Evidence, Finding
from alongside.judgement.rules.rung import Demand, after_staleness, climb, measure, next_demand, steps
from alongside.judgement.words import ago, count, number, percent, plural, sentence, short_day
from alongside.vocabulary import NeedKind, RuleName, Side, SightingKind, StakeholderRole

MIN_ROLES_SHARE = 0.5
"""Share of the key roles whose explicit need is known, for rung 3. Source: measures, section 2."""

FRESH_DAYS = 90
"""Days after which what we know is stale unless it was reviewed, which costs a rung. Source: measures, section 2."""

SPOKE_DAYS = 365
"""Days in which a two-way touch shows that there was occasion to ask. House reading: without one, nothing is known."""


def judge(dossier: Dossier, *, as_of: date, contacts: Contacts | None = None) -> Finding:
    """Judge the rule 0..4; None when no need is recorded and nobody spoke with them in a year either."""
    known = contacts or read_contacts(dossier, as_of=as_of)
    needs = [n for n in dossier.needs if n.heard_on <= as_of]
    complaints = [s for s in dossier.sightings if _is_problem_of_theirs(s) and s.at.date() <= as_of]
    if not needs and not complaints and not since_days(known.two_way, as_of=as_of, days=SPOKE_DAYS):
        return _nothing_known()
    demands = _demands(dossier, needs, complaints, known, as_of)
    reached = climb(demands)
    value, is_stale = after_staleness(reached, _newest_on(needs, complaints, as_of), fresh_days=FRESH_DAYS, as_of=as_of)
    return Finding(
        measure=measure(RuleName.KNOW_THEIR_NEEDS),
        subject="",
        value=value,
        reason=_reason(needs, complaints, is_stale, as_of),
        evidence=_evidence(needs, complaints, as_of),
        n=len(needs) + len(complaints),
        known=sum(d.is_met is not None for d in demands),
        needed=len(demands),
        unknown=_unknown(needs),
        would_change=_would_change(next_demand(demands, reached), is_stale),
        reckoning=steps(demands),
        extra={"explicit": len(_explicit(needs)), "implied": len(needs) - len(_explicit(needs)) + len(complaints)},
    )


def _is_problem_of_theirs(sighting: Sighting) -> bool:
    return sighting.kind == SightingKind.COMPLAINT and sighting.side == Side.THEIRS


def _explicit(needs: Sequence[Need]) -> list[Need]:
    return [n for n in needs if n.kind == NeedKind.EXPLICIT]


def _demands(
    dossier: Dossier, needs: Sequence[Need], complaints: Sequence[Sighting], contacts: Contacts, as_of: date
) -> tuple[Demand, ...]:
    owned = [n for n in _explicit(needs) if n.person_id is not None]
    roles = [role for role in dossier.wanted_roles if _is_known_of(role, owned, contacts)]
    share = len(roles) / len(dossier.wanted_roles) if dossier.wanted_roles else 0.0
    heard, quantified = len(needs) + len(complaints), sum(n.quantified for n in needs)
    ranked = sum(n.rank is not None for n in needs)
    reviewed = sum(_was_reviewed_lately(n, as_of) for n in needs)
    return (
        Demand(1, "problems or wants recorded", "1", str(heard), heard > 0),
        Demand(2, "wants stated, with who stated them", "1", str(len(owned)), bool(owned)),
        Demand(
            3, "of the key roles, their want known", percent(MIN_ROLES_SHARE), percent(share), share >= MIN_ROLES_SHARE
        ),
        Demand(3, "needs whose cost is known in figures", "1", str(quantified), quantified > 0),
        Demand(4, "needs ranked by them", "1", str(ranked), ranked > 0),
        Demand(4, f"needs reviewed with them in {FRESH_DAYS} days", "1", str(reviewed), reviewed > 0),
    )


def _is_known_of(role: StakeholderRole, owned: Sequence[Need], contacts: Contacts) -> bool:
    holders = {m.id for m in contacts.roles.get(role, ())}
    return any(n.person_id in holders for n in owned)


def _was_reviewed_lately(need: Need, as_of: date) -> bool:
    return need.reviewed_on is not None and 0 <= (as_of - need.reviewed_on).days <= FRESH_DAYS


def _newest_on(needs: Sequence[Need], complaints: Sequence[Sighting], as_of: date) -> date | None:
    days = [n.heard_on for n in needs] + [s.at.date() for s in complaints]
    days += [n.reviewed_on for n in needs if n.reviewed_on is not None and n.reviewed_on <= as_of]
    return max(days, default=None)


def _reason(needs: Sequence[Need], complaints: Sequence[Sighting], is_stale: bool, as_of: date) -> str:
    explicit = len(_explicit(needs))
    problems = len(needs) - explicit + len(complaints)
    if not needs and not complaints:
        return "We talk with them, and no need of theirs is recorded."
    parts = [f"{count(problems, 'problem')} heard"] if problems else []
    parts += [f"{count(explicit, 'want')} stated"] if explicit else []
    costed = sum(n.quantified for n in needs)
    parts.append(f"{number(costed)} with what it costs them" if costed else "nobody has asked what they cost")
    newest = _newest_on(needs, complaints, as_of)
    late = f"; the last news of it came {ago(newest, as_of)}" if is_stale and newest else ""
    return sentence(", ".join(parts) + late)


def _unknown(needs: Sequence[Need]) -> tuple[str, ...]:
    nobody = sum(n.person_id is None for n in _explicit(needs))
    uncosted = sum(not n.quantified for n in needs)
    said = [f"Who wants it is not recorded for {count(nobody, 'need')}."] if nobody else []
    if uncosted:
        said.append(f"What {count(uncosted, 'need')} {plural(uncosted, 'costs', 'cost')} them is not known.")
    return tuple(said)


def _would_change(missing: Demand | None, is_stale: bool) -> str:
    if is_stale:
        return "Going through it with them once more brings the rung back."
    if missing is None:
        return f"{FRESH_DAYS} days without a review would cost a rung."
    if missing.rung == 3:
        return "Ask those in the key roles what they want, and what it costs them not to have it."
    return {
        1: "One problem of theirs, in their words, would make it one.",
        2: "One want, with the name of who stated it, would make it two.",
        4: "Ask them what comes first, and go through it with them: that would make it four.",
    }[missing.rung]


def _evidence(needs: Sequence[Need], complaints: Sequence[Sighting], as_of: date) -> tuple[Evidence, ...]:
    heard = tuple(
        Evidence("sighting", s.id, f"complaint, {short_day(s.at.date(), as_of)}", s.at.date().isoformat())
        for s in complaints[-5:]
    )
    return tuple(of_need(n, as_of=as_of) for n in needs) + heard


def _nothing_known() -> Finding:
    return Finding(
        measure=measure(RuleName.KNOW_THEIR_NEEDS),
        subject="",
        value=None,
        reason="No need of theirs is recorded, and nobody has spoken with them in the last year.",
        needed=6,
        unknown=("What they need is not known.",),
        would_change="One problem of theirs, in their words, would make it one.",
    )
