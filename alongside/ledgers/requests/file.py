"""The file of a request: what one of us wrote down about where it comes from and how its cause is put right."""

from datetime import date, datetime
from typing import Any

from alongside.ledgers.requests.models import Request, RequestEntry
from alongside.vocabulary import EntryKind


def write_down(
    request: Request,
    kind: EntryKind,
    text: str,
    *,
    by: Any,
    at: datetime,
    on: date,
    question: str = "",
    words: str = "",
    source: str = "",
    source_key: str = "",
    whose: str = "",
    due_on: date | None = None,
) -> RequestEntry:
    """Append an entry to the file; earlier ones of the same kind stay, the latest is shown first.

    An answer names the `question` of the bank, in the `words` in which it was asked, and the mail that says it (`source_key`).
    """
    return RequestEntry.objects.create(
        owner=request.owner,
        sighting_key=request.sighting_key,
        kind=kind,
        text=text,
        question=question,
        asked=words,
        source=source,
        source_key=source_key,
        whose=whose,
        on=on,
        due_on=due_on,
        said_by=by,
        said_at=at,
    )


def take_back(entry: RequestEntry, *, at: datetime) -> None:
    """Let an entry count no more; it stays on record."""
    entry.withdrawn_at = at
    entry.save(update_fields=["withdrawn_at"])
