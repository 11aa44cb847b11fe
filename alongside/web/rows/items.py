"""What does one thing to do say on Today: the sentence, the evidence, the account's level, the buttons?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from alongside.judgement.words import span
from alongside.ledgers.awards.models import Award
from alongside.standings.models import Standing
from alongside.today.models import TodayItem
from alongside.vocabulary import AwardRoute
from alongside.web.evidence.address import chips
from alongside.web.evidence.shown import Chip

MOST_CHIPS = 3
"""So much of the evidence stands under an item; all of it is in the drawer."""

OTHER_ROUTE = {
    AwardRoute.OPEN_BID: (AwardRoute.DIRECT_AWARD, "No bid at all"),
    AwardRoute.INVITED_QUOTE: (AwardRoute.DIRECT_AWARD, "No, without a bid"),
    AwardRoute.SINGLE_QUOTE: (AwardRoute.INVITED_QUOTE, "Others quoted too"),
    AwardRoute.DIRECT_AWARD: (AwardRoute.INVITED_QUOTE, "We were invited"),
    AwardRoute.CALL_OFF: (AwardRoute.INVITED_QUOTE, "We were invited"),
    AwardRoute.RENEWAL: (AwardRoute.INVITED_QUOTE, "We were invited"),
}
"""The second button beside a proposed route: the other likely answer."""


@dataclass(frozen=True, slots=True)
class AccountRef:
    name: str
    href: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class RouteChoice:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Item:
    """A row of Today, as _ui/item.html draws it."""

    id: int
    name: str
    is_company: bool
    say: str
    why: str
    late: str
    chips: Sequence[Chip]
    advances: str
    account: AccountRef | None
    action_label: str
    open: str
    opens_in_drawer: bool
    why_href: str
    decide: str
    dismiss: str
    route_choices: Sequence[RouteChoice] = ()
    confirm: str = ""
    is_current: bool = False


def items(user: Any, rows: Sequence[TodayItem], *, current: int | None = None) -> list[Item]:
    """Make the rows of Today, `current` chosen; account and person must be loaded. Two queries: levels and routes."""
    levels = _levels(user, rows)
    routes = _routes(user, rows)
    return [_item(row, levels, routes, is_current=row.pk == current) for row in rows]


def _item(row: TodayItem, levels: dict[int, str], routes: dict[int, str], *, is_current: bool) -> Item:
    shown = chips(row.evidence)
    return Item(
        id=row.pk,
        name=row.person.name if row.person else row.account.name if row.account else "?",
        is_company=row.person is None,
        say=row.say,
        why=row.why,
        late=f"{span(row.days_late)} late" if row.days_late > 0 else "",
        chips=shown[:MOST_CHIPS] + _more(row, len(shown) - MOST_CHIPS),
        advances=row.advances,
        account=_account(row, levels),
        action_label=row.action_label,
        open=_address(row),
        opens_in_drawer=row.action in ("draft", "note"),
        why_href=reverse("why-item", args=[row.pk]),
        decide=reverse("today-decide", args=[row.pk]),
        dismiss=reverse("today-dismiss", args=[row.pk]),
        route_choices=_route_choices(row, routes),
        confirm=reverse("award-confirm", args=[row.subject_id])
        if row.action == "confirm_route" and row.subject_id
        else "",
        is_current=is_current,
    )


def _more(row: TodayItem, count: int) -> list[Chip]:
    if count <= 0:
        return []
    return [Chip(f"{count} more", "", why=reverse("why-item", args=[row.pk]))]


def _account(row: TodayItem, levels: dict[int, str]) -> AccountRef | None:
    if row.account is None:
        return None
    return AccountRef(row.account.name, reverse("account", args=[row.account_id]), levels.get(row.account_id or 0, ""))


def _address(row: TodayItem) -> str:
    """Give the page or fragment that the primary action opens."""
    if row.action == "draft":
        return reverse("today-draft", args=[row.pk])
    if row.action == "brief" and row.person_id:
        return reverse("brief", args=[row.person_id])
    if row.action == "plan" and row.account_id:
        return reverse("plan", args=[row.account_id])
    if row.action == "settle_doubt":
        return reverse("doubts") + (f"#doubt-{row.subject_id}" if row.subject_id else "")
    if row.action == "outbox":
        return reverse("outbox") + (f"#letter-{row.subject_id}" if row.subject_id else "")
    if row.action == "request" and row.subject_id:
        return reverse("request", args=[row.subject_id])
    if row.action == "note":
        return reverse("why-item", args=[row.pk])
    if row.action == "case" and row.subject_id:
        return reverse("case", args=[row.subject_id])
    if row.action == "advice" and row.account_id:
        about = f"?request={row.subject_id}" if row.subject_id else ""
        return reverse("advice-of", args=[row.account_id]) + about
    if row.action == "advice_case" and row.subject_id:
        return reverse("advice", args=[row.subject_id])
    if row.action == "exchanges" and row.account_id:
        return reverse("exchanges", args=[row.account_id])
    if row.account_id:
        return reverse("account", args=[row.account_id])
    return reverse("why-item", args=[row.pk])


def _route_choices(row: TodayItem, routes: dict[int, str]) -> list[RouteChoice]:
    proposed = routes.get(row.subject_id or 0) if row.action == "confirm_route" else None
    if not proposed:
        return []
    other, label = OTHER_ROUTE[AwardRoute(proposed)]
    return [RouteChoice(proposed, row.action_label), RouteChoice(other.value, label)]


def _levels(user: Any, rows: Sequence[TodayItem]) -> dict[int, str]:
    ids = {row.account_id for row in rows if row.account_id}
    found = Standing.objects.visible_to(user).filter(account_id__in=ids)
    return dict(found.values_list("account_id", "level"))


def _routes(user: Any, rows: Sequence[TodayItem]) -> dict[int, str]:
    ids = {row.subject_id for row in rows if row.action == "confirm_route" and row.subject_id}
    if not ids:
        return {}
    return dict(Award.objects.visible_to(user).filter(pk__in=ids).values_list("pk", "proposed_route"))
