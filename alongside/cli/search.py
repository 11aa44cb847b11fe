"""`alongside search`: where these words stand, in the terminal."""

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from alongside.cli.ready import clock, open_installation, user_named
from alongside.cli.speak import AsJson, ForUser, answer

if TYPE_CHECKING:
    from alongside.answers.search import SearchAnswer

WIDTH = 100
"""Unit: characters of a line."""

Words = Annotated[list[str], typer.Argument(help="What to look for, as in the search box: words, from:, before:, ...")]
Best = Annotated[bool, typer.Option("--best", help="The best first instead of the newest.")]


def search(query: Words, best: Best = False, user: ForUser = "", as_json: AsJson = False) -> None:
    """Find people, companies, files, and the words of mails, meetings and notes."""
    open_installation()
    owner = user_named(user)
    from alongside.search.find import search as find

    _, as_of = clock()
    text = " ".join(query)
    found = find(owner, text, as_of=as_of, best=best)
    from alongside.answers.search import search_answer

    document = search_answer(found)
    answer(document, _lines(document), as_json=as_json)


def _lines(found: "SearchAnswer") -> Iterator[str]:
    yield (
        f"{found.understood}: {'more than ' if found.is_more else ''}{found.count:,}."
        if found.understood
        else "Nothing to look for."
    )
    yield from found.remarks
    for title, names in (
        ("Companies", [account.name for account in found.companies]),
        ("People", [person.name for person in found.people]),
        ("Files", found.files),
    ):
        if names:
            yield f"{title}: {', '.join(names)}"
    for hit in found.hits:
        yield ""
        head = [f"{hit.at:%Y-%m-%d}", hit.person, hit.account, hit.subject]
        yield from textwrap.wrap("  ".join(part for part in head if part), WIDTH)
        yield from textwrap.wrap(hit.sentence, WIDTH, initial_indent="   ", subsequent_indent="   ")
