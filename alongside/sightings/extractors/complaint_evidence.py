"""How much speaks for a complaint in a sentence, word by word?

Displeasure, a fault, a good that is negated; beside it the reader, the thing delivered, what it cost, that it happens again. A fault of somebody
else, one that is over or only possible, and an apology speak for nothing.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from alongside.sightings.extractors.complaint_words import HARMED, SOMEBODY_ELSES, SUPPOSED, TELLS, WORDS, Evidence
from alongside.sightings.extractors.sentences import Sentence, cues

WEIGHT = {
    Evidence.FELT: 2.0,
    Evidence.FAULT: 1.5,
    Evidence.TROUBLE: 0.9,
    Evidence.SERVICE: 1.3,
    Evidence.YOURS: 0.9,
    Evidence.THING: 0.9,
    Evidence.REPEAT: 0.6,
    Evidence.EXPECTED: 0.5,
    Evidence.MISMATCH: 0.4,
}
"""How much a kind of evidence counts; set on the half of the planted sentences that is for mending."""

TELLS_WEIGHT, HARM_WEIGHT = 2.3, 1.3
"""Weight of a phrase that shows displeasure or a fault by itself ("dead on arrival"), and of one that says what it cost."""

COMPLAINS_FROM = 2.3
"""Weight from which a sentence complains: a fault alone does not, a fault of something delivered does."""

LONG_WORDS, LONG_WEIGHT = 40, 3.3
"""Words from which a sentence is long, and the weight that it needs: in many words something is always wrong."""

NOT_GOOD_WORDS, NOT_WRONG_WORDS = 4, 7
"""Words after a negation in which a good turns into a fault ("did not pass our inspection"), and a fault into none ("not one of the drums leaked")."""

NEAR_WORDS = 9
"""Words between the thing or the reader and the fault: farther off they have nothing to do with each other."""

SUPPOSED_CHARS = 60
"""Characters before the words in which "if", "would" make it a mere possibility."""

WRONG = frozenset({Evidence.FELT, Evidence.FAULT, Evidence.TROUBLE, Evidence.SERVICE})
BESIDE = frozenset({Evidence.YOURS, Evidence.THING, Evidence.REPEAT, Evidence.EXPECTED, Evidence.MISMATCH})

ABOUT = frozenset({Evidence.YOURS, Evidence.THING})
_WRONG_CUES = cues(" ".join(word for word, kind in WORDS.items() if kind in WRONG))
_GOOD_CUES = cues(" ".join(word for word, kind in WORDS.items() if kind is Evidence.GOOD))
_NOT_CUES = cues(
    "not no never nobody none nothing cannot without isn doesn didn won haven hasn wasn weren don can aren couldn hadn"
)
_TELLS_CUES = cues(
    """dead spec tolerance patience waste backwards down fed sick tired enough better nobody none nothing second third fourth fifth umpteenth once row
    concern lodge formal reject refuse protest object dispute surprise state condition feels worse below twice double gone waiting access open show sign match
    tally such far turned why every fit longer slower many few"""
)


def may_complain(stems: frozenset[str]) -> bool:
    """Say whether the sentence has a word that may show something wrong; most have none and are not weighed."""
    if not (_WRONG_CUES.isdisjoint(stems) and _TELLS_CUES.isdisjoint(stems)):
        return True
    return not (_NOT_CUES.isdisjoint(stems) or _GOOD_CUES.isdisjoint(stems))


def _words_of(*kinds: Evidence) -> frozenset[str]:
    return frozenset(word for word, kind in WORDS.items() if kind in kinds)


_LETTERS = re.compile(r"[a-z]+")
_WRONG_WORDS, _BESIDE_WORDS = _words_of(*WRONG), _words_of(*BESIDE) | frozenset({"we", "had", "cost", "our"})
_GOOD_WORDS, _FELT_WORDS = _words_of(Evidence.GOOD), _words_of(Evidence.FELT)
_NOT_WORDS = _words_of(Evidence.NOT) | frozenset(
    "isn doesn didn won haven hasn wasn weren don can couldn aren hadn".split()
)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?(?:'[a-z]+)?|[.;:!?]|\d+")


class _Shown(NamedTuple):
    """One word of evidence: what it shows, which word of the sentence it is, and where it stands."""

    kind: Evidence
    place: int
    start: int
    end: int


def complained(sentence: Sentence) -> tuple[int, int] | None:
    """Give the place of the words that say what is wrong; None when nothing is, or when it is nobody's complaint."""
    plain = sentence.plain
    told = None if _TELLS_CUES.isdisjoint(sentence.stems) else TELLS.search(sentence)
    if not (told or _may_weigh_enough(frozenset(_LETTERS.findall(plain)))):
        return None
    shown = list(_shown(plain))
    wrong = [each for each in shown if each.kind in WRONG]
    if not (wrong or told):
        return None
    weight = _added(wrong) + _beside(shown, wrong, told) + TELLS_WEIGHT * bool(told)
    needed = LONG_WEIGHT if plain.count(" ") >= LONG_WORDS else COMPLAINS_FROM
    if weight < needed and (weight + HARM_WEIGHT < needed or not HARMED.search(sentence)):
        return None
    start = min([each.start for each in wrong] + ([told.start()] if told else []))
    if _is_excused(plain, start):
        return None
    about = [each for each in shown if each.kind in ABOUT and _is_near(each, wrong)]
    spans = [(each.start, each.end) for each in (*wrong, *about)] + ([told.span()] if told else [])
    return min(start for start, _ in spans), max(end for _, end in spans)


def _may_weigh_enough(words: frozenset[str]) -> bool:
    """Say whether anything is wrong and anything stands beside it: without counting, which takes longer."""
    is_wrong = not words.isdisjoint(_WRONG_WORDS)
    is_negated = not (words.isdisjoint(_GOOD_WORDS) or words.isdisjoint(_NOT_WORDS))
    return (is_wrong or is_negated) and not (words.isdisjoint(_BESIDE_WORDS) and words.isdisjoint(_FELT_WORDS))


def _shown(plain: str) -> Iterator[_Shown]:
    """Give the words of evidence; after a negation a good shows a fault, and a fault shows nothing."""
    not_at = -NOT_WRONG_WORDS - 1
    for place, word in enumerate(_WORD.finditer(plain)):
        kind = WORDS.get(word.group())
        since_not = place - not_at
        if kind is Evidence.NOT or word.group().endswith("n't"):
            not_at = place
        elif word.group() in ".;:!?":
            not_at = -NOT_WRONG_WORDS - 1
        elif kind is Evidence.GOOD:
            if since_not <= NOT_GOOD_WORDS:
                yield _Shown(Evidence.FAULT, place, *word.span())
        elif kind and not (since_not <= NOT_WRONG_WORDS and kind in WRONG):
            yield _Shown(kind, place, *word.span())


def _added(wrong: list[_Shown]) -> float:
    """Add up what is wrong: every kind once, and a quarter of its weight for more words of it."""
    kinds = {each.kind for each in wrong}
    return sum(WEIGHT[kind] * (1.25 if sum(each.kind is kind for each in wrong) > 1 else 1) for kind in kinds)


def _beside(shown: list[_Shown], wrong: list[_Shown], told: re.Match[str] | None) -> float:
    """Add up what stands near what is wrong."""
    near = {each.kind for each in shown if each.kind in BESIDE and (told or _is_near(each, wrong))}
    return sum(WEIGHT[kind] for kind in near)


def _is_near(each: _Shown, wrong: list[_Shown]) -> bool:
    return any(abs(each.place - other.place) <= NEAR_WORDS for other in wrong)


def _is_excused(plain: str, start: int) -> bool:
    is_supposed = SUPPOSED.search(plain, max(0, start - SUPPOSED_CHARS), start)
    return bool(is_supposed or SOMEBODY_ELSES.search(plain))
