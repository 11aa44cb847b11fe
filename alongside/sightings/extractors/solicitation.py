"""Does the writer ask for a price: an RFI, RFQ or RFP, a tender, an invitation to quote?

The details name the kind of solicitation, the goods with quantity and unit, and the day by which the answer is wanted. Whether the
business was won is told by order.py.
"""

import re
from collections.abc import Iterator
from itertools import islice

from alongside.sightings.contract import Due, Found, Passage
from alongside.sightings.extractors.clauses import (
    Extractor,
    due_after,
    due_detail,
    dues_of,
    is_quoted,
    said,
    whole_sentence,
)
from alongside.sightings.extractors.goods import Goods, goods_in
from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import Sentence, cues, sentences
from alongside.vocabulary import SightingKind, SolicitationKind

NAME = "solicitation"
VERSION = 1
_BY = Extractor(SightingKind.SOLICITATION, NAME, VERSION)

NEAR_CHARS = 30
"""Characters around the words in which "never", "your order number" make them no solicitation."""

GOODS_MOST = 4
"""Places after "for", "on" at which goods are looked for."""

_CUES = cues(
    """rfq rfqs rfp rfps rfi rfis tender tenders quote quotes quotation quotations quoted offer offers price prices pricing bid bids
    bidders proposal proposals itt itb charge cost costs request"""
)

_PRICE = "quotes?|quotations?|offers?|prices?|pricing|bids?|price list|price indication|cost estimate|proposal for( the)? (supply|delivery)"
_ASKED = any_of(
    r"""
    (please|pls|kindly)( also| just)? (quote|bid|tender|offer|submit (a|an|your) (bid|offer|quote|quotation|proposal|tender|price))
    (please|pls|kindly|could you|can you|would you|will you)( please| kindly| also| possibly| perhaps)? \
(send|give|let|provide|submit|prepare|make|get|email|forward|furnish|work out)( us| me)?( have)?( with)?( a| an| your| the)? ... (PRICE)
    (could|can|would|will) you( please| kindly| also| possibly)? (quote|bid|offer|price|tender)( us| me| for| on)?
    (send|give|let)( us| me)( have)?( a| an| your| the) ... (PRICE)
    (could|can|may|might) (we|i)( please| kindly)? (have|get|receive|ask for|request)( a| an| your)? ... (PRICE)
    (we|i)('d| would)?( also| still| urgently)? (like|want|wish|need|require|request|ask)( to (have|get|receive|request|ask for|obtain|see))?( for)?\
( a| an| your| some)? ... (PRICE)
    (we|i)('d| would)?( also)? (like|want|wish|ask) you to (quote|bid|tender|submit (a|an|your) (bid|offer|quote|quotation|proposal))
    (are|am)( currently| now)? (looking for|seeking|inviting|collecting|requesting|asking for|in need of)( a| an| your)? ... (PRICE|tenders?)
    (what|how much) (would|is|are|will)( be)?( your| the)? ... (price|prices|pricing|cost|rate|charge)s?( be)? (for|on|per|of) (?!the last|this claim)
    what (price|prices) (can|could|would) you (offer|give|do|quote)
    (what|how much) (would|will|do|can|could) you (charge|ask|want|take)( us| me)? for
    how much (would|will|do|does) (it|they|a|an|the|\d+|another)( [\w-]{1,16}){0,5} cost
    quote (us|me) (for|on|your|a)
    (this|here|following|below|attached|enclosed)( you)?( will find)? (is|are|find)( our| a| an| the)? (RFX)
    """,
    named={
        "PRICE": _PRICE,
        "RFX": "rfq|rfp|rfi|request for (quotation|quote|proposals?|information|offer|pricing|bids?|tenders?)|invitation to tender|tender documents?",
    },
)
_INVITED = any_of(r"""
    (invite|invites|inviting|invited)( you| your company| suppliers| bidders| bids| tenders| offers| quotations| quotes| proposals)?( to| for)?\
( quote| bid| tender| offer| submit|( participate| take part) in (the|our|a|this) ...( )?(tender|bid|bidding|rfq|rfp|auction)| the (supply|delivery))
    invitation to (quote|bid|tender|offer)|(itt|itb)
    (you|your company) (are|is|have been|has been)( hereby)? (invited|selected|shortlisted) to (quote|bid|tender|submit|offer|take part|participate)
""")
_NAMED = any_of(r"""
    (rfq|rfp|rfi|request for (quotation|quote|proposals?|information|offer|pricing|bids?|tenders?)|call for tenders?|invitation to tender)
    (a|an|our|the|this|open|public|new|annual|restricted) tender
    (issue|issuing|issued|launch|launching|launched|publish|published|float|floated|opening|open|out to|going out for|put out to)\
( a| an| the| our)?( new| public| open)? (tender|bid|bids)
""")
_IS_ISSUED = any_of(r"""
    attached|enclosed|herewith|below|following|send|sending|sent|issue|issuing|issued|launch|launching|launched|publish|published|release|released
    please find|here is|receive|find|invite|inviting|out to|for the supply|closes|closing date|deadline|due|respond|participate|prepare|put out
    go out|going out|float|open until|answer
""")
_NOT_FOR_READER = any_of(r"""
    (thank you|thanks|many thanks)|in (response|reply) to|with reference to your|regarding your|refer to your|(came out with|attended|won|lost|heard of)
    we (quoted|offered|submitted|sent|responded|answered|have (quoted|offered|submitted|sent)|will (quote|submit|send|respond|answer|offer|bid))
    (our|my) (quote|quotation|offer|bid|proposal|response|answer|best (price|offer))
    (we|i)('ll| will| shall)( \w+)? (quote|submit|send|prepare|respond|bid|give|offer|let you)
    (your|the) (rfq|rfp|rfi|tender|request for (quotation|proposal|quote|information)) (of|dated|from|that you|you sent|we received|was|arrived|came|received)
    (no|without|not|never|won't|didn't|don't|did not|do not)( \w+){0,3} (rfq|rfp|rfi|tender|quote|quotation|bid)
""")
_NOT_ASKED = any_of(r"""
    please quote (this|your|the|our|my) (reference|number|order|ref|account|customer|po|case|ticket|above)
    (did|does|didn't|not|never|already|he|she|they|them|him) (quote|quoted|bid|asked? (for|you to))|as you (quoted|offered)
    (special offer|stock quotes?|job offer|offer letter)|(not|don't|won't)( to)? (quote|bid|tender|offer)
    you offer( any| some| us)? ?(advice|help|support|assistance|insight|suggestions|training)|price (increase|list you)
""")
_KINDS = (
    (any_of("rfis?|request for information"), SolicitationKind.RFI),
    (any_of("rfps?|requests? for proposals?"), SolicitationKind.RFP),
    (any_of("(call for |invitation to )?tenders?|itt|itb|invitation to bid|public notice"), SolicitationKind.TENDER),
    (re.compile(r"\binvit"), SolicitationKind.INVITATION),
)
"""By their words, the first that fits; what fits none is an RFQ."""

_ASKS = {
    SolicitationKind.RFI: "information before a purchase",
    SolicitationKind.RFQ: "a quotation",
    SolicitationKind.RFP: "a proposal",
    SolicitationKind.TENDER: "a tender",
    SolicitationKind.INVITATION: "a quotation by invitation",
}
_GOODS_NEXT = any_of(
    "(for|on|covering|concerning|quote|offer|of|about)( the (supply|delivery|provision|purchase) of)?",
    after=r" (?=\w)(?!you\b|us\b|me\b|your\b|this\b|it\b|consideration|\d{1,2} ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\w+day\b)",
)


_ANSWER_DUE = re.compile(
    r"\b(?:by|before|until|till|no later|not later|latest|due|within|eod|cob|close[sd]?|closing|deadline|submit|answers?|repl(?:y|ies)"
    r"|today|tomorrow|this week|prior)\b",
    re.I,
)
_DELIVERY_DUE = re.compile(r"\b(?:deliver(?:y|ed|ies)?|ship(?:ment|ped|ping)?|laycan|arriv(?:al|ing|e))[^,;]{0,20}$")


def find(passage: Passage) -> Iterator[Found]:
    """Find the solicitations in what was said, at most one a sentence: THEIRS when they ask us, OURS when one of us asks."""
    for sentence in sentences(passage):
        if not _CUES.isdisjoint(sentence.stems):
            yield from _solicitation(passage, sentence)


def _solicitation(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    cue = _cue(sentence.plain)
    if cue is None or is_quoted(sentence.plain, cue.start()):
        return
    due = _due(passage, sentence, cue.start())
    kind = next((kind for words, kind in _KINDS if words.search(sentence.plain)), SolicitationKind.RFQ)
    goods = _goods(sentence, cue.start())
    because = f"{said(sentence.text[cue.start() : cue.end()])} asks for {_ASKS[kind]}{f' {due.words}' if due else ''}."
    detail = {"solicitation": kind.value, "what": goods.said(_ASKS[kind]), **goods.detail(), **due_detail(due)}
    yield whole_sentence(passage, sentence, _BY, because, detail)


def _cue(plain: str) -> re.Match[str] | None:
    """Give the words that solicit; a named RFQ counts only where it is sent or due, not where it is talked about."""
    asked = _ASKED.search(plain) or _INVITED.search(plain)
    if asked:
        near = (max(0, asked.start() - NEAR_CHARS), asked.end() + NEAR_CHARS)
        return None if _NOT_ASKED.search(plain, *near) else asked
    named = _NAMED.search(plain)
    return named if named and _IS_ISSUED.search(plain) and not _NOT_FOR_READER.search(plain) else None


def _due(passage: Passage, sentence: Sentence, at: int) -> Due | None:
    """Give the day by which the answer is wanted; a day of delivery is none."""
    wanted = [
        due
        for due in dues_of(passage, sentence)
        if _ANSWER_DUE.search(sentence.text[max(0, due.start - sentence.start - NEAR_CHARS) : due.end - sentence.start])
        and not _DELIVERY_DUE.search(sentence.plain, 0, due.start - sentence.start)
    ]
    return due_after(passage, sentence, at, wanted)


def _goods(sentence: Sentence, at: int) -> Goods:
    """Read the goods after the words; where none are named so, a figure with its unit is enough."""
    measured = goods_in(sentence.text, at, len(sentence.text))
    if measured.quantity and measured.unit:
        return measured
    for opening in islice(_GOODS_NEXT.finditer(sentence.plain, at), GOODS_MOST):
        goods = goods_in(sentence.text, opening.end(), len(sentence.text))
        if goods.products or goods.quantity:
            return goods
    return Goods("", "", "")
