"""Who is who: a question with both sides next to each other, an answer that joins, and the way back."""

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import Stage
from tests.browser.looks import chosen, main

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

ONE, OTHER = "j.smith@erielakefront.example", "john.smith@erielakefront.example"


def questions(page: "Page") -> "Locator":
    return page.get_by_role("list", name="Questions").locator(":scope > li")


def question(page: "Page", stage: Stage) -> "Locator":
    """The question whether the two Smiths are one, asked or answered."""
    return main(page).locator(f"#doubt-{stage.id_of('SELECT id FROM alongside_doubt WHERE subject LIKE ?', f'%{ONE}')}")


def smiths(page: "Page") -> "Locator":
    """The rows of the list of people that are called so."""
    page.goto("/people/?q=smith")
    return main(page).locator("[data-row]").filter(has_text="John Smith")


def test_the_rail_counts_the_questions_and_leads_to_them(page: "Page") -> None:
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Doubts").click()
    page.wait_for_url("**/doubts/")
    expect(questions(page)).to_have_count(2)


def test_both_sides_stand_next_to_each_other_with_what_speaks_for_it(page: "Page", stage: Stage) -> None:
    page.goto("/doubts/")
    expect(question(page, stage).get_by_role("link", name="John Smith")).to_have_count(2)
    expect(question(page, stage)).to_contain_text(ONE)
    expect(question(page, stage)).to_contain_text(OTHER)
    expect(question(page, stage)).to_contain_text("interactions, last")
    expect(question(page, stage)).to_contain_text("They share a phone number that nobody else has.")


def test_nobody_is_joined_without_a_word(page: "Page") -> None:
    expect(smiths(page)).to_have_count(2)


def test_yes_joins_the_two_and_their_page_knows_both_addresses(page: "Page", stage: Stage) -> None:
    page.goto("/doubts/")
    question(page, stage).locator("button[value=yes]").click()
    expect(question(page, stage).get_by_role("button", name="Undo")).to_be_visible()
    expect(smiths(page)).to_have_count(1)
    smiths(page).get_by_role("link", name="John Smith").click()
    expect(main(page).get_by_role("link", name=ONE, exact=True)).to_be_visible()
    expect(main(page).get_by_role("link", name=OTHER, exact=True)).to_be_visible()


def test_what_was_answered_is_listed_and_taking_it_back_makes_two_of_them_again(page: "Page") -> None:
    page.goto("/doubts/")
    expect(questions(page)).to_have_count(1)
    answered = page.get_by_role("region", name="Answered").get_by_role("listitem").filter(has_text=ONE)
    answered.get_by_role("button", name="Take back").click()
    expect(page.get_by_role("status")).to_contain_text("Taken back")
    expect(questions(page)).to_have_count(2)
    expect(smiths(page)).to_have_count(2)


def test_a_key_answers_the_chosen_question_in_its_place_and_no_is_not_asked_again(page: "Page", stage: Stage) -> None:
    page.goto("/doubts/")
    page.keyboard.press("j")
    answered = str(chosen(page).get_attribute("id"))
    page.keyboard.press("x")
    expect(page.locator(f"#{answered}").get_by_role("button", name="Undo")).to_be_visible()
    stage.rebuild()
    page.reload()
    expect(questions(page)).to_have_count(1)
    expect(questions(page).and_(page.locator(f"#{answered}"))).to_have_count(0)


def test_the_question_on_today_leads_to_the_same_one(page: "Page") -> None:
    page.goto("/?all=1")
    page.locator("li.item").filter(has_text="one person?").get_by_role("link", name="Settle it").click()
    page.wait_for_url("**/doubts/#doubt-*")
    expect(main(page).locator("li:target")).to_be_visible()
