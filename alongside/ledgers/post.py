"""What came in and was found, posted to the books: from tables, and from the conversation with each account."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from alongside.ledgers import by_account
from alongside.ledgers.awards.models import Award
from alongside.ledgers.awards.post import post_awards, post_listings
from alongside.ledgers.conversation import post_accounts
from alongside.ledgers.knowledge.post import post_facts
from alongside.ledgers.needs.post import post_needs, post_suggestions
from alongside.ledgers.opportunities.post import post_opportunities
from alongside.ledgers.orders.models import Order
from alongside.ledgers.orders.post import post_orders
from alongside.people.identify import Identified
from alongside.people.models import Account
from alongside.people.stated import rows_of
from alongside.people.whereabouts import Whereabouts
from alongside.sync import Left, take_away

POSTED_TOGETHER = 10
"""Accounts whose books are posted in one transaction. Unit: accounts; each commit waits for the disk, and others wait for it."""


def post_tables(owner: Any, identified: Identified) -> set[int]:
    """Bring every book that tables feed in line; return the accounts where anything changed. They are to be judged anew."""
    where = Whereabouts(identified)
    return _post_business(owner, where) | _post_the_rest(owner, where)


def _post_business(owner: Any, where: Whereabouts) -> set[int]:
    """Post orders and awards, which may be very many, some accounts at a time."""
    ordered = by_account.record_ids(owner, "orders", where)
    awarded = by_account.record_ids(owner, "awards", where)
    accounts = set(ordered) | set(awarded)
    for book in (Order, Award):
        accounts |= set(book.objects.visible_to(owner).values_list("account_id", flat=True).distinct())
    changed: set[int] = set()
    left: dict[Any, Left] = {Order: {}, Award: {}}
    for lot in by_account.together(sorted(accounts), ordered):
        with transaction.atomic():
            anew = post_orders(owner, lot, by_account.rows_of(lot, ordered), where, left=left[Order])
            rows = by_account.rows_of(lot, awarded)
            anew |= post_awards(owner, lot, rows, where, left_orders=left[Order], left=left[Award])
            _need_judging(anew)
        changed |= anew
    with transaction.atomic():
        anew = {each for book, of_book in left.items() for each in take_away(book.objects.visible_to(owner), of_book)}
        _need_judging(anew)
    return changed | anew


@transaction.atomic
def _post_the_rest(owner: Any, where: Whereabouts) -> set[int]:
    changed = (
        post_listings(owner, rows_of(owner, "awards"), where)
        | post_facts(owner, rows_of(owner, "facts"), where)
        | post_needs(owner, rows_of(owner, "needs"), where)
        | post_suggestions(owner, rows_of(owner, "suggestions"), where)
        | post_opportunities(owner, rows_of(owner, "opportunities"), where)
    )
    _need_judging(changed)
    return changed


def _need_judging(account_ids: set[int]) -> None:
    Account.objects.filter(pk__in=account_ids).update(needs_judging=True)


def post_conversation(owner: Any, account_ids: Iterable[int]) -> set[int]:
    """Bring promises, requests and suggestions of these accounts in line; return the accounts."""
    ids = sorted(account_ids)
    for start in range(0, len(ids), POSTED_TOGETHER):
        with transaction.atomic():
            post_accounts(owner, ids[start : start + POSTED_TOGETHER])
    return set(ids)
