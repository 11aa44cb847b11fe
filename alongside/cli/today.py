"""`alongside today`: what is to be done, the most valuable first, and why."""

import textwrap
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from alongside.cli.ready import clock, open_installation, user_named
from alongside.cli.speak import AsJson, ForUser, answer

if TYPE_CHECKING:
    from alongside.today.models import TodayItem

WIDTH = 100
"""Unit: characters of a line."""

All = Annotated[bool, typer.Option("--all", help="Show every item, not only the first seven.")]


def today(show_all: All = False, user: ForUser = "", as_json: AsJson = False) -> None:
    """Say what to do today: one line each, why, and what it will advance."""
    open_installation()
    owner = user_named(user)
    from alongside.plays.order import FIRST_SHOWN, why_this_order
    from alongside.today.arrange import open_items

    _, as_of = clock()
    items = open_items(owner, as_of=as_of)
    shown = items if show_all else items[:FIRST_SHOWN]
    document = {
        "as_of": as_of,
        "items": [_item(item) for item in shown],
        "more": len(items) - len(shown),
        "why_this_order": why_this_order(),
    }
    answer(document, _lines(document, as_of), as_json=as_json)


def _item(item: "TodayItem") -> dict[str, Any]:
    return {
        "key": item.key,
        "play": item.play,
        "say": item.say,
        "why": item.why,
        "advances": item.advances,
        "settles_on": item.settles_on,
        "account": item.account.name if item.account else "",
        "person": item.person.name if item.person else "",
        "action": item.action,
        "days_late": item.days_late,
        "evidence": item.evidence,
    }


def _lines(document: dict[str, Any], as_of: date) -> Iterator[str]:
    if not document["items"]:
        yield f"{as_of:%A, %d %B}: nothing is owed and nobody waits."
        return
    yield f"{as_of:%A, %d %B}"
    for place, item in enumerate(document["items"], start=1):
        yield ""
        yield from textwrap.wrap(f"{place}. {item['say']}", WIDTH, subsequent_indent="   ")
        yield from textwrap.wrap(item["why"], WIDTH, initial_indent="   ", subsequent_indent="   ")
        about = ", ".join(part for part in (item["person"], item["account"]) if part)
        yield f"   {about}" if about else f"   {item['advances']}"
    yield ""
    yield from textwrap.wrap(document["why_this_order"], WIDTH)
    if document["more"]:
        yield f"{document['more']} more: alongside today --all"
