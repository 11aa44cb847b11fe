"""Every page that a link leads to: it is there, quiet, readable for everybody in light, dark and on a phone, and needs no script."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

from alongside.web.urls import urlpatterns
from tests.browser.conftest import WIDE, Stage
from tests.browser.looks import evidence, items, main
from tests.faces.test_access import ROUTES

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Request

PHONE = {"width": 390, "height": 844}
"""A telephone held upright. Unit: CSS pixels."""

OF_A_KIND = 3
"""Pages that are followed of each kind. Unit: pages; ten thousand mails look alike."""

DOWNLOADS = {
    "api",
    "advice-file",
    "attachment",
    "capture-mine",
    "capture-worker",
    "import-mend",
    "import-refused",
    "import-report",
    "plan-calendar",
    "plan-table",
    "case-letter-file",
    "refused-raw",
    "today-draft-file",
}
"""Addresses that give a file instead of a page."""

NEEDS_NO_LINK = {
    "sign-in",
    "welcome",
    "about",
    "account-timeline",
    "person-timeline",
    "note-about",
    "today-dismiss",
    "note",
    "doubts-of-a-kind",
    "identity-merge",
    "import-mend",
    "advice",
}
"""Pages that are reached by signing out, by scrolling or by typing, that are only the end of a form, or that the demo world has no need of
(many questions of one kind, rows of a table to mend, a case that a professional was asked about)."""

CONTRAST_ONLY = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}


def kind_of(path: str) -> str:
    """Name the page behind an address, with the kind of row it is about and what its query asks for."""
    parts = urlsplit(path)
    try:
        found = resolve(parts.path)
    except Resolver404:
        return f"nothing at {parts.path}"
    about = found.kwargs.get("kind") or found.kwargs.get("measure")
    name = f"{found.url_name} {about}" if about else str(found.url_name)
    asked = sorted(re.findall(r"(?:^|&)(\w+)=", parts.query))
    return f"{name}?{'&'.join(asked)}" if asked else name


def name_of(kind: str) -> str:
    """Name the address of a kind of page, as web/urls.py does."""
    return kind.partition("?")[0].partition(" ")[0]


def links_of(text: str) -> list[str]:
    """List the addresses of ours that a page links to, by a link or for the drawer."""
    found = []
    for node in LexborHTMLParser(text).css("a[href], [data-evidence]"):
        for address in (node.attributes.get("href"), node.attributes.get("data-evidence")):
            if address and address.startswith(("/", "?")):
                found.append(address)
    return found


@pytest.fixture(scope="module")
def signed_in(demo: Stage, browser: Any) -> "Any":
    context = browser.new_context(base_url=demo.address)
    context.add_cookies(demo.cookies)
    yield context
    context.close()


@pytest.fixture(scope="module")
def pages(signed_in: "BrowserContext") -> dict[str, list[str]]:
    """Follow every link from Today, a few of each kind; gives the addresses by kind of page."""
    found: dict[str, list[str]] = {"today?all": ["/?all=1"]}
    waiting = ["/?all=1", "/welcome/"]
    while waiting:
        path = waiting.pop(0)
        answer = signed_in.request.get(path)
        assert answer.status == 200, f"{path}: {answer.status}"
        if "text/html" not in answer.headers["content-type"]:
            continue
        for link in links_of(answer.text()):
            address = (path.partition("?")[0] + link if link.startswith("?") else link).partition("#")[0]
            kind = kind_of(address)
            if name_of(kind) in DOWNLOADS or address in found.get(kind, []):
                continue
            if len(found.setdefault(kind, [])) < OF_A_KIND:
                found[kind].append(address)
                waiting.append(address)
    return found


@pytest.fixture(scope="module")
def one_of_each(pages: dict[str, list[str]]) -> list[str]:
    """One address of each page; of a page that can be asked for in several ways, the plainest."""
    chosen: dict[str, str] = {}
    for kind in sorted(pages, key=len):
        chosen.setdefault(name_of(kind), pages[kind][-1])
    return list(chosen.values())


def test_no_link_leads_nowhere(pages: dict[str, list[str]]) -> None:
    assert {kind: paths for kind, paths in pages.items() if kind.startswith("nothing at")} == {}


def test_every_page_is_reached_by_links_from_today(pages: dict[str, list[str]]) -> None:
    readable = {str(each.name) for each in urlpatterns if not ROUTES[str(each.name)].only_post}
    reached = {name_of(kind) for kind in pages}
    assert readable - reached - DOWNLOADS - NEEDS_NO_LINK - {"interaction-layout"} == set()


def is_no_leave(request: "Request") -> bool:
    """Tell a request that failed from one that was given up because the page was left."""
    return request.failure != "net::ERR_ABORTED"


def test_every_page_opens_without_a_word_of_complaint(
    demo: Stage, pages: dict[str, list[str]], open_at: Callable[..., "Page"]
) -> None:
    page = open_at(demo)
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(f"{page.url}: {message.text}") if message.type != "log" else None)
    page.on(
        "requestfailed",
        lambda request: trouble.append(f"{page.url}: {request.url} failed") if is_no_leave(request) else None,
    )
    page.on("response", lambda r: trouble.append(f"{page.url}: {r.url} gave {r.status}") if r.status >= 400 else None)
    for paths in pages.values():
        page.goto(paths[0])
        expect(main(page)).not_to_be_empty()
        if page.locator("h1").count() != 1:
            trouble.append(f"{page.url}: {page.locator('h1').count()} headings of the first rank")
    assert trouble == []


def test_axe_finds_nothing_in_light_and_dark_and_on_a_phone(
    demo: Stage, one_of_each: list[str], open_at: Callable[..., "Page"]
) -> None:
    page = open_at(demo, bypass_csp=True, reduced_motion="reduce")
    trouble = []
    for path in one_of_each:
        page.set_viewport_size(WIDE)
        page.emulate_media(color_scheme="light")
        page.goto(path)
        trouble += _found(page, "light", {})
        page.emulate_media(color_scheme="dark")
        trouble += _found(page, "dark", CONTRAST_ONLY)
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(PHONE)
        trouble += _found(page, "phone", {})
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > PHONE["width"]:
            trouble.append(f"{path} on a phone: {wide} wide")
    assert trouble == []


def _found(page: "Page", how: str, options: dict[str, Any]) -> list[str]:
    violations = Axe().run(page, options=options).response["violations"]
    return [f"{page.url} {how}: {each['id']}: {each['nodes'][0]['html'][:200]}" for each in violations]


def test_with_the_drawer_open_axe_finds_nothing(demo: Stage, open_at: Callable[..., "Page"]) -> None:
    page = open_at(demo, bypass_csp=True, reduced_motion="reduce")
    for key in ("j", "?", "n"):
        page.keyboard.press(key)
        page.wait_for_load_state("networkidle")
        assert _found(page, f"after {key}", {}) == []
        page.keyboard.press("Escape")


# Paper


@pytest.mark.parametrize("kind", ["account", "brief", "person", "interaction"])
def test_on_paper_there_is_the_page_and_nothing_around_it(
    demo: Stage, pages: dict[str, list[str]], open_at: Callable[..., "Page"], kind: str
) -> None:
    page = open_at(demo, pages[kind][0])
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(evidence(page)).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("#main .no-print:visible").count() == 0


# Without a script


@pytest.fixture
def plain(stage: Stage, open_at: Callable[..., "Page"]) -> Callable[[str], "Page"]:
    """Open a page in a browser in which no script runs."""
    return lambda path: open_at(stage, path, java_script_enabled=False)


def test_every_page_can_be_read_without_a_script(
    demo: Stage, one_of_each: list[str], open_at: Callable[..., "Page"]
) -> None:
    page = open_at(demo, java_script_enabled=False)
    for path in one_of_each:
        page.goto(path)
        expect(page.locator("h1")).to_have_count(1)
        expect(main(page)).not_to_be_empty()


def test_without_a_script_an_item_is_done_and_undone(plain: Callable[[str], "Page"]) -> None:
    page = plain("/")
    words = items(page).nth(2).locator(".item__say").inner_text()
    items(page).nth(2).get_by_role("button", name="Done").click()
    expect(items(page).filter(has_text=words)).to_have_count(0)
    page.get_by_text("settled today").click()
    page.locator("details li").filter(has_text=words).get_by_role("button", name="Undo").click()
    expect(items(page).filter(has_text=words)).to_have_count(1)


def test_without_a_script_why_opens_as_a_page_and_can_be_judged(plain: Callable[[str], "Page"]) -> None:
    page = plain("/")
    items(page).first.locator(".item__say a").click()
    expect(page.get_by_role("heading", name="Why this is here")).to_be_visible()
    main(page).get_by_role("button", name="Right").click()
    expect(main(page).get_by_role("button", name="Take it back")).to_be_visible()
    main(page).get_by_role("button", name="Take it back").click()
    expect(main(page).get_by_role("button", name="Take it back")).to_have_count(0)


def test_without_a_script_a_letter_can_be_saved(plain: Callable[[str], "Page"]) -> None:
    page = plain("/")
    items(page).filter(has_text="demurrage").first.locator(".button--go").first.click()
    expect(main(page).get_by_label("Letter")).to_contain_text("Hi Joe")
    with page.expect_download() as saved:
        main(page).get_by_role("button", name="Save as a draft file").click()
    assert saved.value.suggested_filename == "draft.eml"


def test_without_a_script_something_is_dismissed_with_a_reason(plain: Callable[[str], "Page"]) -> None:
    page = plain("/")
    words = items(page).nth(4).locator(".item__say").inner_text()
    items(page).nth(4).get_by_role("link", name="Not this").click()
    main(page).get_by_label("In a few words").fill("Settled by phone.")
    main(page).get_by_role("button", name="Put it away").click()
    expect(items(page).filter(has_text=words)).to_have_count(0)


def test_without_a_script_an_award_is_confirmed(plain: Callable[[str], "Page"]) -> None:
    page = plain("/?all=1")
    page.locator("li.item").filter(has_text="awarded without a bid?").first.get_by_role(
        "button", name="Yes, no bid"
    ).click()
    expect(page.locator("h1")).to_be_visible()
    page.goto("/?all=1")
    assert page.locator("li.item").filter(has_text="order of pellets awarded without a bid?").count() == 0


def test_without_a_script_a_note_is_kept(plain: Callable[[str], "Page"], stage: Stage) -> None:
    joe = stage.id_of("SELECT id FROM alongside_person WHERE anchor LIKE 'joe.kowalski@%'")
    page = plain(f"/notes/?about=person:{joe}")
    main(page).get_by_label("What happened, in your words").fill("I will send him the laydays by Friday.")
    main(page).get_by_role("button", name="Save the note").click()
    expect(page).to_have_url(re.compile("/interactions/"))
    expect(main(page)).to_contain_text("I will send him the laydays by Friday.")


def test_without_a_script_a_search_finds(plain: Callable[[str], "Page"]) -> None:
    page = plain("/search/")
    page.get_by_role("searchbox").first.fill("demurrage")
    page.keyboard.press("Enter")
    expect(main(page)).to_contain_text("Demurrage on the last cargo")
