"""What was found in what they wrote, and what does a person say of it?"""

from datetime import date
from typing import Annotated, Literal

from ninja import Router
from pydantic import Field

from alongside.answers.paging import Page
from alongside.answers.record import SIGHTINGS_NEWEST_FIRST, SightingAnswer, sighting_answer, sighting_page
from alongside.api import clock
from alongside.api.bearer import Asked
from alongside.api.find import find
from alongside.api.operations import After, Id, Limit, Number, Said, page_after, reads, takes_back, writes
from alongside.api.problems import refuse, refuse_field
from alongside.entering.judging import judge
from alongside.sightings.models import Sighting
from alongside.vocabulary import Review, SightingKind, SolicitationKind, TokenScope

router = Router(tags=["Sightings"])

Detail = Annotated[str, Field(max_length=300)]


class Word(Said):
    """What a person says of it: right, not so, or corrected, with its kind and details as they should be."""

    review: Literal["confirmed", "rejected", "corrected"]
    kind: SightingKind | None = None
    what: Detail | None = None
    due_on: date | None = None
    products: Detail | None = None
    quantity: Detail | None = None
    unit: Detail | None = None
    title: Detail | None = None
    referred_name: Detail | None = None
    solicitation: SolicitationKind | None = None


@reads(router, "", Page[SightingAnswer], summary="What was found")
def sightings(
    request: Asked,
    kind: SightingKind | None = None,
    review: Review | None = None,
    account: Number = None,
    person: Number = None,
    interaction: Number = None,
    after: After = "",
    limit: Limit = 40,
) -> Page[SightingAnswer]:
    """List what was found, the newest first, each with its quote and the words that showed it."""
    wanted = {
        "kind": kind,
        "review": review,
        "account_id": account,
        "person_id": person,
        "interaction_id": interaction,
    }
    rows = Sighting.objects.visible_to(request.user)
    rows = rows.filter(**{name: value for name, value in wanted.items() if value is not None})
    return sighting_page(rows, after=page_after(after, SIGHTINGS_NEWEST_FIRST), size=limit)


@reads(router, "/{sighting_id}", SightingAnswer, summary="One thing found")
def sighting(request: Asked, sighting_id: Id) -> SightingAnswer:
    """Show one thing that was found."""
    return sighting_answer(_sighting(request, sighting_id))


@writes(
    router, "POST", "/{sighting_id}/review", SightingAnswer, may=TokenScope.WRITE_FOUND, status=201, summary="Review it"
)
def review_sighting(request: Asked, sighting_id: Id, said: Word) -> SightingAnswer:
    """Say whether it is right. What is rejected is not found again; DELETE takes the word back."""
    found = _sighting(request, sighting_id)
    stated = {name: value for name, value in said.dict().items() if value is not None}
    details = stated.keys() - {"review", "kind"}
    if said.review != "corrected" and (details or said.kind):
        refuse_field("review", "Only a correction says otherwise; leave kind and details out, or say corrected.")
    at, as_of = clock.now()
    kind = said.kind or SightingKind(found.kind)
    kept = {name: value for name, value in found.detail.items() if value}
    form = judge(found, {**kept, **stated, "kind_": kind}, by=request.user, at=at, as_of=as_of)
    if form is not None:
        refuse(form)
    return _told(request, found)


@takes_back(router, "/{sighting_id}/review", may=TokenScope.WRITE_FOUND)
def undo_review(request: Asked, sighting_id: Id) -> None:
    """Take the last word on it back; the one before it holds again."""
    at, as_of = clock.now()
    judge(_sighting(request, sighting_id), {"review": "taken_back"}, by=request.user, at=at, as_of=as_of)


def _sighting(request: Asked, sighting_id: int) -> Sighting:
    rows = Sighting.objects.visible_to(request.user).select_related("account__owner", "person", "owner")
    found: Sighting = find(rows, "sighting", sighting_id)
    return found


def _told(request: Asked, found: Sighting) -> SightingAnswer:
    """Say it as it stands after the word."""
    return sighting_answer(_sighting(request, found.pk))
