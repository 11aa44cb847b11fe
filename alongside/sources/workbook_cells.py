"""Which cells do the sheets of a workbook hold, and which of its sheets can be seen?

It reckons no formula and follows no link. It decides nothing about what a cell means.
"""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from math import isfinite
from typing import Any

from alongside.sources.at_hand import go_on

ROW_CHARS_MAX = 4 * 1024 * 1024
"""Longest row that is given on. Unit: characters; a spreadsheet itself holds at most 32,767 in a cell."""

WIDTH_MAX = 2000
"""Cells of a row that are given on. Unit: cells; a table of more than 500 columns is refused anyway."""

ROWS_PER_SIGN = 1000
"""Rows after which reading says that it goes on. Unit: rows."""

EXACT_WHOLE = 10**15
"""Whole numbers below this are exact in a workbook. Unit: none."""


class BrokenError(Exception):
    """A workbook that its reader cannot make sense of."""


class Book:
    """A workbook: its sheets as (name, is visible), and the rows of each."""

    def __init__(self, content: bytes) -> None:
        from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

        self._digest = hashlib.sha256(content).hexdigest()
        try:
            self._book = CalamineWorkbook.from_filelike(BytesIO(content))
        except Exception as trouble:  # the library's own kinds of error tell nothing more
            raise BrokenError from trouble
        sheets = [each for each in self._book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
        self.sheets = [(each.name, each.visible == SheetVisibleEnum.Visible) for each in sheets]
        self._at: tuple[int, Any] = (-1, None)

    def digest_of(self, sheet: int) -> str:
        """Tell a sheet of this content from every other."""
        return hashlib.sha256(f"{self._digest} {sheet}".encode()).hexdigest()

    def rows(self, sheet: int, lines: int) -> Iterator[list[Any]]:
        """Yield [line, share done, cell, ...] of the first lines of a sheet, of all when `lines` is 0.

        Rows without a cell are left out; a row too long is one cell, None.
        """
        opened = self._opened(sheet)
        height = opened.total_height or 1
        for number, row in enumerate(opened.iter_rows(), 1):
            if lines and number > lines:
                return
            if number % ROWS_PER_SIGN == 0:
                go_on()
            cells = _cells(row)
            if cells:
                yield [number, round(number / height, 4), *cells]

    def _opened(self, sheet: int) -> Any:
        if self._at[0] != sheet:
            self._at = (-1, None)  # given back before the next one is read
            go_on()
            try:
                self._at = (sheet, self._book.get_sheet_by_name(self.sheets[sheet][0]))
            except Exception as trouble:  # as above
                raise BrokenError from trouble
        return self._at[1]


def _cells(row: list[Any]) -> list[Any]:
    cells: list[Any] = [_cell(each) for each in row[:WIDTH_MAX]]
    while cells and cells[-1] == "":
        cells.pop()
    too_long = sum(len(each) for each in cells if isinstance(each, str)) > ROW_CHARS_MAX
    return [None] if too_long else cells


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
