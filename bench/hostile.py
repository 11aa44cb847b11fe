"""What comes of hostile, broken and odd files: is every file told for, does anything stop the rest, what does each cost?

.venv/bin/python bench/hostile.py [word]    (with any word: every kind of refusal is printed)
"""

import re
import resource
import sys
import tarfile
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import ground

ARCHIVES = (
    ("mail/odd_mail_public.tar.gz", "odd mails of other projects' tests"),
    ("broken/hostile.tar.gz", "hostile and broken files"),
    ("broken/ical4j_valid.tar.gz", "valid calendars of another project's tests"),
    ("broken/csv_spectrum.tar.gz", "tables of every spelling"),
)
NAMED = len(sys.argv) > 1
FOUND = [(ground.shared_data(name), name, what) for name, what in ARCHIVES]

ground.installation()

from alongside.intake.reading import read_apart  # noqa: E402
from alongside.interactions.models import Interaction, SourceRecord  # noqa: E402
from alongside.pipeline import import_paths  # noqa: E402
from tests.sources.hostile_made import MADE  # noqa: E402

KIB_IN_MIB = 1024
dearest: list[Any] = [0.0, ""]

_VARYING = re.compile(r"“[^”]*”|^[\w/.-]+(?= is )|[\d,.]*\d|(?<=reads )…?.*(?=\))|\S+\.(?:eml|ics|vcf|csv|mbox)\b")


class Cost(NamedTuple):
    """What reading one file took. Unit: seconds of the processor."""

    seconds: float
    name: str


def unpacked(archive: Path, folder: Path) -> list[Path]:
    """Unpack an archive; give the files in it."""
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return [path for path in folder.rglob("*") if path.is_file()]


def measure(archive: Path, what: str) -> None:
    folder = Path(tempfile.mkdtemp(prefix="alongside-bench-"))
    files = unpacked(archive, folder)
    owner = ground.user(what.split()[0], f"me@{what.split()[0]}.example")
    at, as_of = ground.clock()
    begun_at = time.perf_counter()
    run = import_paths([folder], user=owner, at=at, as_of=as_of)
    seconds = time.perf_counter() - begun_at
    again = import_paths([folder], user=owner, at=at, as_of=as_of)
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(run.by_kind.items()))
    ground.tell(f"{what}: files", f"{len(files):,}")
    ground.tell("  taken", f"{run.recorded:,}", kinds)
    ground.tell("  known from another of the files", f"{run.known:,}")
    ground.tell("  refused, each with its reason", f"{run.refused:,}")
    if NAMED:
        reasons = Counter(_alike(refusal.reason) for refusal in run.refusals.all())
        for reason, count in reasons.most_common():
            print(f"{count:>10,}  {reason}")
    silent = [path for path in _named_nowhere(files, owner, run) if not _has_outcome_alone(path)]
    ground.tell("  files without any outcome", f"{len(silent):,}", "0", is_met=not silent)
    for path in silent:
        print(f"            {path.relative_to(folder)}")
    ground.tell("  second import: new", f"{again.recorded:,}", "0", is_met=again.recorded == 0)
    ground.tell("  seconds", f"{seconds:,.1f}")


def _named_nowhere(files: list[Path], owner: object, run: object) -> list[Path]:
    """Name the files that are in no place of what was taken or refused: what is in them was known from another file."""
    places = list(Interaction.objects.filter(owner=owner).values_list("where", flat=True))
    places += SourceRecord.objects.filter(owner=owner).values_list("where", flat=True)
    places += run.refusals.values_list("where", flat=True)  # type: ignore[attr-defined]
    told = {place.partition(", ")[0].rpartition("/")[2] for place in places}
    return [path for path in files if path.name not in told]


def _has_outcome_alone(path: Path) -> bool:
    """Bring one file in for somebody who has nothing yet: something must be taken or refused."""
    at, as_of = ground.clock()
    alone = ground.user(f"alone with {path.name}"[:150], "me@alone.example")
    run = import_paths([path], user=alone, at=at, as_of=as_of)
    return bool(run.recorded or run.refused)


def _alike(reason: str) -> str:
    """Leave out what differs from item to item, so that alike reasons are counted together."""
    return _VARYING.sub("…", reason)


def cost(files: list[Path], what: str) -> None:
    """Read each file by itself, in readers of its own, and print the dearest: their processor time, and their memory."""
    most = Cost(0, "")
    for path in files:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        reads = [read for part in read_apart([path]) for read in part.reads]
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        most = max(most, Cost(seconds, f"{path.name} ({len(reads):,} items)"))
        if after.ru_maxrss > before.ru_maxrss:
            dearest[:] = [after.ru_maxrss / KIB_IN_MIB, path.name]
    mib, name = dearest
    ground.tell(f"{what}: files read one by one", f"{len(files):,}")
    ground.tell("  most seconds of the processor for a file", f"{most.seconds:.1f}", most.name)
    ground.tell("  most memory of a reader so far, MiB", f"{mib:.0f}", f"{name}; 300", is_met=mib <= 300)


def main() -> None:
    for archive, _, what in FOUND:
        measure(archive, what)
    for archive, _, what in FOUND:
        cost(sorted(unpacked(archive, Path(tempfile.mkdtemp(prefix="alongside-bench-")))), what)
    folder = Path(tempfile.mkdtemp(prefix="alongside-bench-"))
    for name, make in MADE.items():
        (folder / name).write_bytes(make())
    cost(sorted(folder.iterdir()), "made by us")


main()
