"""The rules of the house on the page of settings: their forms, what holds now, and who said it when."""

from typing import Any

from django import forms

from alongside.entering.exchanges import LESS_THAN_NOTHING, NO_VALUE, CurrencyField
from alongside.house.concession_limit import concession_limit, read_limit
from alongside.house.words import words_on
from alongside.vocabulary import HouseRule


class LimitForm(forms.Form):
    """The value from which a concession needs somebody else's word, with its currency."""

    amount = forms.DecimalField(
        label="From which value on",
        min_value=0,
        max_digits=16,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"}),
        error_messages={
            "required": "Write the value from which somebody else's word is needed; 0 asks for it always.",
            "invalid": NO_VALUE,
            "min_value": LESS_THAN_NOTHING,
        },
    )
    currency = CurrencyField()

    def clean_currency(self) -> str:
        """A limit that a company sets is in a currency."""
        code = str(self.cleaned_data["currency"])
        if not code:
            raise forms.ValidationError("In which currency? Write its three letters, such as USD or EUR.")
        return code


def house_context(limit_form: forms.Form | None = None) -> dict[str, Any]:
    """Give what the page of settings shows of the rules of the house. Two queries."""
    now = concession_limit()
    start = {"amount": now.amount, "currency": now.currency}
    said = words_on(HouseRule.CONCESSION_LIMIT)
    return {
        "limit": now,
        "limit_form": limit_form or LimitForm(initial=start, auto_id="limit-%s"),
        "limit_words": [(read_limit(word.value).in_words, word) for word in said],
    }
