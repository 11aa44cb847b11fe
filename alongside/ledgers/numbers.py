"""Days and amounts of a table's row, as the sources normalised them."""

from datetime import date
from decimal import Decimal, InvalidOperation

LARGEST = Decimal(10) ** 13
"""Amounts above this are a slip of the table, not business. Unit: currency or quantity units."""

_LAST_PLACE = {places: Decimal(1).scaleb(-places) for places in (2, 3, 4)}


def day(text: str) -> date | None:
    """Read an ISO day; None when there is none."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def amount(text: str, places: int = 2) -> Decimal | None:
    """Read a plain decimal, rounded to what the column keeps; None when there is none."""
    try:
        value = Decimal(text) if text else None
    except InvalidOperation:
        return None
    if value is None or not value.is_finite() or abs(value) > LARGEST:
        return None
    return value.quantize(_LAST_PLACE[places])
