"""Which records does a CSV file hold: in which character set, with which delimiter, from which line on?

It reads line by line, never the whole file, and gives every record its line; what a record means is read in tables.py.
"""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from alongside.sources.at_hand import go_on
from alongside.sources.caps import CELL_BYTES_MAX, UNPACKED_BYTES_MAX
from alongside.sources.clean import in_size
from alongside.sources.files import UNPACKING_TROUBLE, head_of, opened

DELIMITERS = (",", ";", "\t", "|")
"""The signs that may stand between cells."""

LINE_CHARS_MAX = 4 * CELL_BYTES_MAX
"""Longest line that is read. Unit: characters."""

LINES_PER_SIGN = 1000
"""Lines after which reading says that it goes on. Unit: lines."""

WIDE_BYTES = 2048
"""How much of a file is looked at to know UTF-16 without a mark. Unit: bytes."""

WIDE_SHARE = 0.6
"""Share of zeros in every other byte from which a text is UTF-16. Unit: 1; of tables in Latin letters nearly all are."""

_CHUNK_BYTES = 1024 * 1024
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Record:
    """One record: the line it begins on, its cells, or what is wrong with it, and bytes of the file consumed."""

    line: int
    cells: list[str]
    fault: str = ""
    bytes_done: int = 0


class Stated(str):
    """A cell that a workbook itself holds as a number: it is written with a point, whatever the column's texts do."""

    __slots__ = ()


class _LongLineError(Exception):
    pass


class _EndlessError(Exception):
    pass


def is_text(head: bytes) -> bool:
    """Tell whether the first bytes are text and not the inside of some program's file."""
    return head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" not in head[:8192] or bool(_wide(head))


def _wide(head: bytes) -> str:
    """Name the order of UTF-16 without a mark: every other byte of such a text is mostly zero, and no other is. "" for no such text."""
    for name, zeros, letters in (
        ("utf-16-le", head[1:WIDE_BYTES:2], head[:WIDE_BYTES:2]),
        ("utf-16-be", head[:WIDE_BYTES:2], head[1:WIDE_BYTES:2]),
    ):
        if zeros and b"\0" not in letters and zeros.count(0) > len(zeros) * WIDE_SHARE:
            return name
    return ""


def encoding_of(path: Path) -> str:
    """Return how a text file is encoded: by its mark or zeros, else UTF-8 if all of it is, else cp1252."""
    head = head_of(path)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if wide := _wide(head):
        return wide
    decoder = codecs.getincrementaldecoder("utf-8")()
    with opened(path) as file:
        try:
            size = 0
            while (chunk := file.stream.read(_CHUNK_BYTES)) and size < UNPACKED_BYTES_MAX:
                decoder.decode(chunk)
                size += len(chunk)
            decoder.decode(b"", final=not chunk)
        except UnicodeDecodeError:
            return "cp1252"
        except UNPACKING_TROUBLE:
            pass  # said when the records are read
    return "utf-8"


def records(path: Path, encoding: str, delimiter: str) -> Iterator[Record]:
    """Yield the records of a file with their lines; a record that cannot be read has a fault and no cells."""
    csv.field_size_limit(CELL_BYTES_MAX)
    with opened(path) as file:
        lines = _Lines(io.TextIOWrapper(file.stream, encoding, errors="replace", newline=""))
        reader = csv.reader(lines, delimiter=delimiter)
        while True:
            line = lines.number + 1
            try:
                yield Record(line, next(reader), bytes_done=file.consumed())
            except StopIteration:
                return
            except (_LongLineError, csv.Error):
                yield Record(line, [], _too_long(line), file.consumed())
            except _EndlessError:
                fault = f"The file goes on for more than {in_size(UNPACKED_BYTES_MAX)}; import it in smaller files."
                yield Record(line, [], fault, file.consumed())
                return
            except UNPACKING_TROUBLE:
                fault = "The packed file breaks off here. Download or export it again."
                yield Record(line, [], fault, file.consumed())
                return


class _Lines:
    """Gives lines with their ends, counts them, and never holds one that is too long."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self.text = text
        self.number = 0
        self.read = 0  # characters

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self.text.readline(LINE_CHARS_MAX)
        if not line:
            raise StopIteration
        self.number += 1
        if self.number % LINES_PER_SIGN == 0:
            go_on()
        self.read += len(line)
        if self.read > UNPACKED_BYTES_MAX:
            raise _EndlessError
        if len(line) < LINE_CHARS_MAX or line.endswith(("\n", "\r")):
            return line.replace("\0", "") if "\0" in line else line
        while rest := self.text.readline(LINE_CHARS_MAX):
            self.read += len(rest)
            if rest.endswith(("\n", "\r")):
                break
        raise _LongLineError


def _too_long(line: int) -> str:
    return (
        f"Line {line} has a cell of more than {in_size(CELL_BYTES_MAX)}, or a quotation mark that is never closed. "
        "Put the line right, then import the file again; what is in already stays as it is."
    )
