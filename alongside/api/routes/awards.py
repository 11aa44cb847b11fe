"""Which business was decided, by which route, and what does a person know of it?"""

from ninja import Router

from alongside.answers.business import AWARDS_NEWEST_FIRST, AwardAnswer, award_answer, award_page
from alongside.answers.paging import Page
from alongside.api import clock
from alongside.api.bearer import Asked
from alongside.api.find import find
from alongside.api.operations import After, Id, Limit, Number, Said, page_after, reads, writes
from alongside.api.problems import refuse
from alongside.entering.awards import AwardForm, keep_award
from alongside.ledgers.awards.models import Award
from alongside.vocabulary import AwardOrigin, AwardRoute, FirstHeard, NoBidReason, TokenScope

router = Router(tags=["Awards"])


class Confirmation(Said):
    """What a person knows of an award; what is left out leaves the record's own word."""

    route: AwardRoute | None = None
    no_bid_reason: NoBidReason | None = None
    origin: AwardOrigin | None = None
    first_heard: FirstHeard | None = None
    awarded_by: int | None = None


@reads(router, "", Page[AwardAnswer], summary="The awards")
def awards(request: Asked, account: Number = None, after: After = "", limit: Limit = 40) -> Page[AwardAnswer]:
    """List decided business, the newest first."""
    rows = Award.objects.visible_to(request.user)
    rows = rows.filter(account_id=account) if account else rows
    return award_page(rows, after=page_after(after, AWARDS_NEWEST_FIRST), size=limit)


@reads(router, "/{award_id}", AwardAnswer, summary="An award")
def award(request: Asked, award_id: Id) -> AwardAnswer:
    """Show one award."""
    return award_answer(_award(request, award_id))


@writes(
    router,
    "POST",
    "/{award_id}/confirmations",
    AwardAnswer,
    may=TokenScope.WRITE_FOUND,
    status=201,
    summary="How it came",
)
def confirm_award(request: Asked, award_id: Id, said: Confirmation) -> AwardAnswer:
    """Say by which route an award came, why, whose idea it was and who awarded it; the latest word holds."""
    chosen = _award(request, award_id)
    form = AwardForm(
        {name: value for name, value in said.dict().items() if value is not None}, award=chosen, user=request.user
    )
    if not form.is_valid():
        refuse(form)
    at, as_of = clock.now()
    keep_award(chosen, form, by=request.user, at=at, as_of=as_of)
    return award_answer(_award(request, award_id))


def _award(request: Asked, award_id: int) -> Award:
    rows = Award.objects.visible_to(request.user).select_related("account__owner", "awarded_by", "owner")
    found: Award = find(rows, "award", award_id)
    return found
