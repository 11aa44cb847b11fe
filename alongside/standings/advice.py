"""The material of a case for a professional, from the record that this user may see."""

from datetime import date
from typing import Any

from alongside.config.zone import here
from alongside.interactions.models import Interaction
from alongside.interactions.said import separate
from alongside.judgement.case_brief import Material, Turn
from alongside.judgement.finding import Finding, from_json
from alongside.judgement.words import count
from alongside.ledgers.orders.models import Order
from alongside.ledgers.requests.models import Request, RequestEntry
from alongside.people.models import Account, Person
from alongside.standings.models import Standing
from alongside.touches.models import Touch
from alongside.vocabulary import AccountStanding, Direction, InteractionKind, RelationshipLevel

LONGEST_CONVERSATION = 40
"""Letters of a conversation that are read for a case. Unit: letters."""

ORDERS_DAYS = 365
"""Days of orders that say what is at stake. Unit: days."""


def signs_of(account: Account | None) -> list[Finding]:
    """Give the off-track signs of an account as they were judged last. Needs `judged` to be loaded."""
    standing: Standing | None = getattr(account, "judged", None)
    return [from_json(each) for each in (standing.findings.get("off_track", []) if standing else [])]


def material_for(account: Account, asked: Request | None, *, user: Any, as_of: date) -> Material:
    """Load what a case may be told of: the conversation, the file, and what is at stake."""
    sign = next(
        (s for s in signs_of(account) if (s.extra or {}).get("request_id") == (asked.pk if asked else None)), None
    )
    thread = _thread(asked, sign)
    person = asked.person if asked else None
    return Material(
        account=account.name,
        level=_level(account),
        what=(asked.quote or asked.what) if asked else "",
        asked_on=asked.asked_on if asked else as_of,
        asker=person.name if person else "somebody there",
        asker_title=person.title if person else "",
        times=1 + asked.asked_again if asked else 1,
        sign=sign.reason if sign else "",
        turns=_turns(thread, account, user),
        file=_file(asked),
        at_stake=_at_stake(account, as_of),
        names=_names(account, user),
        others=_others(account, user),
    )


def _thread(asked: Request | None, sign: Finding | None) -> Any:
    """Say which conversation it is about: that of the sign, else the one in which it was asked; one nobody had, where neither is."""
    if sign and sign.subject.startswith("thread:"):
        return [int(sign.subject.removeprefix("thread:"))]
    if asked is None:
        return []
    return Touch.objects.filter(interaction=asked.interaction_id, thread_id__gt=0).values("thread_id")


def _turns(thread: Any, account: Account, user: Any) -> list[Turn]:
    """Load the letters of the conversation, each once, the oldest first, in its writer's own words. One query."""
    touches = Touch.objects.filter(thread_id__in=thread, account=account, kind=InteractionKind.MAIL, counts=True)
    touches = touches.filter(interaction__in=Interaction.objects.visible_to(user))
    rows = touches.select_related("interaction__body").order_by("at", "pk")[:LONGEST_CONVERSATION]
    letters = {row.interaction_id: row for row in rows}
    return [
        Turn(here(row.at).date(), row.direction == Direction.OUTBOUND, _message(row.interaction.body.text))
        for row in letters.values()
    ]


def _message(text: str) -> str:
    return " ".join(text[start:end].strip() for start, end in separate(text).message).strip()


def _file(asked: Request | None) -> list[tuple[str, str]]:
    if asked is None:
        return []
    rows = RequestEntry.objects.filter(owner=asked.owner_id, sighting_key=asked.sighting_key, withdrawn_at__isnull=True)
    return [(e.asked or f"{e.get_kind_display()}:".capitalize(), e.text) for e in rows.order_by("on", "pk")]


def _level(account: Account) -> str:
    standing: Standing | None = getattr(account, "judged", None)
    return RelationshipLevel(standing.level).label if standing else ""


def _at_stake(account: Account, as_of: date) -> list[str]:
    """Say how long and how much they are a customer, without a sum."""
    rows = Order.objects.filter(account=account, cancelled=False, ordered_on__lte=as_of)
    orders = sum((as_of - on).days <= ORDERS_DAYS for on in rows.values_list("ordered_on", flat=True))
    level = _level(account)
    said = [f"We are their {level}."] if level and level != "prospect" else []
    said += [f"They placed {count(orders, 'order')} in the past year."] if orders else []
    return said + ([f"They have been with us since {account.since.year}."] if account.since else [])


def _names(account: Account, user: Any) -> list[str]:
    people = Person.objects.visible_to(user).filter(account=account) | Person.objects.visible_to(user).filter(
        is_ours=True
    )
    return [name for name in people.values_list("name", flat=True) if name and "@" not in name]


def _others(account: Account, user: Any) -> list[str]:
    """Name the other companies that must not be told of."""
    rows = Account.objects.visible_to(user).filter(merged_into__isnull=True).exclude(pk=account.pk)
    rows = rows.filter(standing__in=[AccountStanding.CUSTOMER, AccountStanding.PROSPECT])
    return list(rows.values_list("name", flat=True))
