"""What every measure returns: a verdict with its reason, its evidence, what is unknown and what would change it."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that a reader can open.

    `kind` is interaction, sighting, award, order, commitment, request, fact, need, suggestion, person or account;
    `id` its row.
    """

    kind: str
    id: int
    label: str  # "mail, 11 Nov" or "order 4471, 8,200 t"
    on: str = ""  # ISO day


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the reckoning: what the rule asks, what we have, and whether that is enough (None = unknown)."""

    label: str
    needed: str
    actual: str
    met: bool | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One judgement. `value` None means unknown, which is never zero.

    `measure` names the rule ("level", "rule:build_rapport", "tie", "promises:ours", "coverage", "presence",
    "responsiveness").
    `subject` is what it is about within the account ("Pellets", "person:12", "").
    `known`/`needed` are the inputs that were there and those the rule wants (coverage of the inputs).
    """

    measure: str
    subject: str
    value: Any
    reason: str
    evidence: tuple[Evidence, ...] = ()
    n: int = 0
    known: int = 0
    needed: int = 0
    unknown: tuple[str, ...] = ()  # sentences: what is not known
    would_change: str = ""
    reckoning: tuple[Step, ...] = ()
    extra: dict[str, Any] | None = None  # JSON-able figures for a picture


def as_json(finding: Finding) -> dict[str, Any]:
    """Turn a finding into plain dicts, lists and scalars; `from_json` gives the same finding back."""
    return {
        "measure": finding.measure,
        "subject": finding.subject,
        "value": finding.value,
        "reason": finding.reason,
        "evidence": [{"kind": e.kind, "id": e.id, "label": e.label, "on": e.on} for e in finding.evidence],
        "n": finding.n,
        "known": finding.known,
        "needed": finding.needed,
        "unknown": list(finding.unknown),
        "would_change": finding.would_change,
        "reckoning": [
            {"label": s.label, "needed": s.needed, "actual": s.actual, "met": s.met} for s in finding.reckoning
        ],
        "extra": finding.extra,
    }


def from_json(stored: dict[str, Any]) -> Finding:
    """Read back what `as_json` wrote."""
    lists = {
        "evidence": tuple(Evidence(**item) for item in stored["evidence"]),
        "reckoning": tuple(Step(**item) for item in stored["reckoning"]),
        "unknown": tuple(stored["unknown"]),
    }
    return Finding(**{**stored, **lists})
