"""Which words must a sentence have before a pattern is worth trying on it?

They are read from the pattern itself, never listed by hand: a sentence is only passed over where no way to match is left. A search through
a long table costs forty times as much as this question. What a match means is not decided here.
"""

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any, NamedTuple

from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import STEM_CHARS, Sentence

_PARSER: Any = import_module("re._parser")
"""Python's own reading of a pattern. It is private: a form that is not known here asks for no word."""

_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_ENDS_WORD = frozenset({"CATEGORY_SPACE", "CATEGORY_NOT_WORD", "CATEGORY_DIGIT"})
STEMS_MOST = 500
"""Stems of one place in a pattern: with more of them, nearly every sentence has one and the question is not worth asking."""

REACH_ITEMS = 10
"""Items of a pattern that are looked at for one stem; where more stand between its letters, it is not told."""

LETTERS_MOST = 6
"""Letters of a set that are told apart: a wider one, like any letter, leaves every stem open."""

NEEDS_MOST = 3
"""Words of one way that are asked for; the rarest are."""

_COMMON = frozenset(
    """i we you it the a an to of and in is are was were be for on at that this have has had with will would can could our your my
    not do if as or by me us they he she but from so there s t d m ll re ve no all one any""".split()
)
COMMON_WEIGHT = 20
"""How many rare words a common one counts for when the rarest word of a way is chosen."""

Items = tuple[Any, ...]
Stems = frozenset[str]
_ENDED = frozenset({""})
_A, _Z = ord("a"), ord("z")


class Needs(NamedTuple):
    """By the rarest stem of each way to match: what else that way needs, one stem of each set."""

    by_stem: dict[str, list[tuple[Stems, ...]]]
    stems: Stems


class Gated:
    """A pattern that is searched for only in sentences that have the words it needs."""

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern)
        self.needs = needs_of(self.pattern)  # at once: no text is to wait for it, as each may take only so long

    def may_be_in(self, stems: Stems) -> bool:
        """Say whether the words of a sentence leave a way to match."""
        if self.needs is None:
            return True
        for stem in self.needs.stems & stems:
            for others in self.needs.by_stem[stem]:
                for other in others:
                    if other.isdisjoint(stems):
                        break
                else:
                    return True
        return False

    def search(self, sentence: Sentence, plain: str | None = None) -> re.Match[str] | None:
        """Give the first match in the sentence; in `plain` where that is its plain text with names or courtesies hidden."""
        return self.pattern.search(plain or sentence.plain) if self.may_be_in(sentence.stems) else None

    def finditer(self, sentence: Sentence, plain: str | None = None) -> Iterator[re.Match[str]]:
        """Give the matches in the sentence, or in `plain` likewise."""
        return self.pattern.finditer(plain or sentence.plain) if self.may_be_in(sentence.stems) else iter(())


def gated(table: str, *, before: str = "", after: str = "", named: dict[str, str] | None = None) -> Gated:
    """Compile a table of phrases as phrases.any_of does."""
    return Gated(any_of(table, before=before, after=after, named=named).pattern)


def needs_of(pattern: re.Pattern[str]) -> Needs | None:
    """Read from a pattern which stems a text must have to match; None when that cannot be told."""
    if pattern.flags & re.IGNORECASE:
        return None
    by_stem: dict[str, list[tuple[Stems, ...]]] = {}
    for way in _ways(_inlined(_PARSER.parse(pattern.pattern, pattern.flags).data)):
        needs = _rarest(_needs(way, (), is_fresh=False), NEEDS_MOST)
        if not needs:
            return None
        for stem in needs[0]:
            by_stem.setdefault(stem, []).append(tuple(needs[1:]))
    return Needs(by_stem, frozenset(by_stem))


def _rarest(needs: Iterator[Stems], most: int) -> list[Stems]:
    """Give the sets with the rarest stems; once enough are found without any common one, the rest is not read."""
    found: set[Stems] = set()
    for stems in needs:
        found.add(stems)
        if sum(_COMMON.isdisjoint(each) for each in found) >= most:
            break
    return sorted(found, key=_commonness)[:most]


def _commonness(stems: Stems) -> tuple[int, list[str]]:
    return len(stems) + COMMON_WEIGHT * len(stems & _COMMON), sorted(stems)


def _inlined(items: Iterable[Any]) -> Items:
    """Give the items with plain groups opened."""
    return tuple(
        each
        for op, av in items
        for each in (_inlined(av[3].data) if op.name == "SUBPATTERN" and not (av[1] or av[2]) else ((op, av),))
    )


def _ways(items: Items) -> list[Items]:
    """Give the ways to match: one for each phrase of the longest table in the pattern."""
    tables = [at for at, (op, _) in enumerate(items) if op.name == "BRANCH"]
    if not tables:
        return [items]
    at = max(tables, key=lambda place: len(items[place][1][1]))
    return [items[:at] + _inlined(phrase.data) + items[at + 1 :] for phrase in items[at][1][1]]


def _needs(items: Items, after: Items, *, is_fresh: bool) -> Iterator[Stems]:
    """Give the sets of stems of which one each must be there: one for every word that begins in the items."""
    for at, (op, av) in enumerate(items):
        here = (items[at : at + REACH_ITEMS] + after)[:REACH_ITEMS]
        rest, name = here[1:], op.name
        if is_fresh:
            stems = _stems(here, STEM_CHARS)
            if stems and len(stems) <= STEMS_MOST and "" not in stems:
                yield stems
        if name == "BRANCH":
            yield from _needs_of_one([_inlined(phrase.data) for phrase in av[1]], rest, is_fresh=is_fresh)
        elif name in _REPEATS and av[0] > 0:
            yield from _needs(_inlined(av[2].data), ((op, (0, av[1], av[2])), *rest), is_fresh=is_fresh)
        is_fresh = _is_fresh_after(name, av, is_fresh)


def _needs_of_one(phrases: list[Items], rest: Items, *, is_fresh: bool) -> Iterator[Stems]:
    """Give the stems of which one must be there whichever of the phrases matches."""
    each = [_rarest(_needs(phrase, rest, is_fresh=is_fresh), 1) for phrase in phrases]
    if all(each):
        yield frozenset[str]().union(*(needs[0] for needs in each))


def _is_fresh_after(name: str, av: Any, is_fresh: bool) -> bool:
    """Say whether a letter behind the item begins a word for certain."""
    if name == "LITERAL":
        return not chr(av).isalpha()
    if name == "IN":
        return _letters_in(av) == ("", True)
    if name == "AT":
        return is_fresh or av.name in ("AT_BEGINNING", "AT_BEGINNING_STRING", "AT_BOUNDARY")
    if name == "ASSERT_NOT":
        return is_fresh or (av[0] < 0 and _holds_word(av[1]))
    if name == "ASSERT":
        return is_fresh
    if name == "BRANCH":
        return all(_is_fresh_behind(_inlined(phrase.data), is_fresh) for phrase in av[1])
    if name in _REPEATS:
        return _is_fresh_behind(_inlined(av[2].data), is_fresh) and (av[0] > 0 or is_fresh)
    return False


def _is_fresh_behind(items: Items, is_fresh: bool) -> bool:
    for op, av in items:
        is_fresh = _is_fresh_after(op.name, av, is_fresh)
    return is_fresh


def _holds_word(items: Any) -> bool:
    """Say whether what is looked around for is any letter of a word at all."""
    return (
        len(items) == 1
        and items[0][0].name == "IN"
        and items[0][1][0][0].name != "NEGATE"
        and any(value.name == "CATEGORY_WORD" for _, value in items[0][1])
    )


def _stems(items: Items, room: int) -> Stems | None:
    """Give the stems, up to `room` letters more, that may stand at the first of the items; None when that cannot be told."""
    if room == 0:
        return _ENDED
    if not items:
        return None
    (op, av), rest = items[0], items[1:]
    name, is_inside = op.name, room < STEM_CHARS
    if name == "LITERAL" and _A <= av <= _Z:
        return _after_letter(chr(av), rest, room)
    if name == "LITERAL":
        return _ENDED if is_inside else None
    if name == "IN":
        known = _letters_in(av)
        return _followed(*known, rest, room) if known else None
    if name == "BRANCH":
        return _all_of([_stems((*phrase.data, *rest), room) for phrase in av[1]])
    if name == "SUBPATTERN":
        return None if av[1] or av[2] else _stems((*av[3].data, *rest), room)
    if name in _REPEATS:
        return _repeated(op, av, rest, room)
    if name == "AT":
        return _ENDED if is_inside and av.name in ("AT_BOUNDARY", "AT_END") else _stems(rest, room)
    if name == "ASSERT_NOT":
        return _ENDED if is_inside and av[0] > 0 and _holds_word(av[1]) else _stems(rest, room)
    if name == "ASSERT":
        return frozenset() if is_inside and av[0] < 0 and _is_space(av[1]) else _stems(rest, room)
    return None


def _is_space(items: Any) -> bool:
    return (
        len(items) == 1 and items[0][0].name == "IN" and [value.name for _, value in items[0][1]] == ["CATEGORY_SPACE"]
    )


def _repeated(op: Any, av: Any, rest: Items, room: int) -> Stems | None:
    least, most, body = min(av[0], STEM_CHARS), min(int(av[1]), STEM_CHARS), av[2]
    if not most:
        return _stems(rest, room)
    again = _stems((*body.data, (op, (max(least - 1, 0), most - 1, body)), *rest), room)
    return again if least else _all_of([_stems(rest, room), again])


def _after_letter(letter: str, rest: Items, room: int) -> Stems | None:
    further = _stems(rest, room - 1)
    return None if further is None else frozenset([letter + more for more in further])


def _followed(letters: str, ends: bool, rest: Items, room: int) -> Stems | None:
    """Give the stems that go on with one of the letters, and the one that ends here; None when none begins here."""
    if ends and room == STEM_CHARS:
        return None
    return _all_of([_after_letter(letter, rest, room) for letter in letters] + ([_ENDED] if ends else []))


def _all_of(each: list[Stems | None]) -> Stems | None:
    known = [stems for stems in each if stems is not None]
    return frozenset[str]().union(*known) if len(known) == len(each) else None


def _letters_in(members: Any) -> tuple[str, bool] | None:
    """Give the letters of a set, and whether something in it ends a word; None when it cannot be told."""
    letters, ends = "", False
    for op, value in members:
        if op.name == "CATEGORY" and value.name in _ENDS_WORD:
            ends = True
        elif op.name in ("LITERAL", "RANGE"):
            first, last = (value, value) if op.name == "LITERAL" else value
            if last - first > LETTERS_MOST:
                return None
            letters += "".join(chr(code) for code in range(first, last + 1) if _A <= code <= _Z)
            ends = ends or first < _A or last > _Z
        else:
            return None
    return letters, ends
