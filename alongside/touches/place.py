"""Where a new interaction belongs: its thread, its direction seen from us, and who of us met whom of them in it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction

from alongside.interactions.automatic import kind_of_mail
from alongside.interactions.models import Participant
from alongside.people.models import Account, Person
from alongside.sync import append
from alongside.touches.circles import Mailed, link, links_of
from alongside.touches.envelopes import Envelope, among, envelopes_of
from alongside.touches.meetings import Meetings
from alongside.touches.models import ClaimDecision, Placement, ThreadLink, Touch
from alongside.touches.threads import Linked, Threaded, join_threads
from alongside.vocabulary import Automatic, Direction, InteractionKind, ParticipantRole, Reading

BATCH = 500
"""Interactions placed in one transaction. Unit: interactions; keeps the write lock short."""

LINKS_ASKED_FOR = 900
"""Links looked up by one statement. Unit: links; below the parameter limit of every SQLite in use."""

TookPart = dict[int, list[tuple[str, str]]]
"""By interaction, the addresses that take part in it, each with its role."""


@dataclass(frozen=True, slots=True)
class Box:
    """One participant with the person behind the address."""

    address: str
    role: str
    person: Person


class _Placed(NamedTuple):
    """What a placement's row says; making a model object of each takes several times as long."""

    interaction_id: int
    owner_id: int
    thread_id: int
    direction: Direction
    automatic: Automatic
    automatic_because: str
    is_superseded: bool


class _Touched(NamedTuple):
    """What a touch's row says."""

    owner_id: int
    interaction_id: int
    account_id: int | None
    person_id: int | None
    our_person_id: int | None
    at: datetime
    kind: str
    direction: Direction
    thread_id: int
    others: int
    counts: bool
    is_main: bool


def place(
    owner: Any, ids: Sequence[int], persons: Mapping[str, Person], companies: Mapping[str, int]
) -> Iterator[list[int]]:
    """Place these interactions; placing again replaces what was there.

    `persons` maps every address to its person, `companies` those that stand for a company as a whole to it. Accounts that
    something moved to or from are to be judged anew. Yields, batch by batch, which were placed.
    """
    meetings = Meetings(owner, ids)
    ids = sorted(meetings.ids)
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        with transaction.atomic():
            _place_batch(owner, batch, persons, companies, meetings)
        yield batch


def _place_batch(
    owner: Any,
    ids: Sequence[int],
    persons: Mapping[str, Person],
    companies: Mapping[str, int],
    meetings: Meetings,
) -> None:
    envelopes = envelopes_of(ids)
    took_part = _took_part(ids)
    threads = _thread(owner, envelopes, took_part)
    older = meetings.replaced_by(envelopes)
    Placement.objects.filter(among(ids, "interaction_id")).delete()
    moved = _forget_touches(ids) | _put_aside(older)
    placements, touches = [], []
    for envelope in envelopes:
        boxes = _boxes(took_part[envelope.pk], persons)
        is_superseded = envelope.cancelled or meetings.is_replaced(envelope)
        placed = _placed(envelope, boxes, threads.of_interaction[envelope.pk], is_superseded=is_superseded)
        spoken_of = [companies[address] for address, _ in took_part[envelope.pk] if address in companies]
        if spoken_of and placed.direction is Direction.INTERNAL:
            placed = placed._replace(direction=Direction.MUTUAL)
        placements.append(placed)
        if not is_superseded:
            touches += _touches(envelope, placed, boxes, meetings.declined(envelope))
            touches += [_touch_of_company(envelope, placed, account_id) for account_id in spoken_of]
    append(Placement, _Placed._fields, placements)
    append(Touch, _Touched._fields, touches)
    Account.objects.filter(pk__in=moved | {t.account_id for t in touches}).update(needs_judging=True)


def _put_aside(replaced: Sequence[int]) -> set[int]:
    """Let statements about meetings that were placed before hold no more; return the accounts that they touched."""
    moved: set[int] = set()
    for start in range(0, len(replaced), BATCH):
        batch = replaced[start : start + BATCH]
        # They are read again, so that nothing that was found in them stays.
        Placement.objects.filter(interaction_id__in=batch).update(is_superseded=True, reading=Reading.UNREAD)
        moved |= _forget_touches(batch)
    return moved


def _forget_touches(ids: Sequence[int]) -> set[int]:
    """Take away the touches of these, where there are any; return the accounts that they stood with."""
    touches = Touch.objects.filter(among(ids, "interaction_id"))
    accounts = list(touches.values_list("account_id", flat=True))
    if accounts:
        touches.delete()
    return {each for each in accounts if each is not None}


def _thread(owner: Any, envelopes: list[Envelope], took_part: TookPart) -> Threaded:
    linked = _linked(owner, envelopes, took_part)
    named = {each for item in linked for each in item.links}
    known = _known_links(owner, named)
    joined = join_threads(linked, known)
    for old, new in joined.absorbed.items():
        ThreadLink.objects.filter(owner=owner, thread_id=old).update(thread_id=new)
        placed = Placement.objects.filter(owner=owner, thread_id=old)
        # By interaction, as touches have no index by thread.
        Touch.objects.filter(interaction_id__in=placed.values("pk")).update(thread_id=new)
        placed.update(thread_id=new)
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


def _linked(owner: Any, envelopes: list[Envelope], took_part: TookPart) -> list[Linked]:
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


def _mailed(envelope: Envelope, took_part: list[tuple[str, str]]) -> Mailed:
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
    rows = Participant.objects.filter(among(ids, "interaction_id")).order_by("pk")
    for interaction_id, address, role in rows.values_list("interaction_id", "address__value", "role"):
        found[interaction_id].append((address, role))
    return found


def _boxes(took_part: list[tuple[str, str]], persons: Mapping[str, Person]) -> list[Box]:
    return [Box(address, role, persons[address]) for address, role in took_part if address in persons]


def _placed(envelope: Envelope, boxes: list[Box], thread_id: int, *, is_superseded: bool) -> _Placed:
    automatic, because = Automatic.PERSONAL, ""
    sender = next((b for b in boxes if b.role == ParticipantRole.SENDER), None)
    if envelope.kind == InteractionKind.MAIL:
        automatic, because = kind_of_mail(
            envelope.headers,
            sender_address=sender.address if sender else "",
            subject=envelope.subject,
            text_head=envelope.text_head,
        )
    direction = _direction(envelope, sender, boxes)
    return _Placed(envelope.pk, envelope.owner_id, thread_id, direction, automatic, because[:300], is_superseded)


def _direction(envelope: Envelope, sender: Box | None, boxes: list[Box]) -> Direction:
    theirs = any(not b.person.is_ours for b in boxes)
    if envelope.kind != InteractionKind.MAIL:
        return Direction.MUTUAL if theirs else Direction.INTERNAL
    if sender is None or not sender.person.is_ours:
        return Direction.INBOUND
    return Direction.OUTBOUND if theirs else Direction.INTERNAL


def _touches(envelope: Envelope, placement: _Placed, boxes: list[Box], declined: set[str]) -> list[_Touched]:
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
            _Touched(
                owner_id=envelope.owner_id,
                interaction_id=envelope.pk,
                account_id=box.person.account_id,
                person_id=box.person.pk,
                our_person_id=us.pk if us else None,
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


def _touch_of_company(envelope: Envelope, placement: _Placed, account_id: int) -> _Touched:
    """Let something stand with a company of which nobody is named: it is shown there, and is no contact with anybody."""
    return _Touched(
        owner_id=envelope.owner_id,
        interaction_id=envelope.pk,
        account_id=account_id,
        person_id=None,
        our_person_id=None,
        at=envelope.occurred_at,
        kind=envelope.kind,
        direction=placement.direction,
        thread_id=placement.thread_id,
        others=0,
        counts=False,
        is_main=True,
    )


def _counts(role: str, placement: _Placed) -> bool:
    if placement.automatic != Automatic.PERSONAL:
        return False
    if placement.direction == Direction.OUTBOUND:
        return role == ParticipantRole.TO
    if placement.direction == Direction.INBOUND:
        return role == ParticipantRole.SENDER
    return role in (ParticipantRole.ORGANIZER, ParticipantRole.ATTENDEE, ParticipantRole.ABOUT)
