"""Which accounts are on a page of the list, and what does each row say? Sorted, filtered and cut by key, in a fixed number of queries."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast, Coalesce, Lower
from django.urls import reverse

from alongside.answers.keyset import PAGE, Column, Order, page_of
from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.requests.models import Request
from alongside.people.models import Account, Person
from alongside.standings.models import Standing
from alongside.vocabulary import AccountStanding, CommitmentState, RelationshipLevel, RequestState, RuleName, Side

NAMED = 3
"""People of an unsorted company who are named, so that one knows it again. Unit: people."""

LONG_AGO = datetime(1900, 1, 1, tzinfo=UTC)
"""Stands for "never" in an order, so that no column of it is empty."""

SHOWN = {
    "ours": (AccountStanding.CUSTOMER, AccountStanding.PROSPECT),
    "unsorted": (AccountStanding.UNSORTED,),
    "not": (AccountStanding.NOT_A_CUSTOMER,),
}
"""What each tab of the list shows."""

_NAME, _ID = Column("sort_name", str), Column("id", int)
ORDERS: dict[str, Order] = {
    "level": (Column("rung", int, descending=True), _NAME, _ID),
    "touch": (Column("last", datetime, descending=True), _ID),
    "name": (_NAME, _ID),
    "quiet": (Column("is_planned", int), Column("silent_since", datetime), _ID),
}
"""The orders of the list. "quiet": who waits longest with nothing planned comes first; who never met us comes last."""


@dataclass(frozen=True, slots=True)
class AccountRow:
    """A row of the list; `weakest_rungs` is None where the rule could not be judged."""

    id: int
    name: str
    href: str
    level: str
    category: str
    is_at_risk: bool
    weakest: str
    weakest_rungs: int | None
    weakest_why: str
    last: datetime | None
    next: datetime | None
    promises: int
    late_promises: int
    requests: int
    domain: str
    standing: str
    people: Sequence[str]
    more_people: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: which tab, which level (None: all), which words in the name, in which order."""

    show: str = "ours"
    level: RelationshipLevel | None = None
    words: str = ""
    sort: str = "level"

    @property
    def is_narrowed(self) -> bool:
        return bool(self.level or self.words)


def account_page(
    user: Any, wanted: Wanted, *, after: str, as_of: date, size: int = PAGE
) -> tuple[list[AccountRow], str]:
    """Read a page of the list. Four queries for accounts that are ours, two for the others."""
    order = ORDERS[wanted.sort]
    found, older = page_of(_chosen(user, wanted).values(*_columns(order)), order, after=after, size=size)
    ids = [row["id"] for row in found]
    if wanted.show != "ours":
        people = _people(user, ids)
        return [_row(row, people=people.get(row["id"], [])) for row in found], older
    rungs, promises, requests = _weakest(user, ids), _promises(user, ids, as_of), _requests(user, ids)
    return [_row(row, rungs=rungs, promises=promises, requests=requests) for row in found], older


def counts(user: Any) -> Counter[str]:
    """Count the accounts of each tab. One query."""
    rows = _living(user).order_by().values("standing").annotate(n=Count("pk")).values_list("standing", "n")
    by_standing = dict(rows)
    return Counter({name: sum(by_standing.get(word, 0) for word in words) for name, words in SHOWN.items()})


def one_row(user: Any, account_id: int) -> AccountRow:
    """Read the row of one account again, as the tabs of unsorted companies show it."""
    found = _annotated(_living(user).filter(pk=account_id)).values(*_columns(ORDERS["name"])).get()
    return _row(found, people=_people(user, [account_id]).get(account_id, []))


def _living(user: Any) -> "QuerySet[Account]":
    return Account.objects.visible_to(user).filter(merged_into__isnull=True)


def _chosen(user: Any, wanted: Wanted) -> "QuerySet[Account]":
    rows = _living(user).filter(standing__in=SHOWN[wanted.show])
    if wanted.level:
        rows = rows.filter(judged__level=wanted.level)
    for word in wanted.words.split():
        rows = rows.filter(Q(name__icontains=word) | Q(domain__icontains=word) | Q(city__icontains=word))
    return _annotated(rows)


def _annotated(rows: "QuerySet[Account]") -> "QuerySet[Account]":
    return rows.annotate(
        sort_name=Lower("name"),
        rung=Coalesce("judged__level_rung", 0),
        last=Coalesce("judged__last_touch_at", Value(LONG_AGO)),
        silent_since=Coalesce("judged__last_touch_at", Value(datetime.max.replace(tzinfo=UTC))),
        is_planned=Case(
            When(judged__last_touch_at__isnull=True, then=2),
            When(judged__next_touch_at__isnull=False, then=1),
            default=0,
            output_field=IntegerField(),
        ),
    )


def _columns(order: Order) -> list[str]:
    judged = ["level", "category", "is_at_risk", "weakest_rule", "last_touch_at", "next_touch_at"]
    named = ["id", "name", "domain", "standing", *(f"judged__{column}" for column in judged)]
    return list(dict.fromkeys([*named, *(column.name for column in order)]))


def _row(
    row: dict[str, Any],
    *,
    rungs: dict[int, int | None] | None = None,
    promises: dict[int, tuple[int, int]] | None = None,
    requests: dict[int, int] | None = None,
    people: Sequence[str] = (),
) -> AccountRow:
    weakest = row["judged__weakest_rule"] or ""
    open_, late = (promises or {}).get(row["id"], (0, 0))
    return AccountRow(
        id=row["id"],
        name=row["name"],
        href=reverse("account", args=[row["id"]]),
        level=row["judged__level"] or "",
        category=row["judged__category"] or "",
        is_at_risk=bool(row["judged__is_at_risk"]),
        weakest=RuleName(weakest).label.capitalize() if weakest else "",
        weakest_rungs=(rungs or {}).get(row["id"]),
        weakest_why=reverse("why-finding", args=[row["id"], f"rule:{weakest}"]) if weakest else "",
        last=row["judged__last_touch_at"],
        next=row["judged__next_touch_at"],
        promises=open_,
        late_promises=late,
        requests=(requests or {}).get(row["id"], 0),
        domain=row["domain"],
        standing=AccountStanding(row["standing"]).value,
        people=people[:NAMED],
        more_people=max(0, len(people) - NAMED),
    )


def _weakest(user: Any, ids: Sequence[int]) -> dict[int, int | None]:
    """Read the rungs of each account's weakest rule out of its findings, without loading them."""
    rung = Case(
        *(When(weakest_rule=rule, then=_value_of(f"rule:{rule.value}")) for rule in RuleName),
        default=Value(None),
        output_field=IntegerField(),
    )
    rows = Standing.objects.visible_to(user).filter(pk__in=ids).annotate(rungs=rung)
    return dict(rows.values_list("account_id", "rungs"))


def _value_of(measure: str) -> Cast:
    return Cast(KeyTextTransform("value", KeyTransform("0", KeyTransform(measure, F("findings")))), IntegerField())


def _promises(user: Any, ids: Sequence[int], as_of: date) -> dict[int, tuple[int, int]]:
    """Count our open promises to each account, and of these the late ones."""
    rows = Commitment.objects.visible_to(user).filter(account_id__in=ids, state=CommitmentState.OPEN, side=Side.OURS)
    late = Q(moved_to__lt=as_of) | Q(moved_to__isnull=True, due_on__lt=as_of)
    counted = rows.order_by().values("account_id").annotate(n=Count("pk"), late=Count("pk", filter=late))
    return {row["account_id"]: (row["n"], row["late"]) for row in counted}


def _requests(user: Any, ids: Sequence[int]) -> dict[int, int]:
    rows = Request.objects.visible_to(user).filter(account_id__in=ids, state=RequestState.OPEN)
    return dict(rows.order_by().values("account_id").annotate(n=Count("pk")).values_list("account_id", "n"))


def _people(user: Any, ids: Sequence[int]) -> dict[int, list[str]]:
    """Name who wrote from there, so that the company is known again."""
    rows = Person.objects.visible_to(user).filter(account_id__in=ids, merged_into__isnull=True, is_ours=False)
    found: dict[int, list[str]] = defaultdict(list)
    for account_id, name in rows.order_by("is_shared_mailbox", "name").values_list("account_id", "name"):
        found[account_id].append(name)
    return found
