"""`alongside case REQUEST`: what was done about a request: how far it is put right, the case inside our company, what was conceded."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from alongside.cli.ready import clock, open_installation, user_named
from alongside.cli.speak import NOT_FOUND, AsJson, CommandError, ForUser, answer

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from alongside.answers.exchanges import Conceded
    from alongside.judgement.finding import Finding
    from alongside.ledgers.advocacy.models import CaseEntry
    from alongside.ledgers.exchanges.models import Exchange
    from alongside.ledgers.requests.models import Request

WIDTH = 100
"""Unit: characters of a line."""

REQUESTS_NAMED = 8
"""How many requests are named when the words fit several."""

Words = Annotated[str, typer.Argument(metavar="REQUEST", help="Words of the request, or its number.")]


@dataclass(frozen=True)
class Shown:
    """A request with its three ways out, as --json prints it. It is for us alone: the deal floor stands in it."""

    id: int
    account: str
    person: str
    asked: str
    quote: str
    asked_on: date
    state: str
    fixing: "Finding"
    case: "Finding | None"
    said: list[dict[str, Any]]
    concessions: list[dict[str, Any]]


def case(request: Words, user: ForUser = "", as_json: AsJson = False) -> None:
    """Say what was done about a request: how far its cause is put right, our case for it, and what was conceded."""
    open_installation()
    _, as_of = clock()
    shown = show(find_request(user_named(user), request), as_of=as_of)
    answer(shown, _lines(shown), as_json=as_json)


def find_request(user: "User", words: str) -> "Request":
    """Find the one request with this number or these words. Raises CommandError for none and for several."""
    from django.db.models import Q

    from alongside.ledgers.requests.models import Request

    mine = Request.objects.visible_to(user).select_related("account", "person", "owner")
    fits = Q(pk=int(words)) if words.isdecimal() else Q(what__icontains=words) | Q(quote__icontains=words)
    several = list(mine.filter(fits).order_by("-asked_on", "-pk")[:REQUESTS_NAMED])
    if len(several) == 1:
        return several[0]
    if not several:
        raise CommandError(f"No request has the number or the words {words!r}.", NOT_FOUND)
    named = "; ".join(f"{each.pk}: {each.what} ({each.account or 'no account'})" for each in several)
    raise CommandError(f"Several requests fit {words!r}. Write the number of one: {named}.", NOT_FOUND)


def show(asked: "Request", *, as_of: date) -> Shown:
    """Load a request with everything that was done about it."""
    from alongside.answers.ways import ways_of
    from alongside.dossiers.cases import case_of, entries_of
    from alongside.dossiers.fought_for import entries_of_case
    from alongside.judgement.fixing import fixing

    ways = ways_of(asked, as_of=as_of)
    return Shown(
        id=asked.pk,
        account=asked.account.name if asked.account else "",
        person=asked.person.name if asked.person else "",
        asked=asked.what,
        quote=asked.quote,
        asked_on=asked.asked_on,
        state=asked.state,
        fixing=fixing(case_of(asked, entries_of(asked), as_of=as_of), as_of=as_of),
        case=ways.case,
        said=[_said(entry) for entry in entries_of_case(asked)],
        concessions=[conceded(each) for each in ways.concessions],
    )


def _said(entry: "CaseEntry") -> dict[str, Any]:
    return {
        "part": entry.part,
        "text": entry.text,
        "state": entry.state,
        "value": entry.value,
        "currency": entry.currency,
        "on": entry.on,
        "said_at": entry.said_at,
    }


def conceded(each: "Conceded") -> dict[str, Any]:
    """Give a concession with what stands for it as plain values."""
    return {
        "what": each.give.what,
        "on": each.give.on,
        "value": each.give.value,
        "currency": each.give.currency,
        "in_return": _in_return(each.back) if each.back else None,
        "reason": each.give.reason,
        "allowed_by": each.give.approved_by,
        "allowed_on": each.give.approved_on,
        "late": each.late,
    }


def _in_return(back: "Exchange") -> dict[str, Any]:
    return {
        "what": back.what,
        "whose": back.whose,
        "due_on": back.due_on,
        "came_on": back.delivered_on,
        "value": back.value,
        "currency": back.currency,
    }


def _lines(shown: Shown) -> Iterator[str]:
    yield f"{shown.asked} ({', '.join(filter(None, (shown.person, shown.account)))}, asked {shown.asked_on:%d %B %Y})"
    yield from _wrapped(f"Fix the cause: {shown.fixing.reason}")
    yield from _wrapped(f"Go to bat: {shown.case.reason if shown.case else 'nobody has taken it up yet.'}")
    for said in shown.said:
        yield from _wrapped(f"{said['part'].replace('_', ' ')}: {written(said)}", indent="   ")
    if not shown.concessions:
        yield "Concede: nothing was conceded."
    for each in shown.concessions:
        yield from _wrapped(f"Conceded: {line_of(each)}")


def written(said: dict[str, Any]) -> str:
    """Write what was said of a part in a line."""
    from alongside.judgement.currency import money

    parts = (said["state"].replace("_", " "), said["text"], money(said["value"], said["currency"]))
    return " · ".join([*filter(None, parts), *([f"{said['on']:%d %B %Y}"] if said["on"] else [])])


def line_of(each: dict[str, Any]) -> str:
    """Write a concession in a line: what, for how much, and what stands for it."""
    from alongside.judgement.currency import money

    worth = money(each["value"], each["currency"])
    given = f"{each['what']}{', ' + worth if worth else ''}, {each['on']:%d %B %Y}"
    back = each["in_return"]
    if back is None:
        return f"{given}; nothing in return: {each['reason']}"
    came = (
        f"came {back['came_on']:%d %B %Y}"
        if back["came_on"]
        else f"due {back['due_on']:%d %B %Y}"
        if back["due_on"]
        else "no day"
    )
    return f"{given}; in return: {back['what']}, {back['whose'] or 'from them'}, {came}{', ' + each['late'] if each['late'] else ''}"


def _wrapped(text: str, indent: str = "") -> Iterator[str]:
    yield from textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ")
