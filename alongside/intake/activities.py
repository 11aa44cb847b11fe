"""Calls, meetings, visits and notes out of an older program's table: each new row is something that took place, and becomes an interaction.

The row itself is kept as it came; both go by the same key, so that undoing the import takes both along. A row that corrects another
(the same person, kind, day and subject) is history of the table and no second call.
"""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from alongside.intake.subjects import Subject, subject_of
from alongside.interactions.keys import record_key
from alongside.interactions.live import live
from alongside.interactions.models import SourceRecord
from alongside.interactions.record import Placed, Recorded, record_note
from alongside.people.joining import company_handle, contact_handle
from alongside.sources.contract import Mailbox, Row
from alongside.vocabulary import InteractionKind

TABLE = "activities"

NOON = time(12, tzinfo=UTC)
"""When something took place of which only the day is known, as for what is entered by hand."""

PEOPLE_MAX = 20
"""People of one row. Unit: people; more are a list of invitations."""

_APART = re.compile(r"\s*[;\n]\s*|,\s*(?=[^,]*@)")


def keep_activities(items: Sequence[Placed], outcome: Recorded, *, owner: Any, at: datetime, import_id: int) -> int:
    """Record what the new rows of activities among these items say took place; return how many interactions are new."""
    rows = {record_key(item)[1]: item for _, item in items if isinstance(item, Row) and item.table == TABLE}
    fresh = {key: row for key, row in rows.items() if key in outcome.fresh}
    if not fresh:
        return 0
    told = _told_before(owner, fresh)
    for key, row in fresh.items():
        if (subject := subject_of(TABLE, row.fields)) not in told:
            told.add(subject)
            _keep(row, key, owner=owner, at=at, import_id=import_id)
    return len(fresh)


def _told_before(owner: Any, fresh: dict[str, Row]) -> set[Subject]:
    """Name what other rows that count told of already."""
    others = live(SourceRecord.objects.visible_to(owner)).filter(table=TABLE)
    rows = others.values_list("identity_key", "fields").iterator()
    return {subject_of(TABLE, fields) for key, fields in rows if key not in fresh}


def _keep(row: Row, key: str, *, owner: Any, at: datetime, import_id: int) -> None:
    told = row.fields
    kind = InteractionKind(told.get("kind") or InteractionKind.NOTE)
    record_note(
        told.get("text") or told.get("subject", ""),
        owner=owner,
        at=at,
        about=people_of(told.get("person", ""), told.get("account", "")),
        kind=InteractionKind.NOTE if kind is InteractionKind.MAIL else kind,  # a mail of which only a line is left
        occurred_at=datetime.combine(date.fromisoformat(told["happened_on"][:10]), NOON),
        key=key,
        subject=told.get("subject", ""),
        import_id=import_id,
    )


def people_of(words: str, account: str) -> list[Mailbox]:
    """Read whom a row names: by address where it has one, else by name at the company; the company itself where it names nobody."""
    named = [each.strip() for each in _APART.split(words) if each.strip()][:PEOPLE_MAX]
    if not named and account:
        return [Mailbox(company_handle(account), account)]
    return [
        Mailbox(each.lower(), "") if "@" in each else Mailbox(contact_handle(each, account), each) for each in named
    ]
