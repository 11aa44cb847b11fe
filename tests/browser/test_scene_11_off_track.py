"""Off track: three weeks of back and forth; a professional is asked, the answer kept and tried, its result noted, a lesson kept."""

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import Stage
from tests.browser.looks import evidence, main

if TYPE_CHECKING:
    from playwright.sync_api import Page

CIRCLES = "You go in circles with Keystone Bar"
ADVISER = "Ruth Vance"


def test_today_says_that_we_go_in_circles_with_the_letters_and_leads_to_asking(page: "Page") -> None:
    page.goto("/?all=1")
    sign = page.locator("li.item").filter(has_text=CIRCLES)
    expect(sign).to_have_count(1)
    sign.locator(".item__say a").click()
    expect(evidence(page).locator(".evidence__reason")).to_contain_text("came back four times")
    sign.get_by_role("link", name="Ask a professional", exact=True).click()
    expect(page.get_by_role("heading", name="Ask a professional", level=1)).to_be_visible()


def test_the_account_says_so_too(page: "Page", stage: Stage) -> None:
    account = stage.id_of("SELECT id FROM alongside_account WHERE name = ?", "Keystone Bar")
    page.goto(f"/accounts/{account}/")
    section = main(page).locator(".off-track")
    expect(section).to_contain_text("came back four times")


def test_the_case_tells_the_least_and_names_nobody(page: "Page") -> None:
    _open_ask(page)
    who = main(page).locator("input[name=line][value=who]")
    expect(who).not_to_be_checked()
    main(page).get_by_label("Your question").fill("How do we agree on the moisture without losing him or the margin?")
    main(page).get_by_label("Whom do you ask").fill(ADVISER)
    main(page).get_by_label("Their address").fill("ruth@mentor.example")
    main(page).get_by_role("button", name="Write the case").click()
    told = main(page).locator(".advice__told")
    expect(told).to_contain_text("moisture")
    expect(told).to_contain_text("We are going in circles")
    for name in ("Frank", "Keystone", "National Steel"):
        expect(told).not_to_contain_text(name)
    expect(main(page).get_by_role("link", name="Open in my mail program")).to_have_attribute(
        "href", re.compile("^mailto:ruth%40mentor.example")
    )


def test_it_leaves_as_a_letter_and_today_lets_it_rest(page: "Page", stage: Stage) -> None:
    with page.expect_download() as got:
        page.goto(_case(stage))
        main(page).get_by_role("link", name="Save as a draft file").click()
    assert "moisture" in got.value.path().read_text(errors="replace")
    page.goto("/?all=1")
    expect(page.locator("li.item").filter(has_text=CIRCLES)).to_have_count(0)


def test_the_answer_is_kept_tried_and_its_result_noted(page: "Page", stage: Stage) -> None:
    page.goto(_case(stage))
    for part, label, words in (
        ("answer", "Their answer", "Stop writing. Take both samplers to the same train and agree on what you see."),
        ("tried", "What you tried", "Sampled one train together on Tuesday."),
    ):
        section = main(page).locator(f"#{part}")
        section.get_by_label(label).fill(words)
        section.get_by_role("button", name="Keep it").click()
        expect(main(page).locator(f"#{part}")).to_contain_text(words)
    result = main(page).locator("#result")
    result.get_by_label("What came of it").select_option("worked")
    result.get_by_label("Why").fill("He signed 3.3 for the winter.")
    result.get_by_role("button", name="Keep it").click()
    expect(main(page).locator("#result")).to_contain_text("Worked")


def test_what_worked_becomes_a_lesson(page: "Page", stage: Stage) -> None:
    page.goto(_case(stage))
    lesson = main(page).locator("#lesson")
    lesson.get_by_label("The rule, in your own words").fill("Measure together before you argue over a cap.")
    lesson.get_by_label("What it applies to").fill("a moisture cap or penalty in a frame")
    lesson.get_by_role("button", name="Keep the lesson").click()
    expect(main(page).locator("#lesson")).to_contain_text("Measure together")


def _open_ask(page: "Page") -> None:
    page.goto("/?all=1")
    page.locator("li.item").filter(has_text=CIRCLES).get_by_role("link", name="Ask a professional", exact=True).click()
    expect(page.get_by_role("heading", name="Ask a professional", level=1)).to_be_visible()


def _case(stage: Stage) -> str:
    return f"/advice/{stage.id_of('SELECT id FROM alongside_advicecase WHERE adviser = ?', ADVISER)}/"
