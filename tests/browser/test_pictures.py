"""The pictures of the README, taken from the demo world; they replace those in docs/ when ALONGSIDE_PICTURES=1 asks for it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import WIDE, Stage
from tests.browser.looks import evidence, items, main
from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

PICTURES = ROOT / "docs" / "pictures"
PHONE = {"width": 390, "height": 844}
LARGEST_BYTES = 300_000
"""What a picture may weigh, so that the README opens at once. Unit: bytes."""

Take = Callable[["Page", str], None]


@pytest.fixture
def take(tmp_path: Path) -> Take:
    """Take a picture once all is drawn."""
    place = PICTURES if os.environ.get("ALONGSIDE_PICTURES") == "1" else tmp_path
    place.mkdir(parents=True, exist_ok=True)

    def shoot(page: "Page", name: str) -> None:
        page.evaluate("document.fonts.ready.then(() => true)")
        page.wait_for_load_state("networkidle")
        picture = page.screenshot(path=place / f"{name}.png", animations="disabled", caret="hide")
        assert len(picture) < LARGEST_BYTES

    return shoot


def national(demo: Stage) -> int:
    return demo.id_of("SELECT id FROM alongside_account WHERE name = 'National Steel' AND merged_into_id IS NULL")


def test_today(demo: Stage, open_at: Callable[..., "Page"], take: Take) -> None:
    page = open_at(demo, viewport=WIDE)
    expect(evidence(page).locator("mark").first).to_be_visible()
    take(page, "today")


def test_an_account(demo: Stage, open_at: Callable[..., "Page"], take: Take) -> None:
    page = open_at(demo, f"/accounts/{national(demo)}/", viewport=WIDE)
    expect(main(page).locator("ol.ladder")).to_be_visible()
    take(page, "account")


def test_a_mail_with_what_was_found_in_it(demo: Stage, open_at: Callable[..., "Page"], take: Take) -> None:
    asked, *_ = demo.world.planted["demurrage"].letters
    mail = demo.id_of("SELECT id FROM alongside_interaction WHERE message_id = ?", asked)
    page = open_at(demo, f"/interactions/{mail}/", viewport=WIDE)
    main(page).locator("a.found").first.click()
    expect(evidence(page).locator('[aria-current="true"]')).to_be_visible()
    take(page, "mail")


def test_why_we_stand_where_we_stand(demo: Stage, open_at: Callable[..., "Page"], take: Take) -> None:
    page = open_at(demo, f"/why/account/{national(demo)}/level/", viewport=WIDE)
    expect(page.locator(".reckoning").first).to_be_visible()
    take(page, "why")


def test_today_on_a_phone(demo: Stage, open_at: Callable[..., "Page"], take: Take) -> None:
    page = open_at(demo, viewport=PHONE, device_scale_factor=2, has_touch=True, is_mobile=True)
    expect(items(page).first).to_be_visible()
    take(page, "phone")


def test_an_account_in_the_dark(demo: Stage, open_at: Callable[..., "Page"], take: Take) -> None:
    page = open_at(demo, f"/accounts/{national(demo)}/", viewport=WIDE, color_scheme="dark")
    expect(main(page).locator("ol.ladder")).to_be_visible()
    take(page, "dark")
