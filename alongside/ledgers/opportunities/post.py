"""Opportunities from the rows of tables."""

from collections.abc import Iterable
from typing import Any

from alongside.interactions.keys import digest
from alongside.ledgers.numbers import amount, day
from alongside.ledgers.opportunities.models import Opportunity
from alongside.people.domains import name_key
from alongside.people.whereabouts import Whereabouts
from alongside.sync import sync


def post_opportunities(owner: Any, rows: Iterable[dict[str, Any]], where: Whereabouts) -> set[int]:
    """Bring the opportunities in line; of one name at one company the later row holds, where it says anything.

    Returns the accounts where anything changed.
    """
    said: dict[str, dict[str, Any]] = {}
    for row in rows:
        if row.get("name"):
            key = digest("opportunity", name_key(row.get("account", "")), row["name"].lower())
            said[key] = said.get(key, {}) | row
    wanted: dict[str, dict[str, Any]] = {}
    for key, row in said.items():
        account_id = where.account(row.get("account", ""))
        if account_id is None:
            continue
        wanted[key] = {
            "owner_id": owner.pk,
            "account_id": account_id,
            "person_id": where.person(row.get("contact", ""), account_id),
            "name": row["name"][:300],
            "category": row.get("category", "")[:200],
            "stage": row.get("stage", "")[:100],
            "value": amount(row.get("value", "")),
            "currency": row.get("currency", "")[:8],
            "closes_on": day(row.get("closes_on", "")),
        }
    return sync(Opportunity.objects.visible_to(owner), wanted)
