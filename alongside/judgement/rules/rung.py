"""How do the five rules climb? Each says what every rung asks; the highest rung whose demands are all met is the value.

The rules themselves, with their thresholds, are in the five files beside this one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from alongside.judgement.finding import Step
from alongside.vocabulary import RuleName

TOP = 4
"""The highest rung of every rule. Source: measures, section 2."""


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that a rung asks for. `is_met` None is unknown, and unknown does not lift."""

    rung: int
    label: str
    needed: str
    actual: str
    is_met: bool | None

    def as_step(self) -> Step:
        return Step(f"rung {self.rung}: {self.label}", self.needed, self.actual, self.is_met)


def climb(demands: Sequence[Demand]) -> int:
    """Give the highest rung up to which every demand is met, 0 when the first is not."""
    reached = 0
    for rung in range(1, TOP + 1):
        asked = [d for d in demands if d.rung == rung]
        if not asked or not all(d.is_met for d in asked):
            break
        reached = rung
    return reached


def steps(demands: Sequence[Demand]) -> tuple[Step, ...]:
    return tuple(demand.as_step() for demand in demands)


def next_demand(demands: Sequence[Demand], reached: int) -> Demand | None:
    """Give the first unmet demand of the rung above, None at the top."""
    return next((d for d in demands if d.rung == reached + 1 and not d.is_met), None)


def after_staleness(reached: int, newest_on: date | None, *, fresh_days: int, as_of: date) -> tuple[int, bool]:
    """Drop a rung when the newest evidence is older than the rule keeps it fresh; say whether that happened."""
    is_stale = reached > 0 and newest_on is not None and (as_of - newest_on).days > fresh_days
    return reached - is_stale, is_stale


def measure(rule: RuleName) -> str:
    return f"rule:{rule.value}"
