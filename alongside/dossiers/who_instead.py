"""Whom at the customer could we tell instead of somebody who left? Those who are there, with whom we were in touch last."""

from typing import Any

from django.db.models import Max

from alongside.people.left import left_among
from alongside.people.models import Person
from alongside.plays.record import MACHINE_NAMES
from alongside.touches.models import Touch

MOST_NAMED = 3
"""People that are offered. Unit: people; whoever chooses knows them by name."""


def who_instead(user: Any, gone: Person) -> list[Person]:
    """List them, whoever plays a part that the one who left played first, then the latest contact first. Four queries."""
    if gone.account_id is None:
        return []
    rows = Person.objects.visible_to(user).filter(account=gone.account_id, merged_into__isnull=True, is_ours=False)
    people = [person for person in rows.exclude(pk=gone.pk) if _can_be_written_to(person)]
    left = left_among(people)
    touches = Touch.objects.filter(account=gone.account_id, counts=True, person__in=people)
    latest = dict(touches.values_list("person_id").annotate(at=Max("at")))
    there = [person for person in people if person.pk not in left and person.pk in latest]
    there.sort(key=lambda person: latest[person.pk], reverse=True)
    return sorted(there, key=lambda person: not set(person.roles) & set(gone.roles))[:MOST_NAMED]


def _can_be_written_to(person: Person) -> bool:
    local, at, _ = person.anchor.partition("@")
    return bool(at) and local.lower() not in MACHINE_NAMES and not person.is_shared_mailbox
