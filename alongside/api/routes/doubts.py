"""Which questions about who is who can only a person answer?"""

from typing import Annotated

from ninja import Query, Router

from alongside.answers.keyset import Column, Order, page_of
from alongside.answers.paging import Page
from alongside.answers.questions import DoubtAnswer, doubt_answer
from alongside.api.bearer import Asked
from alongside.api.find import find
from alongside.api.operations import After, Id, Limit, page_after, reads
from alongside.people.models import Doubt

router = Router(tags=["Doubts"])

MOST_AT_STAKE_FIRST: Order = (
    Column("kind", str, descending=True),
    Column("at_stake", int, descending=True),
    Column("pk", int),
)


@reads(router, "", Page[DoubtAnswer], summary="Open questions")
def doubts(
    request: Asked,
    settled: Annotated[bool, Query(description="Those that were answered instead.")] = False,
    after: After = "",
    limit: Limit = 40,
) -> Page[DoubtAnswer]:
    """List the questions about who is who, those that move most first."""
    rows = Doubt.objects.visible_to(request.user)
    rows = rows.exclude(verdict="") if settled else rows.filter(verdict="")
    key = page_after(after, MOST_AT_STAKE_FIRST)
    found, following = page_of(rows, MOST_AT_STAKE_FIRST, after=key, size=limit)
    return Page([doubt_answer(row) for row in found], following)


@reads(router, "/{doubt_id}", DoubtAnswer, summary="A question")
def doubt(request: Asked, doubt_id: Id) -> DoubtAnswer:
    """Show a question with what speaks for and against."""
    return doubt_answer(find(Doubt.objects.visible_to(request.user), "doubt", doubt_id))
