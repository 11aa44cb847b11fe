"""Which accounts are there, and where do we stand with each? And of those met in the mail: which are customers at all?"""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from alongside import pipeline
from alongside.answers.accounts import ORDERS, SHOWN, Wanted, account_page, counts, one_row
from alongside.people.models import Account
from alongside.people.sort import sort_company, take_back_sorting
from alongside.today.arrange import arrange, forget_items
from alongside.vocabulary import AccountStanding, RelationshipLevel
from alongside.web import clock
from alongside.web.rows.choices import Choice, choice

TABS = {"ours": "Customers and prospects", "unsorted": "Unsorted", "not": "Not customers"}
SORTS = {"level": "level", "touch": "latest touch", "quiet": "longest silence", "name": "name"}
"""The orders that are offered. The longest silence leaves out nobody: who has something planned comes after the others."""

FIRST_SORT = {"ours": "level", "unsorted": "touch", "not": "name"}
"""How each tab is sorted until somebody chooses."""

SAID = {
    AccountStanding.CUSTOMER: "a customer",
    AccountStanding.PROSPECT: "a prospect",
    AccountStanding.NOT_A_CUSTOMER: "not a customer",
    AccountStanding.UNSORTED: "unsorted",
}


@require_safe
@vary_on_headers("HX-Request")
def accounts(request: HttpRequest) -> HttpResponse:
    """Show a page of one tab of the list, filtered and sorted as asked."""
    _, as_of = clock.now()
    wanted = _wanted(request)
    after = request.GET.get("after", "")
    rows, more = account_page(request.user, wanted, after=after, as_of=as_of)
    context = {
        "here": "accounts",
        "as_of": as_of,
        "wanted": wanted,
        "rows": rows,
        "more": _address(request, after=more) if more else "",
    }
    if _is_part(request) and after:
        return render(request, "accounts/_rows.html", context)
    context |= {"tabs": _tabs(request, wanted), "levels": _levels(request, wanted), "sorts": _sorts(request, wanted)}
    return render(request, "accounts/_list.html" if _is_part(request) else "accounts/list.html", context)


@require_POST
def sort(request: HttpRequest, account_id: int) -> HttpResponse:
    """Take a person's word on what a company is to us, or take the last word back."""
    account = get_object_or_404(Account.objects.visible_to(request.user), pk=account_id, merged_into__isnull=True)
    at, as_of = clock.now()
    word = request.POST.get("standing", "")
    if word == "taken_back":
        take_back_sorting(account, at=at, on=as_of)
    elif word in list(AccountStanding):
        sort_company(account, AccountStanding(word), by=request.user, at=at)
    else:
        raise Http404("That is nothing that a company can be.")
    _follow(account, as_of)
    if not _is_part(request):
        messages.success(request, f"{account.name}: {SAID[AccountStanding(account.standing)]}.")
        return redirect(f"{reverse('accounts')}?show=unsorted")
    template = "accounts/_unsorted_row.html" if word == "taken_back" else "accounts/_sorted_row.html"
    said = SAID[AccountStanding(account.standing)]
    return render(request, template, {"row": one_row(request.user, account.pk), "said": said, "as_of": as_of})


def _follow(account: Account, as_of: Any) -> None:
    """Let Today follow: a company that is no customer asks for nothing."""
    if account.standing == AccountStanding.NOT_A_CUSTOMER:
        forget_items(account.owner, [account.pk])
        arrange(account.owner)
    else:
        pipeline.judge_one(account, as_of=as_of)


def _is_part(request: HttpRequest) -> bool:
    return bool(request.htmx)  # type: ignore[attr-defined]


def _wanted(request: HttpRequest) -> Wanted:
    """Read what was asked for; what does not exist means what stands there at first."""
    asked = request.GET
    show = asked.get("show") if asked.get("show") in SHOWN else "ours"
    sort = asked.get("sort") if asked.get("sort") in ORDERS else FIRST_SORT[show or "ours"]
    level = asked.get("level")
    return Wanted(
        show=show or "ours",
        level=RelationshipLevel(level) if level in list(RelationshipLevel) and show in (None, "ours") else None,
        words=asked.get("q", "").strip()[:100],
        sort=sort or "level",
    )


def _tabs(request: HttpRequest, wanted: Wanted) -> list[Choice]:
    counted = counts(request.user)
    return [
        choice(label, reverse("accounts"), {"show": name}, is_on=wanted.show == name, count=counted[name])
        for name, label in TABS.items()
    ]


def _levels(request: HttpRequest, wanted: Wanted) -> list[Choice]:
    if wanted.show != "ours":
        return []
    levels = [("", "every level"), *((level.value, level.label) for level in reversed(RelationshipLevel))]
    return [
        choice(label, "", _query(request, level=name), is_on=(wanted.level or "") == name, level=name)
        for name, label in levels
    ]


def _sorts(request: HttpRequest, wanted: Wanted) -> list[Choice]:
    offered = SORTS if wanted.show == "ours" else {name: SORTS[name] for name in ("touch", "name")}
    return [choice(label, "", _query(request, sort=name), is_on=wanted.sort == name) for name, label in offered.items()]


def _query(request: HttpRequest, **changed: str) -> dict[str, str]:
    """Give what was asked for with something changed, from the top of the list again."""
    kept = {name: value for name in ("show", "level", "q", "sort") if (value := request.GET.get(name, ""))}
    return {name: value for name, value in {**kept, **changed}.items() if value}


def _address(request: HttpRequest, **changed: str) -> str:
    return f"{reverse('accounts')}?{urlencode(_query(request, **changed))}"
