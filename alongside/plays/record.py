"""What did the record show at the end of a day, and who of them can still be written to?

Cuts a dossier at `as_of`, so that a play asked about a past day does not know what came later. What is to be done is
not decided here.
"""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from datetime import date

from alongside.judgement.dossier import Commitment, Dossier, Member, Request, Touch
from alongside.vocabulary import CommitmentState, Direction, InteractionKind, RequestState

SPOKEN = frozenset({InteractionKind.MEETING, InteractionKind.CALL, InteractionKind.VISIT})
"""Kinds of contact in which the two could talk."""

MACHINE_NAMES = frozenset(
    {"noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "mailer-daemon", "postmaster", "notifications"}
    | {"notification", "newsletter", "alerts", "bounce", "bounces", "automailer", "robot", "daemon", "root", "cron"}
)
"""Local parts of addresses behind which nobody reads (RFC 2142 and common use)."""


def as_known_on(dossier: Dossier, as_of: date) -> Dossier:
    """Cut the dossier at the end of `as_of`; what was settled later is open again, meetings ahead stay."""
    return replace(
        dossier,
        members=tuple(_member_on(member, as_of) for member in dossier.members),
        touches=_touches_until(dossier.touches, as_of),
        awards=tuple(award for award in dossier.awards if award.decided_on <= as_of),
        solicitations=tuple(asked for asked in dossier.solicitations if asked.asked_on <= as_of),
        commitments=tuple(_promise_on(made, as_of) for made in dossier.commitments if made.promised_on <= as_of),
        requests=tuple(_request_on(asked, as_of) for asked in dossier.requests if asked.asked_on <= as_of),
        sightings=tuple(seen for seen in dossier.sightings if seen.at.date() <= as_of),
        orders=tuple(order for order in dossier.orders if order.ordered_on <= as_of),
        facts=tuple(fact for fact in dossier.facts if fact.as_of <= as_of),
        needs=tuple(need for need in dossier.needs if need.heard_on <= as_of),
        suggestions=tuple(made for made in dossier.suggestions if made.made_on <= as_of),
        doubts=tuple(doubt for doubt in dossier.doubts if doubt.raised_on <= as_of),
        page_said=tuple(said for said in dossier.page_said if said.on <= as_of),
        plan=tuple(word for word in dossier.plan if word.on <= as_of),
    )


def _touches_until(touches: tuple[Touch, ...], as_of: date) -> tuple[Touch, ...]:
    end = bisect_right(touches, as_of, key=lambda touch: touch.at.date())
    return touches if end == len(touches) else touches[:end]


def _member_on(member: Member, as_of: date) -> Member:
    if member.left_on and member.left_on > as_of:
        member = replace(member, left_on=None)
    if member.title_since and member.title_since > as_of:
        member = replace(member, title=member.former_title, former_title="", title_since=None)
    return member


def _promise_on(made: Commitment, as_of: date) -> Commitment:
    if made.kept_on and made.kept_on > as_of:
        made = replace(made, state=CommitmentState.OPEN, kept_on=None, kept_by_interaction_id=None)
    if made.moved_on and made.moved_on > as_of:
        made = replace(made, moved_to=None, moved_on=None)
    return made


def _request_on(asked: Request, as_of: date) -> Request:
    if asked.answered_on and asked.answered_on > as_of:
        asked = replace(asked, state=RequestState.OPEN, answered_on=None)
    if asked.last_update_on and asked.last_update_on > as_of:
        asked = replace(asked, last_update_on=None)
    return asked


def is_reachable(member: Member) -> bool:
    """Say whether this is a person who is still there, not a machine's address and nobody who left."""
    return member.left_on is None and member.address.partition("@")[0].lower() not in MACHINE_NAMES


def gone_ids(record: Dossier) -> frozenset[int]:
    """Give the ids of those who left and of machines; a matter with nobody named is still the account's."""
    return frozenset(member.id for member in record.members if not is_reachable(member))


def has_planned_touch(dossier: Dossier, person_id: int, as_of: date) -> bool:
    """Say whether a meeting with this person lies ahead of `as_of`; asks the whole dossier, not one that is cut."""
    return any(person_id in meeting.person_ids and meeting.starts_at.date() >= as_of for meeting in dossier.meetings)


def by_thread(record: Dossier) -> dict[int, list[Touch]]:
    """Group the touches by thread, oldest first; touches of no known thread are left out."""
    threads: dict[int, list[Touch]] = defaultdict(list)
    for touch in record.touches:
        if touch.thread_id:
            threads[touch.thread_id].append(touch)
    return threads


def by_person(record: Dossier) -> dict[int, list[Touch]]:
    """Group the touches by the person of theirs, oldest first."""
    people: dict[int, list[Touch]] = defaultdict(list)
    for touch in record.touches:
        people[touch.person_id].append(touch)
    return people


def is_from_them(touch: Touch) -> bool:
    """Say whether they wrote or called."""
    return touch.direction is Direction.INBOUND


def is_from_us(touch: Touch) -> bool:
    """Say whether we wrote or called."""
    return touch.direction is Direction.OUTBOUND


def was_spoken(touch: Touch) -> bool:
    """Say whether the two could talk: a meeting, call or visit."""
    return touch.kind in SPOKEN
