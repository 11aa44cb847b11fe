"""Where do all accounts stand on the ladder, and how did each move?"""

from collections import defaultdict
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.standings.models import LevelMonth, Standing
from alongside.vocabulary import AccountStanding, RelationshipLevel
from alongside.web import clock

MONTHS_SHOWN = 18
"""Months of an account's line. Unit: months."""

ACCOUNTS_SHOWN = 300
"""Accounts in the book. Unit: accounts; a page of more says nothing to a person."""


@require_safe
def book(request: HttpRequest) -> HttpResponse:
    """Show every customer and prospect by level, with the level of its main category at the end of each month."""
    _, as_of = clock.now()
    rows = Standing.objects.visible_to(request.user).filter(
        account__standing__in=[AccountStanding.CUSTOMER, AccountStanding.PROSPECT]
    )
    rows = rows.defer("findings", "pictures").select_related("account").order_by("-level_rung", "account__name")
    standings = list(rows[:ACCOUNTS_SHOWN])
    months = _months(request.user, standings)
    groups = [
        {"level": level, "rows": [_row(s, months.get(s.account_id, [])) for s in standings if s.level == level]}
        for level in reversed(RelationshipLevel)
    ]
    return render(request, "book/book.html", {"here": "book", "as_of": as_of, "groups": groups, "any": bool(standings)})


def _months(user: Any, standings: list[Standing]) -> dict[int, list[tuple[date, RelationshipLevel]]]:
    main = {s.account_id: s.category for s in standings}
    found: dict[int, list[tuple[date, RelationshipLevel]]] = defaultdict(list)
    rows = LevelMonth.objects.visible_to(user).filter(account_id__in=list(main)).order_by("month_end")
    for account_id, category, month_end, level in rows.values_list("account_id", "category", "month_end", "level"):
        if category == main[account_id]:
            found[account_id].append((month_end, RelationshipLevel(level)))
    return {pk: months[-MONTHS_SHOWN:] for pk, months in found.items()}


def _row(standing: Standing, months: list[tuple[date, RelationshipLevel]]) -> dict[str, Any]:
    return {"standing": standing, "months": months, "moved": _moved(standing, months)}


def _moved(standing: Standing, months: list[tuple[date, RelationshipLevel]]) -> str:
    """Say how the level moved within the months shown."""
    if len(months) < 2:
        return ""
    now = RelationshipLevel(standing.level)
    before = next(((end, level) for end, level in reversed(months) if level != now), None)
    if before is None:
        return ""
    since = next(end for end, level in months if end > before[0])
    direction = "up" if now.rung > before[1].rung else "down"
    return f"{direction} from {before[1].label} in {since:%B %Y}"
