"""A person's word on a promise: kept, broken, withdrawn, open again, moved to a later day."""

from datetime import date, datetime
from typing import Any

from alongside.ledgers.commitments.models import Commitment, CommitmentDecision
from alongside.vocabulary import CommitmentState


def decide_commitment(
    commitment: Commitment,
    state: CommitmentState,
    *,
    by: Any,
    at: datetime,
    on: date,
    moved_to: date | None = None,
    importance: int | None = None,
) -> CommitmentDecision:
    """Keep a person's word on a promise; it holds over what the record seems to show. Judging must run after it."""
    return CommitmentDecision.objects.create(
        owner=commitment.owner,
        sighting_key=commitment.sighting_key,
        state=state,
        moved_to=moved_to,
        importance=importance,
        on=on,
        said_by=by,
        said_at=at,
    )
