"""Where does a page of a list end, and where does the next one begin? By the values of its last row, never by counting rows.

So a page costs the same however far down it stands, and no row is shown twice when others come in between.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from alongside.interactions.keys import storable

PAGE = 40
"""Rows of one page. Unit: rows."""

LARGEST_ID = 2**63 - 1
"""The largest whole number that the databases compare."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an order: its name in the rows, what it holds (int, str, date or datetime), and which way it goes."""

    name: str
    holds: type
    descending: bool = False


Order = Sequence[Column]
"""An order: the last column must tell any two rows apart (the primary key), and none may be empty."""


def page_of(rows: "QuerySet[Any, Any]", order: Order, *, after: str, size: int = PAGE) -> tuple[list[Any], str]:
    """Cut the page that follows the key `after` (from the top, if it is none); give its rows and the next page's key.

    `rows` yields rows of a table, or dicts (`.values()`), that hold every column of the order.
    """
    last = _read(after, order)
    if last is not None:
        rows = rows.filter(_beyond(order, last))
    found = list(rows.order_by(*(f"{'-' if c.descending else ''}{c.name}" for c in order))[: size + 1])
    return found[:size], _key(order, found[size - 1]) if len(found) > size else ""


def can_read(after: str, order: Order) -> bool:
    """Tell whether this is a key that a page of this order gave, or could have given."""
    return _read(after, order) is not None


def _beyond(order: Order, last: Sequence[Any]) -> Q:
    """Keep what comes after the row with these values: further in the first column, or level there and further in the next."""
    beyond, level = Q(), Q()
    for column, value in zip(order, last, strict=True):
        step = "lt" if column.descending else "gt"
        beyond |= level & Q(**{f"{column.name}__{step}": value})
        level &= Q(**{column.name: value})
    return beyond


def _key(order: Order, row: Any) -> str:
    values = [_WRITTEN.get(column.holds, _as_it_is)(_value(row, column.name)) for column in order]
    return urlsafe_b64encode(json.dumps(values, separators=(",", ":")).encode()).decode().rstrip("=")


def _value(row: Any, name: str) -> Any:
    return row[name] if isinstance(row, Mapping) else getattr(row, name)


def _read(after: str, order: Order) -> list[Any] | None:
    """Read a key back; what is none (somebody typed it) means the first page."""
    try:
        values = json.loads(urlsafe_b64decode(after + "=" * (-len(after) % 4)))
        if not isinstance(values, list) or len(values) != len(order):
            return None
        return [_READ[column.holds](value) for column, value in zip(order, values, strict=True)]
    except (ValueError, TypeError, RecursionError):
        return None


def _as_it_is(value: Any) -> Any:
    return value


def _whole_number(value: Any) -> int:
    if type(value) is not int or abs(value) > LARGEST_ID:
        raise ValueError("no whole number")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return storable(value)


def _instant(value: Any) -> datetime:
    at = datetime.fromisoformat(_text(value))
    if at.tzinfo is None:
        raise ValueError("an instant without a zone")
    return at


def _day(value: Any) -> date:
    return date.fromisoformat(_text(value))


_WRITTEN: dict[type, Callable[[Any], Any]] = {datetime: lambda at: at.isoformat(), date: lambda on: on.isoformat()}
_READ: dict[type, Callable[[Any], Any]] = {int: _whole_number, str: _text, datetime: _instant, date: _day}
