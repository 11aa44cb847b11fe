"""Which cells do the sheets of a workbook hold? A program of its own, so that no file takes the memory or time of ours.

It reads eight bytes of length and the workbook from standard input, answers with its sheets in one line of JSON, and
then answers every line "sheet lines" with batches of rows, one line of JSON each, and null at the end. It reads no file,
opens no connection, reckons no formula and follows no link. It imports nothing of Alongside, for a quick start.
"""

import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from math import isfinite
from typing import Any

MEMORY_BYTES_MAX = 300 * 1024 * 1024
"""Memory that one workbook may take, the program that reads it included. Unit: bytes; held by Linux only.
Source: 200,000 rows of 8 columns took 184 MB, of 14 columns 341 MB."""

CPU_SECONDS_MAX = 120
"""Time that the reading of one workbook may take. Unit: seconds of the processor; held by Linux and macOS."""

ROW_CHARS_MAX = 4 * 1024 * 1024
"""Longest row that is given on. Unit: characters; a spreadsheet itself holds at most 32,767 in a cell."""

CELLS_IN_BATCH = 8192
"""Cells in one line of the answer, about. Unit: cells; 100 characters count as one more."""

WIDTH_MAX = 2000
"""Cells of a row that are given on. Unit: cells; a table of more than 500 columns is refused anyway."""

EXACT_WHOLE = 10**15
"""Whole numbers below this are exact in a workbook. Unit: none."""


def main() -> None:
    """Answer requests until the input ends."""
    _limit()
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    content = sys.stdin.buffer.read(int.from_bytes(sys.stdin.buffer.read(8), "big"))
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
    except Exception as trouble:  # the library's own kinds of error tell nothing more
        _say({"fault": type(trouble).__name__})
        return
    del content
    sheets = [each for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    _say({"sheets": [[each.name, each.visible == SheetVisibleEnum.Visible] for each in sheets]})
    at, sheet = -1, None
    for request in sys.stdin.buffer:
        wanted, lines = map(int, request.split())
        if wanted != at:
            sheet = None  # given back before the next one is read
            try:
                at, sheet = wanted, book.get_sheet_by_name(sheets[wanted].name)
            except Exception as trouble:  # as above
                at = -1
                _say({"fault": type(trouble).__name__})
                continue
        _answer(sheet, lines)


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY_BYTES_MAX), (resource.RLIMIT_CPU, CPU_SECONDS_MAX)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # a tighter limit holds already, or the system knows none
            continue


def _answer(sheet: Any, lines: int) -> None:
    batch: list[list[Any]] = []
    cells = 0
    for row in _rows(sheet, lines):
        batch.append(row)
        cells += len(row) + sum(len(each) for each in row if isinstance(each, str)) // 100
        if cells >= CELLS_IN_BATCH:
            _say(batch)
            batch, cells = [], 0
    _say(batch)
    _say(None)


def _rows(sheet: Any, lines: int) -> Iterator[list[Any]]:
    """Yield [line, share of the sheet that is done, cell, ...] for every row with a cell in it, null for a row too long."""
    height = sheet.total_height or 1
    for number, row in enumerate(sheet.iter_rows(), 1):
        if lines and number > lines:
            return
        cells: list[Any] = [_cell(each) for each in row[:WIDTH_MAX]]
        while cells and cells[-1] == "":
            cells.pop()
        if sum(len(each) for each in cells if isinstance(each, str)) > ROW_CHARS_MAX:
            cells = [None]
        if cells:
            yield [number, round(number / height, 4), *cells]


def _cell(value: Any) -> str | int | float:
    """Return a text, or a number as a number."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if not isfinite(value):
            return str(value)
        return int(value) if value.is_integer() and abs(value) < EXACT_WHOLE else value
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, timedelta) else value


def _say(answer: Any) -> None:
    sys.stdout.write(json.dumps(answer, separators=(",", ":")))
    sys.stdout.write("\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
