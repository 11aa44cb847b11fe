"""What is kept of a word by mouth: what they were told about a request, and on which day."""

from datetime import date, datetime
from typing import Any

from django import forms

from alongside.ledgers.requests.abreast import take_back_update, tell
from alongside.ledgers.requests.models import Request, Update
from alongside.pipeline import judge_one

LONGEST_TOLD = 2_000
"""Of what was told by mouth. Unit: characters."""


class ToldForm(forms.Form):
    """What they were told by mouth, or by a mail that did not leave from here."""

    words = forms.CharField(
        max_length=LONGEST_TOLD, error_messages={"required": "Write in a few words what they were told."}
    )
    on = forms.DateField(required=False, error_messages={"invalid": "That is no day. Leave it empty for today."})

    def __init__(self, *args: Any, asked: Request, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked, self.today = asked, today

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"] or self.today
        if on > self.today:
            raise forms.ValidationError("That day is still to come. Choose the day on which you told them.")
        if on < self.asked.asked_on:
            raise forms.ValidationError("They had not asked yet on that day. Choose the day on which you told them.")
        return on


def keep_told(asked: Request, form: ToldForm, *, by: Any, at: datetime, as_of: date) -> Update:
    """Keep that they were told how it stands, and let Today follow."""
    told = tell(asked, on=form.cleaned_data["on"], words=form.cleaned_data["words"], by=by, at=at)
    _follow(asked, as_of)
    return told


def take_back_told(asked: Request, update: Update, *, at: datetime, as_of: date) -> None:
    """Take back that they were told, and let Today follow."""
    take_back_update(update, at=at)
    _follow(asked, as_of)


def _follow(asked: Request, as_of: date) -> None:
    if asked.account:
        judge_one(asked.account, as_of=as_of)
