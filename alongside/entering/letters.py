"""What can be written as a letter that is sent from here: to whom, about what, and when they hear from us next. Nothing typed is lost."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms

from alongside.dossiers.who_instead import who_instead
from alongside.judgement.words import day, joined
from alongside.outbox.compose import LetterError, Written, write
from alongside.outbox.models import OutgoingLetter
from alongside.outbox.queue import About, queue
from alongside.people.left import left_among
from alongside.people.models import Handle, Person
from alongside.vocabulary import HandleKind

NO_SERVER = (
    "No mail server is set, so nothing can be sent from here: save it as a draft file, or open it in your mail program. "
    "ALONGSIDE_SMTP_HOST names a server."
)
"""What is said where a letter is to be sent and no server is set."""


class LetterForm(forms.Form):
    """A letter as it was edited. Valid: `written` is the letter."""

    to = forms.CharField(required=False, strip=False)
    subject = forms.CharField(required=False, strip=False)
    text = forms.CharField(required=False, strip=False)
    next_update_on = forms.DateField(
        required=False, error_messages={"invalid": "That is no day. Choose the day on which they hear from you next."}
    )

    written: Written

    def __init__(
        self, *args: Any, user: Any, today: date, answers: str = "", references: Sequence[str] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.today, self.answers, self.references = user, today, answers, references

    def clean(self) -> dict[str, Any]:
        """Refuse what cannot be a letter, who left, and a day that has passed."""
        said = super().clean() or {}
        text = str(said.get("text", "")).replace("\r\n", "\n")
        try:
            self.written = write(
                str(said.get("to", "")),
                str(said.get("subject", "")),
                text,
                answers=self.answers,
                references=self.references,
            )
        except LetterError as trouble:
            self.add_error(trouble.field, str(trouble))
            return said
        for refusal in refusals_of_the_gone(self.user, [address for address, _ in self.written.recipients], self.today):
            self.add_error("to", refusal)
        if said.get("next_update_on") and said["next_update_on"] < self.today:
            self.add_error("next_update_on", "That day has passed. Choose the day on which they hear from you next.")
        return said

    def troubles(self) -> list[str]:
        """Give the sentences that say what is wrong."""
        return [str(error) for errors in self.errors.values() for error in errors]


def send_letter(
    form: LetterForm, *, by: Any, at: datetime, request_key: str = "", item_key: str = ""
) -> OutgoingLetter:
    """Put a letter that is valid into the outbox. Raises LetterError where the user has no address of their own."""
    about = About(request_key, form.cleaned_data["next_update_on"] if request_key else None, item_key)
    return queue(form.written, by=by, at=at, about=about)


def refusals_of_the_gone(user: Any, addresses: Sequence[str], as_of: date) -> list[str]:
    """Say of everybody who left that they did, and who could be told instead."""
    handles = Handle.objects.visible_to(user).filter(kind=HandleKind.EMAIL, value__in=[a.lower() for a in addresses])
    people = list(Person.objects.visible_to(user).filter(pk__in=handles.values("person")).select_related("account"))
    left = left_among(people)
    return [
        _refusal(user, person, left[person.pk], as_of) for person in people if left.get(person.pk, date.max) <= as_of
    ]


def _refusal(user: Any, person: Person, left_on: date, as_of: date) -> str:
    where = f" {person.account.name}" if person.account else ""
    others = who_instead(user, person)
    instead = joined([f"{other.name} ({other.anchor})" for other in others], "or")
    advice = f"Tell {instead} instead" if others else "Nobody else there is known: find out who follows"
    return f"{person.name} left{where} on {day(left_on, as_of)}. {advice}, or say on the person's page that they are still there."
