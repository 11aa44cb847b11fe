"""The door from the outbox to judgement: the letters whose outcome asks for a word, by the account of whoever they went to."""

from collections import defaultdict
from typing import Any

from alongside.config.zone import here
from alongside.judgement.dossier import OutgoingLetter as Letter
from alongside.outbox.models import OutgoingLetter
from alongside.outbox.queue import TO_DECIDE
from alongside.people.models import Handle
from alongside.vocabulary import HandleKind, LetterState

OF_NO_ACCOUNT = 0
"""The account id under which letters to people of no company stand."""


def letters_to_decide(owner_id: int) -> dict[int, list[Letter]]:
    """Load them. One query where there is none, else two."""
    rows = list(OutgoingLetter.objects.filter(owner=owner_id, state__in=TO_DECIDE).order_by("queued_at", "pk"))
    found: dict[int, list[Letter]] = defaultdict(list)
    if not rows:
        return found
    addresses = {row.addresses[0] for row in rows}
    handles = Handle.objects.filter(owner=owner_id, kind=HandleKind.EMAIL, value__in=addresses)
    columns = ("value", "person_id", "person__account_id")
    known = {value: (person, account) for value, person, account in handles.values_list(*columns)}
    for row in rows:
        person, account = known.get(row.addresses[0], (None, None))
        found[account or OF_NO_ACCOUNT].append(_letter(row, person))
    return found


def _letter(row: Any, person_id: int | None) -> Letter:
    on = here(row.settled_at or row.queued_at).date()
    return Letter(row.pk, on, LetterState(row.state), row.names, row.subject, row.reason, person_id)
