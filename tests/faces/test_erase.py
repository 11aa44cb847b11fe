"""Erasing the words of a mail on its page: asked once more, only by its owner."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client

from alongside.interactions.models import Interaction
from alongside.pipeline import bring_up_to_date
from tests.letters import keep, letter


@pytest.fixture
def mail(owner: User) -> Interaction:
    keep(owner, letter("joe@nsteel.example", "olga@example.com", "2025-03-04 09:00", "Our zebrafish stays secret."))
    bring_up_to_date(owner, as_of=date(2025, 3, 20))
    return Interaction.objects.get()


def test_the_owner_is_asked_and_then_the_words_are_gone(client: Client, owner: User, mail: Interaction) -> None:
    client.force_login(owner)
    page = f"/interactions/{mail.pk}/"
    assert "zebrafish" in client.get(page).content.decode()
    assert "cannot be undone" in client.get(f"{page}erase").content.decode()
    said = client.post(f"{page}erase", follow=True).content.decode()
    assert "zebrafish" not in said and "were erased" in said
    assert client.get(f"{page}erase").status_code == 404


def test_a_stranger_erases_nothing(client: Client, stranger: User, mail: Interaction) -> None:
    client.force_login(stranger)
    assert client.post(f"/interactions/{mail.pk}/erase").status_code == 404
    mail.body.refresh_from_db()
    assert "zebrafish" in mail.body.text
