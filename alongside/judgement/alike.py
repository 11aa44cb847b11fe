"""Which of these texts speak of the same matter as this one, even in other words? Pure; ranks, and decides nothing.

Words of substance are compared by their beginning, words of the trade that mean one thing count as one ("late", "overdue"), and a
word that few of the texts have weighs more than one that all have.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alongside.judgement.settling import content_words

ALIKE_FROM = 0.15
"""Likeness from which a text is taken to speak of the same matter. Unit: cosine of weighted words, 0 to 1.
Source: the planted repeats of tests/spec/test_alike.py: it keeps 60 of 64 and takes 3 of 100 strangers for one."""

SHOWN_FROM = 0.2
"""Likeness from which a text may be shown to somebody who then judges himself. Unit: as above."""

LETTERS_COMPARED = 6
"""Letters by which a word is compared, as in settling. Unit: letters; "certificates" meets "certificate"."""

SAME_MATTER = (
    "payment terms credit pay paying net prepayment instalment treasury",
    "price prices pricing cost costs rate rates surcharge expensive cheaper discount rebate market offers",
    "late delay delayed overdue behind punctual",
    "delivery deliver delivered shipment ship shipped shipping transport truck trucks lorry arrive arrived dispatch driver",
    "certificate certificates assay analysis report reports results coa documentation paperwork documents",
    "defect defects defective reject rejected faulty broken damaged damage crack cracked flaw failed",
    "invoice invoices invoiced billed bill bills billing accounting po",
    "moisture wet humid damp soaked water",
    "dust dusty fines powder dirt dirty",
    "stock inventory stockpile safety buffer consignment warehouse storage",
    "sample samples specimen trial pieces swatch",
    "packaging packing pallet pallets crate crates wrapped wrapping carton cartons boxes",
    "label labels labelling illegible",
    "training train course instruct instruction teach operators",
    "urgent rush expedite emergency faster sooner quick asap",
    "forecast volumes volume tonnage commit",
    "minimum smallest",
    "visit audit auditors inspect inspection tour",
    "contact manager representative responsible answers answer reply reach",
    "specification spec specs tolerance tolerances dimension dimensions thickness gauge diameter",
    "warranty guarantee liability claim compensation",
    "return returns refund replace replacement exchange swap",
    "demurrage berth berths laydays vessel port dock",
    "portal login access password interface edi system",
    "rail railway train wagon wagons siding",
    "truck trucks lorry lorries haulier carrier driver gate",
    "coating paint painted peel peels flake flakes rust corrosion",
    "technician fitter mechanic serviceman engineer repair repairs maintenance",
    "weekend saturday sunday holiday night",
    "contract agreement frame renew renewal extend extending prolong",
    "bag bags sack sacks torn tear tears",
    "lab laboratory measure measures measured deviation differs differ",
    "weeks leadtime lead",
    "manual instructions handbook language english german polish french spanish translation",
    "electronic electronically email pdf paper print printed",
    "energy gas oil fuel electricity index",
    "noise loud noisy decibel db",
    "hot heat temperature degrees cold frost freeze frozen winter",
    "recycle recycled recyclable waste disposal empties empty",
    "weight heavy heavier tonnes kilo kg",
    "length short shorter long longer metres",
    "colour color shade paint",
    "leak leaks leaking drip seal gasket",
    "alternative substitute instead version replacement second",
    "complaint complaints complain claims issue problem",
    "deadline date schedule calendar shutdown",
    "order-confirmation confirmation acknowledgement",
    "safety accident helmet shoes ppe",
    "approval approved approve sign release",
    "tool tools mould die dies",
)
"""Words of the trade that stand for one matter, apart by blanks. Our own list; extend it where two requests were not seen as one."""


MATTER_WEIGHT = 2.0
"""Weight of a matter of the trade beside a bare word. Unit: words. Source: the planted repeats of tests/spec/test_alike.py."""

EVERYDAY = frozenset(
    word[:LETTERS_COMPARED]
    for word in """again once more still yet too much far very need needs want wants like possible come comes came make made take
    takes last next first new one two three four five six next whole part people case without keep put goods cargo load order
    orders ordered supplier help""".split()
)
"""Words that many requests have whatever they are about, beside those of content_words."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A text that speaks of the same matter: its place in what was given, how alike, and the words both have."""

    index: int
    likeness: float
    shared: tuple[str, ...]


def alike(text: str, others: Sequence[str], *, at_least: float = ALIKE_FROM) -> list[Alike]:
    """Rank the others by how alike they are to the text, the most alike first; leave out what is below `at_least`."""
    bags = [_bag(other) for other in others]
    own = _bag(text)
    weights = _weights([own, *bags])
    found = [Alike(i, round(_cosine(own, bag, weights), 3), _shared(text, others[i])) for i, bag in enumerate(bags)]
    return sorted((each for each in found if each.likeness >= at_least), key=lambda each: -each.likeness)


def is_alike(text: str, other: str) -> bool:
    """Tell of two texts alone, without any others to weigh words by, whether they speak of the same matter."""
    return bool(alike(text, [other]))


def _stem(word: str) -> str:
    return word[:LETTERS_COMPARED]


def _by_word() -> dict[str, set[str]]:
    matters: dict[str, set[str]] = defaultdict(set)
    for n, line in enumerate(SAME_MATTER):
        for word in re.findall(r"[a-z0-9]+", line):
            matters[_stem(word)].add(f"#{n}")
    return dict(matters)


_MATTERS = _by_word()


def _bag(text: str) -> dict[str, float]:
    """Tell what a text is about: each word of substance once, and each matter that its words stand for."""
    words = content_words(text) - EVERYDAY
    matters = {matter for word in words for matter in _MATTERS.get(word, ())}
    return dict.fromkeys(words, 1.0) | dict.fromkeys(matters, MATTER_WEIGHT)


def _weights(bags: Iterable[dict[str, float]]) -> dict[str, float]:
    """Weigh a word the more, the fewer of the texts have it."""
    listed = list(bags)
    having = Counter(word for bag in listed for word in bag)
    return {word: 1 + math.log(len(listed) / n) for word, n in having.items()}


def _cosine(one: dict[str, float], other: dict[str, float], weights: dict[str, float]) -> float:
    dot = sum(one[word] * other[word] * weights[word] ** 2 for word in one.keys() & other.keys())
    lengths = [math.sqrt(sum((n * weights[word]) ** 2 for word, n in bag.items())) for bag in (one, other)]
    return dot / (lengths[0] * lengths[1]) if all(lengths) else 0.0


def _shared(one: str, other: str) -> tuple[str, ...]:
    return tuple(sorted(content_words(one) & content_words(other)))
