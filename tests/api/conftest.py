"""What the tests of the interface ask with: a client that sends a token and JSON."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client

from alongside.api import limits
from alongside.tokens.hold import make_token
from alongside.vocabulary import TokenScope

AT = "/api/v1"


class Program:
    """A program that comes with a token."""

    def __init__(self, token: str, **headers: str) -> None:
        self.client = Client(raise_request_exception=False)
        self.headers = ({"Authorization": f"Bearer {token}"} if token else {}) | headers

    def ask(self, method: str, address: str, said: Any = None, **headers: str) -> HttpResponse:
        """Send a request; a header's name is written with underscores."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        body = b"" if said is None else said if isinstance(said, bytes) else json.dumps(said).encode()
        sent = self.headers | ({"Content-Type": "application/json"} if body else {}) | named
        kind = sent.pop("Content-Type", "application/octet-stream")
        return self.client.generic(method, AT + address, body, content_type=kind, headers=sent)  # type: ignore[return-value]

    def get(self, address: str, **headers: str) -> HttpResponse:
        return self.ask("GET", address, **headers)

    def post(self, address: str, said: Any, **headers: str) -> HttpResponse:
        return self.ask("POST", address, said, **headers)

    def shown(self, address: str) -> Any:
        """Give what is shown, which must be there."""
        answer = self.get(address)
        assert answer.status_code == 200, answer.content
        return json.loads(answer.content)


def program_of(user: User, *scopes: TokenScope) -> Program:
    """Give the user a program; without scopes it may do everything."""
    _, text = make_token(user, "tests", scopes or list(TokenScope), days=1, at=datetime.now(UTC))
    return Program(text)


@pytest.fixture(autouse=True)
def nobody_asked_before() -> Iterator[None]:
    """Begin to count requests anew."""
    limits.forget()
    yield
    limits.forget()


@pytest.fixture
def program(owner: User) -> Program:
    """Olga's program, which may do everything."""
    return program_of(owner)


@pytest.fixture
def told() -> Callable[[HttpResponse], Any]:
    """Read what an answer tells."""
    return lambda answer: json.loads(answer.content)
