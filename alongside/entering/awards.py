"""What can be said of an award: by which route it came, why, whose idea it was, and who awarded it."""

from datetime import date, datetime
from typing import Any

from django import forms

from alongside import pipeline
from alongside.access import choices
from alongside.ledgers.awards.confirm import confirm_award
from alongside.ledgers.awards.models import Award
from alongside.people.models import Person
from alongside.vocabulary import AwardOrigin, AwardRoute, FirstHeard, NoBidReason, Word

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


def keep_award(award: Award, form: AwardForm, *, by: Any, at: datetime, as_of: date, is_quick: bool = False) -> None:
    """Keep what a valid form says, and let the standing follow; a quick answer to "without a bid?" means the relationship."""
    said = form.cleaned_data
    route = _word(AwardRoute, said["route"])
    reason = _word(NoBidReason, said["no_bid_reason"])
    if reason is None and route in WITHOUT_BID and is_quick:
        reason = NoBidReason.RELATIONSHIP
    confirm_award(
        award,
        by=by,
        at=at,
        route=route,
        no_bid_reason=reason,
        origin=_word(AwardOrigin, said["origin"]),
        first_heard=_word(FirstHeard, said["first_heard"]),
        awarded_by=said["awarded_by"],
    )
    pipeline.judge_one(award.account, as_of=as_of)


def _word(vocabulary: type[Word], value: str) -> Any:
    return vocabulary(value) if value else None
