"""Refused rows as tables that can be mended: the headings and cells as they came, and a column that says why.

What a spreadsheet would take for a formula is guarded on the way out; reading takes the guard off again (sources/rows.py).
"""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from alongside.intake.models import ImportedTable
from alongside.intake.quarantine import RAW_BESIDE_BYTES
from alongside.sources.rows_given_back import FORMULA_SIGNS, WHY_REFUSED

_PLAIN_NUMBER = re.compile(r"[+-]?\d[\d.,]{0,38}")


class _Line:
    """What csv writes to when each line is handed on at once."""

    def write(self, line: str) -> str:
        return line


def guarded(text: str) -> str:
    """Keep a spreadsheet from taking a stated text for a formula; a plain number is none."""
    return f"'{text}" if text[:1] in FORMULA_SIGNS and text and not _PLAIN_NUMBER.fullmatch(text) else text


def lines_of(rows: Iterator[list[str]], delimiter: str = ",") -> Iterator[str]:
    """Write rows as the lines of a CSV file that spreadsheets open as UTF-8."""
    writer = csv.writer(_Line(), delimiter=delimiter)
    yield "\ufeff"
    for row in rows:
        yield writer.writerow([guarded(cell) for cell in row])


def to_mend(table: ImportedTable) -> Iterator[str]:
    """Write the refused rows of one table, each with the reason behind its cells."""
    return lines_of(_rows(table), _delimiter(table))


def _delimiter(table: ImportedTable) -> str:
    return "," if table.delimiter == "\t" else table.delimiter


def _rows(table: ImportedTable) -> Iterator[list[str]]:
    """Give the headings, then the rows; of a table that was mended before, the older reasons are left out.

    A row with too few cells is not filled up: it would be taken for whole when it comes back as it is.
    """
    kept = [n for n, heading in enumerate(table.headings) if not heading.startswith(WHY_REFUSED.format(""))]
    yield [*(table.headings[n] for n in kept), WHY_REFUSED.format(f"(table {table.stands_with_id or table.pk})")]
    for raw, reason in mendable(table).values_list("raw", "reason").iterator():
        cells = next(csv.reader(io.StringIO(bytes(raw).decode(), newline=""), delimiter=table.delimiter), [])
        yield [*(cells[n] for n in kept if n < len(cells)), *cells[len(table.headings) :], reason]


def mendable(table: ImportedTable) -> Any:
    """Give the refused rows of a table that were kept whole, in the order of the file."""
    from django.db.models.functions import Length

    return table.refusals.annotate(size=Length("raw")).filter(size__lt=RAW_BESIDE_BYTES, size__gt=0).order_by("pk")
