"""Which accounts are there, where do we stand with each and why, and what was left open before it was ours?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from ninja import Query, Router

from alongside.answers.accounts import ORDERS, AccountRow, Wanted, account_page
from alongside.answers.paging import Page
from alongside.answers.standing import AccountAnswer, StandingAnswer, account_answer, standing_of
from alongside.api import clock
from alongside.api.bearer import Asked
from alongside.api.find import account_of
from alongside.api.operations import After, Id, Limit, page_after, reads
from alongside.judgement.handover import Handover
from alongside.standings.handover import handover_of
from alongside.vocabulary import RelationshipLevel

router = Router(tags=["Accounts"])

Words = Annotated[str, Query(max_length=100, description="Words in the name, the domain or the city.")]


@dataclass(frozen=True, slots=True)
class HandoverAnswer:
    """What was left open with an account before a day, with the names of whom it is about."""

    account_id: int
    account: str
    people: dict[str, str]
    handover: Handover


@reads(router, "", Page[AccountRow], summary="The accounts")
def accounts(
    request: Asked,
    show: Literal["ours", "unsorted", "not"] = "ours",
    level: RelationshipLevel | None = None,
    q: Words = "",
    sort: Literal["level", "touch", "quiet", "name"] = "level",
    after: After = "",
    limit: Limit = 40,
) -> Page[AccountRow]:
    """List accounts as the page does: `show` chooses the tab; `level` narrows customers and prospects."""
    _, as_of = clock.now()
    wanted = Wanted(show=show, level=level if show == "ours" else None, words=q.strip(), sort=sort)
    rows, following = account_page(request.user, wanted, after=page_after(after, ORDERS[sort]), as_of=as_of, size=limit)
    return Page(rows, following)


@reads(router, "/{account_id}", AccountAnswer, summary="An account and its level")
def account(request: Asked, account_id: Id) -> AccountAnswer:
    """Show an account: its level with the reason, the evidence, what is not known, and what would change it."""
    return account_answer(account_of(request, account_id))


@reads(router, "/{account_id}/findings", StandingAnswer, summary="Everything that was judged")
def findings(
    request: Asked, account_id: Id, measure: Annotated[str, Query(max_length=60, description="Only this one.")] = ""
) -> StandingAnswer:
    """Show every finding about an account with its reckoning, or those of one measure, such as level or rule:be_there."""
    return standing_of(account_of(request, account_id), measure=measure)


@reads(router, "/{account_id}/handover", HandoverAnswer, summary="What was left open before")
def handover(
    request: Asked,
    account_id: Id,
    since: Annotated[date | None, Query(description="Before this day; else before it was yours.")] = None,
) -> HandoverAnswer:
    """List what was never settled before the account was yours, the weightiest first, with the first visible fix."""
    _, as_of = clock.now()
    found = account_of(request, account_id)
    dossier, left_open = handover_of(found, since=since, as_of=as_of)
    about = {issue.person_id for issue in left_open.issues}
    names = {f"person:{member.id}": member.name for member in dossier.members if member.id in about}
    return HandoverAnswer(found.pk, found.name, names, left_open)
