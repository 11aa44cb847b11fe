"""`alongside search`: where these words stand, in the terminal."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from alongside.cli.ready import clock, open_installation, user_named
from alongside.cli.speak import AsJson, ForUser, answer

if TYPE_CHECKING:
    from alongside.search.find import Hit, Results

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
    answer(_document(found), _lines(found), as_json=as_json)


def _document(found: "Results") -> dict[str, Any]:
    return {
        "understood": found.said,
        "remarks": found.remarks,
        "count": found.count,
        "is_more": found.is_more,
        "companies": [account.name for account in found.names.accounts],
        "people": [person.name for person in found.names.people],
        "files": [file.name for file in found.files],
        "hits": [_hit(hit) for hit in found.hits],
    }


def _hit(hit: "Hit") -> dict[str, Any]:
    return {
        "id": hit.interaction_id,
        "kind": hit.kind,
        "at": hit.at,
        "person": hit.person,
        "account": hit.account,
        "subject": _plain(hit.subject),
        "sentence": _plain(hit.sentence),
        "files": [_plain(name) for name in hit.files],
        "why": hit.why,
    }


def _plain(segments: Sequence[tuple[str, bool]]) -> str:
    return "".join(words for words, _ in segments)


def _lines(found: "Results") -> Iterator[str]:
    yield (
        f"{found.said}: {'more than ' if found.is_more else ''}{found.count:,}."
        if found.said
        else "Nothing to look for."
    )
    yield from found.remarks
    for title, names in (
        ("Companies", [account.name for account in found.names.accounts]),
        ("People", [person.name for person in found.names.people]),
        ("Files", [file.name for file in found.files]),
    ):
        if names:
            yield f"{title}: {', '.join(names)}"
    for hit in found.hits:
        yield ""
        head = [f"{hit.at:%Y-%m-%d}", hit.person, hit.account, _plain(hit.subject)]
        yield from textwrap.wrap("  ".join(part for part in head if part), WIDTH)
        yield from textwrap.wrap(_plain(hit.sentence), WIDTH, initial_indent="   ", subsequent_indent="   ")
