"""The door from rows to the judgement of what we fight for and what passed: the cases of accounts, their gives and gets."""

from collections import defaultdict
from collections.abc import Collection
from datetime import UTC, datetime, time
from typing import Any

from django.db.models import QuerySet

from alongside.config.zone import here
from alongside.judgement import dossier as d
from alongside.judgement.advocacy import Case, Said
from alongside.ledgers.advocacy.models import CaseEntry
from alongside.ledgers.exchanges.models import Exchange
from alongside.ledgers.requests.models import Request
from alongside.people.kept_under import accounts_by_name
from alongside.touches.models import Touch
from alongside.vocabulary import CasePart, CaseState, Direction, ExchangeKind, ExchangeSide, InteractionKind


def entries_of_case(asked: Request) -> list[CaseEntry]:
    """Load what counts in the case for a request, the oldest first; nothing where nobody went to bat."""
    rows = _counting().filter(case__owner=asked.owner, case__sighting_key=asked.sighting_key)
    return list(rows.select_related("said_by"))


def case_of(asked: Request, entries: list[CaseEntry]) -> Case:
    """Load what a case is judged by. One query: our letters in the thread in which it was asked."""
    ours = Touch.objects.filter(thread_id__gt=0, direction=Direction.OUTBOUND, kind=InteractionKind.MAIL)
    asked_in = Touch.objects.filter(interaction=asked.interaction_id).values("thread_id")
    wrote = ours.filter(thread_id__in=asked_in, person=asked.person).order_by("at").values_list("at", flat=True)
    name = asked.person.name.split()[0] if asked.person and asked.person.name else "the customer"
    letters = [here(at) for at in wrote]
    if asked.last_update_on:  # a letter sent from here, or told by mouth
        letters.append(datetime.combine(asked.last_update_on, time.min, UTC))
    return Case(asked.pk, name, [said(entry) for entry in entries], letters)


def said(entry: CaseEntry) -> Said:
    """Give an entry as it is judged."""
    return Said(
        part=CasePart(entry.part),
        text=entry.text,
        said_at=here(entry.said_at),
        state=CaseState(entry.state) if entry.state else None,
        on=entry.on,
        value=entry.value,
        currency=entry.currency,
    )


def cases_among(account_ids: Collection[int]) -> defaultdict[int, list[d.AdvocacyCase]]:
    """Load the cases of accounts. One query where there are none, else two."""
    found: defaultdict[int, list[d.AdvocacyCase]] = defaultdict(list)
    keys = _counting().order_by().values("case__sighting_key")
    asked = Request.objects.filter(account__in=account_ids, sighting_key__in=keys).order_by("asked_on", "pk")
    requests = list(asked.values_list("pk", "account_id", "owner_id", "sighting_key"))
    if not requests:
        return found
    entries: dict[tuple[int, str], list[Said]] = defaultdict(list)
    for entry in _counting().filter(case__sighting_key__in=[key for *_, key in requests]).select_related("case"):
        entries[entry.owner_id, entry.case.sighting_key].append(said(entry))
    for pk, account_id, owner_id, key in requests:
        if of_this := entries.get((owner_id, key)):
            found[account_id].append(d.AdvocacyCase(pk, tuple(of_this)))
    return found


def exchanges_among(account_ids: Collection[int]) -> defaultdict[int, list[d.Exchange]]:
    """Load gives and gets of accounts, the oldest first. Three queries."""
    found: defaultdict[int, list[d.Exchange]] = defaultdict(list)
    names = accounts_by_name(account_ids)
    rows = Exchange.objects.filter(account_handle__in=list(names), withdrawn_at__isnull=True)
    for row in rows.select_related("stands_for").order_by("on", "pk"):
        found[names[row.account_handle]].append(_exchange(row))
    return found


def _exchange(row: Exchange) -> d.Exchange:
    return d.Exchange(
        id=row.pk,
        side=ExchangeSide(row.side),
        kind=ExchangeKind(row.kind),
        what=row.what,
        on=row.on,
        whose=row.whose,
        due_on=row.due_on,
        delivered_on=row.delivered_on,
        for_what=row.stands_for.what if row.stands_for else "",
    )


def _counting() -> "QuerySet[Any]":
    return CaseEntry.objects.filter(withdrawn_at__isnull=True).order_by("said_at", "pk")
