"""How is a row of the dossier shown as evidence? One kind of row, one label that a reader knows again.

Chooses nothing: the rule says which rows it judged by.
"""

from collections.abc import Iterable
from datetime import date

from alongside.judgement.dossier import Award, Commitment, Fact, Need, Order, Suggestion, Touch
from alongside.judgement.finding import Evidence
from alongside.judgement.words import short_day

SHOWN = 5
"""Rows shown as evidence where any of many would do."""


def newest_first(touches: Iterable[Touch], *, as_of: date, limit: int = SHOWN) -> tuple[Evidence, ...]:
    """Show the newest touches, each interaction once: touches are oldest first."""
    shown: dict[int, Evidence] = {}
    for touch in reversed(tuple(touches)):
        shown.setdefault(touch.interaction_id, of_touch(touch, as_of=as_of))
        if len(shown) == limit:
            break
    return tuple(shown.values())


def of_touch(touch: Touch, *, as_of: date) -> Evidence:
    """Show a mail, call, meeting or visit by its kind and day."""
    return _dated("interaction", touch.interaction_id, touch.kind.label, touch.at.date(), as_of)


def of_award(award: Award, *, as_of: date) -> Evidence:
    """Show an award by the name people gave it, else by its category."""
    return _dated("award", award.id, award.label or f"{award.category} award".strip(), award.decided_on, as_of)


def of_order(order: Order, *, as_of: date) -> Evidence:
    """Show an order by its number."""
    return _dated("order", order.id, f"order {order.number}".strip(), order.ordered_on, as_of)


def of_commitment(commitment: Commitment, *, as_of: date) -> Evidence:
    """Show a promise by what was promised."""
    return _dated("commitment", commitment.id, commitment.what, commitment.promised_on, as_of)


def of_fact(fact: Fact, *, as_of: date) -> Evidence:
    """Show a fact by its topic."""
    return _dated("fact", fact.id, fact.topic.replace("_", " "), fact.as_of, as_of)


def of_need(need: Need, *, as_of: date) -> Evidence:
    """Show a need by its words."""
    return _dated("need", need.id, need.text, need.heard_on, as_of)


def of_suggestion(suggestion: Suggestion, *, as_of: date) -> Evidence:
    """Show a suggestion by its words."""
    return _dated("suggestion", suggestion.id, suggestion.text, suggestion.made_on, as_of)


def _dated(kind: str, row: int, label: str, on: date, as_of: date) -> Evidence:
    return Evidence(kind, row, f"{label}, {short_day(on, as_of)}", on.isoformat())
