"""Where in a text do the marks of what was found begin and end?

It cuts a text into pieces, each with the sighting it belongs to. It does not find anything.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Voice = Literal["said", "quoted", "signature"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text: its words, whose voice it is, and the sighting that marks it (None: none).

    `is_last` is True on the last piece of a sighting, where its name stands.
    """

    text: str
    voice: Voice
    sighting: Any = None
    is_last: bool = False


def pieces(
    text: str,
    sightings: Sequence[Any],
    *,
    said: Sequence[tuple[int, int]] = (),
    signature: tuple[int, int] | None = None,
) -> tuple[Piece, ...]:
    """Cut `text` at the ends of the sightings (objects with start, end) and of what the writer said.

    Without `said` the whole text counts as said. Where two sightings overlap, the one that begins later is shown.
    """
    spans = list(said) or [(0, len(text))]
    cuts = sorted({0, len(text), *_ends(spans), *_ends([(s.start, s.end) for s in sightings]), *(signature or ())})
    cuts = [cut for cut in cuts if 0 <= cut <= len(text)]
    found = [_piece(text, start, end, sightings, spans, signature) for start, end in itertools.pairwise(cuts)]
    return tuple(_with_last(found))


def _ends(spans: Sequence[tuple[int, int]]) -> Iterator[int]:
    for start, end in spans:
        yield start
        yield end


def _piece(
    text: str,
    start: int,
    end: int,
    sightings: Sequence[Any],
    said: Sequence[tuple[int, int]],
    signature: tuple[int, int] | None,
) -> Piece:
    over = [s for s in sightings if s.start <= start and end <= s.end]
    voice: Voice = "said" if any(a <= start and end <= b for a, b in said) else "quoted"
    if signature and signature[0] <= start and end <= signature[1]:
        voice = "signature"
    return Piece(text[start:end], voice, max(over, key=lambda s: s.start) if over else None)


def _with_last(found: Sequence[Piece]) -> Iterator[Piece]:
    for i, piece in enumerate(found):
        later = any(other.sighting is piece.sighting for other in found[i + 1 :])
        yield Piece(piece.text, piece.voice, piece.sighting, is_last=piece.sighting is not None and not later)
