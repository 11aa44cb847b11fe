"""What is typed to enter a give or get: the forms, and how what was typed becomes an entry. Rules of entering stand in the ledger."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms

from alongside.ledgers.exchanges.enter import Allowed, ExchangeError, Terms, concede, do_favour, receive
from alongside.ledgers.exchanges.models import Exchange
from alongside.people.models import Account
from alongside.vocabulary import ExchangeKind, ExchangeSide

NO_DAY = "That is no day. Choose one, or write it as 2025-06-01."
NO_VALUE = "That is no amount. Write it in figures, such as 12000, or leave it empty."
LESS_THAN_NOTHING = (
    "A value is nought or more. What was given stands above; write what it is worth to whoever received it."
)
NO_WORDS = "Say what it is, in a few words."
NO_CURRENCY_CODE = "That is no currency. Write its three letters, such as USD or EUR."

_CODE = re.compile(r"[A-Z]{3}")


def day_field(label: str, *, help_text: str = "") -> forms.DateField:
    """Make a field for a day, which may stay empty."""
    widget = forms.DateInput(attrs={"type": "date", "data-keep": ""}, format="%Y-%m-%d")
    return forms.DateField(
        label=label, required=False, widget=widget, help_text=help_text, error_messages={"invalid": NO_DAY}
    )


def line_field(label: str, *, required: bool = False, help_text: str = "", most: int = 300) -> forms.CharField:
    """Make a field of one line."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=most,
        help_text=help_text,
        widget=forms.TextInput(attrs={"data-keep": ""}),
        error_messages={"required": NO_WORDS},
    )


def value_field(label: str = "Worth to the receiver") -> forms.DecimalField:
    """Make a field for an amount, which may stay empty."""
    widget = forms.NumberInput(attrs={"data-keep": "", "step": "any", "inputmode": "decimal"})
    said = {"invalid": NO_VALUE, "min_value": LESS_THAN_NOTHING}
    return forms.DecimalField(
        label=label, required=False, min_value=0, max_digits=16, decimal_places=2, widget=widget, error_messages=said
    )


class CurrencyField(forms.CharField):
    """The three letters of a currency, in whatever case they are typed; may stay empty where there is no value."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"data-keep": "", "size": 5, "autocapitalize": "characters"})
        super().__init__(label="Currency", required=False, max_length=8, widget=widget, **options)

    def clean(self, value: Any) -> str:
        """Write it in capitals. Raises ValidationError for what is no currency."""
        code = str(super().clean(value)).strip().upper()
        if code and not _CODE.fullmatch(code):
            raise forms.ValidationError(NO_CURRENCY_CODE)
        return code


class FavourForm(forms.Form):
    """A favour of ours or theirs."""

    side = forms.ChoiceField(label="Who", choices=[("give", "we did them one"), ("get", "they did us one")])
    what = line_field("What", required=True)
    on = day_field("When", help_text="Empty means today.")
    value = value_field()
    currency = CurrencyField()

    def keep(self, account: Account, *, by: Any, at: datetime, as_of: date, found_key: str = "") -> Exchange:
        """Enter what was typed. Raises ExchangeError where it cannot be kept."""
        terms = _terms(self.cleaned_data, as_of, found_key)
        return do_favour(account, terms, ExchangeSide(self.cleaned_data["side"]), by=by, at=at)


class ConcessionForm(forms.Form):
    """A concession, with what comes in return, or why nothing does, and whose word allows it."""

    what = line_field("What we concede", required=True)
    on = day_field("When", help_text="Empty means today.")
    value = value_field("Worth to them")
    currency = CurrencyField()
    got = line_field("What comes in return", help_text="Larger volumes, a forecast, a reference, earlier payment ...")
    whose = line_field("From whom", most=200)
    due_on = day_field("By when")
    got_value = value_field("Worth to us")
    reason = line_field("If nothing comes in return, why is it given all the same?")
    approved_by = line_field("Whose word allows it", most=200)
    approved_on = day_field("Said on", help_text="Empty means today.")

    def keep(
        self, account: Account, *, by: Any, at: datetime, as_of: date, request_key: str = "", found_key: str = ""
    ) -> Exchange:
        """Enter what was typed. Raises ExchangeError where it cannot be kept."""
        said = self.cleaned_data
        given = _terms(said, as_of, found_key)
        allowed = Allowed(said["approved_by"], said["approved_on"] or as_of) if said["approved_by"].strip() else None
        return concede(
            account,
            given,
            got=self._got(given),
            reason=said["reason"],
            allowed=allowed,
            request_key=request_key,
            by=by,
            at=at,
        )

    def _got(self, given: Terms) -> Terms | None:
        """Give what comes in return, if anything was typed of it at all."""
        said = self.cleaned_data
        if not (said["got"] or said["whose"] or said["due_on"] or said["got_value"]):
            return None
        return Terms(
            said["got"], given.on, said["got_value"], given.currency, whose=said["whose"], due_on=said["due_on"]
        )


class ReceivedForm(forms.Form):
    """A commercial get that came by itself."""

    what = line_field("What we got", required=True)
    on = day_field("When", help_text="Empty means today.")
    value = value_field("Worth to us")
    currency = CurrencyField()

    def keep(self, account: Account, *, by: Any, at: datetime, as_of: date, found_key: str = "") -> Exchange:
        """Enter what was typed. Raises ExchangeError where it cannot be kept."""
        return receive(account, _terms(self.cleaned_data, as_of, found_key), by=by, at=at)


FORMS: dict[str, type[FavourForm] | type[ConcessionForm] | type[ReceivedForm]] = {
    ExchangeKind.CONCESSION: ConcessionForm,
    ExchangeKind.FAVOUR: FavourForm,
    "received": ReceivedForm,
}
"""The forms by what the page calls them."""


def kept(form: Any, account: Account, **more: Any) -> Exchange | None:
    """Enter what a form holds; None with the reason on the form where it cannot be kept as it stands."""
    if not form.is_valid():
        return None
    try:
        entered: Exchange = form.keep(account, **more)
    except ExchangeError as trouble:
        form.add_error(trouble.field, str(trouble))
        return None
    return entered


def _terms(said: dict[str, Any], as_of: date, found_key: str) -> Terms:
    value: Decimal | None = said["value"]
    has_worth = value is not None or said.get("got_value") is not None
    return Terms(said["what"], said["on"] or as_of, value, said["currency"] if has_worth else "", found_key=found_key)
