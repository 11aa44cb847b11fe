"""Where does a piece of evidence open? Mails, people and accounts have pages; everything else opens in the drawer."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse

from alongside.judgement.finding import Evidence
from alongside.web.evidence.shown import Chip

PAGES = {
    "interaction": "interaction",
    "person": "person",
    "account": "account",
    "plan": "plan",
    "advice": "advice",
    "exchanges": "exchanges",
}
"""Kinds of evidence with a page of their own, and its name in urls.py."""


def chip(evidence: Evidence | Mapping[str, Any]) -> Chip:
    """Make the chip of a piece of evidence, as judged or as stored."""
    seen = evidence if isinstance(evidence, Evidence) else Evidence(**evidence)
    if seen.kind in PAGES:
        return Chip(seen.label, seen.kind, href=reverse(PAGES[seen.kind], args=[seen.id]))
    if seen.kind == "letter":
        return Chip(seen.label, seen.kind, href=reverse("outbox") + f"#letter-{seen.id}")
    return Chip(seen.label, seen.kind, why=reverse("why-row", args=[seen.kind, seen.id]))


def chips(evidence: Iterable[Evidence | Mapping[str, Any]]) -> list[Chip]:
    """Make the chips of several pieces, each once."""
    made = [chip(each) for each in evidence]
    return list(dict.fromkeys(made))
