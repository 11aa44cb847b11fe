"""What is open inside our own company for a customer: cases we fight, outcomes nobody told them, returns that have not come.

Read from the standing, where it was judged; nothing more is asked of the database.
"""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from alongside.judgement.finding import Finding, from_json
from alongside.judgement.words import span
from alongside.standings.models import Standing
from alongside.web.templatetags.words import said, sentence


@dataclass(frozen=True, slots=True)
class Inside:
    """A row of what is open inside. `why` is a page of its own where it `opens_page`, else it opens in the drawer."""

    what: str
    more: str
    due: str
    why: str
    is_late: bool
    opens_page: bool


def inside_matters(standing: Standing | None, *, as_of: date) -> list[Inside]:
    """List what is open inside with one account, the late ones first."""
    found = standing.findings.get("inside", []) if standing else []
    rows = [_row(from_json(each), as_of) for each in found]
    return sorted(rows, key=lambda row: not row.is_late)


def _row(finding: Finding, as_of: date) -> Inside:
    extra = finding.extra or {}
    due = date.fromisoformat(extra["due"]) if extra.get("due") else None
    kind, _, row_id = finding.subject.partition(":")
    is_case = kind == "request"
    return Inside(
        what=sentence(str(extra.get("what", ""))),
        more=f"We go to bat for it. {finding.reason}" if is_case else finding.reason,
        due="not told" if extra.get("untold") else _due(due, as_of),
        why=reverse("case", args=[row_id]) if is_case else reverse("why-row", args=["exchange", row_id]),
        is_late=bool(extra.get("untold")) or (due is not None and due < as_of),
        opens_page=is_case,
    )


def _due(due: date | None, as_of: date) -> str:
    if due is None:
        return "no day named"
    return f"{span((as_of - due).days)} late" if due < as_of else said(due, as_of)
