"""How do we fight inside our own company for what they asked? Read, written into, taken back; never shown to the customer."""

from datetime import date
from typing import Annotated

from ninja import Router
from pydantic import Field

from alongside.answers.case import CaseAnswer, CaseEntryAnswer, case_answer, case_entry_answer
from alongside.api import clock
from alongside.api.bearer import Asked
from alongside.api.find import find
from alongside.api.operations import Id, Said, reads, takes_back, writes
from alongside.api.problems import refuse
from alongside.dossiers.fought_for import case_of, entries_of_case
from alongside.entering.case_entry import CaseEntryForm, keep_case_entry, take_back_case_entry
from alongside.ledgers.advocacy.models import CaseEntry
from alongside.ledgers.requests.models import Request
from alongside.vocabulary import CasePart, CaseState, TokenScope

router = Router(tags=["Going to bat"])


class CaseEntrySaid(Said):
    """One thing said in a case: which part, in words, and what the part needs beside them. The amount is a decimal as text."""

    part: CasePart
    text: Annotated[str, Field(max_length=4_000)] = ""
    value: Annotated[str, Field(max_length=30)] = ""
    currency: Annotated[str, Field(max_length=8)] = ""
    on: date | None = None
    state: CaseState | None = None


@reads(router, "/{request_id}/case", CaseAnswer, summary="The case for a request")
def case(request: Asked, request_id: Id) -> CaseAnswer:
    """Show the case that we make inside our own company, with the floor of the deal; it never leaves this company."""
    _, as_of = clock.now()
    return case_answer(_asked(request, request_id), as_of=as_of)


@writes(
    router,
    "POST",
    "/{request_id}/case/entries",
    CaseEntryAnswer,
    may=TokenScope.WRITE_REQUESTS,
    status=201,
    summary="Write into the case",
)
def write_case_entry(request: Asked, request_id: Id, said: CaseEntrySaid) -> CaseEntryAnswer:
    """Write into the case for a request; the first entry opens it, and of each part the newest holds."""
    asked = _asked(request, request_id)
    at, as_of = clock.now()
    stated = {name: value for name, value in said.dict().items() if value is not None}
    state = case_of(asked, entries_of_case(asked)).state
    form = CaseEntryForm({**stated, "part_typed": said.part}, today=as_of, asked_on=asked.asked_on, state=state)
    if not form.is_valid():
        refuse(form)
    return case_entry_answer(keep_case_entry(asked, form, by=request.user, at=at, as_of=as_of))


@takes_back(router, "/{request_id}/case/entries/{case_entry_id}", may=TokenScope.WRITE_REQUESTS)
def undo_case_entry(request: Asked, request_id: Id, case_entry_id: Id) -> None:
    """Take an entry of the case back: the one before it holds again."""
    asked = _asked(request, request_id)
    rows = CaseEntry.objects.visible_to(request.user).filter(
        case__sighting_key=asked.sighting_key, withdrawn_at__isnull=True
    )
    at, as_of = clock.now()
    take_back_case_entry(asked, find(rows, "entry", case_entry_id), at=at, as_of=as_of)


def _asked(request: Asked, request_id: int) -> Request:
    rows = Request.objects.visible_to(request.user).select_related("account__owner", "person", "owner")
    asked: Request = find(rows, "request", request_id)
    return asked
