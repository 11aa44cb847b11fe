"""Where do these words stand?"""

from typing import Annotated

from ninja import Query, Router

from alongside.answers.search import SearchAnswer, search_answer
from alongside.api import clock
from alongside.api.bearer import Asked
from alongside.api.operations import reads
from alongside.search.find import search as look_for
from alongside.vocabulary import TokenScope

router = Router(tags=["Search"])


@reads(router, "", SearchAnswer, may=TokenScope.READ_WORDS, summary="Search")
def search(
    request: Asked,
    q: Annotated[str, Query(max_length=500, description="As in the search box: words, from:, before: ...")],
    best: Annotated[bool, Query(description="The best first instead of the newest.")] = False,
    after: Annotated[str, Query(max_length=100, description="`next` of the page before.")] = "",
) -> SearchAnswer:
    """Find people, companies, files, and the words of mails, meetings and notes."""
    _, as_of = clock.now()
    return search_answer(look_for(request.user, q, as_of=as_of, best=best, older=after))
