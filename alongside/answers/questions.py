"""What came in, and which questions about who is who are open, as programs get it."""

from dataclasses import dataclass
from datetime import date, datetime

from alongside.intake.models import Import
from alongside.people.models import Doubt


@dataclass(frozen=True, slots=True)
class ImportAnswer:
    """One bringing-in of files: how far it is, what it counted and what it refused."""

    id: int
    label: str
    state: str
    stage: str
    started_at: datetime
    finished_at: datetime | None
    recorded: int
    changed: int
    known: int
    refused: int
    by_kind: dict[str, int]
    trouble: str


@dataclass(frozen=True, slots=True)
class GroundAnswer:
    """What speaks for or against, and with which weight."""

    speaks_for: bool
    weight: str
    sentence: str


@dataclass(frozen=True, slots=True)
class DoubtAnswer:
    """A question about who is who that only a person can answer; `verdict` is "" while it is open."""

    id: int
    kind: str
    question: str
    subject: str
    other: str
    grounds: list[GroundAnswer]
    probability: float | None
    at_stake: int
    account_id: int | None
    raised_on: date
    verdict: str
    settled_at: datetime | None


def import_answer(run: Import) -> ImportAnswer:
    """Say one import."""
    return ImportAnswer(
        id=run.pk,
        label=run.label,
        state=run.state,
        stage=run.stage,
        started_at=run.started_at,
        finished_at=run.finished_at,
        recorded=run.recorded,
        changed=run.changed,
        known=run.known,
        refused=run.refused,
        by_kind=run.by_kind,
        trouble=run.trouble,
    )


def doubt_answer(doubt: Doubt) -> DoubtAnswer:
    """Say one question."""
    return DoubtAnswer(
        id=doubt.pk,
        kind=doubt.kind,
        question=doubt.question,
        subject=doubt.subject,
        other=doubt.other,
        grounds=[GroundAnswer(g["speaks_for"], str(g.get("weight", "")), g["sentence"]) for g in doubt.grounds],
        probability=doubt.probability,
        at_stake=doubt.at_stake,
        account_id=doubt.account_id,
        raised_on=doubt.raised_on,
        verdict=doubt.verdict,
        settled_at=doubt.settled_at,
    )
