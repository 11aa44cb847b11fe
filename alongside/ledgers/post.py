"""What came in and was found, posted to the books: from tables, and from the conversation with each account."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from alongside.ledgers.awards.post import post_awards
from alongside.ledgers.conversation import post_account
from alongside.ledgers.knowledge.post import post_facts
from alongside.ledgers.needs.post import post_needs, post_suggestions
from alongside.ledgers.opportunities.post import post_opportunities
from alongside.ledgers.orders.post import post_orders
from alongside.people.identify import Identified
from alongside.people.stated import stated
from alongside.people.whereabouts import Whereabouts

POSTED_TOGETHER = 10
"""Accounts whose books are posted in one transaction. Unit: accounts; each commit waits for the disk, and others wait for it."""


@transaction.atomic
def post_tables(owner: Any, identified: Identified) -> set[int]:
    """Bring every book that tables feed in line; return the accounts that have anything in them."""
    rows, where = stated(owner).rows, Whereabouts(identified)
    return (
        post_orders(owner, rows["orders"], where)
        | post_awards(owner, rows["awards"], rows["orders"], where)
        | post_facts(owner, rows["facts"], where)
        | post_needs(owner, rows["needs"], where)
        | post_suggestions(owner, rows["suggestions"], where)
        | post_opportunities(owner, rows["opportunities"], where)
    )


def post_conversation(owner: Any, account_ids: Iterable[int]) -> set[int]:
    """Bring promises, requests and suggestions of these accounts in line; return the accounts."""
    ids = sorted(account_ids)
    for start in range(0, len(ids), POSTED_TOGETHER):
        with transaction.atomic():
            for account_id in ids[start : start + POSTED_TOGETHER]:
                post_account(owner, account_id)
    return set(ids)
