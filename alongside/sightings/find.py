"""What is found in the text of new interactions: sightings and signatures, written under keys that survive finding again."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from alongside.interactions.keys import digest
from alongside.interactions.models import Interaction
from alongside.interactions.signature import read_signature
from alongside.people.models import Person, SignatureSeen
from alongside.sightings.contract import Found, Passage
from alongside.sightings.models import Sighting, SightingReview
from alongside.sightings.passage import note_passage, passage_of
from alongside.sync import sync
from alongside.touches.models import Placement, Touch
from alongside.vocabulary import Automatic, Direction, InteractionKind, Reading, Review, Side

BATCH = 500
"""Interactions read in one transaction. Unit: interactions."""

LINKS_KEPT = 5
"""Links of one signature that are kept. Unit: links; more are advertising."""

BY_HAND = "hand"
"""The extractor's name on what a person entered."""


def find_in(owner: Any, ids: Sequence[int]) -> Iterator[int]:
    """Read these interactions and write what was found; finding again replaces what extractors found before.

    Yields, batch by batch, how many were read.
    """
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        with transaction.atomic():
            _find_batch(owner, batch)
        yield len(batch)


def sighting_key(kind: str, identity_key: str, quote: str) -> str:
    """Name a sighting across rebuilds: what was found, where, in which words."""
    return digest("sighting", kind, identity_key, " ".join(re.findall(r"\w+", quote.lower())))


def _find_batch(owner: Any, ids: Sequence[int]) -> None:
    # Loaded when there is something to read: making its patterns takes longer than the first page of a new installation.
    from alongside.sightings.extractors import find_all

    placed = Placement.objects.filter(interaction_id__in=ids).select_related("interaction", "interaction__body")
    placed = placed.defer("interaction__body__html", "interaction__headers", "interaction__references")
    people = _counterparts(ids)
    sightings: dict[str, Sighting] = {}
    signatures = []
    for placement in placed.order_by("interaction_id"):
        if not _is_read(placement):
            continue
        person = people.get(placement.interaction_id)
        inbound = placement.direction == Direction.INBOUND
        passage = _passage(placement, person.name if person and inbound else "")
        for found in find_all(passage):
            sighting = _sighting(found, placement, person)
            sightings.setdefault(sighting.key, sighting)
        if person and inbound:
            signatures += _signature(passage, placement, person)
    _apply_reviews(owner, sightings)
    there = Sighting.objects.filter(interaction_id__in=ids)
    hand = set(there.filter(extractor=BY_HAND).values_list("key", flat=True))
    sync(there.exclude(extractor=BY_HAND), {k: _fields(s) for k, s in sightings.items() if k not in hand})
    SignatureSeen.objects.filter(interaction_id__in=ids).delete()
    SignatureSeen.objects.bulk_create(signatures, batch_size=400)
    Placement.objects.filter(interaction_id__in=ids).update(reading=Reading.READ)


def _is_read(placement: Placement) -> bool:
    """Only what people wrote to each other is read, and the notes of ours."""
    if placement.is_superseded:
        return False
    if placement.interaction.kind == InteractionKind.MAIL:
        return placement.automatic in (Automatic.PERSONAL, Automatic.LIST) and placement.direction in (
            Direction.INBOUND,
            Direction.OUTBOUND,
        )
    return placement.interaction.kind in (InteractionKind.NOTE, InteractionKind.CALL, InteractionKind.VISIT)


def _counterparts(ids: Sequence[int]) -> dict[int, Person]:
    """Whom of theirs each interaction is with: the writer, or the first addressee."""
    rows = Touch.objects.filter(interaction_id__in=ids).select_related("person").order_by("-counts", "pk")
    found: dict[int, Person] = {}
    for touch in rows:
        found.setdefault(touch.interaction_id, touch.person)
    return found


def _passage(placement: Placement, writer_name: str) -> Passage:
    envelope, body = placement.interaction, placement.interaction.body
    if envelope.kind != InteractionKind.MAIL:
        return note_passage(body.text, occurred_at=envelope.occurred_at, utc_offset_minutes=envelope.utc_offset_minutes)
    return passage_of(
        body.text,
        subject=body.subject,
        occurred_at=envelope.occurred_at,
        utc_offset_minutes=envelope.utc_offset_minutes,
        by_us=placement.direction == Direction.OUTBOUND,
        writer_name=writer_name,
    )


def _sighting(found: Found, placement: Placement, person: Person | None) -> Sighting:
    return Sighting(
        owner_id=placement.owner_id,
        interaction_id=placement.interaction_id,
        account_id=person.account_id if person else None,
        person=person,
        kind=found.kind,
        side=found.side,
        quote=found.quote,
        start=found.start,
        end=found.end,
        because=found.because,
        extractor=found.extractor,
        version=found.version,
        detail=found.detail,
        at=placement.interaction.occurred_at,
        key=sighting_key(found.kind, placement.interaction.identity_key, found.quote),
    )


def _fields(sighting: Sighting) -> dict[str, Any]:
    return {name: getattr(sighting, name) for name in SYNCED}


SYNCED = [
    "owner_id",
    "interaction_id",
    "account_id",
    "person_id",
    "kind",
    "side",
    "quote",
    "start",
    "end",
    "because",
    "extractor",
    "version",
    "detail",
    "at",
    "review",
]


def _signature(passage: Passage, placement: Placement, person: Person) -> list[SignatureSeen]:
    if passage.signature is None:
        return []
    fields = read_signature(passage.text, passage.signature)
    phone = fields.phones[0] if fields.phones else ""
    if not (fields.title or phone or fields.company or fields.postal or fields.links):
        return []
    return [
        SignatureSeen(
            owner_id=placement.owner_id,
            interaction_id=placement.interaction_id,
            address=person.anchor,
            title=fields.title[:300],
            phone=phone[:60],
            company=fields.company[:300],
            postal=fields.postal[:500],
            links=[link[:300] for link in fields.links[:LINKS_KEPT]],
            at=placement.interaction.occurred_at,
        )
    ]


def _apply_reviews(owner: Any, sightings: dict[str, Sighting]) -> None:
    """What a person said of a sighting holds again after every finding; a rejected one never comes back as open."""
    said = SightingReview.objects.visible_to(owner).filter(key__in=list(sightings), withdrawn_at__isnull=True)
    for review in said.order_by("said_at", "pk"):
        sighting = sightings[review.key]
        sighting.review = review.review
        if review.review == Review.CORRECTED:
            sighting.detail = sighting.detail | review.detail
            sighting.kind = review.kind


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
