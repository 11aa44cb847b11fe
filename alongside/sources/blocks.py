"""Where do the BEGIN…END blocks of a calendar or card file lie?

Cutting first lets one broken entry fail alone. What stands in a block is read by the libraries, not here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

NESTING_MAX = 10
"""Deepest nesting of blocks inside one entry. Unit: levels; alarms and agents need two."""


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one block with its BEGIN and END, and the share of the file that ends with it."""

    lines: tuple[bytes, ...]
    share_done: float
    is_closed: bool = True
    depth: int = 1

    @property
    def content(self) -> bytes:
        """The lines as the libraries want them."""
        return b"\n".join(self.lines) + b"\n"


def lines_of(content: bytes) -> list[bytes]:
    """Return the lines of a file whatever ends them; still folded."""
    return content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")


def blocks(lines: list[bytes], name: bytes, *, keeps_inner: bool = False) -> Iterator[Block]:
    """Yield every outermost block of that name; what is nested in it is left out unless `keeps_inner`."""
    begin = b"BEGIN:" + name
    taken: list[bytes] = []
    depth = deepest = 0
    for number, line in enumerate(lines, 1):
        word = line[:80].strip().upper() if line[:1] in b"BbEe" else b""
        is_begin, is_end = word.startswith(b"BEGIN:"), word.startswith(b"END:")
        if not depth and word != begin:
            continue
        depth += is_begin
        deepest = max(deepest, depth)
        if depth == 1 or keeps_inner:
            taken.append(line)
        depth -= is_end
        if not depth:
            yield Block(tuple(taken), number / len(lines), True, deepest)
            taken, deepest = [], 0
    if depth:
        yield Block(tuple(taken), 1.0, False, deepest)


def fields(block: Block) -> Iterator[tuple[bytes, list[bytes]]]:
    """Yield each property's upper-case name (no group, no parameters) with its line and the folded ones after it."""
    name, taken = b"", list[bytes]()
    for line in block.lines:
        if line[:1] in (b" ", b"\t") and taken:
            taken.append(line)
            continue
        if taken:
            yield name, taken
        name = line.split(b":", 1)[0].split(b";", 1)[0].rpartition(b".")[2].strip().upper()[:40]
        taken = [line]
    if taken:
        yield name, taken
