"""What is an export of another program: how is it known, and where does it differ?"""

from collections.abc import Callable
from dataclasses import dataclass, field

from alongside.sources.columns.table import spelt

Tidy = Callable[[dict[str, str]], None]


def _as_it_is(fields: dict[str, str]) -> None:
    """Change nothing."""


@dataclass(frozen=True, slots=True)
class Origin:
    """How one program exports one table.

    `signs`: the export is known where all headings of one sign are there. `headings` are read before the table's own.
    `passed_over` are headings that mean something else there. `carried` fields stand in the first row of a group only and
    hold for the rows below it. `companies_if` is a heading of yes or no: with yes, the row is one of accounts.
    `tidy` puts right in place what the cells of a row say in this program's manner.
    """

    program: str
    table: str
    signs: tuple[frozenset[str], ...]
    headings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    passed_over: frozenset[str] = frozenset()
    carried: frozenset[str] = frozenset()
    companies_if: str = ""
    tidy: Tidy = _as_it_is


def signs(*each: str) -> tuple[frozenset[str], ...]:
    """Return signs, each a comma separated group of headings that must all be there."""
    return tuple(frozenset(spelt(en=group)) for group in each)
