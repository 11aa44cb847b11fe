"""What is found in the text of new interactions: sightings and signatures, written under keys that survive finding again."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models.functions import Left

from alongside.interactions.keys import digest
from alongside.interactions.models import Interaction, InteractionBody
from alongside.people.models import Person, SignatureSeen
from alongside.sightings.contract import Found
from alongside.sightings.models import Sighting, SightingReview
from alongside.sightings.readers import ReadAll, read_all
from alongside.sightings.written import CHARACTERS_READ, Seen, Written
from alongside.sync import append, sync
from alongside.touches.models import Placement, Touch
from alongside.vocabulary import Automatic, Direction, InteractionKind, Reading, Review, Side

BATCH = 250
"""Interactions read at once and written in one transaction. Unit: interactions; a few batches are held at the same time."""

BY_HAND = "hand"
"""The extractor's name on what a person entered."""


def find_in(owner: Any, ids: Iterable[int], *, count: int, read: ReadAll = read_all) -> Iterator[int]:
    """Read these interactions and write what was found; finding again replaces what extractors found before.

    `count` says about how many there are: they are taken as they come, a few batches ahead of the writing, and read by `read`.
    Yields, batch by batch, how many were read.
    """
    ahead: deque[list[_Unread]] = deque()
    for seen in read(_texts(iter(ids), ahead), count=count):
        with transaction.atomic():
            n = _write_batch(owner, ahead.popleft(), seen)
        yield n


def sighting_key(kind: str, identity_key: str, quote: str) -> str:
    """Name a sighting across rebuilds: what was found, where, in which words."""
    return digest("sighting", kind, identity_key, " ".join(re.findall(r"\w+", quote.lower())))


def _texts(ids: Iterator[int], ahead: "deque[list[_Unread]]") -> Iterator[list[Written]]:
    """Load the texts batch by batch; what is known beside each text waits in `ahead` until it was read."""
    while chunk := list(islice(ids, BATCH)):
        batch = _unread(chunk)
        ahead.append(batch)
        yield [each.written for each in batch if each.written]


@dataclass(frozen=True, slots=True)
class _Unread:
    """An interaction that was not read yet, whom of theirs it is with, and its text where there is anything to read."""

    interaction_id: int
    identity_key: str
    at: datetime
    person: "_Counterpart | None"
    written: Written | None


@dataclass(frozen=True, slots=True)
class _Counterpart:
    """Whom of theirs an interaction is with: the writer, or the first addressee; a company alone where nobody is named."""

    person_id: int | None
    account_id: int | None
    name: str | None
    anchor: str | None


def _unread(ids: Sequence[int]) -> list[_Unread]:
    people = _counterparts(ids)
    rows = Placement.objects.filter(interaction_id__in=ids).annotate(
        text=Left("interaction__body__text", CHARACTERS_READ)
    )
    columns = ["interaction_id", "is_superseded", "automatic", "direction", *(f"interaction__{c}" for c in _ENVELOPE)]
    found = []
    for pk, superseded, automatic, direction, kind, key, at, offset, subject, text in rows.order_by(
        "interaction_id"
    ).values_list(*columns, "text"):
        person, is_mail = people.get(pk), kind == InteractionKind.MAIL
        inbound = is_mail and direction == Direction.INBOUND
        written = Written(
            text=text,
            subject=subject,
            occurred_at=at,
            utc_offset_minutes=offset,
            by_us=not inbound,
            writer_name=(person and person.name) or "" if inbound else "",
            is_note=not is_mail,
        )
        is_read = not superseded and _is_read(kind, automatic, direction)
        found.append(_Unread(pk, key, at, person, written if is_read else None))
    return found


_ENVELOPE = ("kind", "identity_key", "occurred_at", "utc_offset_minutes", "body__subject")


def _is_read(kind: str, automatic: str, direction: str) -> bool:
    """Only what people wrote to each other is read, and the notes of ours."""
    if kind == InteractionKind.MAIL:
        personal = automatic in (Automatic.PERSONAL, Automatic.LIST)
        return personal and direction in (Direction.INBOUND, Direction.OUTBOUND)
    return kind in (InteractionKind.NOTE, InteractionKind.CALL, InteractionKind.VISIT)


def _counterparts(ids: Sequence[int]) -> dict[int, _Counterpart]:
    rows = Touch.objects.filter(interaction_id__in=ids).order_by("-counts", "pk")
    columns = ("interaction_id", "person_id", "account_id", "person__name", "person__anchor")
    found: dict[int, _Counterpart] = {}
    for pk, *person in rows.values_list(*columns):
        found.setdefault(pk, _Counterpart(*person))
    return found


def _write_batch(owner: Any, batch: list[_Unread], seen: Sequence[Seen]) -> int:
    ids = [each.interaction_id for each in batch]
    erased = InteractionBody.objects.filter(interaction_id__in=ids, erased_at__isnull=False)
    gone = set(erased.values_list("interaction_id", flat=True))  # while its text was being read
    read = [(u, s) for u, s in zip((u for u in batch if u.written), seen, strict=True) if u.interaction_id not in gone]
    sightings: dict[str, dict[str, Any]] = {}
    for unread, outcome in read:
        for found in outcome.found:
            key = sighting_key(found.kind, unread.identity_key, found.quote)
            sightings.setdefault(key, _fields(owner, unread, found))
    _apply_reviews(owner, sightings)
    there = Sighting.objects.filter(interaction_id__in=ids)
    hand = set(there.filter(extractor=BY_HAND).values_list("key", flat=True))
    sync(there.exclude(extractor=BY_HAND), {k: fields for k, fields in sightings.items() if k not in hand})
    _bring_home(there.filter(extractor=BY_HAND), batch)
    _write_signatures(owner, ids, read)
    _mark_read(ids, read)
    return len(batch)


def _bring_home(by_hand: Any, batch: Sequence[_Unread]) -> None:
    """Let what a person entered stand with whom its note is about now: two may have become one, or one two."""
    people = {each.interaction_id: each.person for each in batch}
    for sighting in by_hand:
        person = people.get(sighting.interaction_id)
        if person and (sighting.person_id, sighting.account_id) != (person.person_id, person.account_id):
            by_hand.filter(pk=sighting.pk).update(person_id=person.person_id, account_id=person.account_id)


def _fields(owner: Any, unread: _Unread, found: Found) -> dict[str, Any]:
    person = unread.person
    return {
        "owner_id": owner.pk,
        "interaction_id": unread.interaction_id,
        "account_id": person.account_id if person else None,
        "person_id": person.person_id if person else None,
        "kind": found.kind,
        "side": found.side,
        "quote": found.quote,
        "start": found.start,
        "end": found.end,
        "because": found.because,
        "extractor": found.extractor,
        "version": found.version,
        "detail": found.detail,
        "at": unread.at,
        "review": Review.UNREVIEWED,
    }


def _write_signatures(owner: Any, ids: Sequence[int], read: Sequence[tuple[_Unread, Seen]]) -> None:
    SignatureSeen.objects.filter(interaction_id__in=ids).delete()
    signed = [(u, u.person, s.signed) for u, s in read if s.signed and u.person]
    append(
        SignatureSeen,
        ["owner_id", "interaction_id", "address", "at", *_SIGNED],
        ([owner.pk, u.interaction_id, p.anchor, u.at, *(getattr(s, name) for name in _SIGNED)] for u, p, s in signed),
    )


_SIGNED = ("title", "phone", "company", "postal", "links")


def _mark_read(ids: Sequence[int], read: Sequence[tuple[_Unread, Seen]]) -> None:
    rows = Placement.objects.filter(interaction_id__in=ids)
    rows.update(reading=Reading.READ, reading_trouble="")
    for unread, outcome in read:
        if outcome.trouble:
            rows.filter(pk=unread.interaction_id).update(reading=Reading.GIVEN_UP, reading_trouble=outcome.trouble)


def _apply_reviews(owner: Any, sightings: dict[str, dict[str, Any]]) -> None:
    """What a person said of a sighting holds again after every finding; a rejected one never comes back as open."""
    said = SightingReview.objects.visible_to(owner).filter(key__in=list(sightings), withdrawn_at__isnull=True)
    for review in said.order_by("said_at", "pk"):
        fields = sightings[review.key]
        fields["review"] = review.review
        if review.review == Review.CORRECTED:
            fields["detail"] = fields["detail"] | review.detail
            fields["kind"] = review.kind


def record_by_hand(
    interaction: Interaction, *, kind: str, side: Side, quote: str, person: Person, detail: dict[str, str], at: datetime
) -> Sighting:
    """Enter by hand what a person knows: a sighting on their own note, confirmed from the start."""
    text = interaction.body.text
    start = max(0, text.find(quote))
    sighting, _ = Sighting.objects.get_or_create(
        owner_id=interaction.owner_id,
        key=sighting_key(kind, interaction.identity_key, quote),
        defaults={
            "interaction": interaction,
            "account_id": person.account_id,
            "person": person,
            "kind": kind,
            "side": side,
            "quote": quote,
            "start": start,
            "end": start + len(quote),
            "because": "You entered it yourself.",
            "extractor": BY_HAND,
            "version": 1,
            "detail": detail,
            "at": at,
            "review": Review.CONFIRMED,
        },
    )
    return sighting
