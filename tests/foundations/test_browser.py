"""A first visit in a real browser; the fixture fails when a page reaches out or breaks the policy."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Running

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_an_empty_installation_asks_who_you_are(
    running: Callable[..., Running], browser_page: Callable[..., "Page"]
) -> None:
    page = browser_page()
    page.goto(running().address)
    assert page.url.endswith("/welcome/")
    assert page.get_by_role("textbox", name="Your mail address").is_visible()
