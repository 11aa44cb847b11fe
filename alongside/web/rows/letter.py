"""How is a mail, a meeting or a note laid out? Whose voice each part is, and where in it something was found.

It cuts the words; it finds nothing and changes nothing of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from alongside.interactions.said import Parts, separate
from alongside.sightings.models import Sighting
from alongside.vocabulary import Review, SightingKind

SHOWN_CHARACTERS = 60_000
"""So much of a body is shown at once. Unit: characters; what is longer is a log or a list, and can be asked for."""

Voice = Literal["said", "quoted", "signature", "footer"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the words: the sighting that marks it, whether it is that one's first, and the kinds that end with it."""

    text: str
    sighting: Sighting | None = None
    is_first: bool = False
    ends: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring words of one voice; what is quoted or stamped below is folded, so `lines` says how much it is."""

    voice: Voice
    pieces: Sequence[Piece]
    lines: int

    @property
    def is_folded(self) -> bool:
        return self.voice in ("quoted", "footer") and not any(piece.sighting for piece in self.pieces)


def blocks(text: str, sightings: Sequence[Sighting], *, sender: str = "", is_note: bool = False) -> list[Block]:
    """Lay out a body. In a note everything is said by whoever wrote it."""
    parts = Parts(((0, len(text)),), (), None, ()) if is_note else separate(text, sender=sender)
    marks = [s for s in sightings if 0 <= s.start < s.end <= len(text)]
    begun: set[int] = set()
    return [_block(text, voice, span, marks, begun) for voice, span in _voices(text, parts)]


def _voices(text: str, parts: Parts) -> Iterator[tuple[Voice, Span]]:
    """Yield the spans in their order; blank lines between two belong to the one above, and like neighbours are one."""
    merged: list[tuple[Voice, Span]] = []
    for voice, (start, end) in _ordered(text, parts):
        if merged and (merged[-1][0] == voice or not text[start:end].strip()):
            merged[-1] = (merged[-1][0], (merged[-1][1][0], end))
        else:
            merged.append((voice, (start, end)))
    yield from merged


def _ordered(text: str, parts: Parts) -> Iterator[tuple[Voice, Span]]:
    named: list[tuple[Voice, Span]] = [("said", span) for span in parts.message]
    named += [("quoted", span) for span in parts.quoted] + [("footer", span) for span in parts.footer]
    named += [("signature", parts.signature)] if parts.signature else []
    at = 0
    for voice, (start, end) in sorted(named, key=lambda each: each[1]):
        if start > at:
            yield "said", (at, start)
        yield voice, (max(start, at), end)
        at = max(at, end)
    if at < len(text):
        yield "said", (at, len(text))


def _block(text: str, voice: Voice, span: Span, marks: Sequence[Sighting], begun: set[int]) -> Block:
    start, end = span
    words = text[start:end]
    begin, end = start + _blank_lines(words), start + len(words.rstrip())
    pieces = [_piece(text, a, b, marks, begun) for a, b in pairwise(_cuts((begin, end), marks))] if begin < end else []
    return Block(voice, pieces, words.strip().count("\n") + 1)


def _blank_lines(words: str) -> int:
    """Count the characters of the blank lines at the top, which the page draws as room; the indent of the first line stays."""
    blank = words[: len(words) - len(words.lstrip())]
    return blank.rfind("\n") + 1


def _cuts(span: Span, marks: Iterable[Sighting]) -> list[int]:
    start, end = span
    edges = {edge for mark in marks for edge in (mark.start, mark.end) if start < edge < end}
    return [start, *sorted(edges), end]


def _piece(text: str, start: int, end: int, marks: Sequence[Sighting], begun: set[int]) -> Piece:
    """Cut one piece; where sightings overlap, the one that begins last (of those, the shortest) marks it."""
    over = [mark for mark in marks if mark.start <= start and end <= mark.end]
    shown = max(over, key=lambda mark: (mark.start, -mark.end, mark.pk)) if over else None
    is_first = shown is not None and shown.pk not in begun
    if shown:
        begun.add(shown.pk)
    return Piece(text[start:end], shown, is_first, [label(mark) for mark in over if mark.end == end])


def label(sighting: Sighting) -> str:
    """Name what was found in the margin of its words."""
    kind = SightingKind(sighting.kind).label
    return f"no {kind}" if sighting.review == Review.REJECTED else kind
