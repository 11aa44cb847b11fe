"""Everything that can be found can be entered by hand: as a note of one's own, or as a row of one's own. Both are facts, appended.

A note holds what was said, done or promised (and what was found in it is offered); a row holds business, facts, needs and suggestions.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from django.db import transaction

from alongside.interactions.models import CAPTURED, Interaction
from alongside.interactions.record import add_about, record, record_note
from alongside.people.domains import name_key
from alongside.people.models import Account, Handle, IdentityDecision, Person
from alongside.pipeline import bring_up_to_date, judge_one, place_anew
from alongside.sightings.find import record_by_hand
from alongside.sightings.models import Sighting
from alongside.sources.contract import AttachedFile, Mailbox, Row
from alongside.vocabulary import HandleKind, IdentityDecisionKind, InteractionKind, Side, SightingKind

ENTERED_BY_HAND = "entered by hand"
"""Where such a row came from."""


def note(
    text: str,
    *,
    about: Sequence[Person],
    by: Any,
    at: datetime,
    as_of: date,
    key: str,
    kind: InteractionKind = InteractionKind.NOTE,
    happened_on: date | None = None,
) -> list[Sighting]:
    """Keep a note about people and return what was found in it, to be confirmed or rejected. `key` makes a repeat harmless."""
    happened_at = datetime.combine(happened_on, time(12), tzinfo=UTC) if happened_on else at
    boxes = [Mailbox(p.anchor, p.name) for p in about]
    pk = record_note(text, owner=by, at=at, about=boxes, kind=kind, occurred_at=happened_at, key=key)
    bring_up_to_date(by, as_of=as_of, with_tables=False)
    return list(Sighting.objects.visible_to(by).filter(interaction_id=pk).order_by("start"))


def take_captured(
    text: str,
    *,
    about: Sequence[Person],
    said: str,
    photos: Sequence[AttachedFile],
    by: Any,
    at: datetime,
    happened_at: datetime,
    key: str,
) -> int:
    """Record a note that waited on a device and return its id. `said` is whom it is about, in words, where nobody is known by them yet."""
    boxes = [Mailbox(person.anchor, person.name) for person in about]
    return record_note(
        text,
        owner=by,
        at=at,
        about=boxes,
        occurred_at=happened_at,
        key=key,
        subject=said,
        where=CAPTURED,
        attached=photos,
    )


def say_about(note: Interaction, about: Sequence[Mailbox], *, by: Any, as_of: date) -> None:
    """Say whom a note is about that did not say it; what was found in it then belongs to them."""
    add_about(note, about, owner=by)
    place_anew(by, {note.pk}, as_of=as_of)


def enter(
    kind: SightingKind,
    words: str,
    *,
    side: Side,
    person: Person,
    by: Any,
    at: datetime,
    as_of: date,
    key: str,
    detail: dict[str, str] | None = None,
    happened_on: date | None = None,
) -> Sighting:
    """Enter one thing that was not found: a request, promise, complaint, thanks and so on, told by whoever knows."""
    happened_at = datetime.combine(happened_on, time(12), tzinfo=UTC) if happened_on else at
    with transaction.atomic():
        pk = record_note(
            words, owner=by, at=at, about=[Mailbox(person.anchor, person.name)], occurred_at=happened_at, key=key
        )
        interaction = Interaction.objects.visible_to(by).select_related("body").get(pk=pk)
        sighting = record_by_hand(
            interaction, kind=kind, side=side, quote=words, person=person, detail=detail or {}, at=happened_at
        )
    bring_up_to_date(by, as_of=as_of, with_tables=False)
    if person.account:
        judge_one(person.account, as_of=as_of)
    return sighting


def enter_row(table: str, fields: dict[str, str], *, account: Account, by: Any, at: datetime, as_of: date) -> None:
    """Enter an order, award, fact, need or suggestion by hand: a row like one of a table, kept as a fact."""
    _tie_name(account, by=by, at=at)
    record([(ENTERED_BY_HAND, Row(table=table, fields={"account": account.name, **fields}))], owner=by, at=at)
    bring_up_to_date(by, as_of=as_of)


def _tie_name(account: Account, *, by: Any, at: datetime) -> None:
    """Say that the account's name means this account: rows name companies, and it may be known by its domain alone."""
    handle = f"name:{name_key(account.name)}"
    if Handle.objects.visible_to(by).filter(kind=HandleKind.NAME, value=name_key(account.name)).exists():
        return
    IdentityDecision.objects.create(
        owner=by,
        kind=IdentityDecisionKind.SAME_ACCOUNT,
        subject=account.anchor,
        other=handle,
        decided_by=by,
        decided_at=at,
    )
