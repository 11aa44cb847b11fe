"""When in the past year were we there? A bar a week: two-way contact dark, one-way light, what is planned outlined."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

WEEKS = 53
"""How far the strip looks back. Unit: weeks."""

AHEAD_WEEKS = 4
"""How far it looks ahead, for what is planned. Unit: weeks."""

PITCH, BAR, HEIGHT = 10, 7, 36
"""Distance of the bars, width of a bar, height of the strip. Unit: SVG user units."""

FULL_WEEK_TOUCHES = 6
"""So many touches in a week draw the highest bar. Unit: touches."""

Kind = Literal["two-way", "one-way", "planned"]

Week = Mapping[str, int]
"""Touches of one week: "in" and "out" mails, "met" for what was spoken."""


@dataclass(frozen=True, slots=True)
class Presence:
    """The strip: one path for each kind of bar (a path for each bar would cost more to draw than to reckon)."""

    paths: tuple[tuple[Kind, str], ...]
    width: int
    height: int
    today_x: int
    months: tuple[str, ...]
    in_words: str


def presence(weeks: Sequence[Week], planned: Iterable[date], *, as_of: date) -> Presence:
    """Draw touches by week (53 weeks, oldest first, the last ends on `as_of`) and the planned days ahead."""
    there = [week for week in weeks if _is_two_way(week)]
    bars: dict[Kind, list[str]] = {"two-way": [], "one-way": [], "planned": []}
    for i, week in enumerate(weeks):
        if any(week.values()):
            bars[_kind(week)].append(_bar(i, sum(week.values())))
    ahead = {(day - as_of).days // 7 for day in planned if as_of < day}
    bars["planned"] = [_bar(WEEKS + week, 1) for week in sorted(ahead) if week < AHEAD_WEEKS]
    return Presence(
        paths=tuple((kind, "".join(drawn)) for kind, drawn in bars.items() if drawn),
        width=(WEEKS + AHEAD_WEEKS) * PITCH,
        height=HEIGHT,
        today_x=WEEKS * PITCH - 1,
        months=_months(as_of),
        in_words=f"two-way contact in {len(there)} of {WEEKS} weeks",
    )


def _is_two_way(week: Week) -> bool:
    return bool(week["met"] or (week["in"] and week["out"]))


def _kind(week: Week) -> Kind:
    return "two-way" if _is_two_way(week) else "one-way"


def _bar(index: int, touches: int) -> str:
    height = (HEIGHT - 2) * min(touches, FULL_WEEK_TOUCHES) / FULL_WEEK_TOUCHES
    return f"M{index * PITCH + 1} {HEIGHT - 1}h{BAR}v{-height:.4g}h{-BAR}z"


def _months(as_of: date) -> tuple[str, ...]:
    """Name the thirteen four-week stretches by the month they begin in, a month once."""
    firsts = [as_of + timedelta(weeks=4 * i - WEEKS) for i in range((WEEKS + AHEAD_WEEKS) // 4)]
    names = [day.strftime("%b") for day in firsts]
    return tuple(name if i == 0 or name != names[i - 1] else "" for i, name in enumerate(names))
