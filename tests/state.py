"""Everything derived, by natural keys: two installations that know the same must give the same picture."""

from typing import Any

from alongside.ledgers.awards.models import Award
from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.knowledge.models import Fact
from alongside.ledgers.needs.models import Need, Suggestion
from alongside.ledgers.orders.models import Order
from alongside.ledgers.requests.models import Request
from alongside.people.models import Account, Doubt, Person, Position
from alongside.sightings.models import Sighting
from alongside.standings.models import LevelMonth, Standing
from alongside.today.models import TodayItem
from alongside.touches.models import Placement, Touch

TABLES: dict[Any, str] = {
    Account: "name domain standing industry city is_public_body since",
    Person: "name account__name is_ours is_shared_mailbox title phone roles note",
    Position: "person__name account__name title from_on to_on",
    Doubt: "kind key question verdict account__name",
    Placement: "interaction__identity_key direction automatic is_superseded reading",
    Touch: "interaction__identity_key account__name person__name at kind direction others counts is_main our_person__name",
    Sighting: "key kind side quote start end because detail review account__name person__name",
    Commitment: "sighting_key side what promised_on due_on state kept_on account__name person__name importance",
    Request: "sighting_key what asked_on state answered_on last_update_on asked_again account__name person__name",
    Order: "key number ordered_on category value account__name person__name",
    Award: "key category decided_on value outcome route proposed_route no_bid_reason origin account__name awarded_by__name",
    Fact: "key topic value as_of account__name person__name",
    Need: "key kind text heard_on account__name",
    Suggestion: "key text made_on outcome account__name",
    Standing: "account__name as_of level category weakest_rule is_at_risk last_touch_at touches_in_90_days",
    LevelMonth: "account__name month_end category level",
    TodayItem: "play say why action owed gain account__name person__name",
}


def state_of(user: Any) -> dict[str, list[str]]:
    """Dump every derived table of this user, sorted, without ids."""
    found = {}
    for model, columns in TABLES.items():
        rows = model.objects.visible_to(user)
        if model in (Account, Person):
            rows = rows.filter(merged_into__isnull=True)
        found[model.__name__] = sorted(repr(row) for row in rows.values_list(*columns.split()))
    found["threads"] = _threads(user)
    return found


def _threads(user: Any) -> list[str]:
    """Name each thread by the keys of its interactions, since thread ids depend on the order of recording."""
    groups: dict[int, list[str]] = {}
    for thread, key in Placement.objects.visible_to(user).values_list("thread_id", "interaction__identity_key"):
        groups.setdefault(thread, []).append(key)
    return sorted(repr(sorted(keys)) for keys in groups.values())
