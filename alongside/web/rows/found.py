"""What was found in one mail or note, with the words that showed it and what a person said of it?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from alongside.judgement.words import count, day
from alongside.sightings.find import BY_HAND
from alongside.sightings.models import Sighting
from alongside.vocabulary import InteractionKind, Review
from alongside.web.evidence import of_sighting
from alongside.web.evidence.quotes import one_line
from alongside.web.templatetags.words import sentence


@dataclass(frozen=True, slots=True)
class Found:
    """One finding in the list; the chosen one shows all that is known of it and takes the keys."""

    id: int
    title: str
    quote: str
    because: str
    by: str
    facts: Sequence[tuple[str, str]]
    review: str
    said: str
    judge: str
    is_chosen: bool


def found_in(user: Any, interaction_id: int) -> list[Sighting]:
    """Load what was found in an interaction, in the order of its words. One query."""
    rows = Sighting.objects.visible_to(user).filter(interaction_id=interaction_id)
    return list(rows.select_related("person", "account").order_by("start", "pk"))


def listed(sightings: Sequence[Sighting], *, chosen: int | None = None) -> list[Found]:
    """List what was found; without a choice, the first that nobody has judged yet is chosen."""
    if chosen not in {sighting.pk for sighting in sightings}:
        waiting = (sighting.pk for sighting in sightings if sighting.review == Review.UNREVIEWED)
        chosen = next(waiting, sightings[0].pk if sightings else None)
    return [_found(sighting, is_chosen=sighting.pk == chosen) for sighting in sightings]


def heading(sightings: Sequence[Sighting], kind: str) -> str:
    """Say how much was found in what."""
    if not sightings:
        return "What came of it?" if kind == InteractionKind.MEETING.label else f"Nothing was found in this {kind}"
    return sentence(f"{count(len(sightings), 'thing')} found in this {kind}")


def _found(sighting: Sighting, *, is_chosen: bool) -> Found:
    names = of_sighting.DETAILS
    return Found(
        id=sighting.pk,
        title=of_sighting.title(sighting),
        quote=one_line(sighting.quote),
        because=sighting.because,
        by="entered by hand" if sighting.extractor == BY_HAND else f"{sighting.extractor}, version {sighting.version}",
        facts=[(names[name], _in_words(value)) for name, value in sighting.detail.items() if value and name in names],
        review=sighting.review,
        said=of_sighting.SAID.get(sighting.review, ""),
        judge=reverse("interaction-found", args=[sighting.interaction_id, sighting.pk]),
        is_chosen=is_chosen,
    )


def _in_words(value: str) -> str:
    """Say a day as people do; anything else stays as it is."""
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return value
