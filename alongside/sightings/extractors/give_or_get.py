"""Did one side give the other something beside goods and money: a discount, time to pay, a forecast, a reference, early word?

What our own mail says that we give, and what theirs says that they give. What is asked for, refused, only thought about, or done by
somebody else is none. A person says whether it is one and what it is worth; introductions are found by referral.py.
"""

import re
from collections.abc import Iterator

from alongside.sightings.contract import Found, Passage
from alongside.sightings.extractors.clauses import Extractor, is_quoted, said, what_of, whole_sentence
from alongside.sightings.extractors.give_words import GETS, GIVES, Sort
from alongside.sightings.extractors.sentences import Sentence, sentences
from alongside.vocabulary import SightingKind

NAME = "give_or_get"
VERSION = 1
_BY = Extractor(SightingKind.GIVE_OR_GET, NAME, VERSION)

DENIED_CHARS = 50
"""Characters before the words in which a "not" undoes them: within one clause. Unit: characters."""


def _by_stem(sorts: tuple[Sort, ...]) -> dict[str, list[int]]:
    """Give by the stems that the patterns ask for, read from the patterns themselves, which sorts are worth looking for."""
    found: dict[str, list[int]] = {}
    for place, sort in enumerate(sorts):
        needs = [pattern.needs for pattern in (sort.said, sort.without) if pattern]
        for stem in frozenset[str]().union(*(each.stems for each in needs if each)):
            found.setdefault(stem, []).append(place)
    return found


_BY_STEM = {True: _by_stem(GIVES), False: _by_stem(GETS)}

_DENIED = re.compile(
    r"\b(?:not|never|cannot|can't|won't|don't|doesn't|didn't|isn't|wouldn't|couldn't|unable|unfortunately|no|nobody|neither|nor|without|rather than|refuse\w*|declin\w+)\b"
)
_UNSURE = re.compile(
    r"\b(?:whether|if (?:you|we|i|only|there)|could|might|would(?! be (?:glad|happy|pleased))|(?:will|to|we|i|we'll|i'll) ask(?:ed)?|check|hop(?:e|ing)|wish|suppose|maybe|perhaps|wonder\w*|expect|want (?:a|the|you to(?! (?:know|hear)))|"
    r"need|what would|please (?!find|see|note)|waiting for|in case|unless|try(?:ing)? to|let me|depends?|discuss\w*|negotiat\w*|instead of giving)\b"
)
_NO_GIVE = re.compile(
    r"\b(?:competitor|competition|supplier|bank|hotel|airline|carrier|landlord|they|he|she) (?:\w+ ){0,2}(?:gave|gives?|offer\w*|grant\w*|charg\w+|waive\w*)\b"
)
_MONEY = re.compile(
    r"(?:(?P<before>usd|eur|gbp|cad|chf|\$|€|£) ?(?P<amount>\d[\d,.]*\d|\d)|(?P<figure>\d[\d,.]*\d|\d) ?(?P<after>usd|eur|gbp|cad|chf|dollars|euros?|pounds))\b"
    r"(?! ?(?:a|an|per|/) ?\w)"
)
_CURRENCY = {"$": "USD", "dollars": "USD", "€": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "pounds": "GBP"}


def find(passage: Passage) -> Iterator[Found]:
    """Find what is given, at most one a sentence: OURS when we give, THEIRS when they do."""
    by_stem, sorts = _BY_STEM[passage.by_us], GIVES if passage.by_us else GETS
    for sentence in sentences(passage):
        if not sentence.is_question and (stems := by_stem.keys() & sentence.stems):
            places = sorted({place for stem in stems for place in by_stem[stem]})
            yield from _given(passage, sentence, [sorts[place] for place in places])


def _given(passage: Passage, sentence: Sentence, sorts: list[Sort]) -> Iterator[Found]:
    for sort in sorts:
        cue = _shown_by(sort, sentence)
        if cue is None or is_quoted(sentence.plain, cue.start()):
            continue
        words = sentence.text[cue.start() : cue.end()]
        because = f"{said(words)} says that {'we' if passage.by_us else 'they'} give {sort.name}."
        detail = {"what": what_of(sentence, 0, []), "sort": sort.name, "exchange": sort.kind, **_worth(sentence)}
        yield whole_sentence(passage, sentence, _BY, because, detail)
        return


def _shown_by(sort: Sort, sentence: Sentence) -> re.Match[str] | None:
    """Give the words that show this sort; None where there are none, or where they are undone."""
    plain = sentence.plain
    cue = sort.without.search(sentence) if sort.without else None
    if cue is None:
        cue = sort.said.search(sentence)
        if cue and _DENIED.search(plain, max(cue.start() - DENIED_CHARS, 0), cue.end()):
            return None
    if cue is None or _UNSURE.search(plain) or _NO_GIVE.search(plain):
        return None
    return cue


def _worth(sentence: Sentence) -> dict[str, str]:
    """Give the amount and the currency, where one amount of money is named."""
    found = list(_MONEY.finditer(sentence.plain))
    if len(found) != 1:
        return {}
    named = found[0]["before"] or found[0]["after"]
    amount = (found[0]["amount"] or found[0]["figure"]).replace(",", "")
    return {"value": amount, "currency": _CURRENCY.get(named, named.upper())}
