"""The five rules that lead from vendor to partner: which is the weakest? It drives the next action.

No average is formed: a four in one rule does not make up for a nought in another.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from alongside.judgement.contacts import Contacts, read_contacts
from alongside.judgement.dossier import Dossier
from alongside.judgement.finding import Finding
from alongside.judgement.rules import (
    be_there,
    build_rapport,
    know_their_needs,
    learn_their_business,
    offer_suggestions,
)

UNKNOWN_BEFORE_RUNG = 3
"""Rung from which a known rule is good enough that one of which nothing is known comes first. House prior."""


def five_rules(
    dossier: Dossier, *, as_of: date, contacts: Contacts | None = None, present: Sequence[Finding] | None = None
) -> tuple[Finding, ...]:
    """Judge all five, in the order in which they lead up; what is asked of several is sorted once."""
    known = contacts or read_contacts(dossier, as_of=as_of)
    return (
        build_rapport.judge(dossier, as_of=as_of, contacts=known),
        learn_their_business.judge(dossier, as_of=as_of, contacts=known),
        know_their_needs.judge(dossier, as_of=as_of, contacts=known),
        offer_suggestions.judge(dossier, as_of=as_of, contacts=known),
        be_there.judge(dossier, as_of=as_of, contacts=known, present=present),
    )


def weakest(findings: Iterable[Finding]) -> Finding | None:
    """Choose the rule to work on: the lowest known rung, the earlier rule of equals.

    An unknown rule is not a nought and does not come first, unless all that is known stands at three or more.
    """
    rules = [f for f in findings if f.measure.startswith("rule:")]
    known = [f for f in rules if f.value is not None]
    lowest = min(known, key=lambda f: int(f.value), default=None)
    if lowest is not None and lowest.value < UNKNOWN_BEFORE_RUNG:
        return lowest
    return next((f for f in rules if f.value is None), lowest)
