"""The handover of an account that this user may see, from its record."""

from datetime import date

from django.db.models import F, Min, OuterRef, QuerySet, Subquery

from alongside.config.zone import here
from alongside.dossiers.load import load_for_handover
from alongside.judgement.dossier import Dossier
from alongside.judgement.handover import Handover, handover
from alongside.people.models import Account, Tenure
from alongside.touches.models import Touch


def handover_of(account: Account, *, since: date | None, as_of: date) -> tuple[Dossier, Handover]:
    """Read what was left open before `since`; None asks as if the account became this user's today."""
    dossier = load_for_handover(account)
    return dossier, handover(dossier, since=since or as_of, as_of=as_of)


def with_yours_since(accounts: QuerySet[Account]) -> QuerySet[Account]:
    """Annotate accounts with the day from which each is its owner's, as `yours_since`; None where nobody said."""
    held = Tenure.objects.filter(account=OuterRef("pk"), user_id=F("account__owner_id"), to_on__isnull=True)
    return accounts.annotate(yours_since=Subquery(held.order_by("-from_on").values("from_on")[:1]))


def first_contact_on(account: Account) -> date | None:
    """Give the day of the first contact on record, before which nobody can have had the account."""
    found = Touch.objects.filter(account=account, counts=True).aggregate(first=Min("at"))["first"]
    return here(found).date() if found else None
