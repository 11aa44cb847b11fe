"""Is this account one to work on unasked? We are partner or preferred vendor there, or they bought lately."""

from datetime import date

from alongside.judgement.award import was_won
from alongside.judgement.dossier import Dossier
from alongside.judgement.ladder import WINDOW_MONTHS
from alongside.judgement.months import months_before
from alongside.plays.contract import Findings
from alongside.vocabulary import RelationshipLevel


def level_of(findings: Findings) -> RelationshipLevel | None:
    """Give the account's level, None where it was not judged."""
    judged = findings.get("level", ())
    account = next((f for f in judged if not f.subject), judged[0] if judged else None)
    return RelationshipLevel(account.value) if account and account.value else None


def is_worth_the_work(record: Dossier, findings: Findings, *, as_of: date) -> bool:
    """Say whether we are partner or preferred vendor there, or they ordered in the last 24 months."""
    if level_of(findings) in (RelationshipLevel.PARTNER, RelationshipLevel.PREFERRED_VENDOR):
        return True
    since = months_before(as_of, WINDOW_MONTHS)
    days = [a.decided_on for a in record.awards if was_won(a)] + [o.ordered_on for o in record.orders]
    return any(since < on <= as_of for on in days)
