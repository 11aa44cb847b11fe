"""How fast, and in how much memory, does mail come in, beside the barest way into a database? And a table of orders?

.venv/bin/python bench/intake.py [mails]    (100,000 without a number; the orders are left out where shared data are missing)

The bare ways read an mbox and write sender, subject, date and text into one table of SQLite with a full-text index: no threads, no people,
nothing found, not even one mail kept out that is there twice. Each way runs in a process of its own; CPU and memory include the
processes that it starts.
"""

import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ground
import mailbox_made

ME = "me@ours.example"
COUNT = 100_000
BARE_WAYS = {"stdlib": "mailbox and email of the standard library", "rust": "fast-mail-parser"}
STAGES = {
    "reading": "parsed, recorded, indexed",
    "people and companies": "who is who",
    "what was said": "threads, found in the text",
    "jobs and ledgers": "jobs, promises, requests",
    "where we stand": "judged, Today",
}
UNTIL_FOUND = list(STAGES)[:3]
"""Stages of what is aimed at: parsing, recording, finding and indexing."""

WANTED_A_SECOND = 1_200
"""Mails parsed, recorded, indexed and found in. Unit: mails a second, two cores, SQLite."""

WANTED_ROWS_A_SECOND = 5_000
"""Rows of a table read, checked, recorded, linked and posted. Unit: rows a second."""

WANTED_MIB = 400
"""Memory of the process that writes, at its peak. Unit: MiB."""


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    folder = Path(tempfile.mkdtemp(prefix="alongside-bench-"))
    mails = folder / "mails.mbox"
    mailbox_made.write(mails, count, until=ground.clock()[0])
    size = mails.stat().st_size / 1024**2
    ground.tell("mails made up", f"{count:,}", f"{size:,.0f} MiB; load average {os.getloadavg()[0]:.1f}")
    for way, what in BARE_WAYS.items():
        tell_way(
            f"bare: {what}, SQLite with FTS5", count, measured("bare", way, str(mails), str(folder / f"{way}.sqlite3"))
        )
    stages = measured("ours", str(mails), str(folder / "data"))
    tell_stages(stages, count, "mails")
    tell_sum("parsed, recorded, indexed and found in", stages, UNTIL_FOUND, count, WANTED_A_SECOND)
    tell_sum("all the way to Today", stages, list(STAGES), count)
    tell_memory(stages)
    if count >= COUNT or len(sys.argv) == 1:
        tell_orders(folder)


def tell_orders(folder: Path) -> None:
    history = ground.shared_data("orders/online_retail_until_2011-09-30.parquet")
    file = folder / "orders.csv"
    rows = as_csv(history, file)
    for time_ in ("first", "second"):
        stages = measured("ours", str(file), str(folder / "orders"))
        print(f"\n{time_} import of {rows:,} rows of an order history; load average {os.getloadavg()[0]:.1f}")
        tell_stages(stages, rows, "rows")
        tell_sum("read, checked, recorded, linked, posted", stages, list(STAGES)[:4], rows, WANTED_ROWS_A_SECOND)
        tell_sum("all the way to Today", stages, list(STAGES), rows)
        tell_memory(stages)


def measured(*how: str) -> dict[str, Any]:
    """Run this file in another process, and give what it measured."""
    done = subprocess.run([sys.executable, __file__, "--", *how], stdout=subprocess.PIPE, check=True)
    return dict(json.loads(done.stdout))


def tell_way(what: str, count: int, spent: dict[str, Any]) -> None:
    figures = f"{count / spent['wall']:,.0f}/s"
    ground.tell(
        what, figures, f"{spent['wall']:.1f} s, CPU {spent['cpu']:.1f} s ({count / spent['cpu']:,.0f}/s of CPU)"
    )


def tell_stages(stages: dict[str, Any], count: int, unit: str) -> None:
    for name, what in STAGES.items():
        if name in stages["stages"]:
            tell_way(f"{what} ({unit})", count, stages["stages"][name])


def tell_sum(what: str, stages: dict[str, Any], names: list[str], count: int, wanted: int | None = None) -> None:
    of_these = [stages["stages"][name] for name in names if name in stages["stages"]]
    wall, cpu = sum(each["wall"] for each in of_these), sum(each["cpu"] for each in of_these)
    aim = f"{wall:.1f} s, CPU {cpu:.1f} s ({count / cpu:,.0f}/s of CPU)" + (f"; wanted {wanted:,}" if wanted else "")
    ground.tell(f"together: {what}", f"{count / wall:,.0f}/s", aim, is_met=count / wall >= wanted if wanted else None)


def tell_memory(stages: dict[str, Any]) -> None:
    here, beside = stages["mib"], stages["mib_beside"]
    ground.tell("memory at its peak", f"{here} MiB", f"{WANTED_MIB}", is_met=here < WANTED_MIB)
    ground.tell("memory of the largest process beside it", f"{beside} MiB")


# --- what runs in a process of its own ------------------------------------------------------------------------------


class Spent:
    """Wall and CPU since it was made or last asked, of this process and of those it started that have ended."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), _cpu()

    def since(self) -> dict[str, float]:
        wall, cpu = time.perf_counter(), _cpu()
        spent = {"wall": wall - self._wall, "cpu": cpu - self._cpu}
        self._wall, self._cpu = wall, cpu
        return spent


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _mib(who: int) -> int:
    return resource.getrusage(who).ru_maxrss // 1024


def _mib_beside() -> int:
    """Memory at its peak of the largest process beside this one that runs now.

    Not what rusage says of children: until a child becomes another program it shares this one's memory, and that counts as its own.
    """
    threads = Path("/proc/self/task").glob("*/children")
    return max((_mib_of(pid) for children in threads for pid in children.read_text().split()), default=0)


def _mib_of(pid: str) -> int:
    try:
        told = Path(f"/proc/{pid}/status").read_text()
    except OSError:  # it ended just now
        return 0
    return next((int(line.split()[1]) // 1024 for line in told.splitlines() if line.startswith("VmHWM:")), 0)


def ours(source: str, data: str) -> dict[str, Any]:
    """Import by the ordinary way; what every stage spent, and memory."""
    ground.installation(Path(data))
    from alongside.pipeline import import_paths

    at, as_of = ground.clock()
    stages: dict[str, dict[str, float]] = {}
    spent, name, beside = Spent(), "reading", 0

    def report(run: Any) -> None:
        nonlocal name, beside
        beside = max(beside, _mib_beside())
        now = run.stage.partition(":")[0]
        if now != name:
            _add(stages, name, spent.since())
            name = now

    import_paths([Path(source)], user=ground.user(address=ME), at=at, as_of=as_of, report=report)
    _add(stages, name or list(STAGES)[-1], spent.since())
    return {"stages": stages, "mib": _mib(resource.RUSAGE_SELF), "mib_beside": beside}


def _add(stages: dict[str, dict[str, float]], name: str, spent: dict[str, float]) -> None:
    before = stages.get(name, {"wall": 0.0, "cpu": 0.0})
    stages[name] = {unit: before[unit] + spent[unit] for unit in spent}


def bare(way: str, source: str, target: str) -> dict[str, Any]:
    """Put a mailbox into SQLite with full text by the shortest program that does it."""
    spent = Spent()
    base = sqlite3.connect(target)
    base.executescript(
        "CREATE TABLE mail (id INTEGER PRIMARY KEY, sender TEXT, subject TEXT, sent TEXT, body TEXT);"
        "CREATE VIRTUAL TABLE words USING fts5(subject, body, content='mail', content_rowid='id');"
    )
    read = {"stdlib": _by_stdlib, "rust": _by_rust}[way]
    base.executemany("INSERT INTO mail (sender, subject, sent, body) VALUES (?, ?, ?, ?)", read(Path(source)))
    base.execute("INSERT INTO words (rowid, subject, body) SELECT id, subject, body FROM mail")
    base.commit()
    return spent.since() | {"mib": _mib(resource.RUSAGE_SELF)}


def _by_stdlib(source: Path) -> Iterator[tuple[str, str, str, str]]:
    import mailbox
    from email import message_from_binary_file, policy

    for mail in mailbox.mbox(str(source), factory=lambda file: message_from_binary_file(file, policy=policy.default)):
        text: str = mail.get_content()  # type: ignore[attr-defined]
        yield str(mail["from"]), str(mail["subject"]), str(mail["date"]), text


def _by_rust(source: Path) -> Iterator[tuple[str, str, str, str]]:
    from fast_mail_parser import parse_email

    for raw in _raw_mails(source):
        mail = parse_email(raw)
        yield str(mail.headers.get("From", "")), mail.subject, mail.date, "".join(mail.text_plain)


def _raw_mails(source: Path) -> Iterator[bytes]:
    lines: list[bytes] = []
    with source.open("rb") as file:
        for line in file:
            if line.startswith(b"From ") and lines:
                yield b"".join(lines)
                lines = []
            elif not line.startswith(b"From "):
                lines.append(line)
    yield b"".join(lines)


def as_csv(path: Path, target: Path) -> int:
    """Write the columns of a parquet file under their own headings."""
    from pyarrow import csv, parquet

    table = parquet.read_table(path)
    table = table.select([name for name in table.column_names if not name.startswith("__")])
    csv.write_csv(table, target)
    return int(table.num_rows)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--"]:
        _, _, how, *rest = sys.argv
        print(json.dumps({"bare": bare, "ours": ours}[how](*rest)))
    else:
        main()
