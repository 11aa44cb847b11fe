"""Which gives and gets does the mail propose, that nobody has entered or rejected yet? Each with its words and the mail they stand in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.config.zone import here
from alongside.ledgers.exchanges.models import Exchange
from alongside.people.models import Account
from alongside.sightings.models import Sighting
from alongside.vocabulary import ExchangeKind, Review, Side, SightingKind

PROPOSE = (SightingKind.GIVE_OR_GET, SightingKind.REFERRAL)
"""Kinds of sightings that propose an entry: an introduction is a favour of whoever made it."""

PROPOSALS_SHOWN = 8
"""Proposals on the page, the newest first; all of them by a link. Unit: proposals."""

AN_INTRODUCTION = "an introduction"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A give or get that the mail proposes: what it is taken for, what it would be entered as, and where it stands."""

    sighting: Sighting
    sort: str
    what: str
    is_ours: bool
    kind: ExchangeKind
    on: date
    value: str
    currency: str

    @property
    def form(self) -> str:
        """Name the form that enters it: a commercial get that came by itself has one of its own."""
        return "received" if self.kind is ExchangeKind.CONCESSION and not self.is_ours else self.kind.value


def proposals_with(account: Account, *, most: int = PROPOSALS_SHOWN) -> tuple[Sequence[Proposal], int]:
    """List what the mail with an account proposes, the newest first, and how many more there are. Two queries at most."""
    waiting = _waiting(account)
    shown = [proposal(sighting) for sighting in waiting.select_related("person").order_by("-at", "-pk")[: most + 1]]
    more = waiting.count() - most if len(shown) > most else 0
    return shown[:most], more


def one_proposal(account: Account, sighting_id: int) -> Proposal | None:
    """Find one proposal of an account, None where there is none or it was settled."""
    rows = _waiting(account).select_related("person", "account", "interaction__body")
    sighting = rows.filter(pk=sighting_id).first()
    return proposal(sighting) if sighting else None


def _waiting(account: Account) -> Any:
    entered = Exchange.objects.filter(owner=account.owner, withdrawn_at__isnull=True).exclude(found_key="")
    rows = Sighting.objects.filter(owner=account.owner, account=account, kind__in=PROPOSE)
    return rows.exclude(review=Review.REJECTED).exclude(key__in=entered.values("found_key"))


def proposal(sighting: Sighting) -> Proposal:
    """Say what a sighting proposes."""
    is_introduction = sighting.kind == SightingKind.REFERRAL
    detail = sighting.detail
    return Proposal(
        sighting=sighting,
        sort=AN_INTRODUCTION if is_introduction else detail.get("sort", ""),
        what=detail.get("what") or sighting.quote,
        is_ours=sighting.side == Side.OURS,
        kind=ExchangeKind.FAVOUR if is_introduction else ExchangeKind(detail.get("exchange", ExchangeKind.FAVOUR)),
        on=here(sighting.at).date(),
        value=detail.get("value", ""),
        currency=detail.get("currency", ""),
    )
