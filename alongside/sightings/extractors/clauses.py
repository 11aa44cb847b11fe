"""Which part of a sentence is the thing itself, by when, and does a cue count where it stands?

Shared by the extractors: the object in a few words, the due date that belongs to it, quoted speech. No kind is decided here.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from alongside.sightings.contract import Due, Found, Passage
from alongside.sightings.extractors.dates import due_dates
from alongside.sightings.extractors.language import language_of
from alongside.sightings.extractors.sentences import Sentence
from alongside.vocabulary import Side, SightingKind

WHAT_CHARS = 110
"""Characters of the object that are kept: it stands inside another sentence ("You told Joe you would ...")."""

_CLAUSE_END = re.compile(
    r"[;:](?=\s|$)|[?!…]|(?<! [a-z])\.(?=\s|$)|\s[-–—]{1,2}\s|--|\s\(|,? (?:but|because|although|though|unless|whereas) |, (?:which|who|where|as|so|since|if|and then"
    r"|and (?:i|we|please|can|could|if|then|you)|please|can|could|would|or|i|we|you|it|he|she|they|this|that|when|once|thanks|thank|ok|okay|right)\b"
    r"| (?:and|so) (?:i|we|please|could you|can you|i'll|we'll|you can|you could|that (?:i|we|you|they))\b|,? and (?:do not|don't|feel free)\b| as (?:soon as|we|i|this|it|the|they|you)\b"
    r"| so (?:that|we|i|you)\b| if (?:possible|you (?:can|could|like|want|wish|have|get|don't mind|need|are)|that|it|not|there|anything|needed|necessary|required|so)\b"
    r"| when(?:ever)? (?:you (?:get|have|find) (?:a |the |some )|you can(?=[.,!?]|$)|possible|convenient|time)| at your (?:earliest )?(?:convenience|leisure)| in order to\b| prior to\b"
    r"| once (?:i|we|you|the|it|they)\b| (?:thanks|thank you|many thanks|in advance)\b| for your (?:reference|information|records|convenience)\b"
)
_FILLERS = re.compile(
    r"\s*,?\s*\b(?:of course|please|pls|kindly|asap|a\.s\.a\.p\.?|as well|too|at the latest|immediately|right away|straight ?away|shortly|soon"
    r"|if possible|just|maybe|perhaps)\s*$",
    re.I,
)
_FILLERS_END = tuple(
    "course please pls kindly asap a.s.a.p a.s.a.p. well too latest immediately away soon possible just maybe perhaps shortly".split()
)
"""How a text with a filler at its end ends: the pattern looks for one at every place, which takes thirty times as long."""

_DANGLING = re.compile(r"[\s,]+(?:and|or|to|by|so|the|a|an|no later than|before|until)$", re.I)
_LOOKS_BACK = re.compile(
    r"(?:\b(?:\w{2,20}ed|sent|met|spoke|spoken|came|went|was|were|had|got|took|wrote|written|said|told|gave)(?: (?:to )?(?:me|us|you|him|her|them))?"
    r"|\b(?:our|the|your|my|that|this) (?:\w{1,20} )?(?:call|chat|conversation|discussion|visit|mail|e-?mail|letter|note|meeting|report)) $"
)
_MAY_BE_PAST = re.compile(
    r"(?:on )?(?:mon|tue|wed|thu|fri|sat|sun|the \d|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I
)
_NEW_CLAUSE = re.compile(r"\b(?:and|but|so|because|then)\b|[;:–—]| - ")
_DEADLINE = re.compile(
    r"(?:bis|spätestens|vor|binnen|innerhalb|by|before|until|till|within|no later|not later|latest|due|prior|ahead|up to|on or before|eod|cob|eow|eom|end)\b",
    re.I,
)


class Extractor(NamedTuple):
    """Who found it: the extractor's name and version, and the kind that it finds."""

    kind: SightingKind
    name: str
    version: int


def whole_sentence(
    passage: Passage,
    sentence: Sentence,
    by: Extractor,
    because: str,
    detail: dict[str, str],
    *,
    side: Side | None = None,
) -> Found:
    """Give the sighting of a sentence. Its side is the writer's unless another is named; empty details are left out."""
    return Found(
        kind=by.kind,
        quote=passage.text[sentence.start : sentence.end],
        start=sentence.start,
        end=sentence.end,
        because=because,
        extractor=by.name,
        version=by.version,
        side=side or (Side.OURS if passage.by_us else Side.THEIRS),
        detail={key: value for key, value in detail.items() if value},
    )


def is_quoted(plain: str, at: int) -> bool:
    """Say whether the place stands inside double quotes: the writer repeats somebody else's words there."""
    return plain.count('"', 0, at) % 2 == 1 and '"' in plain[at:]


def dues_of(passage: Passage, sentence: Sentence) -> list[Due]:
    """Give the due dates in the sentence."""
    return due_dates(passage.text, sentence.start, sentence.end, passage.written_at, language_of(passage, sentence))


def due_after(passage: Passage, sentence: Sentence, at: int, dues: list[Due]) -> Due | None:
    """Choose the due date of what stands at `at` in the sentence: a deadline after it, any date after it, or one before it."""
    today = passage.written_at.date()
    ahead = [
        due
        for due in dues
        if (due.other_on or due.on) >= today and not _looks_back(sentence.plain, due, sentence.start)
    ]
    after = [due for due in ahead if due.start >= sentence.start + at]
    deadlines = [due for due in after if _DEADLINE.match(due.words)]
    before = [
        due
        for due in ahead
        if not _NEW_CLAUSE.search(sentence.plain, due.end - sentence.start, max(at, due.end - sentence.start))
    ]
    return next(iter(deadlines or after or before), None)


def _looks_back(plain: str, due: Due, offset: int) -> bool:
    """Say whether the date belongs to something past ("as discussed on Monday"); "by Monday" never does."""
    at = due.start - offset
    return bool(_MAY_BE_PAST.match(due.words) and _LOOKS_BACK.search(plain, max(0, at - 40), at))


def due_detail(due: Due | None) -> dict[str, str]:
    """Give the details due_on, due_words and, where there are two readings, other_due_on."""
    if due is None:
        return {}
    other = {"other_due_on": due.other_on.isoformat()} if due.other_on else {}
    return {"due_on": due.on.isoformat(), "due_words": " ".join(due.words.split()), **other}


def what_of(sentence: Sentence, start: int, dues: list[Due], end: int | None = None) -> str:
    """Give the clause from `start` (within the sentence) in a few words: without dates, courtesies and what follows."""
    stop = end if end is not None else clause_end(sentence.plain, start)
    what = "".join(_without_dues(sentence, start, stop, dues))
    what = " ".join(what.split()).strip(" ,.;:!?-–—\"'“”()*>")
    return _cut(_DANGLING.sub("", _without_fillers(_without_fillers(what))))


def _without_fillers(what: str) -> str:
    return _FILLERS.sub("", what) if what.casefold().endswith(_FILLERS_END) else what


def clause_end(plain: str, start: int) -> int:
    """Give the place where the clause that begins at `start` ends."""
    stop = _CLAUSE_END.search(plain, start + 1)
    return stop.start() if stop else len(plain)


def _without_dues(sentence: Sentence, start: int, stop: int, dues: list[Due]) -> Iterator[str]:
    at = start
    for due in dues:
        due_start, due_end = due.start - sentence.start, due.end - sentence.start
        if at <= due_start < stop:
            yield sentence.text[at:due_start]
            at = due_end
    if at < stop:
        yield sentence.text[at:stop]


def _cut(what: str) -> str:
    if len(what) <= WHAT_CHARS:
        return what
    return what[:WHAT_CHARS].rsplit(" ", 1)[0].rstrip(" ,") + " …"


def said(words: str) -> str:
    """Give the words in quotation marks, on one line, for a reason."""
    return "“" + " ".join(words.split()) + "”"
