"""What can be entered by hand, with which fields? One form a kind; the fields are those that a table or an extractor would give.

It checks what was typed. Keeping it is for alongside/byhand.py.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from alongside.access import choices
from alongside.vocabulary import (
    AwardOrigin,
    AwardOutcome,
    AwardRoute,
    FirstHeard,
    NeedKind,
    NoBidReason,
    OperationsFacet,
    Side,
    SightingKind,
    SolicitationKind,
    SuggestionOutcome,
    Word,
)

LONGEST_WORDS = 4_000
"""Of one entry. Unit: characters; more than that is a note."""

NEVER_KEPT = re.compile(
    r"\b(health|illness|disease|religio\w+|church|faith|politic\w*|party membership|union member\w*|ethnic\w*|race|orientation)\b",
    re.I,
)
"""Topics of which nothing is kept about a person, whoever told it. Source: the tiers of facts about people."""

PERSONAL_TOPICS = (
    "goals",
    "success metric",
    "pet project",
    "problem",
    "responsibilities",
    "personal win",
    "hobby",
    "food",
    "travel",
)
"""What is worth knowing of a person beside the eight facets of their business; offered, not required."""


def _day(label: str, *, required: bool = True, help_text: str = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date", "data-keep": ""}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget, help_text=help_text)


def _text(label: str, *, required: bool = True, help_text: str = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"data-keep": "", "rows": 4})
    return forms.CharField(label=label, required=required, max_length=LONGEST_WORDS, widget=widget, help_text=help_text)


def _line(label: str, *, required: bool = False, most: int = 200, help_text: str = "") -> forms.CharField:
    widget = forms.TextInput(attrs={"data-keep": ""})
    return forms.CharField(label=label, required=required, max_length=most, widget=widget, help_text=help_text)


def _amount(label: str, *, places: int = 2) -> forms.DecimalField:
    widget = forms.NumberInput(attrs={"data-keep": "", "step": "any", "inputmode": "decimal"})
    return forms.DecimalField(label=label, required=False, max_digits=18, decimal_places=places, widget=widget)


def _word(label: str, words: type[Word], *, required: bool = False, first: str = "not known") -> forms.ChoiceField:
    listed = choices(words) if required else [("", first), *choices(words)]
    return forms.ChoiceField(label=label, required=required, choices=listed)


class Entry(forms.Form):
    """What every form of this page can: give its fields as the strings in which tables and extractors write them."""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def fields_as_written(self) -> dict[str, str]:
        """Give what was filled in: days as ISO, numbers plain, yes for what is ticked."""
        return {name: written for name, value in self.cleaned_data.items() if (written := _written(value))}


def _written(value: Any) -> str:
    if value is True:
        return "yes"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value) if value else ""


class SaidEntry(Entry):
    """Something that was said and not found: its words, when, and what its kind needs."""

    words = _text("In a sentence")
    happened_on = _day("When it was said", required=False, help_text="Empty means today.")

    def detail(self) -> dict[str, str]:
        """Give what the kind needs beside the words."""
        rest = {k: v for k, v in self.fields_as_written().items() if k not in ("words", "happened_on", "side")}
        return {"what": self.cleaned_data["words"], **rest}

    def clean(self) -> dict[str, Any]:
        """Refuse a day on which nothing can have been said yet, and a due day that had passed already when it was said."""
        data = super().clean() or {}
        said_on, due_on = data.get("happened_on") or self.today, data.get("due_on")
        if said_on > self.today:
            self.add_error("happened_on", "That day has not come yet. Give the day on which it was said.")
        if due_on and due_on < said_on:
            self.add_error("due_on", "That day had passed when it was said. Give a later one, or say when it was said.")
        return data


class RequestEntry(SaidEntry):
    words = _text("What they asked for")
    due_on = _day("By when", required=False)
    field_order = ("words", "due_on", "happened_on")


class PromiseEntry(SaidEntry):
    side = forms.ChoiceField(label="Who promised", choices=[(Side.OURS, "we did"), (Side.THEIRS, "they did")])
    words = _text("What was promised")
    due_on = _day("By when", required=False)
    field_order = ("side", "words", "due_on", "happened_on")


class ReferralEntry(SaidEntry):
    words = _text("What they said")
    referred_name = _line("To whom they sent you, or whom they sent to you")


class SolicitationEntry(SaidEntry):
    words = _text("What they asked you to quote or tender for")
    solicitation = _word("Kind", SolicitationKind, required=True)
    products = _line("Products", help_text="Apart by commas.")


class OrderEntry(Entry):
    ordered_on = _day("Ordered on")
    category = _line("Category", required=True, help_text="Such as pellets. The level is told by category.")
    product = _line("Product")
    quantity = _amount("Quantity", places=3)
    unit = _line("Unit", most=20)
    value = _amount("Value")
    currency = _line("Currency", most=8)
    number = _line("Order number", most=100)


class AwardEntry(Entry):
    category = _line("Category", required=True)
    decided_on = _day("Decided on")
    outcome = _word("Outcome", AwardOutcome, required=True)
    route = _word("How it was awarded", AwardRoute)
    no_bid_reason = _word("Why there was no bid", NoBidReason)
    origin = _word("Whose idea it was", AwardOrigin)
    first_heard = _word("When you first heard of it", FirstHeard)
    awarded_by = _line("Who decided", help_text="A mail address or a name.")
    value = _amount("Value")
    currency = _line("Currency", most=8)
    order_number = _line("Order number", most=100)
    label = _line("What it is called")
    on_list = forms.BooleanField(label="They put us on their list for this category", required=False)


class FactEntry(Entry):
    topic = _line("About", required=True, most=60)
    value = _text("What you know")
    as_of = _day("Since")
    source = _line("From whom, or where it stands")
    confirmed_by_them = forms.BooleanField(label="They told it themselves", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topic"].widget.attrs["list"] = "topics"
        self.topics = [facet.label for facet in OperationsFacet] + list(PERSONAL_TOPICS)

    def clean(self) -> dict[str, Any]:
        """Refuse what is nobody's business to keep, with the reason."""
        data = super().clean() or {}
        if NEVER_KEPT.search(data.get("topic", "")):
            self.add_error("topic", "Nothing of this kind is kept about a person, whoever told it.")
        return data


class NeedEntry(Entry):
    kind = _word("Kind", NeedKind, required=True)
    text = _text("The problem or want, in their words")
    heard_on = _day("Heard on")
    consequence = _line("What it costs them", most=1000)
    rank = forms.IntegerField(label="How they rank it", required=False, min_value=1, max_value=999)
    reviewed_on = _day("Gone through with them on", required=False)


class SuggestionEntry(Entry):
    text = _text("What we suggested")
    made_on = _day("Suggested on")
    outcome = _word("What came of it", SuggestionOutcome, required=True)
    before_they_raised_it = forms.BooleanField(label="Before they raised it themselves", required=False)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry: what the page calls it, its form, and where it goes (a sighting's kind, or a table)."""

    label: str
    form: type[Entry]
    sighting: SightingKind | None = None
    table: str = ""
    person_field: str = ""


KINDS = {
    "request": Kind("a request", RequestEntry, SightingKind.REQUEST),
    "promise": Kind("a promise", PromiseEntry, SightingKind.PROMISE),
    "complaint": Kind("a complaint", SaidEntry, SightingKind.COMPLAINT),
    "thanks": Kind("thanks", SaidEntry, SightingKind.THANKS),
    "advice": Kind("advice sought", SaidEntry, SightingKind.ADVICE_SOUGHT),
    "referral": Kind("a referral", ReferralEntry, SightingKind.REFERRAL),
    "solicitation": Kind("a solicitation", SolicitationEntry, SightingKind.SOLICITATION),
    "order": Kind("an order", OrderEntry, table="orders", person_field="contact"),
    "award": Kind("an award", AwardEntry, table="awards"),
    "fact": Kind("a fact", FactEntry, table="facts", person_field="person"),
    "need": Kind("a need", NeedEntry, table="needs", person_field="person"),
    "suggestion": Kind("a suggestion", SuggestionEntry, table="suggestions", person_field="person"),
}
"""Everything that can be entered by hand, in the order of the page."""
