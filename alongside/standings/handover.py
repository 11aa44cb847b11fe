"""The handover of an account that this user may see, from its record."""

from datetime import date

from alongside.dossiers.load import load_for_handover
from alongside.judgement.dossier import Dossier
from alongside.judgement.handover import Handover, handover
from alongside.people.models import Account


def handover_of(account: Account, *, since: date | None, as_of: date) -> tuple[Dossier, Handover]:
    """Read what was left open before `since`; None asks for the day from which the account is this user's, else for today."""
    dossier = load_for_handover(account)
    return dossier, handover(dossier, since=since or dossier.yours_since or as_of, as_of=as_of)
