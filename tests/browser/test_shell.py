"""The shell and the parts in a real browser: readable for everybody, wide and narrow, light and dark; all of it by keyboard."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from alongside.config.static import OWN
from tests.conftest import Running

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
FONTS_MAX_BYTES = 350_000
"""All typefaces together, as they are served."""

PARTS = ("/gallery/", "/gallery/today/", "/gallery/today/?empty=1", "/gallery/account/", "/about/", "/welcome/")


@pytest.fixture
def gallery(running: Callable[..., Running]) -> str:
    return running(ALONGSIDE_DEBUG="1").address


@pytest.fixture
def today(gallery: str, browser_page: Callable[..., "Page"]) -> Iterator["Page"]:
    page = browser_page(viewport=WIDE)
    page.goto(f"{gallery}/gallery/today/")
    yield page


def _chosen(page: "Page") -> str | None:
    return page.locator('#main [data-row][aria-current="true"]').get_attribute("id")


def test_axe_finds_nothing_and_nothing_runs_over_the_edge(gallery: str, browser_page: Callable[..., "Page"]) -> None:
    for viewport in (WIDE, PHONE):
        for scheme in ("light", "dark"):
            page = browser_page(viewport=viewport, color_scheme=scheme, bypass_csp=True)
            for part in PARTS:
                page.goto(gallery + part)
                found = Axe().run(page)
                assert found.violations_count == 0, f"{part} {scheme} {viewport}: {found.generate_report()}"
                wide = page.evaluate("document.documentElement.scrollWidth")
                assert wide <= viewport["width"], f"{part} is {wide} wide"


def test_no_page_carries_style_or_script_in_its_text(gallery: str, browser_page: Callable[..., "Page"]) -> None:
    page = browser_page(viewport=WIDE)
    for part in PARTS:
        page.goto(gallery + part)
        assert page.locator("[style], style, script:not([src]), [onclick]").count() == 0


def test_the_typefaces_are_served_from_here_and_small(today: "Page") -> None:
    assert sum(file.stat().st_size for file in (OWN / "fonts").glob("*.woff2")) < FONTS_MAX_BYTES
    used = today.evaluate(
        "document.fonts.ready.then(() => [...document.fonts].filter(f => f.status === 'loaded').map(f => f.family))"
    )
    assert {name.strip('"') for name in used} == {"Source Serif 4", "Instrument Sans"}


def test_j_and_k_move_and_the_evidence_follows(today: "Page") -> None:
    assert _chosen(today) == "item-1"
    today.keyboard.press("j")
    today.keyboard.press("j")
    today.keyboard.press("k")
    assert _chosen(today) == "item-2"
    expect(today.locator("#drawer")).to_have_attribute("data-open", "")
    expect(today.locator("#item-2")).to_be_focused()


def test_e_opens_the_evidence_with_the_focus_and_escape_gives_it_back(today: "Page") -> None:
    today.keyboard.press("j")
    expect(today.locator("#drawer")).to_have_attribute("data-open", "")
    today.keyboard.press("e")
    expect(today.locator("#evidence h2")).to_be_focused()
    today.keyboard.press("Escape")
    expect(today.locator("#item-2")).to_be_focused()
    assert today.url.endswith("/gallery/today/"), "the address stays"


def test_the_question_mark_shows_the_keys_and_they_can_be_switched_off(today: "Page") -> None:
    today.keyboard.press("?")
    expect(today.locator("#keys")).to_be_visible()
    today.get_by_label("Single keys are on in this browser").uncheck()
    today.keyboard.press("Escape")
    today.keyboard.press("j")
    assert _chosen(today) == "item-1"


def test_keys_do_nothing_while_somebody_types_and_what_was_typed_is_kept(today: "Page") -> None:
    today.keyboard.press("n")
    expect(today.locator("#note")).to_be_visible()
    today.locator("#note-text").fill("Joe said: g t j d, send the assay?")
    today.locator("#note-text").press("k")
    assert _chosen(today) == "item-1"
    today.reload()
    today.keyboard.press("n")
    expect(today.locator("#note-text")).to_have_value("Joe said: g t j d, send the assay?k")


def test_on_a_phone_the_evidence_comes_from_below_and_goes_again(
    gallery: str, browser_page: Callable[..., "Page"]
) -> None:
    page = browser_page(viewport=PHONE, has_touch=True)
    page.goto(f"{gallery}/gallery/today/")
    expect(page.locator("#drawer")).to_be_hidden()
    page.locator("#item-1 .chip").first.tap()
    expect(page.locator("#evidence h2")).to_be_visible()
    page.get_by_role("button", name="Close the evidence").tap()
    expect(page.locator("#drawer")).to_be_hidden()


def test_printed_there_is_the_page_and_nothing_around_it(gallery: str, browser_page: Callable[..., "Page"]) -> None:
    page = browser_page(viewport=WIDE)
    page.goto(f"{gallery}/gallery/account/")
    page.emulate_media(media="print")
    for around in (".rail", ".drawer", ".filters", "#older"):
        expect(page.locator(around)).to_be_hidden()
    expect(page.get_by_role("heading", name="National Steel")).to_be_visible()


def test_who_wants_no_motion_gets_none(gallery: str, browser_page: Callable[..., "Page"]) -> None:
    page = browser_page(viewport=PHONE, reduced_motion="reduce")
    page.goto(f"{gallery}/gallery/today/")
    assert page.evaluate("getComputedStyle(document.getElementById('drawer')).transitionProperty") == "none"
