"""How did this award come? A person says by which route, why, whose idea it was, and who awarded it."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from alongside import pipeline
from alongside.access import choices
from alongside.ledgers.awards.confirm import confirm_award
from alongside.ledgers.awards.models import Award
from alongside.people.models import Person
from alongside.vocabulary import AwardOrigin, AwardRoute, FirstHeard, NoBidReason, Word
from alongside.web import clock
from alongside.web.evidence import of_row
from alongside.web.views.why import show

WITHOUT_BID = {AwardRoute.DIRECT_AWARD, AwardRoute.SINGLE_QUOTE}
"""Routes that show a relationship only when that was the reason; the quick answer on Today says so."""

NOT_KNOWN = [("", "not known")]


class AwardForm(forms.Form):
    """What a person knows of an award."""

    route = forms.ChoiceField(label="How was it awarded?", choices=NOT_KNOWN + choices(AwardRoute), required=False)
    no_bid_reason = forms.ChoiceField(
        label="If without a bid, why?",
        choices=NOT_KNOWN + choices(NoBidReason),
        required=False,
        help_text="Only the relationship counts towards partner.",
    )
    origin = forms.ChoiceField(label="Whose idea was it?", choices=NOT_KNOWN + choices(AwardOrigin), required=False)
    first_heard = forms.ChoiceField(
        label="When did we first hear of it?", choices=NOT_KNOWN + choices(FirstHeard), required=False
    )
    awarded_by = forms.ModelChoiceField(
        label="Who awarded it?", queryset=Person.objects.none(), required=False, empty_label="not known"
    )

    def __init__(self, *args: Any, award: Award, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = Person.objects.visible_to(user).filter(
            account_id=award.account_id, is_ours=False, merged_into__isnull=True
        )
        self.fields["awarded_by"].queryset = there.order_by("name")  # type: ignore[attr-defined]


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, award_id: int) -> HttpResponse:
    """Ask how an award came, and keep the answer; Today's buttons answer at once."""
    award = get_object_or_404(Award.objects.visible_to(request.user).select_related("account"), pk=award_id)
    if request.method != "POST":
        return _ask(request, award, AwardForm(initial=_known(award), award=award, user=request.user))
    form = AwardForm(request.POST, award=award, user=request.user)
    if not form.is_valid():
        return _ask(request, award, form)
    _keep(request, award, form.cleaned_data)
    if "item" in request.POST and request.htmx:  # type: ignore[attr-defined]
        return render(request, "today/_confirmed.html", {"award": award, "item_id": request.POST["item"]})
    if request.htmx:  # type: ignore[attr-defined]
        return show(request, of_row.why(request.user, "award", award.pk), here="accounts")
    return redirect("today") if "item" in request.POST else redirect("account", award.account_id)


def _keep(request: HttpRequest, award: Award, said: dict[str, Any]) -> None:
    at, as_of = clock.now()
    route = _word(AwardRoute, said["route"])
    reason = _word(NoBidReason, said["no_bid_reason"])
    if reason is None and route in WITHOUT_BID and "item" in request.POST:
        reason = NoBidReason.RELATIONSHIP
    confirm_award(
        award,
        by=request.user,
        at=at,
        route=route,
        no_bid_reason=reason,
        origin=_word(AwardOrigin, said["origin"]),
        first_heard=_word(FirstHeard, said["first_heard"]),
        awarded_by=said["awarded_by"],
    )
    pipeline.judge_one(award.account, as_of=as_of)


def _ask(request: HttpRequest, award: Award, form: AwardForm) -> HttpResponse:
    template = "why/_award.html" if request.htmx else "why/award.html"  # type: ignore[attr-defined]
    return render(request, template, {"form": form, "award": award, "here": "accounts"})


def _known(award: Award) -> dict[str, Any]:
    names = ("no_bid_reason", "origin", "first_heard", "awarded_by")
    return {"route": award.route or award.proposed_route, **{name: getattr(award, name) for name in names}}


def _word(vocabulary: type[Word], value: str) -> Any:
    return vocabulary(value) if value else None
