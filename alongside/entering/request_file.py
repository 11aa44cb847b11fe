"""What can be written into the file of a request, and when do they hear from us next? Checked, saying what to do where it is wrong."""

from datetime import date, datetime
from typing import Any

from django import forms

from alongside.access import choices
from alongside.interactions.models import Interaction
from alongside.judgement.questions import kind_of_answer
from alongside.ledgers.questions.bank import bank_of
from alongside.ledgers.requests.file import take_back, write_down
from alongside.ledgers.requests.models import Request, RequestEntry
from alongside.pipeline import judge_one
from alongside.vocabulary import EntryKind

LONGEST_ENTRY = 4_000
"""Of one entry. Unit: characters; more than that is a note."""

NO_UPDATE_DAY = "That is no day. Choose the day on which they hear from you next."
UPDATE_DAY_PASSED = "That day has passed. Choose the day on which they hear from you next."


class EntryForm(forms.Form):
    """One entry of the file."""

    kind = forms.ChoiceField(choices=choices(EntryKind), widget=forms.HiddenInput)
    text = forms.CharField(
        max_length=LONGEST_ENTRY, error_messages={"required": "Write a few words first; nothing was kept."}
    )
    question = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    source = forms.CharField(max_length=300, required=False)
    source_key = forms.CharField(max_length=64, required=False)
    whose = forms.CharField(max_length=200, required=False)
    on = forms.DateField(
        required=False, error_messages={"invalid": "That is no day. Choose one, or leave it empty for today."}
    )
    due_on = forms.DateField(
        required=False, error_messages={"invalid": "That is no day. Choose one, or leave it empty."}
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """Refuse days that cannot be, each with what to do."""
        said = super().clean() or {}
        if said.get("on") and said["on"] > self.today:
            self.add_error(
                "on", "That day is still to come. What happens then is written down then; choose a day up to today."
            )
        if said.get("due_on") and said["due_on"] < self.today:
            self.add_error("due_on", "That day has passed. Choose a day from today on, or write down that it is done.")
        return said


class NextUpdateForm(forms.Form):
    """The day on which they hear from us next."""

    next_update_on = forms.DateField(error_messages={"required": NO_UPDATE_DAY, "invalid": NO_UPDATE_DAY})

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_next_update_on(self) -> date:
        on: date = self.cleaned_data["next_update_on"]
        if on < self.today:
            raise forms.ValidationError(UPDATE_DAY_PASSED)
        return on

    def trouble(self) -> str:
        """Give the sentence that says what is wrong with the day."""
        return str(self.errors["next_update_on"][0])


def keep_entry(asked: Request, form: EntryForm, *, by: Any, at: datetime, as_of: date) -> RequestEntry:
    """Write a form that is valid into the file of a request; an answer keeps the question as it reads now."""
    said = form.cleaned_data
    question = next((each for each in bank_of(by) if each.key == said["question"]), None) if said["question"] else None
    mails = Interaction.objects.visible_to(by).filter(identity_key=said["source_key"])
    entry = write_down(
        asked,
        kind_of_answer(question.key) if question else EntryKind(said["kind"]),
        said["text"],
        question=question.key if question else "",
        words=question.text if question else "",
        source_key=said["source_key"] if said["source_key"] and mails.exists() else "",
        by=by,
        at=at,
        on=said["on"] or as_of,
        source=said["source"],
        whose=said["whose"],
        due_on=said["due_on"],
    )
    _follow(asked, as_of)
    return entry


def take_back_entry(asked: Request, entry: RequestEntry, *, at: datetime, as_of: date) -> None:
    """Take an entry of the file back, and let Today follow."""
    take_back(entry, at=at)
    _follow(asked, as_of)


def _follow(asked: Request, as_of: date) -> None:
    if asked.account:
        judge_one(asked.account, as_of=as_of)
