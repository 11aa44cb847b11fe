"""Who is there, who is that, and what does one want to know before meeting them?"""

from typing import Annotated, Literal

from ninja import Query, Router

from alongside.answers.paging import Page
from alongside.answers.people import SORTS, PersonRow, people_page
from alongside.answers.persons import PersonAnswer, person_answer
from alongside.api import clock
from alongside.api.bearer import Asked
from alongside.api.find import person_of
from alongside.api.operations import After, Id, Limit, page_after, reads
from alongside.api.problems import ProblemError
from alongside.judgement.brief import Brief
from alongside.standings.brief import brief_about

router = Router(tags=["People"])


@reads(router, "", Page[PersonRow], summary="The people")
def people(
    request: Asked,
    q: Annotated[str, Query(max_length=100, description="Words in the name, title, address or company.")] = "",
    sort: Literal["touch", "name"] = "touch",
    everybody: Annotated[bool, Query(description="With shared mailboxes and those never in contact, by name.")] = False,
    after: After = "",
    limit: Limit = 40,
) -> Page[PersonRow]:
    """List people of theirs, the latest contact first or by name."""
    now, _ = clock.now()
    order = SORTS["name" if everybody else sort]
    rows, following = people_page(
        request.user,
        words=q,
        sort=sort,
        everybody=everybody,
        after=page_after(after, order),
        now=now,
        size=limit,
    )
    return Page(rows, following)


@reads(router, "/{person_id}", PersonAnswer, summary="Somebody")
def person(request: Asked, person_id: Id) -> PersonAnswer:
    """Show who somebody is, the jobs they held, what we know of them, and how strong the tie is."""
    return person_answer(request.user, person_of(request, person_id))


@reads(router, "/{person_id}/brief", Brief, summary="Before you meet somebody")
def brief(request: Asked, person_id: Id) -> Brief:
    """Write the page before a meeting: what is open, promised, told, not known, and what to ask."""
    _, as_of = clock.now()
    found = person_of(request, person_id)
    page = brief_about(found, as_of=as_of)
    if page is None:
        raise ProblemError(404, f"{found.name} belongs to no account, so there is nothing to prepare.")
    return page
