"""Keeping them abreast: a request and the plan are published, the customer reads, ticks and writes, it comes back, and ends at once."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE_MS, ZONE, Stage
from tests.browser.looks import main

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

PHONE = {"width": 390, "height": 844}
"""A telephone held upright. Unit: CSS pixels."""

WORDS = "Where the demurrage charge on the last cargo comes from"
SCALE = "Joe checks the scale at gate two"
SAID = "The scale at gate two is checked. Could you send us the car list by Friday?"

ANSWER_IT = re.compile("Answer what Joe Kowalski wrote|Send Joe Kowalski the car list")
"""Words that ask for something are a request of theirs as well, and one matter is one item."""


@pytest.fixture(scope="module")
def account(stage: Stage) -> int:
    return stage.id_of("SELECT id FROM alongside_account WHERE name = 'National Steel'")


@pytest.fixture(scope="module")
def theirs(browser: "Browser") -> "Iterator[Page]":
    """The customer's own browser: it never saw the sales person's cookies."""
    context = browser.new_context(viewport=PHONE, has_touch=True)
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()


def test_steps_are_agreed_with_an_owner_on_either_side(page: "Page", account: int) -> None:
    page.goto(f"/accounts/{account}/plan")
    due = (datetime.now(ZoneInfo(ZONE)) + timedelta(days=9)).date().isoformat()
    for what, side, whose in ((SCALE, "theirs", "Joe Kowalski"), ("Send the car list", "ours", "Alex Lindgren")):
        form = main(page).get_by_role("region", name="Add a step")
        form.get_by_label("What is to be done").fill(what)
        form.get_by_label("Who does it").select_option(side)
        form.get_by_label("Until").fill(due)
        form.get_by_role("button", name="Add the step").click()
        expect(main(page).get_by_role("alert")).to_contain_text("A step that belongs to nobody is done by nobody")
        expect(form.get_by_label("What is to be done")).to_have_value(what)
        form.get_by_label("By name").fill(whose)
        form.get_by_role("button", name="Add the step").click()
        expect(main(page).locator(".plan__step").filter(has_text=what)).to_contain_text(whose)


def source(page: "Page", words: str) -> "Locator":
    return main(page).locator("details").filter(has_text=words).first


def test_a_request_and_a_step_are_published_in_words_for_them_after_a_look(page: "Page", account: int) -> None:
    page.goto(f"/accounts/{account}/their-page")
    asked = source(page, "demurrage")
    asked.locator("summary").click()
    asked.get_by_label("What they asked for, in their words").fill(WORDS)
    asked.get_by_label("How it stands").select_option("looking")
    asked.get_by_label("What was done since").fill("We asked the port for its time sheet.")
    asked.get_by_role("button", name="Preview").click()
    expect(main(page)).to_contain_text("As they would see it.")
    expect(main(page).get_by_role("heading", name=WORDS)).to_be_visible()
    expect(main(page).get_by_role("button", name="Send", exact=True)).to_be_disabled()
    page.get_by_role("button", name="Publish it").click()
    expect(source(page, "demurrage")).to_contain_text("published")

    step = source(page, SCALE)
    step.locator("summary").click()
    step.get_by_label("The step").fill("You check the scale at gate two")
    step.get_by_role("button", name="Publish").click()
    expect(source(page, SCALE)).to_contain_text("published")


@pytest.fixture(scope="module")
def address(stage: Stage, account: int, browser: "Browser") -> str:
    """Make a private address for Joe, as the page shows it this once."""
    context = browser.new_context(base_url=stage.address)
    context.add_cookies(list(stage.cookies))
    page = context.new_page()
    page.goto(f"/accounts/{account}/their-page")
    form = main(page).locator("form").filter(has=page.get_by_role("button", name="Make an address"))
    form.get_by_label("For whom").select_option(label="Joe Kowalski")
    form.get_by_role("button", name="Make an address").click()
    found = main(page).get_by_role("textbox", name="The new address").input_value()
    page.goto(f"/accounts/{account}/their-page")
    assert found not in page.content()
    context.close()
    return found


def test_the_customer_reads_it_on_a_phone_and_nothing_of_ours_is_there(theirs: "Page", address: str) -> None:
    trouble: list[str] = []
    theirs.on("console", lambda message: trouble.append(message.text))
    answer = theirs.goto(address)
    assert answer is not None and answer.status == 200
    expect(theirs.get_by_role("heading", name=WORDS)).to_be_visible()
    expect(main(theirs)).to_contain_text("We are looking into it.")
    expect(main(theirs)).to_contain_text("We asked the port for its time sheet.")
    assert theirs.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert theirs.context.cookies() == []
    assert theirs.get_by_role("navigation").count() == 0
    assert trouble == []


def test_axe_finds_nothing_on_their_page(theirs: "Page", address: str, browser: "Browser") -> None:
    """Axe is kept from fetching style sheets by itself: it asks beside the page for them, which counts as guessing."""
    context = browser.new_context(bypass_csp=True, viewport=PHONE)
    for scheme in ("light", "dark"):
        looked = context.new_page()
        looked.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for path in (address, f"{address}none"):
            looked.goto(path)
            found = Axe().run(looked, options={"preload": False}).response["violations"]
            assert [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found] == []
        looked.close()
    context.close()


def test_they_tick_off_their_step_and_write(theirs: "Page", address: str) -> None:
    theirs.goto(address)
    step = theirs.locator(".plan__step").filter(has_text="You check the scale at gate two")
    step.get_by_role("button", name="Tick it off").click()
    expect(theirs.locator(".plan__step").filter(has_text="You check the scale")).to_contain_text("ticked off here")
    asked = theirs.locator("article").filter(has_text=WORDS)
    asked.get_by_label("A word on it, if you like").fill(SAID)
    asked.get_by_role("button", name="Send the word").click()
    expect(theirs.get_by_role("region", name="What you wrote here")).to_contain_text(SAID)
    theirs.reload()
    expect(theirs.locator(".theirs__said > li").filter(has_text=SAID)).to_have_count(1)


def taken_in(stage: Stage, page: "Page") -> None:
    """Wait until the worker took in what they said, by looking at Today again as a person would."""
    for _ in range(60):
        page.goto("/?all=1")
        if page.locator("li.item").filter(has_text=ANSWER_IT).count():
            return
        page.wait_for_timeout(500)
    raise AssertionError("What they wrote does not stand on Today.")


def test_it_comes_back_to_the_plan_to_today_and_to_the_timeline(
    page: "Page", theirs: "Page", stage: Stage, account: int
) -> None:
    taken_in(stage, page)
    page.goto("/?all=1")
    expect(page.locator("li.item").filter(has_text=ANSWER_IT)).to_have_count(1)
    page.goto(f"/accounts/{account}/plan")
    expect(main(page).locator(".plan__step").filter(has_text=SCALE)).to_contain_text("on their page")
    page.goto(f"/accounts/{account}/")
    expect(main(page)).to_contain_text(f"On their page: {WORDS}")
    main(page).get_by_role("link", name=f"On their page: {WORDS}").first.click()
    expect(main(page)).to_contain_text("Could you send us the car list by Friday?")


def test_once_it_was_seen_today_lets_go_of_it(page: "Page", account: int) -> None:
    page.goto(f"/accounts/{account}/their-page")
    expect(main(page)).to_contain_text(SAID)
    main(page).get_by_role("button", name="I have seen it").click()
    expect(main(page).get_by_role("button", name="I have seen it")).to_have_count(0)
    page.goto("/?all=1")
    expect(page.locator("li.item").filter(has_text="wrote on their page")).to_have_count(0)


def test_revoked_the_page_is_gone_with_all_that_belonged_to_it(
    page: "Page", theirs: "Page", address: str, account: int
) -> None:
    theirs.goto(address)
    page.goto(f"/accounts/{account}/their-page")
    main(page).get_by_role("button", name="Revoke the address of Joe Kowalski").click()
    expect(main(page)).to_contain_text("revoked")
    theirs.get_by_label("Your words").fill("One more thing")
    theirs.get_by_role("button", name="Send", exact=True).click()
    expect(theirs.get_by_role("heading", name="This page is not here")).to_be_visible()
    for more in ("", "plan.ics"):
        assert theirs.request.get(f"{address}{more}").status == 404
    assert WORDS not in theirs.content()


def test_the_words_stay_when_everything_is_worked_out_anew(page: "Page", stage: Stage, account: int) -> None:
    stage.rebuild()
    page.goto(f"/accounts/{account}/plan")
    expect(main(page).locator(".plan__step").filter(has_text=SCALE)).to_contain_text("on their page")
    page.goto(f"/accounts/{account}/their-page")
    expect(main(page)).to_contain_text(SAID)
