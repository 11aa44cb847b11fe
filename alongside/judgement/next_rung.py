"""What is the smallest thing that would change the level? First what only needs a word, then what has to happen.

Reckons with the same proof and thresholds as ladder.py; the sentence names how many, by whom and until when.
"""

from datetime import timedelta
from itertools import count as counting_from

from alongside.judgement.award import BID_ROUTES
from alongside.judgement.dossier import Award, Dossier
from alongside.judgement.ladder import (
    MIN_COMPETED_SHARE,
    MIN_COMPETED_WINS,
    MIN_DIRECT_AWARDS,
    MIN_DIRECT_SHARE,
    MIN_INVITATIONS,
    MIN_INVITED_SHARE,
    MIN_RECOMMENDED_SHARE,
    MIN_SPREAD_MONTHS,
    Proof,
)
from alongside.judgement.level_words import name
from alongside.judgement.months import month_end, months_before
from alongside.judgement.proportion import wilson_lower_bound
from alongside.judgement.words import count, day, month, number, part_of, sentence, share
from alongside.vocabulary import RelationshipLevel

MOST_TRIED = 50
"""Further awards that are tried out in thought; beyond that the way is not worth counting. House choice."""


A_SHORT_WAY = 5
"""Further awards up to which the way is short enough to be said without a caveat. House choice."""


def would_change_of(
    dossier: Dossier, proof: Proof, level: RelationshipLevel, *, rising_to: RelationshipLevel | None
) -> str:
    """Say the smallest evidence that would change the verdict, in one or two sentences."""
    confirmable = next((a for a in reversed(proof.unconfirmed) if _would_be_direct(a)), None)
    if rising_to:
        runs = month_end(proof.as_of) + timedelta(days=1)
        return f"Nothing more is needed for {rising_to.label} than that it still holds on {day(runs, proof.as_of)}."
    if level is RelationshipLevel.PARTNER:
        return _what_keeps_partner(dossier, proof)
    if confirmable is not None and not proof.is_competed:
        return _confirm(proof, confirmable)
    if level is RelationshipLevel.PROSPECT:
        return "A first order, or a first quote, would show vendor."
    if level is RelationshipLevel.VENDOR:
        return _to_preferred(proof)
    return _to_competed_partner(proof) if proof.is_competed else _to_partner(dossier, proof)


def _would_be_direct(award: Award) -> bool:
    return award.proposed_route is not None and award.proposed_route not in BID_ROUTES


def _confirm(proof: Proof, award: Award) -> str:
    direct, decided = len(proof.direct) + 1, proof.decided + 1
    return f"Confirm the route of {name(award)}: a yes makes {number(direct)} of {number(decided)}."


def _to_preferred(proof: Proof) -> str:
    for more in range(1, MOST_TRIED):
        invited = proof.invited + more
        if invited >= MIN_INVITATIONS and _reaches(invited, proof.known + more, MIN_INVITED_SHARE):
            in_a_row = " in a row" if more > 1 else ""
            invitations = f"or {count(more, 'more invitation')}{in_a_row},"
            return f"A place on their list in writing, {invitations} would show preferred vendor."
    return "A place on their list in writing would show preferred vendor."


def _to_partner(dossier: Dossier, proof: Proof) -> str:
    found = _awards_needed(proof)
    if found is None:
        return "Too much went to bid in these two years for a few more awards to show partner."
    more, recommended = found
    if proof.won and proof.recommended_share is None:
        return f"Say whose idea it was for {part_of(_no_origin(proof), len(proof.won), 'win')}{_and_then(more)}."
    conditions = [*_recommended_by_us(more, recommended), *_by_another(dossier, proof), *_not_before(proof)]
    start = "" if more <= A_SHORT_WAY else "as the awards stand, "  # older ones age out of the window meanwhile
    said = ", ".join([f"{start}{number(more)} more without a bid", *conditions])
    return sentence(f"{said}{',' if conditions else ''} would show partner")


def _awards_needed(proof: Proof) -> tuple[int, int] | None:
    """Find the fewest further awards without a bid, and how many of them on our recommendation, that would do."""
    first = 0 if proof.months >= MIN_SPREAD_MONTHS else 1
    for more in range(first, MOST_TRIED):
        direct = len(proof.direct) + more
        if direct < MIN_DIRECT_AWARDS or not _reaches(direct, proof.decided + more, MIN_DIRECT_SHARE):
            continue
        wins = proof.origins_known + more
        for recommended in range(more + 1):
            if not wins or (proof.recommended + recommended) / wins >= MIN_RECOMMENDED_SHARE:
                return more, recommended
    return None


def _no_origin(proof: Proof) -> int:
    return len(proof.won) - proof.origins_known


def _and_then(more: int) -> str:
    return f"; {number(more)} more without a bid would still be needed" if more else ""


def _recommended_by_us(more: int, recommended: int) -> list[str]:
    if not recommended:
        return []
    if more == 1:
        return ["on our recommendation"]
    so_many = "both" if recommended == more == 2 else "all" if recommended == more else number(recommended)
    return [f"{so_many} of them on our recommendation"]


def _by_another(dossier: Dossier, proof: Proof) -> list[str]:
    if len(proof.awarding_people) != 1:
        return []
    return [f"awarded by somebody other than {_first_name(dossier, proof)}"]


def _not_before(proof: Proof) -> list[str]:
    if proof.months >= MIN_SPREAD_MONTHS:
        return []
    if not proof.direct:
        return [f"over at least {number(MIN_SPREAD_MONTHS)} months"]
    spans_from = months_before(proof.direct[0].decided_on, -MIN_SPREAD_MONTHS)
    return [f"the last not before {month(spans_from)}"] if spans_from > proof.as_of else []


def _to_competed_partner(proof: Proof) -> str:
    half = "half of the wins"
    if len(proof.won) < MIN_COMPETED_WINS:
        return (
            f"{sentence(count(MIN_COMPETED_WINS - len(proof.won), 'more win'))[:-1]} would let the other signs speak."
        )
    if proof.heard_early_share is None or proof.recommended_share is None:
        return f"Say when we first heard of {half}, and whose idea they were."
    if proof.heard_early_share < MIN_COMPETED_SHARE:
        return f"Hearing of {half} before the specification, and recommending {half}, would show partner-like."
    return f"Recommending {half} would show partner-like."


def _what_keeps_partner(dossier: Dossier, proof: Proof) -> str:
    if proof.is_competed:
        return "It holds while we hear of half of their awards before the specification and recommend half."
    if proof.is_one_person_deep:
        return f"An award by somebody other than {_first_name(dossier, proof)} would make it more than one person deep."
    lost = next(k for k in counting_from(1) if not _reaches(len(proof.direct), proof.decided + k, MIN_DIRECT_SHARE))
    return sentence(f"{count(lost, 'award')} by bid would take the cautious share below {share(MIN_DIRECT_SHARE)}")


def _first_name(dossier: Dossier, proof: Proof) -> str:
    member = dossier.member(min(proof.awarding_people))
    return member.name.split()[0] if member and member.name else "the one who did"


def _reaches(successes: int, cases: int, needed: float) -> bool:
    return (wilson_lower_bound(successes, cases) or 0.0) >= needed
