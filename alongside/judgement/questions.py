"""What do we ask about where a request comes from, which of it is still open, and what is asked first?

The bank that comes with the program, in our own words; a company edits it (ledgers/questions). Answers are not judged here.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from alongside.vocabulary import EntryKind, QuestionKind, RequestKind

MOST_BROUGHT_UP = 2
"""Open questions of one request that Today or a brief brings up. Unit: questions. Our choice: who asks more holds an interrogation."""


@dataclass(frozen=True, slots=True)
class Question:
    """A probing question of the bank. `fits` names the kind of request that it is for, ANY for all of them."""

    key: str
    kind: QuestionKind
    text: str
    fits: RequestKind = RequestKind.ANY
    is_retired: bool = False
    position: int = 0


_S, _P, _I, _N = QuestionKind.SITUATION, QuestionKind.PROBLEM, QuestionKind.IMPLICATION, QuestionKind.NEED_PAYOFF

SHIPPED = tuple(
    Question(key, kind, text, fits, position=10 * place)
    for place, (key, kind, text, fits) in enumerate(
        [
            (EntryKind.BEHIND.value, _S, "Who is behind it, and who else feels it?", RequestKind.ANY),
            (EntryKind.HAPPENED.value, _P, "What happened that they ask for this now?", RequestKind.ANY),
            (EntryKind.SINCE.value, _S, "Since when is it so, and how often?", RequestKind.ANY),
            (EntryKind.COSTS.value, _I, "What does it cost them, in money, time or trust?", RequestKind.ANY),
            (EntryKind.GAIN.value, _N, "What would they gain if it were gone?", RequestKind.ANY),
            (
                "terms-rule",
                _S,
                "Which rule of theirs asks for these terms, and who may make an exception?",
                RequestKind.TERMS,
            ),
            ("terms-else", _I, "What do they have to do where a supplier says no?", RequestKind.TERMS),
            ("quality-use", _S, "Where in their process does it show first, and who sees it?", RequestKind.QUALITY),
            (
                "quality-harm",
                _I,
                "What stopped, was scrapped or was bought elsewhere because of it?",
                RequestKind.QUALITY,
            ),
            (
                "delivery-plan",
                _S,
                "Which plan of theirs hangs on this date, and whose plan is it?",
                RequestKind.DELIVERY,
            ),
            (
                "delivery-late",
                _I,
                "What happens on their side on the day after, if it does not come?",
                RequestKind.DELIVERY,
            ),
            (
                "technical-goal",
                _N,
                "What would the change let them do that they cannot do today?",
                RequestKind.TECHNICAL,
            ),
        ],
        start=1,
    )
)
"""The questions that come with the program. Source: situation, problem, implication, need-payoff (SPIN); the words are ours."""

TELLING_FIRST = (QuestionKind.PROBLEM, QuestionKind.IMPLICATION, QuestionKind.NEED_PAYOFF, QuestionKind.SITUATION)
"""Which open question tells most: what is wrong, then what follows from it, then what its end is worth. Facts of the situation come last:
they bore who answers, and the record often has them. Source: SPIN, where few situation questions go with success."""

_WORDS = (
    (
        RequestKind.TERMS,
        r"\b(terms|payments?|net \d+|\d+[- ]days?|pric(?:e|es|ing)|discounts?|rebates?|credit|invoic\w+|surcharges?|demurrage|"
        r"penalt(?:y|ies)|clause|costs?)\b",
    ),
    (
        RequestKind.QUALITY,
        r"\b(quality|defects?|off[- ]spec|fines|moisture|dust|complaints?|claims?|damaged?|broken|wrong|reject\w*|contamina\w+)\b",
    ),
    (
        RequestKind.DELIVERY,
        r"\b(deliver\w*|ship\w*|vessel|cargo|trains?|trucks?|late|delay\w*|expedite|laydays|arriv\w+|sooner|earlier|tonnage)\b",
    ),
    (
        RequestKind.TECHNICAL,
        r"\b(specification|spec|grade|blend|chang\w+|trial|sampl\w+|install\w*|upgrade|design|size)\b",
    ),
)
"""Words by which the kind of a request is told, the first that is found. Our choice; a guess that only chooses questions."""

_DOCUMENT = re.compile(
    r"\b(?:send|forward|mail|share|give)\b.*\b(?:copy|copies|certificates?|statement|report|sheet|form|list|plan|figures|data|"
    r"documents?|drawing|contact|number|address|minutes|slides|quote|quotation|offer)\b",
    re.I | re.S,
)


def kind_of_request(words: str) -> RequestKind:
    """Guess of which kind a request is by its words; what asks for a paper is a document whatever the paper is about."""
    if _DOCUMENT.search(words):
        return RequestKind.DOCUMENT
    return next((kind for kind, pattern in _WORDS if re.search(pattern, words, re.I)), RequestKind.OTHER)


def asked_of(bank: Iterable[Question], kind: RequestKind) -> list[Question]:
    """Choose the questions in use that fit a request of this kind, in the order of the bank."""
    fitting = [each for each in bank if not each.is_retired and each.fits in {RequestKind.ANY, kind}]
    return sorted(fitting, key=lambda each: (each.position, each.key))


def still_open(asked: Sequence[Question], answered: Collection[str]) -> list[Question]:
    """Choose the questions that nothing was written down for, the most telling first."""
    unanswered = [each for each in asked if each.key not in answered]
    return sorted(unanswered, key=lambda each: (TELLING_FIRST.index(each.kind), each.position))


def kind_of_answer(key: str) -> EntryKind:
    """Say under which kind the answer to a question stands: the first five have a kind of their own."""
    return EntryKind(key) if key in list(EntryKind) else EntryKind.ANSWER
