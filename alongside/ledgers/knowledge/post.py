"""Facts from the rows of tables."""

from collections.abc import Iterable
from typing import Any

from alongside.interactions.keys import digest
from alongside.ledgers.knowledge.models import Fact
from alongside.ledgers.numbers import day
from alongside.people.whereabouts import Whereabouts
from alongside.sync import sync

BY_HAND = "hand:"
"""Keys that begin so belong to what a person entered; posting leaves them alone."""


def post_facts(owner: Any, rows: Iterable[dict[str, Any]], where: Whereabouts) -> set[int]:
    """Bring the facts that tables told in line; return the accounts where anything changed."""
    wanted: dict[str, dict[str, Any]] = {}
    for row in rows:
        account_id, as_of = where.account(row.get("account", "")), day(row.get("as_of", ""))
        if account_id is None or as_of is None or not row.get("topic"):
            continue
        wanted[digest("fact", *(f"{k}={v}" for k, v in sorted(row.items())))] = {
            "owner_id": owner.pk,
            "account_id": account_id,
            "person_id": where.person(row.get("person", ""), account_id),
            "topic": row["topic"].strip().lower().replace(" ", "_").replace("&", "and")[:60],
            "value": row.get("value", ""),
            "as_of": as_of,
            "source": row.get("source", ""),
            "confirmed_by_them": row.get("confirmed_by_them") == "yes",
        }
    return sync(Fact.objects.visible_to(owner).exclude(key__startswith=BY_HAND), wanted)
