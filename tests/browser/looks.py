"""Where things stand on the pages: the few places that tests of several scenes look at."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def items(page: "Page") -> "Locator":
    """The rows of Today, those put away included."""
    return page.get_by_role("list", name="What to do today").locator(":scope > li")


def item(page: "Page", words: str) -> "Locator":
    """The row of Today that says these words."""
    return items(page).filter(has_text=words)


def words_of(row: "Locator") -> str:
    """What a row of Today says to do."""
    return row.locator(".item__say").inner_text()


def chosen(page: "Page") -> "Locator":
    """The row that the keys act on."""
    return page.locator('#main [data-row][aria-current="true"]')


def evidence(page: "Page") -> "Locator":
    """The drawer beside the page."""
    return page.get_by_role("complementary", name="Evidence")


def main(page: "Page") -> "Locator":
    """The page itself, without rail and drawer."""
    return page.get_by_role("main")
