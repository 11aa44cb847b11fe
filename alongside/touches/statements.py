"""Of several statements about one meeting, which holds, whatever order they came in? And who said that they will not come? Pure.

The one with the higher sequence holds, then the one stated later (RFC 5546); of equal ones the cancellation, then what was
recorded last. A series that was changed replaces every earlier meeting of it; a series called off, all of it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statement:
    """What one interaction says of a meeting. `stated_at` is an ISO instant in UTC, "" where it does not say."""

    interaction_id: int
    uid: str
    recurrence: str
    sequence: int = 0
    stated_at: str = ""
    is_cancelled: bool = False
    is_of_series: bool = False

    @property
    def rank(self) -> tuple[int, str, bool, int]:
        """What orders the statements about one meeting."""
        return self.sequence, self.stated_at, self.is_cancelled, self.interaction_id


def replaced(statements: Iterable[Statement]) -> dict[str, set[int]]:
    """Return, by uid, the interactions that hold no more because of another one."""
    by_uid: dict[str, list[Statement]] = defaultdict(list)
    for each in statements:
        by_uid[each.uid].append(each)
    found = {uid: _replaced(about) for uid, about in by_uid.items() if len(about) > 1}
    return {uid: ids for uid, ids in found.items() if ids}


def _replaced(about: list[Statement]) -> set[int]:
    holding: dict[str, Statement] = {}
    for each in about:
        other = holding.get(each.recurrence)
        holding[each.recurrence] = each if other is None or each.rank > other.rank else other
    newest_series = max((each.sequence for each in about if each.is_of_series), default=0)
    whole = holding.get("")
    called_off = whole.rank[:2] if whole and whole.is_cancelled else None
    return {
        each.interaction_id
        for each in about
        if holding[each.recurrence] is not each
        or (each.is_of_series and each.sequence < newest_series)
        or (called_off and each is not whole and each.rank[:2] <= called_off)
    }


@dataclass(frozen=True, slots=True)
class Answer:
    """What an invited person answered; `recurrence` "" answers for the whole series."""

    recurrence: str
    address: str
    state: str
    stated_at: str = ""


def declining(stated: Iterable[str], stated_at: str, recurrence: str, answers: Iterable[Answer]) -> set[str]:
    """Return the addresses that will not come: as the meeting states it, changed by answers given since."""
    gone = set(stated)
    for each in sorted(answers, key=lambda answer: (answer.stated_at, answer.state)):
        if each.recurrence in ("", recurrence) and each.stated_at >= stated_at:
            (gone.add if each.state == "declined" else gone.discard)(each.address)
    return gone
