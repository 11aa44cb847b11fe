"""What can be said of a question of the bank: its words, its type, and which requests it is for."""

from datetime import datetime
from typing import Any

from django import forms

from alongside.access import choices
from alongside.ledgers.questions.bank import add_question
from alongside.ledgers.questions.models import Question
from alongside.vocabulary import QuestionKind, RequestKind

LONGEST_QUESTION = 300
"""Of one question. Unit: characters; a longer one is two."""

FITS = [(kind.value, kind.label) for kind in RequestKind if kind is not RequestKind.OTHER]


class QuestionForm(forms.Form):
    """One question: its words, its type, and which requests it is for."""

    text = forms.CharField(
        max_length=LONGEST_QUESTION, error_messages={"required": "Write the question first; nothing was kept."}
    )
    kind = forms.ChoiceField(choices=choices(QuestionKind))
    fits = forms.ChoiceField(choices=FITS)


def keep_question(form: QuestionForm, *, by: Any, at: datetime) -> Question:
    """Put the question of a valid form at the end of the bank."""
    said = form.cleaned_data
    return add_question(said["text"], QuestionKind(said["kind"]), RequestKind(said["fits"]), by=by, at=at)
