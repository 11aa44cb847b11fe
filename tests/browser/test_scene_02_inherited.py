"""The inherited account: what was never settled before your time, in their words, with the first visible fix; it is taken over by hand."""

from datetime import timedelta
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import Stage
from tests.browser.looks import evidence, main

if TYPE_CHECKING:
    from playwright.sync_api import Page


def _handover(stage: Stage) -> str:
    account = stage.id_of("SELECT id FROM alongside_account WHERE name = ?", "National Steel")
    return f"/accounts/{account}/handover"


def test_the_account_leads_to_what_was_never_settled_in_their_words(page: "Page", stage: Stage) -> None:
    page.goto(_handover(stage).removesuffix("handover"))
    main(page).get_by_role("link", name="Handover", exact=True).first.click()
    expect(page.get_by_role("heading", name="Handover: National Steel")).to_be_visible()
    issues = main(page).get_by_role("region", name="Never settled").get_by_role("listitem")
    expect(issues.first).to_be_visible()
    issues.first.locator("a.plain").first.click()
    expect(evidence(page).locator("blockquote, .evidence__reason").first).to_be_visible()


def test_the_first_thing_to_put_right_names_somebody_who_still_cares(page: "Page", stage: Stage) -> None:
    page.goto(_handover(stage))
    first = main(page).get_by_role("region", name="The first thing to put right")
    expect(first).to_contain_text("“")
    expect(main(page).get_by_role("region", name="Never settled")).to_contain_text("still in touch")
    expect(main(page)).to_contain_text("Who is who")
    expect(main(page)).to_contain_text("Joe Kowalski")


def test_taken_over_last_week_the_sweep_counts_from_that_day_and_the_notes_of_the_one_before_stand_on_it(
    page: "Page", stage: Stage
) -> None:
    last_week = stage.world.as_of - timedelta(days=7)
    page.goto(_handover(stage))
    main(page).get_by_role("link", name="Who has it").click()
    take = main(page).get_by_role("region", name="Take it over")
    take.get_by_label("From whom").fill("Tom Halvorsen")
    take.get_by_label("Since when").fill(last_week.isoformat())
    take.get_by_role("button", name="It is mine").click()
    notes = main(page).get_by_role("region", name="Your notes")
    notes.get_by_label("What the next one should know").fill("Joe reads mail before six; call Ann after lunch.")
    notes.get_by_role("button", name="Keep the note").click()
    notes.get_by_label("What the next one should know").fill("I never warmed to their controller.")
    notes.get_by_label("For me alone").check()
    notes.get_by_role("button", name="Keep the note").click()
    page.goto(_handover(stage))
    expect(main(page)).to_contain_text("from Tom Halvorsen")
    expect(page.get_by_label("Yours since")).to_have_value(last_week.isoformat())
    expect(main(page)).to_contain_text("Joe reads mail before six")
    expect(main(page)).not_to_contain_text("never warmed")


def test_a_day_that_is_still_to_come_is_told_and_nothing_typed_is_lost(page: "Page", stage: Stage) -> None:
    page.goto(_handover(stage).removesuffix("handover") + "tenure")
    give = main(page).get_by_role("region", name="Hand it over")
    give.get_by_label("To whom").fill("Dave Olson")
    give.get_by_label("From when on").fill((stage.world.as_of + timedelta(days=9)).isoformat())
    give.get_by_role("button", name="It is theirs").click()
    give = main(page).get_by_role("region", name="Hand it over")
    expect(give).to_contain_text("That day is still to come.")
    expect(give.get_by_label("To whom")).to_have_value("Dave Olson")


def test_it_prints_without_the_forms(page: "Page", stage: Stage) -> None:
    page.goto(_handover(stage))
    page.emulate_media(media="print")
    expect(main(page).get_by_role("link", name="Who has it")).not_to_be_visible()
    expect(page.get_by_role("heading", name="Never settled")).to_be_visible()
    page.emulate_media(media="screen")
