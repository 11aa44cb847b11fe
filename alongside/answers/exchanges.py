"""What passed between us and a customer, and what it comes to: the rate, the balances, each entry with what stood for it."""

from dataclasses import dataclass
from datetime import date

from alongside.judgement.balance import Given, balance, bilateral_rate
from alongside.judgement.finding import Finding
from alongside.ledgers.exchanges.enter import exchanges_with
from alongside.ledgers.exchanges.models import Exchange
from alongside.people.models import Account
from alongside.vocabulary import ExchangeKind, ExchangeSide


@dataclass(frozen=True, slots=True)
class Between:
    """The gives and gets with one customer: each concession with what came or comes for it, and the favours."""

    rate: Finding
    balances: list[Finding]
    concessions: list[tuple[Exchange, Exchange | None]]
    favours: list[Exchange]


def exchanges_between(account: Account, *, as_of: date) -> Between:
    """Load what counts between us and an account, and judge it. Two queries."""
    rows = exchanges_with(account)
    returns = {row.stands_for_id: row for row in rows if row.stands_for_id}
    judged = [_given(row, returns.get(row.pk)) for row in rows]
    return Between(
        rate=bilateral_rate(judged, as_of=as_of),
        balances=[balance(judged, kind, as_of=as_of) for kind in ExchangeKind],
        concessions=[
            (row, returns.get(row.pk)) for row in rows if row.kind == ExchangeKind.CONCESSION and not row.stands_for_id
        ],
        favours=[row for row in rows if row.kind == ExchangeKind.FAVOUR],
    )


def _given(row: Exchange, came_back: Exchange | None) -> Given:
    back_on = came_back.delivered_on if came_back else None
    return Given(row.pk, ExchangeSide(row.side), ExchangeKind(row.kind), row.what, row.on, row.value, back_on)
