"""How do the five rules look: as rungs, and together as a shape with five points?

What is not known is drawn as not known (hatched), never as empty. Nothing is averaged.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Literal

TOP_RUNG = 4
"""The highest rung of a rule (measures, section 2)."""

Cell = Literal["full", "empty", "unknown"]

SIZE = 240
CENTRE = (120.0, 112.0)
RADIUS = 76.0
"""The shape's field, middle and outer radius. Unit: SVG user units."""

SHORT_NAMES = ("Rapport", "Business", "Needs", "Suggestions", "There")
"""How the five rules are named at the points of the shape, in their order."""


@dataclass(frozen=True, slots=True)
class Rungs:
    cells: tuple[Cell, ...]
    in_words: str


def rungs(value: int | None, reach: int | None = None) -> Rungs:
    """Draw `value` of four rungs; from there up to `reach` is not known. `value` None: nothing is known."""
    if value is None:
        return Rungs(_cells("unknown", TOP_RUNG), "not known")
    reach = max(value, min(reach if reach is not None else value, TOP_RUNG))
    cells = _cells("full", value) + _cells("unknown", reach - value) + _cells("empty", TOP_RUNG - reach)
    return Rungs(cells, f"{value} of {TOP_RUNG}" + (f", perhaps {reach}" if reach > value else ""))


def _cells(cell: Cell, count: int) -> tuple[Cell, ...]:
    return tuple(cell for _ in range(count))


@dataclass(frozen=True, slots=True)
class Point:
    """One rule at its corner: where its mark stands, where its reach ends, where its name is written."""

    name: str
    x: float
    y: float
    rim_x: float
    rim_y: float
    reach_x: float
    reach_y: float
    label_x: float
    label_y: float
    anchor: str
    is_unknown: bool
    is_weakest: bool


@dataclass(frozen=True, slots=True)
class Shape:
    points: tuple[Point, ...]
    area: str
    webs: tuple[str, ...]
    in_words: str


def shape(values: Sequence[int | None], reaches: Sequence[int | None] = (), weakest: int | None = None) -> Shape:
    """Draw the five rules, in the order of RuleName, as a shape; `weakest` is the index of the weakest one."""
    reaches = reaches or [None] * len(values)
    points = tuple(
        _point(i, value, reach, is_weakest=i == weakest)
        for i, (value, reach) in enumerate(zip(values, reaches, strict=True))
    )
    said = ", ".join(f"{name} {rungs(value).in_words}" for name, value in zip(SHORT_NAMES, values, strict=True))
    area = " ".join(f"{point.x},{point.y}" for point in points) if any(v is not None for v in values) else ""
    return Shape(points, area, tuple(_web(rung) for rung in range(1, TOP_RUNG + 1)), said)


def _point(index: int, value: int | None, reach: int | None, *, is_weakest: bool) -> Point:
    x, y = _place(index, value or 0)
    reach_x, reach_y = _place(index, TOP_RUNG if value is None else max(value, reach or 0))
    label_x, label_y = _place(index, TOP_RUNG, beyond=15)
    aside = label_x - CENTRE[0]
    anchor = "middle" if abs(aside) < RADIUS / 4 else "start" if aside > 0 else "end"
    drop = 10 if label_y > CENTRE[1] + RADIUS / 2 else 3
    return Point(
        name=SHORT_NAMES[index],
        x=x,
        y=y,
        rim_x=_place(index, TOP_RUNG)[0],
        rim_y=_place(index, TOP_RUNG)[1],
        reach_x=reach_x,
        reach_y=reach_y,
        label_x=label_x - (9 if anchor == "start" else -9 if anchor == "end" else 0),
        label_y=round(label_y + drop, 1),
        anchor=anchor,
        is_unknown=value is None,
        is_weakest=is_weakest,
    )


def _place(index: int, rung: int, beyond: float = 0) -> tuple[float, float]:
    """Give the place of `rung` on a rule's axis; rung 0 stands a little off the middle, so that no shape vanishes."""
    angle = -pi / 2 + index * 2 * pi / len(SHORT_NAMES)
    length = RADIUS * (rung + 0.4) / (TOP_RUNG + 0.4) + beyond
    return round(CENTRE[0] + length * cos(angle), 1), round(CENTRE[1] + length * sin(angle), 1)


def _web(rung: int) -> str:
    return " ".join(f"{x},{y}" for x, y in (_place(i, rung) for i in range(len(SHORT_NAMES))))
