"""Where do we stand with an account, category by category: prospect, vendor, preferred vendor or partner?

Says the level with its reason, what is unknown and the smallest thing that would change it. Which proof a rung asks for
is ladder.py's; how a route is proposed is route.py's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from alongside.judgement.award import ALL_BUSINESS
from alongside.judgement.dossier import Award, Dossier
from alongside.judgement.evidence import of_award, of_order
from alongside.judgement.finding import Evidence, Finding, Step
from alongside.judgement.ladder import (
    CategoryRecord,
    Criterion,
    Proof,
    bid_after_direct,
    invitation_criteria,
    level_shown,
    partner_criteria,
    people_criterion,
    proof_of,
    records,
)
from alongside.judgement.level_words import reason_of, unknown_of
from alongside.judgement.months import month_end_before
from alongside.judgement.next_rung import would_change_of
from alongside.vocabulary import RelationshipLevel

SINCE_MONTHS = 60
"""Months that are walked back to say since when a level holds. House choice: five years are as good as ever."""

SHOWN_AWARDS = 24
"""Awards shown as evidence, newest first. House choice."""


def levels(dossier: Dossier, *, as_of: date) -> tuple[Finding, ...]:
    """Judge the level in every category that the record names until as_of, most decided value first.

    `value` is a RelationshipLevel's value; `extra` the figures behind it: share_direct_lb, share_invited_lb, direct,
    decided, won, recommended, months, people, proof (0..1 of what the next rung asks), at_risk, one_person_deep,
    competed, rising_to, since (ISO day of the first run that said so), label, rung, and the same by value: direct_value, decided_value.
    """
    judged = [(proof_of(record, as_of), record) for record in records(dossier) if _has_begun(record, as_of)]
    judged.sort(key=lambda pair: _weight(pair[0]), reverse=True)
    return tuple(_finding(dossier, record, proof) for proof, record in judged)


def account_level(dossier: Dossier, *, as_of: date) -> Finding:
    """Judge the account: the level of the category with most decided value, the others named in extra["others"]."""
    return account_level_among(dossier, levels(dossier, as_of=as_of), as_of=as_of)


def account_level_among(dossier: Dossier, by_category: Sequence[Finding], *, as_of: date) -> Finding:
    """Choose the account's level from the findings of its categories, which it names in `subject` ("" without any)."""
    if not by_category:
        nothing = _finding(dossier, CategoryRecord("", dossier.is_public_body), proof_of(CategoryRecord(""), as_of))
        return replace(nothing, extra={**(nothing.extra or {}), "others": []})
    leading, *others = by_category
    beside = [{"category": f.subject, "level": f.value, **_picked(f, "label", "rung", "at_risk")} for f in others]
    return replace(leading, extra={**(leading.extra or {}), "others": beside})


def level_declared(shown_now: RelationshipLevel, shown_before: RelationshipLevel) -> RelationshipLevel:
    """Declare the level: down at once, up only when it also held on the monthly run before.

    The first order is the exception: whoever bought is a vendor from that day, that needs no second look.
    """
    lower = min(shown_now, shown_before, key=lambda level: level.rung)
    if lower is RelationshipLevel.PROSPECT and shown_now is not RelationshipLevel.PROSPECT:
        return RelationshipLevel.VENDOR
    return lower


def _finding(dossier: Dossier, record: CategoryRecord, proof: Proof) -> Finding:
    as_of = proof.as_of
    shown = level_shown(proof)
    level = level_declared(shown, level_shown(proof_of(record, month_end_before(as_of))))
    rising_to = shown if shown.rung > level.rung else None
    went_to_bid_on = None if proof.is_competed else bid_after_direct(record, proof)
    return Finding(
        measure="level",
        subject=record.category,
        value=level.value,
        reason=reason_of(proof, level, rising_to=rising_to, went_to_bid_on=went_to_bid_on),
        evidence=_evidence(record, proof),
        n=len(proof.awards),
        known=len(proof.awards) - len(proof.unconfirmed) - len(proof.reasonless),
        needed=len(proof.awards),
        unknown=unknown_of(proof),
        would_change=would_change_of(dossier, proof, level, rising_to=rising_to),
        reckoning=_reckoning(proof, level),
        extra=_figures(record, proof, level)
        | {
            "at_risk": went_to_bid_on is not None,
            "at_risk_since": went_to_bid_on.isoformat() if went_to_bid_on else None,
            "rising_to": rising_to.value if rising_to else None,
        },
    )


def _figures(record: CategoryRecord, proof: Proof, level: RelationshipLevel) -> dict[str, Any]:
    return {
        "label": label(proof, level),
        "rung": level.rung,
        "next": _next(level),
        "proof": _progress(proof, level),
        "since": _held_since(record, level, proof.as_of).isoformat() if _has_begun(record, proof.as_of) else None,
        "share_direct_lb": _rounded(proof.direct_share),
        "share_invited_lb": _rounded(proof.invited_share),
        "share_recommended": _rounded(proof.recommended_share),
        "share_heard_early": _rounded(proof.heard_early_share),
        "direct": len(proof.direct),
        "decided": proof.decided,
        "won": len(proof.won),
        "invited": proof.invited,
        "recommended": proof.recommended,
        "months": proof.months,
        "people": sorted(proof.awarding_people),
        "unconfirmed": len(proof.unconfirmed),
        "on_list": proof.on_list_since is not None,
        "one_person_deep": level is RelationshipLevel.PARTNER and proof.is_one_person_deep,
        "competed": proof.is_competed,
        "direct_value": float(proof.direct_value),
        "decided_value": float(proof.decided_value),
    }


def label(proof: Proof, level: RelationshipLevel) -> str:
    """Say the level as a page does: a partner may be "partner-like (competed)" or "partner, one person deep"."""
    if level is not RelationshipLevel.PARTNER:
        return level.label
    if proof.is_competed:
        return "partner-like (competed)"
    return "partner, one person deep" if proof.is_one_person_deep else level.label


def _reckoning(proof: Proof, level: RelationshipLevel) -> tuple[Step, ...]:
    if level is RelationshipLevel.VENDOR:
        on_list = Step(
            "on their list, in writing", "yes", "yes" if proof.on_list_since else "no", bool(proof.on_list_since)
        )
        return (on_list, *(replace(step, label=f"or {step.label}") for step in _steps(invitation_criteria(proof))))
    if level is RelationshipLevel.PROSPECT:
        bought = proof.has_bought_or_been_quoted
        return (Step("orders or quotes, at least 1", "1", "1" if bought else "0", bought),)
    return _steps(_partner_criteria_in_order(proof))


def _partner_criteria_in_order(proof: Proof) -> tuple[Criterion, ...]:
    criteria = partner_criteria(proof)
    return criteria if proof.is_competed else (*criteria[:2], people_criterion(proof), *criteria[2:])


def _steps(criteria: Iterable[Criterion]) -> tuple[Step, ...]:
    return tuple(criterion.as_step() for criterion in criteria)


def _progress(proof: Proof, level: RelationshipLevel) -> float:
    if level is RelationshipLevel.PROSPECT:
        return 1.0 if proof.has_bought_or_been_quoted else 0.0
    criteria = invitation_criteria(proof) if level is RelationshipLevel.VENDOR else _partner_criteria_in_order(proof)
    return round(sum(c.progress for c in criteria) / len(criteria), 2)


def _next(level: RelationshipLevel) -> str | None:
    ladder = list(RelationshipLevel)
    return ladder[level.rung + 1].value if level.rung + 1 < len(ladder) else None


def _held_since(record: CategoryRecord, level: RelationshipLevel, as_of: date) -> date:
    """Walk the monthly runs back as long as they declared the same level; the day of the first that did."""
    held, end = as_of, month_end_before(as_of)
    shown = level_shown(proof_of(record, end))
    for _ in range(SINCE_MONTHS):
        before = month_end_before(end)
        shown_before = level_shown(proof_of(record, before))
        if not _has_begun(record, end) or level_declared(shown, shown_before) is not level:
            return held
        held, end, shown = end, before, shown_before
    return held


def begun_on(record: CategoryRecord) -> date | None:
    """Find the first day on which the category shows in the record at all."""
    firsts = [
        rows[0] for rows in ([a.decided_on for a in record.awards], [o.ordered_on for o in record.orders]) if rows
    ]
    firsts += [s.asked_on for s in record.solicitations[:1]] + [x.from_on for x in record.listings]
    return min(firsts, default=None)


def _has_begun(record: CategoryRecord, as_of: date) -> bool:
    first = begun_on(record)
    return first is not None and first <= as_of


def _picked(finding: Finding, *names: str) -> dict[str, Any]:
    return {name: (finding.extra or {}).get(name) for name in names}


def _weight(proof: Proof) -> tuple[Any, ...]:
    return (proof.category != ALL_BUSINESS, proof.decided_value, proof.decided, level_shown(proof).rung, proof.category)


def _evidence(record: CategoryRecord, proof: Proof) -> tuple[Evidence, ...]:
    if proof.awards:
        return tuple(of_award(a, as_of=proof.as_of) for a in proof.awards[: -SHOWN_AWARDS - 1 : -1])
    before: list[Award] = [a for a in record.awards if a.decided_on <= proof.as_of][-1:]
    ordered = [o for o in record.orders if o.ordered_on <= proof.as_of][-SHOWN_AWARDS:]
    return tuple(of_award(a, as_of=proof.as_of) for a in before) + tuple(
        of_order(o, as_of=proof.as_of) for o in reversed(ordered)
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
