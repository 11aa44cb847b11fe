"""Does the writer order, or tell who got the business?

Two kinds: ORDER ("please find our PO", "we hereby order 500 t") and AWARD ("you have been awarded", "we went with another supplier").
An award has the detail outcome: won or lost, seen from the seller's side. Questions about orders are requests, not orders.
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
    whole_sentence,
)
from alongside.sightings.extractors.goods import goods_in
from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import Sentence, sentences
from alongside.vocabulary import AwardOutcome, SightingKind

NAME = "order"
VERSION = 1
_ORDER = Extractor(SightingKind.ORDER, NAME, VERSION)
_AWARD = Extractor(SightingKind.AWARD, NAME, VERSION)

_GATE = ("order", "po ", "p.o.", "po#", "award", "supplier", "vendor", "bid", "tender", "contract", "business", "call-off", "call off", "go with",
    "went with", "going with", "chosen", "selected", "decided", "competitor", "elsewhere", "quote", "offer", "proposal", "place")  # fmt: skip

_ORDERED = any_of(r"""
    (we|i)( hereby| herewith| now| would| also| formally)*('d| would)? (like to |wish to |want to )?(order|place (an|our|the|a|this|another|your) ([\w-]{1,16} ){0,3}order|call off|purchase|re-?order)(?! (of magnitude|form|status))
    (please|kindly) (accept|consider|treat|take|regard) (this|the attached|the enclosed|our|it)( [\w-]{1,12}){0,4} (as )?(an|our|a|your|the)? ?(formal |official |firm )?(purchase )?(order|po|call-off)
    (please )?(find|see|attached|enclosed|herewith|here is|here's|here comes|sending( you)?|i attach|we attach)( you)?( is| are)?( the| our| a| attached| enclosed| herewith| below| signed| official| formal| new)* (purchase order|po|p\.o\.|order|call-off( order)?)(?! (form|status|book|confirmation|acknowledg|history|list|cancel))
    (our|the|a) (signed |official |formal |new )?(purchase order|po|p\.o\.|call-off order)( no\.?| number)? ?#?[\w-]{0,14} (is|are) (attached|enclosed|below|herewith|on its way|in the mail)
    (purchase order|po|p\.o\.)( no\.?| number| nr\.?|#| #| ref\.?)?:? ?#?[a-z]{0,4}-?\d{4,12}[^.?!]{0,30} (attached|enclosed|for (?!payment|which|that|your reference)|covers|over)
    (this|here|it) is (our|a|an) (firm |official |formal )?(purchase )?order (for|of|over)
    (please |kindly )(supply|deliver|ship|enter|book) (us )?(the following|our order|\d[\d,. ]{0,9} ?[a-z])
    (order|po) (has been|is|was|is being) (placed|raised|released|issued) (with you|for|today|this|on you|by)
    (we|i)( have|'ve)?( just| now| today)? (placed|raised|released|issued|sent you|sent over|emailed you|mailed you) (an|our|the|a|this) ([\w-]{1,16} ){0,3}(order|po|call-off|purchase order)
    (the|your|our) (order|po|purchase order) (is|will be) yours|you have (our|the) (order|go-ahead|green light)|(consider|take) (it|this) (as )?(ordered|an order)
    (go ahead|proceed) with (the|our) order|(we|i)('ll| will) take (the )?\d[\d,. ]{0,9} ?[a-z]{1,10}
""")
_NOT_ORDERED = any_of(r"""
    in order to|out of order|order of (the day|magnitude)|(if|once|when|before|after|until|should|unless|whether) (you|we|i|they)[^,.;]{0,40} (order|po)|would order|could order|might order|may order|(not|never|yet to|won't|can't|cannot|don't|didn't|haven't|no) ([\w']+ ){0,3}(order|ordered|placed?|po)
    (thank you|thanks|many thanks) for (your|the|this|placing)|cancel|(court|law and|mail|work|executive|purchase) order (form|to)|order (status|history|book)|will (order|place)|planning to|plan to|intend to|going to (order|place)|(ready|able|prepared|free|happy) to (order|place)|status of
    (on|our|your|the) (last|previous|old|earlier) order
""")
_WON = any_of(r"""
    (you|your company|your (bid|offer|quote|quotation|proposal|tender)) (have|has|are|is|were|was|had)( now| hereby| been| finally| officially)* (awarded|selected|chosen|successful|won|accepted|the winner|the winning|the preferred)
    (we|i|the (board|committee|management|team|evaluation committee))( have|'ve| has| had)?( now| just| finally| hereby| today| unanimously)* (decided|agreed|chosen|resolved|opted|elected|voted|selected|are pleased|am pleased|are happy|are glad|would like)?,? ?(to (award|give|place|go with|go ahead with|grant|proceed with|let you have|choose|select)|awarded|award|selected|chosen|chose|accepted|accept|granted)( the| you| your| this| it| with| our| all| half)+(?! (to|with) (another|a different|someone|somebody|other))
    (the|this|your|our) (contract|business|order|tender|award|job|project|frame(work)?( agreement)?|bid|deal) (is|goes to|has been awarded to|was awarded to|will be awarded to|has gone to|went to) (yours|you(?![\w'])|your company)
    congratulations[^.]{0,60} (award|awarded|won|contract|order|tender|bid)|(pleased|happy|glad|delighted) to (inform|tell|advise|let you know|confirm|announce)[^.]{0,60} (award|awarded|selected|chosen|successful|won|accepted)
    (letter|notice|notification) of award|you('ve| have)?( got| won| have)( it| the (job|business|order|contract|deal|tender|bid))(?! confirmation)|we('re| are)( going)?( to)? ?(going |go |to go )(ahead )?with (you|your (offer|quote|quotation|bid|proposal))|(we|i)('ll| will) go( ahead)? with (you|your (offer|quote|quotation|bid|proposal))
""")
_LOST = any_of(r"""
    (we|they|i|management|the (board|committee|team))( have|'ve| has| had)?( now| just| finally| decided to| chosen to| opted to| regret)* (went|gone|going|go|gone ahead|to go|opted|decided|chose|chosen|signed|placed (it|the order|the business|the contract)|awarded (it|the (contract|business|order|tender|job))|given (it|the (contract|business|order|job))|gave (it|the (contract|business|order|job)))( to)?( go)? ?(with|for|to|in favou?r of|on)? (another|a different|someone else|somebody else|an?other (supplier|vendor|company|party|bidder)|other (suppliers?|vendors?|bidders?)|a competitor|your competitor|the competition|one of your competitors|a local (supplier|vendor)|the incumbent|our (existing|current|present|incumbent) (supplier|vendor))
    (your|the|this) (bid|offer|quote|quotation|proposal|tender)( [\w-]{1,12}){0,2} (was|has|is|were)( unfortunately| regrettably| sadly)?( been)? (not (been )?(successful|selected|chosen|accepted|awarded|shortlisted|considered|the (lowest|best))|unsuccessful|rejected|declined|turned down|too (high|expensive))
    (you|your company) (were|was|have|has|are)( unfortunately)? (not|n't)( been)? (successful|selected|chosen|awarded|shortlisted|invited)|(have|has|was|were)n't been (successful|selected|chosen|awarded|shortlisted)
    (contract|business|order|tender|award|job|project) (has|have|was|is|went|had)( unfortunately| been| already| now)*( awarded| gone| given| placed| let| signed)? (to|with|elsewhere) ?(another|a different|someone else|somebody else|a competitor|the competition|other|elsewhere|one of your competitors|the incumbent)?
    (decided|chosen|opted|elected) (not to (proceed|go ahead|continue|award|use|work) with (you|your)|against your (offer|bid|quote|quotation|proposal))|(placed|gave|given|took|taken|moved) (the|our|this) (order|business|contract) elsewhere|on this occasion you
    (did not|didn't) win (the|this|our) (tender|bid|contract|business|order)|you (lost|have lost|did not get|didn't get) (the|this|out|our)
""")
_UNSURE = any_of(r"""
    (if|should|once|when|whether|before|until|unless|hope|hopes|hoping|would|could|might|may|expect) (you|we|your|they|i|the)?[^,.;]{0,50}
""")
_OUTCOME = {
    AwardOutcome.WON: "the business comes to the reader",
    AwardOutcome.LOST: "the business goes to somebody else",
}


def find(passage: Passage) -> Iterator[Found]:
    """Find orders and awards in what was said, at most one of each a sentence."""
    for sentence in sentences(passage):
        if not sentence.is_question and any(word in sentence.plain for word in _GATE):
            yield from _award(passage, sentence)
            yield from _order(passage, sentence)


def _order(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    cue = _ORDERED.search(sentence.plain)
    if cue is None or is_quoted(sentence.plain, cue.start()) or _NOT_ORDERED.search(sentence.plain):
        return
    dues = dues_of(passage, sentence)
    goods = goods_in(sentence.text, _goods_at(sentence.plain, cue), len(sentence.text))
    detail = {
        **goods.detail(),
        "what": _what(goods.detail()),
        **due_detail(due_after(passage, sentence, cue.end(), dues)),
    }
    because = f"{said(sentence.text[cue.start() : cue.end()])} places an order."
    yield whole_sentence(passage, sentence, _ORDER, because, detail)


def _goods_at(plain: str, cue: re.Match[str]) -> int:
    goods = _FOR.search(plain, cue.start())
    return goods.end() if goods else cue.end()


_FOR = re.compile(
    r"(?<![\w'])(?:for|of|over|covers|order|supply|deliver|ship|purchase|take) (?=\d|[a-z]{3,})(?!(?:delivery|your|our|no|number|for|is|which|payment)\b)"
)


def _what(goods: dict[str, str]) -> str:
    amount = " ".join(part for part in (goods["quantity"], goods["unit"], goods["products"]) if part)
    return f"an order for {amount}" if amount else "an order"


def _award(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    for words, outcome in ((_LOST, AwardOutcome.LOST), (_WON, AwardOutcome.WON)):
        cue = words.search(sentence.plain)
        if (
            cue
            and not is_quoted(sentence.plain, cue.start())
            and not _UNSURE.search(sentence.plain, max(0, cue.start() - 40), cue.start())
        ):
            because = f"{said(sentence.text[cue.start() : cue.end()])} says that {_OUTCOME[outcome]}."
            yield whole_sentence(passage, sentence, _AWARD, because, {"outcome": outcome.value})
            return
