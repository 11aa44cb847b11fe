"""What can be said of the joint plan: a step that is added or changed, and the words that one button says of it."""

from datetime import date, datetime
from typing import Any

from django import forms

from alongside.ledgers.plans.keep import (
    PlanError,
    Terms,
    add_step,
    change_step,
    drop,
    put_before,
    reopen,
    take_back,
    tick,
)
from alongside.ledgers.plans.models import PlanEntry
from alongside.ledgers.plans.read import entries_of
from alongside.people.models import Account
from alongside.pipeline import judge_one
from alongside.vocabulary import Side

LONGEST_STEP = 500
"""Of what a step says. Unit: characters; more than that is several steps."""

SIDES = [(Side.OURS.value, "one of us"), (Side.THEIRS.value, "one of them")]


class StepForm(forms.Form):
    """A step: what, on which side, by whom, until when."""

    what = forms.CharField(
        label="What is to be done",
        max_length=LONGEST_STEP,
        error_messages={"required": "Say in a few words what is to be done."},
        widget=forms.TextInput(attrs={"data-keep": ""}),
    )
    side = forms.ChoiceField(label="Who does it", choices=SIDES)
    whose = forms.CharField(
        label="By name",
        max_length=200,
        required=False,  # keep.py says better what is missing
        widget=forms.TextInput(attrs={"list": "names", "autocomplete": "off", "data-keep": ""}),
    )
    due_on = forms.DateField(
        label="Until",
        widget=forms.DateInput(attrs={"type": "date", "data-keep": ""}, format="%Y-%m-%d"),
        error_messages={
            "required": "Choose the day until which it is to be done.",
            "invalid": "That is no day. Choose one, or write it as 2025-06-01.",
        },
    )

    def terms(self, request_key: str = "") -> Terms:
        """Give what was typed."""
        said = self.cleaned_data
        return Terms(said["what"], Side(said["side"]), said["whose"], said["due_on"], request_key)


def keep_step(
    account: Account, form: StepForm, *, by: Any, at: datetime, as_of: date, request_key: str = ""
) -> PlanEntry | None:
    """Add the step that a form holds; None with the reason on the form where it cannot be kept."""
    if not form.is_valid():
        return None
    try:
        added = add_step(account, form.terms(request_key), by=by, at=at, on=as_of)
    except PlanError as trouble:
        form.add_error(trouble.field, str(trouble))
        return None
    judge_one(account, as_of=as_of)
    return added


def keep_change(
    account: Account, latest: PlanEntry, form: StepForm, *, by: Any, at: datetime, as_of: date
) -> PlanEntry | None:
    """Say anew what a step is; None with the reason on the form where it cannot be kept."""
    if not form.is_valid():
        return None
    try:
        changed = change_step(account, latest, form.terms(latest.request_key), by=by, at=at, on=as_of)
    except PlanError as trouble:
        form.add_error(trouble.field, str(trouble))
        return None
    judge_one(account, as_of=as_of)
    return changed


def say_of_step(account: Account, latest: PlanEntry, deed: str, *, by: Any, at: datetime, as_of: date) -> None:
    """Say of a step what one button says: done, open, drop, up, down, or undo of the last word."""
    if deed == "undo":
        take_back(latest, at=at)
    elif deed in ("up", "down"):
        put_before(account, latest, by=by, at=at, on=as_of, steps=1 if deed == "up" else -1)
    else:
        {"done": tick, "open": reopen, "drop": drop}[deed](latest, by=by, at=at, on=as_of)
    judge_one(account, as_of=as_of)


def latest_word(account: Account, step_key: str) -> PlanEntry | None:
    """Find the word on a step that holds."""
    said = [entry for entry in entries_of(account) if entry.step_key == step_key and entry.withdrawn_at is None]
    return said[-1] if said else None
