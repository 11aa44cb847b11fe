"""Where a new interaction belongs: its thread, its direction seen from us, and who of us met whom of them in it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from alongside.interactions.automatic import kind_of_mail
from alongside.interactions.models import Interaction, InteractionBody, Participant
from alongside.people.models import Account, Person
from alongside.sync import append
from alongside.touches.circles import Mailed, link, links_of
from alongside.touches.meetings import Meetings
from alongside.touches.models import ClaimDecision, Placement, ThreadLink, Touch
from alongside.touches.threads import Linked, Threaded, join_threads
from alongside.vocabulary import Automatic, Direction, InteractionKind, ParticipantRole, Reading

BATCH = 500
"""Interactions placed in one transaction. Unit: interactions; keeps the write lock short."""

LINKS_ASKED_FOR = 900
"""Links looked up by one statement. Unit: links; below the parameter limit of every SQLite in use."""

HEAD_CHARACTERS = 400
"""Characters of a body that are looked at to tell automatic mail."""


TookPart = dict[int, list[tuple[str, str]]]
"""By interaction, the addresses that take part in it, each with its role."""


@dataclass(frozen=True, slots=True)
class Box:
    """One participant with the person behind the address."""

    address: str
    role: str
    person: Person


def place(owner: Any, ids: Sequence[int], persons: Mapping[str, Person]) -> Iterator[int]:
    """Place these interactions; placing again replaces what was there.

    `persons` maps every address to its person. Accounts that something moved to or from are to be judged anew. Yields, batch by
    batch, how many were placed.
    """
    meetings = Meetings(owner, ids)
    ids = sorted(meetings.ids)
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        with transaction.atomic():
            _place_batch(owner, batch, persons, meetings)
        yield len(batch)


def _place_batch(owner: Any, ids: Sequence[int], persons: Mapping[str, Person], meetings: Meetings) -> None:
    envelopes = list(Interaction.objects.filter(pk__in=ids).order_by("pk"))
    took_part = _took_part(ids)
    threads = _thread(owner, envelopes, took_part)
    boxes = {pk: _boxes(took_part[pk], persons) for pk in ids}
    heads = _heads(ids)
    older = meetings.replaced_by(envelopes)
    touched = _accounts_of(ids) | _put_aside(older)
    Touch.objects.filter(interaction_id__in=ids).delete()
    Placement.objects.filter(interaction_id__in=ids).delete()
    placements, touches = [], []
    for envelope in envelopes:
        placement = _placement(envelope, boxes[envelope.pk], heads.get(envelope.pk, ("", "")))
        placement.thread_id = threads.of_interaction[envelope.pk]
        placement.is_superseded = envelope.cancelled or meetings.is_replaced(envelope)
        placements.append(placement)
        if not placement.is_superseded:
            touches += _touches(envelope, placement, boxes[envelope.pk], meetings.declined(envelope))
    append(Placement, _PLACED, ([getattr(row, name) for name in _PLACED] for row in placements))
    append(Touch, _TOUCHED, ([getattr(row, name) for name in _TOUCHED] for row in touches))
    Account.objects.filter(pk__in=touched | {t.account_id for t in touches}).update(needs_judging=True)


_PLACED = (
    "interaction_id", "owner_id", "thread_id", "direction", "automatic", "automatic_because", "is_superseded",
)  # fmt: skip
_TOUCHED = (
    "owner_id", "interaction_id", "account_id", "person_id", "our_person_id", "at", "kind", "direction", "thread_id", "others",
    "counts", "is_main",
)  # fmt: skip


def _put_aside(replaced: Sequence[int]) -> set[int]:
    """Let statements about meetings that were placed before hold no more; return the accounts that they touched."""
    touched: set[int] = set()
    for start in range(0, len(replaced), BATCH):
        batch = replaced[start : start + BATCH]
        touched |= _accounts_of(batch)
        # They are read again, so that nothing that was found in them stays.
        Placement.objects.filter(interaction_id__in=batch).update(is_superseded=True, reading=Reading.UNREAD)
        Touch.objects.filter(interaction_id__in=batch).delete()
    return touched


def _accounts_of(ids: Sequence[int]) -> set[int]:
    rows = Touch.objects.filter(interaction_id__in=ids, account__isnull=False)
    return set(rows.values_list("account_id", flat=True).distinct())


def _thread(owner: Any, envelopes: list[Interaction], took_part: TookPart) -> Threaded:
    linked = _linked(owner, envelopes, took_part)
    named = {each for item in linked for each in item.links}
    known = _known_links(owner, named)
    joined = join_threads(linked, known)
    for old, new in joined.absorbed.items():
        ThreadLink.objects.filter(owner=owner, thread_id=old).update(thread_id=new)
        Placement.objects.filter(owner=owner, thread_id=old).update(thread_id=new)
        Touch.objects.filter(owner=owner, thread_id=old).update(thread_id=new)
    fresh = ((owner.pk, each, thread) for each, thread in joined.of_link.items() if each not in known)
    append(ThreadLink, ("owner_id", "link", "thread_id"), fresh)
    return joined


def _known_links(owner: Any, named: Collection[str]) -> dict[str, int]:
    wanted = sorted(named)
    known: dict[str, int] = {}
    for start in range(0, len(wanted), LINKS_ASKED_FOR):
        rows = ThreadLink.objects.filter(owner=owner, link__in=wanted[start : start + LINKS_ASKED_FOR])
        known.update(rows.values_list("link", "thread_id"))
    return known


def _linked(owner: Any, envelopes: list[Interaction], took_part: TookPart) -> list[Linked]:
    """Give every envelope its links; a meeting is linked with its own other statements alone."""
    claims = ClaimDecision.objects.visible_to(owner).filter(withdrawn_at__isnull=True)
    belongs = dict(claims.order_by("decided_at", "pk").values_list("message_id", "answers"))
    asked_for = set(belongs.values())
    found = []
    for envelope in envelopes:
        if envelope.kind != InteractionKind.MAIL:
            found.append(Linked(envelope.pk, (link(envelope.message_id, ""),) if envelope.message_id else ()))
            continue
        entered = [belongs[envelope.message_id]] if envelope.message_id in belongs else []
        is_asked_for = envelope.message_id in asked_for
        mail = _mailed(envelope, took_part[envelope.pk])
        found.append(Linked(envelope.pk, links_of(mail, entered_by_word=entered, is_asked_for=is_asked_for)))
    return found


def _mailed(envelope: Interaction, took_part: list[tuple[str, str]]) -> Mailed:
    return Mailed(
        message_id=envelope.message_id,
        names=tuple(dict.fromkeys(name for name in (envelope.in_reply_to, *envelope.references) if name)),
        sender=next((address for address, role in took_part if role == ParticipantRole.SENDER), ""),
        recipients=tuple(address for address, role in took_part if role != ParticipantRole.SENDER),
        headers=envelope.headers,
    )


def _took_part(ids: Sequence[int]) -> TookPart:
    """Read who takes part as what, whoever is behind an address: threads do not depend on who is who."""
    found: TookPart = defaultdict(list)
    rows = Participant.objects.filter(interaction_id__in=ids).order_by("pk")
    for interaction_id, address, role in rows.values_list("interaction_id", "address__value", "role"):
        found[interaction_id].append((address, role))
    return found


def _boxes(took_part: list[tuple[str, str]], persons: Mapping[str, Person]) -> list[Box]:
    return [Box(address, role, persons[address]) for address, role in took_part if address in persons]


def _heads(ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    from django.db.models.functions import Left

    rows = InteractionBody.objects.filter(interaction_id__in=ids).annotate(head=Left("text", HEAD_CHARACTERS))
    return {pk: (subject, head) for pk, subject, head in rows.values_list("interaction_id", "subject", "head")}


def _placement(envelope: Interaction, boxes: list[Box], words: tuple[str, str]) -> Placement:
    automatic, because = Automatic.PERSONAL, ""
    sender = next((b for b in boxes if b.role == ParticipantRole.SENDER), None)
    if envelope.kind == InteractionKind.MAIL:
        automatic, because = kind_of_mail(
            envelope.headers, sender_address=sender.address if sender else "", subject=words[0], text_head=words[1]
        )
    return Placement(
        interaction=envelope,
        owner_id=envelope.owner_id,
        direction=_direction(envelope, sender, boxes),
        automatic=automatic,
        automatic_because=because[:300],
    )


def _direction(envelope: Interaction, sender: Box | None, boxes: list[Box]) -> Direction:
    theirs = any(not b.person.is_ours for b in boxes)
    if envelope.kind != InteractionKind.MAIL:
        return Direction.MUTUAL if theirs else Direction.INTERNAL
    if sender is None or not sender.person.is_ours:
        return Direction.INBOUND
    return Direction.OUTBOUND if theirs else Direction.INTERNAL


def _touches(envelope: Interaction, placement: Placement, boxes: list[Box], declined: set[str]) -> list[Touch]:
    """One touch for each person of theirs; only the writer, the addressees in To and those who met count as contact.

    Who `declined` an invitation was not there.
    """
    theirs: dict[int, Box] = {}
    for box in boxes:
        if not box.person.is_ours and box.person.pk not in theirs:
            theirs[box.person.pk] = box
    us = next((b.person for b in boxes if b.person.is_ours), None)
    people = {b.person.pk for b in boxes}
    seen_accounts: set[int | None] = set()
    found = []
    for box in sorted(theirs.values(), key=lambda b: _counts(b.role, placement), reverse=True):
        if placement.automatic in (Automatic.BULK, Automatic.MACHINE, Automatic.BOUNCE) and box.role not in (
            ParticipantRole.SENDER,
        ):
            continue
        found.append(
            Touch(
                owner_id=envelope.owner_id,
                interaction=envelope,
                account_id=box.person.account_id,
                person=box.person,
                our_person=us,
                at=envelope.occurred_at,
                kind=envelope.kind,
                direction=placement.direction,
                thread_id=placement.thread_id,
                others=max(0, len(people) - 2),
                counts=envelope.kind != InteractionKind.NOTE
                and box.address not in declined
                and _counts(box.role, placement),
                is_main=box.person.account_id not in seen_accounts,
            )
        )
        seen_accounts.add(box.person.account_id)
    return found


def _counts(role: str, placement: Placement) -> bool:
    if placement.automatic != Automatic.PERSONAL:
        return False
    if placement.direction == Direction.OUTBOUND:
        return role == ParticipantRole.TO
    if placement.direction == Direction.INBOUND:
        return role == ParticipantRole.SENDER
    return role in (ParticipantRole.ORGANIZER, ParticipantRole.ATTENDEE, ParticipantRole.ABOUT)
