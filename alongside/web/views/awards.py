"""How did this award come? A person says by which route, why, whose idea it was, and who awarded it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from alongside.entering.awards import AwardForm, keep_award
from alongside.ledgers.awards.models import Award
from alongside.web import clock
from alongside.web.evidence import of_row
from alongside.web.views.why import show


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, award_id: int) -> HttpResponse:
    """Ask how an award came, and keep the answer; Today's buttons answer at once."""
    award = get_object_or_404(Award.objects.visible_to(request.user).select_related("account"), pk=award_id)
    if request.method != "POST":
        return _ask(request, award, AwardForm(initial=_known(award), award=award, user=request.user))
    form = AwardForm(request.POST, award=award, user=request.user)
    if not form.is_valid():
        return _ask(request, award, form)
    at, as_of = clock.now()
    keep_award(award, form, by=request.user, at=at, as_of=as_of, is_quick="item" in request.POST)
    if "item" in request.POST and request.htmx:  # type: ignore[attr-defined]
        return render(request, "today/_confirmed.html", {"award": award, "item_id": request.POST["item"]})
    if request.htmx:  # type: ignore[attr-defined]
        return show(request, of_row.why(request.user, "award", award.pk), here="accounts")
    return redirect("today") if "item" in request.POST else redirect("account", award.account_id)


def _ask(request: HttpRequest, award: Award, form: AwardForm) -> HttpResponse:
    template = "why/_award.html" if request.htmx else "why/award.html"  # type: ignore[attr-defined]
    return render(request, template, {"form": form, "award": award, "here": "accounts"})


def _known(award: Award) -> dict[str, Any]:
    names = ("no_bid_reason", "origin", "first_heard", "awarded_by")
    return {"route": award.route or award.proposed_route, **{name: getattr(award, name) for name in names}}
