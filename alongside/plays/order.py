"""In which order does Today show what there is to do? What is owed first, then what moves a customer up.

Orders and spreads; leaves nothing out. How much is shown, and what was done or snoozed, is decided by today.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Protocol, TypeVar

FIRST_SHOWN = 7
"""Items of the first page of Today, among which nobody's matters may crowd out the rest. Source: product, scene 1."""

MOST_PER_ACCOUNT = 2
"""Items of one account among the first seven, while others have anything. Our choice."""

MOST_PER_PERSON = 2
"""Items about one person among the first seven, while others have anything. Our choice."""

MOST_MEETINGS = 2
"""Briefs for meetings that are lifted into the first seven: a meeting does not wait. Our choice."""


class Orderable(Protocol):
    """What an item needs to be put in order; Suggested has it, and so has a stored item."""

    @property
    def play(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def owed(self) -> int: ...
    @property
    def gain(self) -> int: ...
    @property
    def days_late(self) -> int: ...
    @property
    def person_id(self) -> int | None: ...
    @property
    def account_id(self) -> int | None: ...


Item = TypeVar("Item", bound=Orderable)


def in_order(items: Iterable[Item]) -> list[Item]:
    """Put the items in the order of Today: owed, gain, days late, key; the first seven are spread over accounts."""
    ranked = sorted(items, key=lambda item: (-item.owed, -item.gain, -item.days_late, item.key))
    first = _lift_meetings(_spread(ranked), ranked)
    chosen = {item.key for item in first}
    return first + [item for item in ranked if item.key not in chosen]


def why_this_order() -> str:
    """Say in one sentence how the list is sorted."""
    return (
        "Sorted by what is owed first, then by what moves a customer up; "
        "at most two of one customer among the first seven, and a meeting's brief never waits below them."
    )


def _spread(ranked: list[Item]) -> list[Item]:
    """Choose the first seven with at most two of an account and of a person; what is left over fills the rest."""
    accounts: Counter[int] = Counter()
    people: Counter[int] = Counter()
    first: list[Item] = []
    over: list[Item] = []
    for item in ranked:
        if len(first) == FIRST_SHOWN:
            break
        if _is_crowded(accounts, item.account_id, MOST_PER_ACCOUNT) or _is_crowded(
            people, item.person_id, MOST_PER_PERSON
        ):
            over.append(item)
            continue
        first.append(item)
        accounts.update([] if item.account_id is None else [item.account_id])
        people.update([] if item.person_id is None else [item.person_id])
    return first + over[: FIRST_SHOWN - len(first)]


def _is_crowded(counts: Counter[int], whose: int | None, most: int) -> bool:
    return whose is not None and counts[whose] >= most


def _lift_meetings(first: list[Item], ranked: list[Item]) -> list[Item]:
    """Let the briefs that would come later take the last places of the first seven."""
    chosen = {item.key for item in first}
    already = sum(item.play == "meeting_tomorrow" for item in first)
    later = [item for item in ranked if item.play == "meeting_tomorrow" and item.key not in chosen]
    lifted = later[: max(MOST_MEETINGS - already, 0)]
    if not lifted:
        return first
    others = [item for item in first if item.play != "meeting_tomorrow"]
    dropped = {item.key for item in others[FIRST_SHOWN - len(lifted) - already :]}
    return [item for item in first if item.key not in dropped] + lifted
