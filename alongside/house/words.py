"""The newest word on a rule of the house, the earlier ones, and a new one. What a value means is said in the file of its rule."""

from datetime import datetime
from typing import Any

from alongside.house.models import HouseWord
from alongside.vocabulary import HouseRule

EARLIER_SHOWN = 10
"""Earlier words on one rule that a page shows. Unit: words."""


def said_of(rule: HouseRule) -> dict[str, Any] | None:
    """Give the value that holds now; None as long as nobody has settled it."""
    newest = HouseWord.objects.filter(rule=rule).order_by("-said_at", "-pk").first()
    return newest.value if newest else None


def words_on(rule: HouseRule) -> list[HouseWord]:
    """List what was settled, the newest first: that one holds."""
    rows = HouseWord.objects.filter(rule=rule).select_related("said_by")
    return list(rows.order_by("-said_at", "-pk")[:EARLIER_SHOWN])


def settle(rule: HouseRule, value: dict[str, Any], *, by: Any, at: datetime) -> HouseWord:
    """Keep a new word on a rule. It holds from now on, for everybody; earlier ones stay on record."""
    return HouseWord.objects.create(rule=rule, value=value, said_by=by, said_at=at)
