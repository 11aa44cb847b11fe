"""What happened, as a thread: contacts, awards and moves of the level, the newest first, a page at a time.

Pages are cut at a contact (its instant and row), so that a page costs the same after ten years as on the first day.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from alongside.judgement.words import MONTHS, number
from alongside.ledgers.awards.models import Award
from alongside.sightings.models import Sighting
from alongside.touches.models import Touch
from alongside.vocabulary import AwardOutcome, Direction, InteractionKind, RelationshipLevel, Review, SightingKind
from alongside.web.rows.stand import Month
from alongside.web.templatetags.words import figure, sentence

PAGE = 40
"""Contacts of one page. Unit: contacts."""

MOST_AHEAD = 3
"""Planned contacts that stand above what happened. Unit: contacts."""

KINDS = {
    "mail": (InteractionKind.MAIL,),
    "meeting": (InteractionKind.MEETING, InteractionKind.VISIT),
    "call": (InteractionKind.CALL,),
    "note": (InteractionKind.NOTE,),
}
"""What a filter keeps; "award" keeps the awards alone."""

FILTERS = (
    ("", "everything", ""),
    ("mail", "mail", "mail"),
    ("meeting", "meetings", "meeting"),
    ("call", "calls", "call"),
    ("award", "awards", "award"),
    ("note", "notes", "note"),
)

TOLD = (SightingKind.REQUEST, SightingKind.PROMISE, SightingKind.COMPLAINT, SightingKind.SOLICITATION)
"""What was found in a mail is named beside it, these kinds first; thanks and the like follow."""

_ANSWERS = re.compile(r"^((re|fw|fwd|aw|wg|sv)\s*:\s*)+", re.I)


class Contact(NamedTuple):
    """What a line says of one contact."""

    pk: int
    at: datetime
    kind: str
    direction: str
    others: int
    thread_id: int
    interaction_id: int
    name: str | None
    subject: str
    place: str


COLUMNS = (
    "pk",
    "at",
    "kind",
    "direction",
    "others",
    "thread_id",
    "interaction_id",
    "person__name",
    "interaction__body__subject",
    "interaction__body__location",
)
"""Where the fields of a Contact come from, in their order."""

Cursor = tuple[datetime, int] | None


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the timeline, as _ui/timeline.html draws it."""

    at: datetime | date
    what: str
    more: str = ""
    href: str = ""
    why: str = ""
    direction: str = "mutual"
    is_big: bool = False
    is_late: bool = False
    is_ahead: bool = False
    month: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    events: Sequence[Event]
    older: str


@dataclass(frozen=True, slots=True)
class Filter:
    label: str
    href: str
    icon: str
    is_on: bool


def account_page(
    user: Any, account_id: int, months: Sequence[Month], *, kind: str, before: str, now: datetime, address: str
) -> Page:
    """Read a page of an account's timeline; `months` tell where its level moved. Four queries at most."""
    contacts = Touch.objects.visible_to(user).filter(account_id=account_id, is_main=True)
    touches, is_last = _cut(_of_kind(contacts, kind), _cursor(before), now) if kind != "award" else ([], True)
    if not before and kind != "award":
        touches = _ahead(_of_kind(contacts, kind), now) + touches
    span = _span(touches, before=_cursor(before), is_last=is_last)
    events = _touched(user, touches, now, by_thread=not kind)
    if kind in ("", "award"):
        events += _awards(user, account_id, span)
    if not kind:
        events += _moves(months, span)
    return Page(_by_month(events, now, continues=bool(before)), _older(address, kind, touches, is_last=is_last))


def person_page(user: Any, person_id: int, *, kind: str, before: str, now: datetime, address: str) -> Page:
    """Read a page of a person's timeline. Two queries."""
    contacts = Touch.objects.visible_to(user).filter(person_id=person_id)
    touches, is_last = _cut(_of_kind(contacts, kind), _cursor(before), now)
    if not before:
        touches = _ahead(_of_kind(contacts, kind), now) + touches
    events = _touched(user, touches, now, by_thread=not kind)
    return Page(_by_month(events, now, continues=bool(before)), _older(address, kind, touches, is_last=is_last))


def filters(kind: str, address: str, *, of: Iterable[str] = ()) -> list[Filter]:
    """List the filters, with the chosen one marked; `of` names those that make sense here (all, if empty)."""
    wanted = set(of)
    shown = [each for each in FILTERS if not wanted or each[0] in wanted]
    return [Filter(label, f"{address}?{urlencode({'kind': name})}", icon, name == kind) for name, label, icon in shown]


def _of_kind(contacts: "QuerySet[Touch]", kind: str) -> "QuerySet[Touch]":
    return contacts.filter(kind__in=KINDS[kind]) if kind in KINDS else contacts


def _ahead(contacts: "QuerySet[Touch]", now: datetime) -> list[Contact]:
    """Read the next few that are planned, the nearest last."""
    return _shown(contacts.filter(at__gt=now).order_by("at", "pk")[:MOST_AHEAD])[::-1]


def _cut(contacts: "QuerySet[Touch]", cursor: Cursor, now: datetime) -> tuple[list[Contact], bool]:
    """Read a page of what is past, from the cursor on, and whether it is the last one."""
    at, pk = cursor or (now, 0)
    contacts = contacts.filter(at__lte=at)
    if cursor:
        contacts = contacts.filter(Q(at__lt=at) | Q(pk__lt=pk))
    found = _shown(contacts.order_by("-at", "-pk")[: PAGE + 1])
    return found[:PAGE], len(found) <= PAGE


def _shown(contacts: "QuerySet[Touch]") -> list[Contact]:
    """Load only what a line says; whole rows would cost as much again as the query."""
    return [Contact(*row) for row in contacts.values_list(*COLUMNS)]


def _cursor(words: str) -> Cursor:
    """Read where the page before ended; anything that is no cursor begins at the top."""
    moment, _, pk = words.rpartition("_")
    try:
        return datetime.fromtimestamp(float(moment), tz=UTC), int(pk)
    except (ValueError, OverflowError, OSError):
        return None


def _older(address: str, kind: str, touches: Sequence[Contact], *, is_last: bool) -> str:
    if is_last or not touches:
        return ""
    last = touches[-1]
    return f"{address}?{urlencode({'kind': kind, 'before': f'{last.at.timestamp()!r}_{last.pk}'})}"


def _span(touches: Sequence[Contact], *, before: Cursor, is_last: bool) -> tuple[date, date]:
    """Give the days that a page covers: what else happened in them stands between the contacts."""
    newest = before[0].date() if before else date.max
    oldest = date.min if is_last or not touches else touches[-1].at.date()
    return oldest, newest


def _touched(user: Any, touches: Sequence[Contact], now: datetime, *, by_thread: bool) -> list[Event]:
    """Make the lines of the contacts; with `by_thread` the mails of a thread are one line, at its last mail."""
    found = _found_in(user, [touch.interaction_id for touch in touches])
    threads: dict[tuple[int, int], list[Contact]] = defaultdict(list)
    for touch in touches:
        is_mail = by_thread and touch.kind == InteractionKind.MAIL
        threads[(touch.thread_id, 0) if is_mail else (0, touch.pk)].append(touch)
    return [_line(thread, found, now) for thread in threads.values()]


def _found_in(user: Any, ids: Sequence[int]) -> dict[int, list[str]]:
    """Name what was found in each mail, each kind once."""
    rows = Sighting.objects.visible_to(user).filter(interaction_id__in=ids).exclude(review=Review.REJECTED)
    found: dict[int, list[str]] = defaultdict(list)
    for interaction_id, kind in rows.order_by("start").values_list("interaction_id", "kind"):
        if kind not in found[interaction_id]:
            found[interaction_id].append(kind)
    return found


def _line(thread: Sequence[Contact], found: dict[int, list[str]], now: datetime) -> Event:
    touch, kind = thread[0], InteractionKind(thread[0].kind)
    subject = _ANSWERS.sub("", " ".join(touch.subject.split()))
    kinds = list(dict.fromkeys(kind for mail in thread for kind in found[mail.interaction_id]))
    return Event(
        at=touch.at,
        what=subject or sentence(kind.label),
        more=" · ".join(part for part in (_who(touch, kind), _thread(thread), _named(kinds)) if part),
        href=reverse("interaction", args=[touch.interaction_id]),
        direction=touch.direction,
        is_ahead=touch.at > now,
    )


def _who(touch: Contact, kind: InteractionKind) -> str:
    others = f" and {number(touch.others)} more" if touch.others > 0 else ""
    if kind == InteractionKind.MAIL:
        way = "to" if touch.direction == Direction.OUTBOUND else "from"
        return f"{way} {touch.name}{others}"
    place = touch.place.strip()
    at = f"{timezone.localtime(touch.at):%H:%M}"
    whom = f" with {touch.name}{others}" if touch.name else ""
    return ", ".join(part for part in (f"{kind.label}{whom}", place, at) if part)


def _thread(thread: Sequence[Contact]) -> str:
    return f"the last of {number(len(thread))}" if len(thread) > 1 else ""


def _named(found: Sequence[str]) -> str:
    order = sorted(found, key=lambda kind: (kind not in TOLD, found.index(kind)))
    return ", ".join(SightingKind(kind).label for kind in order[:3])


def _awards(user: Any, account_id: int, span: tuple[date, date]) -> list[Event]:
    rows = Award.objects.visible_to(user).filter(
        account_id=account_id, decided_on__gte=span[0], decided_on__lte=span[1]
    )
    return [_award(award) for award in rows.order_by("-decided_on", "-pk")]


def _award(award: Award) -> Event:
    how = award.get_route_display() if award.route else "route not confirmed"
    value = f"{figure(award.value)} {award.currency}".strip() if award.value is not None else ""
    return Event(
        at=award.decided_on,
        what=sentence(award.label or f"{award.category} awarded"),
        more=" · ".join(part for part in (value, AwardOutcome(award.outcome).label, how) if part),
        why=reverse("why-row", args=["award", award.pk]),
        direction="inbound",
        is_big=award.outcome == AwardOutcome.WON,
        is_late=award.outcome == AwardOutcome.LOST,
    )


def _moves(months: Sequence[Month], span: tuple[date, date]) -> list[Event]:
    """Tell when the level of a category moved."""
    before: dict[str, RelationshipLevel] = {}
    moved = []
    for month_end, category, level in months:
        was = before.get(category, RelationshipLevel.PROSPECT)
        if level != was and span[0] <= month_end <= span[1]:
            moved.append(_move(month_end, category, was, level))
        before[category] = level
    return moved


def _move(on: date, category: str, was: RelationshipLevel, level: RelationshipLevel) -> Event:
    said = f"{sentence(category)}: {level.label}" if category else sentence(level.label)
    return Event(at=on, what=said, more=f"was {was.label}", is_big=level.rung > was.rung, is_late=level.rung < was.rung)


def _by_month(events: Sequence[Event], now: datetime, *, continues: bool) -> list[Event]:
    """Order by time and put the month's name before the first of each; a page that continues begins without one."""
    ordered = sorted(events, key=_instant, reverse=True)
    headed, last = [], None
    for event in ordered:
        head = _head(event, now)
        headed.append(replace(event, month=head if head != last and not (continues and last is None) else ""))
        last = head
    return headed


def _instant(event: Event) -> datetime:
    return event.at if isinstance(event.at, datetime) else datetime.combine(event.at, time(23, 59), tzinfo=UTC)


def _head(event: Event, now: datetime) -> str:
    if event.is_ahead:
        return "Ahead"
    on = timezone.localtime(event.at).date() if isinstance(event.at, datetime) else event.at
    year = f" {on.year}" if on.year != now.year else ""
    return f"{MONTHS[on.month - 1]}{year}"
