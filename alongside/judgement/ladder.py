"""Which level do the awards of one category show on one day? The proof each rung asks for, and whether it is there.

Pure counting; the two-runs rule, the sentences and what would change the verdict are level.py's.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from alongside.judgement.award import (
    ALL_BUSINESS,
    BID_ROUTES,
    was_decided,
    was_direct,
    was_heard_before_spec,
    was_in_a_bid_frame,
    was_invited,
    was_recommended,
    was_won,
)
from alongside.judgement.dossier import Award, Dossier, Listing, Order, Solicitation
from alongside.judgement.finding import Step
from alongside.judgement.months import months_before, months_between
from alongside.judgement.proportion import wilson_lower_bound
from alongside.judgement.words import share
from alongside.vocabulary import AwardOutcome, RelationshipLevel, SolicitationKind

WINDOW_MONTHS = 24
"""Months of awards that the level is judged by. Source: measures, section 1."""

MIN_INVITATIONS = 3
"""Times asked by name (or given directly) before an invited share says anything. Source: measures, section 1."""

MIN_INVITED_SHARE = 0.5
"""Cautious share of the known awards that we were invited to, for a preferred vendor. Source: measures, section 1."""

MIN_DIRECT_AWARDS = 3
"""Awards without a bid, for a partner. Source: measures, section 1."""

MIN_DIRECT_SHARE = 0.5
"""Cautious share of the decided awards that came without a bid, for a partner. Source: measures, section 1."""

MIN_SPREAD_MONTHS = 12
"""Months from the first to the last award without a bid, for a partner. Source: measures, section 1."""

MIN_RECOMMENDED_SHARE = 0.3
"""Share of what we won that we recommended or developed together, for a partner. Source: measures, section 1."""

MIN_AWARDING_PEOPLE = 2
"""People who awarded without a bid; with one the partnership is one person deep. Source: measures, section 1."""

MIN_COMPETED_WINS = 3
"""Wins before the shares of a customer who must bid say anything. House prior, as for the awards without a bid."""

MIN_COMPETED_SHARE = 0.5
"""Share heard of before the specification, and share recommended, where the route proves nothing. Source: measures."""

MIN_KNOWN_SHARE = 0.5
"""Share of the wins whose origin must be known before a share of them is stated. House prior: unknown is never zero."""


@dataclass(slots=True)
class CategoryRecord:
    """All that was ever awarded, ordered, asked and listed in one category, each oldest first."""

    category: str
    is_public_body: bool = False
    awards: list[Award] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    solicitations: list[Solicitation] = field(default_factory=list)
    listings: list[Listing] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing a rung asks for: at least `needed`; `actual` None is unknown, and unknown is not enough."""

    label: str
    needed: float
    actual: float | None
    is_share: bool = False

    @property
    def is_met(self) -> bool | None:
        return None if self.actual is None else self.actual >= self.needed

    @property
    def progress(self) -> float:
        """How much of what is asked is there, 0..1."""
        return min((self.actual or 0.0) / self.needed, 1.0)

    def as_step(self) -> Step:
        if self.actual is None:
            return Step(self.label, self._written(self.needed), "unknown", None)
        return Step(self.label, self._written(self.needed), self._written(self.actual), self.is_met)

    def _written(self, value: float) -> str:
        return share(value, self.needed) if self.is_share else str(int(value))


@dataclass(frozen=True, slots=True)
class Proof:
    """What the awards of a category show on a day, from the last 24 months unless said otherwise."""

    category: str
    as_of: date
    awards: tuple[Award, ...]
    won: tuple[Award, ...]
    direct: tuple[Award, ...]
    decided: int  # won with a known route and reason, and lost
    invited: int
    known: int  # awards of which we know whether we were invited
    unconfirmed: tuple[Award, ...]
    reasonless: tuple[Award, ...]  # won without a bid, and why is not recorded
    recommended: int
    origins_known: int
    heard_early: int
    heard_known: int
    on_list_since: date | None
    has_bought_or_been_quoted: bool  # ever
    orders: int
    is_competed: bool

    @property
    def direct_share(self) -> float | None:
        """The cautious share of the decided awards that came without a bid."""
        return wilson_lower_bound(len(self.direct), self.decided)

    @property
    def invited_share(self) -> float | None:
        """The cautious share of the known awards that we were invited to."""
        return wilson_lower_bound(self.invited, self.known)

    @property
    def recommended_share(self) -> float | None:
        return self._share_of_wins(self.recommended, self.origins_known)

    @property
    def heard_early_share(self) -> float | None:
        return self._share_of_wins(self.heard_early, self.heard_known)

    @property
    def months(self) -> int:
        """Months between the first and the last award without a bid."""
        return months_between(self.direct[0].decided_on, self.direct[-1].decided_on) if self.direct else 0

    @property
    def awarding_people(self) -> frozenset[int]:
        return frozenset(a.awarded_by for a in self.direct if a.awarded_by is not None)

    @property
    def is_one_person_deep(self) -> bool:
        return not self.is_competed and 0 < len(self.awarding_people) < MIN_AWARDING_PEOPLE

    @property
    def decided_value(self) -> Decimal:
        return sum((a.value or Decimal(0) for a in self.awards if was_decided(a)), Decimal(0))

    @property
    def direct_value(self) -> Decimal:
        return sum((a.value or Decimal(0) for a in self.direct), Decimal(0))

    def _share_of_wins(self, those: int, known: int) -> float | None:
        return those / known if known and known >= MIN_KNOWN_SHARE * len(self.won) else None


def records(dossier: Dossier) -> list[CategoryRecord]:
    """Sort what was awarded, ordered, asked and listed by category; letter case does not divide one."""
    found: dict[str, CategoryRecord] = {}

    def record_of(category: str) -> CategoryRecord:
        name = category.strip() or ALL_BUSINESS
        return found.setdefault(name.casefold(), CategoryRecord(name, dossier.is_public_body))

    for award in sorted(dossier.awards, key=lambda a: a.decided_on):
        record_of(award.category).awards.append(award)
    for order in sorted(dossier.orders, key=lambda o: o.ordered_on):
        record_of(order.category).orders.append(order)
    for listing in dossier.listings:
        record_of(listing.category).listings.append(listing)
    for solicitation in sorted(dossier.solicitations, key=lambda s: s.asked_on):
        if solicitation.category.strip() or ALL_BUSINESS.casefold() in found:
            record_of(solicitation.category).solicitations.append(solicitation)
    return list(found.values())


_decided_on = attrgetter("decided_on")


class Counted(NamedTuple):
    """What of a record counts on a day: on days with the same, `level_shown` is the same."""

    first_award: int
    after_last_award: int
    on_list_since: date | None
    has_bought_or_been_quoted: bool


def what_counts(record: CategoryRecord, as_of: date) -> Counted:
    """Find the awards in the window of that day, and whether we were on the list or had any business by then."""
    first = bisect_right(record.awards, months_before(as_of, WINDOW_MONTHS), key=_decided_on)
    last = bisect_right(record.awards, as_of, key=_decided_on)
    on_list_since = min((x.from_on for x in record.listings if x.from_on <= as_of), default=None)
    return Counted(first, last, on_list_since, _has_bought_or_been_quoted(record, last, as_of))


def proof_of(record: CategoryRecord, as_of: date) -> Proof:
    """Count what the record shows on that day; what happened later is not looked at."""
    since = months_before(as_of, WINDOW_MONTHS)
    first, last, on_list_since, has_bought_or_been_quoted = what_counts(record, as_of)
    awards = tuple(a for a in record.awards[first:last] if a.outcome != AwardOutcome.CANCELLED)
    won = tuple(a for a in awards if was_won(a))
    directness = [was_direct(a) for a in awards if was_decided(a)]
    invitations = [was_invited(a) for a in awards]
    origins = [was_recommended(a) for a in won]
    heard = [was_heard_before_spec(a) for a in won]
    return Proof(
        category=record.category,
        as_of=as_of,
        awards=awards,
        won=won,
        direct=tuple(a for a in won if was_direct(a)),
        decided=_known(directness),
        invited=invitations.count(True),
        known=_known(invitations),
        unconfirmed=tuple(a for a in won if a.route is None),
        reasonless=tuple(a for a in won if a.route is not None and was_direct(a) is None),
        recommended=origins.count(True),
        origins_known=_known(origins),
        heard_early=heard.count(True),
        heard_known=_known(heard),
        on_list_since=on_list_since,
        has_bought_or_been_quoted=has_bought_or_been_quoted,
        orders=sum(since < o.ordered_on <= as_of for o in record.orders),
        is_competed=record.is_public_body or 2 * sum(map(was_in_a_bid_frame, won)) > len(won),
    )


def level_shown(proof: Proof) -> RelationshipLevel:
    """Name the highest rung whose proof is complete on that day alone."""
    if all(c.is_met for c in partner_criteria(proof)):
        return RelationshipLevel.PARTNER
    if proof.on_list_since or all(c.is_met for c in invitation_criteria(proof)):
        return RelationshipLevel.PREFERRED_VENDOR
    return RelationshipLevel.VENDOR if proof.has_bought_or_been_quoted else RelationshipLevel.PROSPECT


def partner_criteria(proof: Proof) -> tuple[Criterion, ...]:
    """List what a partner needs; how many people awarded is asked apart, it makes the partnership one person deep."""
    if proof.is_competed:
        return (
            Criterion(f"won, at least {MIN_COMPETED_WINS}", MIN_COMPETED_WINS, len(proof.won)),
            _share_criterion("heard of before the specification", MIN_COMPETED_SHARE, proof.heard_early_share),
            _share_criterion("we recommended", MIN_COMPETED_SHARE, proof.recommended_share),
        )
    return (
        Criterion(f"without a bid, at least {MIN_DIRECT_AWARDS}", MIN_DIRECT_AWARDS, len(proof.direct)),
        _share_criterion(f"share, cautiously, of {proof.decided} decided:", MIN_DIRECT_SHARE, proof.direct_share),
        _share_criterion("we recommended", MIN_RECOMMENDED_SHARE, proof.recommended_share),
        Criterion(f"over months, at least {MIN_SPREAD_MONTHS}", MIN_SPREAD_MONTHS, proof.months),
    )


def people_criterion(proof: Proof) -> Criterion:
    """Ask how many people awarded without a bid; unknown when nobody recorded who did."""
    people = len(proof.awarding_people) or (None if proof.direct else 0)
    return Criterion(f"people who awarded, at least {MIN_AWARDING_PEOPLE}", MIN_AWARDING_PEOPLE, people)


def invitation_criteria(proof: Proof) -> tuple[Criterion, ...]:
    """List what a preferred vendor needs who is not on the list in writing."""
    label = f"share invited, cautiously, of {proof.known} known:"
    return (
        Criterion(f"invited or given directly, at least {MIN_INVITATIONS}", MIN_INVITATIONS, proof.invited),
        _share_criterion(label, MIN_INVITED_SHARE, proof.invited_share),
    )


def bid_after_direct(record: CategoryRecord, proof: Proof) -> date | None:
    """Find the day a formerly direct item went to bid: offers were asked for, or it was awarded by bid, since then."""
    if not proof.direct:
        return None
    since = proof.direct[-1].decided_on
    asked = [
        s.asked_on
        for s in record.solicitations
        if since < s.asked_on <= proof.as_of and s.kind != SolicitationKind.RFI.value
    ]
    bid = [a.decided_on for a in proof.awards if a.decided_on > since and a.route in BID_ROUTES]
    return min(asked + bid, default=None)


def _share_criterion(label: str, needed: float, actual: float | None) -> Criterion:
    joint = "" if label.endswith(":") else ","
    return Criterion(f"{label}{joint} at least {share(needed)}", needed, actual, is_share=True)


def _known(answers: Iterable[bool | None]) -> int:
    return sum(answer is not None for answer in answers)


def _has_bought_or_been_quoted(record: CategoryRecord, awards_until: int, as_of: date) -> bool:
    if record.orders and record.orders[0].ordered_on <= as_of:
        return True
    return any(was_decided(a) for a in record.awards[:awards_until])
