"""How long until the first page of an empty installation, how long until that of the demo, and how much memory at rest?

.venv/bin/python bench/start.py [times]
"""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TIMES = int(sys.argv[1]) if len(sys.argv) > 1 else 5

AT_REST_SECONDS = 6.0
"""After this long without a request the worker is loaded too. Unit: seconds."""

PATIENCE_SECONDS = 300.0


@contextmanager
def program(*words: str, data: Path) -> Iterator[tuple["subprocess.Popen[bytes]", str]]:
    """Run a command of the program that serves pages; give its process and its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ALONGSIDE_")}
    process = subprocess.Popen(
        [sys.executable, "-m", "alongside", *words, "--port", str(port)],
        cwd=ROOT,
        env=environment | {"ALONGSIDE_DATA": str(data)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process, f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


def wait_for_page(process: "subprocess.Popen[bytes]", address: str) -> None:
    """Ask until a page comes, redirections followed."""
    end = time.monotonic() + PATIENCE_SECONDS
    while process.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(address) as page:
                page.read()
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.01)
    raise SystemExit("The program did not answer.")


def seconds_to_page(*words: str, data: Path) -> float:
    begun_at = time.perf_counter()
    with program(*words, data=data) as (process, address):
        wait_for_page(process, address)
        return time.perf_counter() - begun_at


def resting_mib(data: Path) -> float:
    """Measure the resident memory of a started program that nobody asks for anything (Linux)."""
    with program("serve", data=data) as (process, address):
        wait_for_page(process, address)
        time.sleep(AT_REST_SECONDS)
        status = Path(f"/proc/{process.pid}/status").read_text()
    resident = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(resident.split()[1]) / 1024


def tell(what: str, measured: Callable[[], list[float]], unit: str, least: str) -> None:
    values = measured()
    middle, worst = statistics.median(values), max(values)
    print(f"{what:<58} median {middle:6.2f} {unit:<4} worst {worst:6.2f}   wanted {least}", flush=True)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="alongside-bench-") as folder:
        home = Path(folder)
        tell(
            "start to first page, empty installation",
            lambda: [seconds_to_page("serve", data=home / f"empty-{n}") for n in range(TIMES)],
            "s",
            "< 1.5 s",
        )
        tell("memory at rest, worker loaded", lambda: [resting_mib(home / "empty-0")], "MiB", "< 150 MiB")
        demo = ("demo", "--data", str(home / "demo"))
        tell(
            "demo, first start to first page, import included",
            lambda: [seconds_to_page(*demo, data=home)],
            "s",
            "< 60 s",
        )
        tell("demo, later start to first page", lambda: [seconds_to_page(*demo, data=home)], "s", "< 60 s")


if __name__ == "__main__":
    main()
