"""`alongside handover ACCOUNT`: what was never settled before the account became yours, and what was left for you to know."""

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from alongside.cli.ready import clock, open_installation, user_named
from alongside.cli.speak import AsJson, ForUser, answer
from alongside.cli.why import Name, find_account

if TYPE_CHECKING:
    from alongside.judgement.dossier import Dossier
    from alongside.judgement.handover import Handover, Inherited
    from alongside.people.models import Account

WIDTH = 100
"""Unit: characters of a line."""


def handover(account: Name, user: ForUser = "", as_json: AsJson = False) -> None:
    """List what was left open before the account became yours, the weightiest first, with whose it is and their words."""
    open_installation()
    found = find_account(user_named(user), account)
    from alongside.standings.handover import handover_of

    _, as_of = clock()
    entries, since = _passed(found)
    dossier, page = handover_of(found, since=since, as_of=as_of)
    document = {
        "account": found.name,
        "since": page.since,
        "passed": [{"kind": e.kind, "who": e.who, "on": e.on, "text": e.text} for e in entries],
        "issues": page.issues,
        "first": page.first,
        "settled_since": page.settled_since,
    }
    answer(document, _lines(found, dossier, page, entries), as_json=as_json)


def _passed(account: "Account") -> tuple[list[Any], Any]:
    """Give what was said of who has it, without private notes, and the day from which it counts."""
    from alongside.people.tenures.change import CHANGES, entries_on
    from alongside.standings.handover import with_yours_since
    from alongside.vocabulary import TenureEntryKind

    entries = entries_on(account)
    last = next((e for e in entries if e.kind in CHANGES), None)
    if last and last.kind == TenureEntryKind.HANDED_OVER:
        return entries, last.on
    yours = with_yours_since(type(account).objects.filter(pk=account.pk)).get()
    return entries, yours.yours_since  # type: ignore[attr-defined]


def _lines(account: "Account", dossier: "Dossier", page: "Handover", entries: list[Any]) -> Iterator[str]:
    yield f"{account.name}: what was left open before {page.since:%-d %B %Y}"
    for entry in entries:
        if entry.text:
            yield from _wrapped(f"Left for you: {entry.text}")
    if not page.issues:
        yield "Nothing was left open."
    for n, issue in enumerate(page.issues, start=1):
        yield ""
        yield from _issue(n, issue, dossier)
    if page.settled_since:
        yield ""
        yield f"Settled since: {page.settled_since}."


def _issue(n: int, issue: "Inherited", dossier: "Dossier") -> Iterator[str]:
    member = dossier.member(issue.person_id)
    who = member.name if member else "somebody who is not known"
    yield from _wrapped(f"{n}. {issue.kind.label}: {issue.what}")
    cares = "" if issue.still_cares else " (no contact in a year, or has left)"
    yield from _wrapped(f"   {who}{cares}. {issue.reason}")
    if issue.quote and issue.quote != issue.what:
        yield from _wrapped(f"   “{issue.quote}”")


def _wrapped(text: str) -> Iterator[str]:
    yield from textwrap.wrap(text, WIDTH, subsequent_indent="   ", drop_whitespace=True)
