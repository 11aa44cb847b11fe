"""What was found stands marked in the mail itself: right, corrected or not so with one key, and what is not so stays away."""

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Stage
from tests.browser.looks import evidence, items, main

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PROMISED = "I will find out and tell you by Friday."
CERTIFICATES = "I will have the assay certificates going out with each cargo by"
SCHEDULE = "I will send you the rail schedule for"
REPORT = "I will send you the written report by"
ON_ONE_LINE = "replace(quote, char(10), ' ')"


def address(stage: Stage, scene: str, nth: int) -> str:
    """Find the page of the nth letter of a planted scene."""
    message = stage.world.planted[scene].letters[nth]
    return f"/interactions/{stage.id_of('SELECT id FROM alongside_interaction WHERE message_id = ?', message)}/"


def mark(page: "Page", words: str) -> "Locator":
    return main(page).locator("a.found").filter(has_text=words)


def choose(page: "Page", words: str) -> None:
    mark(page, words).click()
    expect(evidence(page).locator('[aria-current="true"]')).to_contain_text(words)


def review(stage: Stage, words: str) -> str:
    """Read what is kept of a person's word on the promise in these words."""
    asked = f"SELECT review FROM alongside_sighting WHERE kind = 'promise' AND {ON_ONE_LINE} LIKE ?"
    [[word]] = stage.ask(asked, f"%{words}%")
    return str(word)


def promises(stage: Stage, words: str) -> list[tuple[str, str]]:
    """Read the promises that the ledger holds of these words: state and what."""
    return stage.ask(f"SELECT state, what FROM alongside_commitment WHERE {ON_ONE_LINE} LIKE ?", f"%{words}%")


def first_two(page: "Page") -> tuple[str, str]:
    """Tell which of the two promises that are as late, as often asked for again, stands first on Today."""
    stands_first = "demurrage" in items(page).first.inner_text()
    return (PROMISED, REPORT) if stands_first else (REPORT, PROMISED)


@pytest.fixture
def letter(page: "Page", stage: Stage) -> "Page":
    """The mail in which Alex promised Beth the certificates."""
    page.goto(address(stage, "certificates", 1))
    return page


def test_a_promise_is_marked_in_its_mail_and_says_what_it_was_taken_for(letter: "Page") -> None:
    expect(mark(letter, CERTIFICATES)).to_be_visible()
    choose(letter, CERTIFICATES)
    expect(evidence(letter)).to_contain_text("promise")
    expect(evidence(letter)).to_contain_text("due")
    expect(evidence(letter)).to_contain_text("found by")


def test_y_says_it_is_right(letter: "Page", stage: Stage) -> None:
    choose(letter, CERTIFICATES)
    letter.keyboard.press("y")
    expect(evidence(letter).get_by_role("button", name="Right")).to_have_attribute("aria-pressed", "true")
    expect(mark(letter, CERTIFICATES)).to_have_class("found found--confirmed")
    assert review(stage, CERTIFICATES) == "confirmed"


def test_u_takes_the_word_back(letter: "Page", stage: Stage) -> None:
    choose(letter, CERTIFICATES)
    letter.keyboard.press("u")
    expect(evidence(letter).get_by_role("button", name="Take it back")).to_have_count(0)
    expect(mark(letter, CERTIFICATES)).to_have_class("found found--unreviewed")
    assert review(stage, CERTIFICATES) == "unreviewed"


def test_c_corrects_what_was_promised_and_the_ledger_says_it_so(letter: "Page", stage: Stage) -> None:
    choose(letter, CERTIFICATES)
    letter.keyboard.press("c")
    evidence(letter).get_by_label("What", exact=True).fill("send the assay certificates before the boat ties up")
    evidence(letter).get_by_role("button", name="Keep the correction").click()
    expect(mark(letter, CERTIFICATES)).to_have_class("found found--corrected")
    assert promises(stage, CERTIFICATES) == [("open", "send the assay certificates before the boat ties up")]


def test_x_says_it_is_not_so_and_the_promise_is_gone(page: "Page", stage: Stage) -> None:
    page.goto(address(stage, "rail_schedule", 1))
    assert len(promises(stage, SCHEDULE)) == 1
    choose(page, SCHEDULE)
    page.keyboard.press("x")
    expect(mark(page, SCHEDULE)).to_have_class("found found--rejected")
    assert review(stage, SCHEDULE) == "rejected"
    assert promises(stage, SCHEDULE) == []


def test_what_is_not_so_stays_away_and_what_was_corrected_stays_so_when_all_is_worked_out_anew(
    page: "Page", stage: Stage
) -> None:
    stage.rebuild()
    assert promises(stage, SCHEDULE) == []
    assert promises(stage, CERTIFICATES) == [("open", "send the assay certificates before the boat ties up")]
    page.goto(address(stage, "rail_schedule", 1))
    expect(mark(page, SCHEDULE)).to_have_class("found found--rejected")
    page.goto("/requests/")
    expect(main(page)).not_to_contain_text("rail schedule for")


def test_a_key_right_after_moving_means_the_one_that_was_moved_to(page: "Page", stage: Stage) -> None:
    first, second = first_two(page)
    expect(evidence(page).locator("mark").filter(has_text=first)).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("y")
    expect(evidence(page).get_by_role("button", name="Right")).to_have_attribute("aria-pressed", "true")
    assert review(stage, first) == "unreviewed"
    assert review(stage, second) == "confirmed"


def test_moving_right_after_a_word_shows_the_one_that_was_moved_to(page: "Page", stage: Stage) -> None:
    first, second = first_two(page)
    page.keyboard.press("j")
    expect(evidence(page).locator("mark").filter(has_text=second)).to_be_visible()
    page.keyboard.press("u")
    page.keyboard.press("k")
    expect(evidence(page).locator("mark").filter(has_text=first)).to_be_visible()
    assert review(stage, second) == "unreviewed"


def test_x_on_today_takes_the_item_with_it(page: "Page", stage: Stage) -> None:
    demurrage = page.locator("li.item").filter(has_text="where this demurrage comes from")
    if first_two(page)[0] != PROMISED:
        page.keyboard.press("j")
    expect(evidence(page).locator("mark").filter(has_text=PROMISED)).to_be_visible()
    page.keyboard.press("x")
    expect(demurrage.filter(has_text="You said you would")).to_have_count(0)
    assert promises(stage, PROMISED) == []


def test_the_evidence_of_a_mark_is_a_page_of_its_own_too(page: "Page", stage: Stage) -> None:
    page.goto(address(stage, "demurrage", 1))
    link = mark(page, PROMISED).get_attribute("href")
    page.goto(str(link))
    expect(main(page).get_by_role("button", name="Not so")).to_be_visible()
    main(page).get_by_role("link", name="Back to the words").click()
    expect(mark(page, PROMISED)).to_be_visible()


def test_j_moves_from_mark_to_mark(page: "Page", stage: Stage) -> None:
    page.goto(address(stage, "demurrage", 0))
    page.keyboard.press("j")
    expect(main(page).locator('a.found[aria-current="true"]')).to_have_count(1)
