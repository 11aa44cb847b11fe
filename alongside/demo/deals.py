"""What was ordered and how was it decided? The book of awards as data, from which orders, inquiries and their letters follow.

A line reads: category, days before as_of, thousand tonnes, outcome, route, origin, first heard, who decided[, pending].
`pending` marks an order whose route nobody has confirmed: it stands in orders.csv and not in awards.csv.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from alongside.demo.companies import VESSELS, Company, company
from alongside.demo.days import SEASONS, working_day
from alongside.demo.people import Somebody, somebody
from alongside.vocabulary import AwardOrigin, AwardOutcome, AwardRoute, FirstHeard

NEWEST_NATIONAL_ORDER = 4471
"""Number of National Steel's newest order; the others are numbered around it in the order of their dates."""

_PRICES = {"pellets": 131.4, "lump ore": 108.2, "fines": 71.9, "DR pellets": 156.8}
CATEGORY_NAMES = {"pellets": "Pellets", "lump ore": "Lump ore", "fines": "Fines", "DR pellets": "DR pellets"}

_ROUTES = {
    "direct": AwardRoute.DIRECT_AWARD,
    "single": AwardRoute.SINGLE_QUOTE,
    "invited": AwardRoute.INVITED_QUOTE,
    "open": AwardRoute.OPEN_BID,
}
_ORIGINS = {
    "spec": AwardOrigin.CUSTOMER_SPEC,
    "rec": AwardOrigin.WE_RECOMMENDED,
    "dev": AwardOrigin.DEVELOPED_TOGETHER,
}
_HEARD = {
    "before": FirstHeard.BEFORE_NEED,
    "need": FirstHeard.NEED,
    "spec": FirstHeard.SPEC,
    "rfq": FirstHeard.RFQ,
    "after": FirstHeard.AFTER_AWARD,
}

_BOOK = """
@national
pellets 432 8.4 won direct spec need joe
pellets 371 7.6 lost invited spec rfq joe
pellets 312 8.0 won direct rec before joe
pellets 251 7.9 won direct spec need joe
pellets 188 9.1 lost invited spec rfq joe
pellets 122 8.3 won direct rec before joe
pellets 62 8.1 won direct spec need joe
pellets 4 8.2 won direct spec need joe pending
lump_ore 508 1.1 won open spec rfq ann
lump_ore 338 1.2 lost open spec rfq ann
lump_ore 150 1.0 lost open spec rfq ann

@harbor
pellets 706 11.8 won direct spec need grace
pellets 634 12.2 won direct rec before grace
pellets 561 11.5 won direct spec need nora
pellets 490 12.6 won direct rec before grace
pellets 421 12.1 won invited spec spec nora
pellets 352 11.9 won direct dev before bill
pellets 280 12.4 won direct rec before grace
pellets 209 12.0 won direct spec need nora
pellets 136 12.8 won direct rec before grace
pellets 64 12.3 won direct dev before bill
lump_ore 402 1.9 won invited spec spec nora
lump_ore 171 2.1 won direct rec need grace

@erie
pellets 690 9.2 won direct spec need johns
pellets 612 9.8 won direct rec before johns
pellets 541 9.5 won direct spec need raj
pellets 474 10.1 won direct dev before ellen
pellets 407 9.9 won invited spec spec raj
pellets 339 9.4 won direct rec before johns
pellets 268 10.3 won direct spec need johns
pellets 197 9.7 won direct rec before raj
pellets 128 10.0 won direct spec need johns
pellets 57 10.2 won direct rec before ellen
lump_ore 446 2.4 won invited spec rfq raj
lump_ore 233 2.2 won invited spec rfq raj

@ashland
pellets 664 4.6 won direct spec need chuck
pellets 590 4.8 won direct rec before chuck
pellets 513 4.4 won direct spec need chuck
pellets 437 4.9 won direct dev before hank
pellets 360 4.7 won direct rec before chuck
pellets 284 4.5 won direct spec need chuck
pellets 207 4.8 won direct rec before hank
pellets 131 4.6 won direct spec need chuck
pellets 20 4.7 lost invited spec rfq becky

@dri
DR_pellets 566 10.4 won invited spec rfq keith
DR_pellets 468 10.9 won invited spec spec keith
DR_pellets 371 11.2 lost invited spec rfq keith
DR_pellets 276 10.7 won invited spec spec keith
DR_pellets 169 11.0 won invited spec rfq keith
DR_pellets 88 10.6 lost invited spec rfq keith
DR_pellets 6 10.8 won invited spec rfq keith pending

@calumet
pellets 602 5.9 won invited spec rfq stan
pellets 497 6.1 won invited spec spec stan
pellets 389 6.3 lost invited spec rfq stan
pellets 291 6.0 won direct rec before maria
pellets 183 6.2 won invited spec spec stan
pellets 79 6.4 won direct rec need maria
lump_ore 341 0.9 won invited spec rfq stan
lump_ore 118 1.0 lost invited spec rfq stan

@keystone
lump_ore 522 0.9 won invited spec rfq frank
lump_ore 428 0.8 won invited spec rfq frank
lump_ore 330 0.9 lost invited spec rfq frank
lump_ore 236 0.9 won invited spec spec frank
lump_ore 141 0.8 won invited spec rfq frank
lump_ore 52 0.9 won direct rec need dale

@wabash
lump_ore 461 0.4 won open spec rfq rose
lump_ore 317 0.4 lost open spec rfq rose
lump_ore 204 0.5 won open spec rfq walt
lump_ore 96 0.4 lost open spec rfq rose

@cement
fines 476 4.2 won open spec rfq norm
fines 345 4.6 lost open spec rfq norm
fines 224 4.4 won open spec rfq norm
fines 113 4.1 won invited spec rfq norm
fines 11 4.3 won direct spec need norm pending

@tamarack
fines 534 2.6 won open spec rfq janet
fines 402 2.2 lost open spec rfq janet
fines 236 2.8 won open spec rfq janet
fines 97 2.4 won open spec rfq janet

@prairie
DR_pellets 288 2.9 lost open spec rfq carla
DR_pellets 207 3.1 won open spec rfq carla
DR_pellets 112 3.0 lost open spec rfq carla
DR_pellets 45 3.2 won invited spec rfq carla
"""


@dataclass(frozen=True, slots=True)
class Deal:
    """One decided piece of business, and the order when it was won."""

    account: Company
    category: str
    decided_on: date
    tonnes: int
    unit_price: Decimal
    outcome: AwardOutcome
    route: AwardRoute
    origin: AwardOrigin
    first_heard: FirstHeard
    decided_by: Somebody
    is_pending: bool
    vessel: str
    number: str = ""

    @property
    def value(self) -> Decimal:
        return (self.unit_price * self.tonnes).quantize(Decimal("0.01"))

    @property
    def cargo(self) -> str:
        return f"MOP-{self.number[1:]}" if self.number else ""

    @property
    def is_direct(self) -> bool:
        return self.route in (AwardRoute.DIRECT_AWARD, AwardRoute.SINGLE_QUOTE)


def deals(as_of: date) -> tuple[Deal, ...]:
    """List every decided piece of business, oldest first, with its order number where it was won."""
    found: list[Deal] = []
    where = company("national")
    for line in filter(None, (raw.strip() for raw in _BOOK.splitlines())):
        if line.startswith("@"):
            where = company(line[1:])
        else:
            found.append(_deal(line.split(), where, as_of=as_of, rng=Random(f"deal {where.key} {line}")))
    found.sort(key=lambda deal: (deal.decided_on, deal.account.key, deal.category))
    return _numbered(found)


def _deal(words: list[str], where: Company, *, as_of: date, rng: Random) -> Deal:
    category, days, kilotonnes, outcome, route, origin, heard, by, *rest = words
    category = category.replace("_", " ")
    decided_on = working_day(as_of - timedelta(days=int(days)))
    tonnes = round(float(kilotonnes) * 1000)
    drift = 1 - int(days) / 9000 + rng.uniform(-0.012, 0.012)
    return Deal(
        account=where,
        category=category,
        decided_on=decided_on,
        tonnes=tonnes,
        unit_price=Decimal(f"{_PRICES[category] * drift:.2f}"),
        outcome=AwardOutcome(outcome),
        route=_ROUTES[route],
        origin=_ORIGINS[origin],
        first_heard=_HEARD[heard],
        decided_by=somebody(by),
        is_pending=bool(rest),
        vessel=_vessel(where, decided_on, rng),
    )


def _vessel(where: Company, day: date, rng: Random) -> str:
    """Name the vessel of a cargo; "" when it goes by rail, as everything does while the locks are closed."""
    return rng.choice(VESSELS) if where.port and SEASONS["sailing"](day + timedelta(days=14)) else ""


def _numbered(found: list[Deal]) -> tuple[Deal, ...]:
    won = [deal for deal in found if deal.outcome is AwardOutcome.WON]
    newest = next(n for n, deal in reversed(list(enumerate(won))) if deal.account.key == "national")
    numbers = {id(deal): str(NEWEST_NATIONAL_ORDER + 7 * (n - newest)) for n, deal in enumerate(won)}
    return tuple(replace(deal, number=numbers.get(id(deal), "")) for deal in found)
