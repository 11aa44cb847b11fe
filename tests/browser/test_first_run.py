"""An empty installation: it asks who you are, takes your files, shows how far it is, and Today fills."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from alongside.demo.world import World
from tests.browser.conftest import PASSWORD, WIDE, ZONE
from tests.browser.looks import evidence, items, main
from tests.conftest import Running, served

if TYPE_CHECKING:
    from playwright.sync_api import Page

LETTERS_BROUGHT = 400
"""Of the demo world's mailbox the newest so many, so that reading them takes a moment and no more. Unit: letters."""


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """An installation that nobody has used yet."""
    with served(tmp_path_factory.mktemp("empty") / "alongside", ALONGSIDE_TIME_ZONE=ZONE) as server:
        yield server


@pytest.fixture(scope="module")
def some_files(world: World, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """What a person might begin with: the newest of both mailboxes, and two tables."""
    folder = tmp_path_factory.mktemp("some")
    return [
        *(_newest(world.folder / name, folder / name) for name in ("inbox.mbox", "sent.mbox")),
        world.folder / "accounts.csv",
        world.folder / "orders.csv",
    ]


def _newest(archive: Path, place: Path) -> Path:
    letters = archive.read_bytes().split(b"\nFrom ")
    place.write_bytes(b"From " + b"\nFrom ".join(letters[-LETTERS_BROUGHT:]))
    return place


@pytest.fixture
def open_empty(empty: Running, browser_page: Callable[..., "Page"]) -> Callable[..., "Page"]:
    def go(path: str = "/", **options: object) -> "Page":
        page = browser_page(viewport=WIDE, base_url=empty.address, **options)
        page.goto(path)
        return page

    return go


def test_every_page_leads_to_the_question_who_you_are(open_empty: Callable[..., "Page"]) -> None:
    for path in ("/", "/accounts/", "/people/1/", "/sign-in/"):
        page = open_empty(path)
        page.wait_for_url("**/welcome/")
        expect(page.get_by_role("heading", name="Who are you?")).to_be_visible()


def test_wrong_input_is_told_plainly_and_what_was_typed_is_kept(
    open_empty: Callable[..., "Page"], world: World
) -> None:
    page = open_empty("/welcome/")
    page.locator("form").evaluate("form => form.noValidate = true")
    page.get_by_label("Your name").fill(world.user_name)
    page.get_by_label("Your mail address").fill("alex at mesabaore")
    page.get_by_label("A password").fill("short")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("alert").first).to_contain_text("This is no mail address: something like name@company.com.")
    expect(page.get_by_label("Your name")).to_have_value(world.user_name)
    expect(page.get_by_label("Your mail address")).to_have_value("alex at mesabaore")
    page.locator("form").evaluate("form => form.noValidate = true")
    page.get_by_label("Your mail address").fill(world.user_address)
    page.get_by_label("A password").fill("short")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("alert").first).to_contain_text("10 characters")


def test_what_was_typed_is_there_again_after_the_page_was_left(open_empty: Callable[..., "Page"], world: World) -> None:
    page = open_empty("/welcome/")
    page.get_by_label("Your name").fill(world.user_name)
    page.goto("/about/")
    page.goto("/welcome/")
    expect(page.get_by_label("Your name")).to_have_value(world.user_name)
    expect(page.get_by_label("A password")).to_have_value("")


def test_from_a_name_to_a_full_today(open_empty: Callable[..., "Page"], world: World, some_files: list[Path]) -> None:
    page = open_empty("/")
    page.get_by_label("Your name").fill(world.user_name)
    page.get_by_label("Your mail address").fill(world.user_address)
    page.get_by_label("A password").fill(PASSWORD)
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/imports/")

    page.goto("/")
    expect(main(page)).to_contain_text("Here will stand what you owe")
    page.get_by_role("link", name="Bring in your files").click()

    page.get_by_label("Files").set_input_files([str(path) for path in some_files])
    page.get_by_role("button", name="Bring in").click()
    page.wait_for_url("**/imports/*/")
    expect(main(page).get_by_role("progressbar").or_(main(page).locator("dl.figures"))).to_be_visible()
    main(page).get_by_role("button", name="Bring in").first.click(timeout=60_000)
    expect(main(page).get_by_role("link", name="See Today")).to_be_visible(timeout=60_000)
    expect(main(page)).to_contain_text("mails")

    page.get_by_role("link", name="See Today").click()
    expect(items(page)).to_have_count(7)
    expect(evidence(page).locator("mark, blockquote").first).to_be_visible()


def test_the_question_who_you_are_is_asked_once(open_empty: Callable[..., "Page"]) -> None:
    page = open_empty("/welcome/")
    page.wait_for_url("**/sign-in/")


def test_a_wrong_password_is_told_plainly_and_the_page_that_was_wanted_comes_after_the_right_one(
    open_empty: Callable[..., "Page"], world: World
) -> None:
    page = open_empty("/accounts/?show=unsorted")
    page.get_by_label("Your address").fill(world.user_address)
    page.get_by_label("Password").fill("not this one at all")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("This address and password do not belong together.")
    expect(page.get_by_label("Your address")).to_have_value(world.user_address)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/accounts/?show=unsorted")


@pytest.mark.parametrize("path", ["/people/", "/requests/", "/doubts/", "/search/", "/book/"])
def test_pages_without_much_say_what_will_stand_there(
    open_empty: Callable[..., "Page"], world: World, path: str
) -> None:
    page = open_empty(path)
    page.get_by_label("Your address").fill(world.user_address)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"**{path}")
    expect(main(page)).not_to_be_empty()
