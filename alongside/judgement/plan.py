"""How does the joint plan with a customer stand: which steps are open, whose are they, and which day was named first?

A step is what was said of it last; what was said before stays, so that its first day is remembered. What is to be done about a step
is for plays/plan_step.py to say.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from alongside.judgement.words import count, day, joined, number
from alongside.vocabulary import PlanState, Side


@dataclass(frozen=True, slots=True)
class StepWord:
    """One thing said of a step: all of the step as it is from then on. `counts` is False once it was taken back."""

    id: int
    key: str
    what: str
    side: Side
    whose: str
    due_on: date
    state: PlanState
    on: date
    place: int = 0
    person_id: int | None = None
    request_key: str = ""
    by_them: bool = False
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the joint plan as it stands: its latest word, the day that was named first, and how often it was changed.

    `settled_on` is the day on which it was done or dropped. `changes` only ever grows, also when a word is taken back.
    """

    id: int
    key: str
    what: str
    side: Side
    whose: str
    due_on: date
    first_due_on: date
    state: PlanState
    place: int
    since: date
    changes: int
    settled_on: date | None = None
    person_id: int | None = None
    request_key: str = ""
    by_them: bool = False

    @property
    def is_open(self) -> bool:
        """Say whether it is still to be done."""
        return self.state.is_open

    def days_late(self, as_of: date) -> int:
        """Count the days by which an open step is past its day; 0 when it is not."""
        return max((as_of - self.due_on).days, 0) if self.is_open else 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The joint plan as it stands on a day, in the order in which people put it."""

    steps: tuple[Step, ...]
    reason: str

    @property
    def open(self) -> tuple[Step, ...]:
        """Give the steps that are still to be done."""
        return tuple(step for step in self.steps if step.is_open)


def steps_of(words: Iterable[StepWord]) -> tuple[Step, ...]:
    """Put together what was said of each step, oldest word first, into the steps in their order. One with no word left is gone."""
    said: dict[str, list[StepWord]] = {}
    for word in words:
        said.setdefault(word.key, []).append(word)
    steps = [_step(own) for own in said.values() if any(word.counts for word in own)]
    return tuple(sorted(steps, key=lambda step: (step.place, step.due_on, step.id)))


def _step(words: Sequence[StepWord]) -> Step:
    holding = [word for word in words if word.counts]
    first, last = holding[0], holding[-1]
    turned = _turned(holding)
    return Step(
        id=last.id,
        key=last.key,
        what=last.what,
        side=last.side,
        whose=last.whose,
        due_on=last.due_on,
        first_due_on=first.due_on,
        state=last.state,
        place=last.place,
        since=first.on,
        changes=2 * len(words) - len(holding) - 1,
        settled_on=None if last.state.is_open else turned.on,
        person_id=last.person_id,
        request_key=last.request_key,
        by_them=turned.by_them,
    )


def _turned(holding: Sequence[StepWord]) -> StepWord:
    """Find the word by which the step came to stand as it does; later ones may only have put it elsewhere in the plan."""
    state = holding[-1].state
    since = next((n for n in range(len(holding) - 1, -1, -1) if holding[n].state is not state), -1)
    return holding[since + 1]


def plan(words: Iterable[StepWord], *, as_of: date) -> Plan:
    """Say how the plan stands on a day: how much is done, what is late on which side, and what comes next."""
    steps = steps_of(word for word in words if word.on <= as_of)
    return Plan(steps, _reason(steps, as_of))


def _reason(steps: Sequence[Step], as_of: date) -> str:
    if not steps:
        return "Nothing was agreed with them yet."
    said = [_progress(steps), *(_late(steps, side, as_of) for side in Side)]
    return f"{'; '.join(part for part in said if part)}.{_next(steps, as_of)}"


def _progress(steps: Sequence[Step]) -> str:
    counted = [step for step in steps if step.state is not PlanState.DROPPED]
    done, in_all = sum(not step.is_open for step in counted), len(counted)
    if not counted:
        return "Every step was dropped"
    if in_all == 1:
        return f"One step, {'done' if done else 'not done yet'}"
    if done == in_all:
        return f"All {count(in_all, 'step')} are done"
    return f"{number(done).capitalize()} of {count(in_all, 'step')} {'are' if done > 1 else 'is'} done"


def _late(steps: Sequence[Step], side: Side, as_of: date) -> str:
    late = sum(step.side is side and step.days_late(as_of) > 0 for step in steps)
    return f"{count(late, f'of {side.value}', f'of {side.value}')} {'is' if late == 1 else 'are'} late" if late else ""


def _next(steps: Sequence[Step], as_of: date) -> str:
    ahead = [step for step in steps if step.is_open and step.due_on >= as_of]
    if not ahead:
        return ""
    first = min(step.due_on for step in ahead)
    owners = list(dict.fromkeys(step.whose for step in ahead if step.due_on == first))
    return f" Next is {day(first, as_of)}, {joined(owners)}."


def as_json(words: Iterable[StepWord]) -> list[dict[str, Any]]:
    """Write what was said of a plan as JSON has it, to be kept with a standing."""
    return [asdict(word) | {"due_on": word.due_on.isoformat(), "on": word.on.isoformat()} for word in words]


def from_json(rows: Iterable[dict[str, Any]]) -> tuple[StepWord, ...]:
    """Read what `as_json` wrote."""
    return tuple(
        StepWord(
            **row
            | {
                "side": Side(row["side"]),
                "state": PlanState(row["state"]),
                "due_on": date.fromisoformat(row["due_on"]),
                "on": date.fromisoformat(row["on"]),
            }
        )
        for row in rows
    )
