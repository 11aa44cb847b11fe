"""Mail that wants to run something or to tell that it was read: it is shown, in words and as it was laid out, and does neither.

Every payload comes in as the HTML, the words, the subject and the sender's name of a mail of its own, and in tables as the name
of a company and a title. What the pages make of it is then looked at without the policy that would stop a script all the same.
"""

import csv
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from tests.browser.conftest import PASSWORD, WIDE
from tests.browser.watch import IN_FRAMES, look_through, note_request
from tests.conftest import Running, run_alongside, served

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

OLGA = "olga@vendor.example"
MARK = "zebrafish"
"""A word in every payload's mail, by which the search finds them all."""

LONGEST_NAME = 200
"""Characters of a payload that serve as a name."""

MAILS = "SELECT id FROM alongside_interaction WHERE kind = 'mail' ORDER BY id"
PLANTED = """<img src="x" onerror="alert('it ran')"><a href="java\nscript:alert(1)">words</a>"""


@pytest.fixture(scope="module")
def attacked(hostile: Path, payloads: list[str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """An installation of Olga's that has read them all."""
    place = tmp_path_factory.mktemp("attacked")
    letters = place / "letters"
    letters.mkdir()
    for n, payload in enumerate(payloads):
        (letters / f"{n:03}.eml").write_bytes(_letter(n, payload))
    for path in [*hostile.glob("hostile/mail/html_*.eml"), *hostile.glob("hostile/mail/*xss*.eml")]:
        (letters / path.name).write_bytes(path.read_bytes().replace(b"sales@vendor.example", OLGA.encode()))
    _tables(letters, payloads)
    data = place / "installation"
    words = ("user", "create", OLGA, "--address", OLGA, "--password-stdin")
    assert run_alongside(data, *words, given=PASSWORD).returncode == 0
    read = run_alongside(data, "import", str(letters), "--json")
    assert read.returncode == 0, read.stderr
    assert json.loads(read.stdout)["by_kind"]["mail"] >= len(payloads)
    with served(data) as server:
        yield server


def _letter(n: int, payload: str) -> bytes:
    plain = " ".join(payload.encode("utf-8", "replace").decode().split())
    message = EmailMessage()
    message["From"] = Address(_short(plain), f"p{n}", f"customer{n}.example")
    message["To"] = OLGA
    message["Subject"] = f"{plain} {n}"
    message["Date"] = f"Mon, {1 + n % 27} Sep 2025 {n % 24:02}:{n % 60:02}:00 +0200"
    message["Message-ID"] = f"<{n}@payload.example>"
    message.set_content(f"Could you send us the {MARK} report {plain}?\n\n{_short(plain)}\nHead of {_short(plain)}\n")
    message.add_alternative(payload.encode("utf-8", "replace").decode(), subtype="html")
    return message.as_bytes()


def _short(text: str) -> str:
    return "".join(letter for letter in text[:LONGEST_NAME] if letter.isprintable())


def _tables(folder: Path, payloads: list[str]) -> None:
    with (
        (folder / "accounts.csv").open("w", newline="") as accounts,
        (folder / "contacts.csv").open("w", newline="") as contacts,
    ):
        companies, people = csv.writer(accounts), csv.writer(contacts)
        companies.writerow(["name", "domain", "standing", "industry", "city"])
        people.writerow(["name", "email", "title", "account", "note"])
        for n, payload in enumerate(payloads[::10]):
            name = _short(" ".join(payload.split())) or "?"
            companies.writerow([f"{name} {n}", f"firm{n}.example", "customer", name, name])
            people.writerow([name, f"someone@firm{n}.example", name, f"{name} {n}", name])


@pytest.fixture
def context(attacked: Running, browser: Any) -> Iterator["BrowserContext"]:
    """A signed-in browser without any policy of ours; what runs or asks elsewhere is noted and fails the test."""
    trouble: list[str] = []
    with closing(browser.new_context(viewport=WIDE, base_url=attacked.address, bypass_csp=True)) as context:
        page = context.new_page()
        _sign_in(page)
        context.on("dialog", lambda dialog: (trouble.append(f"ran: {dialog.message}"), dialog.dismiss()))
        context.on("request", lambda request: note_request(request.url, attacked.address, trouble))
        yield context
    assert trouble == []


def _sign_in(page: "Page") -> None:
    page.goto("/sign-in/")
    page.get_by_label("Your address").fill(OLGA)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")


def _ids(attacked: Running, question: str) -> list[int]:
    with closing(sqlite3.connect(f"file:{attacked.data / 'alongside.sqlite3'}?mode=ro", uri=True)) as database:
        return [row[0] for row in database.execute(question)]


def test_the_watch_sees_what_runs_and_what_leads_elsewhere(attacked: Running, browser: Any) -> None:
    seen: list[str] = []
    with closing(browser.new_context(base_url=attacked.address, bypass_csp=True)) as context:
        context.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
        page = context.new_page()
        page.goto("/about/")
        page.route("**/planted", lambda route: route.fulfill(body=PLANTED, content_type="text/html"))
        found = page.evaluate(IN_FRAMES, {"addresses": ["/planted"], "layout": False})
    assert seen == ["it ran"]
    assert found == ["/planted: IMG onerror=alert('it ran')", "/planted: A href=java\nscript:alert(1)"]


def test_in_words_no_payload_becomes_a_part_of_the_page(context: "BrowserContext", attacked: Running) -> None:
    addresses = [f"/interactions/{pk}/?whole=1" for pk in _ids(attacked, MAILS)]
    assert len(addresses) > 200
    assert look_through(context.pages[0], addresses) == []


def test_as_it_was_laid_out_nothing_is_left_that_runs_or_leads_elsewhere(
    context: "BrowserContext", attacked: Running
) -> None:
    addresses = [f"/interactions/{pk}/layout" for pk in _ids(attacked, MAILS)]
    assert look_through(context.pages[0], addresses, layout=True) == []


def test_as_names_titles_and_quotes_payloads_are_words_on_every_page(
    context: "BrowserContext", attacked: Running
) -> None:
    people = _ids(attacked, "SELECT id FROM alongside_person ORDER BY id DESC LIMIT 25")
    accounts = _ids(attacked, "SELECT account_id FROM alongside_standing ORDER BY account_id DESC LIMIT 25")
    sightings = _ids(attacked, "SELECT id FROM alongside_sighting ORDER BY id DESC LIMIT 25")
    lists = [
        "/?all=1",
        "/people/",
        "/accounts/",
        "/accounts/?show=unsorted",
        "/requests/",
        "/book/",
        "/doubts/",
        "/imports/",
    ]
    assert people and accounts and sightings
    pages = [
        *lists,
        f"/search/?q={MARK}",
        *(f"/people/{pk}/" for pk in people),
        *(f"/accounts/{pk}/" for pk in accounts),
        *(f"/why/sighting/{pk}/" for pk in sightings),
    ]
    assert look_through(context.pages[0], pages) == []
    for path in ("/accounts/", f"/search/?q={MARK}"):
        assert "&lt;img" in context.request.get(path).text(), f"no payload stands as words on {path}"


def test_what_is_typed_is_words_too(context: "BrowserContext", payloads: list[str]) -> None:
    page = context.pages[0]
    page.goto("/about/")
    addresses = [f"/search/?{_query(payload)}" for payload in payloads[::8]]
    addresses += [f"/accounts/?{_query(payload)}" for payload in payloads[::16]]
    assert look_through(page, addresses) == []


def _query(payload: str) -> str:
    return urlencode({"q": payload.encode("utf-8", "replace")})


def test_opened_as_a_person_opens_them_the_policy_is_never_needed(
    attacked: Running, browser_page: Callable[..., "Page"]
) -> None:
    page = browser_page(viewport=WIDE, base_url=attacked.address)
    _sign_in(page)
    for pk in _ids(attacked, MAILS)[-12:]:
        page.goto(f"/interactions/{pk}/")
        layout = page.get_by_role("link", name="Show it as it was laid out")
        if layout.count():
            layout.click()
            page.frame_locator("iframe.letter__frame").locator("body").wait_for(state="attached")
