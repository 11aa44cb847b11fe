"""`alongside gives-and-gets ACCOUNT`: what we conceded and what it brought, favours both ways, and what the mail proposes."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from alongside.cli.case import WIDTH, conceded, line_of
from alongside.cli.ready import clock, open_installation, user_named
from alongside.cli.speak import AsJson, ForUser, answer
from alongside.cli.why import find_account

if TYPE_CHECKING:
    from alongside.answers.exchanges import Passed
    from alongside.answers.proposals import Proposal
    from alongside.judgement.finding import Finding
    from alongside.people.models import Account

Name = Annotated[str, typer.Argument(metavar="ACCOUNT", help="The name of an account, or a part of it.")]


@dataclass(frozen=True)
class Shown:
    """The gives and gets of an account, as --json prints them. They are for us alone."""

    account: str
    currency: str
    rate: "Finding"
    balances: list["Finding"]
    concessions: list[dict[str, Any]]
    received: list[dict[str, Any]]
    favours: list[dict[str, Any]]
    found_in_the_mail: list[dict[str, Any]]


def gives_and_gets(account: Name, user: ForUser = "", as_json: AsJson = False) -> None:
    """Say what we gave a customer and what we got, what it comes to, and what the mail proposes to enter."""
    open_installation()
    _, as_of = clock()
    shown = show(find_account(user_named(user), account), as_of=as_of)
    answer(shown, _lines(shown), as_json=as_json)


def show(account: "Account", *, as_of: date) -> Shown:
    """Load the gives and gets of an account."""
    from alongside.answers.exchanges import book_with
    from alongside.answers.proposals import proposals_with

    book = book_with(account, as_of=as_of)
    proposals, _ = proposals_with(account)
    return Shown(
        account=account.name,
        currency=book.currency,
        rate=book.rate,
        balances=list(book.balances),
        concessions=[conceded(each) for each in book.concessions],
        received=[_passed(each) for each in book.received],
        favours=[_passed(each) for each in book.favours],
        found_in_the_mail=[_proposed(each) for each in proposals],
    )


def _passed(each: "Passed") -> dict[str, Any]:
    row = each.row
    return {"side": row.side, "what": row.what, "on": row.on, "value": row.value, "currency": row.currency}


def _proposed(each: "Proposal") -> dict[str, Any]:
    return {
        "side": "give" if each.is_ours else "get",
        "sort": each.sort,
        "kind": each.kind,
        "quote": each.sighting.quote,
        "on": each.on,
        "interaction": each.sighting.interaction_id,
    }


def _lines(shown: Shown) -> Iterator[str]:
    yield f"{shown.account}: {shown.rate.reason}"
    for finding in (shown.rate, *shown.balances):
        yield from (f"   {left}" for left in finding.unknown)
    yield from (f"   {balance.reason}" for balance in shown.balances if balance.n)
    yield from _part("Concessions", [line_of(each) for each in shown.concessions])
    yield from _part("What they gave by themselves", [_line(each) for each in shown.received])
    yield from _part("Favours", [f"{'ours' if f['side'] == 'give' else 'theirs'}: {_line(f)}" for f in shown.favours])
    found = [
        f"{'we gave' if f['side'] == 'give' else 'they gave'} {f['sort']}: “{f['quote']}”"
        for f in shown.found_in_the_mail
    ]
    yield from _part("Found in the mail, for you to enter or reject on the page", found)


def _line(each: dict[str, Any]) -> str:
    from alongside.judgement.currency import money

    worth = money(each["value"], each["currency"])
    return f"{each['what']}{', ' + worth if worth else ''}, {each['on']:%d %B %Y}"


def _part(title: str, texts: list[str]) -> Iterator[str]:
    if texts:
        yield title
    for text in texts:
        yield from textwrap.wrap(text, WIDTH, initial_indent="   ", subsequent_indent="     ")
