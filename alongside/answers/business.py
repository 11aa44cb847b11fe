"""Awards, orders, and gives and gets as programs get them; amounts are decimals, never floats."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from alongside.answers.exchanges import Conceded, book_with
from alongside.answers.keyset import Column, Order, page_of
from alongside.answers.paging import Page
from alongside.judgement.finding import Finding
from alongside.ledgers.awards.models import Award
from alongside.ledgers.exchanges.models import Exchange
from alongside.ledgers.orders.models import Order as Ordered
from alongside.people.models import Account

AWARDS_NEWEST_FIRST: Order = (Column("decided_on", date, descending=True), Column("pk", int, descending=True))
ORDERS_NEWEST_FIRST: Order = (Column("ordered_on", date, descending=True), Column("pk", int, descending=True))


@dataclass(frozen=True, slots=True)
class AwardAnswer:
    """One decided piece of business. `route` is "" until somebody said it; `proposed_route` is what the record suggests, and why."""

    id: int
    account_id: int
    account: str
    category: str
    label: str
    decided_on: date
    outcome: str
    value: Decimal | None
    currency: str
    route: str
    proposed_route: str
    proposed_because: str
    no_bid_reason: str
    origin: str
    first_heard: str
    awarded_by_id: int | None
    awarded_by: str
    order_id: int | None


@dataclass(frozen=True, slots=True)
class LineAnswer:
    """One product on an order."""

    product: str
    quantity: Decimal | None
    unit: str
    unit_price: Decimal | None
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class OrderAnswer:
    """One order with its lines."""

    id: int
    account_id: int
    account: str
    person_id: int | None
    person: str
    number: str
    ordered_on: date
    category: str
    value: Decimal | None
    currency: str
    cancelled: bool
    lines: list[LineAnswer]


@dataclass(frozen=True, slots=True)
class ExchangeAnswer:
    """One give or get; `delivered_on` of a get that stands for a concession is the day on which it came."""

    id: int
    side: str
    kind: str
    what: str
    on: date
    value: Decimal | None
    currency: str
    whose: str
    due_on: date | None
    delivered_on: date | None
    reason: str
    approved_by: str
    approved_on: date | None


@dataclass(frozen=True, slots=True)
class ConcessionAnswer:
    """What we conceded, and what comes in return; None where nothing does, for the reason that is given.

    `late` says by how much what comes is overdue, "" when it is not.
    """

    given: ExchangeAnswer
    got: ExchangeAnswer | None
    late: str


@dataclass(frozen=True, slots=True)
class ExchangesAnswer:
    """Gives and gets with one customer, never for the customer: the rate at which concessions were answered, both balances, the entries.

    `currency` is the one in which it is added up; `received` are commercial gets that stand for no concession.
    """

    currency: str
    rate: Finding
    balances: list[Finding]
    concessions: list[ConcessionAnswer]
    received: list[ExchangeAnswer]
    favours: list[ExchangeAnswer]


def award_page(rows: "QuerySet[Award]", *, after: str, size: int) -> Page[AwardAnswer]:
    """Read a page of awards, the newest first. One query."""
    found, following = page_of(
        rows.select_related("account", "awarded_by"), AWARDS_NEWEST_FIRST, after=after, size=size
    )
    return Page([award_answer(row) for row in found], following)


def order_page(rows: "QuerySet[Ordered]", *, after: str, size: int) -> Page[OrderAnswer]:
    """Read a page of orders with their lines, the newest first. Two queries."""
    told = rows.select_related("account", "person").prefetch_related("lines")
    found, following = page_of(told, ORDERS_NEWEST_FIRST, after=after, size=size)
    return Page([order_answer(row) for row in found], following)


def exchanges_answer(account: Account, *, as_of: date) -> ExchangesAnswer:
    """Say what passed between us and an account, and what it comes to. Three queries."""
    book = book_with(account, as_of=as_of)
    return ExchangesAnswer(
        currency=book.currency,
        rate=book.rate,
        balances=list(book.balances),
        concessions=[concession_answer(each) for each in book.concessions],
        received=[exchange_answer(each.row) for each in book.received],
        favours=[exchange_answer(each.row) for each in book.favours],
    )


def concession_answer(conceded: Conceded) -> ConcessionAnswer:
    """Say one concession with what comes for it."""
    back = conceded.back
    return ConcessionAnswer(exchange_answer(conceded.give), exchange_answer(back) if back else None, conceded.late)


def award_answer(award: Award) -> AwardAnswer:
    """Say one award; its account and who awarded it are loaded with it."""
    return AwardAnswer(
        id=award.pk,
        account_id=award.account_id,
        account=award.account.name,
        category=award.category,
        label=award.label,
        decided_on=award.decided_on,
        outcome=award.outcome,
        value=award.value,
        currency=award.currency,
        route=award.route,
        proposed_route=award.proposed_route,
        proposed_because=award.proposed_because,
        no_bid_reason=award.no_bid_reason,
        origin=award.origin,
        first_heard=award.first_heard,
        awarded_by_id=award.awarded_by_id,
        awarded_by=award.awarded_by.name if award.awarded_by else "",
        order_id=award.order_id,
    )


def order_answer(order: Ordered) -> OrderAnswer:
    """Say one order; its account, person and lines are loaded with it."""
    return OrderAnswer(
        id=order.pk,
        account_id=order.account_id,
        account=order.account.name,
        person_id=order.person_id,
        person=order.person.name if order.person else "",
        number=order.number,
        ordered_on=order.ordered_on,
        category=order.category,
        value=order.value,
        currency=order.currency,
        cancelled=order.cancelled,
        lines=[
            LineAnswer(line.product, line.quantity, line.unit, line.unit_price, line.value)
            for line in order.lines.all()
        ],
    )


def exchange_answer(row: Exchange) -> ExchangeAnswer:
    """Say one give or get."""
    return ExchangeAnswer(
        id=row.pk,
        side=row.side,
        kind=row.kind,
        what=row.what,
        on=row.on,
        value=row.value,
        currency=row.currency,
        whose=row.whose,
        due_on=row.due_on,
        delivered_on=row.delivered_on,
        reason=row.reason,
        approved_by=row.approved_by,
        approved_on=row.approved_on,
    )
