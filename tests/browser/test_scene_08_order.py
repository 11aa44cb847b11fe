"""The order came: no request for quotation before it, one click says so, and the ladder shows what that proves."""

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import Stage
from tests.browser.looks import evidence, item, main

if TYPE_CHECKING:
    from playwright.sync_api import Page

ASKS = re.compile(r"Was the \w+( \d{4})? order of pellets awarded without a bid\?")
ORDER = "4471"


def award(stage: Stage) -> tuple[int, str, str]:
    """Read the newest pellet award of National Steel as it is kept."""
    [row] = stage.ask(
        "SELECT award.id, award.route, award.no_bid_reason FROM alongside_award award"
        " JOIN alongside_order o ON o.id = award.order_id WHERE o.number = ?",
        ORDER,
    )
    return int(row[0]), str(row[1]), str(row[2])


def proofs(page: "Page") -> dict[str, str]:
    """Read the reckoning of the level: what each demand found."""
    rows = evidence(page).locator(".reckoning tbody tr").filter(has=page.locator("td"))
    return {row.locator("th").inner_text(): row.locator("td").last.inner_text() for row in rows.all()}


def open_account(page: "Page") -> None:
    page.goto("/accounts/?q=national")
    main(page).get_by_role("link", name="National Steel").first.click()
    expect(page.get_by_role("heading", name="National Steel", exact=True)).to_be_visible()


def test_the_question_says_what_was_searched_and_what_a_yes_would_show(page: "Page") -> None:
    page.goto("/?all=1")
    asked = page.locator("li.item").filter(has_text=ASKS)
    expect(asked).to_have_count(1)
    asked.locator(".item__say a").click()
    expect(evidence(page).locator(".evidence__reason")).to_contain_text("60 days")
    expect(evidence(page).locator(".evidence__reason")).to_contain_text("six of eight without a bid")
    expect(evidence(page)).to_contain_text(f"order {ORDER}")


def test_yes_confirms_the_award_and_the_proof_of_partner_moves_with_the_awards_that_moved_it(
    page: "Page", stage: Stage
) -> None:
    open_account(page)
    before = proofs(page)
    expect(main(page).locator(".stand__say")).to_contain_text("Preferred vendor")
    expect(evidence(page)).to_contain_text(f"order {ORDER}, 8,200 t is not confirmed")

    page.goto("/?all=1")
    asked = page.locator("li.item").filter(has_text=ASKS)
    asked.get_by_role("button", name="Yes, no bid").click()
    settled = page.locator("li.item--settled")
    expect(settled).to_contain_text("direct award")
    assert award(stage)[1:] == ("direct_award", "relationship")

    settled.get_by_role("link", name="See where it leaves us").click()
    expect(page.get_by_role("heading", name="National Steel", exact=True)).to_be_visible()
    expect(main(page).locator(".stand__say")).to_contain_text("six of the last eight awards came without a bid")
    expect(main(page).locator(".stand__say")).to_contain_text("show partner since this month")
    after = proofs(page)
    assert after != before
    expect(evidence(page).locator(".chip").filter(has_text=ORDER)).to_be_visible()
    expect(evidence(page)).not_to_contain_text(f"order {ORDER}, 8,200 t is not confirmed")


def test_the_ladder_is_a_picture_with_the_same_in_words(page: "Page") -> None:
    open_account(page)
    ladder = main(page).locator("ol.ladder")
    expect(ladder).to_have_attribute("aria-label", re.compile("Preferred vendor, rung 3 of 4"))
    expect(ladder.locator('[aria-current="true"]')).to_contain_text("preferred vendor")


def test_the_award_opens_from_the_level_and_says_who_confirmed_what(page: "Page", stage: Stage) -> None:
    open_account(page)
    evidence(page).locator(".chip").filter(has_text=ORDER).click()
    expect(evidence(page)).to_contain_text("direct award")
    expect(evidence(page)).to_contain_text("relationship")


def test_more_can_be_said_of_it_and_the_form_keeps_what_is_known(page: "Page", stage: Stage) -> None:
    page.goto(f"/awards/{award(stage)[0]}/confirm")
    expect(main(page).get_by_label("How was it awarded?")).to_have_value("direct_award")
    expect(main(page).get_by_label("If without a bid, why?")).to_have_value("relationship")
    main(page).get_by_label("Whose idea was it?").select_option("developed_together")
    main(page).get_by_label("Who awarded it?").select_option(label="Joe Kowalski")
    main(page).get_by_role("button", name=re.compile("Keep|Save")).click()
    expect(evidence(page)).to_contain_text("developed together")
    open_account(page)
    expect(evidence(page)).not_to_contain_text("Whose idea it was is not recorded")


def test_the_question_does_not_come_back(page: "Page") -> None:
    page.goto("/?all=1")
    expect(item(page, ORDER)).to_have_count(0)
    expect(page.locator("li.item").filter(has_text=ASKS)).to_have_count(0)
