"""May two companies be one, or one a part of the other? By their names without legal form, and by their domains. Pure.

Nothing here is sure: what is sure of companies (a table, the domain's own word) is joined in people/companies.py.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from alongside.people.matching.blocking import MOST_IN_A_BLOCK, skeleton
from alongside.people.matching.say import Ground
from alongside.people.matching.spelling import fold, is_near, short_fold

FEWEST_LETTERS_IN_COMMON = 4
"""Letters of a word from which two companies that share it may belong together. Unit: letters."""

EVERYDAY = frozenset(
    "group holding holdings international global industries industrial systems services service solutions technologies technology "
    "trading consulting engineering logistics partners management steel metal energy power food foods medical health software "
    "digital europe america usa deutschland germany france uk north south east west the and und of gruppe werke werk".split()
)
"""Words that many companies bear: two that share only such have nothing in common."""


@dataclass(frozen=True, slots=True)
class Firm:
    """A company by its names and domains."""

    key: str
    names: tuple[str, ...]
    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """Two companies that may belong together: `part` is the one that would be a part of `whole`."""

    part: str
    whole: str
    grounds: tuple[Ground, ...]
    likelihood: float


def alike(firms: Sequence[Firm]) -> Iterator[Alike]:
    """Give the pairs of companies that are worth a question, each once."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, firm in enumerate(firms):
        for mark in _marks(firm):
            blocks[mark].append(index)
    found = {pair for block in blocks.values() if len(block) <= MOST_IN_A_BLOCK for pair in combinations(block, 2)}
    for one, other in sorted(found):
        if pair := _compare(firms[one], firms[other]):
            yield pair


def _marks(firm: Firm) -> set[str]:
    words = [fold(name).split() for name in firm.names]
    labels = [_label(domain) for domain in firm.domains]
    found = {f"label:{label}" for label in labels}
    for name in words:
        joined = "".join(name)
        found |= {f"label:{joined}", f"label:{joined[:6]}", f"sound:{skeleton(joined)}"}
        found |= {f"word:{w}" for w in name if len(w) >= FEWEST_LETTERS_IN_COMMON and w not in EVERYDAY}
        found |= {f"short:{_initials(name)}"} if len(name) > 2 else set()
        found |= {f"short:{joined}"} if len(joined) <= 5 else set()
    for label in labels:
        found |= {f"word:{label}", f"sound:{skeleton(label)}", f"label:{label[:6]}", f"short:{label}"}
    return found


def _compare(one: Firm, other: Firm) -> Alike | None:
    """Compare two companies; None where nothing but chance speaks for them."""
    for rule in (_same_label, _same_words, _one_within, _initials_of, _slip):
        if ground := rule(one, other):
            part, whole = sorted((one, other), key=lambda firm: (-_length(firm), firm.key))
            return Alike(part.key, whole.key, (ground,), _LIKELIHOOD[rule.__name__])
    return None


_LIKELIHOOD: Mapping[str, float] = {
    "_same_label": 0.8,
    "_same_words": 0.8,
    "_one_within": 0.5,
    "_initials_of": 0.4,
    "_slip": 0.6,
}
"""How often a pair of each kind belongs together, roughly. Unit: share; our own estimate, used only to put questions in order."""


def _same_label(one: Firm, other: Firm) -> Ground | None:
    shared = {_label(d) for d in one.domains} & {_label(d) for d in other.domains}
    if not shared:
        return None
    return Ground(
        True, "strong", f"The domains differ only after the dot: {', '.join(sorted(one.domains + other.domains))}."
    )


def _same_words(one: Firm, other: Firm) -> Ground | None:
    """The same name once folded, its words in whatever order, or the word of a domain."""
    first, second = ({" ".join(sorted(short_fold(n).split())) for n in firm.names} for firm in (one, other))
    if first & second:
        return Ground(True, "strong", "The names are the same but for spelling and legal form.")
    if _spelled(one) & {_label(d) for d in other.domains} or _spelled(other) & {_label(d) for d in one.domains}:
        return Ground(True, "strong", "The name of one is the domain of the other.")
    return None


def _one_within(one: Firm, other: Firm) -> Ground | None:
    for first in _word_sets(one):
        for second in _word_sets(other):
            shared = first & second
            if (first <= second or second <= first) and _say_something(shared):
                return Ground(True, "some", f"The name of one is within the other's: {' '.join(sorted(shared))}.")
    return None


def _initials_of(one: Firm, other: Firm) -> Ground | None:
    for short, long in ((one, other), (other, one)):
        initials = {_initials(fold(n).split()) for n in long.names if len(n.split()) > 2}
        if shared := initials & (_spelled(short) | {_label(d) for d in short.domains}):
            return Ground(True, "some", f"{min(shared).upper()} are the initials of the other's name.")
    return None


def _slip(one: Firm, other: Firm) -> Ground | None:
    first, second = (_spelled(f) | {_label(d) for d in f.domains} for f in (one, other))
    for a in sorted(first):
        for b in sorted(second):
            if min(len(a), len(b)) > FEWEST_LETTERS_IN_COMMON + 2 and _figures(a) == _figures(b) and is_near(a, b):
                return Ground(True, "some", f"{a} and {b} differ by a slip.")
    return None


def _figures(word: str) -> str:
    """Take the figures of a word: "Studio 54" and "Studio 55" differ by no slip."""
    return "".join(c for c in word if c.isdigit())


def _label(domain: str) -> str:
    return "".join(c for c in domain.partition(".")[0] if c.isalnum())


def _spelled(firm: Firm) -> set[str]:
    return {fold(name).replace(" ", "") for name in firm.names}


def _word_sets(firm: Firm) -> list[frozenset[str]]:
    return [*(frozenset(fold(n).split()) for n in firm.names), *(frozenset([_label(d)]) for d in firm.domains)]


def _say_something(words: frozenset[str]) -> bool:
    return any(len(w) >= FEWEST_LETTERS_IN_COMMON and w not in EVERYDAY for w in words)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _length(firm: Firm) -> int:
    return max([len(n) for n in firm.names] + [len(d) for d in firm.domains])
