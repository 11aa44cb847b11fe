"""What passed between us and a customer, as rows: concessions beside what came for them, favours, and what it all comes to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from alongside.judgement.balance import Given, balance, bilateral_rate
from alongside.judgement.currency import main_currency, money
from alongside.judgement.finding import Finding
from alongside.judgement.words import span
from alongside.ledgers.exchanges.enter import exchanges_with
from alongside.ledgers.exchanges.models import Exchange
from alongside.ledgers.orders.models import Order
from alongside.people.models import Account
from alongside.vocabulary import ExchangeKind, ExchangeSide


@dataclass(frozen=True, slots=True)
class Conceded:
    """A concession and what was agreed in return; `late` says by how much that is overdue, "" when it is not."""

    give: Exchange
    back: Exchange | None
    late: str

    @property
    def worth(self) -> str:
        return money(self.give.value, self.give.currency)

    @property
    def back_worth(self) -> str:
        return money(self.back.value, self.back.currency) if self.back else ""


@dataclass(frozen=True, slots=True)
class Passed:
    """Something that passed by itself: a favour, or a get that stands for no concession."""

    row: Exchange
    worth: str


@dataclass(frozen=True, slots=True)
class Book:
    """All of one customer: the currency in which it is added up, what it comes to, and the entries, newest first."""

    currency: str
    rate: Finding
    balances: Sequence[Finding]
    concessions: Sequence[Conceded]
    received: Sequence[Passed]
    favours: Sequence[Passed]


def book_with(account: Account, *, as_of: date) -> Book:
    """Load everything that passed with an account. Three queries."""
    rows = exchanges_with(account)
    ordered = Order.objects.filter(account=account, cancelled=False).values_list("currency", flat=True)
    currency = main_currency(ordered, (row.currency for row in rows))
    judged = given(rows)
    return Book(
        currency=currency,
        rate=bilateral_rate(judged, as_of=as_of, currency=currency),
        balances=[balance(judged, kind, as_of=as_of, currency=currency) for kind in ExchangeKind],
        concessions=conceded(rows, as_of=as_of),
        received=[_passed(row) for row in rows if _came_by_itself(row)],
        favours=[_passed(row) for row in rows if row.kind == ExchangeKind.FAVOUR],
    )


def conceded(rows: Sequence[Exchange], *, as_of: date) -> list[Conceded]:
    """Put every concession beside what was agreed for it."""
    returns = {row.stands_for_id: row for row in rows if row.stands_for_id}
    given_away = [row for row in rows if row.kind == ExchangeKind.CONCESSION and row.side == ExchangeSide.GIVE]
    return [Conceded(row, back := returns.get(row.pk), _late(back, as_of)) for row in given_away]


def given(rows: Sequence[Exchange]) -> list[Given]:
    """Give the entries as they are judged; what was agreed in return and has not come is none yet."""
    returns = {row.stands_for_id: row for row in rows if row.stands_for_id}
    return [_given(row, returns.get(row.pk)) for row in rows if not (row.stands_for_id and row.delivered_on is None)]


def _given(row: Exchange, came_back: Exchange | None) -> Given:
    return Given(
        id=row.pk,
        side=ExchangeSide(row.side),
        kind=ExchangeKind(row.kind),
        what=row.what,
        on=row.delivered_on if row.stands_for_id and row.delivered_on else row.on,
        value=row.value,
        returned_on=came_back.delivered_on if came_back else None,
        currency=row.currency,
    )


def _late(back: Exchange | None, as_of: date) -> str:
    if back is None or back.delivered_on or back.due_on is None or back.due_on >= as_of:
        return ""
    return f"{span((as_of - back.due_on).days)} late"


def _came_by_itself(row: Exchange) -> bool:
    return row.kind == ExchangeKind.CONCESSION and row.side == ExchangeSide.GET and not row.stands_for_id


def _passed(row: Exchange) -> Passed:
    return Passed(row, money(row.value, row.currency))
