"""What hands do on the pages: files are dropped, a row is settled with a key and taken back, and a phone reaches every page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import Stage
from tests.browser.looks import main

if TYPE_CHECKING:
    from playwright.sync_api import Page

DROP = """text => {
  const held = new DataTransfer();
  held.items.add(new File([text], "late-orders.csv"));
  for (const kind of ["dragover", "drop"]) {
    document.querySelector("main").dispatchEvent(new DragEvent(kind, { dataTransfer: held, bubbles: true, cancelable: true }));
  }
}"""
ORDERS = "number,ordered_on,category,account,value\n9101,2026-01-06,Pellets,National Steel,100\n"


def test_files_that_are_dropped_anywhere_on_the_page_are_named_and_brought_in(page: "Page") -> None:
    page.goto("/imports/")
    page.evaluate(DROP, ORDERS)
    expect(main(page).get_by_role("status")).to_contain_text("One file, 1 KB: late-orders.csv")
    page.get_by_role("button", name="Bring in").click()
    page.wait_for_url("**/imports/*/")
    page.get_by_role("button", name="Bring in 1 row").first.click()
    expect(main(page).locator("dl.figures")).to_contain_text("one order line", timeout=30_000)


def test_what_was_dropped_can_be_put_back(page: "Page") -> None:
    page.goto("/imports/")
    page.evaluate(DROP, ORDERS)
    page.get_by_role("button", name="Choose others").click()
    expect(main(page).get_by_role("status")).to_have_text("")
    expect(page.get_by_label("Files")).to_be_focused()


def test_d_settles_a_request_in_its_row_and_u_takes_back_the_last_one(page: "Page") -> None:
    page.goto("/requests/")
    rows = main(page).locator(".open__row")
    first, second = (str(rows.nth(n).get_attribute("id")) for n in (0, 1))
    page.keyboard.press("j")
    for settled, then in ((first, second), (second, None)):
        page.keyboard.press("d")
        expect(page.locator(f"#{settled}")).to_contain_text("Undo")
        if then:
            expect(page.locator(f"#{then}")).to_be_focused()
    page.keyboard.press("u")
    expect(page.locator(f"#{second}")).to_be_focused()
    expect(page.locator(f"#{second}")).to_contain_text("Answered")
    expect(page.locator(f"#{first}")).to_contain_text("Undo")


def test_the_book_follows_with_the_evidence_of_each_level(page: "Page") -> None:
    page.goto("/book/")
    page.keyboard.press("j")
    row = main(page).locator('[data-row][aria-current="true"]')
    expect(row).to_be_focused()
    expect(page.locator("#evidence h2")).to_contain_text("partner")
    page.keyboard.press("Enter")
    page.wait_for_url("**/accounts/*/")


def test_a_phone_reaches_requests_the_book_doubts_and_imports(
    stage: Stage, browser_page: Callable[..., "Page"]
) -> None:
    page = browser_page(viewport={"width": 390, "height": 844}, has_touch=True, base_url=stage.address)
    page.context.add_cookies(list(stage.cookies))
    for name, place in (
        ("Requests", "/requests/"),
        ("The book", "/book/"),
        ("Doubts", "/doubts/"),
        ("Imports", "/imports/"),
    ):
        page.goto("/")
        page.locator(".rail__more summary").tap()
        page.locator(".rail__sheet").get_by_role("link", name=name).tap()
        page.wait_for_url(f"**{place}")
