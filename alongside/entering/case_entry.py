"""What is typed into an advocacy case: one form for all parts, and a sentence for everything that cannot be kept as it stands."""

from datetime import date, datetime
from typing import Any

from django import forms

from alongside.access import choices
from alongside.entering.exchanges import LESS_THAN_NOTHING, NO_VALUE, CurrencyField
from alongside.ledgers.advocacy.fight import Said, go_to_bat, take_back
from alongside.ledgers.advocacy.models import CaseEntry
from alongside.ledgers.requests.models import Request
from alongside.pipeline import judge_one
from alongside.vocabulary import CasePart, CaseState

LONGEST_ENTRY = 4_000
"""Of one entry. Unit: characters; more than that is a note."""

NO_WORDS = "Write a few words first; nothing was kept."
NO_DAY = "That is no day. Choose one, or leave it empty."
NO_CURRENCY = "In which currency? Write its three letters, such as USD or EUR."
DECIDED_BEFORE = "That day has passed. Choose the day by which they decide now, or write below what was decided."
NOT_YET = "That day is still to come. Write down what happened on the day it happens."
BEFORE_THE_REQUEST = "That is before they asked. Choose a day from the request on."
NOTHING_TO_TELL = "There is no outcome yet that they could have been told. Say first how it stands."
NO_STATE = "Say how it stands: choose one from the list."

NEED_NO_WORDS = frozenset({CasePart.STATE, CasePart.TOLD})
"""Parts that say enough without words."""


class CaseEntryForm(forms.Form):
    """One entry of a case. `part` says which question it answers."""

    part_typed = forms.ChoiceField(choices=choices(CasePart))
    text = forms.CharField(max_length=LONGEST_ENTRY, required=False)
    value = forms.DecimalField(
        required=False,
        min_value=0,
        max_digits=16,
        decimal_places=2,
        error_messages={"invalid": NO_VALUE, "min_value": LESS_THAN_NOTHING},
    )
    currency = CurrencyField()
    on = forms.DateField(required=False, error_messages={"invalid": NO_DAY})
    state = forms.ChoiceField(choices=choices(CaseState), required=False, error_messages={"invalid_choice": NO_STATE})

    def __init__(self, typed: Any, *, today: date, asked_on: date, state: CaseState) -> None:
        super().__init__(typed)
        self.today, self.asked_on, self.state_now = today, asked_on, state

    @property
    def part(self) -> CasePart:
        """The question that is answered; one that does not exist is taken for the first."""
        typed = self.data.get("part_typed", "")
        return CasePart(typed) if typed in list(CasePart) else CasePart.NEED

    def clean(self) -> dict[str, Any]:
        """Refuse what cannot be kept, each with what to do."""
        said = super().clean() or {}
        if self.part not in NEED_NO_WORDS and not said.get("text", "").strip():
            self.add_error("text", NO_WORDS)
        if said.get("value") is not None and not said.get("currency") and "currency" not in self.errors:
            self.add_error("currency", NO_CURRENCY)
        self._check_day(said.get("on"))
        if self.part is CasePart.STATE and not said.get("state") and "state" not in self.errors:
            self.add_error("state", NO_STATE)
        if self.part is CasePart.TOLD and not self.state_now.is_outcome:
            self.add_error(None, NOTHING_TO_TELL)
        return said

    def _check_day(self, on: date | None) -> None:
        if on is None:
            return
        if self.part is CasePart.DECIDES and on < self.today:
            self.add_error("on", DECIDED_BEFORE)
        if self.part in NEED_NO_WORDS and on > self.today:
            self.add_error("on", NOT_YET)
        if self.part in NEED_NO_WORDS and on < self.asked_on:
            self.add_error("on", BEFORE_THE_REQUEST)

    def said(self, as_of: date) -> Said:
        """Give what was typed as it is kept; what belongs to another part is left out."""
        typed = self.cleaned_data
        has_value = typed["value"] is not None and self.part in (CasePart.COSTS, CasePart.GAIN, CasePart.FLOOR)
        return Said(
            text=typed["text"].strip(),
            state=CaseState(typed["state"]) if self.part is CasePart.STATE else None,
            value=typed["value"] if has_value else None,
            currency=typed["currency"] if has_value else "",
            on=typed["on"] or (as_of if self.part in NEED_NO_WORDS else None),
        )


def keep_case_entry(asked: Request, form: CaseEntryForm, *, by: Any, at: datetime, as_of: date) -> CaseEntry:
    """Write what a valid form says into the case for a request, and let the standing follow."""
    entry = go_to_bat(asked, form.part, form.said(as_of), by=by, at=at)
    if asked.account:
        judge_one(asked.account, as_of=as_of)
    return entry


def take_back_case_entry(asked: Request, entry: CaseEntry, *, at: datetime, as_of: date) -> None:
    """Let an entry of the case count no more, and let the standing follow."""
    take_back(entry, at=at)
    if asked.account:
        judge_one(asked.account, as_of=as_of)
