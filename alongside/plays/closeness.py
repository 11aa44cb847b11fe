"""Who of them is close to us, and may be written to without being asked?

How strong a tie is was judged before, and is only read here.
"""

from collections.abc import Iterable
from datetime import date

from alongside.judgement.dossier import Touch
from alongside.judgement.finding import Finding
from alongside.judgement.presence import REST_DAYS
from alongside.plays.contract import Findings
from alongside.plays.record import is_from_us


def person_of(finding: Finding) -> int:
    """Give the person that a finding is about ("person:12"), 0 where it is about none."""
    number = finding.subject.removeprefix("person:")
    return int(number) if number.isdigit() else 0


def ties(findings: Findings) -> dict[int, float]:
    """Give the strength 0..100 of each known tie, by person."""
    return {person_of(f): float(f.value) for f in findings.get("tie", ()) if f.value is not None}


def may_be_asked(touches: Iterable[Touch], *, as_of: date) -> bool:
    """Say whether this person may be written to unasked: not while a mail that we began within a week has no answer.

    `touches` are those with the person, oldest first.
    """
    begun: dict[int, date] = {}
    older_threads: set[int] = set()
    for touch in touches:
        if is_from_us(touch) and touch.thread_id not in older_threads:
            begun[touch.thread_id] = touch.at.date()
        elif not is_from_us(touch):
            begun.pop(touch.thread_id, None)
        older_threads.add(touch.thread_id)
    return all((as_of - on).days >= REST_DAYS for on in begun.values())
