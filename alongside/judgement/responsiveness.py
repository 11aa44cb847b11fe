"""How soon do they answer what we ask, measured against their own habit, and how soon do we answer them?

Nobody is ranked by it: a slow answerer who stays slow is steady. A change is a sign to ask after, not a verdict.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from math import log2
from statistics import median

from alongside.judgement.contacts import Contacts, read_contacts
from alongside.judgement.dossier import Dossier
from alongside.judgement.finding import Evidence, Finding
from alongside.judgement.waits import Wait, waits, working_hours
from alongside.judgement.words import count, hours, number, plural, sentence, short_day
from alongside.vocabulary import Side

NOW_DAYS = 60
"""Days whose median is "now". Source: measures, section 7."""

BASE_DAYS = 365
"""Days whose median is their habit, the last sixty included. Source: measures, section 7: their own 12-month median."""

STEADY_BELOW = 0.6
"""Doublings (log2 of now over habit) below which nothing has changed. Source: measures, section 7."""

COOLING_ABOVE = 1.0
"""Doublings above which they are cooling: twice as long as usual. Source: measures, section 7."""

MIN_ANSWERS = 5
"""Answers in the last sixty days before cooling is said. Source: measures, section 7."""

GHOSTED_HOURS = 72.0
"""Working hours after which an unanswered question counts as left alone, at least. Source: measures, section 7."""

GHOSTED_TIMES_BASE = 3.0
"""How many times their habit must have passed as well. Source: measures, section 7."""

MIN_HOURS = 0.25
"""Working hours taken at least for a median: answers within minutes do not make a later hour look slow. House prior."""


def responsiveness(dossier: Dossier, *, as_of: date, contacts: Contacts | None = None) -> tuple[Finding, ...]:
    """Judge how soon they answer ("theirs"), how soon we do ("ours"), and each person of theirs whom we asked.

    A person ghosts when one question of the last sixty days was left alone, a side when more were left than answered.
    value: steady, quicker, slower, cooling or ghosted; None with too few answers to say. extra: median_hours,
    base_hours, z, answers, unanswered (interaction ids of questions left alone).
    """
    touches = (contacts or read_contacts(dossier, as_of=as_of)).touches
    since = as_of - timedelta(days=BASE_DAYS)
    by_them = [w for w in waits(touches, for_answer_by=Side.THEIRS) if w.asked_at.date() > since]
    by_us = [w for w in waits(touches, for_answer_by=Side.OURS) if w.asked_at.date() > since]
    people: dict[int, list[Wait]] = {}
    for wait in by_them:
        people.setdefault(wait.person_id, []).append(wait)
    names = {member.id: member.name for member in dossier.members}
    return (
        _judge(by_them, "theirs", "they", as_of),
        _judge(by_us, "ours", "we", as_of),
        *(_judge(asked, f"person:{p}", names.get(p, "they"), as_of) for p, asked in people.items()),
    )


def _judge(asked: Sequence[Wait], subject: str, who: str, as_of: date) -> Finding:
    recent = as_of - timedelta(days=NOW_DAYS)
    base = _median(asked)
    now = _median([w for w in asked if w.asked_at.date() > recent])
    answers = sum(w.hours is not None and w.asked_at.date() > recent and not w.by_another for w in asked)
    left_alone = _left_alone([w for w in asked if w.asked_at.date() > recent], base, as_of)
    z = None if now is None or base is None else log2(now / base)
    is_ghosted = left_alone and (subject.startswith("person:") or len(left_alone) > answers)
    value = "ghosted" if is_ghosted else _value(z, answers)
    return Finding(
        measure="responsiveness",
        subject=subject,
        value=value,
        reason=_reason(who, now, base, asked, left_alone, recent),
        evidence=_evidence(left_alone or asked[-3:], as_of),
        n=answers,
        known=sum(w.answered_at is not None for w in asked),
        needed=max(len(asked), MIN_ANSWERS),
        unknown=_unknown(asked, answers),
        would_change=_would_change(value, answers),
        extra={
            "median_hours": None if now is None else round(now, 1),
            "base_hours": None if base is None else round(base, 1),
            "z": None if z is None else round(z, 2),
            "answers": answers,
            "unanswered": [w.interaction_id for w in left_alone],
        },
    )


def _median(asked: Sequence[Wait]) -> float | None:
    taken = [max(h, MIN_HOURS) for w in asked if not w.by_another and (h := w.hours) is not None]
    return median(taken) if taken else None


def _left_alone(asked: Sequence[Wait], base: float | None, as_of: date) -> list[Wait]:
    now = datetime.combine(as_of, time.max, UTC)
    limit = max(GHOSTED_HOURS, GHOSTED_TIMES_BASE * (base or 0.0))
    return [w for w in asked if w.answered_at is None and working_hours(w.asked_at, now) > limit]


def _value(z: float | None, answers: int) -> str | None:
    if z is None:
        return None
    if abs(z) < STEADY_BELOW:
        return "steady"
    if z < 0:
        return "quicker"
    if z <= COOLING_ABOVE:
        return "slower"
    return "cooling" if answers >= MIN_ANSWERS else None


def _reason(
    who: str, now: float | None, base: float | None, asked: Sequence[Wait], left_alone: Sequence[Wait], recent: date
) -> str:
    if not asked:
        return sentence({"they": "we asked them", "we": "they asked us"}.get(who, f"we asked {who}") + _NOTHING)
    usual = f"usually answer within {hours(base)}" if base is not None else "have answered nothing yet"
    if who not in ("they", "we"):
        usual = usual.replace("answer ", "answers ", 1).replace("have ", "has ", 1)
    lately = "" if base is None else f", {_lately(now, asked, recent)}"
    questions = count(len(left_alone), "question")
    alone = f"; {questions} {plural(len(left_alone), 'has', 'have')} been left alone" if left_alone else ""
    return sentence(f"{who} {usual}{lately}{alone}")


_NOTHING = " nothing by mail in the last year"


def _lately(now: float | None, asked: Sequence[Wait], recent: date) -> str:
    if now is not None:
        return f"in the last two months within {hours(now)}"
    was_asked = any(w.asked_at.date() > recent for w in asked)
    return f"nothing was {'answered' if was_asked else 'asked'} in the last two months"


def _unknown(asked: Sequence[Wait], answers: int) -> tuple[str, ...]:
    if answers >= MIN_ANSWERS:
        return ()
    if not asked:
        return ("How soon an answer comes is not known: no question by mail is on record.",)
    few = "only one answer" if answers == 1 else count(answers, "answer")
    return (sentence(f"{few} in two months; fewer than {number(MIN_ANSWERS)} say little"),)


def _would_change(value: str | None, answers: int) -> str:
    if value == "ghosted":
        return "An answer, or a call about it, settles it."
    if answers < MIN_ANSWERS:
        return f"{sentence(count(MIN_ANSWERS - answers, 'more answer'))[:-1]} in two months would let it speak."
    return "A median twice their habit, or half of it, would change it."


def _evidence(asked: Sequence[Wait], as_of: date) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            "interaction",
            wait.interaction_id,
            f"mail, {short_day(wait.asked_at.date(), as_of)}",
            wait.asked_at.date().isoformat(),
        )
        for wait in asked
    )
