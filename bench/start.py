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
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import ground

ROOT = ground.ROOT
TIMES = int(sys.argv[1]) if len(sys.argv) > 1 else 5

AT_REST_SECONDS = 6.0
"""After this long without a request the worker is loaded too. Unit: seconds."""

PATIENCE_SECONDS = 300.0

START_SECONDS_WANTED, MEMORY_MIB_WANTED, DEMO_SECONDS_WANTED = 1.5, 150, 60
"""What is promised: the first page of an empty installation, memory at rest, the first page of the demo with its import."""


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


def seconds_to_page(*words: str, data: Path) -> tuple[float, float]:
    """Measure until the first page: what somebody waits for, and the CPU that the program took for it."""
    begun_at = time.perf_counter()
    with program(*words, data=data) as (process, address):
        wait_for_page(process, address)
        waited = time.perf_counter() - begun_at
        return waited, cpu_seconds(process.pid)


def cpu_seconds(pid: int) -> float:
    """Read what a running process has used of the CPU, its own and for it (Linux)."""
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


def resting_mib(data: Path) -> float:
    """Measure the resident memory of a started program that nobody asks for anything (Linux)."""
    with program("serve", data=data) as (process, address):
        wait_for_page(process, address)
        time.sleep(AT_REST_SECONDS)
        status = Path(f"/proc/{process.pid}/status").read_text()
    resident = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(resident.split()[1]) / 1024


def tell(what: str, values: list[float], unit: str, wanted: float | None = None) -> None:
    middle = statistics.median(values)
    aim = "" if wanted is None else f"< {wanted:g} {unit}"
    worst = f"(worst of {len(values)}: {max(values):.2f}) " if len(values) > 1 else ""
    ground.tell(what, f"{middle:,.2f} {unit}", worst + aim, is_met=None if wanted is None else middle < wanted)


def tell_start(what: str, starts: list[tuple[float, float]], wanted: float) -> None:
    """Print the wait, and below it the CPU, which says more where the machine has other things to do."""
    tell(what, [wall for wall, _ in starts], "s", wanted)
    tell("  CPU of it", [cpu for _, cpu in starts], "s")


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="alongside-bench-") as folder:
        home = Path(folder)
        empty = [seconds_to_page("serve", data=home / f"empty-{n}") for n in range(TIMES)]
        tell_start("start to first page, empty installation", empty, START_SECONDS_WANTED)
        tell("memory at rest, worker loaded", [resting_mib(home / "empty-0")], "MiB", MEMORY_MIB_WANTED)
        demo = ("demo", "--data", str(home / "demo"))
        tell_start("demo, first start, its import included", [seconds_to_page(*demo, data=home)], DEMO_SECONDS_WANTED)
        tell_start("demo, later start", [seconds_to_page(*demo, data=home)], DEMO_SECONDS_WANTED)


if __name__ == "__main__":
    main()
