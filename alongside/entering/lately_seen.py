"""Whom may a note be about that is taken on the road? The meetings of today and the people and companies last met: names only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from alongside.entering.whom import whom
from alongside.touches.models import Touch
from alongside.vocabulary import InteractionKind

MEETINGS_BACK = timedelta(hours=20)
MEETINGS_AHEAD = timedelta(hours=3)
"""A meeting is offered so long after it began and before it begins."""

TOUCHES_READ = 600
"""Newest contacts that are looked through. Unit: touches."""

MOST_PEOPLE = 40
MOST_ACCOUNTS = 15
"""So many names are kept on a device. Unit: rows."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody, a company or a meeting to choose: the value by which it is sent back, its name, and the company beside it."""

    about: str
    name: str
    more: str = ""


def lately_seen(user: Any, *, at: datetime) -> list[Seen]:
    """List the meetings around `at` and the people and companies last met. Two queries."""
    touches = Touch.objects.visible_to(user).filter(person__is_ours=False, person__merged_into__isnull=True)
    newest = touches.filter(at__lte=at, person__is_shared_mailbox=False).select_related("person__account")
    rows = list(newest.order_by("-at", "-pk")[:TOUCHES_READ])
    people = {touch.person.pk: touch.person for touch in rows if touch.counts and touch.person}
    accounts = {each.pk: each for touch in rows if touch.person and (each := touch.person.account)}
    return [
        *_meetings(touches, at),
        *(
            Seen(f"person:{p.pk}", p.name, p.account.name if p.account else "")
            for p in list(people.values())[:MOST_PEOPLE]
        ),
        *(Seen(f"account:{pk}", account.name) for pk, account in list(accounts.items())[:MOST_ACCOUNTS]),
    ]


def seen_as(user: Any, about: str) -> Seen | None:
    """Name what a page asks for that is not among those last met ("person:12", "account:3", "meeting:7")."""
    kind, _, number = about.partition(":")
    if kind == "meeting" and number.isdecimal() and len(number) < 19:
        rows = Touch.objects.visible_to(user).filter(interaction_id=int(number), person__isnull=False)
        touch = rows.select_related("interaction__body", "person").order_by("pk").first()
        return _meeting(touch) if touch else None
    meant = whom(user, about)
    if meant.is_of_account and meant.account:
        return Seen(meant.value, meant.account.name)
    return Seen(meant.value, meant.person.name, meant.account.name if meant.account else "") if meant.person else None


def _meetings(touches: Any, at: datetime) -> Sequence[Seen]:
    """List the meetings of these hours, the nearest first."""
    held = touches.filter(
        at__gte=at - MEETINGS_BACK,
        at__lte=at + MEETINGS_AHEAD,
        kind__in=(InteractionKind.MEETING, InteractionKind.VISIT, InteractionKind.CALL),
        interaction__message_id__gt="",
    )
    found = {touch.interaction_id: touch for touch in held.select_related("interaction__body", "person")}
    return [_meeting(touch) for touch in sorted(found.values(), key=lambda touch: abs(touch.at - at))]


def _meeting(touch: Touch) -> Seen:
    return Seen(
        f"meeting:{touch.interaction_id}",
        touch.interaction.body.subject or "Meeting",
        touch.person.name if touch.person else "",
    )
