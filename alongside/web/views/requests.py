"""What is open between us and them, over all accounts or with one of them?"""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from alongside.people.models import Account
from alongside.web import clock
from alongside.web.rows.between_us import TITLES, Counted, ListName, counts, open_rows

FIRST_SHOWN = 8
"""Rows of each list where all three stand on one page. Unit: rows; the rest is a link away."""

PAGE = 40
"""Rows of a page of one list. Unit: rows."""


@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """Show the head of all three lists, or one of them page by page."""
    _, as_of = clock.now()
    account = _account(request)
    counted = counts(request.user, as_of=as_of, account_id=account.pk if account else None)
    chosen = next((name for name in TITLES if name == request.GET.get("show")), None)
    if chosen:
        lists = [_page(request, chosen, counted[chosen], account, as_of)]
    else:
        lists = [_head(request, name, counted[name], account, as_of) for name in TITLES]
    context = {
        "here": "requests",
        "as_of": as_of,
        "account": account,
        "lists": lists,
        "tabs": _tabs(counted, account, chosen),
        "any": any(each.open for each in counted.values()),
    }
    if chosen and request.htmx and "after" in request.GET:  # type: ignore[attr-defined]
        return render(request, "requests/_rows.html", context | {"list": lists[0]})
    return render(request, "requests/requests.html", context)


def _account(request: HttpRequest) -> Account | None:
    number = request.GET.get("account", "")
    if not number:
        return None
    return get_object_or_404(Account.objects.visible_to(request.user), pk=int(number) if number.isdecimal() else 0)


def _page(
    request: HttpRequest, name: ListName, counted: Counted, account: Account | None, as_of: date
) -> dict[str, Any]:
    """Read a page of one list, with the way to the next one."""
    account_id = account.pk if account else None
    after = request.GET.get("after", "")
    rows, more = open_rows(request.user, name, as_of=as_of, account_id=account_id, after=after, most=PAGE)
    return {
        "title": TITLES[name],
        "counted": counted,
        "rows": rows,
        "more": _address(name, account, after=more) if more else "",
    }


def _head(
    request: HttpRequest, name: ListName, counted: Counted, account: Account | None, as_of: date
) -> dict[str, Any]:
    """Read the first rows of a list; where nothing is open the database is not asked again."""
    account_id = account.pk if account else None
    rows, more = (
        open_rows(request.user, name, as_of=as_of, account_id=account_id, after="", most=FIRST_SHOWN)
        if counted.open
        else ([], "")
    )
    return {
        "title": TITLES[name],
        "counted": counted,
        "rows": rows,
        "all": _address(name, account) if more else "",
    }


def _tabs(counted: dict[ListName, Counted], account: Account | None, chosen: ListName | None) -> list[dict[str, Any]]:
    kinds = [
        {"label": title, "count": counted[name].open, "href": _address(name, account), "is_on": name == chosen}
        for name, title in TITLES.items()
    ]
    return [{"label": "Everything", "href": _address("", account), "is_on": chosen is None}, *kinds]


def _address(name: str, account: Account | None, after: str = "") -> str:
    said = {"show": name, "account": account.pk if account else "", "after": after}
    return "?" + urlencode({key: value for key, value in said.items() if value})
