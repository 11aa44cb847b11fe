"""Who are you? The first-run page lets the first person in, and nobody after; the sign-in answers one way."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from alongside import users
from alongside.people.models import IdentityDecision
from alongside.people.ourselves import ourselves

ALEX = {"name": "Alex Lindgren", "address": "Alex@Mesaba.example", "password": "ore and pellets"}


@pytest.fixture
def alex(db: None) -> User:
    return users.create("alex@mesaba.example", password="ore and pellets", full_name="Alex Lindgren")


def test_an_empty_installation_asks_who_you_are(client: Client, db: None) -> None:
    assert client.get("/sign-in/").headers["Location"] == "/welcome/"
    assert "Who are you?" in client.get("/welcome/").content.decode()


def test_the_first_person_is_let_in_and_their_address_is_ours(client: Client, db: None) -> None:
    assert client.post("/welcome/", ALEX).headers["Location"] == "/imports/"
    user = User.objects.get()
    assert (user.username, user.get_full_name()) == ("alex@mesaba.example", "Alex Lindgren")
    assert ourselves(user).addresses == {"alex@mesaba.example"}
    assert client.get("/about/").status_code == 200
    assert client.session["_auth_user_id"] == str(user.pk)


def test_who_imported_before_is_the_same_person(client: Client, db: None) -> None:
    earlier = users.the_user_or_the_first()
    client.post("/welcome/", ALEX)
    assert User.objects.get().pk == earlier.pk


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"password": "short"}, "too short"),
        ({"password": "password12"}, "too common"),
        ({"address": "alex"}, "This is no mail address"),
        ({"name": ""}, "Please fill this in."),
    ],
)
def test_what_is_wrong_is_said_on_the_page_and_nobody_is_made(
    client: Client, db: None, wrong: dict[str, str], said: str
) -> None:
    page = client.post("/welcome/", ALEX | wrong).content.decode()
    assert said in page
    assert 'aria-invalid="true"' in page
    assert not User.objects.exists()
    assert not IdentityDecision.objects.exists()


def test_after_the_first_person_the_page_is_gone(client: Client, alex: User) -> None:
    assert client.get("/welcome/").headers["Location"] == "/sign-in/"
    assert client.post("/welcome/", ALEX | {"address": "mallory@x.example"}).status_code == 302
    assert User.objects.count() == 1


def test_signing_in_leads_to_the_page_that_was_asked_for(client: Client, alex: User) -> None:
    said = {"username": alex.username, "password": "ore and pellets", "next": "/accounts/"}
    assert client.post("/sign-in/", said).headers["Location"] == "/accounts/"


@pytest.mark.parametrize("away", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_signing_in_leads_nowhere_else(client: Client, alex: User, away: str) -> None:
    said = {"username": alex.username, "password": "ore and pellets", "next": away}
    assert client.post("/sign-in/", said).headers["Location"] == "/"


@pytest.mark.parametrize("who", ["alex@mesaba.example", "nobody@mesaba.example"])
def test_a_wrong_address_and_a_wrong_password_get_the_same_answer(client: Client, alex: User, who: str) -> None:
    page = client.post("/sign-in/", {"username": who, "password": "wrong words"}).content.decode()
    assert "do not belong together" in page


def test_signing_out_needs_a_post(client: Client, alex: User) -> None:
    client.force_login(alex)
    assert client.get("/sign-out/").status_code == 405
    answer = client.post("/sign-out/")
    assert answer.headers["Location"] == "/sign-in/?signed-out=1"
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert client.get("/").status_code == 302


@pytest.mark.parametrize(("address", "code"), [("/nothing/", 404), ("/accounts/999999/", 404)])
def test_an_error_says_what_happened_and_what_to_do(client: Client, owner: Any, address: str, code: int) -> None:
    client.force_login(owner)
    answer = client.get(address)
    assert answer.status_code == code
    assert "To Today" in answer.content.decode()
