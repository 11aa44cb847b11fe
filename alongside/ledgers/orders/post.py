"""Orders from the rows of tables: rows that share a company and a number are one order with its lines."""

from collections import Counter, defaultdict
from decimal import Decimal
from typing import Any

from alongside.interactions.keys import digest
from alongside.ledgers.numbers import amount, day
from alongside.ledgers.orders.models import Order, OrderLine
from alongside.people.domains import name_key
from alongside.people.whereabouts import Whereabouts
from alongside.sync import BATCH, sync

UNNAMED_CATEGORY = "All business"
"""The category of what a table gives none for."""

_SAID_OF_A_LINE = ("product", "quantity", "unit", "unit_price", "value")


def post_orders(owner: Any, rows: list[dict[str, Any]], where: Whereabouts) -> set[int]:
    """Bring the orders in line with the tables' rows; return the accounts that have any."""
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if where.account(row.get("account", "")) and day(row.get("ordered_on", "")):
            grouped[order_key(row)].append(row)
    wanted = {key: _fields(owner, lines, where) for key, lines in grouped.items()}
    there = Order.objects.visible_to(owner)
    before = {o.key: o.pk for o in there.only("key")}
    sync(there, wanted)
    _write_lines(owner, grouped, set(before))
    return {fields["account_id"] for fields in wanted.values()}


def order_key(row: dict[str, Any]) -> str:
    """Name an order by company and number; one without a number is its row."""
    company = name_key(row.get("account", ""))
    if number := row.get("number", ""):
        return digest("order", company, number)
    return digest("order", company, *(f"{k}={v}" for k, v in sorted(row.items())))


def _fields(owner: Any, lines: list[dict[str, Any]], where: Whereabouts) -> dict[str, Any]:
    first = lines[0]
    account_id = where.account(first["account"])
    values = [v for line in lines if (v := line_value(line)) is not None]
    return {
        "owner_id": owner.pk,
        "account_id": account_id,
        "person_id": where.person(first.get("contact", ""), account_id),
        "number": first.get("number", "")[:100],
        "ordered_on": min(d for line in lines if (d := day(line["ordered_on"]))),
        "category": _category(lines),
        "value": sum(values, Decimal(0)) if values else None,
        "currency": first.get("currency", "")[:8],
        "cancelled": first.get("cancelled") == "yes",
    }


def line_value(row: dict[str, Any]) -> Decimal | None:
    """Give a row's value as stated, else quantity times price."""
    if (value := amount(row.get("value", ""))) is not None:
        return value
    quantity, price = amount(row.get("quantity", ""), 3), amount(row.get("unit_price", ""), 4)
    return None if quantity is None or price is None else (quantity * price).quantize(Decimal("0.01"))


def _category(lines: list[dict[str, Any]]) -> str:
    named = Counter(line.get("category") or "" for line in lines)
    category = min(named, key=lambda c: (-named[c], c))
    return category[:200] or UNNAMED_CATEGORY


def _write_lines(owner: Any, grouped: dict[str, list[dict[str, Any]]], before: set[str]) -> None:
    """Write the lines of orders that are new, or whose lines say something else now."""
    there: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    if before:
        lines = OrderLine.objects.filter(order__in=Order.objects.visible_to(owner)).order_by("pk")
        for order_id, *said in lines.values_list("order_id", *_SAID_OF_A_LINE):
            there[order_id].append(tuple(said))
    wanted = {
        pk: [_line(pk, row) for row in grouped.get(key, [])]
        for key, pk in Order.objects.visible_to(owner).values_list("key", "pk")
    }
    stale = [pk for pk, lines in wanted.items() if [_said(line) for line in lines] != there[pk]]
    for start in range(0, len(stale), BATCH):
        OrderLine.objects.filter(order_id__in=stale[start : start + BATCH]).delete()
    OrderLine.objects.bulk_create((line for pk in stale for line in wanted[pk]), batch_size=1000)


def _said(line: OrderLine) -> tuple[Any, ...]:
    return tuple(getattr(line, name) for name in _SAID_OF_A_LINE)


def _line(order_id: int, row: dict[str, Any]) -> OrderLine:
    return OrderLine(
        order_id=order_id,
        product=(row.get("product") or row.get("category") or "")[:300],
        quantity=amount(row.get("quantity", ""), 3),
        unit=row.get("unit", "")[:20],
        unit_price=amount(row.get("unit_price", ""), 4),
        value=line_value(row),
    )
