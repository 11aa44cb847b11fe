"""Tokens by which other programs come in: made in the page or on the command line, shown once, revoked at once."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from alongside.tokens.hold import find_token, make_token, revoke
from alongside.tokens.models import AccessToken
from alongside.vocabulary import TokenScope
from tests.conftest import run_alongside

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def test_a_token_opens_until_it_expires(owner: User) -> None:
    _, text = make_token(owner, "reports", [TokenScope.READ], days=1, at=NOW)
    found = find_token(text, at=NOW + timedelta(hours=23))
    assert found is not None
    assert found.owner == owner
    assert find_token(text, at=NOW + timedelta(days=1)) is None


def test_a_token_opens_nothing_once_it_is_revoked(owner: User) -> None:
    token, text = make_token(owner, "reports", [TokenScope.READ], days=1, at=NOW)
    revoke(token, at=NOW)
    assert find_token(text, at=NOW) is None


def test_the_token_of_somebody_who_was_switched_off_opens_nothing(owner: User) -> None:
    _, text = make_token(owner, "reports", [TokenScope.READ], days=1, at=NOW)
    User.objects.filter(pk=owner.pk).update(is_active=False)
    assert find_token(text, at=NOW) is None


def test_the_token_itself_is_not_kept(owner: User) -> None:
    _, text = make_token(owner, "reports", [TokenScope.READ], days=1, at=NOW)
    kept = repr(AccessToken.objects.values_list().get())
    assert text not in kept
    assert text.removeprefix("alongside_") not in kept


@pytest.mark.parametrize("wrong", ["", " ", "alongside_", "x" * 10_000, "\x00", "\ud800"])
def test_what_is_no_token_opens_nothing(owner: User, wrong: str) -> None:
    make_token(owner, "reports", [TokenScope.READ], days=1, at=NOW)
    assert find_token(wrong, at=NOW) is None


def test_the_page_shows_a_new_token_once(owner: User) -> None:
    client = Client()
    client.force_login(owner)
    said = {"name": "Reports", "scopes": ["read", "write_today"], "days": "7"}
    shown = client.post(reverse("settings-tokens"), said)
    text = shown.content.decode().partition('token__text" tabindex="0">')[2].partition("<")[0]
    assert find_token(text, at=datetime.now(UTC)) == AccessToken.objects.get()
    assert "no-store" in shown.headers["Cache-Control"]
    again = client.get(reverse("settings")).content.decode()
    assert text not in again
    assert "read, write today" in again


def test_a_token_without_a_name_is_asked_for_again_with_what_was_typed(owner: User) -> None:
    client = Client()
    client.force_login(owner)
    shown = client.post(reverse("settings-tokens"), {"name": "", "scopes": ["write_notes"], "days": "7"})
    assert shown.status_code == 400
    assert "Name the program that will use it" in shown.content.decode()
    assert 'value="write_notes" id="id_scopes_6" checked' in shown.content.decode()
    assert not AccessToken.objects.exists()


def test_a_token_is_revoked_in_the_page(owner: User) -> None:
    token, text = make_token(owner, "reports", [TokenScope.READ], days=1, at=datetime.now(UTC))
    client = Client()
    client.force_login(owner)
    client.post(reverse("token-revoke", args=[token.pk]))
    assert find_token(text, at=datetime.now(UTC)) is None


@pytest.mark.sqlite_only
def test_the_command_makes_lists_and_revokes_tokens(tmp_path: Path) -> None:
    data = tmp_path / "data"
    run_alongside(data, "user", "create", "olga", "--password-stdin", given="pellets before the ice\n")
    made = json.loads(run_alongside(data, "token", "create", "reports", "--scope", "read", "--json").stdout)
    listed = json.loads(run_alongside(data, "token", "list", "--json").stdout)["tokens"]
    assert [(each["name"], each["scopes"]) for each in listed] == [("reports", ["read"])]
    assert made["token"] not in json.dumps(listed)
    assert run_alongside(data, "token", "revoke", str(made["number"])).returncode == 0
    assert json.loads(run_alongside(data, "token", "list", "--json").stdout)["tokens"] == []
    assert run_alongside(data, "token", "revoke", str(made["number"])).returncode == 3
    assert run_alongside(data, "token", "create", "x", "--scope", "everything").returncode == 2
