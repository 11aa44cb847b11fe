"""Does the writer ask for a price: an RFI, RFQ or RFP, a tender, an invitation to quote?

The details name the kind of solicitation, the goods with quantity and unit, and the day by which the answer is wanted. Whether the
business was won is told by order.py.
"""

import re
from collections.abc import Iterator, Sequence
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
from alongside.sightings.extractors.needed import Gated, gated
from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import Sentence, cues, sentences
from alongside.vocabulary import SightingKind, SolicitationKind

NAME = "solicitation"
VERSION = 2
_BY = Extractor(SightingKind.SOLICITATION, NAME, VERSION)

NEAR_CHARS = 30
"""Characters around the words in which "never", "your order number" make them no solicitation."""

GOODS_MOST = 4
"""Places after "for", "on" at which goods are looked for."""

_CUES = cues(
    """rfq rfqs rfp rfps rfi rfis tender tenders quote quotes quotation quotations quoted offer offers price prices pricing bid bids
    bidders proposal proposals itt itb charge cost costs request bidding tendering rate rates ballpark indication resubmit deadline closing market much enquiry inquiry"""
)

_PRICE = "quotes?|quotations?|offers?|prices?|pricing|bids?|price list|price indication|cost estimate|proposal for( the)? (supply|delivery)"
_ASKED = gated(
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
_WISHED = gated(
    r"""
    (ASK)( [\w'/-]{1,16}){0,6} (?<!\bour )(?<!\bmy )(?<!\btheir )(?<!\bhis )(PRICES)(?! (increase|list is|range|war|cut|rise|went|of our))
    (ASK)( [\w'/-]{1,16}){0,4} (to )?(re-?)?(quote|quoting|bid|bidding|tender|tendering|price up|pricing up|price|resubmit)( us| me)? (on|for|a|an|the|up|your|at|by|this|these|\d)
    (request|requests|requested|kindly|please|pls|invite|want|need|like|ask) you( all)? to (re-?)?(quote|bid|tender|submit)
    (PRICES)( is| are)? (needed|required|req'd|reqd|requested|wanted|awaited|please|pls|asap|urgently)
    ((could|can|may|might) (i|we)|(i|we) (need|want|require))( \w+){0,2} (PRICES)
    """,
    named={
        "ASK": "please|pls|plz|kindly|(could|can|would|will) (you|u|your \\w+)|would you mind|(could|may|might|can) (i|we)|(i|we|we're|i'm|our (\\w+ ){0,3}(department|customer|client|management|boss|team|engineer|plant))"
        "( also| still| urgently| now| are| am| would|'d)* (need|needs|want|wants|require|requires|request|requests|requesting|appreciate|welcome|looking for|seeking|ask|asks|asking|await|awaiting|invite|inviting"
        "|expect|like to (get|have|receive|see|obtain|ask|request|invite)|love to (get|see)|be (grateful|glad|pleased|happy|obliged)( to (receive|have|get))?|interested in)|appreciate|grateful for|send|give (us|me)"
        "|let (us|me) have|do you want|are you (interested|able|in a position)|(would|are) you( be)?( interested| able| willing| like| care| prepared)|interested in|wish to|care to|able to|trouble you|herewith (we )?ask",
        "PRICES": "quotes?|quotations?|offers?(?! (me|us|him) )|prices?|pricing|price (indication|quote)|bids?|tenders?|rates(?= (for|on|from|to|per)|[.!?]|$)|proposals?(?= (for|to|on|from|by)|[.!?]|$)|ballpark( figure)?|budget (price|figure|quote)|cost (estimate|indication)"
        "|indication what|price list",
    },
)
_OPENS = Gated(
    r"^(?:(?:hi|hello|dear|good (?:morning|day|afternoon)|morning) ?[\w.]{0,15},? )?(?:(?:urgent|quick|budget|best|firm|lowest|also|and|the|a|looking for)[,:]? )*"
    r"(?:price|prices|pricing|quote|quotation|offer|rates?|cost|(?:quotation|price) request|enquiry|inquiry|request for (?:price|offer)s?)"
    r"(?: and (?:lead|delivery) time| & lead time| req'd| needed| required| please| pls| no\.?| \d{3,}){0,3}(?: (?:for|on|per)|:)"
)
_HOW_MUCH = gated(r"""
    (what|how much)('d|'s| would| will| is| are| does| do| might)( be| you| your| the| it| this| a| an| current| today's)*[^.?!]{0,60} (cost|charge|price|prices|rate|rates|quote)(?= us| me| for| on| per| today|[,?]|$)
    how much (for|is|are|would|will|do|does|per)|(at|for) what price|what (can|could) you do (on|about) (the )?price|(what|which) (price|prices|rate|rates|terms) (can|could|would|do) you
    what('s| is| are| would be)( \w+){0,2} (price|prices|rate|rates|quote)( today| currently| now| be)? (for|on|per|of)
""")
_CLOSES = gated(r"""
    (bids?|tenders?|offers?|proposals?|quotations?|quotes?|submissions?|expressions? of interest|responses?)( for| on| to)?[^.;]{0,50} (are|is|must|should|to|have to|has to|need to|needs to|will be|shall)( be)? (due|in by|in|submitted|received|reach|returned|lodged|sent|closed?)(?! (good|order))
    (deadline|closing date|due date|cut-?off)( for| of| is)( the| your| all| our)?[^.;]{0,20} (offers?|bids?|tenders?|proposals?|quotations?|quotes?|submissions?|responses?)
    (tender|bid|bidding|rfq|rfp|itt|submission|submissions)[^.;]{0,60} (closes|close on|closing|deadline|is (now )?open|are (now )?open|due|(has been|is|was) published)
    you have until[^.;]{0,40} to (submit|send|bid|quote|tender|respond|answer)|expressions? of interest by|(closing date|submission deadline|bid deadline|tender deadline)(:| is| are)
    in the market for|going out (to|for) (bid|tender|quotes)|(participate|take part) in (our|the|this) (rfq|rfp|rfi|tender|bidding|auction|request)
""")
_INVITED = gated(r"""
    (invite|invites|inviting|invited)( you| your company| suppliers| bidders| bids| tenders| offers| quotations| quotes| proposals)?( to| for)?\
( quote| bid| tender| offer| submit|( participate| take part) in (the|our|a|this) ...( )?(tender|bid|bidding|rfq|rfp|auction)| the (supply|delivery))
    invitation to (quote|bid|tender|offer)|(itt|itb)
    (you|your company) (are|is|have been|has been)( hereby)? (invited|selected|shortlisted) to (quote|bid|tender|submit|offer|take part|participate)
""")
_NAMED = gated(r"""
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
_NOT_FOR_READER = gated(r"""
    (thank you|thanks|many thanks)|in (response|reply) to|with reference to your|regarding your|refer to your|(came out with|attended|won|lost|heard of)
    we (quoted|offered|submitted|sent|responded|answered|have (quoted|offered|submitted|sent)|will (quote|submit|send|respond|answer|offer|bid))
    (our|my) (quote|quotation|offer|bid|proposal|response|answer|best (price|offer))
    (we|i)('ll| will| shall)( \w+)? (quote|submit|send|prepare|respond|bid|give|offer|let you)
    (your|the) (rfq|rfp|rfi|tender|request for (quotation|proposal|quote|information)) (of|dated|from|that you|you sent|we received|was|arrived|came|received)
    (no|without|not|never|won't|didn't|don't|did not|do not)( \w+){0,3} (rfq|rfp|rfi|tender|quote|quotation|bid)
""")
_IS_ASKED = re.compile(r"\?|^(?:and |so |also |hi |hello )?(?:what|how|at what)\b|\b(?:know|tell|advise|inform|ask)\b")
_ASKING = (_ASKED, _INVITED, _WISHED, _OPENS, _CLOSES)
_NOT_NOW = gated(r"""
    if (we|i|they|you) (ever|go|went|should|had|were|need|win)|(thank you|thanks) for (your|the) (quote|quotation|offer|bid|proposal|inquiry|enquiry)|(our|my) (quote|quotation|offer|bid|proposal|price|quotations|bids|prices)\
 (is|are|was|were|excludes|includes|to|of|dated|still|stands|remains|has|had|expired)
    (we|i|they|he|she)( have| had|'ve)?( already| just| also)? (quoted|submitted|sent (you )?(our|the|a) (quote|offer|bid|quotation|price)|bid on)|(accept|approve|decline|reject|confirm|compare|compared|reviewed|received|got|seen|saw|discuss|as per|per|find|attached|attach|enclosed)\
( is| the| your| our| with| a| please)* (quote|quotation|offer|offers|bid|proposal|price list|prices|quotes|bids)(?! request)
    (published|closed|took place|ended) (in|last|long|years)|haven't|has not been|won't be|wouldn't ask|(don't|do not|doesn't|not)( \w+){0,2} (need|require|want|ask|looking for|interested)|stock (price|quote)|job offer|offer (my|our|you|him|her|them) (help|support|assistance|condolences|congratulations)
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
    "(for|on|covering|concerning|quote|offer|of|about|price|tendering for|capacity in)( the (supply|delivery|provision|purchase) of)?",
    after=r" (?=\w)(?!the \d|submissions?\b|proposals?\b|price\b|board\b|you\b|us\b|me\b|your\b|this\b|it\b|consideration|\d{1,2} ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\w+day\b)",
)


_NUMBER = re.compile(
    r"(?i:\b(?:rfq|rfp|rfi|itt|tender|enquiry|inquiry|quotation request|request for \w+|bid|contract))(?i:[ :]*(?:no\.?|nr\.?|number|ref\.?|#))?[ :#]*"
    r"(?P<number>(?=[\w/.-]*\d)[A-Z0-9][\w/-]{1,20})"
)
_ANSWER_DUE = re.compile(
    r"\b(?:by|before|until|till|no later|not later|latest|due|within|eod|cob|close[sd]?|closing|deadline|submit|answers?|repl(?:y|ies)"
    r"|today|tomorrow|this week|prior)\b",
    re.I,
)
_DELIVERY_DUE = re.compile(r"\b(?:deliver(?:y|ed|ies)?|ship(?:ment|ped|ping)?|laycan|arriv(?:al|ing|e))[^,;]{0,20}$")


def find(passage: Passage) -> Iterator[Found]:
    """Find the solicitations in what was said, at most one a sentence: THEIRS when they ask us, OURS when one of us asks."""
    said_there = sentences(passage)
    asked_at = -1
    for place, sentence in enumerate(said_there):
        cue = None if _CUES.isdisjoint(sentence.stems) else _cue(sentence)
        if cue is None or is_quoted(sentence.plain, cue.start()):
            continue
        if asked_at == place - 1 >= 0 and _CLOSES.search(sentence):
            continue  # the day by which the answer to the sentence before is wanted, which has told it
        asked_at = place
        yield _solicited(passage, sentence, cue, said_there[max(0, place - 1) : place + 2])


def _solicited(passage: Passage, sentence: Sentence, cue: re.Match[str], around: Sequence[Sentence]) -> Found:
    after = around[-1] if around[-1].start > sentence.start else None
    due = _due(passage, sentence, cue.start())
    if due is None and after and _CLOSES.search(after):
        due = _due(passage, after, 0)
    kind = next((kind for words, kind in _KINDS if words.search(sentence.plain)), SolicitationKind.RFQ)
    goods = _goods(sentence, cue.start())
    if not goods.products:
        goods = _goods_beside(sentence, around) or goods
    number = _NUMBER.search(sentence.text)
    because = f"{said(sentence.text[cue.start() : cue.end()])} asks for {_ASKS[kind]}{f' {due.words}' if due else ''}."
    detail = {"solicitation": kind.value, "what": goods.said(_ASKS[kind]), **goods.detail(), **due_detail(due)}
    detail["number"] = number["number"] if number else ""
    return whole_sentence(passage, sentence, _BY, because, detail)


def _goods_beside(sentence: Sentence, around: Sequence[Sentence]) -> Goods | None:
    """Read a measured amount of goods in the sentence before or after: "Please quote. 4 motors of 315 kW." """
    for other in around:
        if other is not sentence:
            goods = goods_in(other.text, 0, len(other.text))
            if goods.quantity and goods.products:
                return goods
    return None


def _cue(sentence: Sentence) -> re.Match[str] | None:
    """Give the words that solicit; a named RFQ counts only where it is sent or due, not where it is talked about."""
    plain = sentence.plain
    asked = next(filter(None, (pattern.search(sentence) for pattern in _ASKING)), None)
    if asked is None and _IS_ASKED.search(plain):
        asked = _HOW_MUCH.search(sentence)
    if asked:
        near = (max(0, asked.start() - NEAR_CHARS), asked.end() + NEAR_CHARS)
        return None if _NOT_ASKED.search(plain, *near) or _NOT_NOW.search(sentence) else asked
    named = _NAMED.search(sentence)
    if named is None or _NOT_FOR_READER.search(sentence) or _NOT_NOW.search(sentence):
        return None
    return named if _IS_ISSUED.search(plain) else None


def _due(passage: Passage, sentence: Sentence, at: int) -> Due | None:
    """Give the day by which the answer is wanted; a day of delivery is none."""
    wanted = [
        due
        for due in dues_of(passage, sentence)
        if (
            _CLOSES.search(sentence)
            or _ANSWER_DUE.search(
                sentence.text[max(0, due.start - sentence.start - NEAR_CHARS) : due.end - sentence.start]
            )
        )
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
