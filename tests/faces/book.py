"""A small book of business for the tests of pages: two customers, one company nobody has sorted, a few weeks of mail."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.interactions.models import Interaction
from alongside.people.models import Account, Person
from alongside.pipeline import bring_up_to_date
from tests.letters import keep, letter, meeting, row

AS_OF = date(2026, 3, 2)
"""The Monday on which the tests look at the pages. Unit: a day."""

QUERIES_MAX = 12
"""No page asks the database more often. Unit: queries. Source: the goal of this project for every page."""

OLGA = "Olga Owner <olga@example.com>"
JOE = "Joe Kowalski <joe@nsteel.example>"
ANN = "Ann Petrov <ann@nsteel.example>"
MIA = "Mia Ruiz <mia@plateworks.example>"
ZED = "Zed Lorne <zed@unsorted.example>"

ASKED = "Could you send us the statement of facts for the Calumet Star?"
PROMISED = "I will find out and tell you by Friday."
SIGNED = "\n\nJoe Kowalski\nVP Raw Materials\nNational Steel\n+1 412 555 0142"


def open_book(owner: Any) -> None:
    """Bring in the book: everything through the ordinary import, nothing written past it."""
    keep(
        owner,
        row("accounts", name="National Steel", domain="nsteel.example", standing="customer", city="Pittsburgh"),
        row("accounts", name="Plate Works", domain="plateworks.example", standing="prospect"),
        letter(JOE, OLGA, "2026-01-12T15:00:00", ASKED + SIGNED, subject="Demurrage"),
        letter(OLGA, JOE, "2026-01-12T17:00:00", PROMISED, subject="Re: Demurrage", cc=ANN),
        letter(JOE, OLGA, "2026-02-02T09:00:00", "Any news on the demurrage?" + SIGNED, subject="Re: Demurrage"),
        letter(ANN, OLGA, "2026-02-10T09:00:00", "Thank you for the quick turn on the assay.", subject="Assay"),
        letter(OLGA, MIA, "2026-02-20T10:00:00", "Here is the data sheet.", subject="Data sheet"),
        letter(MIA, OLGA, "2026-02-21T10:00:00", "Please send us a quote for 400 t of pellets.", subject="Re: Data sheet"),
        letter(ZED, OLGA, "2026-02-25T10:00:00", "We make very fine gaskets.", subject="Gaskets"),
        meeting("visit-1", "2026-03-05T10:00:00", "Plant visit", OLGA, JOE, location="Stockyard"),
    )  # fmt: skip
    bring_up_to_date(owner, as_of=AS_OF)


def company(owner: Any, name: str) -> Account:
    """Find one of the owner's companies."""
    found: Account = Account.objects.visible_to(owner).get(name=name)
    return found


def person(owner: Any, name: str) -> Person:
    """Find one of the owner's people."""
    found: Person = Person.objects.visible_to(owner).get(name=name)
    return found


def mail(owner: Any, subject: str) -> Interaction:
    """Find the owner's first interaction with this subject."""
    found: Interaction = Interaction.objects.visible_to(owner).filter(body__subject=subject).earliest("occurred_at")
    return found


@contextmanager
def few_queries(most: int = QUERIES_MAX) -> Iterator[None]:
    """Fail when what happens inside asks the database more often than this."""
    with CaptureQueriesContext(
        connection,
    ) as asked:
        yield
    assert len(asked) <= most, "\n".join(query["sql"][:200] for query in asked)
