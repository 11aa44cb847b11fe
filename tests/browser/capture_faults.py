"""Notes taken on a telephone while everything goes wrong: what does Alongside hold when network, server and sign-in are there again?

`python -m tests.browser.capture_faults RUNS [FIRST]` tries so many runs, each with notes and a fault by its number, on one device, and
prints as JSON which notes were lost and which are there twice.
"""

import json
import random
import shutil
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.conftest import Running, run_alongside, started_again, stopped

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
OLGA, STEFAN, PASSWORD = "olga@ours.example", "stefan@ours.example", "pellets before the ice"
CONTACTS = """name,address,title,account
Joe Kowalski,joe@nsteel.example,Director,National Steel
Ann Petrov,ann@nsteel.example,Buyer,National Steel
"""
MOST_NOTES = 3
"""Notes of one run. Unit: notes."""

LATEST_MS = 400
"""A fault comes so long after "Keep it" at the latest, while the note is kept and sent. Unit: milliseconds."""

PATIENCE_MS = 60_000

BODIES = """SELECT owner.username, body.text FROM alongside_interactionbody body JOIN auth_user owner ON owner.id = body.owner_id"""

WAITING = """() => new Promise((resolve) => {
  const asked = indexedDB.open("alongside-capture");
  asked.onsuccess = () => {
    const store = asked.result.transaction("notes").objectStore("notes").count();
    store.onsuccess = () => { asked.result.close(); resolve(store.result); };
  };
})"""


class Road:
    """One telephone, two people who may sign in on it, and a server that can be killed."""

    def __init__(self, browser: "Browser", server: Running) -> None:
        self.server = server
        self.context = browser.new_context(base_url=server.address, **PHONE)
        self.page = self.context.new_page()
        self.signed_in_as = ""
        self.told: Counter[str] = Counter()
        self.faults: dict[str, Callable[[random.Random], None]] = {
            "reload": self._reload,
            "tab closed": self._close_tab,
            "network cut before": self._cut_before,
            "network cut in the middle": self._cut_in_the_middle,
            "answer lost": self._lose_the_answer,
            "server killed": self._kill,
            "sign-in expired": self._expire,
            "two tabs": self._two_tabs,
            "another user": self._another_user,
            "only typed": self._close_tab,
            "reload while it is being kept": self._reload,
            "tab closed while it is being kept": self._close_tab,
        }

    def run(self, seed: int) -> list[str]:
        """Take some notes, let the fault of this number happen, mend everything; return what was written."""
        dice = random.Random(seed)
        name = list(self.faults)[seed % len(self.faults)]
        self.be(OLGA)
        written = [f"note {seed}-{n} of {dice.random()}" for n in range(dice.randint(1, MOST_NOTES))]
        with self.unanswered() if name == "answer lost" else nullcontext():
            if name == "network cut before":
                self.context.set_offline(True)
            for text in written[:-1]:
                self.write(text)
                self.keep()
            self.write(written[-1])
            if name == "only typed":
                self.page.wait_for_timeout(LATEST_MS)
            elif name.endswith("being kept"):
                self.page.locator(".take__keep").tap()
            else:
                self.keep()
            self.faults[name](dice)
        self.mend()
        return written

    def write(self, text: str) -> None:
        self.page.locator("#text").fill(text)

    def keep(self) -> None:
        """Tap "Keep it" and wait until the box is empty: then it is said to be kept."""
        self.page.locator(".take__keep").tap()
        expect(self.page.locator("#text")).to_have_value("", timeout=PATIENCE_MS)

    def be(self, who: str) -> None:
        """Sign in as somebody by the form, if it is not they who are, and open the page."""
        if self.signed_in_as != who:
            self.page.goto("about:blank")  # an answer that is under way would bring cookies back
            self.context.clear_cookies()
            self.page.goto("/sign-in/?next=/capture/")
            self.page.get_by_label("Your address").fill(who)
            self.page.get_by_label("Password").fill(PASSWORD)
            self.page.get_by_role("button", name="Sign in").click()
            self.page.wait_for_url("**/capture/")
            self.signed_in_as = who
        elif not self.page.url.endswith("/capture/"):
            self.page.goto("/capture/")
        self.page.locator("#take").wait_for(state="visible", timeout=PATIENCE_MS)

    def mend(self) -> None:
        """Bring network, server, sign-in and a tab back; keep what is found in the box; wait until nothing waits."""
        self.context.set_offline(False)
        if self.server.process.poll() is not None:
            self.server = started_again(self.server)
        if self.page.is_closed():
            self.page = self.context.new_page()
        self.page.goto("/capture/")
        self.be(OLGA)
        expect(self.page.locator("#state")).not_to_be_empty(timeout=PATIENCE_MS)
        if self.page.locator("#text").input_value():
            self.keep()
        expect(self.page.locator("#state")).to_have_text("All with Alongside", timeout=PATIENCE_MS)
        assert self.page.evaluate(WAITING) == 0

    def held(self) -> list[tuple[str, str]]:
        """Read from the database who holds which words."""
        with closing(sqlite3.connect(f"file:{self.server.data / 'alongside.sqlite3'}?mode=ro", uri=True)) as database:
            return database.execute(BODIES).fetchall()

    def close(self) -> None:
        self.context.close()
        stopped(self.server)

    # The faults

    def _soon(self, dice: random.Random) -> None:
        self.page.wait_for_timeout(dice.uniform(0, LATEST_MS))

    def _reload(self, dice: random.Random) -> None:
        self._soon(dice)
        self.page.reload()

    def _close_tab(self, dice: random.Random) -> None:
        self._soon(dice)
        self.page.close()

    def _cut_before(self, dice: random.Random) -> None:
        if dice.random() < 0.5:
            self.page.reload()
        self._soon(dice)

    def _cut_in_the_middle(self, dice: random.Random) -> None:
        self._soon(dice)
        self.context.set_offline(True)
        self.told["cut with notes waiting"] += self.page.evaluate(WAITING) > 0
        self._soon(dice)

    def unanswered(self) -> Any:
        """Let every note reach Alongside, and lose what it answers."""
        return _Unanswered(self)

    def _lose_the_answer(self, dice: random.Random) -> None:
        self.page.wait_for_timeout(LATEST_MS)

    def _kill(self, dice: random.Random) -> None:
        self._soon(dice)
        self.server.process.kill()
        self.server.process.wait()
        self.told["killed with notes waiting"] += self.page.evaluate(WAITING) > 0
        if dice.random() < 0.5:
            self.page.reload()

    def _expire(self, dice: random.Random) -> None:
        self.context.clear_cookies()
        self.signed_in_as = ""
        self._soon(dice)
        self.page.goto("/capture/")

    def _two_tabs(self, dice: random.Random) -> None:
        other = self.context.new_page()
        other.goto("/capture/")
        self._soon(dice)
        other.reload()
        self.page.close()
        self.page = other

    def _another_user(self, dice: random.Random) -> None:
        self.context.set_offline(True)
        text = f"note of Olga's alone {dice.random()}"
        self.write(text)
        self.keep()
        self.context.set_offline(False)
        self.be(STEFAN)
        expect(self.page.locator("#others")).not_to_be_empty(timeout=PATIENCE_MS)
        assert text not in self.page.content()


class _Unanswered:
    def __init__(self, road: Road) -> None:
        self.road = road
        self.page: Page = road.page

    def __enter__(self) -> None:
        self.page.route("**/capture/notes", self._lose)

    def _lose(self, route: Any) -> None:
        with suppress(Exception):  # the tab may be gone
            route.fetch()
            self.road.told["answers lost"] += 1
        with suppress(Exception):
            route.abort()

    def __exit__(self, *_: Any) -> None:
        self.page.unroute("**/capture/notes")


def installation(place: Path) -> Running:
    """Make an installation with two users and a few people, and start it."""
    data = place / "alongside"
    for who in (OLGA, STEFAN):
        made = run_alongside(
            data, "user", "create", who, "--full-name", who, "--address", who, "--password-stdin", given=PASSWORD
        )
        assert made.returncode == 0, made.stderr
    table = place / "contacts.csv"
    table.write_text(CONTACTS)
    run_alongside(data, "import", str(table), "--yes", "--user", OLGA)
    return started_again(Running(f"http://127.0.0.1:{_free_port()}", data, None))  # type: ignore[arg-type]


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def outcome(road: Road, written: list[str]) -> dict[str, Any]:
    """Compare what was written with what Alongside holds."""
    held = road.held()
    counted = Counter(text for _, text in held)
    return {
        "notes": len(written),
        "lost": [text for text in written if not counted[text]],
        "doubled": [text for text in written if counted[text] > 1],
        "of somebody else": [text for who, text in held if text in written and who != OLGA],
    }


def main(runs: int, first: int = 0) -> None:
    from playwright.sync_api import sync_playwright

    from tests.conftest import _launch

    place = Path(tempfile.mkdtemp(prefix="alongside-road-"))
    try:
        with sync_playwright() as driver:
            browser = _launch(driver)
            road = Road(browser, installation(place))
            try:
                written = [text for seed in range(first, first + runs) for text in road.run(seed)]
                print(json.dumps({"runs": runs, **outcome(road, written), "told": road.told}))
            finally:
                road.close()
                browser.close()
    finally:
        shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
