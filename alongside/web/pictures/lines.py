"""How does a tie look over time: as a spark line in a row, as a chart with its bands on a page?

The strength (0 to 100) comes from judgement. A month without a figure is a gap, drawn as not known.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

TOP = 100.0
"""The strongest tie there can be. Unit: points of measures, section 6."""

BANDS = ((70, "strong"), (40, "familiar"), (15, "weak"), (0, "dormant"))
"""From which strength on a tie has which name (measures, section 6)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line in a field of `width` by `height`: solid runs, gaps, end, the area under it, the heights of the bands."""

    width: int
    height: int
    runs: tuple[str, ...]
    gaps: tuple[str, ...]
    under: str
    end: tuple[float, float] | None
    bands: tuple[float, ...]
    in_words: str


def spark(strengths: Sequence[float | None], *, width: int = 96, height: int = 24) -> Line:
    """Draw `strengths` (oldest first, equally spaced) as a line; None is a gap."""
    places = [(_x(i, len(strengths), width), _y(value, height)) for i, value in enumerate(strengths)]
    runs = _runs([place if place[1] is not None else None for place in places])
    gaps = [(a[-1], b[0]) for a, b in itertools.pairwise(runs)]
    return Line(
        width=width,
        height=height,
        runs=tuple(_joined(run) for run in runs if len(run) > 1),
        gaps=tuple(_joined(gap) for gap in gaps),
        under=_under(runs[-1], height) if runs else "",
        end=runs[-1][-1] if runs else None,
        bands=tuple(round(height - height * band / TOP, 1) for band, _ in BANDS),
        in_words=_in_words(strengths),
    )


def band(strength: float) -> str:
    """Name the band of a strength."""
    return next(name for floor, name in BANDS if strength >= floor)


def _x(index: int, count: int, width: int) -> float:
    return round(width * index / max(1, count - 1), 1)


def _y(strength: float | None, height: int) -> float | None:
    return None if strength is None else round(height - height * min(max(strength, 0), TOP) / TOP, 1)


def _runs(places: Sequence[tuple[float, float | None] | None]) -> list[list[tuple[float, float]]]:
    runs: list[list[tuple[float, float]]] = [[]]
    for place in places:
        if place is None or place[1] is None:
            runs.append([])
        else:
            runs[-1].append((place[0], place[1]))
    return [run for run in runs if run]


def _joined(run: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in run)


def _under(run: Sequence[tuple[float, float]], height: int) -> str:
    return f"{run[0][0]:g},{height} {_joined(run)} {run[-1][0]:g},{height}"


def _in_words(strengths: Sequence[float | None]) -> str:
    known = [value for value in strengths if value is not None]
    if not known:
        return "Tie not known yet"
    first, last = known[0], known[-1]
    way = "rising" if last > first + 5 else "falling" if last < first - 5 else "steady"
    return f"Tie {last:.0f} of 100, {band(last)}; {way} from {first:.0f}"
