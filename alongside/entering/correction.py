"""How does a person correct what was found? Its kind, and the few details that follow from the kind."""

from datetime import date
from typing import Any, Self

from django import forms

from alongside.access import choices
from alongside.sightings.models import Sighting
from alongside.sightings.review import CORRECTABLE
from alongside.vocabulary import SightingKind, SolicitationKind

ASKED_OF = {
    SightingKind.PROMISE: ("what", "due_on"),
    SightingKind.REQUEST: ("what", "due_on"),
    SightingKind.MEETING_PROPOSAL: ("what", "due_on"),
    SightingKind.SOLICITATION: ("solicitation", "products"),
    SightingKind.ORDER: ("products", "quantity", "unit"),
    SightingKind.AWARD: ("products", "quantity", "unit"),
    SightingKind.ROLE_CHANGE: ("title",),
    SightingKind.REFERRAL: ("referred_name",),
}
"""Which details are asked of a kind; of the others only the kind itself can be wrong."""

LABELS = {
    "what": "What",
    "due_on": "Due on",
    "products": "Products",
    "quantity": "Quantity",
    "unit": "Unit",
    "title": "New title",
    "referred_name": "Whom",
    "solicitation": "Kind of asking",
}
"""How a detail is called on the form."""


class CorrectionForm(forms.Form):
    """The kind, and the details that the found kind has."""

    kind_ = forms.ChoiceField(label="It is a", choices=choices(SightingKind))

    def __init__(self, *args: Any, sighting: Sighting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = ASKED_OF.get(SightingKind(sighting.kind), ())
        for name in self.asked:
            self.fields[name] = _field(name)

    @classmethod
    def of(cls, sighting: Sighting) -> Self:
        """Fill the form with what was found."""
        known = {name: sighting.detail.get(name, "") for name in CORRECTABLE}
        return cls(initial={"kind_": sighting.kind, **known}, sighting=sighting)

    def kind(self) -> SightingKind:
        return SightingKind(self.cleaned_data["kind_"])

    def detail(self) -> dict[str, str]:
        """Give the details as they are stored: strings, days as ISO."""
        return {name: _stored(self.cleaned_data.get(name)) for name in self.asked}


def _stored(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _field(name: str) -> forms.Field:
    if name == "due_on":
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        return forms.DateField(label=LABELS[name], required=False, widget=widget)
    if name == "solicitation":
        return forms.ChoiceField(label=LABELS[name], choices=choices(SolicitationKind))
    return forms.CharField(label=LABELS[name], required=False, max_length=300)
