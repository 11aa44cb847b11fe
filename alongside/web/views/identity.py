"""Who is this, really? Two are merged by hand, taken apart again, an address given to somebody else, a name or workplace put right."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.people import merge as merging
from alongside.people.models import Account, IdentityDecision, Person
from alongside.people.naming import leave_workplace, move_to, rename
from alongside.pipeline import bring_up_to_date
from alongside.web import clock
from alongside.web.rows import identity as rows

Who = Person | Account
_MODELS: dict[str, type[Any]] = {"person": Person, "account": Account}


@require_safe
def who(request: HttpRequest, what: str, who_id: int) -> HttpResponse:
    """Show by what somebody is known and why, what was said of them, and the forms that put it right."""
    found = _find(request, what, who_id)
    if found.merged_into_id:
        return redirect("identity", what, found.merged_into_id)
    _, as_of = clock.now()
    asked = request.GET.get("q", "")
    context = {
        "here": _HERE[what],
        "as_of": as_of,
        "what": what,
        "who": found,
        "known_by": rows.known_by(request.user, found),
        "words": rows.words(found),
        "asked": asked,
        "offered": rows.offered(request.user, found, asked),
        "accounts": Account.objects.visible_to(request.user).filter(merged_into=None).order_by("name", "pk"),
    }
    return render(request, "identity/who.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, what: str, who_id: int, other_id: int) -> HttpResponse:
    """Show two side by side and what follows when they are one; merge them when that is confirmed."""
    one, second = (_find(request, what, each) for each in sorted((who_id, other_id)))
    if one.pk == second.pk or one.merged_into_id or second.merged_into_id:
        return redirect("identity", what, one.merged_into_id or one.pk)
    at, as_of = clock.now()
    if request.method != "POST":
        sides = [rows.in_sum(request.user, each) for each in (one, second)]
        context = {"here": _HERE[what], "as_of": as_of, "what": what, "sides": sides, "one": one, "other": second}
        return render(request, "identity/merge.html", context)
    if isinstance(one, Person):
        merging.merge_people(one, second, by=request.user, at=at)
    else:
        merging.merge_accounts(one, second, by=request.user, at=at)
    bring_up_to_date(request.user, as_of=as_of)
    messages.success(
        request, f"{one.name} and {second.name} are one from now on. It can be taken apart here at any time."
    )
    return redirect("identity", what, one.pk)


@require_POST
def split(request: HttpRequest, what: str, who_id: int) -> HttpResponse:
    """Give one address, name or domain to somebody else; the others stay together."""
    found, handle = _find(request, what, who_id), request.POST.get("handle", "")
    if handle not in merging.handles_of(found):
        return redirect("identity", what, found.pk)

    def do(at: datetime) -> None:
        if isinstance(found, Person):
            merging.split_person(found, handle, by=request.user, at=at)
        else:
            merging.split_account(found, handle, by=request.user, at=at)

    return _done(
        request, what, found, do, f"{rows.shown(handle)} stands for itself from now on. This can be taken back below."
    )


@require_POST
def take_back(request: HttpRequest, what: str, who_id: int, word_id: int) -> HttpResponse:
    """Take a word back, with all that was said in the same go."""
    found = _find(request, what, who_id)
    said = IdentityDecision.objects.visible_to(request.user).filter(withdrawn_at=None)
    word = get_object_or_404(said, pk=word_id, kind__in=[*merging.OF_PEOPLE, *merging.OF_COMPANIES])
    return _done(
        request, what, found, lambda at: merging.take_back(word, at=at), "Taken back: what held before holds again."
    )


@require_POST
def put_right(request: HttpRequest, what: str, who_id: int) -> HttpResponse:
    """Keep a name, a workplace, or the company that this one is a part of."""
    found = _find(request, what, who_id)

    def do(at: datetime) -> None:
        if "name" in request.POST:
            rename(found, request.POST["name"], by=request.user, at=at)
        elif isinstance(found, Person):
            _put_to_work(request, found, at)
        elif whole := _account(request):
            merging.belongs_to(found, whole, by=request.user, at=at)

    return _done(request, what, found, do, "Kept. It survives every import and every rebuild.")


def _put_to_work(request: HttpRequest, person: Person, at: datetime) -> None:
    if request.POST.get("account") == "as-seen":
        leave_workplace(person, at=at)
    else:
        move_to(person, _account(request), by=request.user, at=at)


def _account(request: HttpRequest) -> Account | None:
    number = request.POST.get("account", "")
    known = Account.objects.visible_to(request.user).filter(merged_into=None)
    return known.filter(pk=int(number)).first() if number.isdecimal() and len(number) < 19 else None


def _done(request: HttpRequest, what: str, found: Who, do: Callable[[datetime], None], say: str) -> HttpResponse:
    """Do it, work out anew who is who, and lead back to the page."""
    at, as_of = clock.now()
    do(at)
    bring_up_to_date(request.user, as_of=as_of)
    messages.success(request, say)
    return redirect("identity", what, found.pk)


def _find(request: HttpRequest, what: str, who_id: int) -> Any:
    return get_object_or_404(_MODELS[what].objects.visible_to(request.user), pk=who_id)


_HERE = {"person": "people", "account": "accounts"}
