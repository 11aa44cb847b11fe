"""How far are the letters that leave from here? Read, and kept from leaving; only a person sends one."""

from typing import Annotated

from ninja import Query, Router

from alongside.answers.letters import NEWEST_FIRST, LetterAnswer, letter_answer, letter_page
from alongside.answers.paging import Page
from alongside.api import clock
from alongside.api.bearer import Asked
from alongside.api.find import find
from alongside.api.operations import After, Id, Limit, page_after, reads, takes_back
from alongside.api.problems import ProblemError
from alongside.outbox import queue
from alongside.outbox.models import OutgoingLetter
from alongside.sending import follow
from alongside.vocabulary import TokenScope

router = Router(tags=["Outbox"])


@reads(router, "", Page[LetterAnswer], may=TokenScope.READ_WORDS, summary="The letters")
def letters(
    request: Asked,
    outstanding: Annotated[bool, Query(description="Only those that wait or that ask for a word.")] = False,
    after: After = "",
    limit: Limit = 40,
) -> Page[LetterAnswer]:
    """List the letters that were queued here, the newest first, each with how far it is."""
    rows = OutgoingLetter.objects.visible_to(request.user)
    rows = rows.filter(state__in=queue.OUTSTANDING) if outstanding else rows
    return letter_page(rows, after=page_after(after, NEWEST_FIRST), size=limit)


@reads(router, "/{letter_id}", LetterAnswer, may=TokenScope.READ_WORDS, summary="A letter")
def letter(request: Asked, letter_id: Id) -> LetterAnswer:
    """Show one letter."""
    return letter_answer(_letter(request, letter_id))


@takes_back(router, "/{letter_id}", may=TokenScope.WRITE_REQUESTS)
def keep_letter_back(request: Asked, letter_id: Id) -> None:
    """Keep a letter from leaving that still waits; 409 once it has left."""
    chosen = _letter(request, letter_id)
    try:
        queue.take_back(chosen)
    except queue.TooLateError as trouble:
        raise ProblemError(409, str(trouble)) from trouble
    _, as_of = clock.now()
    follow(chosen, as_of=as_of)


def _letter(request: Asked, letter_id: int) -> OutgoingLetter:
    rows = OutgoingLetter.objects.visible_to(request.user).select_related("owner")
    found: OutgoingLetter = find(rows, "letter", letter_id)
    return found
