"""How strong is the bond between one of us and one of them? Two-way contact, weighed by its kind, fading with time.

raw = .7 * sum of points * .5^(age / 120 days) + .3 * sum of points * .5^(age / 730 days); a touch's points are those of
its kind, divided by the root of the others who took part. r = 2 * min(in, out) / (in + out), counted in touches, where
a conversation counts both ways. tie = 100 * (1 - e^(-raw / 20)) * (.4 + .6 * r).

It never sets the level: mail volume is a known false sign of a good relationship. A person's tie is the strongest that
any one of us has with them; strengths of different people on our side are not added up.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp, sqrt

from alongside.judgement.dossier import Member, Touch
from alongside.judgement.evidence import newest_first
from alongside.judgement.exchange import is_inbound, is_outbound, two_way_days
from alongside.judgement.finding import Finding
from alongside.judgement.words import ago, count, joined, sentence
from alongside.vocabulary import InteractionKind

ANSWERED_MAIL_WEIGHT = 1.0
"""Points for each mail of an exchange: a question and its answer are two mails. Source: measures, section 6."""

ONE_WAY_MAIL_WEIGHT = 0.1
"""Points for a mail that nobody answered and that answers nothing. Source: measures, section 6."""

CALL_WEIGHT = 2.0
"""Points for a call. Source: measures, section 6."""

VIDEO_WEIGHT = 3.0
"""Points for a meeting by video. Source: measures, section 6."""

IN_PERSON_WEIGHT = 5.0
"""Points for a meeting in person or a visit. Source: measures, section 6."""

MOST_OTHERS = 10
"""People: a touch shared with more others than this says nothing of one person. Source: measures, section 6."""

FAST_SHARE = 0.7
"""Share of the points that fades fast; the rest fades slowly. Source: measures, section 6."""

FAST_HALF_LIFE_DAYS = 120
"""Days in which the fast part loses half. Source: measures, section 6."""

SLOW_HALF_LIFE_DAYS = 730
"""Days in which the slow part loses half: an old friend is not forgotten in a year. Source: measures, section 6."""

FULL_TIE_POINTS = 20.0
"""Points at which a tie has 63 of the 100 it can have. Source: measures, section 6."""

ONE_SIDED_SHARE = 0.4
"""Share of the strength that is left when only one side ever writes. Source: measures, section 6."""

SILENCE_SHOWN_DAYS = 180
"""Days of silence of which a finding says what they would do to the tie. House choice."""

WEAK, FAMILIAR, STRONG = 15, 40, 70
"""Strength from which a tie is weak, familiar, strong; below the first it is dormant. Source: measures, section 6."""

_FAST_A_DAY = 0.5 ** (1 / FAST_HALF_LIFE_DAYS)
_SLOW_A_DAY = 0.5 ** (1 / SLOW_HALF_LIFE_DAYS)
_YEAR_DAYS = 365
_UNKNOWN = "No mail, call or meeting with this person is on record."


def tie(
    touches: Sequence[Touch], *, as_of: date, member: Member | None = None, by_us: Mapping[int, float] | None = None
) -> Finding:
    """Judge the tie with one person from the touches with them, oldest first; value 0..100 as a whole number.

    None when nothing between us is recorded. Check values: weekly two-way mail for a year 94; monthly mail and a
    quarterly visit 74, then 180 days of silence 53, 365 days 39; a quarterly video meeting 32; one lunch a fortnight
    ago 21; 50 weekly mails without an answer 5. `by_us` is what `ties_by_us` gave, when somebody has asked it already.
    """
    person_id = member.id if member else touches[0].person_id if touches else 0
    subject = f"person:{person_id}"
    until = [t for t in touches if t.at.toordinal() <= as_of.toordinal()]
    if not until:
        return Finding("tie", subject, None, "Nothing between us is on record yet.", needed=1, unknown=(_UNKNOWN,))
    by_us = by_us or ties_by_us(until, as_of=as_of)
    closest = max(by_us, key=lambda ours: by_us[ours])
    value = round(by_us[closest])
    return Finding(
        measure="tie",
        subject=subject,
        value=value,
        reason=_reason(until, value, as_of),
        evidence=newest_first(until, as_of=as_of),
        n=len(until),
        known=1,
        needed=1,
        would_change=_would_change([t for t in until if t.our_person_id == closest], value, as_of),
        extra={
            "band": band(value),
            "strength": round(by_us[closest], 1),
            "closest_of_us": closest,
            "by_us": {str(ours): round(strength) for ours, strength in by_us.items()},
            "last_on": until[-1].at.date().isoformat(),
        },
    )


def tie_strength(touches: Sequence[Touch], *, as_of: date) -> float:
    """Give the strongest tie that any of us has with the person of these touches, 0..100; 0 without a touch."""
    return max(ties_by_us(touches, as_of=as_of).values(), default=0.0)


def ties_by_us(touches: Sequence[Touch], *, as_of: date) -> dict[int, float]:
    """Give the strength 0..100 of the tie between the person of these touches and each of us, by our person's id."""
    return {ours: _balance(pair, as_of).strength() for ours, pair in _pairs(touches).items()}


def tie_over_time(touches: Sequence[Touch], *, month_ends: Sequence[date]) -> tuple[float, ...]:
    """Give the strength 0..100 at each of the days, which are oldest first, in one walk through the touches.

    Equal to `tie_strength` at each of the days; 0 before the first touch.
    """
    courses = [_course(pair, month_ends) for pair in _pairs(touches).values()]
    return tuple(max(strengths) for strengths in zip(*courses, strict=True)) if courses else (0.0,) * len(month_ends)


def band(strength: float) -> str:
    """Name the strength: dormant, weak, familiar or strong."""
    if strength < WEAK:
        return "dormant"
    if strength < FAMILIAR:
        return "weak"
    return "familiar" if strength < STRONG else "strong"


def touch_weight(touch: Touch, *, is_answered: bool) -> float:
    """Weigh one touch: by its kind, divided by the root of the others present, nothing above ten others."""
    others = touch.others + 1
    if others > MOST_OTHERS or touch.kind == InteractionKind.NOTE:
        return 0.0
    if touch.kind == InteractionKind.MAIL:
        points = ANSWERED_MAIL_WEIGHT if is_answered else ONE_WAY_MAIL_WEIGHT
    elif touch.kind == InteractionKind.CALL:
        points = CALL_WEIGHT
    else:
        points = VIDEO_WEIGHT if touch.video else IN_PERSON_WEIGHT
    return points if others == 1 else points / sqrt(others)


@dataclass(slots=True)
class _Balance:
    """What has been paid in until a day: the two fading sums, and how many touches came and went."""

    fast: float = 0.0
    slow: float = 0.0
    came: int = 0
    went: int = 0

    def pay_in(self, points: float, age_days: int, touch: Touch | None) -> None:
        self.fast += points * _FAST_A_DAY**age_days
        self.slow += points * _SLOW_A_DAY**age_days
        if touch is not None:
            self.came += is_inbound(touch)
            self.went += is_outbound(touch)

    def fade(self, days: int) -> None:
        self.fast *= _FAST_A_DAY**days
        self.slow *= _SLOW_A_DAY**days

    def strength(self) -> float:
        raw = FAST_SHARE * self.fast + (1 - FAST_SHARE) * self.slow
        both = self.came + self.went
        two_sided = 2 * min(self.came, self.went) / both if both else 0.0
        return 100 * (1 - exp(-raw / FULL_TIE_POINTS)) * (ONE_SIDED_SHARE + (1 - ONE_SIDED_SHARE) * two_sided)


def _pairs(touches: Sequence[Touch]) -> dict[int, list[Touch]]:
    pairs: dict[int, list[Touch]] = {}
    for touch in touches:
        pairs.setdefault(touch.our_person_id, []).append(touch)
    return pairs


def _balance(pair: Sequence[Touch], as_of: date) -> _Balance:
    today = as_of.toordinal()
    balance = _Balance()
    for known, age_from, points, touch in _payments(pair):
        if known <= today:
            balance.pay_in(points, today - age_from, touch)
    return balance


def _course(pair: Sequence[Touch], days: Sequence[date]) -> list[float]:
    payments = sorted(_payments(pair), key=lambda payment: payment[0])
    balance, strengths, place, yesterday = _Balance(), [], 0, 0
    for day in days:
        today = day.toordinal()
        balance.fade(today - yesterday)
        while place < len(payments) and payments[place][0] <= today:
            _, age_from, points, touch = payments[place]
            balance.pay_in(points, today - age_from, touch)
            place += 1
        strengths.append(balance.strength())
        yesterday = today
    return strengths


def _payments(pair: Sequence[Touch]) -> Iterator[tuple[int, int, float, Touch | None]]:
    """Yield (day known, day it counts from, points, touch or None): a late answer pays the rest for its mail."""
    for touch, two_way_day in zip(pair, two_way_days(pair), strict=True):
        on = touch.at.toordinal()
        full = touch_weight(touch, is_answered=True)
        if not full:
            continue
        if two_way_day == on:
            yield on, on, full, touch
            continue
        alone = touch_weight(touch, is_answered=False)
        yield on, on, alone, touch
        if two_way_day is not None:
            yield two_way_day, on, full - alone, None


def _reason(touches: Sequence[Touch], value: int, as_of: date) -> str:
    since = as_of.toordinal() - _YEAR_DAYS
    last_year = [t for t in touches if t.at.toordinal() > since]
    last = f"the last {ago(touches[-1].at.date(), as_of)}"
    if not last_year:
        return sentence(f"{band(value)}: nothing in the last year, {last}")
    return sentence(f"{band(value)}: {joined(_counts(last_year))} in a year, {last}")


def _counts(touches: Sequence[Touch]) -> list[str]:
    by_kind: dict[str, set[int]] = {}
    for touch in touches:
        mail = "mail to them" if is_outbound(touch) else "mail from them"
        by_kind.setdefault(mail if touch.kind == InteractionKind.MAIL else touch.kind.label, set()).add(
            touch.interaction_id
        )
    return [
        count(len(ids), kind, kind.replace("mail ", "mails ") if kind.startswith("mail") else "")
        for kind, ids in sorted(by_kind.items())
    ]


def _would_change(pair: Sequence[Touch], value: int, as_of: date) -> str:
    if value >= FAMILIAR:
        later = date.fromordinal(as_of.toordinal() + SILENCE_SHOWN_DAYS)
        return f"Half a year of silence would make it {round(_balance(pair, later).strength())}."
    visited = _balance(pair, as_of)
    visited.pay_in(IN_PERSON_WEIGHT, 0, None)
    visited.came += 1
    visited.went += 1
    return f"A visit today would make it {round(visited.strength())}."
