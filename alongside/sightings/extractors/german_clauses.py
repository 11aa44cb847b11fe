"""Which part of a German sentence is the thing itself, and does a cue count where it stands? As clauses.py does for English."""

import re

from alongside.sightings.contract import Due
from alongside.sightings.extractors.clauses import what_of
from alongside.sightings.extractors.sentences import Sentence

_CLAUSE_END = re.compile(
    r"[;:?!…]|\.(?=\s|$)|\s[-–—]\s|\s\(|, (?:da|weil|damit|denn|aber|wenn|falls|sobald|sofern|so dass|sodass|um|die wir|danke|vielen dank)\b"
)


def german_what(sentence: Sentence, start: int, dues: list[Due]) -> str:
    """Give the clause from `start` (within the sentence) in a few words: without dates and what follows.

    It begins with a capital: pages then quote it as it stands and do not put it into an English sentence.
    """
    end = _CLAUSE_END.search(sentence.plain, start + 1)
    what = what_of(sentence, start, dues, end.start() if end else len(sentence.plain))
    what = what.removeprefix("bitte ").removeprefix("Bitte ")
    return what[:1].upper() + what[1:]


def is_quoted_in_german(plain: str, at: int) -> bool:
    """Say whether the place stands inside „quotes“: the writer repeats somebody else's words there."""
    opened = plain.count("„", 0, at)
    return opened > plain.count('"', 0, at) if opened else plain.count('"', 0, at) % 2 == 1 and '"' in plain[at:]
