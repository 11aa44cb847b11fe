"""Bringing in files by the browser: the same again changes nothing, and what is refused says why."""

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import Stage
from tests.browser.looks import main

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

WITHOUT_A_NAME = "number,ordered_on,category,account,value\n9001,2026-01-05,Pellets,,100\n9002,2026-01-06,Pellets,National Steel,100\n"
NOT_OURS_TO_READ = bytes(range(256)) * 40


def bring_in(page: "Page", *paths: Path) -> None:
    page.goto("/imports/")
    page.get_by_label("Files").set_input_files([str(path) for path in paths])
    page.get_by_role("button", name="Bring in").click()
    page.wait_for_url("**/imports/*/")
    expect(main(page).locator("dl.figures")).to_be_visible(timeout=30_000)
    if (begin := main(page).locator("[data-begin]").first).is_visible():
        begin.click()
        expect(page.get_by_role("link", name="Undo this import")).to_be_visible(timeout=30_000)


def figure(page: "Page", name: str) -> "Locator":
    return main(page).locator("dl.figures div").filter(has_text=name).locator("dd")


def test_the_first_import_stands_in_the_list_with_what_came(page: "Page") -> None:
    page.goto("/imports/")
    [row] = main(page).locator("ul.rows > li").all()
    expect(row).to_contain_text("mails")
    expect(row).to_contain_text("order lines")


def test_the_same_files_again_are_known_and_change_nothing(page: "Page", stage: Stage) -> None:
    before = stage.ask("SELECT count(*) FROM alongside_interaction")
    letters = sorted((stage.world.folder / "handover").glob("*.eml"))[:5]
    bring_in(page, *letters, stage.world.folder / "orders.csv")
    expect(figure(page, "New")).to_contain_text("0 nothing new")
    expect(figure(page, "Known already")).not_to_have_text("0")
    expect(figure(page, "Refused")).to_have_text("0")
    assert stage.ask("SELECT count(*) FROM alongside_interaction") == before


def test_what_is_refused_says_why_and_everything_else_is_taken(page: "Page", tmp_path: Path) -> None:
    orders, noise = tmp_path / "late-orders.csv", tmp_path / "holiday.bin"
    orders.write_text(WITHOUT_A_NAME)
    noise.write_bytes(NOT_OURS_TO_READ)
    bring_in(page, orders, noise)
    expect(figure(page, "New")).to_contain_text("one order line")
    expect(figure(page, "Refused")).to_have_text("2")
    refused = main(page).locator("#refused li")
    expect(refused).to_have_count(2)
    expect(refused.filter(has_text="late-orders.csv, line 2")).to_be_visible()
    expect(refused.filter(has_text="holiday.bin")).to_be_visible()


def test_all_reasons_come_as_a_table_without_formulas(page: "Page", tmp_path: Path) -> None:
    harmful = tmp_path / "=cmd.bin"
    harmful.write_bytes(NOT_OURS_TO_READ)
    bring_in(page, harmful)
    with page.expect_download() as saved:
        page.get_by_role("link", name="All reasons as a table").click()
    rows = list(csv.reader(Path(saved.value.path()).read_text("utf-8-sig").splitlines()))
    assert rows[0] == ["where", "reason"]
    assert rows[1][0].startswith("'=cmd.bin")
    assert rows[1][1].endswith(".")


def test_choosing_nothing_is_told_plainly(page: "Page") -> None:
    page.goto("/imports/")
    page.get_by_role("button", name="Bring in").click()
    expect(page.get_by_role("alert")).to_contain_text("No file was chosen. Choose one or several")


def test_an_import_that_was_left_goes_on(page: "Page", stage: Stage) -> None:
    page.goto("/imports/")
    page.get_by_label("Files").set_input_files(str(stage.world.folder / "sent.mbox"))
    page.get_by_role("button", name="Bring in").click()
    page.wait_for_url("**/imports/*/")
    address = page.url
    page.goto("/")
    page.goto(address)
    expect(main(page).locator("dl.figures")).to_be_visible(timeout=60_000)
    expect(figure(page, "New")).to_contain_text("0 nothing new")
