"""How far is the cause of a request put right, and may we say that it does not come back?

Read from what was written into its file, and from what they said since. A recurrence reopens it; silence verifies it only when it
lasted long enough to mean something, and never without orders in which it could have come back. Whose fault it was is not asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from alongside.judgement.finding import Evidence, Finding, Step
from alongside.judgement.questions import SHIPPED, Question, asked_of
from alongside.judgement.words import count, day, joined, short_day, span
from alongside.vocabulary import EntryKind, FixState, RequestKind

SILENCE_FACTOR = 2.3
"""Silence needed, as a multiple of the mean interval at which it used to come. Source: measures 10; e^-2.3 = .10, so that
silence of this length would be seen by chance once in ten times."""

FEWEST_OCCURRENCES = 3
"""Occurrences from which an interval can be told. Source: measures 10."""

SILENCE_DAYS = 90
"""Silence needed where there were fewer. Unit: days. Source: measures 10."""

EXPOSURES = 3
"""Orders needed beside that silence, in which it could have come back. Unit: orders. Source: measures 10."""

ORIGIN = (
    EntryKind.BEHIND,
    EntryKind.HAPPENED,
    EntryKind.SINCE,
    EntryKind.COSTS,
    EntryKind.GAIN,
    EntryKind.ANSWER,
)
"""Entries that say where a request comes from; the last is to a question that the company added."""

ORIGIN_ENOUGH = frozenset({EntryKind.BEHIND, EntryKind.HAPPENED})
"""What must be known before the origin counts as known, as long as it is asked: who is behind it, and what happened. Our choice."""

STEPS = (
    (FixState.CONTAINED, EntryKind.CONTAINMENT, "the harm is stopped"),
    (FixState.CAUSE_FOUND, EntryKind.CAUSE, "the cause is found"),
    (FixState.FIX_AGREED, EntryKind.FIX, "the change is agreed"),
    (FixState.FIX_DONE, EntryKind.FIX_DONE, "the change is made"),
)
"""The steps after the origin, each with the entry that takes it and its words. Source: 8D, as in measures 10."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was written into the file: its kind, its words and its day."""

    kind: EntryKind
    text: str
    on: date
    due_on: date | None = None
    question: str = ""

    @property
    def answers(self) -> str:
        """Name the question of the bank that it answers: one of the first five is named by its kind."""
        return self.question or self.kind


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A day on which they spoke of this matter, and what shows it."""

    on: date
    quote: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Case:
    """A request with its file: `occurrences` are all that speak of the same matter, this one among them, oldest first.

    `questions` are those that are asked about where it comes from.
    """

    request_id: int
    entries: Sequence[Entry]
    occurrences: Sequence[Occurrence]
    ordered_on: Sequence[date]
    questions: Sequence[Question] = tuple(asked_of(SHIPPED, RequestKind.OTHER))


def fixing(case: Case, *, as_of: date) -> Finding:
    """Say how far the cause is put right on this day. `value` is a FixState; what is not known of the origin is `unknown`."""
    entries = [entry for entry in case.entries if entry.on <= as_of]
    told, answered = {entry.kind for entry in entries}, {entry.answers for entry in entries}
    done = max((entry.on for entry in entries if entry.kind is EntryKind.FIX_DONE), default=None)
    back = [o for o in case.occurrences if done and done < o.on <= as_of]
    reckoning = _reckoning(case, done, as_of) if done else ()
    enough = ORIGIN_ENOUGH & {each.key for each in case.questions}
    state = _state(told, done, back, reckoning, is_origin_known=bool(answered) and answered >= enough)
    return Finding(
        measure="fixing",
        subject=f"request:{case.request_id}",
        value=state,
        reason=_reason(state, done, back, case, reckoning, as_of),
        evidence=tuple(o.evidence for o in (back or case.occurrences)),
        n=len(case.occurrences),
        known=sum(each.key in answered for each in case.questions),
        needed=len(case.questions),
        unknown=tuple(each.text for each in case.questions if each.key not in answered),
        would_change=_would_change(state, reckoning),
        reckoning=reckoning,
    )


def silence_needed_days(occurred_on: Sequence[date]) -> int:
    """Return how many days of silence mean something: 2.3 times the mean interval, 90 below three occurrences."""
    days = sorted(set(occurred_on))
    if len(days) < FEWEST_OCCURRENCES:
        return SILENCE_DAYS
    return round(SILENCE_FACTOR * (days[-1] - days[0]).days / (len(days) - 1))


def _state(
    told: set[EntryKind],
    done: date | None,
    back: Sequence[Occurrence],
    reckoning: Sequence[Step],
    *,
    is_origin_known: bool,
) -> FixState:
    if back:
        return FixState.RECURRED
    if done:
        return FixState.VERIFIED if all(step.met for step in reckoning) else FixState.FIX_DONE
    reached = [state for state, kind, _ in STEPS if kind in told]
    return reached[-1] if reached else FixState.ORIGIN_KNOWN if is_origin_known else FixState.ASKED


def _reckoning(case: Case, done: date, as_of: date) -> tuple[Step, ...]:
    before = [o.on for o in case.occurrences if o.on <= done]
    needed = silence_needed_days(before)
    silent = (as_of - done).days
    exposed = sum(done < each <= as_of for each in case.ordered_on)
    wanted = EXPOSURES if len(set(before)) < FEWEST_OCCURRENCES else 1
    return (
        Step("Silence since the change was made", count(needed, "day"), count(silent, "day"), silent >= needed),
        Step(
            "Orders since, in which it could have come back",
            count(wanted, "order"),
            count(exposed, "order"),
            exposed >= wanted,
        ),
    )


def _reason(
    state: FixState, done: date | None, back: Sequence[Occurrence], case: Case, reckoning: Sequence[Step], as_of: date
) -> str:
    if state is FixState.RECURRED and done:
        return f"It came back on {day(back[0].on, as_of)}, {span((back[0].on - done).days)} after the change was made."
    if state is FixState.VERIFIED and done:
        return f"The change was made on {day(done, as_of)}, and {_met(reckoning)} since: it does not come back."
    if state is FixState.FIX_DONE and done:
        return f"The change was made on {short_day(done, as_of)}; whether it holds is not shown yet."
    words = {step: said for step, _, said in STEPS}
    if state in words:
        return f"So far {words[state]}."
    if state is FixState.ORIGIN_KNOWN:
        return "Where it comes from is known; nothing was done about it yet."
    return "It was asked, and nobody has written down where it comes from."


def _met(reckoning: Sequence[Step]) -> str:
    return joined([reckoning[0].actual + " of silence", reckoning[1].actual])


def _would_change(state: FixState, reckoning: Sequence[Step]) -> str:
    if state is FixState.FIX_DONE:
        missing = [f"{step.needed} ({step.label.lower()}; so far {step.actual})" for step in reckoning if not step.met]
        return f"Verified with {joined(missing)}."
    if state is FixState.VERIFIED:
        return "The same complaint again would reopen it."
    if state is FixState.RECURRED:
        return "Find the deeper cause, and write down the new change when it is made."
    return ""
