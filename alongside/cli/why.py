"""`alongside why ACCOUNT`: where we stand with a customer, and what each statement rests on."""

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from alongside.cli.ready import open_installation, user_named
from alongside.cli.speak import NOT_FOUND, AsJson, CommandError, ForUser, answer

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from alongside.answers.standing import StandingAnswer
    from alongside.judgement.finding import Finding
    from alongside.people.models import Account

WIDTH = 100
"""Unit: characters of a line."""

NAMES_SHOWN = 8
"""How many accounts are named when a part of a name fits several."""

EVIDENCE_SHOWN = 6
"""How many pieces of evidence a line names; --json names them all."""

Name = Annotated[str, typer.Argument(metavar="ACCOUNT", help="A name, a part of one, or a domain.")]


def why(account: Name, user: ForUser = "", as_json: AsJson = False) -> None:
    """Say where we stand with an account: each finding, its reckoning, its evidence, and what is not known."""
    open_installation()
    found = find_account(user_named(user), account)
    from alongside.answers.standing import standing_of

    document = standing_of(found)
    answer(document, _lines(document), as_json=as_json)


def find_account(user: "User", words: str) -> "Account":
    """Find the one account with this name, domain or part of a name. Raises CommandError for none and for several."""
    from django.db.models import Q

    from alongside.people.models import Account

    mine = Account.objects.visible_to(user).filter(merged_into__isnull=True)
    exact = mine.filter(Q(name__iexact=words) | Q(domain__iexact=words)).first()
    if exact:
        return exact
    several = list(mine.filter(Q(name__icontains=words) | Q(domain__icontains=words)).order_by("name")[:NAMES_SHOWN])
    if len(several) == 1:
        return several[0]
    if not several:
        raise CommandError(f"No account is called {words!r}, nor has it in its name or domain.", NOT_FOUND)
    names = "; ".join(account.name for account in several)
    raise CommandError(f"Several accounts have {words!r} in their name: {names}. Write more of it.", NOT_FOUND)


def _lines(document: "StandingAnswer") -> Iterator[str]:
    yield document.account
    if not document.findings:
        yield "Nothing was judged yet: there is no contact and no business in the record."
    for found in document.findings.values():
        for finding in found:
            yield ""
            yield from _finding(finding, about=document.people.get(finding.subject, finding.subject))


def _finding(finding: "Finding", *, about: str) -> Iterator[str]:
    title = " · ".join(part for part in (_words(finding.measure), about) if part)
    value = "not known" if finding.value is None else _words(str(finding.value))
    yield f"{title}: {value}"
    yield from _indented(finding.reason)
    for step in finding.reckoning:
        mark = {True: "+", False: "-", None: "?"}[step.met]
        yield from _indented(f"{mark} {step.label}: {step.actual} (needed: {step.needed})")
    labels = [piece.label for piece in finding.evidence]
    if labels:
        more = f" and {len(labels) - EVIDENCE_SHOWN} more" if len(labels) > EVIDENCE_SHOWN else ""
        yield from _indented(f"Rests on: {'; '.join(labels[:EVIDENCE_SHOWN])}{more}.")
    for sentence in finding.unknown:
        yield from _indented(f"Not known: {sentence}")
    if finding.would_change:
        yield from _indented(f"Would change it: {finding.would_change}")


def _indented(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="   ", subsequent_indent="     ")


def _words(name: str) -> str:
    return name.replace("rule:", "").replace("_", " ").replace(":", ", ")
