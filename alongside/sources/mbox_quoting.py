"""Which lines of an mbox were given a ">" by whoever wrote the file, and must lose it again?

Writers put ">" before "From " (mboxo), or one more ">" before any ">From " too (mboxrd). Which of the two a file is, shows
where a reply quotes without a blank: there such a line has as many ">" as its neighbours, or one more. No line is lost.
"""

import re
from collections.abc import Iterable

LOOKED_AT_BYTES = 32 * 1024 * 1024
"""How much of a file is looked at to tell how it was written. Unit: bytes, unpacked."""

_QUOTED = re.compile(rb"(?m)^(>+)From ")
_DEPTH = re.compile(rb">*")


def is_mboxrd(chunks: Iterable[bytes]) -> bool:
    """Tell whether the file was written as mboxrd; without a sign of it, as mboxo."""
    signs = looked_at = 0
    for chunk in chunks:
        if b">From " in chunk:
            signs += sum(_sign(chunk, found) for found in _QUOTED.finditer(chunk))
        looked_at += len(chunk)
        if looked_at >= LOOKED_AT_BYTES:
            break
    return signs > 0


def unquoted(raw: bytes, *, is_rd: bool) -> bytes:
    """Return a mail as it was before it was put into the file."""
    if b"\n>" not in raw or b">From " not in raw:
        return raw
    body_at = raw.find(b"\r\n\r\n" if b"\r\n\r\n" in raw[:8192] else b"\n\n") + 1
    kept, done = [raw[:body_at]], body_at
    for found in _QUOTED.finditer(raw, body_at):
        if is_rd or _was_quoted(raw, found):
            kept.append(raw[done : found.start()])
            done = found.start() + 1
    return b"".join([*kept, raw[done:]])


def _was_quoted(raw: bytes, found: re.Match[bytes]) -> bool:
    """Tell whether a line of an mboxo has its ">" from the file: a single one, and its neighbours have none."""
    return len(found[1]) == 1 and not any(_around(raw, found))


def _sign(raw: bytes, found: re.Match[bytes]) -> int:
    """Weigh one line: 1 for mboxrd, -1 for mboxo, 0 where both would have written it."""
    depth, around = len(found[1]), _around(raw, found)
    if depth in around:
        return -1
    return 1 if depth > 1 and depth - 1 in around else 0


def _around(raw: bytes, found: re.Match[bytes]) -> tuple[int, int]:
    """Return how many ">" begin the line before and the line after."""
    before = raw.rfind(b"\n", 0, max(0, found.start() - 1)) + 1
    after = raw.find(b"\n", found.end())
    return _depth(raw, before), _depth(raw, after + 1) if after >= 0 else 0


def _depth(raw: bytes, at: int) -> int:
    found = _DEPTH.match(raw, at)
    return len(found[0]) if found else 0
