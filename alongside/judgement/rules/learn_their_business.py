"""Learn their business: how many of the eight facets of their operations do we know, and how many in their own words?

Knows what is written down: a fact that is a year old is no longer counted as known. What they confirmed counts double
as evidence (`n`).
"""

from collections.abc import Sequence
from datetime import date

from alongside.judgement.contacts import Contacts, read_contacts, since_days
from alongside.judgement.dossier import Dossier, Fact, Touch
from alongside.judgement.evidence import newest_first, of_fact
from alongside.judgement.finding import Finding
from alongside.judgement.months import months_before
from alongside.judgement.rules.rung import Demand, climb, measure, next_demand, steps
from alongside.judgement.words import count, joined, number, part_of, percent, plural, sentence
from alongside.vocabulary import InteractionKind, OperationsFacet, RuleName

FRESH_MONTHS = 12
"""Months for which a fact about a facet counts as known. Source: measures, section 2: twelve months a facet."""

FACETS_FOR_RUNG = (2, 4, 6, 8)
"""Facets known for rungs 1 to 4, of the eight. Source: measures, section 2."""

MIN_CONFIRMED_FOR_THREE = 0.5
"""Share of the known facets that they confirmed, for rung 3. Source: measures, section 2."""

MIN_CONFIRMED_FOR_FOUR = 0.75
"""Share of the known facets that they confirmed, for rung 4. Source: measures, section 2."""

SITE_VISIT_DAYS = 365
"""Days in which we visited them, for rung 4. Source: measures, section 2: twelve months."""


def judge(dossier: Dossier, *, as_of: date, contacts: Contacts | None = None) -> Finding:
    """Judge the rule 0..4; None when no fact about their business was ever written down."""
    facts = [f for f in dossier.facts if f.as_of <= as_of and f.topic in FACETS]
    if not facts:
        return _nothing_known()
    known = _newest_by_facet(facts, as_of)
    confirmed = [f for f in known.values() if f.confirmed_by_them]
    visits = _site_visits(contacts or read_contacts(dossier, as_of=as_of), as_of)
    demands = _demands(len(known), len(confirmed), len(visits))
    reached = climb(demands)
    missing = [facet.label for facet in OperationsFacet if facet.value not in known]
    stale = sorted({f.topic for f in facts} - set(known))
    return Finding(
        measure=measure(RuleName.LEARN_THEIR_BUSINESS),
        subject="",
        value=reached,
        reason=_reason(known, confirmed, stale),
        evidence=tuple(of_fact(f, as_of=as_of) for f in known.values()) + newest_first(visits, as_of=as_of, limit=1),
        n=len(known) + len(confirmed),
        known=len(known),
        needed=len(FACETS),
        unknown=(f"Not known, or older than a year: {joined(missing)}.",) if missing else (),
        would_change=_would_change(next_demand(demands, reached), missing),
        reckoning=steps(demands),
        extra={"facets": sorted(known), "confirmed": sorted(f.topic for f in confirmed), "stale": stale},
    )


FACETS = frozenset(facet.value for facet in OperationsFacet)
"""The eight facets, as topics of facts."""


def _newest_by_facet(facts: Sequence[Fact], as_of: date) -> dict[str, Fact]:
    """Keep for every facet the newest fresh fact, one that they confirmed before one that they did not."""
    fresh = [f for f in facts if f.as_of > months_before(as_of, FRESH_MONTHS)]
    return {f.topic: f for f in sorted(fresh, key=lambda f: (f.confirmed_by_them, f.as_of))}


def _site_visits(contacts: Contacts, as_of: date) -> list[Touch]:
    recent = since_days(contacts.touches, as_of=as_of, days=SITE_VISIT_DAYS)
    return [t for t in recent if t.kind == InteractionKind.VISIT]


def _demands(known: int, confirmed: int, visits: int) -> tuple[Demand, ...]:
    facets = [
        Demand(rung, "facets known, of eight", str(needed), str(known), known >= needed)
        for rung, needed in enumerate(FACETS_FOR_RUNG, start=1)
    ]
    share = confirmed / known if known else None
    return (
        *facets[:3],
        _confirmed(3, MIN_CONFIRMED_FOR_THREE, share),
        facets[3],
        _confirmed(4, MIN_CONFIRMED_FOR_FOUR, share),
        Demand(4, "site visits in a year", "1", str(visits), visits > 0),
    )


def _confirmed(rung: int, needed: float, share: float | None) -> Demand:
    actual = "unknown" if share is None else percent(share)
    return Demand(
        rung, "of them confirmed by them", percent(needed), actual, None if share is None else share >= needed
    )


def _reason(known: dict[str, Fact], confirmed: Sequence[Fact], stale: Sequence[str]) -> str:
    said = f"we know {part_of(len(known), len(FACETS), 'facet')} of their business"
    in_their_words = "all" if len(confirmed) == len(known) > 1 else number(len(confirmed))
    said += f", {in_their_words} of them in their words" if confirmed else ""
    return sentence(
        f"{said}; {count(len(stale), 'more', 'more')} {plural(len(stale), 'is', 'are')} older than a year"
        if stale
        else said
    )


def _would_change(missing: Demand | None, facets: Sequence[str]) -> str:
    if missing is None:
        return "A facet that grows older than a year would cost a rung."
    if missing.label.startswith("facets"):
        more = int(missing.needed) - int(missing.actual)
        return f"{sentence(count(more, 'more facet'))[:-1]} would do it: ask about {joined(facets[:3], 'or')}."
    if missing.label.startswith("of them"):
        return "Having them confirm what we think we know would do it."
    return "A visit on their site would do it."


def _nothing_known() -> Finding:
    return Finding(
        measure=measure(RuleName.LEARN_THEIR_BUSINESS),
        subject="",
        value=None,
        reason="Nothing about their business is written down yet.",
        needed=len(OperationsFacet),
        unknown=(f"Not written down: {joined([facet.label for facet in OperationsFacet])}.",),
        would_change="Two facets noted, with the day you learned them, would make it one.",
    )
