"""Which level did every category show at the end of every month?

The same verdict as level.py gives on that day, without its sentences; each month's counting is done once.
"""

from collections.abc import Iterator
from datetime import date

from alongside.judgement.dossier import Dossier
from alongside.judgement.ladder import CategoryRecord, Counted, level_shown, proof_of, records, what_counts
from alongside.judgement.level import begun_on, level_declared
from alongside.judgement.months import month_end_before, month_ends
from alongside.vocabulary import RelationshipLevel


def level_at_month_ends(
    dossier: Dossier, *, since: date, as_of: date
) -> tuple[tuple[date, str, RelationshipLevel], ...]:
    """Give (month end, category, level) for every month end from since to as_of at which the category had begun."""
    found = [row for record in records(dossier) for row in _course(record, since, as_of)]
    return tuple(sorted(found, key=lambda row: (row[0], row[1])))


def _course(record: CategoryRecord, since: date, as_of: date) -> Iterator[tuple[date, str, RelationshipLevel]]:
    first = begun_on(record)
    if first is None or first > as_of:
        return
    start = max(first, since)
    known: dict[Counted, RelationshipLevel] = {}  # in most months nothing new counts and nothing lapsed
    shown_before = _shown(record, month_end_before(start), known)
    for end in month_ends(start, as_of):
        shown = _shown(record, end, known)
        yield end, record.category, level_declared(shown, shown_before)
        shown_before = shown


def _shown(record: CategoryRecord, end: date, known: dict[Counted, RelationshipLevel]) -> RelationshipLevel:
    counted = what_counts(record, end)
    if counted not in known:
        known[counted] = level_shown(proof_of(record, end))
    return known[counted]
