"""What tests may ask for: a small cast, the shared data, a running Alongside, a page in a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.parts import missing, new_database

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NO_BROWSER = "No browser runs here: install the package `chromium` (as root `make test` does it on Debian)."
START_SECONDS = 60
"""How long a started Alongside may take until it answers; the machine may be busy. Unit: seconds."""

OWN_HOSTS = {"127.0.0.1", "localhost"}


# The cast


@pytest.fixture
def owner(db: None) -> "User":
    """Olga, whose customers these are."""
    return _person("olga", "Olga", "Owner")


@pytest.fixture
def stranger(db: None) -> "User":
    """Stefan, who may see nothing of Olga's."""
    return _person("stefan", "Stefan", "Stranger")


def _person(name: str, first: str, last: str) -> "User":
    from django.contrib.auth.models import User

    user = User(username=name, first_name=first, last_name=last, email=f"{name}@example.com")
    user.set_unusable_password()  # tests sign in by force_login: hashing a password costs half a second
    user.save()
    return user


# What lies beside the project


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The shared data folder with public mail archives and orders; the test skips where there is none."""
    folder = Path(os.environ.get("ALONGSIDE_SHARED_DATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip("The shared data folder is not here; ALONGSIDE_SHARED_DATA names it.")
    return folder


# A running Alongside


@dataclass(frozen=True)
class Running:
    """An Alongside that answers at `address` and keeps its things in `data`."""

    address: str
    data: Path
    process: "subprocess.Popen[bytes]"


@contextmanager
def served(data: Path, **environment: str) -> Iterator[Running]:
    """Run the real program on this data directory as long as the block lasts."""
    server = _serve(data, environment)
    try:
        yield server
    finally:
        _stop(server.process)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """Start the real program on a data directory of its own (by default an empty one) and stop it after the test."""
    with ExitStack() as all_of_them:

        def start(data: Path | None = None, **environment: str) -> Running:
            return all_of_them.enter_context(served(data or tmp_path / "installation", **environment))

        yield start


def run_alongside(data: Path, *words: str, given: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run one command of the real program on this data directory, with `given` on its stdin; give what it printed."""
    return subprocess.run(
        [sys.executable, "-m", "alongside", *words],
        env=_environment(data, environment),
        cwd=ROOT,
        input=given,
        capture_output=True,
        text=True,
    )


def _environment(data: Path, more: dict[str, str]) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name != "ALONGSIDE_DATABASE_URL"}
    return inherited | {"ALONGSIDE_DATA": str(data), "PYTHONUNBUFFERED": "1"} | more


def started_again(ended: Running, **environment: str) -> Running:
    """Start the program again at the address and on the data directory of one that ended; the caller stops it."""
    port = urlsplit(ended.address).port
    return _serve(ended.data, environment, port=port or 0)


def _serve(data: Path, more: dict[str, str], *, port: int = 0) -> Running:
    port = port or _free_port()
    log = data.with_name(f"{data.name}.log")
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "alongside", "serve", "--port", str(port)],
            env=_environment(data, more),
            cwd=ROOT,
            stdout=output,
            stderr=output,
        )
    server = Running(f"http://127.0.0.1:{port}", data, process)
    try:
        _wait_until_it_answers(server, log)
    except BaseException:
        _stop(process)
        raise
    return server


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _wait_until_it_answers(server: Running, log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while server.process.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{server.address}/healthz", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise RuntimeError(f"Alongside did not start:\n{log.read_text(errors='replace')}")


def stopped(server: Running) -> None:
    """Stop a program that was started again."""
    _stop(server.process)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@pytest.fixture
def empty_postgres() -> str:
    """Make an empty database in the PostgreSQL of this run and name it as ALONGSIDE_DATABASE_URL does."""
    return new_database()


# A real browser


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """The system's chromium, or the one that playwright brought, once for the whole run."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        chromium = _launch(driver)
        yield chromium
        chromium.close()


def _launch(driver: "Playwright") -> "Browser":
    from playwright.sync_api import Error

    said = ""
    for program in [*filter(None, map(shutil.which, BROWSERS)), None]:
        try:
            return driver.chromium.launch(executable_path=program, args=BROWSER_FLAGS)
        except Error as refusal:  # a name may lead to nothing that runs
            said = str(refusal).splitlines()[0]
    return missing(f"{NO_BROWSER} It said: {said}")


@pytest.fixture
def browser_page(browser: "Browser") -> Iterator[Callable[..., "Page"]]:
    """Open pages in contexts of their own; options are those of a playwright context (viewport, color_scheme, ...).

    After the test: no page may have asked another host for anything, nor broken the content security policy.
    """
    contexts: list[BrowserContext] = []
    trouble: list[str] = []

    def note_request(request: "Request") -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in OWN_HOSTS:
            trouble.append(f"asked another host: {request.url}")

    def note_message(message: "ConsoleMessage") -> None:
        if "Content Security Policy" in message.text:
            trouble.append(f"broke the content security policy: {message.text}")

    def open_page(**options: Any) -> "Page":
        context = browser.new_context(**options)
        contexts.append(context)
        context.on("request", note_request)
        context.on("console", note_message)
        context.on("weberror", lambda error: trouble.append(f"a script failed: {error.error}"))
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert trouble == []
