"""Does the writer ask for a price: an RFI, RFQ or RFP, a tender, an invitation to quote?

The details name the kind of solicitation, the goods with quantity and unit, and the day by which the answer is wanted. Whether the
business was won is told by order.py.
"""

import re
from collections.abc import Iterator

from alongside.sightings.contract import Found, Passage
from alongside.sightings.extractors.clauses import (
    Extractor,
    due_after,
    due_detail,
    dues_of,
    is_quoted,
    said,
    what_of,
    whole_sentence,
)
from alongside.sightings.extractors.goods import goods_in
from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import Sentence, sentences
from alongside.vocabulary import SightingKind, SolicitationKind

NAME = "solicitation"
VERSION = 1
_BY = Extractor(SightingKind.SOLICITATION, NAME, VERSION)

_GATE = ("rfq", "rfp", "rfi", "tender", "quot", "offer", "price", "pricing", "bid", "proposal", "itt", "itb")

_ASKING = r"""
    (please|pls|kindly)( also| just)? (quote|bid|tender|offer|submit (a|an|your) (bid|offer|quote|quotation|proposal|tender|price))
    (please|pls|kindly|could you|can you|would you|will you)( please| kindly| also| possibly| perhaps)? (send|give|let|provide|submit|prepare|make|get|email|forward|furnish|work out)( us| me)?( have)?( with)?( a| an| your| the)?( [\w-]{1,16}){0,3} (quote|quotation|offer|price|prices|pricing|bid|proposal for (the )?(supply|delivery|provision)|price list|price indication|cost estimate)
    (could|can|would|will) you( please| kindly| also| possibly)? (quote|bid|offer|price|tender)( us| me| for| on)?
    (send|give|let)( us| me)( have)?( a| an| your| the)( [\w-]{1,16}){0,3} (quote|quotation|offer|price|prices|pricing|bid|price list)
    (could|can|may|might) (we|i) (please |kindly )?(have|get|receive|ask for|request)( a| an| your)?( [\w-]{1,16}){0,3} (quote|quotation|offer|price|pricing|prices)
    (we|i)('d| would)?( also)? (like|want|wish|need|require|request|ask)( to (have|get|receive|request|ask for|obtain|see))?( for)?( a| an| your)( [\w-]{1,16}){0,3} (quote|quotation|offer|bid|price|pricing|price indication)
    (we|i)('d| would)?( also)? (like|want|wish|ask) you to (quote|bid|tender|submit (a|an|your) (bid|offer|quote|quotation|proposal))
    (are|am) (currently |now )?(looking for|seeking|inviting|collecting|requesting|asking for|in need of)( a| an| your)?( [\w-]{1,16}){0,2} (quotes?|quotations?|offers?|bids?|tenders?|prices|pricing)
    (what|how much) (would|is|are|will)( be)?( your)?( [\w-]{1,16}){0,2} (price|prices|pricing|cost|rate|charge)s? (be )?(for|on|per|of)
    what (price|prices) (can|could|would) you (offer|give|do|quote)
    how much (would|will|do|does) (you (charge|ask|want) for|(it|they|a|an|the|\d+) ([\w-]{1,16} ){0,4}cost)
    (need|require) (prices|pricing|quotes|offers) (for|on)
    quote (us|me) (for|on|your|a)
"""
_QUOTE = any_of(_ASKING)
_INVITED = any_of(r"""
    (invite|invites|inviting|invited) (you|your company|suppliers|bidders|bids|tenders|offers|quotations|quotes|proposals)?( to| for)? ?(quote|bid|tender|offer|submit|participate in (the|our|a|this) (tender|bid|bidding|rfq|rfp|auction)|take part in (the|our|a|this) (tender|bid))
    invitation to (quote|bid|tender|offer)|(itt|itb)
    (you|your company) (are|is|have been|has been) (hereby )?(invited|selected|shortlisted) to (quote|bid|tender|submit|offer|take part)
""")
_NAMED = any_of(r"""
    (rfq|rfp|rfi|request for (quotation|quote|proposals?|information|offer|pricing|bids?|tenders?)|call for tenders?|invitation to tender)
    (a|an|our|the|this|open|public|new|annual|restricted) tender
    (issue|issuing|issued|launch|launching|launched|publish|published|float|floated|opening|open|out to|going out for|put out to) (a |an |the |our )?(new |public |open )?(tender|bid|bids)
""")
_GIVES_IT = any_of(r"""
    (attached|enclosed|herewith|below|following|send|sending|sent|issue|issuing|issued|launch|launching|launched|publish|published|release|released|releasing|please find|here is|receive|find|you will get|invite|inviting|out to|for the supply|closes|closing date|deadline|due|respond|participate|reply|prepare|put out|go out|going out|float|open until|answer)
""")
_NOT_OURS_TO_ANSWER = any_of(r"""
    (thank you|thanks|many thanks) for (your|the|sending|inviting|considering)|we (quoted|offered|submitted|have (quoted|offered|submitted|sent)|sent|responded|answered|will (quote|submit|send|respond|answer|offer|bid))
    (our|my) (quote|quotation|offer|bid|proposal|response|answer|best (price|offer))|i('ll| will) (quote|send|submit|prepare)
    (we|i)('ll| will| shall)( \w+)? (quote|submit|send|prepare|respond|bid|give|offer|let you)|(your|the) (rfq|rfp|rfi|tender|request for (quotation|proposal|quote|information)) (of|dated|from|that you|you sent|we received|was|arrived|came|received)
    (no|without|not|never|won't|didn't|don't|did not|do not) ((\w+ ){0,3})?(rfq|rfp|rfi|tender|quote|quotation|bid)|in response to|in reply to|with reference to your|regarding your|refer to your
    (stock price|special offer|price (increase|list price)|job offer|offer letter|tender (care|offer|loving))|quote unquote|to quote (from|him|her)|please quote (this|your|the|our) (reference|number|order|ref|account|customer|po|case|ticket)
    (thanks|thank you)
""")
_KINDS = (
    (re.compile(r"(?<![\w'])(?:rfi|request for information)(?![\w'])"), SolicitationKind.RFI),
    (re.compile(r"(?<![\w'])(?:rfp|requests? for proposals?)(?![\w'])"), SolicitationKind.RFP),
    (
        re.compile(
            r"(?<![\w'])(?:(?:call for |invitation to )?tenders?|itt|itb|invitation to bid|public notice)(?![\w'])"
        ),
        SolicitationKind.TENDER,
    ),
    (re.compile(r"\binvit"), SolicitationKind.INVITATION),
)
_FOR = any_of(
    "(for|on|covering|concerning|quote|offer|of|about)( the (supply|delivery|provision|purchase) of)?",
    after=r" (?=\w)(?!you\b|us\b|me\b|your\b|this\b|it\b|consideration|\d{1,2} ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\w+day\b)",
)


def find(passage: Passage) -> Iterator[Found]:
    """Find the solicitations in what was said, at most one a sentence: THEIRS when they ask us, OURS when one of us asks."""
    for sentence in sentences(passage):
        if any(word in sentence.plain for word in _GATE):
            yield from _solicitation(passage, sentence)


def _solicitation(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    cue = _cue(sentence.plain)
    if cue is None or is_quoted(sentence.plain, cue.start()):
        return
    dues = dues_of(passage, sentence)
    due = due_after(passage, sentence, cue.start(), dues)
    kind = next((kind for words, kind in _KINDS if words.search(sentence.plain)), SolicitationKind.RFQ)
    goods = _goods(sentence, cue.end())
    what = _what(sentence, cue, dues, goods)
    because = f"{said(sentence.text[cue.start() : cue.end()])} asks for {_ASKS[kind]}{f' {due.words}' if due else ''}."
    yield whole_sentence(
        passage, sentence, _BY, because, {"solicitation": kind.value, "what": what, **goods, **due_detail(due)}
    )


_ASKS = {
    SolicitationKind.RFI: "information before a purchase",
    SolicitationKind.RFQ: "a quotation",
    SolicitationKind.RFP: "a proposal",
    SolicitationKind.TENDER: "a tender",
    SolicitationKind.INVITATION: "a quotation by invitation",
}


def _cue(plain: str) -> re.Match[str] | None:
    """Give the words that solicit; a named RFQ counts only where it is sent or due, not where it is talked about."""
    asking = _QUOTE.search(plain) or _INVITED.search(plain)
    if asking:
        return None if _NOT_ASKED.search(plain, max(0, asking.start() - 30), asking.end() + 30) else asking
    named = _NAMED.search(plain)
    if named and _GIVES_IT.search(plain) and not _NOT_OURS_TO_ANSWER.search(plain):
        return named
    return None


_NOT_ASKED = any_of(r"""
    please quote (this|your|the|our|my) (reference|number|order|ref|account|customer|po|case|ticket|above)
    (did|does|didn't|not|never|already|he|she|they|them|him) (quote|quoted|bid|asked? (for|you to))|special offer|stock quotes?|job offer|offer letter|as you (quoted|offered)
    (not|don't|won't) (to )?(quote|bid|tender|offer)|(can|could|will|would) you offer (any|some)? ?(advice|help|support|assistance|insight|suggestions)
""")


def _goods(sentence: Sentence, at: int) -> dict[str, str]:
    for opening in _FOR.finditer(sentence.plain, at):
        goods = goods_in(sentence.text, opening.end(), len(sentence.text))
        if goods.products or goods.quantity:
            return goods.detail()
    goods = goods_in(sentence.text, at, len(sentence.text))
    return goods.detail() if goods.quantity and goods.unit else {}


def _what(sentence: Sentence, cue: re.Match[str], dues: list, goods: dict[str, str]) -> str:  # type: ignore[type-arg]
    if goods.get("products") or goods.get("quantity"):
        amount = " ".join(part for part in (goods.get("quantity"), goods.get("unit"), goods.get("products")) if part)
        return f"a quotation for {amount}"
    return what_of(sentence, cue.start(), dues)
