"""Does the database know how much it holds now? PostgreSQL learns it by itself only after a while.

Until then it takes ways to the rows that were right for an empty database. SQLite's fixed ways are measured and kept.
"""

from django.db import connection

MUCH = 200
"""New items after which the old figures mislead. Unit: items; of that order PostgreSQL's own threshold is."""


def refresh_statistics(*, after: int) -> None:
    """Let PostgreSQL count anew when much came in."""
    if after < MUCH or connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
