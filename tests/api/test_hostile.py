"""What is sent to break it: refused with a sentence, nothing changed, nothing fallen over."""

import json
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from alongside.api.limits import MOST_A_MINUTE, MOST_BYTES, MOST_WRONG_A_MINUTE
from alongside.tokens.models import AccessToken
from tests.api.conftest import AT, Program
from tests.faces.book import company, open_book, person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def book(owner: User) -> None:
    """Olga's customers."""
    open_book(owner)


def problem(answer: Any, status: int) -> dict[str, Any]:
    """Give the problem document, which must have this status."""
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json"), answer.content
    document: dict[str, Any] = json.loads(answer.content)
    assert document["status"] == status
    assert document["detail"]
    return document


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b'{"kind": NaN}', 400),
        (b'{"kind": Infinity}', 400),
        (b"[" * 100_000, 400),
        (b'{"a":' * 20_000 + b"1" + b"}" * 20_000, 400),
        (b'"text"', 422),
        (b"[]", 422),
        (b"null", 422),
        (b"1e999", 422),
        (b'{"kind": "favour", "what": "x", "value": 1e999}', 422),
        (b'{"kind": "favour", "what": "x", "value": "1e999"}', 422),
        (b'{"kind": "favour", "what": "x", "value": "NaN"}', 422),
        (b'{"kind": "favour", "what": "x", "value": "-1"}', 422),
        (b'{"kind": "favour", "what": "a\\u0000b"}', 422),
        (b'{"kind": "favour", "what": "a\\ud800b"}', 422),
        (b'{"kind": "favour", "what": "x", "on": "0000-00-00"}', 422),
        (b'{"kind": "favour", "what": "x", "on": 1e30}', 422),
        (b'{"kind": "favour", "what": "x", "owner": 2}', 422),
        (b'{"kind": "favour", "what": "x", "withdrawn_at": null}', 422),
        (b'{"kind": "favour", "what": ""}', 422),
        (b'{"kind": "favour", "what": "' + b"x" * 301 + b'"}', 422),
        (b'{"kind": "gift", "what": "x"}', 422),
        (b"", 422),
    ],
)
def test_what_cannot_be_read_or_kept_is_told(program: Program, owner: User, body: bytes, status: int) -> None:
    steel = company(owner, "National Steel")
    answer = program.ask("POST", f"/accounts/{steel.pk}/exchanges", body)
    problem(answer, status)


def test_too_much_is_refused(program: Program, owner: User) -> None:
    joe = person(owner, "Joe Kowalski")
    body = json.dumps({"person_id": joe.pk, "text": "x" * 10 * 1024**2}).encode()
    assert len(body) > MOST_BYTES
    problem(program.ask("POST", "/notes", body), 413)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_what_is_no_json_is_refused(program: Program, owner: User, kind: str) -> None:
    joe = person(owner, "Joe Kowalski")
    answer = program.ask("POST", "/notes", json.dumps({"person_id": joe.pk, "text": "x"}), Content_Type=kind)
    problem(answer, 415)


@pytest.mark.parametrize(
    "asks",
    ["q=%00", "q=%ed%a0%80", "level=x", "show=all", "sort=-level", "limit=1e3", "after=%00", "account=1&account=x"],
)
def test_what_is_asked_for_wrongly_breaks_nothing(program: Program, asks: str) -> None:
    for room in ("accounts", "people", "requests", "search"):
        assert program.get(f"/{room}?{asks}").status_code in (200, 422)


def test_a_filter_is_one_of_those_that_are_named(program: Program) -> None:
    for asks in ("owner_id=2", "account__owner__password__startswith=p", "order_by=owner__password", "_connector=OR"):
        answer = problem(program.get(f"/requests?{asks}"), 422)
        assert answer["detail"].endswith("There are: state, account, person, after, limit.")


@pytest.mark.parametrize("address", ["/", "/nothing", "/accounts/", "/../settings/", "/accounts/1/x", "/%00"])
def test_an_address_that_leads_nowhere_is_told(program: Program, address: str) -> None:
    answer = program.get(address)
    assert answer.status_code in (404, 422)
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "TRACE", "OPTIONS"])
def test_a_method_that_is_not_offered_is_told_with_those_that_are(program: Program, method: str) -> None:
    answer = program.ask(method, "/requests")
    assert "GET, POST" in problem(answer, 405)["detail"]
    assert answer.headers["Allow"] == "GET, POST"


def test_who_asks_too_often_waits(program: Program) -> None:
    with time_machine.travel(timezone.now().replace(second=10), tick=False):
        for _ in range(MOST_A_MINUTE):
            assert program.get("/me").status_code == 200
        answer = program.get("/me")
    assert "Wait" in problem(answer, 429)["detail"]
    assert answer.headers["Retry-After"] == "50"


def test_who_guesses_is_soon_told_nothing_and_shuts_nobody_out(program: Program) -> None:
    with time_machine.travel(timezone.now().replace(second=10), tick=False):
        guesses = [Program(f"alongside_{n}").get("/me").status_code for n in range(MOST_WRONG_A_MINUTE + 5)]
    assert guesses[0] == 401
    assert guesses[-1] == 429
    assert program.get("/me").status_code == 200


def test_a_token_revoked_opens_nothing_at_once(program: Program) -> None:
    assert program.get("/me").status_code == 200
    token = AccessToken.objects.get()
    token.revoked_at = timezone.now()
    token.save()
    answer = program.get("/me")
    problem(answer, 401)
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    "sent", ["", "Bearer", "Bearer ", "Basic b2xnYTp4", "bearer alongside_x", "Bearer a b c", "Bearer \xff", "Token x"]
)
def test_what_is_no_token_opens_nothing(sent: str) -> None:
    answer = Client().get(f"{AT}/me", headers={"Authorization": sent})
    problem(answer, 401)


def test_a_token_in_the_address_opens_nothing(program: Program) -> None:
    token = program.headers["Authorization"].removeprefix("Bearer ")
    problem(Client().get(f"{AT}/me?token={token}&access_token={token}"), 401)


def test_answers_stay_out_of_shared_stores_and_run_nothing(program: Program) -> None:
    for address in ("/today", "/me", "/nothing"):
        headers = program.get(address).headers
        assert {"private"} <= set(headers["Cache-Control"].replace(",", " ").split())
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "Access-Control-Allow-Origin" not in headers
