"""Never again: what comes back five weeks after the change reopens it; silence verifies only with orders in which it could come back."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import Stage
from tests.browser.looks import main

if TYPE_CHECKING:
    from playwright.sync_api import Page


def _step(page: "Page") -> str:
    return main(page).locator(".file__path [aria-current=step]").inner_text()


def _fixed(page: "Page", stage: Stage, request: int, on: date) -> None:
    """Write down that the change was made on a day; the day of a step is asked for as of any answer."""
    page.goto(f"/requests/{request}/")
    made = main(page).locator("#fix_done")
    if not made.get_by_label("The change is made: what was done?").is_visible():
        made.locator("summary").click()
    made.get_by_label("The change is made: what was done?").fill("The spray bar is rebuilt.")
    made.get_by_label("On", exact=True).fill(on.isoformat())
    made.get_by_role("button", name="Write down").click()
    expect(main(page).locator("#fix_done .file__answer")).to_contain_text("The spray bar is rebuilt.")


def test_the_same_complaint_five_weeks_after_the_change_reopens_it_and_says_so(page: "Page", stage: Stage) -> None:
    request = stage.id_of("SELECT id FROM alongside_request WHERE quote LIKE ?", "%What is going on?%")
    asked_on = date.fromisoformat(stage.ask("SELECT asked_on FROM alongside_request WHERE id = ?", request)[0][0])
    _fixed(page, stage, request, asked_on - timedelta(days=35))
    assert _step(page).lower() == "recurred"
    expect(main(page).locator(".stand__say").first).to_contain_text("It came back on")
    expect(main(page).locator(".stand__say").first).to_contain_text("five weeks after the change was made")
    expect(main(page)).to_contain_text("Find the deeper cause")


def test_after_its_silence_with_orders_since_another_one_is_verified_with_the_reckoning(
    page: "Page", stage: Stage
) -> None:
    request = stage.id_of("SELECT id FROM alongside_request WHERE quote LIKE ?", "%car numbers on both ends%")
    _fixed(page, stage, request, stage.world.as_of - timedelta(days=280))
    assert _step(page).lower() == "verified"
    expect(main(page).locator(".stand__say").first).to_contain_text("it does not come back")
    reckoning = main(page).locator(".reckoning").first
    expect(reckoning).to_contain_text("90 days")
    expect(reckoning).to_contain_text("three orders")


def test_without_orders_in_which_it_could_come_back_it_is_never_verified(page: "Page", stage: Stage) -> None:
    request = stage.id_of("SELECT id FROM alongside_request WHERE quote LIKE ?", "%slag samples in tins%")
    _fixed(page, stage, request, stage.world.as_of - timedelta(days=280))
    assert _step(page).lower() == "fix done"
    expect(main(page)).to_contain_text("whether it holds is not shown yet")
    expect(main(page).locator(".reckoning").first).to_contain_text("no orders")
