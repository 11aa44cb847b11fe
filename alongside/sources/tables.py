"""Which rows are in a table file (CSV)? Still empty: no file is recognised yet."""

from collections.abc import Iterator
from pathlib import Path

from alongside.sources.contract import Read


class Tables:
    """Rows of accounts, contacts, opportunities, orders, awards, facts, needs and suggestions."""

    kind = "table"

    def recognises(self, path: Path, head: bytes) -> bool:
        """Tell whether the file is a table that is known."""
        return False

    def read(self, path: Path) -> Iterator[Read]:
        """Yield the rows."""
        yield from ()
