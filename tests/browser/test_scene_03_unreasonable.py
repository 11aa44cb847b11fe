"""They ask for 90-day terms: where does it come from, did it come before, and the three ways out of it, played as a person does."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ZONE, Stage
from tests.browser.looks import evidence, main

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

ASKED = "I must ask you to move to 90-day terms"
"""What the treasurer of Keystone Bar wrote."""

INSIDE = {
    "need": "QUILLNEED: the new owners want one rule",
    "costs": "QUILLCOSTS: interest on 60 more days",
    "gain": "QUILLGAIN: the volume of next year",
    "floor": "QUILLFLOOR: 60 days",
    "decides": "QUILLDECIDES: Karen",
    "obstacles": "QUILLOBSTACLES: finance",
}
"""What is written into the case, marked so that it can be looked for where it must not be."""


def day(ahead: int) -> str:
    """Name a day as a date field takes it."""
    return (datetime.now(ZoneInfo(ZONE)).date() + timedelta(days=ahead)).isoformat()


@pytest.fixture
def asked_at(stage: Stage) -> str:
    """The address of the request."""
    found = stage.id_of("SELECT id FROM alongside_request WHERE quote LIKE ?", f"{ASKED}%")
    return f"/requests/{found}/"


@pytest.fixture
def asked(stage: Stage, asked_at: str, open_at: Callable[..., "Page"]) -> "Page":
    return open_at(stage, asked_at)


def part(page: "Page", name: str) -> "Locator":
    """Find a question of the file or of the case, unfolded."""
    section = main(page).locator(f"section#{name}")
    if not section.locator("textarea").is_visible():
        section.locator("details.fold").last.locator("summary").click()
    return section


def write(page: "Page", name: str, words: str, **more: str) -> None:
    """Answer a question, and wait until it stands there."""
    section = part(page, name)
    section.locator("textarea").fill(words)
    for field, value in more.items():
        section.locator(f'[name="{field}"]').fill(value)
    section.get_by_role("button", name="Write down").click()
    expect(main(page).locator(f"section#{name} .file__answer").first).to_contain_text(words)


def test_the_request_was_found_and_leads_to_its_file(page: "Page", asked_at: str) -> None:
    page.goto("/requests/?list=asked")
    main(page).locator("a.row__what").filter(has_text="90-day terms").first.click()
    expect(evidence(page)).to_contain_text(ASKED)
    evidence(page).get_by_role("link", name="Where it comes from, and putting it right").click()
    page.wait_for_url(f"**{asked_at}")
    expect(main(page).locator("blockquote")).to_contain_text(ASKED)


def test_it_asks_where_it_comes_from_and_keeps_who_told_it(asked: "Page") -> None:
    expect(main(asked)).to_contain_text(re.compile(r"0 of \d known"))
    write(asked, "happened", "New owners review all supplier terms.", source="Gwen's mail")
    write(asked, "behind", "The fund that bought them in the summer.", source="Gwen, by phone")
    expect(main(asked)).to_contain_text(re.compile(r"2 of \d known"))
    expect(main(asked)).to_contain_text("Where it comes from is known; nothing was done about it yet.")


def test_an_earlier_one_that_looks_alike_is_shown_though_another_customer_asked_it(asked: "Page") -> None:
    alike = main(asked).locator("section", has=asked.get_by_role("heading", name="Earlier ones that look alike"))
    expect(alike.locator("li").filter(has_text="National Steel").filter(has_text="Ann Petrov").first).to_be_visible()


def test_three_ways_are_offered_plainly(asked: "Page") -> None:
    ways = main(asked).locator("#ways")
    for way in ("Fix the cause", "Go to bat", "Concede"):
        expect(ways.get_by_role("heading", name=way, exact=True)).to_be_visible()
    expect(ways).to_contain_text("Nobody has taken it up yet.")


def test_going_to_bat_the_case_is_written_piece_by_piece(asked: "Page", asked_at: str) -> None:
    main(asked).get_by_role("link", name="Go to bat for them").click()
    asked.wait_for_url(f"**{asked_at}case/")
    for name, words in INSIDE.items():
        more = {"costs": {"value": "31000", "currency": "usd"}, "decides": {"on": day(2)}}.get(name, {})
        write(asked, name, words, **more)
    expect(main(asked)).to_contain_text("6 of 6 answered")
    expect(main(asked)).to_contain_text("31,000 USD")
    asked.goto(asked_at)
    expect(main(asked).locator("#ways")).to_contain_text("QUILLDECIDES: Karen decides by")


def test_bad_input_is_told_in_a_sentence_and_nothing_typed_is_lost(asked: "Page", asked_at: str) -> None:
    asked.goto(f"{asked_at}case/")
    section = part(asked, "decides")
    section.locator("textarea").fill("Karen and finance")
    section.locator('[name="on"]').fill(day(-3))
    section.get_by_role("button", name="Write down").click()
    again = main(asked).locator("section#decides")
    expect(again.get_by_role("alert")).to_contain_text("That day has passed.")
    expect(again.locator("textarea")).to_have_value("Karen and finance")


def test_on_one_page_for_whoever_decides_it_prints(asked: "Page", asked_at: str) -> None:
    asked.goto(f"{asked_at}case/on-paper")
    asked.emulate_media(media="print")
    for words in INSIDE.values():
        expect(main(asked)).to_contain_text(words)
    expect(main(asked)).to_contain_text("The fund that bought them in the summer.")
    expect(asked.get_by_role("navigation", name="Main")).to_be_hidden()
    assert asked.locator("#main .no-print:visible").count() == 0


def test_today_says_to_be_ready_and_leads_into_the_case(page: "Page", asked_at: str) -> None:
    page.goto("/?all=1")
    item = page.locator("li.item").filter(has_text="Be ready to argue for Gwen")
    item.get_by_role("link", name="Open the case").click()
    page.wait_for_url(f"**{asked_at}case/")


def test_what_came_of_it_is_told_to_the_customer_and_nothing_of_the_inside_with_it(
    asked: "Page", page: "Page", asked_at: str
) -> None:
    asked.goto(f"{asked_at}case/")
    state = part(asked, "state")
    state.get_by_label("It is").select_option("partly_won")
    state.locator("textarea").fill("QUILLSTATE: 60 days, from Karen")
    state.get_by_role("button", name="Write down").click()
    write(asked, "for_them", "You have 60 days from the first of the month.")
    page.goto("/?all=1")
    item = page.locator("li.item").filter(has_text="what came of your fight for them")
    item.get_by_role("link", name="Write what you did for them").click()
    letter = evidence(page).get_by_label("Letter")
    expect(letter).to_have_value(_has("A part of it is agreed. You have 60 days from the first of the month."))
    expect(letter).to_have_value(_has(f"> {ASKED}"))
    assert "QUILL" not in letter.input_value()

    asked.goto(f"{asked_at}case/letter")
    assert "QUILL" not in asked.content()
    with asked.expect_download() as saved:
        main(asked).get_by_role("button", name="Save as a draft file").click()
    assert "QUILL" not in saved.value.path().read_text(encoding="utf-8")


def test_conceding_asks_for_something_in_return_or_a_reason(asked: "Page", asked_at: str) -> None:
    main(asked).get_by_role("link", name="Concede it").click()
    form = main(asked).locator("form")
    form.get_by_label("What we concede").fill("60 days to pay")
    form.get_by_label("Worth to them").fill("12000")
    form.get_by_label("Currency").fill("usd")
    form.get_by_role("button", name="Keep it").click()
    expect(form).to_contain_text("A concession brings something home")
    expect(form.get_by_label("What we concede")).to_have_value("60 days to pay")

    form.get_by_label("What comes in return").fill("the volume of next year in writing")
    form.get_by_label("From whom").fill("Gwen")
    form.get_by_label("By when").fill(day(30))
    form.get_by_role("button", name="Keep it").click()
    expect(form).to_contain_text("From 10,000 on, somebody else's word is needed.")

    form.get_by_label("Whose word allows it").fill("Karen")
    form.get_by_role("button", name="Keep it").click()
    asked.wait_for_url(f"**{asked_at}#ways")
    ways = main(asked).locator("#ways")
    expect(ways).to_contain_text("60 days to pay, 12,000 USD")
    expect(ways).to_contain_text("In return: the volume of next year in writing, from Gwen")
    expect(ways).to_contain_text("Allowed by Karen")


def test_when_the_return_came_the_request_says_so(asked: "Page") -> None:
    ways = main(asked).locator("#ways")
    ways.get_by_role("button", name="It came").click()
    expect(main(asked).locator("#ways")).to_contain_text("it came")
    expect(main(asked).locator("#ways").get_by_role("button", name="It came")).to_have_count(0)


def test_everything_outlives_working_it_all_out_anew(
    stage: Stage, asked_at: str, open_at: Callable[..., "Page"]
) -> None:
    stage.rebuild()
    page = open_at(stage, asked_at)
    expect(main(page).locator("#ways")).to_contain_text("Partly won on")
    expect(main(page).locator("#ways")).to_contain_text("60 days to pay, 12,000 USD")
    expect(main(page)).to_contain_text(re.compile(r"2 of \d known"))


def _has(words: str) -> re.Pattern[str]:
    return re.compile(re.escape(words))
