"""The README's pictures are of the pages as they are. Written with WRITE_PICTURES=1; otherwise only looked for."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Stage

if TYPE_CHECKING:
    from playwright.sync_api import Page

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}
LARGEST_BYTES = 300_000
"""What one picture may weigh in the repository. Unit: bytes."""

ACCOUNT = "SELECT id FROM alongside_account WHERE name = 'National Steel'"
MAIL = (
    "SELECT interaction_id FROM alongside_sighting WHERE kind = 'request' AND quote LIKE '%where this demurrage%' "
    "ORDER BY at LIMIT 1"
)
SHOWN: dict[str, tuple[Callable[[Stage], str], dict[str, Any]]] = {
    "today": (lambda demo: "/", {}),
    "account": (lambda demo: f"/accounts/{demo.id_of(ACCOUNT)}/", {}),
    "mail": (lambda demo: f"/interactions/{demo.id_of(MAIL)}/", {}),
    "phone": (lambda demo: "/", PHONE),
    "dark": (lambda demo: "/", {"color_scheme": "dark"}),
}


@pytest.mark.parametrize("name", SHOWN)
def test_the_page_of_a_picture_opens_with_something_to_see(
    name: str, demo: Stage, open_at: Callable[..., "Page"]
) -> None:
    address, options = SHOWN[name]
    page = open_at(demo, address(demo), **options)
    expect(page.get_by_role("main").get_by_role("heading").first).to_be_visible()
    if os.environ.get("WRITE_PICTURES") == "1":
        PICTURES.mkdir(exist_ok=True)
        page.evaluate("document.fonts.ready.then(() => true)")
        page.screenshot(path=PICTURES / f"{name}.png")
    assert (PICTURES / f"{name}.png").stat().st_size < LARGEST_BYTES
