"""Orders from the rows of tables: rows that share a company and a number are one order with its lines."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import Any

from django.db.models import Q

from alongside.interactions.keys import digest
from alongside.ledgers.numbers import amount, day
from alongside.ledgers.orders.models import Order, OrderLine
from alongside.people.domains import name_key
from alongside.people.stated import own_fields
from alongside.people.whereabouts import Whereabouts
from alongside.sync import BATCH, Left, append, sync

UNNAMED_CATEGORY = "All business"
"""The category of what a table gives none for."""

CENT = Decimal("0.01")
"""What values are rounded to. Unit: of the currency."""

_SAID_OF_A_LINE = ("product", "quantity", "unit", "unit_price", "value")


_Said = tuple[str, Decimal | None, str, Decimal | None, Decimal | None]
"""What a row says of a line: product, quantity, unit, price of one, value."""


def post_orders(
    owner: Any, account_ids: Collection[int], rows: Iterable[dict[str, Any]], where: Whereabouts, *, left: Left
) -> set[int]:
    """Bring the orders of some accounts in line with the rows that speak of them; return the accounts where anything changed.

    Orders that no row of these accounts speaks of any more are noted in `left`: their company may have become part of another.
    """
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if day(row.get("ordered_on", "")):
            grouped[order_key(row)].append(row)
    lines = {key: [_said(row) for row in said] for key, said in grouped.items()}
    wanted = {key: _fields(owner, said, lines[key], where) for key, said in grouped.items()}
    there = Order.objects.visible_to(owner).filter(Q(account_id__in=account_ids) | Q(key__in=list(wanted)))
    return sync(there, wanted, left=left) | _write_lines(owner, account_ids, lines)


def order_key(row: dict[str, Any]) -> str:
    """Name an order by company and number; one without a number is its row."""
    company = name_key(row.get("account", ""))
    if number := row.get("number", ""):
        return digest("order", company, number)
    return digest("order", company, *(f"{k}={v}" for k, v in sorted(row.items())))


def _fields(owner: Any, rows: list[dict[str, Any]], lines: list[_Said], where: Whereabouts) -> dict[str, Any]:
    first = rows[0]
    account_id = where.account(first["account"])
    values = [value for *_, value in lines if value is not None]
    return {
        "owner_id": owner.pk,
        "account_id": account_id,
        "person_id": where.person(first.get("contact", ""), account_id),
        "number": first.get("number", "")[:100],
        "ordered_on": min(d for row in rows if (d := day(row["ordered_on"]))),
        "category": _category(rows),
        "value": sum(values, Decimal(0)) if values else None,
        "currency": first.get("currency", "")[:8],
        "cancelled": first.get("cancelled") == "yes",
        "own_fields": own_fields(rows),
    }


def _said(row: dict[str, Any]) -> _Said:
    quantity, price = amount(row.get("quantity", ""), 3), amount(row.get("unit_price", ""), 4)
    value = amount(row.get("value", ""))
    if value is None and quantity is not None and price is not None:
        value = (quantity * price).quantize(CENT)
    product = (row.get("product") or row.get("category") or "")[:300]
    return product, quantity, row.get("unit", "")[:20], price, value


def _category(lines: list[dict[str, Any]]) -> str:
    named = Counter(line.get("category") or "" for line in lines)
    category = min(named, key=lambda c: (-named[c], c))
    return category[:200] or UNNAMED_CATEGORY


def _write_lines(owner: Any, account_ids: Collection[int], lines: dict[str, list[_Said]]) -> set[int]:
    """Write the lines of orders that are new, or whose lines say something else now; return the accounts of those."""
    orders = Order.objects.visible_to(owner).filter(account_id__in=account_ids)
    there: dict[int, list[_Said]] = defaultdict(list)
    of_these = OrderLine.objects.filter(order__in=orders).order_by("pk")
    for order_id, *said in of_these.values_list("order_id", *_SAID_OF_A_LINE):
        there[order_id].append(tuple(said))
    stale = [order for order in orders.only("key", "account_id") if lines.get(order.key, []) != there[order.pk]]
    for start in range(0, len(stale), BATCH):
        OrderLine.objects.filter(order__in=stale[start : start + BATCH]).delete()
    append(
        OrderLine,
        ["order_id", *_SAID_OF_A_LINE],
        ([order.pk, *said] for order in stale for said in lines.get(order.key, [])),
    )
    return {order.account_id for order in stale}
