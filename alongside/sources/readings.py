"""How does a person want a table with certain headings to be read? What they leave open is recognised as ever.

Pure values; a table is known again by the fingerprint of its headings. What a plan makes of them is in plans.py.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from alongside.sources.columns import plain
from alongside.sources.rows_given_back import WHY_REFUSED

OWN = "own"
"""Said of a column that becomes a field of its own, named after its heading."""

OUT = ""
"""Said of a column that is left out."""

OWN_FIELD = "own:{}"
"""The name of a field of one's own in a row, completed by the heading."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A person's word on a table: which it is, what each column holds, and how dates and numbers are written.

    `columns` gives a field of the table, OWN or OUT by the key of the column (`column_keys`); `days_first` and
    `decimal_comma` hold only where the cells themselves do not tell.
    """

    table: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    days_first: bool | None = None
    decimal_comma: bool | None = None

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "table": self.table,
            "columns": dict(self.columns),
            "days_first": self.days_first,
            "decimal_comma": self.decimal_comma,
        }


Readings = Mapping[str, Reading]
"""Readings by the fingerprint of the headings they are for."""

AS_RECOGNISED: Readings = MappingProxyType({})
"""No word of anybody's."""


def reading_of(stated: Mapping[str, Any]) -> Reading:
    """Read one back from plain values."""
    return Reading(
        stated.get("table", ""), stated.get("columns", {}), stated.get("days_first"), stated.get("decimal_comma")
    )


def column_keys(headings: Sequence[str]) -> list[str]:
    """Name each column by its heading as it is compared; the second of a name is "name 2"."""
    seen: Counter[str] = Counter()
    keys = []
    for heading in headings:
        spelling = plain(heading)
        seen[spelling] += 1
        keys.append(f"{spelling} {seen[spelling]}" if seen[spelling] > 1 or not spelling else spelling)
    return keys


def fingerprint(headings: Sequence[str]) -> str:
    """Tell these headings from any others, whatever their case and signs; the column that says why a row was refused is none."""
    kept = [heading for heading in headings if not heading.startswith(WHY_REFUSED.format(""))]
    return hashlib.sha256("\x1f".join(column_keys(kept)).encode("utf-8", "replace")).hexdigest()
