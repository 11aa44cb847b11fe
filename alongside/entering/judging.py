"""A person's word on what was found: right, corrected, not so, or the last word back; and what follows from it at once."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from alongside import pipeline
from alongside.entering.correction import CorrectionForm
from alongside.sightings.models import Sighting
from alongside.sightings.review import review_sighting, take_back_review
from alongside.vocabulary import Review


def judge(sighting: Sighting, said: Mapping[str, Any], *, by: Any, at: datetime, as_of: date) -> CorrectionForm | None:
    """Keep the word and let the ledgers and the standing follow. Returns the form when a correction cannot be taken."""
    word = said.get("review", "")
    if word == "taken_back":
        take_back_review(sighting, by=by, at=at)
    elif word == Review.CORRECTED:
        form = CorrectionForm(said, sighting=sighting)
        if not form.is_valid():
            return form
        review_sighting(sighting, Review.CORRECTED, by=by, at=at, kind=form.kind(), detail=form.detail())
    elif word in (Review.CONFIRMED, Review.REJECTED):
        review_sighting(sighting, Review(word), by=by, at=at)
    if sighting.account:
        pipeline.judge_one(sighting.account, as_of=as_of)
    return None
