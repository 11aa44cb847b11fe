"""Monday, 7:40: Today opens with seven things; the promise to Joe is a click from its letter, and sending it settles it.

Each test takes another of the seven, so that none waits for another; the letter is sent in the last one.
"""

from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ZONE, Stage
from tests.browser.looks import chosen, evidence, item, items, words_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

DEMURRAGE = "where this demurrage comes from"
ASKED = "Before I sign the next laydays I need to know where this demurrage comes from."
PROMISED = "I will find out and tell you by Friday."
ASKED_AGAIN = "Did you find out where the demurrage comes from?"
FOUND_OUT = "The berth at the ore dock was taken until noon. The carrier pays eight of the 22 hours."


def test_today_opens_with_seven_things_and_says_how_many_more_and_why_in_this_order(page: "Page") -> None:
    expect(items(page)).to_have_count(7)
    expect(page.get_by_role("link", name="behind these")).to_be_visible()
    expect(page.get_by_text("Sorted by")).to_be_visible()


def test_the_promise_to_joe_stands_among_the_first_and_says_since_when(page: "Page", stage: Stage) -> None:
    late = item(page, DEMURRAGE)
    due = stage.world.planted["demurrage"].due_on
    assert due is not None
    expect(items(page).first.or_(items(page).nth(1)).filter(has_text=DEMURRAGE)).to_be_visible()
    expect(late).to_contain_text(f"Friday {due.day} ")
    expect(late).to_contain_text("You said you would find out and tell Joe by Friday")
    expect(late).to_contain_text("late")


def test_choosing_it_shows_his_words_and_our_promise_marked(page: "Page") -> None:
    item(page, DEMURRAGE).locator(".item__say a").click()
    expect(evidence(page).get_by_role("heading", name="Why this is here")).to_be_visible()
    marks = evidence(page).locator("mark")
    expect(marks.filter(has_text=ASKED)).to_be_visible()
    expect(marks.filter(has_text=PROMISED)).to_be_visible()
    expect(marks.filter(has_text=ASKED_AGAIN)).to_be_visible()
    expect(evidence(page)).to_contain_text("What settles it")


def test_every_quote_leads_to_its_mail(page: "Page", stage: Stage) -> None:
    asked, *_ = stage.world.planted["demurrage"].letters
    mail = stage.id_of("SELECT id FROM alongside_interaction WHERE message_id = ?", asked)
    item(page, DEMURRAGE).locator(".item__say a").click()
    evidence(page).locator("figure").filter(has_text=ASKED).get_by_role("link").click()
    page.wait_for_url(f"**/interactions/{mail}/**")
    expect(page.get_by_role("main")).to_contain_text("Nobody told us the berth was taken")


def test_one_click_opens_a_letter_that_quotes_his_mail(page: "Page") -> None:
    item(page, DEMURRAGE).get_by_role("link", name="Write the update").click()
    letter = evidence(page)
    expect(letter.get_by_label("To", exact=True)).to_have_value("joe.kowalski@nationalsteel.example")
    expect(letter.get_by_label("Subject")).to_have_value("Re: Demurrage on the last cargo")
    text = letter.get_by_label("Letter").input_value()
    assert any(line.startswith(">") and "demurrage" in line for line in text.splitlines()), text


def test_what_is_typed_into_the_letter_is_there_again_after_another_page(page: "Page") -> None:
    item(page, DEMURRAGE).get_by_role("link", name="Write the update").click()
    evidence(page).get_by_label("Subject").fill("Re: Demurrage, explained")
    page.goto("/accounts/")
    page.go_back()
    item(page, DEMURRAGE).get_by_role("link", name="Write the update").click()
    expect(evidence(page).get_by_label("Subject")).to_have_value("Re: Demurrage, explained")


# Putting away, by mouse and by key


def test_done_leaves_a_line_with_undo_and_undo_brings_it_back(page: "Page") -> None:
    row = items(page).nth(1)
    words = words_of(row)
    row.get_by_role("button", name="Done").click()
    expect(row).to_contain_text("done")
    expect(row.get_by_role("button", name="Later")).to_have_count(0)
    row.get_by_role("button", name="Undo").click()
    expect(row.get_by_role("button", name="Done")).to_be_visible()
    assert words_of(row) == words


def test_later_offers_until_when(page: "Page") -> None:
    row = items(page).nth(2)
    row.get_by_role("button", name="Later").click()
    expect(row).to_contain_text("until tomorrow")
    row.get_by_role("button", name="for a week").click()
    expect(row).to_contain_text("until ")
    row.get_by_role("button", name="Undo").click()
    expect(row.get_by_role("button", name="Later")).to_be_visible()


def test_dismissing_asks_why_and_keeps_the_answer(page: "Page") -> None:
    row = items(page).nth(3)
    words = words_of(row)
    row.get_by_role("link", name="Not this").click()
    evidence(page).get_by_label("In a few words").fill("They settled it among themselves.")
    evidence(page).get_by_role("button", name="Put it away").click()
    expect(row).to_contain_text("not this")
    page.reload()
    expect(items(page).filter(has_text=words)).to_have_count(0)
    page.get_by_text("settled today").click()
    settled = page.locator("details").filter(has_text=words)
    expect(settled).to_contain_text("not this: They settled it among themselves.")
    settled.get_by_role("listitem").filter(has_text=words).get_by_role("button", name="Undo").click()
    expect(items(page).filter(has_text=words)).to_have_count(1)


@pytest.mark.parametrize(("key", "says"), [("d", "done"), ("z", "until ")])
def test_a_key_puts_the_chosen_one_away_and_another_takes_it_back(page: "Page", key: str, says: str) -> None:
    words = words_of(items(page).nth(1))
    page.keyboard.press("j")
    expect(chosen(page).locator(".item__say")).to_have_text(words)
    page.keyboard.press(key)
    row = items(page).nth(1)
    expect(row).to_contain_text(says)
    expect(chosen(page)).to_have_id(items(page).nth(2).get_attribute("id") or "")
    page.keyboard.press("k")
    page.keyboard.press("u")
    expect(row.get_by_role("button", name="Done")).to_be_visible()


def test_j_and_k_move_and_the_evidence_follows(page: "Page") -> None:
    first, second = items(page).nth(0), items(page).nth(1)
    page.keyboard.press("j")
    expect(second).to_have_attribute("aria-current", "true")
    expect(evidence(page).locator(".evidence__reason")).to_have_text(second.locator(".item__why").inner_text())
    page.keyboard.press("k")
    expect(first).to_have_attribute("aria-current", "true")
    expect(evidence(page).locator(".evidence__reason")).to_have_text(first.locator(".item__why").inner_text())


def test_enter_opens_the_letter_of_the_chosen_one_and_escape_gives_the_row_back(page: "Page") -> None:
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(evidence(page).get_by_label("Letter")).to_be_visible()
    page.keyboard.press("Escape")
    expect(items(page).first).to_be_focused()


def test_question_mark_shows_the_keys_and_no_key_acts_behind_them(page: "Page") -> None:
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys).to_be_visible()
    page.keyboard.press("d")
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    expect(items(page).filter(has=page.get_by_role("button", name="Done"))).to_have_count(7)


@pytest.mark.parametrize(
    ("letter", "leads_to"),
    [("a", "/accounts/"), ("p", "/people/"), ("r", "/requests/"), ("b", "/book/"), ("t", "/")],
)
def test_g_and_a_letter_go_to_a_page(page: "Page", letter: str, leads_to: str) -> None:
    if leads_to == "/":
        page.goto("/accounts/")
    page.keyboard.press("g")
    page.keyboard.press(letter)
    page.wait_for_url(f"**{leads_to}")


def test_slash_leads_to_the_search_with_the_cursor_in_it(page: "Page") -> None:
    page.keyboard.press("/")
    page.wait_for_url("**/search/**")
    expect(page.get_by_role("searchbox").first).to_be_focused()


def test_letters_typed_into_a_field_are_no_keys(page: "Page") -> None:
    page.keyboard.press("n")
    page.get_by_label("What happened, in your words").fill("")
    page.keyboard.type("dzux?")
    page.keyboard.press("Escape")
    expect(items(page).filter(has=page.get_by_role("button", name="Done"))).to_have_count(7)


# The letter is sent


def test_the_letter_that_was_sent_settles_the_item(page: "Page", stage: Stage, tmp_path: Path) -> None:
    item(page, DEMURRAGE).get_by_role("link", name="Write the update").click()
    letter = evidence(page).get_by_label("Letter")
    letter.fill(f"{FOUND_OUT}\n\n{letter.input_value()}")
    with page.expect_download() as saved:
        evidence(page).get_by_role("button", name="Save as a draft file").click()
    sent = send(Path(saved.value.path()), tmp_path / "sent.eml")
    assert stage.bring_in(sent)["recorded"] == 1
    page.reload()
    expect(item(page, DEMURRAGE)).to_have_count(0)
    expect(items(page)).to_have_count(7)


def test_the_promise_that_was_kept_is_open_no_more(page: "Page", stage: Stage) -> None:
    [[state]] = stage.ask(
        "SELECT state FROM alongside_commitment WHERE what LIKE '%demurrage%' OR quote LIKE ?", PROMISED
    )
    assert state == "kept"


def send(draft: Path, sent: Path) -> Path:
    """Do what a mail program does with a draft: give it a date and an id, and file it under Sent."""
    message = message_from_bytes(draft.read_bytes(), policy=policy.SMTP)
    del message["X-Unsent"]
    message["Date"] = datetime.now(ZoneInfo(ZONE))
    message["Message-ID"] = "<explained.demurrage@mesabaore.example>"
    sent.write_bytes(message.as_bytes())
    return sent
