"""A customer with a page: two requests and a plan of which something was published, and an address for Joe."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from alongside.judgement.plan import steps_of
from alongside.ledgers.customer_page.links import ForWhom, make_link
from alongside.ledgers.customer_page.models import PageLink, Published
from alongside.ledgers.customer_page.publish import Choice, publish
from alongside.ledgers.plans.keep import Terms, add_step
from alongside.ledgers.plans.read import words_of
from alongside.ledgers.requests.models import Request
from alongside.letterbox import empty_letterbox
from alongside.people.models import Account
from alongside.vocabulary import PublishedKind, PublishedState, Side
from alongside.web.rows.their_page import step_choice
from tests.faces.book import company, open_book, person

DEMURRAGE = "Where the demurrage charge comes from"
SCALE = "You check the scale at gate two"
LIST = "We send the car list"
JOE = "joe@nsteel.example"


@dataclass
class House:
    """What the tests of the public side speak of."""

    owner: Any
    account: Account
    link: PageLink
    token: str

    @property
    def address(self) -> str:
        return f"/c/{self.token}/"

    def item(self, words: str) -> Published:
        return Published.objects.get(words=words, withdrawn_at__isnull=True)

    def say(self, kind: str, words: str = "", text: str = "", *, once: str = "", client: Client | None = None) -> Any:
        """Send a form of the page as a browser does."""
        told = {"kind": kind, "item_key": self.item(words).item_key if words else "", "text": text}
        once = once or f"{kind}{words}{text}"[:60]
        return (client or Client()).post(f"{self.address}words", told | {"once": once})

    def take_in(self) -> bool:
        """Let the worker empty the letterbox."""
        return empty_letterbox(at=timezone.now(), as_of=timezone.localdate())


def build(owner: Any) -> House:
    """Open the book, agree two steps, publish them and a request, and make an address for Joe."""
    open_book(owner)
    now, account = timezone.now(), company(owner, "National Steel")
    told: dict[str, Any] = {"by": owner, "at": now}
    due = timezone.localdate() + timedelta(days=9)
    add_step(account, Terms("Joe checks gate two", Side.THEIRS, "Joe Kowalski", due), on=timezone.localdate(), **told)
    add_step(account, Terms("Car list to Joe", Side.OURS, "Olga Owner", due), on=timezone.localdate(), **told)
    joe_checks, car_list = steps_of(words_of(account))
    publish(account, Choice(PublishedKind.HEAD, "", "What we do for National Steel", whose="Olga Owner"), **told)
    asked = Request.objects.visible_to(owner).filter(account=account).earliest("pk")
    state = PublishedState.LOOKING
    words = Choice(PublishedKind.REQUEST, asked.sighting_key, DEMURRAGE, since="The port was asked.", state=state)
    publish(account, words, **told)
    publish(account, step_choice(joe_checks, words=SCALE, whose="Joe Kowalski"), **told)
    publish(account, step_choice(car_list, words=LIST, whose="Olga Owner"), **told)
    whom = ForWhom(account.anchor, person(owner, "Joe Kowalski").anchor, "Joe Kowalski")
    link, token = make_link(owner, whom, days=90, **told)
    return House(owner, account, link, token)
