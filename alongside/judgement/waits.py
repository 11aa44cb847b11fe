"""Who asked whom, when was it answered, and how many working hours did that take?

An answer is the next mail the other way in the same thread, by whoever of those addressed; a call, meeting or visit
with the person answers too, for the matter will have come up. Says nothing of whether the answer was good, nor whether
the wait was long (responsiveness.py does).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from alongside.judgement.dossier import Touch
from alongside.vocabulary import Direction, InteractionKind, Side

DAY_STARTS_HOUR, DAY_ENDS_HOUR = 8, 18
"""Hours between which working time runs, Monday to Friday, in the zone of the instants. Holidays are not known."""

HOURS_A_DAY = DAY_ENDS_HOUR - DAY_STARTS_HOUR
_HOURS_A_WEEK = 5 * HOURS_A_DAY
_SOME_MONDAY = datetime(1990, 1, 1, tzinfo=UTC)

_Thread = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Wait:
    """One question: who of them is asked or asks, when, and when it was answered (None: not yet).

    `asked_again` counts further asking mails before the answer; `by_another`: somebody else in the thread answered.
    """

    person_id: int
    our_person_id: int
    interaction_id: int
    thread_id: int
    asked_at: datetime
    answered_at: datetime | None = None
    answered_by_interaction_id: int | None = None
    asked_again: int = 0
    by_another: bool = False
    subject: str = ""

    @property
    def hours(self) -> float | None:
        """The working hours until the answer, None while there is none."""
        return None if self.answered_at is None else working_hours(self.asked_at, self.answered_at)


def waits(touches: Sequence[Touch], *, for_answer_by: Side) -> list[Wait]:
    """Pair asking mails with their answers, in the order asked; `touches` oldest first. THEIRS: they are asked."""
    asking = Direction.OUTBOUND if for_answer_by == Side.THEIRS else Direction.INBOUND
    open_: dict[_Thread, dict[int, Wait]] = {}
    threads_of: dict[int, set[_Thread]] = {}
    done: list[Wait] = []
    for touch in touches:
        if touch.kind == InteractionKind.NOTE:
            continue
        if touch.kind != InteractionKind.MAIL:
            done += _spoken_of(touch, open_, threads_of)
            continue
        thread = (touch.thread_id, 0 if touch.thread_id else touch.person_id)
        if touch.direction != asking:
            done += (_answered(wait, touch) for wait in open_.pop(thread, {}).values())
        elif touch.asks:
            asked = open_.setdefault(thread, {})
            asked[touch.person_id] = _asked(asked.get(touch.person_id), touch)
            threads_of.setdefault(touch.person_id, set()).add(thread)
    still_open = (wait for people in open_.values() for wait in people.values())
    return sorted([*done, *still_open], key=lambda wait: wait.asked_at)


def working_hours(start: datetime, end: datetime) -> float:
    """Count the hours between two instants that lie on Monday to Friday from 8 to 18; 0 when end is before start."""
    return max(_working_hours_until(end) - _working_hours_until(start), 0.0)


def _working_hours_until(at: datetime) -> float:
    weeks, days = divmod((at.date() - _SOME_MONDAY.date()).days, 7)
    today = datetime.combine(at.date(), time(DAY_STARTS_HOUR), at.tzinfo)
    begun = min(max((at - today) / timedelta(hours=1), 0.0), HOURS_A_DAY) if days < 5 else 0.0
    return weeks * _HOURS_A_WEEK + min(days, 5) * HOURS_A_DAY + begun


def _asked(before: Wait | None, touch: Touch) -> Wait:
    if before is None:
        return Wait(
            touch.person_id,
            touch.our_person_id,
            touch.interaction_id,
            touch.thread_id,
            touch.at,
            subject=touch.subject,
        )
    is_same_mail = before.asked_at == touch.at  # one mail to two of us
    return before if is_same_mail else replace(before, asked_again=before.asked_again + 1)


def _answered(wait: Wait, touch: Touch) -> Wait:
    by_another = touch.person_id != wait.person_id
    return replace(wait, answered_at=touch.at, answered_by_interaction_id=touch.interaction_id, by_another=by_another)


def _spoken_of(
    touch: Touch, open_: dict[_Thread, dict[int, Wait]], threads_of: dict[int, set[_Thread]]
) -> Iterable[Wait]:
    for thread in threads_of.pop(touch.person_id, set()):
        wait = open_.get(thread, {}).pop(touch.person_id, None)
        if wait is not None:
            yield _answered(wait, touch)
