"""What can be put on a customer's page: the requests and steps there are, beside what stands on it of each."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.judgement.plan import Step
from alongside.judgement.published import proposed_state
from alongside.ledgers.customer_page.models import PageLink, Published
from alongside.ledgers.customer_page.publish import Choice
from alongside.ledgers.requests.models import Request, RequestEntry
from alongside.people.models import Account, Person
from alongside.vocabulary import EntryKind, PublishedKind, PublishedState, RequestState
from alongside.web.templatetags.words import sentence

MOST_REQUESTS = 30
"""Requests that are offered, the latest first, beside those that stand on the page already. Unit: requests."""


@dataclass(frozen=True, slots=True)
class Source:
    """A request or step that can be published: what is proposed for it, what stands on the page, and whether that is behind."""

    kind: PublishedKind
    key: str
    title: str
    about: str
    proposed: Choice
    published: Published | None
    is_behind: bool = False

    @property
    def id(self) -> str:
        """Name it on the page."""
        return f"{self.kind.value}-{self.key[:16]}"


def request_sources(user: Any, account: Account, published: Sequence[Published]) -> list[Source]:
    """Offer the open requests of an account, and those that stand on its page. Two queries."""
    there = {row.source_key: row for row in published if row.kind == PublishedKind.REQUEST}
    rows = Request.objects.visible_to(user).filter(account=account).select_related("person")
    wanted = rows.filter(state=RequestState.OPEN) | rows.filter(sighting_key__in=list(there))
    asked = list(wanted.order_by("-asked_on", "-pk")[:MOST_REQUESTS])
    entries = _entries(user, asked)
    found = [_request(row, there.get(row.sighting_key), entries[row.sighting_key]) for row in asked]
    return sorted(found, key=lambda source: source.published is None)


def _entries(user: Any, asked: Sequence[Request]) -> dict[str, set[EntryKind]]:
    rows = RequestEntry.objects.visible_to(user).filter(
        sighting_key__in=[row.sighting_key for row in asked], withdrawn_at__isnull=True
    )
    found: dict[str, set[EntryKind]] = defaultdict(set)
    for key, kind in rows.values_list("sighting_key", "kind"):
        found[key].add(EntryKind(kind))
    return found


def _request(row: Request, there: Published | None, entries: set[EntryKind]) -> Source:
    state = proposed_state(RequestState(row.state), entries)
    words = there.words if there else sentence(row.what)
    choice = Choice(
        kind=PublishedKind.REQUEST,
        source_key=row.sighting_key,
        words=words,
        since=there.since if there else "",
        state=state,
        due_on=row.next_update_on,
    )
    is_behind = there is not None and _is_behind(there, state, row.next_update_on)
    who = f"{row.person.name}, " if row.person else ""
    return Source(
        PublishedKind.REQUEST,
        row.sighting_key,
        sentence(row.what),
        f"{who}{row.asked_on:%-d %b %Y}, {row.get_state_display()}",
        choice,
        there,
        is_behind,
    )


def _is_behind(there: Published, state: PublishedState, next_on: date | None) -> bool:
    """Say whether the request is further than the page says, or they hear from us on another day."""
    order = list(PublishedState)
    shown = order.index(PublishedState(there.state))
    return order.index(state) > shown or (next_on is not None and next_on != there.due_on)


def step_sources(steps: Sequence[Step], published: Sequence[Published]) -> list[Source]:
    """Offer the steps of the joint plan that are open, and those that stand on the page."""
    there = {row.source_key: row for row in published if row.kind == PublishedKind.STEP}
    return [_step(step, there.get(step.key)) for step in steps if step.is_open or step.key in there]


def _step(step: Step, there: Published | None) -> Source:
    choice = step_choice(step, words=there.words if there else step.what, whose=there.whose if there else step.whose)
    is_behind = there is not None and (there.due_on, there.is_done, there.side) != (
        choice.due_on,
        choice.is_done,
        choice.side,
    )
    about = f"{step.side.value}, {step.whose}, {_day(step.due_on)}"
    return Source(PublishedKind.STEP, step.key, step.what, about, choice, there, is_behind)


def step_choice(step: Step, *, words: str, whose: str) -> Choice:
    """Choose a step for the page in these words; its side, day and state are the plan's."""
    return Choice(
        kind=PublishedKind.STEP,
        source_key=step.key,
        words=words,
        side=step.side,
        whose=whose,
        due_on=step.due_on,
        is_done=not step.is_open,
        place=step.place,
    )


def _day(on: date) -> str:
    return f"{on.day} {on:%b %Y}"


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A private address as the list shows it: whom it was made for and how it stands."""

    link: PageLink
    state: str

    @property
    def is_open(self) -> bool:
        """Say whether it still opens the page."""
        return self.state == "open"


def link_rows(links: Sequence[PageLink], now: Any) -> list[LinkRow]:
    """List the addresses, those that still open the page first."""
    rows = [
        LinkRow(link, "revoked" if link.revoked_at else "ended" if link.expires_at <= now else "open") for link in links
    ]
    return sorted(rows, key=lambda row: not row.is_open)


def people_to_write_back(user: Any, account: Account) -> list[Person]:
    """List those of an account under whose mail address words can come back. One query."""
    people = Person.objects.visible_to(user).filter(account=account, merged_into__isnull=True, is_ours=False)
    return list(people.filter(anchor__contains="@", is_shared_mailbox=False).order_by("name"))


STATES = [(state.value, state.label) for state in PublishedState]
