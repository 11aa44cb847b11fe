"""How does a play name its evidence on a chip? Says whose words or whose promise it is, since that is what Today asks.

What needs no such note is named as in judgement/evidence.py.
"""

from datetime import date

from alongside.judgement.dossier import Commitment, Request, Sighting, Touch
from alongside.judgement.finding import Evidence
from alongside.judgement.words import short_day
from alongside.vocabulary import Side


def of_touch(touch: Touch, *, note: str = "", as_of: date) -> Evidence:
    """Name a mail, call or meeting by its day and what it did: "mail, 18 Nov, again"."""
    on = touch.at.date()
    label = ", ".join(part for part in (touch.kind.label, short_day(on, as_of), note) if part)
    return Evidence("interaction", touch.interaction_id, label, on.isoformat())


def of_promise(promise: Commitment, *, as_of: date) -> Evidence:
    """Name a promise by whose it is and when it was given."""
    whose = "our promise" if promise.side is Side.OURS else "their promise"
    return Evidence(
        "commitment", promise.id, f"{whose}, {short_day(promise.promised_on, as_of)}", promise.promised_on.isoformat()
    )


def of_request(request: Request, name: str, *, as_of: date) -> Evidence:
    """Name a request by who asked and when: "Joe's words, 11 Nov"."""
    return Evidence(
        "request", request.id, f"{name}’s words, {short_day(request.asked_on, as_of)}", request.asked_on.isoformat()
    )


def of_sighting(seen: Sighting, name: str, *, as_of: date) -> Evidence:
    """Name what was found by its kind and day: "thanks, 3 Nov"."""
    on = seen.at.date()
    return Evidence("sighting", seen.id, f"{name}, {short_day(on, as_of)}", on.isoformat())
