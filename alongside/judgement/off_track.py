"""Are we off track with this customer: do we go in circles, give without getting, put off, slip, or meet with silence?

Each sign is a finding of its own, with what would change it. What to do about it is not decided here; somebody whom we respect is asked.
"""

import itertools
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from statistics import median

from alongside.judgement.alike import is_alike
from alongside.judgement.dossier import Commitment, Dossier, Sighting, Touch
from alongside.judgement.evidence import of_commitment
from alongside.judgement.finding import Evidence, Finding, Step
from alongside.judgement.level import account_level_among, levels
from alongside.judgement.words import ago, count, day, short_day, span, times
from alongside.vocabulary import (
    CommitmentState,
    Direction,
    ExchangeKind,
    ExchangeSide,
    InteractionKind,
    OffTrackSign,
    RelationshipLevel,
    Side,
    SightingKind,
)

ROUNDS = 3
"""Times that they came back to us after an answer of ours from which a conversation goes in circles. Unit: rounds. Our choice:
once is a question, twice a misunderstanding."""

ROUNDS_DAYS = 14
"""Days that such a conversation has lasted at least. Unit: days. Our choice: a lively day of short mails is no circle."""

STILL_LIVE_DAYS = 30
"""Days since its last mail up to which a conversation is still going on. Unit: days. Our choice."""

CONCESSIONS = 3
"""Concessions for which nothing came in return, from which we give and give. Unit: concessions. Our choice."""

CONCESSIONS_DAYS = 180
"""Days in which they lie. Unit: days. Our choice: half a year."""

MOVES = 2
"""Times that one promise was put off, from which it is a sign. Unit: moves. Source: the scene of this project, "moved twice"."""

FALL_DAYS = 90
"""Days ago with which the level is compared. Unit: days. Our choice: a quarter."""

SILENCE_DAYS = 21
"""Days without a word after their complaint, at least. Unit: days. Our choice."""

SILENCE_FACTOR = 2.0
"""And at least this multiple of the usual gap between their letters. Our choice: some write once a month."""

COMPLAINT_DAYS = 180
"""Days since a complaint up to which a silence after it means something. Unit: days. Our choice."""

MOVEMENT = frozenset({SightingKind.THANKS, SightingKind.ORDER, SightingKind.AWARD})
"""What of theirs shows that a conversation gets somewhere."""


def off_track(dossier: Dossier, *, as_of: date) -> tuple[Finding, ...]:
    """List the signs on this day, none where all is well. `value` is an OffTrackSign; `extra` names the request where there is one."""
    return (
        *_circles(dossier, as_of),
        *_concessions(dossier, as_of),
        *_moved(dossier, as_of),
        *_falling(dossier, as_of),
        *_silent(dossier, as_of),
    )


def _circles(dossier: Dossier, as_of: date) -> Iterator[Finding]:
    """Conversations that go back and forth over something they asked for, and get nowhere."""
    for thread_id, mails in _threads(dossier, as_of).items():
        moved_at = max((s.at for s in dossier.sightings if s.thread_id == thread_id and _moves(s)), default=None)
        turns = [t for t in mails if moved_at is None or t.at > moved_at]
        asked = any(t.asks and t.direction is Direction.INBOUND for t in turns)
        rounds = _rounds(turns)
        if not asked or rounds < ROUNDS or turns[-1].direction is not Direction.INBOUND:
            continue
        lasted, quiet = (turns[-1].at - turns[0].at).days, (as_of - turns[-1].at.date()).days
        if lasted >= ROUNDS_DAYS and quiet <= STILL_LIVE_DAYS:
            yield _circle(dossier, thread_id, turns, rounds, lasted, as_of)


def _threads(dossier: Dossier, as_of: date) -> dict[int, list[Touch]]:
    threads: dict[int, list[Touch]] = {}
    for touch in dossier.touches:
        if touch.thread_id and touch.kind is InteractionKind.MAIL and touch.at.date() <= as_of:
            threads.setdefault(touch.thread_id, []).append(touch)
    return threads


def _moves(seen: Sighting) -> bool:
    return seen.kind in MOVEMENT and seen.side is Side.THEIRS


def _rounds(turns: Sequence[Touch]) -> int:
    """Count how often they wrote again after we had answered."""
    pairs = itertools.pairwise(turns)
    return sum(a.direction is Direction.OUTBOUND and b.direction is Direction.INBOUND for a, b in pairs)


def _circle(dossier: Dossier, thread_id: int, turns: Sequence[Touch], rounds: int, lasted: int, as_of: date) -> Finding:
    asked = next((r for r in reversed(dossier.requests) if r.thread_id == thread_id and r.asked_on <= as_of), None)
    member = dossier.member(turns[-1].person_id)
    who = member.name if member else "They"
    about = f" about “{turns[0].subject}”" if turns[0].subject else ""
    return Finding(
        measure="off_track",
        subject=f"thread:{thread_id}",
        value=OffTrackSign.BACK_AND_FORTH,
        reason=f"{who} came back {times(rounds)} in {span(lasted)}{about}, and nothing shows that it got anywhere.",
        evidence=tuple(_of_mail(t, as_of) for t in reversed(turns)),
        n=len(turns),
        would_change="Their thanks, an order, or the request being answered or closed, and a rest.",
        reckoning=(
            Step("Times they came back after an answer of ours", count(ROUNDS, "time"), count(rounds, "time"), True),
            Step("Days that it has lasted", count(ROUNDS_DAYS, "day"), count(lasted, "day"), True),
        ),
        extra={"request_id": asked.id if asked else None, "person_id": turns[-1].person_id},
    )


def _of_mail(touch: Touch, as_of: date) -> Evidence:
    on = touch.at.date()
    return Evidence("interaction", touch.interaction_id, f"mail, {short_day(on, as_of)}", on.isoformat())


def _concessions(dossier: Dossier, as_of: date) -> Iterator[Finding]:
    """Concession after concession, and nothing in return."""
    back = {e.for_what for e in dossier.exchanges if e.side is ExchangeSide.GET and e.delivered_on and e.for_what}
    since = as_of - timedelta(days=CONCESSIONS_DAYS)
    given = [
        e
        for e in dossier.exchanges
        if e.side is ExchangeSide.GIVE and e.kind is ExchangeKind.CONCESSION and since <= e.on <= as_of
        and e.what not in back
    ]  # fmt: skip
    if len(given) >= CONCESSIONS:
        yield Finding(
            measure="off_track",
            subject="concessions",
            value=OffTrackSign.CONCESSIONS,
            reason=f"{count(len(given), 'concession').capitalize()} in {span(CONCESSIONS_DAYS)}, the last {ago(given[-1].on, as_of)}, "
            "and nothing has come in return for any of them.",
            evidence=(Evidence("exchanges", dossier.account_id, "gives and gets"),),
            n=len(given),
            would_change="Something in return that came, written down under gives and gets.",
            reckoning=(
                Step("Concessions without a return that came", count(CONCESSIONS, "concession"), str(len(given)), True),
            ),
            extra={"request_id": None, "person_id": None},
        )


def _moved(dossier: Dossier, as_of: date) -> Iterator[Finding]:
    """A promise of ours that was put off, and put off again."""
    ours = [c for c in dossier.commitments if c.side is Side.OURS and c.promised_on <= as_of]
    for promise in ours:
        if promise.state is not CommitmentState.OPEN or (promise.kept_on and promise.kept_on <= as_of):
            continue
        earlier = [c for c in ours if _is_the_same_put_off(c, promise)]
        moves = len(earlier) + promise.times_moved
        if moves >= MOVES and not any(_is_the_same_put_off(promise, c) for c in ours):
            first = min([promise, *earlier], key=lambda c: c.promised_on)
            yield Finding(
                measure="off_track",
                subject=f"promise:{promise.id}",
                value=OffTrackSign.PROMISE_MOVED,
                reason=f"We promised it on {day(first.promised_on, as_of)} and have put it off {times(moves)} since.",
                evidence=tuple(of_commitment(c, as_of=as_of) for c in (promise, *earlier)),
                n=1 + len(earlier),
                would_change="The deed itself.",
                reckoning=(Step("Times it was put off", count(MOVES, "time"), count(moves, "time"), True),),
                extra={"request_id": None, "person_id": promise.person_id},
            )


def _is_the_same_put_off(earlier: Commitment, later: Commitment) -> bool:
    """Say whether the later promise is the earlier one with a later day: same person, same conversation or matter, not kept between."""
    if earlier.id == later.id or earlier.person_id != later.person_id or earlier.promised_on >= later.promised_on:
        return False
    if earlier.kept_on and earlier.kept_on <= later.promised_on:
        return False
    if not (earlier.due_on and later.due_on and earlier.due_on < later.due_on):
        return False
    return bool(earlier.thread_id and earlier.thread_id == later.thread_id) or is_alike(earlier.what, later.what)


def _falling(dossier: Dossier, as_of: date) -> Iterator[Finding]:
    """The level is lower than it was."""
    if not dossier.awards:
        return
    before_on = as_of - timedelta(days=FALL_DAYS)
    now, before = _level(dossier, as_of), _level(dossier, before_on)
    if now.value and before.value and RelationshipLevel(now.value).rung < RelationshipLevel(before.value).rung:
        was, is_now = RelationshipLevel(before.value).label, RelationshipLevel(now.value).label
        yield Finding(
            measure="off_track",
            subject="level",
            value=OffTrackSign.LEVEL_FALLING,
            reason=f"On {day(before_on, as_of)} we were {was} here, and are {is_now} now.",
            evidence=now.evidence,
            n=now.n,
            would_change=now.would_change,
            reckoning=(Step("Level a quarter ago", was, is_now, False),),
            extra={"request_id": None, "person_id": None},
        )


def _level(dossier: Dossier, as_of: date) -> Finding:
    return account_level_among(dossier, levels(dossier, as_of=as_of), as_of=as_of)


def _silent(dossier: Dossier, as_of: date) -> Iterator[Finding]:
    """Somebody complained, and does not write any more."""
    last: dict[int, Sighting] = {}
    for seen in dossier.sightings:
        if (
            seen.kind is SightingKind.COMPLAINT
            and seen.side is Side.THEIRS
            and seen.person_id
            and seen.at.date() <= as_of
        ):
            last[seen.person_id] = seen
    for person_id, complaint in last.items():
        on = complaint.at.date()
        silent, usual = (as_of - on).days, _usual_gap_days(dossier, person_id, on)
        needed = max(SILENCE_DAYS, round(SILENCE_FACTOR * usual)) if usual else None
        spoke = any(t.person_id == person_id and on < t.at.date() <= as_of and _is_theirs(t) for t in dossier.touches)
        if needed and not spoke and needed <= silent <= COMPLAINT_DAYS:
            yield _silence(dossier, complaint, silent, needed, usual, as_of)


def _is_theirs(touch: Touch) -> bool:
    return touch.direction is not Direction.OUTBOUND


def _usual_gap_days(dossier: Dossier, person_id: int, until: date) -> float:
    """Give the median days between their words in the year before; 0 where there were too few to say."""
    since = until - timedelta(days=365)
    touches = [t for t in dossier.touches if t.person_id == person_id and _is_theirs(t)]
    days = sorted({t.at.date() for t in touches if since <= t.at.date() <= until})
    gaps = [(b - a).days for a, b in itertools.pairwise(days)]
    return median(gaps) if len(gaps) >= 3 else 0


def _silence(dossier: Dossier, complaint: Sighting, silent: int, needed: int, usual: float, as_of: date) -> Finding:
    member = dossier.member(complaint.person_id)
    who = member.name if member else "They"
    on = complaint.at.date()
    return Finding(
        measure="off_track",
        subject=f"person:{complaint.person_id}",
        value=OffTrackSign.SILENT_AFTER_COMPLAINT,
        reason=f"{who} complained on {day(on, as_of)} and has not written since; before it a letter came every {round(usual)} days.",
        evidence=(Evidence("sighting", complaint.id, f"complaint, {short_day(on, as_of)}", on.isoformat()),),
        n=1,
        would_change=f"A word of theirs, or a meeting with {who}.",
        reckoning=(Step("Days of silence since the complaint", count(needed, "day"), count(silent, "day"), True),),
        extra={"request_id": None, "person_id": complaint.person_id},
    )
