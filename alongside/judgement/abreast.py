"""Did who asked for something hear how it stands, as often as we meant them to, and when is the next word due?

Reads the days on which we told them. What was said, and whether it was any good, is not judged here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from alongside.judgement.finding import Evidence, Finding, Step
from alongside.judgement.words import count, day, short_day, span

UPDATE_DAYS = 7
"""Days after which who waits should hear how it stands, where nothing else was said. Our choice: a word every week."""

LONGEST_UPDATE_DAYS = 365
"""The longest interval that may be set. Unit: days; beyond a year nobody would call it being kept abreast."""


@dataclass(frozen=True, slots=True)
class Told:
    """A word of ours about a request: its day, and the mail that holds it (0: said by mouth)."""

    on: date
    interaction_id: int = 0


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch without a word, and what stands at its ends (None: the day of looking)."""

    begins: date
    ends: date
    after: Told | None = None
    before: Told | None = None

    @property
    def days(self) -> int:
        """Its length."""
        return (self.ends - self.begins).days


@dataclass(frozen=True, slots=True)
class Abreast:
    """A request as far as being kept abreast goes: `promised_days` is the interval that was meant, `planned_on` a day that was named."""

    request_id: int
    asked_on: date
    told: Sequence[Told] = ()
    settled_on: date | None = None
    promised_days: int = UPDATE_DAYS
    planned_on: date | None = None


def next_update_on(asked: Abreast, *, as_of: date) -> date:
    """Say when they are to hear from us next: on the day that was named, else after the interval since the last word."""
    last = max((told.on for told in asked.told if told.on <= as_of), default=asked.asked_on)
    is_ahead = asked.planned_on is not None and not (last >= asked.planned_on and asked.told)
    return asked.planned_on if asked.planned_on and is_ahead else last + timedelta(days=asked.promised_days)


def longest_silence(asked: Abreast, *, as_of: date) -> Finding:
    """Say how long they waited for a word at most, against what was meant. `value` is in days."""
    silences = _silences(asked, as_of)
    longest = max(silences, key=lambda silence: silence.days)
    ends_now = longest is silences[-1] and asked.settled_on is None
    return Finding(
        measure="abreast",
        subject=f"request:{asked.request_id}",
        value=longest.days,
        reason=_reason(asked, longest, as_of, ends_now=ends_now),
        evidence=tuple(_evidence(asked, longest, as_of)),
        n=len(silences) - 1,
        known=1,
        needed=1,
        would_change=_would_change(asked, as_of) if asked.settled_on is None else "",
        reckoning=_reckoning(asked, silences, longest, as_of),
        extra={"promised_days": asked.promised_days},
    )


def in_short(finding: Finding) -> str:
    """Say it in a few words for a list; "" where they were never left waiting beyond what was meant."""
    promised = int((finding.extra or {}).get("promised_days", UPDATE_DAYS))
    if not finding.value or finding.value <= promised:
        return ""
    return f"longest silence {span(finding.value)}, {span(promised)} meant"


def _silences(asked: Abreast, as_of: date) -> list[Silence]:
    end = min(asked.settled_on or as_of, as_of)
    words = [told for told in asked.told if asked.asked_on <= told.on <= end]
    points: list[tuple[date, Told | None]] = [(asked.asked_on, None), *((t.on, t) for t in words), (end, None)]
    return [Silence(a, max(a, b), after, before) for (a, after), (b, before) in pairwise(points)]


def _reason(asked: Abreast, longest: Silence, as_of: date, *, ends_now: bool) -> str:
    meant = f"every {span(asked.promised_days)} was meant" if asked.promised_days > 1 else "every day was meant"
    if longest.days <= asked.promised_days:
        return f"They never waited longer than {span(max(longest.days, 1))} for a word; {meant}."
    if ends_now and not asked.told:
        return f"They asked {span(longest.days)} ago and have heard nothing since; a word {meant}."
    if ends_now:
        return f"They have heard nothing for {span(longest.days)}, the longest silence so far; a word {meant}."
    since, until = short_day(longest.begins, as_of), short_day(longest.ends, as_of)
    return f"The longest silence was {span(longest.days)}, from {since} to {until}; a word {meant}."


def _evidence(asked: Abreast, longest: Silence, as_of: date) -> list[Evidence]:
    label = f"request, {short_day(asked.asked_on, as_of)}"
    shown = [Evidence("request", asked.request_id, label, asked.asked_on.isoformat())]
    for told in (longest.after, longest.before):
        if told and told.interaction_id:
            label = f"our word, {short_day(told.on, as_of)}"
            shown.append(Evidence("interaction", told.interaction_id, label, told.on.isoformat()))
    return shown


def _reckoning(asked: Abreast, silences: list[Silence], longest: Silence, as_of: date) -> tuple[Step, ...]:
    promised = f"at most {count(asked.promised_days, 'day')}"
    steps = [Step("Longest silence", promised, count(longest.days, "day"), longest.days <= asked.promised_days)]
    kept = sum(silence.days <= asked.promised_days for silence in silences)
    steps.append(Step("Stretches within that", f"{len(silences)}", f"{kept}", kept == len(silences)))
    if asked.settled_on is None:
        due = next_update_on(asked, as_of=as_of)
        is_met = due >= as_of
        steps.append(Step("Next word", f"by {short_day(due, as_of)}", "to come" if is_met else "not yet", is_met))
    return tuple(steps)


def _would_change(asked: Abreast, as_of: date) -> str:
    due = next_update_on(asked, as_of=as_of)
    if due <= as_of:
        return "A word today would end the silence."
    return f"A word by {day(due, as_of)} keeps what was meant."
