"""How does each account stand in the book: its level, how it moved and when, why, and what it leans on?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.urls import reverse

from alongside.judgement.words import month
from alongside.standings.models import LevelMonth, Standing
from alongside.vocabulary import AccountStanding, RelationshipLevel
from alongside.web.pictures.history import Month

MONTHS_SHOWN = 18
"""Months of an account's line, the present one included. Unit: months."""

QUARTER_MONTHS = 3
"""A move within so many months before the present one counts as lately. Unit: months."""


@dataclass(frozen=True, slots=True)
class BookRow:
    """A row of the book; `moved` is "" where the level did not move in the months shown."""

    id: int
    name: str
    href: str
    category: str
    level: RelationshipLevel
    reason: str
    why: str
    months: Sequence[Month]
    moved: str
    moved_lately: bool
    went_down: bool
    is_at_risk: bool
    is_on_one_person: bool


def customers_and_prospects(user: Any) -> "QuerySet[Standing]":
    """Give the standings that the book is about, the highest level first."""
    ours = [AccountStanding.CUSTOMER, AccountStanding.PROSPECT]
    return Standing.objects.visible_to(user).filter(account__standing__in=ours).order_by("-level_rung", "account__name")


def book_rows(user: Any, *, as_of: date, most: int) -> list[BookRow]:
    """Read the first so many rows of the book. Two queries."""
    level, cover = (
        KeyTransform(0, KeyTransform("level", "findings")),
        KeyTransform(0, KeyTransform("coverage", "findings")),
    )
    said = customers_and_prospects(user).annotate(
        reason=KeyTextTransform("reason", level),
        alone=KeyTransform("single_threaded", KeyTransform("extra", cover)),
    )
    columns = ("account_id", "account__name", "level", "category", "is_at_risk", "reason", "alone")
    found = list(said.values(*columns)[:most])
    months = _months(user, {row["account_id"]: row["category"] for row in found})
    return [_row(row, months.get(row["account_id"], []), as_of) for row in found]


def _months(user: Any, categories: Mapping[int, str]) -> dict[int, list[Month]]:
    """Read the levels by month of each account's main category, oldest first."""
    kept = (
        LevelMonth.objects.visible_to(user).filter(account_id__in=list(categories)).order_by("account_id", "month_end")
    )
    rows = kept.values_list("account_id", "category", "month_end", "level")
    return {
        pk: [(end, RelationshipLevel(level)) for _, category, end, level in run if category == categories[pk]]
        for pk, run in groupby(rows, key=lambda row: row[0])
    }


def _row(row: Mapping[str, Any], ended: Sequence[Month], as_of: date) -> BookRow:
    level = RelationshipLevel(row["level"])
    months = [*(each for each in ended if each[0] < as_of), (as_of, level)][-MONTHS_SHOWN:]
    since, before = _last_move(months)
    return BookRow(
        id=row["account_id"],
        name=row["account__name"],
        href=reverse("account", args=[row["account_id"]]),
        category=row["category"],
        level=level,
        reason=row["reason"] or "",
        why=reverse("why-finding", args=[row["account_id"], "level"]),
        months=months if ended else [],
        moved=f"{'up' if level.rung > before.rung else 'down'} from {before.label} in {month(since)}" if before else "",
        moved_lately=before is not None and _months_between(since, as_of) <= QUARTER_MONTHS,
        went_down=before is not None and level.rung < before.rung,
        is_at_risk=row["is_at_risk"],
        is_on_one_person=bool(row["alone"]),
    )


def _last_move(months: Sequence[Month]) -> tuple[date, RelationshipLevel | None]:
    """Give the first month at the present level, and the level before it; None where it never moved."""
    present = months[-1][1]
    since = months[-1][0]
    for at, level in reversed(months):
        if level != present:
            return since, level
        since = at
    return since, None


def _months_between(one: date, other: date) -> int:
    return (other.year - one.year) * 12 + other.month - one.month


def by_level(rows: Iterable[BookRow]) -> list[tuple[RelationshipLevel, list[BookRow]]]:
    """Group the rows by level, the highest first, without empty groups."""
    kept = list(rows)
    groups = [(level, [row for row in kept if row.level == level]) for level in reversed(RelationshipLevel)]
    return [(level, run) for level, run in groups if run]
