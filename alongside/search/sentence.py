"""The hit in its sentence: which sentence is shown of a mail, and what is marked in it. Pure.

What the writer said comes before what was quoted, signed or stamped below.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from alongside.interactions.said import separate
from alongside.search.query import Term, fold
from alongside.search.rank import pattern_of

LONGEST = 260
"""A sentence is cut to so much around its hits. Unit: characters."""

READ = 60_000
"""So much of a mail is read for the sentence. Unit: characters."""

MOST_MATCHES = 200
"""Places of one term that are looked at. Unit: matches."""

SAID_COUNTS = 1.5
"""What it is worth that the writer said it; another of the words is worth 2."""

_ENDS = re.compile(r"(?<=[.!?…])[\"'”)]*\s+|\n[ \t>]*\n|\n(?=[ \t>]*[-*•])|(?<=:)\n(?=[ \t]*>)")
_QUOTE_MARKS = re.compile(r"(?:(?<=\s)|^)(?:>+\s?)+")

Segment = tuple[str, bool]
"""Some words, and whether they are to be marked."""


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    term: int


def marked(text: str, terms: Sequence[Term]) -> list[Segment]:
    """Mark every term in a short text such as a subject or a file's name."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    return _segments(text, 0, len(text), _matches(text, terms))


def holds(text: str, terms: Sequence[Term]) -> bool:
    """Tell whether a short text holds one of the terms."""
    return bool(_matches(unicodedata.normalize("NFC", text), terms))


def in_sentence(text: str, terms: Sequence[Term], *, sender: str = "") -> list[Segment]:
    """Give the sentence that holds most of the terms, each of them marked; without any, how the mail begins."""
    text = unicodedata.normalize("NFC", text[:READ])
    said = separate(text, sender=sender).message
    matches = _matches(text, terms)
    if not matches:
        start, end = next(((a, b) for a, b in said if text[a:b].strip()), (0, len(text)))
        return _tidy([(text[start : min(end, start + LONGEST)], False), (" …" if end - start > LONGEST else "", False)])
    breaks = [0, *(found.end() for found in _ENDS.finditer(text)), len(text) + 1]
    sentences: dict[int, list[_Match]] = {}
    for match in matches:
        sentences.setdefault(bisect_right(breaks, match.start) - 1, []).append(match)

    def worth(place: int) -> float:
        found = sentences[place]
        is_said = any(a <= found[0].start < b for a, b in said)
        return 2 * len({match.term for match in found}) + SAID_COUNTS * is_said

    best = max(sorted(sentences), key=worth)
    return _tidy(_around(text, breaks[best], min(breaks[best + 1], len(text)), sentences[best]))


def _matches(text: str, terms: Sequence[Term]) -> list[_Match]:
    folded = _fold_in_place(text)
    found = [
        _Match(each.start(), each.end(), n)
        for n, term in enumerate(terms)
        for each in islice(pattern_of(term).finditer(folded), MOST_MATCHES)
    ]
    return sorted(found, key=lambda match: (match.start, -match.end))


def _fold_in_place(text: str) -> str:
    """Fold letter by letter, so that every place stays where it was."""
    if text.isascii():
        return text.lower()
    return "".join(c.lower() if c.isascii() else (fold(c) or c)[0] for c in text)


def _around(text: str, start: int, end: int, matches: list[_Match]) -> list[Segment]:
    if end - start <= LONGEST:
        return _segments(text, start, end, matches)
    first = matches[0].start
    begin = max(start, min(first - LONGEST // 3, end - LONGEST))
    stop = min(end, begin + LONGEST)
    if begin > start:
        begin = _next_blank(text, begin, first)
    last = max((match.end for match in matches if match.end <= stop), default=matches[0].end)
    stop = max(text.rfind(" ", last, stop), last) if stop < end else stop
    cut = _segments(text, begin, stop, matches)
    return [("… ", False)] * (begin > start) + cut + [(" …", False)] * (stop < end)


def _next_blank(text: str, begin: int, before: int) -> int:
    blank = text.find(" ", begin, before)
    return blank + 1 if blank >= 0 else begin


def _segments(text: str, start: int, end: int, matches: Sequence[_Match]) -> list[Segment]:
    segments: list[Segment] = []
    at = start
    for match in matches:
        if match.start < at or match.end > end:
            continue
        segments += [(text[at : match.start], False), (text[match.start : match.end], True)]
        at = match.end
    return [segment for segment in [*segments, (text[at:end], False)] if segment[0]]


def _tidy(segments: list[Segment]) -> list[Segment]:
    """Make one line of it, without the marks of quotation."""
    tidy = [
        (re.sub(r"\s+", " ", _QUOTE_MARKS.sub(" ", words) if not is_hit else words), is_hit)
        for words, is_hit in segments
    ]
    if tidy:
        tidy[0] = (tidy[0][0].lstrip(), tidy[0][1])
        tidy[-1] = (tidy[-1][0].rstrip(), tidy[-1][1])
    return [segment for segment in tidy if segment[0]]
