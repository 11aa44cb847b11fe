"""Lists, people, mail, search and notes in a real browser: by keyboard, on a phone, in the dark, with nothing lost."""

from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.conftest import Running, run_alongside

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
PASSWORD = "a long enough secret"

ASKED = (
    "Could you send us the statement of facts? Nobody told us the berth was taken.\n\nJoe Kowalski\nVP Raw Materials"
)
LETTERS = [
    ("Joe Kowalski <joe@nsteel.example>", "olga@example.com", 12, "Demurrage", ASKED),
    (
        "Olga Owner <olga@example.com>",
        "joe@nsteel.example",
        13,
        "Re: Laydays",
        "I will tell you the laydays by Friday.",
    ),
    (
        "Mia Ruiz <mia@plateworks.example>",
        "olga@example.com",
        14,
        "Pellets",
        "Please send us a quote for 400 t of pellets.",
    ),
]


@pytest.fixture
def book(tmp_path: Path, running: Callable[..., Running]) -> str:
    """An installation of Olga's with three letters, brought in as anybody's are."""
    data, letters = tmp_path / "installation", tmp_path / "letters"
    letters.mkdir()
    for n, (sender, to, day, subject, text) in enumerate(LETTERS):
        _write(letters / f"{n}.eml", sender, to, day, subject, text)
    words = ("user", "create", "olga", "--address", "olga@example.com", "--password-stdin")
    assert run_alongside(data, *words, given=PASSWORD).returncode == 0
    assert run_alongside(data, "import", "--yes", str(letters)).returncode == 0
    return running(data).address


def _write(path: Path, sender: str, to: str, day: int, subject: str, text: str) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Date"] = f"Mon, {day} Jan 2026 09:00:00 +0000"
    message["Message-ID"] = f"<{day}@mail.example>"
    message.set_content(text)
    path.write_bytes(message.as_bytes())


@pytest.fixture
def page(book: str, browser_page: Callable[..., "Page"]) -> Iterator["Page"]:
    """A wide page of Olga's, signed in."""
    opened = browser_page(viewport=WIDE)
    _sign_in(opened, book)
    yield opened


def _sign_in(page: "Page", address: str) -> None:
    page.goto(f"{address}/sign-in/")
    page.get_by_label("Your address").fill("olga")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{address}/")


def _open(page: "Page", book: str, subject: str) -> None:
    page.goto(f"{book}/search/?q={subject}")
    page.get_by_role("link", name=subject).first.click()
    page.wait_for_url("**/interactions/*/")  # and with it the keys, which a click alone does not wait for


def test_one_key_sorts_a_company_and_another_takes_it_back(page: "Page", book: str) -> None:
    page.goto(f"{book}/accounts/?show=unsorted")
    page.keyboard.press("j")
    page.keyboard.press("c")
    row = page.locator("tbody tr").first
    expect(row).to_contain_text("a customer")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator("tbody tr").nth(1)).to_contain_text("not a customer")
    page.keyboard.press("u")
    expect(page.locator("tbody tr").nth(1)).to_contain_text("Prospect")
    page.goto(f"{book}/accounts/")
    expect(page.locator("tbody tr")).to_have_count(1)


def test_a_finding_is_judged_by_key_where_it_stands_in_the_mail(page: "Page", book: str) -> None:
    _open(page, book, "Demurrage")
    mark = page.locator(".found").first
    page.keyboard.press("j")
    expect(mark).to_have_attribute("aria-current", "true")
    page.keyboard.press("y")
    expect(mark).to_have_class("found found--confirmed")
    expect(page.locator("#evidence")).to_contain_text("You said that this is right.")
    page.keyboard.press("u")
    expect(mark).to_have_class("found found--unreviewed")


def test_a_key_means_the_mark_that_is_chosen_however_fast_it_comes(page: "Page", book: str) -> None:
    _open(page, book, "Demurrage")
    for key in ("j", "j", "x"):
        page.keyboard.press(key)
    expect(page.locator(".found").nth(1)).to_have_class("found found--rejected")
    expect(page.locator(".found").first).to_have_class("found found--unreviewed")


def test_choosing_in_the_drawer_moves_the_mark_that_the_keys_mean(page: "Page", book: str) -> None:
    _open(page, book, "Demurrage")
    page.keyboard.press("j")
    page.locator(".finding__other").first.click()
    expect(page.locator(".found").nth(1)).to_have_attribute("aria-current", "true")
    expect(page.locator(".finding--chosen")).to_contain_text("berth")
    page.keyboard.press("y")
    expect(page.locator(".found").nth(1)).to_have_class("found found--confirmed")


def test_an_address_that_names_a_mark_opens_what_is_behind_it(page: "Page", book: str) -> None:
    _open(page, book, "Demurrage")
    mark = page.locator(".found").nth(1).get_attribute("id")
    page.goto(page.url.partition("#")[0] + f"#{mark}")
    page.reload()
    expect(page.locator(f"#{mark}")).to_have_attribute("aria-current", "true")
    expect(page.locator(".finding--chosen")).to_contain_text("berth")


def test_search_finds_while_one_types_and_opens_by_key(page: "Page", book: str) -> None:
    page.keyboard.press("/")
    page.wait_for_url(f"{book}/search/")
    page.keyboard.type("state")
    expect(page.locator("#found mark").first).to_have_text("statement")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Demurrage")


def test_a_note_is_kept_from_any_page_and_what_it_holds_is_offered(page: "Page", book: str) -> None:
    page.goto(f"{book}/people/")
    page.keyboard.press("n")
    page.get_by_label("About").fill("Joe Kowalski")
    page.get_by_label("What happened").fill("Lunch. I will send him the rail schedule by Friday.")
    page.get_by_role("button", name="Save the note").click()
    expect(page.locator("#evidence")).to_contain_text("Kept, about Joe Kowalski")
    expect(page.locator("#evidence")).to_contain_text("Our promise")
    expect(page.locator("#note")).not_to_be_visible()
    page.keyboard.press("x")
    expect(page.locator("#evidence")).to_contain_text("You said that this is not so")


def test_what_was_typed_survives_closing_and_loading_anew(page: "Page", book: str) -> None:
    page.goto(f"{book}/people/")
    page.keyboard.press("n")
    page.get_by_label("What happened").fill("Half a sentence that must")
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("n")
    expect(page.get_by_label("What happened")).to_have_value("Half a sentence that must")


def test_a_list_is_narrowed_while_one_types_and_keeps_the_cursor(page: "Page", book: str) -> None:
    page.goto(f"{book}/people/")
    page.keyboard.press("/")
    page.keyboard.type("ruiz")
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("input[type=search]")).to_be_focused()
    assert "q=ruiz" in page.url


def test_axe_finds_nothing_and_nothing_runs_over_the_edge(book: str, browser_page: Callable[..., "Page"]) -> None:
    for viewport in (WIDE, PHONE):
        for scheme in ("light", "dark"):
            page = browser_page(viewport=viewport, color_scheme=scheme, bypass_csp=True)
            _sign_in(page, book)
            for address in _addresses(page, book):
                page.goto(address)
                found = Axe().run(page)
                assert found.violations_count == 0, f"{address} {scheme} {viewport}: {found.generate_report()}"
                wide = page.evaluate("document.documentElement.scrollWidth")
                assert wide <= viewport["width"], f"{address} is {wide} wide"


def _addresses(page: "Page", book: str) -> list[str]:
    page.goto(f"{book}/search/?q=demurrage")
    mail = page.get_by_role("link", name="Demurrage").first.get_attribute("href")
    page.goto(f"{book}/people/")
    person = page.get_by_role("link", name="Joe Kowalski").get_attribute("href")
    lists = ["/accounts/", "/accounts/?show=unsorted", "/accounts/?show=not", "/people/", "/people/?who=everybody"]
    forms = [
        "/notes/",
        "/notes/enter?what=award",
        f"/notes/enter?what=promise&about=person:{(person or '').split('/')[2]}",
    ]
    return [book + path for path in [*lists, "/search/", "/search/?q=demurrage", mail or "", person or "", *forms]]
