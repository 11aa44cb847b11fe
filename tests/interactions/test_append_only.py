"""What came in is never edited: the database itself says no, on both engines. Only a body can be erased."""

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction

from alongside.interactions.models import Address, Attachment, Interaction, InteractionBody, Participant, SourceRecord
from alongside.search.find import search
from tests.letters import AT, file, keep, letter, row


@pytest.fixture
def kept(owner: User) -> Interaction:
    """One mail with a file, and one row of a table."""
    mail = letter(
        "joe@nsteel.example",
        "olga@example.com",
        "2025-03-04 09:00",
        "The demurrage is too high.",
        attached=(file("a.csv"),),
    )
    keep(owner, mail, row("orders", account="National Steel", number="1", ordered_on="2025-03-01"))
    return Interaction.objects.get()


APPEND_ONLY = [Interaction, Participant, Address, Attachment, SourceRecord]


@pytest.mark.parametrize("model", APPEND_ONLY)
def test_no_row_can_be_changed(model: type, kept: Interaction) -> None:
    row = model.objects.first()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        row.save()


@pytest.mark.parametrize("model", APPEND_ONLY)
def test_no_row_can_be_deleted_even_past_the_models(model: type, kept: Interaction) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        model.objects.all()._raw_delete("default")
    assert model.objects.exists()


def test_a_body_cannot_be_reworded(kept: Interaction) -> None:
    with pytest.raises(DatabaseError, match="only be erased"), transaction.atomic():
        InteractionBody.objects.filter(pk=kept.pk).update(text="The demurrage is fine.")


def test_a_body_can_be_erased_and_its_words_are_found_no_more(kept: Interaction, owner: User) -> None:
    assert [hit.interaction_id for hit in search(owner, "demurrage", as_of=AT.date()).hits] == [kept.pk]
    InteractionBody.objects.filter(pk=kept.pk).update(
        subject="", text="", html="", location="", erased_at=AT, erased_by=owner
    )
    assert search(owner, "demurrage", as_of=AT.date()).hits == []
    assert Interaction.objects.filter(pk=kept.pk).exists()
