"""What is open over all accounts, in which order, page by page: what they asked, what we promised, what they promised.

Promises stand in three parts: late ones, the latest first; then what is coming, the next day first; then what has no day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.contrib.auth import get_user_model
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from alongside.answers.keyset import Column, Order, page_of
from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.requests.models import Request
from alongside.people.models import Tenure
from alongside.vocabulary import CommitmentState, RequestState, Side
from alongside.web.rows.matters import Matter, promise_matter, request_matter

ListName = Literal["asked", "ours", "theirs"]

TITLES: dict[ListName, str] = {"asked": "They asked", "ours": "We promised", "theirs": "They promised"}
"""The three lists in the order of the page."""

_SIDES: dict[str, Side] = {"ours": Side.OURS, "theirs": Side.THEIRS}
_NEWEST_FIRST: Order = (Column("asked_on", date, descending=True), Column("pk", int, descending=True))


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A row: the matter as an account's page says it, the account, and what one key says of it."""

    id: str
    matter: Matter
    account: str
    account_href: str
    decide: str
    done: str
    done_label: str
    is_open: bool
    state: str


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a list with an order of its own; `name` stands in the key of a page."""

    name: str
    rows: "QuerySet[Any]"
    order: Order


@dataclass(frozen=True, slots=True)
class Counted:
    """How many stand in a list, and how many of them are late."""

    open: int
    late: int


def counts(user: Any, *, as_of: date, account_id: int | None) -> dict[ListName, Counted]:
    """Count the three lists. One query."""
    asked = _number(_asked(user, account_id))
    promised = {name: _promised(user, side, account_id) for name, side in _SIDES.items()}
    columns = {f"{name}_open": _number(rows) for name, rows in promised.items()}
    columns |= {f"{name}_late": _number(rows.filter(due__lt=as_of)) for name, rows in promised.items()}
    found: Any = get_user_model().objects.filter(pk=user.pk).values(asked=asked, **columns).first() or {}
    counted: dict[ListName, Counted] = {"asked": Counted(found.get("asked") or 0, 0)}
    for name in ("ours", "theirs"):
        counted[name] = Counted(found.get(f"{name}_open") or 0, found.get(f"{name}_late") or 0)
    return counted


def _number(rows: "QuerySet[Any]") -> Subquery:
    return Subquery(rows.order_by().values("owner").annotate(n=Count("pk")).values("n")[:1])


def open_rows(
    user: Any, name: ListName, *, as_of: date, account_id: int | None, after: str, most: int
) -> tuple[list[OpenRow], str]:
    """Read a page of one list; give its rows and the key of the next page. One query, or one for each part of promises."""
    found: list[Any] = []
    parts = _parts(user, name, as_of, account_id)
    begun, _, key = after.partition(".")
    names = [part.name for part in parts]
    for part in parts[names.index(begun) if begun in names else 0 :]:
        if len(found) == most:
            return _rows(found, as_of), f"{part.name}."
        page, more = page_of(part.rows, part.order, after=key if part.name == begun else "", size=most - len(found))
        found += page
        if more:
            return _rows(found, as_of), f"{part.name}.{more}"
    return _rows(found, as_of), ""


def one_row(user: Any, kind: str, row_id: int, *, as_of: date) -> OpenRow | None:
    """Read one row in whatever state it is, as it stands after a person said what came of it."""
    model = Request if kind == "request" else Commitment
    found = _told(user, model.objects.visible_to(user)).filter(pk=row_id).first()
    return _row(found, as_of) if found else None


def _parts(user: Any, name: ListName, as_of: date, account_id: int | None) -> Sequence[Part]:
    if name == "asked":
        return [Part("asked", _told(user, _asked(user, account_id)), _NEWEST_FIRST)]
    rows = _told(user, _promised(user, _SIDES[name], account_id))
    downwards, upwards = Column("pk", int, descending=True), Column("pk", int)
    return [
        Part("late", rows.filter(due__lt=as_of), (Column("due", date, descending=True), downwards)),
        Part("coming", rows.filter(due__gte=as_of), (Column("due", date), upwards)),
        Part("undated", rows.filter(due=None), (Column("promised_on", date, descending=True), downwards)),
    ]


def _asked(user: Any, account_id: int | None) -> Any:
    return _living(Request.objects.visible_to(user).filter(state=RequestState.OPEN), account_id)


def _promised(user: Any, side: Side, account_id: int | None) -> Any:
    rows = Commitment.objects.visible_to(user).filter(state=CommitmentState.OPEN, side=side)
    return _living(rows, account_id).annotate(due=Coalesce("moved_to", "due_on"))


def _living(rows: Any, account_id: int | None) -> Any:
    rows = rows.filter(account__merged_into__isnull=True)
    return rows.filter(account_id=account_id) if account_id else rows


def _told(user: Any, rows: Any) -> Any:
    """Join what a row says: who, where, and since when the account is this user's."""
    tenures = Tenure.objects.visible_to(user).filter(account=OuterRef("account"), user_id=user.pk, to_on__isnull=True)
    since = Subquery(tenures.order_by("-from_on").values("from_on")[:1])
    return rows.select_related("person", "account").annotate(yours_since=since)


def _rows(found: Sequence[Any], as_of: date) -> list[OpenRow]:
    return [_row(each, as_of) for each in found]


def _row(found: Any, as_of: date) -> OpenRow:
    is_request = isinstance(found, Request)
    kind, done = ("request", "answered") if is_request else ("commitment", "kept")
    return OpenRow(
        id=f"open-{kind}-{found.pk}",
        matter=request_matter(found, as_of, found.yours_since) if is_request else promise_matter(found, as_of),
        account=found.account.name if found.account else "",
        account_href=reverse("account", args=[found.account_id]) if found.account_id else "",
        decide=reverse("request-decide" if is_request else "promise-decide", args=[found.pk]),
        done=done,
        done_label=done.capitalize(),
        is_open=found.state == "open",
        state=found.get_state_display(),
    )
