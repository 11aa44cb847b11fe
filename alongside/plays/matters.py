"""Which promises, requests and questions are open between us, and since when has nobody said a word?

Finds them in a dossier that is already cut at the day. Which of them are for today, and what to say, is decided in
the plays.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from alongside.judgement.dossier import Commitment, Dossier, Request, Touch
from alongside.judgement.unanswered import Unanswered, waiting_for_them, waiting_for_us
from alongside.plays.record import gone_ids, is_from_them, is_from_us
from alongside.vocabulary import CommitmentState, InteractionKind, RequestState, Side

OLD_AFTER_DAYS = 120
"""Days: what has waited longer is not raised one by one but left to the account's older matters. Our choice: four
months."""

MOST_OTHERS = 3
"""People: a mail with more others in it asks nobody in particular. Our choice."""

Threads = dict[int, list[Touch]]


def is_old(since: date, as_of: date) -> bool:
    """Say whether a matter has waited so long that it belongs to the older matters."""
    return (as_of - since).days > OLD_AFTER_DAYS


def due_day(promise: Commitment) -> date | None:
    """Give the day by which a promise is to be kept, the later one where it was moved in time."""
    return promise.moved_to or promise.due_on


def open_promises(record: Dossier, side: Side) -> Iterator[tuple[Commitment, date]]:
    """Give each open, dated promise of one side with its due day, unless it is with somebody who left."""
    gone = gone_ids(record)
    for promise in record.commitments:
        due = due_day(promise)
        is_open = promise.side is side and promise.state is CommitmentState.OPEN
        if is_open and due and promise.person_id not in gone:
            yield promise, due


def open_requests(record: Dossier) -> Iterator[Request]:
    """Give each open request of theirs, unless it is from somebody who left."""
    gone = gone_ids(record)
    return (r for r in record.requests if r.state is RequestState.OPEN and r.person_id not in gone)


def mails(touches: list[Touch]) -> list[Touch]:
    """Keep each interaction once, though it touched several people."""
    return list({touch.interaction_id: touch for touch in touches}.values())


def asked_again(threads: Threads, *, thread_id: int, person_id: int | None, after: date) -> list[Touch]:
    """Give the asking mails that this person sent in the thread after a day."""
    return mails(
        [
            t
            for t in threads.get(thread_id, [])
            if is_from_them(t) and t.asks and t.person_id == person_id and t.at.date() > after
        ]
    )


def last_from_them(threads: Threads, *, thread_id: int, person_id: int | None) -> Touch | None:
    """Give the last mail of this person in the thread: the one to answer."""
    theirs = [
        t
        for t in threads.get(thread_id, [])
        if is_from_them(t) and t.person_id == person_id and t.kind is InteractionKind.MAIL
    ]
    return theirs[-1] if theirs else None


def last_word_of_ours(threads: Threads, *, thread_id: int, person_id: int | None) -> date | None:
    """Give the day on which we last wrote to this person in the thread."""
    ours = [t.at.date() for t in threads.get(thread_id, []) if is_from_us(t) and person_id in (None, t.person_id)]
    return ours[-1] if ours else None


def subject_of(threads: Threads, thread_id: int) -> str:
    """Give the subject of the latest mail in the thread that has one."""
    return next((t.subject for t in reversed(threads.get(thread_id, [])) if t.subject), "")


@dataclass(frozen=True, slots=True)
class Waiting:
    """What one person asked in one mail, open; `told_on` is our last word about it, `again` the mails that asked
    once more since."""

    requests: tuple[Request, ...]
    told_on: date | None
    again: tuple[Touch, ...]

    @property
    def first(self) -> Request:
        return self.requests[0]

    @property
    def quiet_since(self) -> date:
        return self.told_on or self.first.asked_on

    @property
    def times_asked_again(self) -> int:
        """How often they asked once more since our last word; the ledger's count only where we never said a word."""
        return len(self.again) or (0 if self.told_on else max(r.asked_again for r in self.requests))


def waiting(record: Dossier, threads: Threads) -> Iterator[Waiting]:
    """Give the open requests, those of one person in one mail together."""
    groups: dict[tuple[int, int | None, int], list[Request]] = {}
    for request in open_requests(record):
        alone = 0 if request.interaction_id else request.id
        groups.setdefault((request.interaction_id, request.person_id, alone), []).append(request)
    for requests in groups.values():
        yield _waiting(tuple(requests), threads)


def _waiting(requests: tuple[Request, ...], threads: Threads) -> Waiting:
    first = requests[0]
    wrote = last_word_of_ours(threads, thread_id=first.thread_id, person_id=first.person_id)
    told = [day for day in (*(r.last_update_on for r in requests), wrote) if day and day >= first.asked_on]
    told_on = max(told, default=None)
    again = asked_again(threads, thread_id=first.thread_id, person_id=first.person_id, after=told_on or first.asked_on)
    return Waiting(requests, told_on, tuple(again))


def questions_for_us(record: Dossier, as_of: date) -> list[Unanswered]:
    """List the direct questions of theirs that nobody of us has answered, of people who are still there."""
    return _direct(record, waiting_for_us(record, as_of))


def questions_for_them(record: Dossier, as_of: date) -> list[Unanswered]:
    """List the direct questions of ours that nobody of them has answered, to people who are still there."""
    return _direct(record, waiting_for_them(record, as_of))


def _direct(record: Dossier, waiting_ones: tuple[Unanswered, ...]) -> list[Unanswered]:
    """Keep one question of each mail, and none that went to many at once."""
    gone = gone_ids(record)
    others = {touch.interaction_id: touch.others for touch in record.touches}
    kept = [u for u in waiting_ones if u.person_id not in gone and others.get(u.interaction_id, 0) <= MOST_OTHERS]
    return list({question.interaction_id: question for question in reversed(kept)}.values())[::-1]
