"""Keeping the joint plan: a step is added, changed, moved, ticked, dropped, put elsewhere, and each of it can be taken back."""

from dataclasses import dataclass
from datetime import date, datetime
from secrets import token_hex
from typing import Any

from django.db import transaction

from alongside.ledgers.plans.models import PlanEntry
from alongside.ledgers.plans.read import entries_of, order_of
from alongside.people.models import Account, Person
from alongside.vocabulary import PlanState, Side

NOBODYS = "A step that belongs to nobody is done by nobody. Name who does it: one of us, or one of them."
"""What a step without an owner is told."""


class PlanError(Exception):
    """A step that cannot be kept as it stands: `field` is where it went wrong, the message what to do."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Terms:
    """What is to be done, on which side and by whom, until when, and for which request (its sighting's key) if for one."""

    what: str
    side: Side
    whose: str
    due_on: date
    request_key: str = ""


@transaction.atomic
def add_step(account: Account, terms: Terms, *, by: Any, at: datetime, on: date) -> PlanEntry:
    """Add a step at the end of the plan. Raises PlanError for one that nobody owns, or whose day has passed."""
    _check(terms)
    if terms.due_on < on:
        raise PlanError("due_on", "That day has passed. Choose the day until which it is to be done.")
    last = max((place for place, _ in order_of(account)), default=0)
    return PlanEntry.objects.create(
        owner=account.owner,
        account_handle=account.anchor,
        step_key=token_hex(16),
        place=last + 1,
        on=on,
        said_by=by,
        said_at=at,
        **_stated(account, terms),
    )


def change_step(account: Account, latest: PlanEntry, terms: Terms, *, by: Any, at: datetime, on: date) -> PlanEntry:
    """Say anew what a step is. Another day than before makes it a moved one. Raises PlanError for one that nobody owns."""
    _check(terms)
    is_moved = terms.due_on != latest.due_on
    if is_moved and terms.due_on < on:
        raise PlanError("due_on", "That day has passed. Choose the day until which it is to be done now.")
    state = PlanState.MOVED if is_moved and PlanState(latest.state).is_open else PlanState(latest.state)
    return _say(latest, by=by, at=at, on=on, state=state, **_stated(account, terms))


def tick(latest: PlanEntry, *, by: Any, at: datetime, on: date, by_them: bool = False) -> PlanEntry:
    """Say that a step is done."""
    return _say(latest, by=by, at=at, on=on, state=PlanState.DONE, by_them=by_them)


def drop(latest: PlanEntry, *, by: Any, at: datetime, on: date) -> PlanEntry:
    """Say that a step is no longer to be done."""
    return _say(latest, by=by, at=at, on=on, state=PlanState.DROPPED)


def reopen(latest: PlanEntry, *, by: Any, at: datetime, on: date, by_them: bool = False) -> PlanEntry:
    """Say that a step is still to be done."""
    return _say(latest, by=by, at=at, on=on, state=PlanState.OPEN, by_them=by_them)


@transaction.atomic
def put_before(account: Account, latest: PlanEntry, *, by: Any, at: datetime, on: date, steps: int = 1) -> None:
    """Put a step so many places before where it stands; a negative number puts it after."""
    order = order_of(account)
    at_present = next(n for n, (_, key) in enumerate(order) if key == latest.step_key)
    wanted = min(max(at_present - steps, 0), len(order) - 1)
    order.insert(wanted, order.pop(at_present))
    there = {entry.step_key: entry for entry in entries_of(account) if entry.withdrawn_at is None}
    for place, (was, key) in enumerate(order, start=1):
        if place != was:
            _say(there[key], by=by, at=at, on=on, place=place)


def take_back(latest: PlanEntry, *, at: datetime) -> None:
    """Let the latest word on a step count no more; it stays on record, and what was said before holds again."""
    latest.withdrawn_at = at
    latest.save(update_fields=["withdrawn_at"])


def _check(terms: Terms) -> None:
    if not terms.whose.strip():
        raise PlanError("whose", NOBODYS)


def _stated(account: Account, terms: Terms) -> dict[str, Any]:
    return {
        "what": terms.what.strip(),
        "side": terms.side,
        "whose": terms.whose.strip(),
        "whose_handle": _handle_of(account, terms),
        "due_on": terms.due_on,
        "request_key": terms.request_key,
    }


def _handle_of(account: Account, terms: Terms) -> str:
    """Find by what the named person is known; "" where the name is nobody's whom we know, or that of several."""
    people = Person.objects.filter(owner=account.owner, merged_into__isnull=True, name__iexact=terms.whose.strip())
    there = people.filter(is_ours=True) if terms.side == Side.OURS else people.filter(account=account)
    anchors = list(there.values_list("anchor", flat=True)[:2])
    return anchors[0] if len(anchors) == 1 else ""


_CARRIED = (
    "owner_id",
    "account_handle",
    "request_key",
    "step_key",
    "what",
    "side",
    "whose",
    "whose_handle",
    "due_on",
    "state",
    "place",
)


def _say(latest: PlanEntry, *, by: Any, at: datetime, on: date, **changed: Any) -> PlanEntry:
    """Append a word that says of the step what the latest one says, but for what changed."""
    carried = {name: getattr(latest, name) for name in _CARRIED}
    return PlanEntry.objects.create(**carried | {"on": on, "said_by": by, "said_at": at} | changed)
