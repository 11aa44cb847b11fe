"""Which row does an address mean? One that the user may see; for all others it is the same as if there were none."""

from typing import Any

from django.db.models import QuerySet

from alongside.api.bearer import Asked
from alongside.api.problems import no_such
from alongside.people.models import Account, Person

MOST_STEPS = 20
"""Merges that are followed from one account to the one it went into. Unit: merges."""


def find(rows: "QuerySet[Any]", kind: str, number: int) -> Any:
    """Find the row; `rows` begin with what the user may see. Raises ProblemError where there is none."""
    found = rows.filter(pk=number).first()
    if found is None:
        raise no_such(kind, number)
    return found


def account_of(request: Asked, number: int) -> Account:
    """Find an account with its standing; one that went into another means that one."""
    rows = Account.objects.visible_to(request.user).select_related("judged", "owner")
    found: Account = find(rows, "account", number)
    for _ in range(MOST_STEPS):
        if found.merged_into_id is None:
            break
        found = find(rows, "account", found.merged_into_id)
    return found


def person_of(request: Asked, number: int) -> Person:
    """Find a person with their account and its standing; one who was joined with another means that one."""
    rows = Person.objects.visible_to(request.user).select_related("account__judged", "account__owner", "owner")
    found: Person = find(rows, "person", number)
    for _ in range(MOST_STEPS):
        if found.merged_into_id is None:
            break
        found = find(rows, "person", found.merged_into_id)
    return found
