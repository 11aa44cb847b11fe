"""The real parts that tests run against: a data directory of their own, and PostgreSQL when ALONGSIDE_TEST_DB=pg.

Loaded before pytest-django reads the settings. A part that is missing makes its tests skip with the reason; where CI is
set they fail instead, so that a skip never passes for a success.
"""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any, NoReturn

import pytest

WISHES = {"ALONGSIDE_TEST_DB", "ALONGSIDE_SHARED_DATA", "ALONGSIDE_PICTURES"}
"""Variables that steer the tests. Every other ALONGSIDE_ variable is the user's own and is left out of the run."""

SERVER_PROGRAMS = "/usr/lib/postgresql"
START_SECONDS = 30
"""How long PostgreSQL may take until it answers. Unit: seconds."""

NO_POSTGRES = "PostgreSQL is not here: install the package `postgresql` (as root `make test` does it on Debian)."

DATABASE_FIXTURES = {"db", "transactional_db", "django_db_serialized_rollback", "django_db_setup"}

_started: list["Postgres"] = []
_data: list[Path] = []


def is_on_postgres() -> bool:
    """Tell whether this run was asked to use PostgreSQL."""
    return os.environ.get("ALONGSIDE_TEST_DB") == "pg"


def is_ci() -> bool:
    """Tell whether a skip for a missing part counts as a failure."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def missing(reason: str) -> NoReturn:
    """Skip the test for a missing part; fail it in CI."""
    if is_ci():
        pytest.fail(f"{reason} (A skip counts as a failure in CI.)", pytrace=False)
    pytest.skip(reason)


class Postgres:
    """A throwaway PostgreSQL: a socket in a short temporary directory, no port, no care for power cuts."""

    def __init__(self, programs: Path) -> None:
        self.programs = programs
        self.made = 0
        self.home = Path(tempfile.mkdtemp(prefix="alongside-pg-", dir="/tmp"))  # a socket's path must be short
        self.identity: dict[str, Any] = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
        if self.identity:
            shutil.chown(self.home, **self.identity)
        try:
            self._make()
            self.process = self._start()
            self._wait()
        except BaseException:
            self.stop()
            raise

    @property
    def url(self) -> str:
        return f"postgres://postgres@/alongside?host={self.home}"

    def _make(self) -> None:
        words = f"--pgdata={self.home}/data --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync"
        subprocess.run(
            [str(self.programs / "initdb"), *words.split()],
            check=True,
            cwd="/",
            stdout=subprocess.DEVNULL,
            **self.identity,
        )

    def _start(self) -> "subprocess.Popen[bytes]":
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.home),
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
            "max_connections": "30",
        }
        chosen = [f"--{name}={value}" for name, value in settings.items()]
        with (self.home / "log").open("wb") as log:
            process: subprocess.Popen[bytes] = subprocess.Popen(
                [str(self.programs / "postgres"), "-D", str(self.home / "data"), *chosen],
                cwd="/",
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=_end_with_parent(),
                **self.identity,
            )
        return process

    def _wait(self) -> None:
        import psycopg

        end = time.monotonic() + START_SECONDS
        while True:
            try:
                with psycopg.connect(
                    host=str(self.home), user="postgres", dbname="postgres", autocommit=True
                ) as session:
                    session.execute("CREATE DATABASE alongside")
                return
            except psycopg.OperationalError:
                if self.process.poll() is not None or time.monotonic() > end:
                    log = (self.home / "log").read_text(errors="replace")
                    raise RuntimeError(f"PostgreSQL did not start:\n{log}") from None
                time.sleep(0.05)

    def new_database(self) -> str:
        """Make an empty database and give its URL."""
        import psycopg

        self.made += 1
        name = f"empty_{self.made}"
        with psycopg.connect(host=str(self.home), user="postgres", dbname="postgres", autocommit=True) as session:
            session.execute(f"CREATE DATABASE {name}".encode())
        return self.url.replace("/alongside?", f"/{name}?")

    def stop(self) -> None:
        process = getattr(self, "process", None)
        if process and process.poll() is None:
            process.send_signal(signal.SIGINT)  # fast shutdown
            process.wait(START_SECONDS)
        shutil.rmtree(self.home, ignore_errors=True)


def new_database() -> str:
    """Make an empty database in the PostgreSQL of this run and give its URL."""
    return _started[-1].new_database()


def _end_with_parent() -> Any:
    """Make the child end when the test run is killed and cannot stop it (Linux only)."""
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None).prctl
    set_parent_death_signal = 1
    return lambda: prctl(set_parent_death_signal, signal.SIGINT)


def server_programs() -> Path | None:
    """Find the folder of PostgreSQL's own programs, the newest version's; None where it is not on this machine."""
    found = sorted(Path(SERVER_PROGRAMS).glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests() -> Generator[None, Any, Any]:
    """Set up the run before any settings are read."""
    for name in [name for name in os.environ if name.startswith("ALONGSIDE_") and name not in WISHES]:
        del os.environ[name]
    data = Path(tempfile.mkdtemp(prefix="alongside-test-"))
    _data.append(data)
    os.environ["ALONGSIDE_DATA"] = str(data)
    os.environ["ALONGSIDE_TIME_ZONE"] = "UTC"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright keeps an event loop in the thread of the tests
    programs = server_programs() if is_on_postgres() else None
    if programs:
        _started.append(Postgres(programs))
        os.environ["ALONGSIDE_DATABASE_URL"] = _started[-1].url
    return (yield)


def pytest_unconfigure() -> None:
    """Stop what was started and remove what was made."""
    while _started:
        _started.pop().stop()
    while _data:
        shutil.rmtree(_data.pop(), ignore_errors=True)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let the browser come last, and choose the tests of this database: on PostgreSQL only those that touch it."""
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))
    chosen = [item for item in items if _is_of_this_run(item)]
    config.hook.pytest_deselected(items=[item for item in items if not _is_of_this_run(item)])
    items[:] = chosen


def _is_of_this_run(item: pytest.Item) -> bool:
    if not is_on_postgres():
        return item.get_closest_marker("postgres_only") is None
    if item.get_closest_marker("sqlite_only"):
        return False
    if item.get_closest_marker("postgres_only") or item.get_closest_marker("django_db"):
        return True
    return bool(DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Say why a test on PostgreSQL cannot run where there is none."""
    if is_on_postgres() and not _started:
        missing(NO_POSTGRES)
