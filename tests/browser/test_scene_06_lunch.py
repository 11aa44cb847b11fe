"""Lunch with Joe: one page before it, one note after it, and what the note holds becomes facts, a promise and a date."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.capture_faults import PHONE
from tests.browser.conftest import Stage
from tests.browser.looks import evidence, item, main

if TYPE_CHECKING:
    from playwright.sync_api import Page

BRIEF = "Read up before you meet Joe Kowalski tomorrow."
JOE = "joe.kowalski@nationalsteel.example"
PROMISED = "I will send him the laydays for April by Friday."
NOTE = f"Lunch with Joe. He was glad that we came. {PROMISED} He wants the yard down to five grades."


@pytest.fixture
def joe(stage: Stage) -> str:
    """The address of Joe's page."""
    return f"/people/{stage.id_of('SELECT id FROM alongside_person WHERE anchor = ? AND merged_into_id IS NULL', JOE)}/"


def promises_to_joe(stage: Stage) -> list[tuple[str, str]]:
    return stage.ask(
        "SELECT promise.state, promise.due_words FROM alongside_commitment promise"
        " JOIN alongside_person person ON person.id = promise.person_id"
        " WHERE person.anchor = ? AND promise.side = 'ours' AND promise.quote LIKE '%laydays%'",
        JOE,
    )


def test_the_meeting_on_today_opens_the_brief(page: "Page", joe: str) -> None:
    item(page, BRIEF).get_by_role("link", name="Open the brief").click()
    page.wait_for_url(f"**{joe}brief")
    expect(page.get_by_role("heading", name="Joe Kowalski")).to_be_visible()


def test_the_brief_says_what_is_open_promised_told_and_unknown_and_asks_three_questions(page: "Page", joe: str) -> None:
    page.goto(f"{joe}brief")
    for part in ("Open", "Promised", "What they told us", "Not known", "Good questions", "Where we stand"):
        expect(main(page).get_by_role("heading", name=part, exact=True)).to_be_visible()
    expect(main(page).locator(".brief__questions li")).to_have_count(3)
    expect(main(page)).to_contain_text("demurrage")
    expect(main(page)).to_contain_text("Fewer grades in the yard")
    expect(main(page)).to_contain_text("Metallics cost per tonne of hot metal")
    expect(main(page)).to_contain_text("Lunch with Joe Kowalski")


def test_every_line_of_the_brief_opens_to_what_it_rests_on(page: "Page", joe: str) -> None:
    page.goto(f"{joe}brief")
    line = main(page).locator(".brief__line").filter(has_text="Fewer grades in the yard")
    line.locator(".chip").click()
    expect(evidence(page)).to_contain_text("Pet project")
    expect(evidence(page)).to_contain_text("told by them")


def test_printed_the_brief_is_one_page_without_rail_buttons_and_marks(page: "Page", joe: str) -> None:
    page.goto(f"{joe}brief")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(evidence(page)).to_be_hidden()
    expect(main(page).locator(".chip").first).to_be_hidden()
    expect(main(page).get_by_role("button", name="Print")).to_be_hidden()
    expect(page.get_by_role("heading", name="Joe Kowalski")).to_be_visible()
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1


def test_his_page_leads_to_the_brief(page: "Page", joe: str) -> None:
    page.goto(joe)
    main(page).get_by_role("link", name="Brief").click()
    page.wait_for_url(f"**{joe}brief")


def test_a_note_in_the_car_offers_what_is_in_it_and_y_makes_it_a_promise_with_its_date(
    page: "Page", stage: Stage, joe: str
) -> None:
    page.goto(joe)
    page.keyboard.press("n")
    note = page.get_by_role("dialog", name="Quick note")
    expect(note.get_by_label("About")).to_have_value("Joe Kowalski")
    expect(note.get_by_label("What happened, in your words")).to_be_focused()
    page.keyboard.type(NOTE)
    note.get_by_role("button", name="Save the note").click()
    expect(evidence(page)).to_contain_text("Kept, about Joe Kowalski")
    expect(note).to_be_hidden()

    expect(evidence(page).locator('.finding[aria-current="true"]')).to_contain_text(PROMISED)
    page.keyboard.press("y")
    expect(evidence(page).get_by_role("button", name="Right")).to_have_attribute("aria-pressed", "true")
    assert promises_to_joe(stage) == [("open", "by Friday")]


def test_the_note_stands_in_what_happened_and_opens_with_its_promise_marked(page: "Page", joe: str) -> None:
    page.goto(joe)
    happened = page.get_by_role("region", name="What happened")
    happened.locator(".event").filter(has_text="note with Joe Kowalski").get_by_role("link").first.click()
    page.wait_for_url("**/interactions/**")
    expect(main(page).locator("a.found").filter(has_text=PROMISED)).to_have_class("found found--confirmed")


def test_the_promise_stands_on_his_page_and_among_the_requests(page: "Page", joe: str) -> None:
    for address in (joe, "/requests/"):
        page.goto(address)
        expect(main(page).locator(".row, [data-row]").filter(has_text="laydays for April").first).to_be_visible()


IN_THE_CAR = "Coffee with Joe. I will send him the stowage plan by Friday."


def test_one_dictated_note_without_network_has_later_become_a_promise_and_a_date(
    stage: Stage, joe: str, open_at: Callable[..., "Page"]
) -> None:
    page = open_at(stage, f"{joe}brief", **PHONE)
    page.locator(".page__head").get_by_role("link", name="Note", exact=True).tap()
    expect(page.locator("#about")).to_have_value("Joe Kowalski")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("#about")).to_have_value("Joe Kowalski")
    page.locator("#text").fill(IN_THE_CAR)
    page.get_by_role("button", name="Keep it").tap()
    expect(page.locator("#state")).to_contain_text("1 waiting on this device")
    page.context.set_offline(False)

    came = page.locator("#came")
    expect(came).to_contain_text("Kept, about Joe Kowalski.")
    expect(came.locator("li").filter(has_text="Our promise")).to_contain_text("by Fri")
    came.locator("li").filter(has_text="Our promise").get_by_role("button", name="Yes").tap()
    expect(came).to_contain_text("Yes, it counts.")
    assert stage.ask(
        "SELECT promise.state, promise.due_words FROM alongside_commitment promise WHERE promise.quote LIKE '%stowage plan%'"
    ) == [("open", "by Friday")]
    page.goto(joe)
    expect(main(page).locator(".row, [data-row]").filter(has_text="stowage plan").first).to_be_visible()


def test_what_is_typed_is_not_lost_when_the_page_is_left(page: "Page", joe: str) -> None:
    page.goto(joe)
    page.keyboard.press("n")
    page.get_by_role("dialog", name="Quick note").get_by_label("What happened").fill("He plays on Saturdays.")
    page.goto("/accounts/")
    page.goto(joe)
    page.keyboard.press("n")
    expect(page.get_by_role("dialog", name="Quick note").get_by_label("What happened")).to_have_value(
        "He plays on Saturdays."
    )


def test_a_note_from_anywhere_asks_whom_it_is_about_and_offers_names(page: "Page") -> None:
    page.keyboard.press("n")
    note = page.get_by_role("dialog", name="Quick note")
    note.get_by_label("About").press_sequentially("kowal")
    expect(note.locator("#note-about-list option").first).to_have_attribute("value", re.compile("Joe Kowalski"))


def test_a_note_about_nobody_says_so_and_keeps_what_was_typed(page: "Page", stage: Stage) -> None:
    before = stage.ask("SELECT count(*) FROM alongside_interaction")
    page.keyboard.press("n")
    note = page.get_by_role("dialog", name="Quick note")
    note.get_by_label("About").fill("Ebenezer Nobody")
    note.get_by_label("What happened").fill("He asked for ninety days.")
    note.get_by_role("button", name="Save the note").click()
    expect(page.get_by_role("alert")).to_contain_text("Nobody is called Ebenezer Nobody.")
    expect(evidence(page).get_by_label("What happened, in your words")).to_have_value("He asked for ninety days.")
    assert stage.ask("SELECT count(*) FROM alongside_interaction") == before
