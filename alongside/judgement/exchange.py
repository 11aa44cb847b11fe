"""Which touches were two-way, and from which day on?

A call, a meeting and a visit have two sides by themselves. A mail is two-way when the mail before or after it in the
same thread, between the same two people, went the other way: nine reminders and one answer make one exchange, not ten.
Does not weigh a touch (tie.py does) nor say whether a question was answered (unanswered.py does).
"""

from collections.abc import Sequence

from alongside.judgement.dossier import Touch
from alongside.vocabulary import Direction, InteractionKind

THREADLESS_ANSWER_DAYS = 30
"""Days within which a mail the other way counts as the answer when the thread is not known. House prior."""

_Pair = tuple[int, int, int]


def two_way_days(touches: Sequence[Touch]) -> list[int | None]:
    """Give for every touch the day (proleptic ordinal) from which it counts as two-way, None while nobody answered.

    `touches` are oldest first, of any number of people; the answer has the same order and length.
    """
    days: list[int | None] = []
    last: dict[_Pair, int] = {}
    for place, touch in enumerate(touches):
        if touch.kind != InteractionKind.MAIL:
            days.append(None if touch.kind == InteractionKind.NOTE else touch.at.toordinal())
            continue
        days.append(None)
        pair = (touch.thread_id, touch.our_person_id, touch.person_id)
        before = last.get(pair)
        if before is not None and _is_answer(touches[before], touch):
            days[place] = touch.at.toordinal()
            days[before] = days[before] or days[place]
        last[pair] = place
    return days


def is_inbound(touch: Touch) -> bool:
    """Did it come from them? What is mutual came from both."""
    return touch.kind != InteractionKind.MAIL or touch.direction == Direction.INBOUND


def is_outbound(touch: Touch) -> bool:
    """Did it go to them? What is mutual went both ways."""
    return touch.kind != InteractionKind.MAIL or touch.direction == Direction.OUTBOUND


def _is_answer(before: Touch, mail: Touch) -> bool:
    if before.direction == mail.direction:
        return False
    return mail.thread_id != 0 or (mail.at - before.at).days <= THREADLESS_ANSWER_DAYS
