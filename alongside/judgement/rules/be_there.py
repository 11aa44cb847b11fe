"""Be there: are we regularly with those in the key roles, and part of how they plan and decide?

In cadence is whoever is not overdue, or has a next touch planned (presence.py). A role in which we know nobody counts
neither for us nor against us: it cannot lift a rung and cannot make it nought.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from alongside.judgement.award import was_decided, was_heard_before_spec
from alongside.judgement.contacts import Contacts, read_contacts, since_days
from alongside.judgement.dossier import Award, Dossier, Touch
from alongside.judgement.evidence import newest_first, of_award
from alongside.judgement.finding import Evidence, Finding
from alongside.judgement.months import months_before
from alongside.judgement.presence import presences
from alongside.judgement.rules.rung import Demand, after_staleness, climb, measure, next_demand, steps
from alongside.judgement.words import ago, count, joined, part_of, percent, sentence
from alongside.vocabulary import RuleName, StakeholderRole

KEPT_FOR_RUNG = (0.5, 0.75)
"""Share of the key roles in cadence, for rungs 1 and 2. Source: measures, section 2."""

MAX_OVERDUE_SHARE = 0.5
"""Share of the key roles overdue, above which it is nought. Source: measures, section 2."""

PROCESS_DAYS = 365
"""Days in which we took part in a planning, budget, specification or stock meeting of theirs, for rung 3."""

MIN_CONSULTED_SHARE = 0.5
"""Share of the awards of which we heard before the specification, for rung 4. Source: measures, section 2."""

AWARD_MONTHS = 24
"""Months of awards looked at for that, as for the level. Source: measures, section 1."""

FRESH_DAYS = 90
"""Days after which the newest two-way touch is stale and costs a rung. Source: measures, section 2."""

IN_CADENCE = ("ok", "due", "planned")
LATE = ("overdue", "dark")


@dataclass(frozen=True, slots=True)
class _Roles:
    """The key roles by how present we are in them: the best presence among those who hold one."""

    kept: tuple[StakeholderRole, ...]
    late: tuple[StakeholderRole, ...]
    unknown: tuple[StakeholderRole, ...]
    year_share: float | None

    @property
    def needed(self) -> int:
        return len(self.kept) + len(self.late) + len(self.unknown)


def judge(
    dossier: Dossier, *, as_of: date, contacts: Contacts | None = None, present: Sequence[Finding] | None = None
) -> Finding:
    """Judge the rule 0..4; None without contact on record, or when too few key roles are known to tell.

    `present` are the presence findings of the same day, when somebody has judged them already.
    """
    known = contacts or read_contacts(dossier, as_of=as_of)
    if not known.touches:
        return _nothing_known()
    roles = _by_presence(
        dossier, known, presences(dossier, as_of=as_of, contacts=known) if present is None else present
    )
    attended = [t for t in since_days(known.touches, as_of=as_of, days=PROCESS_DAYS) if t.in_process]
    awards = [
        a for a in dossier.awards if months_before(as_of, AWARD_MONTHS) < a.decided_on <= as_of and was_decided(a)
    ]
    demands = _demands(roles, attended, awards)
    reached = climb(demands)
    newest = known.two_way[-1].at.date() if known.two_way else None
    value, is_stale = after_staleness(reached, newest, fresh_days=FRESH_DAYS, as_of=as_of)
    return Finding(
        measure=measure(RuleName.BE_THERE),
        subject="",
        value=None if _cannot_tell(roles, reached) else value,
        reason=_reason(roles, newest if is_stale else None, _cannot_tell(roles, reached), as_of),
        evidence=newest_first(known.two_way, as_of=as_of) + _process_evidence(attended, awards, as_of),
        n=len({t.interaction_id for t in attended}) + len(roles.kept) + len(roles.late),
        known=roles.needed - len(roles.unknown),
        needed=roles.needed,
        unknown=_unknown(roles, awards),
        would_change=_would_change(next_demand(demands, reached), roles, is_stale),
        reckoning=steps(demands),
        extra={
            "kept": [r.value for r in roles.kept],
            "late": [r.value for r in roles.late],
            "unknown": [r.value for r in roles.unknown],
            "year_share": roles.year_share,
        },
    )


def _by_presence(dossier: Dossier, contacts: Contacts, present: Sequence[Finding]) -> _Roles:
    by_subject = {f.subject: f for f in present}
    kept: list[StakeholderRole] = []
    late: list[StakeholderRole] = []
    unknown: list[StakeholderRole] = []
    year_shares: list[float | None] = []
    for role in dossier.wanted_roles:
        held = [f for m in contacts.roles.get(role, ()) if (f := by_subject.get(f"person:{m.id}"))]
        values = {f.value for f in held}
        where = kept if values & set(IN_CADENCE) else late if values & set(LATE) else unknown
        where.append(role)
        year_shares.append(max(((f.extra or {}).get("year_share") or 0.0 for f in held), default=None))
    shares = [share for share in year_shares if share is not None]
    return _Roles(tuple(kept), tuple(late), tuple(unknown), round(sum(shares) / len(shares), 2) if shares else None)


def _cannot_tell(roles: _Roles, reached: int) -> bool:
    """Nothing lifts it off the ground, and it cannot be said either that more than half of the roles are overdue."""
    return reached == 0 and (roles.needed == 0 or len(roles.late) <= MAX_OVERDUE_SHARE * roles.needed)


def _demands(roles: _Roles, attended: Sequence[Touch], awards: Sequence[Award]) -> tuple[Demand, ...]:
    meetings = len({t.interaction_id for t in attended})
    heard = [h for a in awards if (h := was_heard_before_spec(a)) is not None]
    consulted = sum(heard) / len(heard) if heard else None
    return (
        *(_kept(rung, needed, roles) for rung, needed in enumerate(KEPT_FOR_RUNG, start=1)),
        Demand(
            3, "their planning, budget, specification or stock meetings, in a year", "1", str(meetings), meetings > 0
        ),
        Demand(
            4,
            "of the awards, heard of before the specification",
            percent(MIN_CONSULTED_SHARE),
            "unknown" if consulted is None else percent(consulted),
            None if consulted is None else consulted >= MIN_CONSULTED_SHARE,
        ),
    )


def _kept(rung: int, needed: float, roles: _Roles) -> Demand:
    share = len(roles.kept) / roles.needed if roles.needed else 0.0
    could_be = (len(roles.kept) + len(roles.unknown)) / roles.needed if roles.needed else 0.0
    is_met = True if share >= needed else None if could_be >= needed else False
    return Demand(rung, "of the key roles in cadence", percent(needed), percent(share), is_met)


def _reason(roles: _Roles, stale_since: date | None, cannot_tell: bool, as_of: date) -> str:
    said = f"{part_of(len(roles.kept), roles.needed, 'key role')} in cadence"
    if cannot_tell:
        return sentence(f"{said}; too little is known of the others to tell")
    said += f", overdue with {joined([r.label for r in roles.late])}" if roles.late else ""
    said += f"; in cadence {percent(roles.year_share)} of the year" if roles.year_share is not None else ""
    said += f", but the last two-way touch was {ago(stale_since, as_of)}" if stale_since else ""
    return sentence(said)


def _unknown(roles: _Roles, awards: Sequence[Award]) -> tuple[str, ...]:
    said = []
    if roles.unknown:
        said.append(f"Whether we are present for {joined([r.label for r in roles.unknown])} is not known.")
    silent = sum(a.first_heard is None for a in awards)
    if silent:
        said.append(f"When we first heard of {count(silent, 'award')} is not recorded.")
    return tuple(said)


def _would_change(missing: Demand | None, roles: _Roles, is_stale: bool) -> str:
    if is_stale:
        return "One two-way touch brings the rung back."
    if missing is None:
        return "Silence beyond the cadence with a key role would cost a rung."
    if missing.rung <= len(KEPT_FOR_RUNG):
        if roles.late:
            late = joined([r.label for r in roles.late], "or the")
            return f"A touch, or a planned meeting, with the {late} would lift it."
        return f"Find out who is {joined([r.label for r in roles.unknown], 'or')} there, and be in touch."
    if missing.rung == 3:
        return "Taking part in one of their planning, budget, specification or stock meetings would make it three."
    return "Hearing of half of their awards before the specification would make it four."


def _process_evidence(attended: Sequence[Touch], awards: Sequence[Award], as_of: date) -> tuple[Evidence, ...]:
    consulted = [a for a in awards if was_heard_before_spec(a)]
    return newest_first(attended, as_of=as_of, limit=3) + tuple(of_award(a, as_of=as_of) for a in consulted[-3:])


def _nothing_known() -> Finding:
    return Finding(
        measure=measure(RuleName.BE_THERE),
        subject="",
        value=None,
        reason="No contact with anybody there is on record yet.",
        needed=1,
        unknown=("Whether we are there for them is not known.",),
        would_change="Any two-way contact in the record would let it be judged.",
    )
