"""What comes of a public mail archive: is each mail there once, is its parent found, does a second import change nothing?

.venv/bin/python bench/archive.py [folder]    (a folder kept from an earlier run is measured again, not filled)
"""

import gzip
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import ground

ARCHIVE = ground.shared_data("mail/twisted")
KEPT = Path(sys.argv[1]) if len(sys.argv) > 1 else None

ground.installation(KEPT)

from django.db.models import Count, QuerySet  # noqa: E402

from alongside.interactions.models import Interaction  # noqa: E402
from alongside.ledgers.commitments.models import Commitment  # noqa: E402
from alongside.ledgers.requests.models import Request  # noqa: E402
from alongside.people.models import Account, Doubt, Person, Position  # noqa: E402
from alongside.pipeline import import_paths  # noqa: E402
from alongside.sightings.models import Sighting  # noqa: E402
from alongside.today.models import TodayItem  # noqa: E402
from alongside.touches.models import Placement  # noqa: E402

SHARE_WANTED = 0.99
"""Share of the mails whose parent is in the archive for which it is found. Source: the protocol that comes with the data."""

_SEPARATOR = re.compile(r"From .* \w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}\s*$")
_ID = re.compile(r"<([^<>]+)")
_SENDER = re.compile(r"(\S+) at (\S+)")


@dataclass
class Scanned:
    """What a plain reading of the files finds, by no code of the program: how often each id is there, and its parent's."""

    times: Counter[str] = field(default_factory=Counter)
    senders: Counter[str] = field(default_factory=Counter)
    parents: dict[str, str] = field(default_factory=dict)
    mails: int = 0

    def busiest(self) -> str:
        """Name the address that wrote most: the archive is taken for its mailbox."""
        return self.senders.most_common(1)[0][0]

    def parents_here(self) -> dict[str, str]:
        return {child: parent for child, parent in self.parents.items() if parent in self.times}


def scan(folder: Path) -> Scanned:
    """Read Message-ID and In-Reply-To of every mail line by line."""
    found = Scanned()
    for path in sorted(folder.glob("*.txt.gz")):
        with gzip.open(path, "rt", encoding="latin-1") as file:
            head: list[str] | None = None
            for line in file:
                if _SEPARATOR.match(line):
                    head = []
                elif head is not None and line.strip():
                    head.append(line)
                elif head is not None:
                    _note(found, head)
                    head = None
    return found


def _note(found: Scanned, head: list[str]) -> None:
    fields = dict(re.findall(r"(?m)^([\w-]+):[ \t]*((?:.*)(?:\n[ \t].*)*)", "".join(head)))
    own, parent = _id(fields.get("Message-ID", "")), _id(fields.get("In-Reply-To", ""))
    found.mails += 1
    if sender := _SENDER.match(fields.get("From", "")):
        found.senders["@".join(sender.groups()).lower()] += 1
    if own:
        found.times[own] += 1
        if parent and parent != own:
            found.parents.setdefault(own, parent)


def _id(value: str) -> str:
    """Take what stands after the bracket, without blanks: one id of the archive is broken in the middle."""
    found = _ID.search(value)
    return "".join(found[1].split()) if found else ""


def bring_in(reader: str) -> tuple[int, int, int, float, float]:
    """Import the archive by the ordinary way; give new, known, refused, seconds until recorded and seconds in all."""
    at, as_of = ground.clock()
    begun_at = time.perf_counter()
    recorded_after = [0.0]

    def report(run: object) -> None:
        if getattr(run, "stage", "") == "reading":
            recorded_after[0] = time.perf_counter() - begun_at

    run = import_paths([ARCHIVE], user=ground.user(address=reader), at=at, as_of=as_of, report=report)
    return run.recorded, run.known, run.refused, recorded_after[0], time.perf_counter() - begun_at


def parents_found(scanned: Scanned) -> tuple[int, int, int]:
    """Count the mails whose parent is in the archive: all, parent found by its id, and in one thread with it."""
    mine = dict(Interaction.objects.exclude(message_id="").values_list("message_id", "pk"))
    stated = dict(Interaction.objects.exclude(message_id="").values_list("message_id", "in_reply_to"))
    threads = dict(Placement.objects.values_list("interaction_id", "thread_id"))
    pairs = scanned.parents_here()
    by_id = {child for child, parent in pairs.items() if stated.get(child) == parent and parent in mine}
    together = {child for child in by_id if threads[mine[child]] == threads[mine[pairs[child]]]}
    return len(pairs), len(by_id), len(together)


def tell_once(scanned: Scanned) -> None:
    kept = Counter(Interaction.objects.exclude(message_id="").values_list("message_id", flat=True))
    missing, foreign = len(scanned.times.keys() - kept.keys()), len(kept.keys() - scanned.times.keys())
    twice = sum(count > 1 for count in kept.values())
    ground.tell("mails in the files, copies included", f"{scanned.mails:,}")
    ground.tell("different Message-IDs in the files (own scan)", f"{len(scanned.times):,}")
    ground.tell("different Message-IDs recorded", f"{len(kept):,}", "the same", is_met=not missing and not foreign)
    ground.tell("Message-IDs recorded more than once", f"{twice:,}", "0", is_met=twice == 0)


def tell_found() -> None:
    """Print what the archive holds, by the program's own words."""
    ground.tell(
        "people, of these ours", f"{Person.objects.count():,} / {Person.objects.filter(is_ours=True).count():,}"
    )
    ground.tell("companies", f"{Account.objects.filter(merged_into__isnull=True).count():,}")
    ground.tell("jobs read from signatures", f"{Position.objects.count():,}")
    ground.tell("threads", f"{Placement.objects.values('thread_id').distinct().count():,}")
    ground.tell("mails by kind", _by(Placement.objects.all(), "automatic"))
    ground.tell("found in the text", f"{Sighting.objects.count():,}", _by(Sighting.objects.all(), "kind"))
    ground.tell("requests", f"{Request.objects.count():,}", _by(Request.objects.all(), "state"))
    ground.tell("promises", f"{Commitment.objects.count():,}", _by(Commitment.objects.all(), "side", "state"))
    ground.tell("questions who is who", f"{Doubt.objects.count():,}", _by(Doubt.objects.all(), "kind"))
    ground.tell("things to do on Today", f"{TodayItem.objects.count():,}", _by(TodayItem.objects.all(), "play"))


def _by(rows: "QuerySet[Any]", *fields: str) -> str:
    counted = rows.order_by().values_list(*fields).annotate(n=Count("pk")).order_by("-n")
    return ", ".join(f"{row[-1]:,} {' '.join(row[:-1])}" for row in counted)


def main() -> None:
    scanned = scan(ARCHIVE)
    if Interaction.objects.exists():
        print("The folder is filled already: speed is not measured.")
    else:
        new, known, refused, reading, whole = bring_in(scanned.busiest())
        ground.tell("first import: new", f"{new:,}")
        ground.tell("first import: known already (the copies)", f"{known:,}")
        ground.tell("first import: refused", f"{refused:,}")
        ground.tell("read and recorded, mails in the files a second", f"{(new + known) / reading:,.0f}")
        ground.tell("the whole way to Today, new mails a second", f"{new / whole:,.0f}")
    tell_once(scanned)
    pairs, by_id, together = parents_found(scanned)
    ground.tell("mails whose In-Reply-To is in the archive", f"{pairs:,}")
    for what, count in (("parent found by its Message-ID", by_id), ("and in the same thread", together)):
        ground.tell(what, f"{count / pairs:.2%}", f">= {SHARE_WANTED:.0%}", is_met=count >= SHARE_WANTED * pairs)
    new, known, *_, whole = bring_in(scanned.busiest())
    ground.tell("second import: new", f"{new:,}", "0", is_met=new == 0)
    ground.tell("second import, seconds", f"{whole:,.1f}")
    tell_found()


main()
