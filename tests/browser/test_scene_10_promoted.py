"""Maria signs with a new title: congratulate her, and see which promises go with her."""

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import Stage
from tests.browser.looks import evidence, item, main

if TYPE_CHECKING:
    from playwright.sync_api import Page

CONGRATULATE = "Congratulate Maria Ruiz, who signs as Director of Operations"
MARIA = "maria.ruiz@calumetplate.example"
NEW, OLD = "Director of Operations", "Operations Manager"


def maria(stage: Stage) -> int:
    return stage.id_of("SELECT id FROM alongside_person WHERE anchor = ? AND merged_into_id IS NULL", MARIA)


def first_signed(stage: Stage) -> str:
    """The mail in which the new title was first seen."""
    *_, answer = stage.world.planted["promoted"].letters
    return f"/interactions/{stage.id_of('SELECT id FROM alongside_interaction WHERE message_id = ?', answer)}/"


def test_today_says_it_with_what_was_promised_in_the_old_post(page: "Page") -> None:
    page.goto("/?all=1")
    expect(item(page, CONGRATULATE)).to_have_count(1)
    expect(item(page, CONGRATULATE)).to_contain_text(f"with the old post ({OLD})")


def test_the_evidence_leads_by_her_page_to_the_mail_that_she_signed_so(page: "Page", stage: Stage) -> None:
    page.goto("/?all=1")
    item(page, CONGRATULATE).locator(".item__say a").click()
    evidence(page).locator(".chip").filter(has_text="signature").click()
    page.wait_for_url(f"**/people/{maria(stage)}/")
    main(page).get_by_role("link", name=re.compile("signed so")).last.click()
    page.wait_for_url("**/interactions/**")
    expect(main(page)).to_contain_text(NEW)


def test_her_page_shows_both_posts_and_the_mail_that_showed_the_new_one(page: "Page", stage: Stage) -> None:
    page.goto(f"/people/{maria(stage)}/")
    expect(main(page).locator(".page__head")).to_contain_text(NEW)
    jobs = main(page).locator("dl.particulars > div")
    expect(jobs.filter(has_text=OLD)).to_contain_text("before")
    signed = jobs.filter(has_text=NEW).get_by_role("link", name=re.compile("signed so"))
    expect(signed).to_have_attribute("href", re.compile(first_signed(stage)))


def test_the_new_post_is_known_to_the_company_page(page: "Page", stage: Stage) -> None:
    page.goto(f"/people/{maria(stage)}/")
    main(page).get_by_role("link", name="Calumet Plate").first.click()
    expect(main(page).locator(".row--person").filter(has_text="Maria Ruiz")).to_contain_text(NEW)


def test_a_letter_is_ready_that_congratulates_and_names_what_is_open(page: "Page") -> None:
    page.goto("/?all=1")
    item(page, CONGRATULATE).locator(".button--go").click()
    expect(evidence(page).get_by_label("To", exact=True)).to_have_value(MARIA)
    text = evidence(page).get_by_label("Letter").input_value()
    assert NEW in text
    assert "Congratulations" in text
    assert "winter blend" in text
