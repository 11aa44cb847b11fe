"""Who is who: a question with both sides next to each other, an answer that joins, and the way back."""

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import Stage
from tests.browser.looks import main

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

ONE, OTHER = "j.smith@erielakefront.example", "john.smith@erielakefront.example"


def question(page: "Page") -> "Locator":
    return main(page).locator("li.doubt").filter(has_text=ONE)


def answered(page: "Page") -> "Locator":
    return main(page).locator("section").filter(has_text="Answered").get_by_role("listitem").filter(has_text=ONE)


def people(page: "Page") -> "Locator":
    """The rows of the list of people that are called so."""
    page.goto("/people/?q=smith")
    return main(page).locator("[data-row]").filter(has_text="John Smith")


def test_the_rail_counts_the_questions_and_leads_to_them(page: "Page") -> None:
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Doubts").click()
    page.wait_for_url("**/doubts/")
    expect(main(page).locator("li.doubt")).to_have_count(2)


def test_both_sides_stand_next_to_each_other_with_what_speaks_for_it(page: "Page") -> None:
    page.goto("/doubts/")
    expect(question(page).locator(".doubt__side")).to_have_count(2)
    expect(question(page)).to_contain_text(OTHER)
    expect(question(page)).to_contain_text("last mail on")


def test_nobody_is_joined_without_a_word(page: "Page") -> None:
    expect(people(page)).to_have_count(2)


def test_yes_joins_the_two_and_says_how_to_take_it_back(page: "Page", stage: Stage) -> None:
    page.goto("/doubts/")
    question(page).get_by_role("button", name="Yes").click()
    expect(page.get_by_role("status")).to_contain_text("Joined: one person from now on.")
    expect(question(page)).to_have_count(0)
    expect(answered(page)).to_contain_text("yes")
    expect(people(page)).to_have_count(1)
    people(page).get_by_role("link", name="John Smith").click()
    expect(main(page)).to_contain_text(ONE)
    expect(main(page)).to_contain_text(OTHER)


def test_taking_back_makes_two_of_them_again(page: "Page") -> None:
    page.goto("/doubts/")
    answered(page).get_by_role("button", name="Take back").click()
    expect(page.get_by_role("status")).to_contain_text("Taken back: the question stands again.")
    expect(question(page)).to_have_count(1)
    expect(people(page)).to_have_count(2)


def test_a_key_answers_the_chosen_question_and_no_is_not_asked_again(page: "Page", stage: Stage) -> None:
    page.goto("/doubts/")
    question(page).focus()
    with page.expect_navigation():
        page.keyboard.press("x")
    expect(page.get_by_role("status")).to_contain_text("Kept apart, and not asked again.")
    stage.rebuild()
    page.reload()
    expect(question(page)).to_have_count(0)
    expect(people(page)).to_have_count(2)


def test_the_question_on_today_leads_to_the_same_one(page: "Page") -> None:
    page.goto("/?all=1")
    asked = page.locator("li.item").filter(has_text="one person?")
    asked.locator(".button--go").click()
    page.wait_for_url("**/doubts/#doubt-*")
    expect(main(page).locator("li.doubt:target")).to_be_visible()
