"""What did somebody note, or enter because nothing could find it?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from ninja import Router
from pydantic import Field

from alongside.answers.record import SightingAnswer, sighting_answer
from alongside.api import clock
from alongside.api.bearer import Asked
from alongside.api.entries import enter, somebody, whom
from alongside.api.operations import Said, writes
from alongside.api.problems import refuse, refuse_field
from alongside.entering.byhand import NoteForm, is_clear, keep_note
from alongside.entering.entries import KINDS
from alongside.sightings.models import Sighting
from alongside.vocabulary import TokenScope

router = Router(tags=["Notes"])

Kinds = Literal[
    "complaint", "thanks", "advice", "referral", "solicitation", "order", "award", "fact", "need", "suggestion"
]


class NoteSaid(Said):
    """What happened, in your words: about whom, what kind of contact, and when it was."""

    person_id: int
    text: Annotated[str, Field(max_length=20_000)]
    kind: Literal["note", "call", "visit"] = "note"
    happened_on: date | None = None


class SomethingSaid(Said):
    """Something that nothing could find: of which kind, about whom, and its fields as the page calls them.

    What was said is about somebody (`person_id`); a row of the books may be about an account (`account_id`).
    """

    what: Kinds
    person_id: int | None = None
    account_id: int | None = None
    fields: Annotated[dict[str, Annotated[str, Field(max_length=4_000)]], Field(max_length=20)]


@dataclass(frozen=True, slots=True)
class NoteAnswer:
    """The note that was kept, and what was found in it, to be reviewed."""

    interaction_id: int
    found: list[SightingAnswer]


@dataclass(frozen=True, slots=True)
class EnteredAnswer:
    """What was entered: its sighting where it was something said, else nothing but that it was kept as a row."""

    what: str
    about: str
    sighting: SightingAnswer | None


@writes(router, "POST", "", NoteAnswer, may=TokenScope.WRITE_NOTES, status=201, summary="Keep a note")
def keep_a_note(request: Asked, said: NoteSaid) -> NoteAnswer:
    """Keep a note, and say what was found in it."""
    person = somebody(request, said.person_id)
    form = NoteForm({name: value for name, value in said.dict().items() if value is not None})
    if not form.is_valid():
        refuse(form)
    at, as_of = clock.now()
    sent = request.headers.get("Idempotency-Key", "") or at.isoformat()
    kept = keep_note(form, person, by=request.user, at=at, as_of=as_of, sent=sent)
    rows = Sighting.objects.visible_to(request.user).filter(interaction=kept).select_related("account", "person")
    return NoteAnswer(kept.pk, [sighting_answer(row) for row in rows.order_by("start", "pk")])


@writes(router, "POST", "/entries", EnteredAnswer, may=TokenScope.WRITE_NOTES, status=201, summary="Enter something")
def enter_something(request: Asked, said: SomethingSaid) -> EnteredAnswer:
    """Enter a complaint, thanks, an order, an award, a fact, a need and so on, as on the page for entries by hand."""
    meant = whom(request, said.person_id, said.account_id)
    if not is_clear(KINDS[said.what], meant):
        refuse_field("person_id", "Say who of theirs it is about; for a row of the books, somebody who has an account.")
    found = enter(request, said.what, meant, dict(said.fields))
    return EnteredAnswer(said.what, meant.name, sighting_answer(found) if found else None)
