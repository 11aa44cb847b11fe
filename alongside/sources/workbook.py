"""Which rows are in a workbook (.xlsx), and of which table is each of its sheets?

Every visible sheet with known headings is a table, read as a text table is (tables.py says the fields). Numbers and
dates are taken as the workbook stores them, formulas as the values that were saved with them. The cells are read in a
program of its own (workbook_cells.py).
"""

import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from alongside.sources import workbook_cells
from alongside.sources.clean import one_line
from alongside.sources.columns import plain
from alongside.sources.contract import Read, Refused
from alongside.sources.files import bytes_in, content_of, not_opened
from alongside.sources.packed import parts_of, why_not_opened
from alongside.sources.plans import HEADING_LINES, Grid, Plan, plan_of, settle
from alongside.sources.rows import reads_of
from alongside.sources.sheet import Record, Stated

WORKBOOK_BYTES_MAX = 50 * 1024 * 1024
"""Largest workbook that is read. Unit: bytes, as packed; 200,000 rows of 8 columns take about 10 MB."""

ANSWER_SECONDS_MAX = 30
"""How long one answer about a workbook is waited for. Unit: seconds; the largest that is allowed is opened in about five."""

ENDINGS = (".xlsx", ".xlsm")
"""File names that say "workbook", so that a broken one gets its own sentence."""

_TOO_MUCH = (
    "takes more memory or time than a workbook may: it holds very many cells, or one far away from the others. "
    "Save the table as CSV and import that."
)
_BROKEN = (
    "is broken inside and cannot be read. Open it in your spreadsheet, save it again as .xlsx or CSV and import that."
)
_HIDDEN = "This sheet is hidden, so it was not read. Show it in your spreadsheet and import the file again if its rows matter."
_MAGIC = b"PK\x03\x04"
_LOCKED = b"\xd0\xcf\x11\xe0"  # a workbook with a password lies in an older kind of container
_INHERITED = ("PATH", "PYTHONPATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR", "TEMP")
_NAMES_OF_NO_MEANING = frozenset(
    "sheet worksheet table tabelle blatt tabellenblatt feuil feuille hoja export data daten donnees datos report results".split()
)


class Workbooks:
    """Rows of the sheets of a workbook."""

    kind = "table"

    def recognises(self, path: Path, head: bytes) -> bool:
        """Tell whether the file is a workbook inside, or is named as one and packed or locked."""
        if path.name.lower().endswith(ENDINGS):
            return head.startswith((_MAGIC, _LOCKED))
        if not head.startswith(_MAGIC):
            return False
        content = content_of(path, WORKBOOK_BYTES_MAX, "a workbook")
        return isinstance(content, bytes) and "xl/workbook.xml" in parts_of(content)

    def read(self, path: Path) -> Iterator[Read]:
        """Yield every row of every sheet as a Row or a Refused, sheet by sheet in the order of the workbook."""
        size = bytes_in(path)
        try:
            content = content_of(path, WORKBOOK_BYTES_MAX, "a workbook")
            refused = content if isinstance(content, Refused) else _not_opened(path.name, content)
            if refused or isinstance(content, Refused):
                yield Read(path.name, refused or Refused(path.name, ""), size)
                return
            yield from _reads(path.name, content, size)
        except OSError as trouble:
            yield Read(path.name, Refused(path.name, not_opened(path.name, trouble)), size)


def _not_opened(name: str, content: bytes) -> Refused | None:
    if content.startswith(_LOCKED):
        return Refused(
            name, f"{name} is protected by a password, or is an older workbook. Save it as .xlsx without a password."
        )
    reason = why_not_opened(content)
    if not reason and "xl/workbook.xml" not in parts_of(content):
        reason = "holds no workbook that is read here. Save it again as .xlsx, or the table as CSV"
    return Refused(name, f"{name} {reason}, then import that.") if reason else None


def _reads(name: str, content: bytes, size: int) -> Iterator[Read]:
    found = False
    try:
        with _opened(content) as book:
            for number in range(len(book.sheets)):
                for read in _sheet(book, number, name, size):
                    found = True
                    yield read
    except _GivenUpError as trouble:
        yield Read(name, Refused(name, f"{name} {trouble}"), size)
        return
    if not found:
        reason = f"{name} has no sheet with anything in it. See that it is the right file, save it again and import it."
        yield Read(name, Refused(name, reason), size)


def _sheet(book: "_Book", number: int, file_name: str, size: int) -> Iterator[Read]:
    sheet, is_visible = book.sheets[number]
    name = f"{file_name}, sheet {one_line(sheet, 60)}"
    known_as = f"{sheet} {file_name}" if plain(sheet).rstrip("0123456789") in _NAMES_OF_NO_MEANING else sheet
    grid = Grid(name, known_as, "\t", partial(_records, book, number, size), is_typed=True)
    if next(grid.records(HEADING_LINES), None) is None:
        return
    done = size * (number + 1) // len(book.sheets)
    plan = plan_of([grid], name)
    if not is_visible:
        if isinstance(plan, Plan):
            yield Read(name, Refused(name, _HIDDEN), done)
        return
    refused = plan if isinstance(plan, Refused) else settle(plan)
    if isinstance(plan, Plan) and not refused:
        yield from reads_of(plan, done, book.digest_of(number))
    elif refused:
        yield Read(name, refused, done)


def _records(book: "_Book", number: int, size: int, lines: int) -> Iterator[Record]:
    """Yield the rows of a sheet as texts; a number keeps that it was one."""
    for line, share, *cells in book.rows(number, lines):
        done = int(size * (number + share) / len(book.sheets))
        if cells == [None]:
            yield Record(
                line, [], f"Line {line} is longer than any that is read. Shorten it and import the file again.", done
            )
        else:
            yield Record(line, [each if isinstance(each, str) else _number(each) for each in cells], "", done)


def _number(value: int | float) -> Stated:
    return Stated(value if isinstance(value, int) else f"{value:.15g}")


class _GivenUpError(Exception):
    """A workbook whose reading was given up; its text is the end of a sentence."""


class _Book:
    """A workbook in the program that reads it: its sheets as (name, is visible), and the rows of each."""

    def __init__(self, process: "subprocess.Popen[bytes]", content: bytes) -> None:
        self._process = process
        self._is_answering = False
        self._content_digest = hashlib.sha256(content).hexdigest()
        self._ask(len(content).to_bytes(8, "big") + content)
        self.sheets: list[tuple[str, bool]] = [(str(name), bool(shown)) for name, shown in self._answer()["sheets"]]

    def digest_of(self, sheet: int) -> str:
        """Tell a sheet of this content from every other."""
        return hashlib.sha256(f"{self._content_digest} {sheet}".encode()).hexdigest()

    def rows(self, sheet: int, lines: int) -> Iterator[list[Any]]:
        """Yield [line, share done, cell, ...] of the first lines of a sheet, of all when `lines` is 0."""
        while self._is_answering:  # rows that were asked for and not wanted to the end
            self._batch()
        self._ask(f"{sheet} {lines}\n".encode())
        self._is_answering = True
        while self._is_answering:
            yield from self._batch()

    def _batch(self) -> list[list[Any]]:
        batch = self._answer()
        self._is_answering = batch is not None
        return batch or []

    def _ask(self, request: bytes) -> None:
        assert self._process.stdin
        try:
            self._process.stdin.write(request)
            self._process.stdin.flush()
        except OSError:
            raise _GivenUpError(_TOO_MUCH) from None

    def _answer(self) -> Any:
        assert self._process.stdout
        alarm = threading.Timer(ANSWER_SECONDS_MAX, self._process.kill)
        alarm.start()
        try:
            line = self._process.stdout.readline()
        finally:
            alarm.cancel()
        if not line.endswith(b"\n"):
            raise _GivenUpError(_TOO_MUCH)
        answer = json.loads(line)
        if isinstance(answer, dict) and "fault" in answer:
            raise _GivenUpError(_BROKEN)
        return answer


@contextmanager
def _opened(content: bytes) -> Iterator[_Book]:
    process = subprocess.Popen(
        [sys.executable, "-P", workbook_cells.__file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _INHERITED if name in os.environ},
    )
    try:
        yield _Book(process, content)
    finally:
        process.kill()
        process.communicate()
