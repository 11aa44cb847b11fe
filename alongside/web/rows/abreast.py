"""How is whoever asked kept abreast: the longest silence, the next word due, what was told by mouth, and how often they hear from us?"""

from datetime import date
from typing import Any

from django.db.models import OuterRef

from alongside.dossiers.request_files import abreast_of
from alongside.judgement.abreast import longest_silence, next_update_on
from alongside.ledgers.requests.abreast import interval_said, updates_said
from alongside.ledgers.requests.models import Request, Update
from alongside.web.evidence.address import chips


def abreast_section(user: Any, asked: Request, *, as_of: date) -> dict[str, Any]:
    """Give what the part of a request's page shows. One query where anything was told by mouth (`has_told`), else none."""
    abreast = abreast_of(asked)
    finding = longest_silence(abreast, as_of=as_of)
    due = next_update_on(abreast, as_of=as_of)
    has_told: bool = asked.has_told  # type: ignore[attr-defined]
    said = updates_said(user, [asked.sighting_key]).get(asked.sighting_key, []) if has_told else []
    return {
        "abreast": {
            "finding": finding,
            "chips": chips(finding.evidence),
            "next_on": due,
            "is_due": due <= as_of,
            "proposed": max(due, as_of),
            "by_mouth": [update for update in reversed(said) if not update.message_id],
            "days": asked.update_days,
        }
    }


def told_by_mouth() -> Any:
    """Give the rows that say of a request that something was told by mouth."""
    rows = Update.objects.filter(owner=OuterRef("owner"), sighting_key=OuterRef("sighting_key"))
    return rows.filter(message_id="", withdrawn_at__isnull=True)


def interval_of(user: Any, account: Any, usual: int) -> dict[str, Any]:
    """Give after how many days a customer hears from us, and the word that says so, if it was said of them alone."""
    said = interval_said(user, account)
    return {"days": said.days if said else usual, "said": said}
