"""How are a note, and what nothing could find, taken from a form: whom are they about, and under which key are they kept once?"""

from datetime import date, datetime
from typing import Any

from django import forms

from alongside import byhand
from alongside.entering.entries import Entry, Kind, SaidEntry
from alongside.entering.whom import Whom
from alongside.interactions.keys import digest
from alongside.interactions.models import Interaction
from alongside.people.models import Person
from alongside.sightings.models import Sighting
from alongside.vocabulary import InteractionKind, Side

LONGEST_NOTE = 20_000
"""Of one note. Unit: characters; an hour's dictation is half of it."""

KINDS_OF_NOTE = [
    (InteractionKind.NOTE, "a note"),
    (InteractionKind.CALL, "a call"),
    (InteractionKind.VISIT, "a visit"),
]


class NoteForm(forms.Form):
    """The words, what kind of contact they tell of, and when it was."""

    text = forms.CharField(
        label="What happened, in your words",
        max_length=LONGEST_NOTE,
        error_messages={"required": "Write what happened; a few words are enough."},
        widget=forms.Textarea(attrs={"data-keep": "", "rows": 6}),
    )
    kind = forms.ChoiceField(label="It was", choices=KINDS_OF_NOTE, required=False)
    happened_on = forms.DateField(
        label="On",
        required=False,
        help_text="Empty means today.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def kind_of_contact(self) -> InteractionKind:
        return InteractionKind(self.cleaned_data["kind"] or InteractionKind.NOTE)


def keep_note(form: NoteForm, person: Person, *, by: Any, at: datetime, as_of: date, sent: str) -> Interaction:
    """Keep the note under a key of what it says, so that sending it twice keeps it once; `sent` is the form's own key."""
    text, on = form.cleaned_data["text"], form.cleaned_data["happened_on"]
    kind = form.kind_of_contact()
    key = digest("note", str(by.pk), sent[:100] or as_of.isoformat(), person.anchor, kind, str(on), text)
    byhand.note(text, about=[person], by=by, at=at, as_of=as_of, key=key, kind=kind, happened_on=on)
    return Interaction.objects.visible_to(by).get(identity_key=key)


def is_clear(kind: Kind, meant: Whom) -> bool:
    """Tell whether it is known whom the entry is about: somebody, or for a row of the books a company."""
    return meant.person is not None if kind.sighting else meant.account is not None


def keep_entered(
    kind: Kind, form: Entry, meant: Whom, *, by: Any, at: datetime, as_of: date, sent: str
) -> Sighting | None:
    """Keep a valid entry: what was said as a finding that is returned, a row of the books as such a row."""
    if kind.sighting and isinstance(form, SaidEntry) and meant.person:
        return byhand.enter(
            kind.sighting,
            form.cleaned_data["words"],
            side=Side(form.cleaned_data.get("side") or Side.THEIRS),
            person=meant.person,
            by=by,
            at=at,
            as_of=as_of,
            key=_key(by, meant.person, form, sent),
            detail=form.detail(),
            happened_on=form.cleaned_data["happened_on"],
        )
    if meant.account:
        byhand.enter_row(kind.table, _row(kind, form, meant), account=meant.account, by=by, at=at, as_of=as_of)
    return None


def _row(kind: Kind, form: Entry, meant: Whom) -> dict[str, str]:
    """Write the row of a table; somebody stands in it only where the entry was said to be about them."""
    row = form.fields_as_written()
    if kind.person_field and meant.person and not meant.is_of_account:
        row[kind.person_field] = meant.person.anchor
    return row


def _key(by: Any, person: Person, form: SaidEntry, sent: str) -> str:
    return digest("entry", str(by.pk), sent[:100], person.anchor, *sorted(form.fields_as_written().values()))
