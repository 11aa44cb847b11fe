"""How likely is it that a sentence asks for or proposes something, in whatever form: a thing, an answer, a meeting, a quotation?

One figure for a sentence that stands alone, by the rules and the model together; bench/finding.py measures it. Which sighting is made of a
sentence, and what is asked, is decided by the extractors.
"""

from datetime import UTC, datetime

from alongside.sightings.contract import Extractor, Passage
from alongside.sightings.extractors import advice, meeting, request, solicitation
from alongside.sightings.extractors.likely import ASKS_FROM
from alongside.sightings.extractors.sentences import plain_of, sentences
from alongside.sightings.model import scorer
from alongside.sightings.model.scorer import Weights

_TELLING: tuple[Extractor, ...] = (solicitation.find, advice.find, meeting.find)
_ANY_DAY = datetime(2025, 11, 19, 10, tzinfo=UTC)  # whether a sentence asks does not hang on the day


def asks(text: str) -> bool:
    """Say whether a sentence asks for or proposes something."""
    return likelihood(text) >= ASKS_FROM


def likelihood(text: str, weights: Weights | None = None) -> float:
    """Give the likelihood, 0 to 1, that a sentence asks for or proposes something; 0 where too few of its words are known."""
    plain = plain_of(text)
    known = scorer.probability(plain, is_question="?" in plain[-4:], rule=rule_of(text), weights=weights)
    return known or 0.0


def rule_of(text: str) -> str:
    """Name the rule that finds a sentence by itself, or give "": a solicitation, advice, a meeting, or a way to request."""
    passage = Passage(text, ((0, len(text)),), _ANY_DAY, False)
    for find in _TELLING:
        for found in find(passage):
            return found.extractor
    return next((rule for sentence in sentences(passage) if (rule := request.rule_of(sentence))), "")
