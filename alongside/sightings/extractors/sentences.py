"""Where does one sentence end and the next begin in a business mail?

Only the spans that the writer wrote are read. Lines wrapped by the mail program are joined, bullets and greetings stand alone,
and every sentence keeps its exact place in the body. What a sentence means is not decided here.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from alongside.sightings.contract import Passage

LONGEST_CHARS = 2_000
"""Characters: a longer sentence is cut at a space. Longer ones are tables and pasted logs; the bound keeps reading linear."""

WRAP_FROM_CHARS = 48
"""Characters: a line at least this long that ends in mid-sentence was wrapped by a mail program (they wrap at 60 to 78)."""

SHORT_LINE_WORDS = 4
"""Words: a line of at most this many that ends in a comma is a greeting or a sign-off, and ends there."""


STEM_CHARS = 4
"""Characters of a word that cues are compared by: enough to tell "prom(ise)" from "prop(ose)", few enough for all endings."""


class Sentence(NamedTuple):
    """One sentence of a mail.

    `text` is the span with line breaks as spaces, `plain` the same in lower case with straight quotes: both as long as the span, so
    that a place in them is a place in the mail. `stems` are the beginnings of its words.
    """

    start: int
    end: int
    text: str
    plain: str
    stems: frozenset[str]
    is_question: bool


_STEM = re.compile(rf"([a-z]{{1,{STEM_CHARS}}})[a-z]*+")
_STOP = re.compile(r"[.!?…]++[\"'”’)\]]*+|\n\s*+")
_BULLET = re.compile(r"[ \t]{0,20}(?:[-*•·–—o](?=[ \t])|\(?(?:\d{1,2}|[a-z])[.)](?=[ \t]))[ \t]{1,20}", re.I)
_LAST_WORD = re.compile(r"[\w.&'’-]{1,20}$")

_ORDINAL = re.compile(r"\b(?:am|zum|im|vom|den|dem|der|das|des|bis|ab|und|spätestens|zwischen) \d{1,2}$", re.I)
"""A German ordinal, "am 5. Dezember", "im 1. Quartal": the sentence goes on after its stop."""

_NEVER_LAST = frozenset(
    """mr mrs ms mx dr prof st rev hon gen col capt lt sgt sr jr vs v viz cf ca approx est incl excl resp dept dpt tel ph fax ext fig
    figs eq sec art ref refs p pp vol bzw ggf evtl inkl zzgl bzgl nr str hr fr z.b d.h u.a ing dipl tel mwst max min avg temp attn messrs e.g i.e eg ie c.f w.r.t a.k.a re jan feb mar apr jun jul aug sep
    sept oct nov dec mon tue tues wed thu thur thurs fri u.s u.k mt nos""".split()
)
"""Abbreviations after which the sentence goes on."""

_MAYBE_LAST = frozenset("inc ltd co corp llc plc gmbh etc a.m p.m am pm u.s.a e.u bros no".split())
"""Abbreviations that may also end a sentence: they do when the next word commonly opens one."""

_OPENERS = frozenset(
    """the we i i'm i'll we'll please can could would will if it this that these those our they you he she there what when where
    why how do does did is are was as at also and but so thanks thank let for in on with however since after before once""".split()
)


def cues(words: str) -> frozenset[str]:
    """Give the stems of words: a sentence without any of them is passed over before the dear question is asked."""
    return frozenset(word[:STEM_CHARS] for word in words.split())


def sentences(passage: Passage) -> tuple[Sentence, ...]:
    """Give the sentences of what was said, in order, each with its exact span in `passage.text`; linear in its length."""
    return _of(passage.text, passage.said)


@lru_cache(maxsize=16)
def _of(text: str, said: tuple[tuple[int, int], ...]) -> tuple[Sentence, ...]:
    return tuple(
        _sentence(text, start, end)
        for span_start, span_end in said
        for long_start, long_end in _spans(text, max(span_start, 0), min(span_end, len(text)))
        for start, end in _cut(text, long_start, long_end)
    )


def _spans(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the spans between the stops at which a sentence ends; line breaks inside a sentence are passed over."""
    line_at = at
    at += _bullet_chars(text, at, end)
    for stop in _STOP.finditer(text, at, end):
        if stop.start() < at:
            continue
        if text[stop.start()] == "\n":
            ends = _line_ends(text, line_at, stop, end)
            line_at = stop.end()
        else:
            ends = _stop_ends(text, at, stop.start(), stop.end(), end)
        if ends:
            yield at, stop.end()
            at = stop.end()
            if text[stop.start()] == "\n":
                at += _bullet_chars(text, at, end)
    yield at, end


def _bullet_chars(text: str, at: int, end: int) -> int:
    if text[at : at + 2].isalpha() and at + 2 <= end:
        return 0  # a word, as nearly always
    bullet = _BULLET.match(text, at, end)
    return bullet.end() - at if bullet else 0


def _line_ends(text: str, line_at: int, stop: re.Match[str], end: int) -> bool:
    """Say whether the line break (with the space after it) ends a sentence: yes, unless the line was wrapped."""
    at, after = stop.span()
    if after >= end or "\n" in stop.group()[1:] or _bullet_chars(text, after, end):
        return True
    line = text[max(line_at, at - LONGEST_CHARS) : at].strip()
    if line.endswith(":") or (line.endswith(",") and line.count(" ") < SHORT_LINE_WORDS):
        return True
    return not (len(line) >= WRAP_FROM_CHARS or text[after].islower())


def _stop_ends(text: str, at: int, stop: int, after: int, end: int) -> bool:
    """Say whether the full stop, question or exclamation mark at `stop` ends a sentence."""
    if after >= end:
        return True
    if not text[after].isspace():
        return False
    if text[stop] in "?!":
        return True
    following = _next_word(text, after, end)
    if not following:
        return True
    word = _last_word(text, at, stop)
    if word in _NEVER_LAST or (len(word) == 1 and word.isalpha() and word != "i"):
        return False
    if word in _MAYBE_LAST:
        return following.lower() in _OPENERS
    if word.isdigit() and _ORDINAL.search(text, max(at, stop - 16), stop):
        return False
    if word.isdigit() and following[:3].lower() in _NEVER_LAST:
        return False
    return not following[0].islower()


def _last_word(text: str, at: int, stop: int) -> str:
    word = _LAST_WORD.search(text, max(at, stop - 20), stop)
    return word.group().lower() if word else ""


def _next_word(text: str, after: int, end: int) -> str:
    ahead = text[after : min(end, after + 40)].split(None, 1)
    return ahead[0] if ahead else ""


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Trim white space and cut what is too long at a space."""
    while end - start > LONGEST_CHARS:
        space = text.rfind(" ", start + LONGEST_CHARS // 2, start + LONGEST_CHARS)
        middle = space if space > 0 else start + LONGEST_CHARS
        yield from _trimmed(text, start, middle)
        start = middle
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = piece.lstrip()
    if left:
        yield end - len(left), end - len(left) + len(left.rstrip())


def _sentence(text: str, start: int, end: int) -> Sentence:
    joined = text[start:end].replace("\r", " ").replace("\n", " ").replace("\t", " ").replace("\xa0", " ")
    plain = plain_of(joined)
    return Sentence(start, end, joined, plain, frozenset(_STEM.findall(plain)), "?" in joined[-4:])


def plain_of(joined: str) -> str:
    """Give the lower case of the same length with straight quotes."""
    lower = joined.lower()
    if len(lower) != len(joined):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in joined)
    if lower.isascii():
        return lower
    return lower.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
