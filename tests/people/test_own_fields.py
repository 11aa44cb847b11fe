"""Columns of one's own are kept with the company or person they are about, and shown on their page."""

from datetime import UTC, datetime
from pathlib import Path

from django.contrib.auth.models import User
from django.test import Client

from alongside.people.models import Account, Person
from alongside.pipeline import import_paths
from alongside.sources.readings import OWN, Reading, fingerprint

AT = datetime(2026, 1, 5, 12, tzinfo=UTC)


def bring(owner: User, path: Path, text: str) -> None:
    path.write_text(text)
    headings = text.splitlines()[0].split(",")
    kind = "contacts" if "Email" in headings else "accounts"
    reading = Reading(kind, {"loyaltytier": OWN}).as_json()
    import_paths([path], user=owner, at=AT, as_of=AT.date(), readings={fingerprint(headings): reading})


def test_a_company_shows_the_columns_that_were_kept_for_it_and_the_newest_word(
    client: Client, owner: User, tmp_path: Path
) -> None:
    bring(owner, tmp_path / "a.csv", "Account Name,Website,Loyalty tier\nAcme,acme.example,Silver\n")
    bring(owner, tmp_path / "b.csv", "Account Name,Website,Loyalty tier\nAcme,acme.example,Gold\n")
    account = Account.objects.get(name="Acme")
    assert account.own_fields == {"Loyalty tier": "Gold"}
    client.force_login(owner)
    page = client.get(f"/accounts/{account.pk}/").content.decode()
    assert "From your tables" in page and "Loyalty tier" in page and "Gold" in page


def test_so_does_a_person(client: Client, owner: User, tmp_path: Path) -> None:
    bring(owner, tmp_path / "a.csv", "Name,Email,Company,Loyalty tier\nJoe Kowalski,joe@acme.example,Acme,Gold\n")
    person = Person.objects.get(name="Joe Kowalski")
    assert person.own_fields == {"Loyalty tier": "Gold"}
    client.force_login(owner)
    assert "Loyalty tier" in client.get(f"/people/{person.pk}/").content.decode()
