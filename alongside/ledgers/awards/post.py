"""Awards from the rows of tables, and from every order that no award row speaks of; routes are proposed, never assumed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Q

from alongside.interactions.keys import digest
from alongside.judgement.dossier import Solicitation
from alongside.judgement.route import propose_route
from alongside.ledgers.awards.models import Award, AwardDecision, Listing
from alongside.ledgers.numbers import amount, day
from alongside.ledgers.orders.models import Order, OrderLine
from alongside.ledgers.orders.post import UNNAMED_CATEGORY, order_key
from alongside.people.domains import name_key
from alongside.people.models import Handle
from alongside.people.whereabouts import Whereabouts
from alongside.sync import BATCH, Left, sync
from alongside.vocabulary import AwardOutcome, AwardRoute


@dataclass(frozen=True, slots=True)
class _Labelled:
    """An order, and how a person would name it."""

    order: Order
    label: str


def post_awards(
    owner: Any,
    account_ids: Collection[int],
    rows: Iterable[dict[str, Any]],
    where: Whereabouts,
    *,
    left_orders: Left,
    left: Left,
) -> set[int]:
    """Bring the awards of some accounts in line with the rows that speak of them; return the accounts where anything changed.

    Orders in `left_orders` stand for nothing here; awards that nothing speaks of any more are noted in `left`.
    """
    orders = {key: each for key, each in _orders(owner, account_ids).items() if each.order.pk not in left_orders}
    wanted: dict[str, dict[str, Any]] = {}
    for row in rows:
        fields = _stated(owner, row, orders, where)
        if fields:
            wanted[_award_key(row)] = fields
    told = {fields["order_id"] for fields in wanted.values()}
    for labelled in orders.values():
        if labelled.order.pk not in told and not labelled.order.cancelled:
            wanted[digest("award-of-order", labelled.order.key)] = _from_order(owner, labelled)
    _apply_decisions(owner, wanted)
    there = Award.objects.visible_to(owner).filter(Q(account_id__in=account_ids) | Q(key__in=list(wanted)))
    return sync(there, wanted, left=left)


def propose_routes(account_ids: Sequence[int], solicitations: Mapping[int, Sequence[Solicitation]]) -> None:
    """Propose a route for every won award of these accounts that nobody has confirmed one for."""
    changed = []
    for award in Award.objects.filter(account__in=account_ids, outcome=AwardOutcome.WON, route=""):
        asked = solicitations.get(award.account_id, ())
        route, because = propose_route(award.decided_on, award.category, asked)
        if (award.proposed_route, award.proposed_because) != (route, because):
            award.proposed_route, award.proposed_because = route, because
            changed.append(award)
    Award.objects.bulk_update(changed, ["proposed_route", "proposed_because"], batch_size=BATCH)


def award_keys(table: str, row: dict[str, Any]) -> list[str]:
    """Name the awards that a row of awards or orders may have led to."""
    return [_award_key(row)] if table == "awards" else [digest("award-of-order", order_key(row))]


def _award_key(row: dict[str, Any]) -> str:
    company = name_key(row.get("account", ""))
    if number := row.get("order_number", ""):
        return digest("award", company, "order", number)
    return digest("award", company, *(row.get(k, "") for k in ("category", "decided_on", "label", "value", "outcome")))


def _stated(owner: Any, row: dict[str, Any], orders: dict[str, _Labelled], where: Whereabouts) -> dict[str, Any] | None:
    account_id, decided_on = where.account(row.get("account", "")), day(row.get("decided_on", ""))
    if account_id is None or decided_on is None:
        return None
    labelled = orders.get(order_key({"account": row["account"], "number": row.get("order_number", "")}))
    order = labelled.order if labelled else None
    return {
        "owner_id": owner.pk,
        "account_id": account_id,
        "category": (row.get("category") or (order.category if order else "") or UNNAMED_CATEGORY)[:200],
        "decided_on": decided_on,
        "value": amount(row.get("value", "")) if row.get("value") else (order.value if order else None),
        "currency": row.get("currency", "")[:8],
        "outcome": row.get("outcome") or AwardOutcome.WON,
        "route": row.get("route", ""),
        "no_bid_reason": row.get("no_bid_reason", ""),
        "origin": row.get("origin", ""),
        "first_heard": row.get("first_heard", ""),
        "awarded_by_id": where.person(row.get("awarded_by", ""), account_id),
        "order_id": order.pk if order else None,
        "label": (row.get("label") or (labelled.label if labelled else ""))[:300],
    }


def _from_order(owner: Any, labelled: _Labelled) -> dict[str, Any]:
    order = labelled.order
    return {
        "owner_id": owner.pk,
        "account_id": order.account_id,
        "category": order.category,
        "decided_on": order.ordered_on,
        "value": order.value,
        "currency": order.currency,
        "outcome": AwardOutcome.WON,
        "route": "",
        "no_bid_reason": "",
        "origin": "",
        "first_heard": "",
        "awarded_by_id": order.person_id,
        "order_id": order.pk,
        "label": labelled.label[:300],
    }


def _orders(owner: Any, account_ids: Collection[int]) -> dict[str, _Labelled]:
    """Load the orders of some accounts by key."""
    orders = Order.objects.visible_to(owner).filter(account_id__in=account_ids)
    lines: dict[int, list[tuple[Decimal | None, str]]] = defaultdict(list)
    rows = OrderLine.objects.filter(order__in=orders).order_by("pk")
    for pk, quantity, unit in rows.values_list("order_id", "quantity", "unit"):
        lines[pk].append((quantity, unit))
    return {order.key: _Labelled(order, _label(order, lines[order.pk])) for order in orders}


def _label(order: Order, lines: list[tuple[Decimal | None, str]]) -> str:
    """Name an order as a person would: "order 4471, 8,200 t"."""
    units = {unit for _, unit in lines}
    amounts = [quantity for quantity, _ in lines if quantity is not None]
    number = f"order {order.number}" if order.number else "an order"
    if len(units) != 1 or not amounts:
        return number
    return f"{number}, {sum(amounts, Decimal(0)).normalize():,f} {units.pop()}".rstrip()


def _apply_decisions(owner: Any, wanted: dict[str, dict[str, Any]]) -> None:
    """What a person said of an award holds over the table's word; blanks leave it."""
    rows = AwardDecision.objects.visible_to(owner).filter(withdrawn_at__isnull=True).order_by("said_at", "pk")
    said = [decision for decision in rows if decision.award_key in wanted]
    handles = Handle.objects.visible_to(owner).filter(value__in={d.awarded_by for d in said}, person__isnull=False)
    people = dict(handles.values_list("value", "person_id"))
    for decision in said:
        apply_decision(wanted[decision.award_key], decision, people.get(decision.awarded_by))


def apply_decision(fields: dict[str, Any], decision: AwardDecision, awarded_by_id: int | None) -> None:
    """Write a decision into an award's fields. A route that was competed takes a former reason for not bidding away."""
    if decision.route:
        fields["route"] = decision.route
        if decision.route not in (AwardRoute.DIRECT_AWARD, AwardRoute.SINGLE_QUOTE):
            fields["no_bid_reason"] = ""
    for name in ("no_bid_reason", "origin", "first_heard"):
        if value := getattr(decision, name):
            fields[name] = value
    if awarded_by_id:
        fields["awarded_by_id"] = awarded_by_id


def post_listings(owner: Any, rows: Iterable[dict[str, Any]], where: Whereabouts) -> set[int]:
    """Bring the listings in line; return the accounts where anything changed."""
    wanted: dict[str, dict[str, Any]] = {}
    for row in rows:
        account_id = where.account(row.get("account", ""))
        from_on = day(row.get("listed_since", "")) or day(row.get("decided_on", ""))
        if row.get("on_list") != "yes" or account_id is None or from_on is None:
            continue
        category = (row.get("category") or UNNAMED_CATEGORY)[:200]
        key = digest("listing", name_key(row["account"]), category)
        if key not in wanted or from_on < wanted[key]["from_on"]:
            wanted[key] = {
                "owner_id": owner.pk,
                "account_id": account_id,
                "category": category,
                "from_on": from_on,
                "evidence": row.get("label", ""),
            }
    return sync(Listing.objects.visible_to(owner), wanted)
