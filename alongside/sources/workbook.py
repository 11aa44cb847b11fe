"""Which rows are in a workbook (.xlsx), and of which table is each of its sheets?

Every visible sheet with known headings is a table, read as a text table is (tables.py says the fields). Numbers and
dates are taken as the workbook stores them, formulas as the values that were saved with them. The cells are
read in workbook_cells.py. What one costs is limited by the program that reads files (reader.py).
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from alongside.sources.clean import one_line
from alongside.sources.columns import plain
from alongside.sources.contract import Read, Refused
from alongside.sources.files import bytes_in, content_of, not_opened
from alongside.sources.look import look_at
from alongside.sources.packed import parts_of, why_not_opened
from alongside.sources.plans import HEADING_LINES, Grid, Plan, plan_of, settle
from alongside.sources.readings import AS_RECOGNISED, Readings
from alongside.sources.rows import reads_of
from alongside.sources.sheet import Record, Stated
from alongside.sources.workbook_cells import Book, BrokenError

WORKBOOK_BYTES_MAX = 50 * 1024 * 1024
"""Largest workbook that is read. Unit: bytes, as packed; 200,000 rows of 8 columns take about 10 MB."""

ENDINGS = (".xlsx", ".xlsm")
"""File names that say "workbook", so that a broken one gets its own sentence."""

_BROKEN = (
    "is broken inside and cannot be read. Open it in your spreadsheet, save it again as .xlsx or CSV and import that."
)
_HIDDEN = "This sheet is hidden, so it was not read. Show it in your spreadsheet and import the file again if its rows matter."
_MAGIC = b"PK\x03\x04"
_LOCKED = b"\xd0\xcf\x11\xe0"  # a workbook with a password lies in an older kind of container
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

    def read(self, path: Path, readings: Readings = AS_RECOGNISED) -> Iterator[Read]:
        """Yield every row of every sheet as a Row or a Refused, sheet by sheet in the order of the workbook."""
        size = bytes_in(path)
        try:
            content = content_of(path, WORKBOOK_BYTES_MAX, "a workbook")
            refused = content if isinstance(content, Refused) else _not_opened(path.name, content)
            if refused or isinstance(content, Refused):
                yield Read(path.name, refused or Refused(path.name, ""), size)
                return
            yield from _reads(path.name, content, size, readings)
        except OSError as trouble:
            yield Read(path.name, Refused(path.name, not_opened(path.name, trouble)), size)

    def look(self, path: Path, readings: Readings = AS_RECOGNISED) -> Iterator[Read]:
        """Yield how every visible sheet with anything in it would be read, each before its rows."""
        content = content_of(path, WORKBOOK_BYTES_MAX, "a workbook")
        refused = content if isinstance(content, Refused) else _not_opened(path.name, content)
        if refused or isinstance(content, Refused):
            yield from look_at(refused or Refused(path.name, ""), [], size=0, digest="")
            return
        size = len(content)
        try:
            book = Book(content)
            for number, (_, is_visible) in enumerate(book.sheets):
                grid = _grid(book, number, path.name, size)
                if is_visible and next(grid.records(HEADING_LINES), None) is not None:
                    plan = plan_of([grid], grid.name, readings)
                    yield from look_at(plan, [grid], size=size, digest=book.digest_of(number))
        except BrokenError:
            yield from look_at(Refused(path.name, f"{path.name} {_BROKEN}"), [], size=0, digest="")


def _grid(book: Book, number: int, file_name: str, size: int) -> Grid:
    sheet, _ = book.sheets[number]
    name = f"{file_name}, sheet {one_line(sheet, 60)}"
    known_as = f"{sheet} {file_name}" if plain(sheet).rstrip("0123456789") in _NAMES_OF_NO_MEANING else sheet
    return Grid(name, known_as, "\t", partial(_records, book, number, size), is_typed=True)


def _not_opened(name: str, content: bytes) -> Refused | None:
    if content.startswith(_LOCKED):
        return Refused(
            name, f"{name} is protected by a password, or is an older workbook. Save it as .xlsx without a password."
        )
    reason = why_not_opened(content)
    if not reason and "xl/workbook.xml" not in parts_of(content):
        reason = "holds no workbook that is read here. Save it again as .xlsx, or the table as CSV"
    return Refused(name, f"{name} {reason}, then import that.") if reason else None


def _reads(name: str, content: bytes, size: int, readings: Readings) -> Iterator[Read]:
    found = False
    try:
        book = Book(content)
        for number in range(len(book.sheets)):
            for read in _sheet(book, number, name, size, readings):
                found = True
                yield read
    except BrokenError:
        yield Read(name, Refused(name, f"{name} {_BROKEN}"), size)
        return
    if not found:
        reason = f"{name} has no sheet with anything in it. See that it is the right file, save it again and import it."
        yield Read(name, Refused(name, reason), size)


def _sheet(book: Book, number: int, file_name: str, size: int, readings: Readings) -> Iterator[Read]:
    _, is_visible = book.sheets[number]
    grid = _grid(book, number, file_name, size)
    name = grid.name
    if next(grid.records(HEADING_LINES), None) is None:
        return
    done = size * (number + 1) // len(book.sheets)
    plan = plan_of([grid], name, readings)
    if not is_visible:
        if isinstance(plan, Plan):
            yield Read(name, Refused(name, _HIDDEN), done)
        return
    refused = plan if isinstance(plan, Refused) else settle(plan)
    if isinstance(plan, Plan) and not refused:
        yield from reads_of(plan, done, book.digest_of(number))
    elif refused:
        yield Read(name, Refused(name, refused.reason), done)


def _records(book: Book, number: int, size: int, lines: int) -> Iterator[Record]:
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
