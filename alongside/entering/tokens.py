"""What is said of a new token: its name, what it may do, and for how long?"""

from datetime import datetime
from typing import Any

from django import forms

from alongside.tokens.hold import LONGEST_DAYS, USUAL_DAYS, make_token
from alongside.tokens.models import AccessToken
from alongside.vocabulary import TokenScope

MAY = {
    TokenScope.READ: "read accounts, people, requests, promises and Today",
    TokenScope.READ_WORDS: "read the words of mails, meetings and notes, and search them",
    TokenScope.WRITE_REQUESTS: "write requests and their files, and say what came of requests and promises",
    TokenScope.WRITE_EXCHANGES: "write gives and gets",
    TokenScope.WRITE_PLAN: "write the joint plan",
    TokenScope.WRITE_TODAY: "put items of Today away",
    TokenScope.WRITE_NOTES: "write notes and entries",
    TokenScope.WRITE_FOUND: "say whether what was found is right, and how an award came",
}
"""What each scope allows, as it is shown where a token is made."""

DAYS = ((7, "a week"), (30, "a month"), (USUAL_DAYS, "three months"), (LONGEST_DAYS, "a year"))
"""For how long a token can be made on the page. Unit: days."""


class TokenForm(forms.Form):
    """The name of a token, what it may do, and how long it holds."""

    name = forms.CharField(
        label="What for",
        max_length=80,
        help_text="The program that will use it.",
        error_messages={"required": "Name the program that will use it, so that you know it again."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    scopes = forms.MultipleChoiceField(
        label="It may",
        choices=[(scope.value, says) for scope, says in MAY.items()],
        initial=[TokenScope.READ.value],
        error_messages={"required": "Say what it may do; reading is the least."},
        widget=forms.CheckboxSelectMultiple,
    )
    days = forms.TypedChoiceField(label="For", choices=DAYS, coerce=int, initial=USUAL_DAYS)


def keep_token(form: TokenForm, *, by: Any, at: datetime) -> tuple[AccessToken, str]:
    """Make the token that a valid form asks for; its text is shown once."""
    said = form.cleaned_data
    return make_token(by, said["name"], [TokenScope(word) for word in said["scopes"]], days=said["days"], at=at)
