"""Entering gives and gets: a concession brings something home, or says why not, and a large one has somebody's word."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from alongside.ledgers.exchanges.models import Exchange
from alongside.people.models import Account, Handle
from alongside.vocabulary import ExchangeKind, ExchangeSide, HandleKind

APPROVED_FROM = Decimal(10_000)
"""Value from which a concession needs a manager's or adviser's word. Unit: of whatever currency it is given in. Our choice: a prior that
each company sets for itself."""


NEEDS_A_RETURN = "A concession brings something home: say what, from whom and by when. If it does not, say why it is given all the same."
"""What a concession is told that has neither."""


class ExchangeError(Exception):
    """An entry that cannot be kept as it stands: `field` is where it went wrong, the message what to do."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Terms:
    """What is given or got: in words, at which value, on which day."""

    what: str
    on: date
    value: Decimal | None = None
    currency: str = ""
    whose: str = ""
    due_on: date | None = None


@transaction.atomic
def concede(
    account: Account, given: Terms, *, got: Terms | None, reason: str = "", approved_by: str = "", by: Any, at: datetime
) -> Exchange:
    """Enter a concession with what comes in return. Raises ExchangeError where that, or somebody's word, is missing."""
    if got is None and not reason.strip():
        raise ExchangeError("reason", NEEDS_A_RETURN)
    if given.value is not None and given.value >= APPROVED_FROM and not approved_by.strip():
        raise ExchangeError(
            "approved_by", f"From {APPROVED_FROM:,.0f} on, somebody else's word is needed: whose is it?"
        )
    if got is not None and got.due_on is not None and got.due_on < given.on:
        raise ExchangeError(
            "due_on", "What comes in return is due before the concession is given. Put one of the two days right."
        )
    conceded = _enter(
        account, given, ExchangeSide.GIVE, ExchangeKind.CONCESSION, by=by, at=at, reason=reason, approved_by=approved_by
    )
    if got is not None:
        _enter(account, got, ExchangeSide.GET, ExchangeKind.CONCESSION, by=by, at=at, stands_for=conceded)
    return conceded


def do_favour(account: Account, terms: Terms, side: ExchangeSide, *, by: Any, at: datetime) -> Exchange:
    """Enter a favour of ours or theirs; it asks for nothing in return and is delivered when it is entered."""
    return _enter(account, terms, side, ExchangeKind.FAVOUR, by=by, at=at, delivered_on=terms.on)


def deliver(got: Exchange, *, on: date) -> None:
    """Keep that what was agreed in return has come."""
    got.delivered_on = on
    got.save(update_fields=["delivered_on"])


@transaction.atomic
def take_back(exchange: Exchange, *, at: datetime) -> None:
    """Let an entry, and what stood for it, count no more; they stay on record."""
    exchange.returns.filter(withdrawn_at__isnull=True).update(withdrawn_at=at)
    exchange.withdrawn_at = at
    exchange.save(update_fields=["withdrawn_at"])


def exchanges_with(account: Account) -> "list[Exchange]":
    """Load what counts between us and an account, the newest first."""
    handles = [account.anchor, *(f"{kind}:{value}" for kind, value in _known(account))]
    rows = Exchange.objects.filter(owner=account.owner, account_handle__in=handles, withdrawn_at__isnull=True)
    return list(rows.order_by("-on", "-pk"))


def _known(account: Account) -> Any:
    kinds = [HandleKind.DOMAIN, HandleKind.NAME]
    return Handle.objects.filter(owner=account.owner, account=account, kind__in=kinds).values_list("kind", "value")


def _enter(
    account: Account, terms: Terms, side: ExchangeSide, kind: ExchangeKind, *, by: Any, at: datetime, **more: Any
) -> Exchange:
    return Exchange.objects.create(
        owner=account.owner,
        account_handle=account.anchor,
        side=side,
        kind=kind,
        what=terms.what,
        value=terms.value,
        currency=terms.currency,
        on=terms.on,
        whose=terms.whose,
        due_on=terms.due_on,
        said_by=by,
        said_at=at,
        **more,
    )
