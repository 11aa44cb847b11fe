"""Offer suggestions: how often did we bring them a solution in a year, was it taken, did we come before they asked?

A suggestion is a solution to something of theirs, not an offer they asked for.
"""

from collections.abc import Sequence
from datetime import date

from alongside.judgement.contacts import Contacts, read_contacts, since_days
from alongside.judgement.dossier import Dossier, Sighting, Suggestion
from alongside.judgement.evidence import of_suggestion
from alongside.judgement.finding import Evidence, Finding
from alongside.judgement.months import months_before
from alongside.judgement.rules.rung import Demand, climb, measure, next_demand, steps
from alongside.judgement.words import count, number, percent, sentence, short_day
from alongside.vocabulary import RuleName, Side, SightingKind, SuggestionOutcome

WINDOW_MONTHS = 12
"""Months in which a suggestion counts; what is older has gone stale. Source: measures, section 2."""

SUGGESTIONS_FOR_RUNG = (1, 2, 4)
"""Suggestions for rungs 1 to 3. Source: measures, section 2."""

MIN_ACCEPTED_SHARE = 0.3
"""Share accepted of those they decided on, for rung 3; open ones are not yet known. Source: measures, section 2."""

MIN_BEFORE_THEY_RAISED_IT = 2
"""Suggestions made before they raised the matter, for rung 4. Source: measures, section 2."""

SPOKE_DAYS = 365
"""Days in which a two-way touch shows that there was occasion to. House reading: without one, nothing is known."""


def judge(dossier: Dossier, *, as_of: date, contacts: Contacts | None = None) -> Finding:
    """Judge the rule 0..4; None when no suggestion is recorded and nobody spoke with them in a year either."""
    ever = [s for s in dossier.suggestions if s.made_on <= as_of]
    seen = _seen_only(dossier, as_of)
    known = contacts or read_contacts(dossier, as_of=as_of)
    if not ever and not seen and not since_days(known.two_way, as_of=as_of, days=SPOKE_DAYS):
        return _nothing_known()
    since = months_before(as_of, WINDOW_MONTHS)
    made = [s for s in ever if s.made_on > since]
    noticed = [s for s in seen if s.at.date() > since]
    demands = _demands(made, len(made) + len(noticed))
    reached = climb(demands)
    return Finding(
        measure=measure(RuleName.OFFER_SUGGESTIONS),
        subject="",
        value=reached,
        reason=_reason(made, len(noticed)),
        evidence=_evidence(made or ever[-1:], noticed, as_of),
        n=len(made) + len(noticed),
        known=len(_decided(made)),
        needed=len(made) + len(noticed),
        unknown=_unknown(made, len(noticed)),
        would_change=_would_change(next_demand(demands, reached), len(made) + len(noticed)),
        reckoning=steps(demands),
        extra={"made": len(made) + len(noticed), "accepted": _accepted(made), "before_they_asked": _before(made)},
    )


def _seen_only(dossier: Dossier, as_of: date) -> list[Sighting]:
    """Find suggestions of ours in the mail that nobody has taken into the book yet."""
    booked = {s.interaction_id for s in dossier.suggestions if s.interaction_id}
    return [
        s
        for s in dossier.sightings
        if s.kind == SightingKind.SUGGESTION
        and s.side == Side.OURS
        and s.interaction_id not in booked
        and s.at.date() <= as_of
    ]


def _decided(made: Sequence[Suggestion]) -> list[Suggestion]:
    return [s for s in made if s.outcome != SuggestionOutcome.OPEN]


def _accepted(made: Sequence[Suggestion]) -> int:
    return sum(s.outcome == SuggestionOutcome.ACCEPTED for s in made)


def _before(made: Sequence[Suggestion]) -> int:
    return sum(s.before_they_raised_it for s in made)


def _demands(made: Sequence[Suggestion], total: int) -> tuple[Demand, ...]:
    decided = len(_decided(made))
    share = _accepted(made) / decided if decided else None
    numbers = [
        Demand(rung, "suggestions in a year", str(needed), str(total), total >= needed)
        for rung, needed in enumerate(SUGGESTIONS_FOR_RUNG, start=1)
    ]
    return (
        *numbers,
        Demand(
            3,
            "accepted, of those they decided on",
            percent(MIN_ACCEPTED_SHARE),
            "unknown" if share is None else percent(share),
            None if share is None else share >= MIN_ACCEPTED_SHARE,
        ),
        Demand(
            4,
            "made before they raised it",
            str(MIN_BEFORE_THEY_RAISED_IT),
            str(_before(made)),
            _before(made) >= MIN_BEFORE_THEY_RAISED_IT,
        ),
    )


def _reason(made: Sequence[Suggestion], noticed: int) -> str:
    total = len(made) + noticed
    if not total:
        return "No suggestion of ours in the last year."
    parts = [f"{count(total, 'suggestion')} in a year"]
    parts += [f"{number(_accepted(made))} taken"] if _decided(made) else []
    parts += [f"{number(_before(made))} before they asked"] if _before(made) else []
    return sentence(", ".join(parts))


def _unknown(made: Sequence[Suggestion], noticed: int) -> tuple[str, ...]:
    open_ = len(made) - len(_decided(made)) + noticed
    if not open_:
        return ()
    return (f"What came of {count(open_, 'suggestion')} is not known.",)


def _would_change(missing: Demand | None, total: int) -> str:
    if missing is None:
        return "A year with fewer suggestions would cost a rung."
    if missing.label.startswith("suggestions"):
        more = int(missing.needed) - total
        suggestions = count(more, "more suggestion" if total else "suggestion")
        return sentence(f"{suggestions} would make it {number(missing.rung)}")
    if missing.rung == 3:
        return "One suggestion that they take would do it; say what came of the open ones."
    return "Coming to them before they raise it, twice in a year, would make it four."


def _evidence(made: Sequence[Suggestion], noticed: Sequence[Sighting], as_of: date) -> tuple[Evidence, ...]:
    seen = tuple(
        Evidence("sighting", s.id, f"suggestion, {short_day(s.at.date(), as_of)}", s.at.date().isoformat())
        for s in noticed
    )
    return tuple(of_suggestion(s, as_of=as_of) for s in made) + seen


def _nothing_known() -> Finding:
    return Finding(
        measure=measure(RuleName.OFFER_SUGGESTIONS),
        subject="",
        value=None,
        reason="No suggestion is recorded, and nobody has spoken with them in the last year.",
        needed=1,
        unknown=("Whether we ever suggested anything to them is not known.",),
        would_change="One suggestion would make it one.",
    )
