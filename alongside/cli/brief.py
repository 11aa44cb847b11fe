"""`alongside brief PERSON`: one page before you meet somebody."""

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from alongside.cli.ready import clock, open_installation, user_named
from alongside.cli.speak import NOT_FOUND, AsJson, CommandError, ForUser, answer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import User

    from alongside.judgement.brief import Brief
    from alongside.people.models import Person

WIDTH = 100
"""Unit: characters of a line."""

NAMES_SHOWN = 8
"""How many people are named when a part of a name fits several."""

Name = Annotated[str, typer.Argument(metavar="PERSON", help="A name, a part of one, or an address.")]


def brief(person: Name, user: ForUser = "", as_json: AsJson = False) -> None:
    """Say what to know before meeting somebody: what is open, promised, told, not known, and what to ask."""
    open_installation()
    found = find_person(user_named(user), person)
    from alongside.standings.brief import brief_about

    _, as_of = clock()
    page = brief_about(found, as_of=as_of)
    if page is None:
        raise CommandError(f"{found.name} belongs to no account, so there is nothing to prepare.", NOT_FOUND)
    answer(page, _lines(page), as_json=as_json)


def find_person(user: "User", words: str) -> "Person":
    """Find the one person with this name, address or part of a name. Raises CommandError for none and for several."""
    from django.db.models import Q

    from alongside.people.models import Person

    mine = Person.objects.visible_to(user).filter(merged_into__isnull=True).select_related("account")
    exact = list(mine.filter(Q(name__iexact=words) | Q(handles__value__iexact=words)).distinct()[:2])
    several = exact or list(mine.filter(name__icontains=words).order_by("name")[:NAMES_SHOWN])
    if len(several) == 1:
        return several[0]
    if not several:
        raise CommandError(f"Nobody is called {words!r}, nor has it in their name.", NOT_FOUND)
    names = "; ".join(f"{person.name} ({person.account or 'no account'})" for person in several)
    raise CommandError(f"Several people fit {words!r}: {names}. Write more of the name, or the address.", NOT_FOUND)


def _lines(page: "Brief") -> Iterator[str]:
    yield ", ".join(part for part in (page.name, page.title, page.account) if part)
    if page.meeting:
        yield page.meeting.text
    yield from _part("Where we stand", (line.text for line in page.stand))
    yield from _part("Open", (line.text for line in page.open))
    yield from _part("Promised", (line.text for line in page.promised))
    yield from _part("Planned together", (line.text for line in page.planned))
    yield from _part("What they told us", (line.text for line in page.told))
    yield from _part("Lately", (line.text for line in page.lately))
    yield from _part("Not known", page.unknown)
    yield from _part("Good questions", page.questions)


def _part(title: str, texts: "Iterable[str]") -> Iterator[str]:
    found = list(texts)
    if found:
        yield ""
        yield title
    for text in found:
        yield from textwrap.wrap(text, WIDTH, initial_indent="   ", subsequent_indent="     ")
