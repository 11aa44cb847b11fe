"""`alongside today`: what is to be done, the most valuable first, and why."""

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from alongside.cli.ready import clock, open_installation, user_named
from alongside.cli.speak import AsJson, ForUser, answer

if TYPE_CHECKING:
    from alongside.answers.today import TodayAnswer

WIDTH = 100
"""Unit: characters of a line."""

All = Annotated[bool, typer.Option("--all", help="Show every item, not only the first seven.")]


def today(show_all: All = False, user: ForUser = "", as_json: AsJson = False) -> None:
    """Say what to do today: one line each, why, and what it will advance."""
    open_installation()
    owner = user_named(user)
    from alongside.answers.today import what_to_do

    _, as_of = clock()
    document = what_to_do(owner, as_of=as_of, everything=show_all)
    answer(document, _lines(document), as_json=as_json)


def _lines(document: "TodayAnswer") -> Iterator[str]:
    as_of = document.as_of
    if not document.items:
        yield f"{as_of:%A, %d %B}: nothing is owed and nobody waits."
        return
    yield f"{as_of:%A, %d %B}"
    for place, item in enumerate(document.items, start=1):
        yield ""
        yield from textwrap.wrap(f"{place}. {item.say}", WIDTH, subsequent_indent="   ")
        yield from textwrap.wrap(item.why, WIDTH, initial_indent="   ", subsequent_indent="   ")
        about = ", ".join(part for part in (item.person, item.account) if part)
        yield f"   {about}" if about else f"   {item.advances}"
    yield ""
    yield from textwrap.wrap(document.why_this_order, WIDTH)
    if document.more:
        yield f"{document.more} more: alongside today --all"
