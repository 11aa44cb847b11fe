"""Needs and suggestions from the rows of tables."""

from collections.abc import Iterable
from typing import Any

from alongside.interactions.keys import digest
from alongside.ledgers.needs.models import Need, Suggestion
from alongside.ledgers.numbers import day
from alongside.people.whereabouts import Whereabouts
from alongside.sync import sync
from alongside.vocabulary import NeedKind, SuggestionOutcome

OTHERWISE_KEPT = ("hand:", "seen:")
"""Keys that begin so belong to what a person entered or what was found in the mail; posting tables leaves them alone."""


def post_needs(owner: Any, rows: Iterable[dict[str, Any]], where: Whereabouts) -> set[int]:
    """Bring the needs that tables told in line; return the accounts where anything changed."""
    wanted: dict[str, dict[str, Any]] = {}
    for row in rows:
        account_id, heard_on = where.account(row.get("account", "")), day(row.get("heard_on", ""))
        if account_id is None or heard_on is None or not row.get("text"):
            continue
        rank = row.get("rank", "")
        wanted[digest("need", *(f"{k}={v}" for k, v in sorted(row.items())))] = {
            "owner_id": owner.pk,
            "account_id": account_id,
            "person_id": where.person(row.get("person", ""), account_id),
            "kind": row.get("kind") if row.get("kind") in set(NeedKind) else NeedKind.IMPLIED,
            "text": row["text"],
            "heard_on": heard_on,
            "consequence": row.get("consequence", ""),
            "rank": int(rank) if rank.isdigit() and int(rank) < 1000 else None,
            "reviewed_on": day(row.get("reviewed_on", "")),
        }
    return sync(_from_tables(Need.objects.visible_to(owner)), wanted)


def post_suggestions(owner: Any, rows: Iterable[dict[str, Any]], where: Whereabouts) -> set[int]:
    """Bring the suggestions that tables told in line; return the accounts where anything changed."""
    wanted: dict[str, dict[str, Any]] = {}
    for row in rows:
        account_id, made_on = where.account(row.get("account", "")), day(row.get("made_on", ""))
        if account_id is None or made_on is None or not row.get("text"):
            continue
        outcome = row.get("outcome", "")
        wanted[digest("suggestion", *(f"{k}={v}" for k, v in sorted(row.items())))] = {
            "owner_id": owner.pk,
            "account_id": account_id,
            "person_id": where.person(row.get("person", ""), account_id),
            "text": row["text"],
            "made_on": made_on,
            "outcome": outcome if outcome in set(SuggestionOutcome) else SuggestionOutcome.OPEN,
            "before_they_raised_it": row.get("before_they_raised_it") == "yes",
        }
    return sync(_from_tables(Suggestion.objects.visible_to(owner)), wanted)


def _from_tables(rows: Any) -> Any:
    for beginning in OTHERWISE_KEPT:
        rows = rows.exclude(key__startswith=beginning)
    return rows
