"""Why do we say that this was found? The quote in its place, the words that showed it, and what a person said of it."""

from datetime import date
from typing import Any

from django.urls import reverse

from alongside.judgement.words import day
from alongside.sightings.models import Sighting
from alongside.vocabulary import Side, SightingKind
from alongside.web.evidence.quotes import quotes
from alongside.web.evidence.shown import Why
from alongside.web.templatetags.words import sentence

SAID = {
    "confirmed": "You said that this is right.",
    "corrected": "You corrected this.",
    "rejected": "You said that this is not so; it will not be found again.",
}
"""What the page says of a review."""

DETAILS = {
    "due_on": "due",
    "due_words": "in their words",
    "other_due_on": "or, read another way",
    "products": "products",
    "solicitation": "kind",
    "quantity": "quantity",
    "unit": "unit",
    "title": "new title",
    "referred_name": "whom",
    "successor": "who follows",
    "company": "company",
    "from_on": "from",
    "who": "who",
    "to": "to whom",
    "number": "number",
    "what": "what",
    "sort": "taken for",
    "value": "amount",
    "currency": "currency",
}
"""The details of a sighting that are shown, and how they are named."""


def find(user: Any, **which: Any) -> Sighting | None:
    """Find one sighting that the user may see, with what its quote needs."""
    rows = Sighting.objects.visible_to(user).select_related("person", "account", "interaction__body")
    found: Sighting | None = rows.filter(**which).first()
    return found


def why(sighting: Sighting) -> Why:
    """Show what was found, where, and by which words."""
    return Why(
        title=title(sighting),
        reason=sighting.because,
        quotes=quotes([sighting]),
        facts=[
            (DETAILS[name], _shown(name, value)) for name, value in sighting.detail.items() if value and name in DETAILS
        ],
        judge=reverse("why-sighting", args=[sighting.pk]),
        review=sighting.review,
        review_note=SAID.get(sighting.review, ""),
    )


def _shown(name: str, value: str) -> str:
    """Show a detail as people write it: a day by its name, words in quotation marks."""
    if name in ("due_on", "other_due_on"):
        return day(date.fromisoformat(value))
    return f"“{value}”" if name == "due_words" else value


def title(sighting: Sighting) -> str:
    """Name what was found, and whose it is: "Request of Joe Kowalski", "Our promise"."""
    kind = sentence(SightingKind(sighting.kind).label)
    if sighting.side == Side.OURS:
        return f"Our {SightingKind(sighting.kind).label}"
    return f"{kind} of {sighting.person.name}" if sighting.person else kind
