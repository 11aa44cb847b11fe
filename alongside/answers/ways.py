"""The three ways out of a request: fix its cause, go to bat for it, or concede. Which of them was taken, and how far is it?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.answers.exchanges import Conceded, conceded
from alongside.dossiers.fought_for import case_of, entries_of_case
from alongside.judgement.advocacy import advocacy
from alongside.judgement.finding import Finding
from alongside.ledgers.exchanges.models import Exchange
from alongside.ledgers.requests.models import Request


@dataclass(frozen=True, slots=True)
class Ways:
    """What was done of each way; `case` is None where nobody went to bat."""

    case: Finding | None
    concessions: Sequence[Conceded]


def ways_of(asked: Request, *, as_of: date) -> Ways:
    """Load what was done about a request beside fixing its cause. Three queries at most."""
    entries = entries_of_case(asked)
    case = advocacy(case_of(asked, entries), as_of=as_of) if entries else None
    return Ways(case, conceded(given_for(asked), as_of=as_of))


def given_for(asked: Request) -> list[Exchange]:
    """Load the concessions that were made for a request, with what was agreed in return. One query."""
    counting: Any = Exchange.objects.filter(owner=asked.owner, withdrawn_at__isnull=True)
    own = counting.filter(request_key=asked.sighting_key)
    returns = counting.filter(stands_for__request_key=asked.sighting_key)
    return list((own | returns).order_by("-on", "-pk"))
