"""Does the database know how much it holds now? Without that it takes ways to the rows that were right for an empty one.

PostgreSQL learns it by itself only after a while, SQLite never: it then thinks that an owner has ten rows of a kind.
"""

from django.db import connection

MUCH = 200
"""New items after which the old figures mislead. Unit: items; of that order PostgreSQL's own threshold is."""

LOOKED_AT = 1_000
"""Rows of an index that SQLite looks at to judge it. Unit: rows; enough to see that one owner has all, and done at once."""

_SAY = {
    "postgresql": ("ANALYZE",),
    "sqlite": (f"PRAGMA analysis_limit = {LOOKED_AT}", "ANALYZE"),
}


def refresh_statistics(*, after: int) -> None:
    """Let the database count anew when much came in."""
    if after < MUCH:
        return
    with connection.cursor() as cursor:
        for sentence in _SAY[connection.vendor]:
            cursor.execute(sentence)
