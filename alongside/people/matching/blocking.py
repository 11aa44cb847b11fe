"""Which pairs are worth comparing? Those that share something rare, so that 50,000 people cost no n². Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from alongside.people.matching.nicknames import formal_names
from alongside.people.matching.records import Field, Record
from alongside.people.matching.spelling import short_fold

MOST_IN_A_BLOCK = 20
"""Records that share something and are still all compared. Unit: records; above, they must share a second thing too."""


def pairs(records: Sequence[Record]) -> Iterator[tuple[int, int]]:
    """Give the pairs of indices to compare, each once, of records of whom all may be wrong."""
    yield from sharing([_marks(each) for each in records])


def sharing(marks: Sequence[set[str]], *, most: int = MOST_IN_A_BLOCK) -> list[tuple[int, int]]:
    """Give the pairs of indices that share a mark, or two where a mark is borne by more than `most`; each once, in order."""
    return sorted({pair for block in _blocks(marks, most) for pair in combinations(block, 2)})


def _blocks(marks: Sequence[set[str]], most: int) -> Iterable[list[int]]:
    by_mark: dict[str, list[int]] = defaultdict(list)
    for index, own in enumerate(marks):
        for mark in own:
            by_mark[mark].append(index)
    crowded = {mark for mark, block in by_mark.items() if len(block) > most}
    yield from (block for mark, block in by_mark.items() if mark not in crowded and len(block) > 1)
    by_two: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, own in enumerate(marks):
        for two in combinations(sorted(own & crowded), 2):
            by_two[two].append(index)
    yield from (block for block in by_two.values() if 1 < len(block) <= most)


def _marks(each: Record) -> set[str]:
    """List what a record may be found by. First name and surname share marks, for they are written in each other's place."""
    found = {f"name:{short_fold(name)}" for name in (each.given, each.surname) if name}
    found |= {f"sound:{skeleton(word)}" for word in each.surname.split()}
    found |= {f"formal:{name}" for word in each.given.split()[:1] for name in formal_names().get(word, ())}
    for field, values in each.values.items():
        for value in values:
            found.update(_marks_of(field, value))
    return found


def _marks_of(field: Field, value: str) -> Iterator[str]:
    yield f"{field}:{value}"
    if field in (Field.EMAIL, Field.ADDRESS):
        local, _, domain = value.partition("@")
        yield from (f"local:{local}", f"at:{domain}")
    elif field is Field.BIRTH:
        yield from (f"year-month:{value[:6]}", f"month-day:{value[4:]}", f"year-day:{value[:4]}{value[6:]}")


def skeleton(word: str) -> str:
    """Keep the first letter and the consonants after it, each once: kowalski and kowalsky, meier and mayer are one."""
    kept = word[:1]
    for letter in word[1:]:
        if letter not in "aeiouyhw" and letter != kept[-1]:
            kept += letter
    return kept
