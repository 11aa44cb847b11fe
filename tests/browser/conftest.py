"""The demo world in a running Alongside: one for tests that only look, and copies for tests that do something."""

import json
import shutil
import sqlite3
import tarfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from alongside.demo.world import World, write_world
from tests.conftest import Running, run_alongside, served
from tests.parts import missing

if TYPE_CHECKING:
    from playwright.sync_api import Page

ZONE = "America/Chicago"
"""Where the made-up seller sits: the day that the program sees is the day there."""

PASSWORD = "pellets before the ice"
WIDE = {"width": 1440, "height": 900}
"""A laptop. Unit: CSS pixels."""

DATABASE = "alongside.sqlite3"

PATIENCE_MS = 20_000
"""How long a test waits for what it expects to see, on a machine that does much else at once. Unit: milliseconds."""


@dataclass(frozen=True)
class Stage:
    """An Alongside that answers, with the world it read and the cookies of who is signed in."""

    server: Running
    world: World
    cookies: tuple[Any, ...] = ()

    @property
    def address(self) -> str:
        return self.server.address

    def bring_in(self, *paths: Path) -> dict[str, Any]:
        """Import files by the command line while the pages are open, and give its report."""
        made = run_alongside(self.server.data, "import", *map(str, paths), "--json", ALONGSIDE_TIME_ZONE=ZONE)
        assert made.returncode == 0, made.stderr
        report: dict[str, Any] = json.loads(made.stdout)
        return report

    def rebuild(self) -> None:
        """Work everything out anew by the command line."""
        made = run_alongside(self.server.data, "rebuild", "--json", ALONGSIDE_TIME_ZONE=ZONE)
        assert made.returncode == 0, made.stderr

    def ask(self, question: str, *values: Any) -> list[Any]:
        """Look into the database beside the running program, to find the ids that addresses are made of."""
        with closing(sqlite3.connect(f"file:{self.server.data / DATABASE}?mode=ro", uri=True)) as database:
            return database.execute(question, values).fetchall()

    def id_of(self, question: str, *values: Any) -> int:
        """Find the one id that a question asks for."""
        [[found]] = self.ask(question, *values)
        return int(found)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever stands in this folder plays in a real browser."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", autouse=True)
def patience() -> None:
    """Let tests wait for what they expect; what is there at once is seen at once."""
    from playwright.sync_api import expect

    expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def hostile(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile files of the shared data folder, unpacked."""
    packed = shared_data / "broken" / "hostile.tar.gz"
    if not packed.is_file():
        missing("The shared data folder has no broken/hostile.tar.gz.")
    folder = tmp_path_factory.mktemp("hostile")
    with tarfile.open(packed) as archive:
        archive.extractall(folder, filter="data")
    return folder


@pytest.fixture(scope="session")
def payloads(hostile: Path) -> list[str]:
    [found] = hostile.glob("**/xss_dompurify/payloads.json")
    return [each["payload"] for each in json.loads(found.read_text())]


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The files of the demo world, written for the day that it is where the seller sits."""
    today = datetime.now(ZoneInfo(ZONE)).date()
    return write_world(tmp_path_factory.mktemp("world") / "world", as_of=today)


@pytest.fixture(scope="session")
def installation(world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory that has read the demo world by the ordinary import; nothing runs on it, copies are made of it."""
    data = tmp_path_factory.mktemp("demo") / "alongside"
    who = ("--full-name", world.user_name, "--address", world.user_address, "--password-stdin")
    made = run_alongside(data, "user", "create", world.user_address, *who, given=PASSWORD, ALONGSIDE_TIME_ZONE=ZONE)
    assert made.returncode == 0, made.stderr
    read = run_alongside(data, "import", str(world.folder), "--json", ALONGSIDE_TIME_ZONE=ZONE)
    assert read.returncode == 0, read.stderr
    assert json.loads(read.stdout)["recorded"] > 3_000
    return data


@contextmanager
def on_stage(installation: Path, world: World, place: Path) -> Iterator[Stage]:
    """Run Alongside on a copy of the installation."""
    data = place / "alongside"
    shutil.copytree(installation, data)
    with served(data, ALONGSIDE_TIME_ZONE=ZONE) as server:
        yield Stage(server, world)


def signed_in(stage: Stage, browser: Any) -> Stage:
    """Sign in once by the form, as a person does, and keep the cookies."""
    with closing(browser.new_context()) as context:
        page = context.new_page()
        page.goto(f"{stage.address}/sign-in/")
        page.get_by_label("Your address").fill(stage.world.user_address)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"{stage.address}/")
        return replace(stage, cookies=tuple(context.cookies()))


@pytest.fixture(scope="session")
def demo(installation: Path, world: World, browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The demo world for tests that only look."""
    with on_stage(installation, world, tmp_path_factory.mktemp("looking")) as stage:
        yield signed_in(stage, browser)


@pytest.fixture(scope="module")
def stage(installation: Path, world: World, browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The demo world for the tests of one file, which may change it."""
    with on_stage(installation, world, tmp_path_factory.mktemp("stage")) as stage:
        yield signed_in(stage, browser)


@pytest.fixture
def open_at(browser_page: Callable[..., "Page"]) -> Callable[..., "Page"]:
    """Open a page of a stage, signed in; options are those of a playwright context."""

    def go(stage: Stage, path: str = "/", **options: Any) -> "Page":
        page = browser_page(**{"viewport": WIDE, "base_url": stage.address, **options})
        page.context.add_cookies(stage.cookies)
        page.goto(path)
        return page

    return go


@pytest.fixture
def page(stage: Stage, open_at: Callable[..., "Page"]) -> "Page":
    """Today of a world that the test may change."""
    return open_at(stage)
