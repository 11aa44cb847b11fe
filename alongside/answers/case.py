"""Going to bat for a request as programs get it: how the case stands and what was said in it. It never leaves this company."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from alongside.answers.business import ConcessionAnswer, concession_answer
from alongside.answers.ways import ways_of
from alongside.dossiers.fought_for import case_of, entries_of_case
from alongside.judgement.advocacy import advocacy
from alongside.judgement.finding import Finding
from alongside.ledgers.advocacy.models import CaseEntry
from alongside.ledgers.requests.models import Request


@dataclass(frozen=True, slots=True)
class CaseEntryAnswer:
    """One thing said in a case. `state` is that of an entry that says how it stands; of each part the newest holds."""

    id: int
    part: str
    text: str
    state: str
    value: Decimal | None
    currency: str
    on: date | None


@dataclass(frozen=True, slots=True)
class CaseAnswer:
    """The case inside our own company for a request, and what was conceded for it; `entries` is empty where nobody went to bat."""

    request_id: int
    state: str
    finding: Finding
    entries: list[CaseEntryAnswer]
    concessions: list[ConcessionAnswer]


def case_answer(asked: Request, *, as_of: date) -> CaseAnswer:
    """Say how the case for a request stands. Five queries at most."""
    entries = entries_of_case(asked)
    judged = case_of(asked, entries)
    return CaseAnswer(
        request_id=asked.pk,
        state=judged.state.value,
        finding=advocacy(judged, as_of=as_of),
        entries=[case_entry_answer(entry) for entry in entries],
        concessions=[concession_answer(each) for each in ways_of(asked, as_of=as_of).concessions],
    )


def case_entry_answer(entry: CaseEntry) -> CaseEntryAnswer:
    """Say one thing that was said in a case."""
    return CaseEntryAnswer(
        id=entry.pk,
        part=entry.part,
        text=entry.text,
        state=entry.state,
        value=entry.value,
        currency=entry.currency,
        on=entry.on,
    )
