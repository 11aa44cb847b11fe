"""Going to bat for a customer: opening the case for a request, writing into it, and taking back what was written."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from alongside.ledgers.advocacy.models import AdvocacyCase, CaseEntry
from alongside.ledgers.requests.models import Request
from alongside.vocabulary import CasePart, CaseState


@dataclass(frozen=True, slots=True)
class Said:
    """What is written into a case: words, and what its part needs beside them."""

    text: str = ""
    state: CaseState | None = None
    value: Decimal | None = None
    currency: str = ""
    on: date | None = None


@transaction.atomic
def go_to_bat(request: Request, part: CasePart, said: Said, *, by: Any, at: datetime) -> CaseEntry:
    """Write into the case for a request; the first entry opens it. Judging the account must run after it."""
    case, _ = AdvocacyCase.objects.get_or_create(
        owner=request.owner,
        sighting_key=request.sighting_key,
        defaults={
            "account_handle": request.account.anchor if request.account else "",
            "opened_by": by,
            "opened_at": at,
        },
    )
    return CaseEntry.objects.create(
        owner=request.owner,
        case=case,
        part=part,
        text=said.text,
        state=said.state or ("" if part is not CasePart.STATE else CaseState.PREPARING),
        value=said.value,
        currency=said.currency,
        on=said.on,
        said_by=by,
        said_at=at,
    )


def take_back(entry: CaseEntry, *, at: datetime) -> None:
    """Let an entry count no more: the one before it holds again. It stays on record."""
    entry.withdrawn_at = at
    entry.save(update_fields=["withdrawn_at"])
