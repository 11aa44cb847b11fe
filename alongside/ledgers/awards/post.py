"""Awards from the rows of tables, and from every order that no award row speaks of; routes are proposed, never assumed."""

from decimal import Decimal
from typing import Any

from alongside.interactions.keys import digest
from alongside.judgement.dossier import Solicitation
from alongside.judgement.route import propose_route
from alongside.ledgers.awards.models import Award, AwardDecision, Listing
from alongside.ledgers.numbers import amount, day
from alongside.ledgers.orders.models import Order
from alongside.ledgers.orders.post import UNNAMED_CATEGORY, order_key
from alongside.people.domains import name_key
from alongside.people.models import Handle
from alongside.people.whereabouts import Whereabouts
from alongside.sync import sync
from alongside.vocabulary import AwardOutcome, AwardRoute


def post_awards(
    owner: Any, rows: list[dict[str, Any]], order_rows: list[dict[str, Any]], where: Whereabouts
) -> set[int]:
    """Bring awards and listings in line; return the accounts that have any."""
    orders = {o.key: o for o in Order.objects.visible_to(owner).prefetch_related("lines")}
    wanted: dict[str, dict[str, Any]] = {}
    for row in rows:
        fields = _stated(owner, row, orders, where)
        if fields:
            wanted[_award_key(row)] = fields
    told = {fields["order_id"] for fields in wanted.values()}
    for order in orders.values():
        if order.pk not in told and not order.cancelled:
            wanted[digest("award-of-order", order.key)] = _from_order(owner, order)
    _apply_decisions(owner, wanted)
    sync(Award.objects.visible_to(owner), wanted)
    _post_listings(owner, rows, where)
    return {fields["account_id"] for fields in wanted.values()}


def propose_routes(owner: Any, account_id: int, solicitations: list[Solicitation]) -> None:
    """Propose a route for every won award of the account that nobody has confirmed one for."""
    changed = []
    for award in Award.objects.visible_to(owner).filter(account_id=account_id, outcome=AwardOutcome.WON, route=""):
        route, because = propose_route(award.decided_on, award.category, solicitations)
        if (award.proposed_route, award.proposed_because) != (route, because):
            award.proposed_route, award.proposed_because = route, because
            changed.append(award)
    Award.objects.bulk_update(changed, ["proposed_route", "proposed_because"], batch_size=400)


def _award_key(row: dict[str, Any]) -> str:
    company = name_key(row.get("account", ""))
    if number := row.get("order_number", ""):
        return digest("award", company, "order", number)
    return digest("award", company, *(row.get(k, "") for k in ("category", "decided_on", "label", "value", "outcome")))


def _stated(owner: Any, row: dict[str, Any], orders: dict[str, Order], where: Whereabouts) -> dict[str, Any] | None:
    account_id, decided_on = where.account(row.get("account", "")), day(row.get("decided_on", ""))
    if account_id is None or decided_on is None:
        return None
    order = orders.get(order_key({"account": row["account"], "number": row.get("order_number", "")}))
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
        "label": (row.get("label") or (_order_label(order) if order else ""))[:300],
    }


def _from_order(owner: Any, order: Order) -> dict[str, Any]:
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
        "label": _order_label(order)[:300],
    }


def _order_label(order: Order) -> str:
    """Name an order as a person would: "order 4471, 8,200 t"."""
    lines = list(order.lines.all())
    units = {line.unit for line in lines}
    amounts = [line.quantity for line in lines if line.quantity is not None]
    number = f"order {order.number}" if order.number else "an order"
    if len(units) != 1 or not amounts:
        return number
    return f"{number}, {sum(amounts, Decimal(0)).normalize():,f} {units.pop()}".rstrip()


def _apply_decisions(owner: Any, wanted: dict[str, dict[str, Any]]) -> None:
    """What a person said of an award holds over the table's word; blanks leave it."""
    rows = AwardDecision.objects.visible_to(owner).filter(withdrawn_at__isnull=True).order_by("said_at", "pk")
    people = dict(Handle.objects.visible_to(owner).filter(person__isnull=False).values_list("value", "person_id"))
    for decision in rows:
        if fields := wanted.get(decision.award_key):
            apply_decision(fields, decision, people.get(decision.awarded_by))


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


def _post_listings(owner: Any, rows: list[dict[str, Any]], where: Whereabouts) -> None:
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
    sync(Listing.objects.visible_to(owner), wanted)
