"""Do we keep what we promise them, and do they keep what they promise us? Each side apart.

The first date counts: a promise moved in time is not broken, and not quite kept either. Theirs is for us alone and only
tempers joint plans. Whether a later deed kept a promise is deeds.py's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from alongside.judgement.dossier import Commitment, Dossier
from alongside.judgement.evidence import of_commitment
from alongside.judgement.finding import Finding, Step
from alongside.judgement.proportion import wilson_lower_bound
from alongside.judgement.words import count, day, number, part_of, percent, plural, sentence, share
from alongside.vocabulary import CommitmentState, Side

ON_TIME = 1.0
"""Score of a promise kept by its first date. Source: measures, section 9."""

MOVED_IN_TIME = 0.8
"""Score of a promise moved before it was due and kept by the new date. Source: measures, section 9."""

WITHIN_GRACE = 0.5
"""Score of a promise kept late, within the grace. Source: measures, section 9."""

BROKEN = 0.0
"""Score of a promise kept later than that, or not at all. Source: measures, section 9."""

GRACE_DAYS = 2
"""Days after the date that still count half. Source: measures, section 9."""

MIN_DUE = 5
"""Promises that must have come due before a rate is said; fewer are too few to say. Source: measures, section 9."""

GREEN_RATE, GREEN_LOWER_BOUND = 0.95, 0.8
"""Rate, and cautious rate, from which promises can be counted on: seven of seven. Source: measures, section 9."""

RED_BELOW = 0.85
"""Rate below which they cannot. Source: measures, section 9."""

GRAVE = 3
"""Importance (1-3) of which a single broken promise is enough for red. Source: measures, section 9."""

SHOWN = 8
"""Promises shown as evidence: the misses first."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A promise that has come due, with its score."""

    commitment: Commitment
    score: float

    @property
    def was_told_before_due(self) -> bool:
        """Did they hear of the delay before the day came?"""
        c = self.commitment
        return c.moved_on is not None and c.due_on is not None and c.moved_on <= c.due_on


def promises(dossier: Dossier, side: Side, *, as_of: date) -> Finding:
    """Judge how promises are kept: value is the rate 0..1 weighed by importance, None when fewer than five came due.

    extra: colour (green, amber, red, "too few to say"), lower_bound, due, on_time, late, open, early_warning_share,
    broken (ids).
    """
    made = [c for c in dossier.commitments if c.side == side and c.promised_on <= as_of]
    due = [Scored(c, score) for c in made if (score := score_of(c, as_of=as_of)) is not None]
    rate = rate_of(due)
    bound = None if rate is None else wilson_lower_bound(rate * len(due), len(due))
    colour = colour_of(due)
    misses = [s for s in due if s.score < ON_TIME]
    return Finding(
        measure=f"promises:{side.value}",
        subject="",
        value=None if rate is None or len(due) < MIN_DUE else round(rate, 4),
        reason=_reason(due, made, side),
        evidence=tuple(of_commitment(s.commitment, as_of=as_of) for s in _misses_first(due)[:SHOWN]),
        n=len(due),
        known=len(due),
        needed=max(MIN_DUE, len(due)),
        unknown=_unknown(made, due, as_of),
        would_change=_would_change(due, made, as_of),
        reckoning=_reckoning(due, rate, bound),
        extra=_figures(due, made, misses, as_of)
        | {"colour": colour, "rate": _rounded(rate), "lower_bound": _rounded(bound)},
    )


def score_of(commitment: Commitment, *, as_of: date) -> float | None:
    """Score a promise 0..1 on a day; None while it is not due, when it was withdrawn, and when it named no day."""
    if commitment.state == CommitmentState.WITHDRAWN or commitment.due_on is None:
        return None
    kept_on = commitment.kept_on if commitment.kept_on and commitment.kept_on <= as_of else None
    if kept_on is not None and kept_on <= commitment.due_on:
        return ON_TIME
    moved_to = _moved_in_time_to(commitment, as_of)
    until = moved_to or commitment.due_on
    if kept_on is None:
        return BROKEN if as_of > until + timedelta(days=GRACE_DAYS) or _was_given_up(commitment, until, as_of) else None
    if kept_on <= until:
        return MOVED_IN_TIME
    return WITHIN_GRACE if kept_on <= until + timedelta(days=GRACE_DAYS) else BROKEN


def rate_of(due: Sequence[Scored]) -> float | None:
    """Give sum(importance * score) / sum(importance), None when nothing came due."""
    weight = sum(s.commitment.importance for s in due)
    return sum(s.commitment.importance * s.score for s in due) / weight if weight else None


def colour_of(due: Sequence[Scored]) -> str:
    """Say green, amber or red, or that there are too few to say."""
    rate = rate_of(due)
    if rate is None or len(due) < MIN_DUE:
        return "too few to say"
    if rate < RED_BELOW or any(_is_grave(s) for s in due):
        return "red"
    return "green" if _is_green(rate, len(due)) else "amber"


def _is_green(rate: float, due: int) -> bool:
    return rate >= GREEN_RATE and (wilson_lower_bound(rate * due, due) or 0.0) >= GREEN_LOWER_BOUND


def _is_grave(scored: Scored) -> bool:
    return scored.score == BROKEN and scored.commitment.importance >= GRAVE


def _moved_in_time_to(commitment: Commitment, as_of: date) -> date | None:
    """Give the new date when they were told of it no later than on the first."""
    moved_on = commitment.moved_on
    if commitment.moved_to is None or moved_on is None or commitment.due_on is None:
        return None
    return commitment.moved_to if moved_on <= commitment.due_on and moved_on <= as_of else None


def _was_given_up(commitment: Commitment, until: date, as_of: date) -> bool:
    return commitment.state == CommitmentState.BROKEN and as_of > until


def _misses_first(due: Sequence[Scored]) -> list[Scored]:
    return sorted(due, key=lambda s: (s.score, -s.commitment.promised_on.toordinal()))


def _reason(due: Sequence[Scored], made: Sequence[Commitment], side: Side) -> str:
    who = "we" if side == Side.OURS else "they"
    if not due:
        waiting = f"; {count(len(made), 'promise')} {plural(len(made), 'is', 'are')} on record" if made else ""
        return sentence(f"no promise of {'ours' if side == Side.OURS else 'theirs'} has come due yet{waiting}")
    few = f"; fewer than {number(MIN_DUE)} are too few to say" if len(due) < MIN_DUE else ""
    on_time = _so_many(due, ON_TIME)
    misses = {word: n for score, word in _MISSES.items() if (n := _so_many(due, score))}
    if len(due) == 1 and not on_time:
        return sentence(f"the only promise that came due was kept {next(iter(misses))}{few}")
    kept = f"{who} kept {part_of(on_time, len(due), 'promise')} on the day or before"
    return sentence(", ".join([kept, *(f"{number(n)} {word}" for word, n in misses.items())]) + few)


_MISSES = {
    MOVED_IN_TIME: "on a later day told in time",
    WITHIN_GRACE: "a day or two late",
    BROKEN: "later or not at all",
}


def _so_many(due: Sequence[Scored], score: float) -> int:
    return sum(s.score == score for s in due)


def _unknown(made: Sequence[Commitment], due: Sequence[Scored], as_of: date) -> tuple[str, ...]:
    dayless = sum(c.due_on is None and c.state != CommitmentState.WITHDRAWN for c in made)
    said = [f"{sentence(count(dayless, 'promise'))[:-1]} named no day and cannot be early or late."] if dayless else []
    if (more := MIN_DUE - len(due)) > 0:
        said.append(
            f"{sentence(count(more, 'more promise'))[:-1]} would have to come due before a rate means something."
        )
    return tuple(said)


def _would_change(due: Sequence[Scored], made: Sequence[Commitment], as_of: date) -> str:
    scored = {s.commitment.id for s in due}
    ahead = [c for c in made if c.id not in scored and _is_open(c, as_of) and c.due_on]
    if ahead:
        nearest = min(ahead, key=lambda c: c.due_on or as_of)
        return f"The next to come due is “{nearest.what}”, on {day(nearest.due_on or as_of, as_of)}."
    if colour_of(due) == "green":
        return "One promise broken would take it out of the green."
    if any(_is_grave(s) for s in due):
        return "A broken promise of great importance keeps it red, however many are kept."
    return f"{sentence(count(_kept_needed(due), 'promise'))[:-1]} kept on the day would make it green."


def _kept_needed(due: Sequence[Scored]) -> int:
    """Find how many further promises of importance 1, kept on the day, would make it green."""
    weight = sum(s.commitment.importance for s in due)
    kept = sum(s.commitment.importance * s.score for s in due)
    more = max(MIN_DUE - len(due), 1)
    while not _is_green((kept + more) / (weight + more), len(due) + more):
        more += 1
    return more


def _is_open(commitment: Commitment, as_of: date) -> bool:
    if commitment.state in (CommitmentState.WITHDRAWN, CommitmentState.BROKEN):
        return False
    return commitment.kept_on is None or commitment.kept_on > as_of


def _reckoning(due: Sequence[Scored], rate: float | None, bound: float | None) -> tuple[Step, ...]:
    enough = len(due) >= MIN_DUE
    grave = sum(map(_is_grave, due))
    return (
        Step(f"come due, at least {MIN_DUE}", str(MIN_DUE), str(len(due)), enough),
        Step(
            f"kept, weighed by importance: at least {share(GREEN_RATE)}",
            share(GREEN_RATE),
            "unknown" if rate is None else share(rate, GREEN_RATE),
            None if rate is None else rate >= GREEN_RATE,
        ),
        Step(
            f"the same, cautiously: at least {share(GREEN_LOWER_BOUND)}",
            share(GREEN_LOWER_BOUND),
            "unknown" if bound is None else share(bound, GREEN_LOWER_BOUND),
            None if bound is None else bound >= GREEN_LOWER_BOUND,
        ),
        Step("broken ones of great importance: none", "0", str(grave), grave == 0),
    )


def _figures(
    due: Sequence[Scored], made: Sequence[Commitment], misses: Sequence[Scored], as_of: date
) -> dict[str, Any]:
    warned = sum(s.was_told_before_due for s in misses)
    return {
        "due": len(due),
        "on_time": len(due) - len(misses),
        "late": sum(s.score == WITHIN_GRACE for s in due),
        "broken": [s.commitment.id for s in due if s.score == BROKEN],
        "open": sum(_is_open(c, as_of) for c in made),
        "early_warning": percent(warned / len(misses)) if misses else None,
        "early_warning_share": round(warned / len(misses), 2) if misses else None,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
