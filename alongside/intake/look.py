"""What would an import bring? Seen before anything is written: how its tables are read, and what of them is new or changes something.

It writes nothing but what it saw, onto the import (`seen`); the face says it and takes the person's word (begin.py).
"""

import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from alongside.intake.bring_in import BATCH_ITEMS, SECONDS_BETWEEN_REPORTS, Report, shown, shown_in
from alongside.intake.models import Import, ImportedTable
from alongside.intake.reading import read_apart
from alongside.intake.remembered import readings_for
from alongside.intake.report import corrections_of, words_of
from alongside.intake.subjects import Subject, subject_of
from alongside.intake.there import There
from alongside.interactions.keys import record_key
from alongside.sources.contract import LookedFile, LookedTable, Read, Refused, Row
from alongside.sources.readings import Readings
from alongside.sources.recognise import size_of

EXAMPLES = 10
"""Rows of each outcome that are shown. Unit: rows; the counts are of all."""

NAMES = 3
"""Files of a kind that are named. Unit: files."""


@dataclass(slots=True)
class Seen:
    """What bringing in one table would do: rows by outcome, and some of each with the reason."""

    counts: dict[str, int] = field(
        default_factory=lambda: {"new": 0, "changed": 0, "known": 0, "doubtful": 0, "refused": 0}
    )
    examples: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, outcome: str) -> bool:
        """Count a row; tell whether it is wanted as an example."""
        self.counts[outcome] += 1
        return len(self.examples[outcome]) < EXAMPLES


def look(run: Import, *, report: Report) -> bool:
    """Look through every table of an import, and count the rest as far as that is quick; tell whether there is any table."""
    paths = [Path(p) for p in run.paths]
    run.bytes_total, run.bytes_done = sum(size_of(p) for p in paths), 0
    course = _Course(run, There(run.owner))
    last_report = time.monotonic()
    for part in read_apart(paths, readings=readings_for(run), is_look=True):
        for read in part.reads:
            course.take(read)
        if time.monotonic() - last_report > SECONDS_BETWEEN_REPORTS:
            last_report, run.bytes_done = time.monotonic(), part.bytes_done
            report(run)
    run.seen = course.seen()
    return bool(run.seen["tables"])


class _Course:
    """Takes what is read in its order, and gathers what is to be shown of it."""

    def __init__(self, run: Import, there: There) -> None:
        self.run, self.there = run, there
        self.tables: list[tuple[LookedTable, Seen]] = []
        self.others: list[tuple[str, LookedFile]] = []
        self.refused: list[dict[str, Any]] = []
        self.batch: list[Read] = []
        self.fresh: dict[str, tuple[str, Subject]] = {}
        self.is_repeat = False

    def take(self, read: Read) -> None:
        """Take what was read: the beginning of a table, a row of the one that is begun, or another file."""
        if isinstance(read.look, LookedTable):
            self._end_table()
            self.tables.append((read.look, Seen()))
            self.is_repeat = _came_before(self.run.owner, read.look.digest)
        elif read.look:
            self.others.append((shown(read.where, self.run), read.look))
        elif self.tables and (isinstance(read.item, Row) or read.where.startswith(f"{self.tables[-1][0].name}, line ")):
            self.batch.append(read)
            if len(self.batch) >= BATCH_ITEMS:
                self._judge()
        elif isinstance(read.item, Refused) and len(self.refused) < EXAMPLES:
            why = shown_in(read.item.reason, read.where, self.run)
            self.refused.append({"where": shown(read.where, self.run), "why": why})

    def seen(self) -> dict[str, Any]:
        """Give all that was seen, as plain values."""
        self._end_table()
        return {
            "tables": [_as_shown(looked, seen, self.run) for looked, seen in self.tables],
            "others": _gathered(self.others),
            "refused": self.refused,
        }

    def _end_table(self) -> None:
        self._judge()
        if self.tables:
            self.there.take(self.fresh)
        self.fresh = {}

    def _judge(self) -> None:
        if self.batch:
            _judge(self.batch, self.tables[-1][1], self.run, self.there, self.fresh, is_repeat=self.is_repeat)
        self.batch = []


def _came_before(owner: Any, digest: str) -> bool:
    there = ImportedTable.objects.visible_to(owner).filter(digest=digest, brought_by__undone_at__isnull=True)
    return bool(digest) and there.exists()


def _as_shown(looked: LookedTable, seen: Seen, run: Import) -> dict[str, Any]:
    return asdict(looked) | {
        "name": shown(looked.name, run),
        "trouble": shown_in(looked.trouble, looked.name, run),
        "counts": seen.counts,
        "examples": dict(seen.examples),
    }


def _judge(
    batch: list[Read], seen: Seen, run: Import, there: There, fresh: dict[str, tuple[str, Subject]], *, is_repeat: bool
) -> None:
    keyed = {record_key(read.item)[1]: (read, read.item) for read in batch if isinstance(read.item, Row)}
    known, holds = there.known(keyed)
    for read in batch:
        if isinstance(read.item, Refused) and seen.add("refused"):
            why = shown_in(read.item.reason, read.where, run)
            seen.examples["refused"].append({"where": shown(read.where, run), "why": why})
    for key, (read, row) in keyed.items():
        subject = subject_of(row.table, row.fields)
        if key in known and (key in holds or is_repeat or not subject):
            seen.add("known")
            continue
        before = there.subjects(row.table).get(subject, "") if subject else ""
        example = {"where": shown(read.where, run), "what": words_of(row.table, row.fields)}
        if seen.add("changed" if before else "new"):
            corrections = corrections_of(there.fields_of(before), row.fields) if before else ()
            examples = seen.examples["changed" if before else "new"]
            examples.append(example | {"corrections": [asdict(each) for each in corrections]})
        if (doubt := there.likely.doubt(row.table, row.fields)) and seen.add("doubtful"):
            seen.examples["doubtful"].append(example | {"why": doubt})
        fresh[key] = (row.table, subject)


def _gathered(others: list[tuple[str, LookedFile]]) -> list[dict[str, Any]]:
    """Add up the files of one kind: a folder of single mails is one line. `items` is None where they were not counted."""
    found: dict[str, dict[str, Any]] = {}
    for name, file in others:
        line = found.setdefault(file.kind, {"kind": file.kind, "files": 0, "items": 0, "names": []})
        line["files"] += 1
        line["items"] = None if line["items"] is None or file.items is None else line["items"] + file.items
        if len(line["names"]) < NAMES:
            line["names"].append(name)
    return list(found.values())


def in_all(seen: Mapping[str, Any]) -> dict[str, int]:
    """Add up the counts of all tables."""
    tables = seen.get("tables", [])
    return {name: sum(table["counts"][name] for table in tables) for name in Seen().counts}


def is_open(seen: Mapping[str, Any]) -> bool:
    """Tell whether a table waits for an answer without which nothing of it would be read."""
    return any(table["asks"] or table["missing"] for table in seen.get("tables", []))


def is_anything(seen: Mapping[str, Any]) -> bool:
    """Tell whether there is anything that could be brought in or refused as things stand."""
    return bool(seen.get("others")) or any(in_all(seen).values())


def reading_said(table: Mapping[str, Any], readings: Readings) -> dict[str, Any]:
    """Give a table's reading in full, as it was seen: every column with its field."""
    said = readings.get(table["fingerprint"])
    return {
        "table": table["table"],
        "columns": {column["key"]: column["field"] for column in table["columns"]},
        "days_first": said.days_first if said else None,
        "decimal_comma": said.decimal_comma if said else None,
    }
