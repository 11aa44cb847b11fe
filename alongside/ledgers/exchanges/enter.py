"""Entering gives and gets: a concession brings something home, or says why not, and a large one has somebody's word."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from alongside.house.concession_limit import Limit, concession_limit, needs_a_word
from alongside.judgement.currency import money
from alongside.ledgers.exchanges.models import Exchange
from alongside.people.kept_under import names_of
from alongside.people.models import Account
from alongside.vocabulary import ExchangeKind, ExchangeSide

NEEDS_A_RETURN = "A concession brings something home: say what, from whom and by when. If it does not, say why it is given all the same."
"""What a concession is told that has neither."""

RETURN_WITHOUT_WORDS = "Say what comes in return. You named only who brings it, by when, or what it is worth."
"""What a return is told that is named by its day, its person or its worth alone."""

WHOSE_RETURN = "Who brings it? Name the one of them who agreed to it."
WHEN_RETURN = "By when does it come? Without a day nobody can tell whether it came."
RETURN_FIRST = "What comes in return is due before the concession is given. Put one of the two days right."
NO_CURRENCY = "In which currency? A value without one cannot be added to any other."
WORD_LATER = "That word was given on a day that is still to come. Ask first, then write down on which day it was said."


class ExchangeError(Exception):
    """An entry that cannot be kept as it stands: `field` is where it went wrong, the message what to do."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Terms:
    """What is given or got: in words, at which value, on which day. `found_key` names the sighting that proposed it."""

    what: str
    on: date
    value: Decimal | None = None
    currency: str = ""
    whose: str = ""
    due_on: date | None = None
    found_key: str = ""


@dataclass(frozen=True, slots=True)
class Allowed:
    """Whose word allows a concession, and when it was said."""

    by: str
    on: date


@transaction.atomic
def concede(
    account: Account,
    given: Terms,
    *,
    got: Terms | None,
    reason: str = "",
    allowed: Allowed | None = None,
    request_key: str = "",
    by: Any,
    at: datetime,
) -> Exchange:
    """Enter a concession with what comes in return. Raises ExchangeError where that, or somebody's word, is missing."""
    _check_return(given, got, reason)
    _check_word(given, allowed, concession_limit(), today=at.date())
    more: dict[str, Any] = {"reason": reason, "request_key": request_key}
    more |= {"approved_by": allowed.by, "approved_on": allowed.on} if allowed else {}
    conceded = _enter(account, given, ExchangeSide.GIVE, ExchangeKind.CONCESSION, by=by, at=at, **more)
    if got is not None:
        _enter(account, got, ExchangeSide.GET, ExchangeKind.CONCESSION, by=by, at=at, stands_for=conceded)
    return conceded


def _check_return(given: Terms, got: Terms | None, reason: str) -> None:
    if got is None:
        if not reason.strip():
            raise ExchangeError("reason", NEEDS_A_RETURN)
        return
    if not got.what.strip():
        raise ExchangeError("got", RETURN_WITHOUT_WORDS)
    if not got.whose.strip():
        raise ExchangeError("whose", WHOSE_RETURN)
    if got.due_on is None:
        raise ExchangeError("due_on", WHEN_RETURN)
    if got.due_on < given.on:
        raise ExchangeError("due_on", RETURN_FIRST)


def _check_word(given: Terms, allowed: Allowed | None, limit: Limit, *, today: date) -> None:
    if allowed is None and needs_a_word(given.value, given.currency, limit):
        raise ExchangeError("approved_by", _asks_for_a_word(given, limit))
    if allowed is not None and allowed.on > today:
        raise ExchangeError("approved_on", WORD_LATER)


def _asks_for_a_word(given: Terms, limit: Limit) -> str:
    who = "Name the adviser or manager who allows it, and the day on which it was said."
    if limit.currency and given.currency and given.currency != limit.currency:
        worth = money(given.value, given.currency)
        return f"Our limit is {limit.in_words}, and {worth} cannot be compared with it, so somebody else's word is needed. {who}"
    return f"From {limit.in_words} on, somebody else's word is needed. {who}"


def do_favour(account: Account, terms: Terms, side: ExchangeSide, *, by: Any, at: datetime) -> Exchange:
    """Enter a favour of ours or theirs; it asks for nothing in return and is delivered when it is entered."""
    return _enter(account, terms, side, ExchangeKind.FAVOUR, by=by, at=at, delivered_on=terms.on)


def receive(account: Account, terms: Terms, *, by: Any, at: datetime) -> Exchange:
    """Enter a commercial get that came by itself, such as a forecast or earlier payment: it stands for no concession of ours."""
    return _enter(account, terms, ExchangeSide.GET, ExchangeKind.CONCESSION, by=by, at=at, delivered_on=terms.on)


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
    rows = Exchange.objects.filter(owner=account.owner, account_handle__in=names_of(account), withdrawn_at__isnull=True)
    return list(rows.order_by("-on", "-pk"))


def _enter(
    account: Account, terms: Terms, side: ExchangeSide, kind: ExchangeKind, *, by: Any, at: datetime, **more: Any
) -> Exchange:
    if terms.value is not None and not terms.currency:
        raise ExchangeError("currency", NO_CURRENCY)
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
        found_key=terms.found_key,
        said_by=by,
        said_at=at,
        **more,
    )
