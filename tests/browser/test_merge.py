"""Two people are merged by hand from their page and taken apart again; a question is answered by one key."""

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import Stage
from tests.browser.looks import chosen, main

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

ONE, OTHER = "j.smith@erielakefront.example", "john.smith@erielakefront.example"


def smiths(page: "Page") -> "Locator":
    page.goto("/people/?q=smith")
    return main(page).locator("[data-row]").filter(has_text="John Smith")


def test_two_are_looked_at_side_by_side_and_merged(page: "Page") -> None:
    smiths(page).first.get_by_role("link", name="John Smith").click()
    main(page).get_by_role("link", name="Merge or put right").click()
    page.get_by_role("searchbox", name="Name or address of the other").fill("smith")
    page.get_by_role("button", name="Look for them").click()
    main(page).get_by_role("link", name="John Smith", exact=True).click()
    expect(main(page)).to_contain_text(ONE)
    expect(main(page)).to_contain_text(OTHER)
    page.get_by_role("button", name="They are one").click()
    expect(page.get_by_role("status")).to_contain_text("are one from now on")
    expect(smiths(page)).to_have_count(1)


def test_the_merge_is_taken_apart_also_after_a_rebuild_and_both_are_there(page: "Page", stage: Stage) -> None:
    stage.rebuild()
    smiths(page).first.get_by_role("link", name="John Smith").click()
    main(page).get_by_role("link", name="Merge or put right").click()
    page.get_by_role("button", name="Take apart").click()
    expect(page.get_by_role("status")).to_contain_text("Taken back")
    expect(smiths(page)).to_have_count(2)


def test_keys_pass_over_a_question_and_answer_the_next(page: "Page") -> None:
    page.goto("/doubts/")
    page.keyboard.press("j")
    first = str(chosen(page).get_attribute("id"))
    page.keyboard.press("s")
    expect(chosen(page)).not_to_have_id(first)
    second = str(chosen(page).get_attribute("id"))
    page.keyboard.press("x")
    expect(page.locator(f"#{second}").get_by_role("button", name="Undo")).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator(f"#{second}").locator("button[value=yes]")).to_be_visible()
