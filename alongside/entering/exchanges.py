"""What can be entered as a give or get, and what is said where it cannot be kept as it stands?"""

from datetime import date, datetime
from typing import Any

from django import forms

from alongside.ledgers.exchanges.enter import ExchangeError, Terms, concede, do_favour
from alongside.ledgers.exchanges.models import Exchange
from alongside.people.models import Account
from alongside.vocabulary import ExchangeSide

NO_DAY = "That is no day. Choose one, or write it as 2025-06-01."


def _day(label: str, *, required: bool = False, help_text: str = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date", "data-keep": ""}, format="%Y-%m-%d")
    return forms.DateField(
        label=label, required=required, widget=widget, help_text=help_text, error_messages={"invalid": NO_DAY}
    )


def _line(label: str, *, required: bool = False, help_text: str = "", most: int = 300) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=most,
        help_text=help_text,
        widget=forms.TextInput(attrs={"data-keep": ""}),
    )


def _value() -> forms.DecimalField:
    widget = forms.NumberInput(attrs={"data-keep": "", "step": "any", "inputmode": "decimal"})
    return forms.DecimalField(
        label="Worth to the receiver", required=False, min_value=0, max_digits=16, decimal_places=2, widget=widget
    )


class FavourForm(forms.Form):
    """A favour of ours or theirs."""

    side = forms.ChoiceField(label="Who", choices=[("give", "we did them one"), ("get", "they did us one")])
    what = _line("What", required=True)
    on = _day("When", help_text="Empty means today.")
    value = _value()


class ConcessionForm(forms.Form):
    """A concession, with what comes in return, or why nothing does."""

    what = _line("What we concede", required=True)
    on = _day("When", help_text="Empty means today.")
    value = _value()
    got = _line("What comes in return", help_text="Larger volumes, a forecast, a reference, earlier payment ...")
    whose = _line("From whom", most=200)
    due_on = _day("By when")
    reason = _line("If nothing comes in return, why is it given all the same?")
    approved_by = _line("Whose word allows it", most=200, help_text="Needed for large ones.")


def keep_exchange(account: Account, form: forms.Form, *, by: Any, at: datetime, as_of: date) -> Exchange | None:
    """Enter what a valid form says; None, with the reason on the form, where it cannot be kept."""
    said = form.cleaned_data
    terms = Terms(said["what"], said["on"] or as_of, said["value"])
    if isinstance(form, FavourForm):
        return do_favour(account, terms, ExchangeSide(said["side"]), by=by, at=at)
    got = Terms(said["got"], terms.on, None, whose=said["whose"], due_on=said["due_on"]) if said["got"] else None
    try:
        return concede(account, terms, got=got, reason=said["reason"], approved_by=said["approved_by"], by=by, at=at)
    except ExchangeError as trouble:
        form.add_error(trouble.field, str(trouble))
        return None
