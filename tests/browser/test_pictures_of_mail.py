"""The pictures of a mail in a real browser: its own are there, those elsewhere only when a person asked, and for that mail alone."""

import base64
import json
import re
from collections.abc import Iterator
from contextlib import closing
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import PASSWORD, WIDE
from tests.conftest import Running, run_alongside, served

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

OLGA = "olga@vendor.example"
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
FAR = "https://cdn.example/banner.png"


def _letter(number: int) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Joe <joe@nsteel.example>", OLGA
    message["Subject"], message["Message-ID"] = f"Our plant {number}", f"<{number}@nsteel.example>"
    message["Date"] = f"Mon, {number} Sep 2025 10:00:00 +0200"
    message.set_content("The plant is below.")
    message.add_alternative(
        f'<h2>Our plant</h2><p>The plant is below.</p><img src="cid:plant@x" alt="plant" width="40" height="40">'
        f'<img src="{FAR}?to=olga" alt="banner" width="60" height="20"><p>Joe</p>',
        subtype="html",
    )
    message.get_payload()[1].add_related(PIXEL, "image", "png", cid="<plant@x>")  # type: ignore[union-attr, index]
    return message.as_bytes()


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """An installation of Olga's with two mails that show pictures."""
    place: Path = tmp_path_factory.mktemp("pictured")
    for number in (1, 2):
        (place / f"{number}.eml").write_bytes(_letter(number))
    data = place / "installation"
    words = ("user", "create", OLGA, "--address", OLGA, "--password-stdin")
    assert run_alongside(data, *words, given=PASSWORD).returncode == 0
    read = run_alongside(data, "import", str(place / "1.eml"), str(place / "2.eml"), "--json")
    assert json.loads(read.stdout)["by_kind"] == {"mail": 2}, read.stdout
    with served(data) as server:
        yield server


@pytest.fixture
def asked_for(pictured: Running, browser: Any) -> Iterator[tuple["Page", list[dict[str, str]]]]:
    """A page of Olga's, and what it asked other hosts for, with its headers; pictures are answered here."""
    asked: list[dict[str, str]] = []

    def answer(route: "Route") -> None:
        asked.append({"url": route.request.url, **route.request.all_headers()})
        route.fulfill(body=PIXEL, content_type="image/png")

    with closing(browser.new_context(viewport=WIDE, base_url=pictured.address)) as context:
        context.route(re.compile("^https://"), answer)
        page = context.new_page()
        page.goto("/sign-in/")
        page.get_by_label("Your address").fill(OLGA)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/")
        yield page, asked


def _ask(page: "Page") -> None:
    page.get_by_role("button", name="Show its pictures").click()
    page.wait_for_url("**pictures=**")


def _widths(page: "Page") -> list[int]:
    """How wide each picture in the frame really is; 0 where none was loaded."""
    frame = page.frame_locator("iframe.letter__frame")
    frame.locator("h2").wait_for()
    page.wait_for_load_state("networkidle")
    return list(frame.locator("img").evaluate_all("all => all.map(each => each.naturalWidth)"))


def test_its_own_picture_is_there_and_nothing_is_fetched_until_a_person_asks(
    asked_for: tuple["Page", list[dict[str, str]]],
) -> None:
    page, asked = asked_for
    page.goto("/interactions/1/?layout=1")
    assert _widths(page) == [1, 0]
    assert asked == []
    _ask(page)
    assert _widths(page) == [1, 1]
    assert [each["url"] for each in asked] == [f"{FAR}?to=olga"]
    assert "referer" not in asked[0] and "cookie" not in asked[0]
    assert page.get_by_text("whoever runs that learns that you opened this mail").is_visible()


def test_the_next_mail_and_the_same_one_opened_again_are_without_them(
    asked_for: tuple["Page", list[dict[str, str]]],
) -> None:
    page, asked = asked_for
    page.goto("/interactions/1/?layout=1")
    _ask(page)
    assert _widths(page) == [1, 1]
    asked.clear()
    for address in ("/interactions/2/?layout=1", "/interactions/1/?layout=1"):
        page.goto(address)
        assert _widths(page) == [1, 0]
    assert asked == []
