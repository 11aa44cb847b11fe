"""Who of them is close to us, and may be written to without being asked? Read from the findings, not judged again."""

from datetime import date

from alongside.judgement.finding import Finding
from alongside.plays.contract import Findings


def person_of(finding: Finding) -> int:
    """Give the person that a finding is about ("person:12"), 0 where it is about none."""
    number = finding.subject.removeprefix("person:")
    return int(number) if number.isdigit() else 0


def ties(findings: Findings) -> dict[int, float]:
    """Give the strength 0..100 of each known tie, by person."""
    return {person_of(f): float(f.value) for f in findings.get("tie", ()) if f.value is not None}


def may_be_asked(findings: Findings, person_id: int, *, as_of: date) -> bool:
    """Say whether this person may be written to unasked: not within seven days of the last such mail."""
    presence = next((f for f in findings.get("presence", ()) if person_of(f) == person_id), None)
    may_write_on = (presence.extra or {}).get("may_write_on") if presence else None
    return not may_write_on or date.fromisoformat(may_write_on) <= as_of
