"""Does a sentence ask though no rule knows its words, and is a rule to be doubted?

The model of sightings/model says how likely it is; here stand the thresholds, and what is not weighed at all: notices, courtesies, what the
writer will do. The rules are in request.py.
"""

from alongside.sightings.extractors.courtesies import is_notice, without_courtesies
from alongside.sightings.extractors.needed import gated
from alongside.sightings.extractors.sentences import Sentence, cues
from alongside.sightings.model import scorer
from alongside.sightings.model.opening_verbs import OPENING_VERBS

ASKS_FROM = 0.4
"""Likelihood (0 to 1) from which a sentence without any rule asks. Source: bench/finding.py, where both together are precise to .85."""

DOUBTED_BELOW = 0.3
"""Likelihood (0 to 1) below which a rule that is not sure of itself is not believed. Source: bench/finding.py."""

ASKS_ALL_THE_SAME_FROM = 0.6
"""Likelihood (0 to 1) from which a sentence that also says what the writer will do asks all the same. Source: bench/finding.py."""

WORDS_MOST = 40
"""Words of a sentence that are weighed: longer ones are lists and clauses of contracts."""

_MAY_ASK = cues(
    """you me us let please need want must could any possible wonder hope help meet meeting call talk discuss get give join lunch visit invite
    check reply appreciate suggest propose idea maybe perhaps"""
)
"""Sentences that neither open with a verb nor have any of these are passed over before the dear question is asked: of those that the model
would find 19 in 20 have one."""

_ASKS_NOTHING = gated(r"""
    (i|we|i and \w+|\w+ and i)( also| then| just| certainly| probably)?('ll| will| shall)|(will|shall) (send|get|call|be)|let me (?!know|have|see)|if we could
    (i|we)('d| would)( \w+ly| not| never)? (?!like|love|need|appreciate|be|welcome|want|prefer|hope|ask|also|really|very|value)|(i|we) (can|could)[^.]* if you (like|wish|want|prefer)
    (glad|nice|good|great|pleased|pleasure|lovely|happy|delighted|honou?red) (to )?(meet|meeting|see|seeing|hear|hearing|know|talk|talking)
""")
"""What the writer will do, wishes or is glad of: none of it asks for anything by itself."""


def is_doubted(sentence: Sentence, rule: str) -> bool:
    """Say whether the model holds it against a rule that the sentence asks for nothing."""
    probability = scorer.probability(sentence.plain, is_question=sentence.is_question, rule=rule)
    return probability is not None and probability < DOUBTED_BELOW


def reason_to_ask(sentence: Sentence) -> str:
    """Give the reason, one sentence, why a sentence that no rule knows asks for something; "" when it does not."""
    if not _is_weighed(sentence):
        return ""
    probability = scorer.probability(sentence.plain, is_question=sentence.is_question)
    if probability is None or probability < min(ASKS_FROM, ASKS_ALL_THE_SAME_FROM):
        return ""
    if probability < _threshold(sentence) or _asks_nobody(sentence):
        return ""
    because = scorer.cues_of(sentence.text, sentence.plain, is_question=sentence.is_question)
    return f"It {' and '.join(because)}, as a request does." if because else ""


def _is_weighed(sentence: Sentence) -> bool:
    if sentence.plain.count(" ") >= WORDS_MOST:
        return False
    return not _MAY_ASK.isdisjoint(sentence.stems) or sentence.plain.partition(" ")[0] in OPENING_VERBS


def _threshold(sentence: Sentence) -> float:
    tells = not sentence.is_question and _ASKS_NOTHING.search(sentence) is not None
    return ASKS_ALL_THE_SAME_FROM if tells else ASKS_FROM


def _asks_nobody(sentence: Sentence) -> bool:
    """Say whether it is a courtesy, a notice, or somebody else's words."""
    return '"' in sentence.plain or is_notice(sentence.plain) or without_courtesies(sentence) != sentence.plain
