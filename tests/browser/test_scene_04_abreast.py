"""Kept abreast: the update that is due is written from what was done, sent by a mail server on loopback, and Today settles.

And a letter of which it is not known whether it arrived: it is asked about, never sent again by itself, and a person says what came of it.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from alongside.demo.world import World
from tests.browser.conftest import ZONE, Stage, signed_in
from tests.browser.looks import evidence, item, main
from tests.conftest import served
from tests.outbox.faulty import Faulty

if TYPE_CHECKING:
    from playwright.sync_api import Page

SIZE = "pellet size"
DONE = "Two trains of the coarse grade are set aside for the trial"
SETTLES_MS = 60_000
"""How long a letter may take to leave: twenty seconds of grace, and what follows. Unit: milliseconds."""


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Faulty]:
    """The mail server: it works, until a test says at which step it goes wrong."""
    with Faulty(times=0) as server:
        yield server


@pytest.fixture(scope="module")
def stage(
    installation: Path, world: World, browser: Any, post: Faulty, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stage]:
    """The demo world of somebody who has set a mail server."""
    data = tmp_path_factory.mktemp("abreast") / "alongside"
    shutil.copytree(installation, data)
    smtp = {
        "ALONGSIDE_SMTP_HOST": "127.0.0.1",
        "ALONGSIDE_SMTP_PORT": str(post.port),
        "ALONGSIDE_SMTP_SECURITY": "none",
    }
    with served(data, ALONGSIDE_TIME_ZONE=ZONE, **smtp) as server:
        yield signed_in(Stage(server, world), browser)


@pytest.fixture
def asked(stage: Stage) -> int:
    return stage.id_of("SELECT id FROM alongside_request WHERE quote LIKE '%coarse grade%'")


def test_today_says_that_nora_waits_for_a_word(page: "Page") -> None:
    page.goto("/?all=1")
    expect(item(page, SIZE).filter(has_text="Write the update")).to_contain_text("nobody has answered yet")


def test_the_request_shows_the_silence_and_the_open_questions(page: "Page", asked: int) -> None:
    page.goto(f"/requests/{asked}/")
    expect(main(page)).to_contain_text("have heard nothing since; a word every seven days was meant")
    expect(main(page)).to_contain_text("0 of 6 known")


def test_an_answer_with_the_mail_that_says_it_is_asked_no_more(page: "Page", asked: int) -> None:
    page.goto(f"/requests/{asked}/")
    form = page.locator("#happened form.file__form")
    form.get_by_label("What happened").fill("The screens plug when the pellets are wet.")
    form.get_by_label("Or from which mail").select_option(index=1)
    form.get_by_role("button", name="Write down").click()
    expect(main(page)).to_contain_text("1 of 6 known")
    expect(page.locator("#happened").get_by_role("link", name="mail of Nora")).to_be_visible()


def test_the_update_says_what_was_done_and_leaves_after_a_moment(page: "Page", asked: int, post: Faulty) -> None:
    page.goto(f"/requests/{asked}/")
    page.locator("#containment form.file__form textarea").fill(DONE)
    page.locator("#containment form.file__form").get_by_role("button", name="Write down").click()
    main(page).get_by_role("link", name="Write the update").click()
    letter = main(page).get_by_label("Letter")
    expect(letter).to_have_value(re.compile(DONE))
    assert any(line.startswith("> Could you change") for line in letter.input_value().splitlines())
    main(page).get_by_role("button", name="Send it").click()
    expect(page).to_have_url(re.compile("/outbox/"))
    expect(main(page)).to_contain_text("waits to leave")
    _wait_for(page, "has left")
    assert post.taken.total() == 1 and DONE.encode() in post.letters[0].replace(b"=\r\n", b"")


def test_today_is_settled_and_the_next_update_is_due_later(page: "Page", asked: int) -> None:
    waiting = item(page, SIZE).filter(has_text="Write the update")
    for _ in range(SETTLES_MS // 2_000):  # what follows from a letter is worked out after it has left
        page.goto("/?all=1")
        if not waiting.count():
            break
        page.wait_for_timeout(2_000)
    expect(waiting).to_have_count(0)
    page.goto(f"/requests/{asked}/")
    expect(page.locator(".page__above")).to_contain_text("open")
    expect(page.locator(".abreast")).to_contain_text("next word by")


def test_sent_and_taken_back_in_time_it_does_not_leave(page: "Page", asked: int, post: Faulty) -> None:
    before = post.calls
    page.goto(f"/requests/{asked}/update")
    main(page).get_by_label("Subject").fill("Taken back")
    main(page).get_by_role("button", name="Send it").click()
    letter = page.locator(".outbox__letter").filter(has_text="Taken back")
    letter.get_by_role("button", name="Take it back").click()
    expect(page.locator(".outbox__letter").filter(has_text="Taken back")).to_contain_text("it has not left")
    letter.get_by_role("link", name="Write it anew").click()
    expect(main(page).get_by_label("Subject")).to_have_value("Taken back")
    assert post.calls == before


def test_to_somebody_who_left_it_is_refused_and_says_who_could_be_told(page: "Page", stage: Stage, asked: int) -> None:
    nora = stage.id_of("SELECT person_id FROM alongside_request WHERE id = ?", asked)
    page.goto(f"/people/{nora}/")
    page.locator(".person__left").get_by_role("button", name="Keep").click()
    page.goto(f"/requests/{asked}/update")
    main(page).get_by_label("Letter").fill("Words that stay.")
    main(page).get_by_role("button", name="Send it").click()
    expect(main(page).get_by_role("alert")).to_contain_text(re.compile(r"left Harbor Blast .* instead"))
    expect(main(page).get_by_label("Letter")).to_have_value("Words that stay.")
    page.goto(f"/people/{nora}/")
    page.get_by_role("button", name="They are still there").click()


def test_of_unknown_outcome_it_is_asked_about_and_a_person_says_that_it_arrived(
    page: "Page", stage: Stage, asked: int, post: Faulty
) -> None:
    post.step, post.times = "dot", 1
    page.goto(f"/requests/{asked}/update")
    main(page).get_by_label("Subject").fill("Cut off")
    main(page).get_by_role("button", name="Send it").click()
    _wait_for(page, "not known whether it arrived")
    calls = post.calls
    page.goto("/?all=1")
    arrived = item(page, "Did your letter to")
    expect(arrived).to_be_visible()
    arrived.get_by_role("link", name="Say what came of it").click()
    letter = page.locator(".outbox__letter").filter(has_text="Cut off")
    letter.get_by_role("button", name="It arrived").click()
    expect(page.locator(".outbox__letter").filter(has_text="Cut off")).to_contain_text("has left")
    page.goto("/?all=1")
    expect(item(page, "Did your letter to")).to_have_count(0)
    assert post.calls == calls


def test_from_today_a_letter_leaves_without_leaving_the_page(page: "Page") -> None:
    item(page, "demurrage").get_by_role("link", name="Write the update").click()
    evidence(page).get_by_label("To", exact=True).fill("not an address")
    evidence(page).get_by_role("button", name="Send it").click()
    expect(evidence(page).get_by_role("alert")).to_contain_text("is no address")
    evidence(page).get_by_label("To", exact=True).fill("joe.kowalski@nationalsteel.example")
    evidence(page).get_by_role("button", name="Send it").click()
    expect(evidence(page)).to_contain_text("It leaves in 20 seconds")
    evidence(page).get_by_role("button", name="Take it back").click()
    expect(page).to_have_url(re.compile("/outbox/"))


def _wait_for(page: "Page", words: str) -> None:
    """Look at the outbox until the newest letter is where it should be."""
    newest = page.locator(".outbox__letter").filter(has_text=words)
    for _ in range(SETTLES_MS // 2_000):
        page.goto("/outbox/")
        if newest.count():
            return
        page.wait_for_timeout(2_000)
    expect(newest.first).to_be_visible()
