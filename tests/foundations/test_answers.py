"""What every answer says beside its page, and what is refused before a page is made: the real program, over HTTP."""

import http.client
import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest

from tests.conftest import Running, served

Ask = Callable[..., http.client.HTTPResponse]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with served(tmp_path_factory.mktemp("data") / "installation") as running:
        yield running


@pytest.fixture
def ask(server: Running) -> Iterator[Ask]:
    """Ask the running program for a path."""
    connections: list[http.client.HTTPConnection] = []

    def request(path: str, method: str = "GET", **options: object) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection(urlsplit(server.address).netloc, timeout=30)
        connections.append(connection)
        connection.request(method, path, **options)  # type: ignore[arg-type]
        return connection.getresponse()

    yield request
    for connection in connections:
        connection.close()


def test_the_policy_allows_our_own_scripts_and_styles_and_nothing_inline(ask: Ask) -> None:
    policy = ask("/healthz").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy
    assert "script-src 'self'" in policy and "style-src 'self'" in policy
    assert "unsafe" not in policy and "http" not in policy and "*" not in policy


def test_an_answer_is_private_and_says_what_it_may_do(ask: Ask) -> None:
    headers = ask("/healthz").headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "private, no-cache"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Server" not in headers


def test_without_a_sign_in_every_page_leads_to_it(ask: Ask) -> None:
    for path in ("/", "/accounts/", "/imports/", "/search/?q=pellets"):
        answer = ask(path)
        assert answer.status == 302
        assert answer.headers["Location"].startswith(("/sign-in/", "/welcome/"))


def test_another_host_name_is_refused(ask: Ask) -> None:
    assert ask("/healthz", headers={"Host": "evil.example"}).status == 400


def test_a_form_without_its_token_is_refused(ask: Ask) -> None:
    assert ask("/sign-in/", "POST", body="username=olga").status == 403


def test_more_than_the_cap_is_refused_before_it_is_sent(ask: Ask) -> None:
    answer = ask("/imports/", "POST", headers={"Content-Length": str(3 * 1024**3)})
    assert answer.status == 413
    assert b"alongside import PATH" in answer.read()


def test_static_files_are_kept_for_ever_under_an_address_that_changes_with_them(ask: Ask) -> None:
    page = ask("/welcome/").read().decode()
    sheet = re.search(r'href="(/static/[0-9a-f]{12}/[^"]+\.css)"', page)
    assert sheet, page
    answer = ask(sheet[1])
    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith("text/css")
    assert "max-age=31536000" in answer.headers["Cache-Control"]
    assert ask(sheet[1].replace("alongside", "../../config/settings")).status == 404
