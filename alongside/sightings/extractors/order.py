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
from alongside.sightings.extractors.needed import gated
from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import Sentence, cues, sentences
from alongside.vocabulary import AwardOutcome, SightingKind

NAME = "order"
VERSION = 1
_ORDER = Extractor(SightingKind.ORDER, NAME, VERSION)
_AWARD = Extractor(SightingKind.AWARD, NAME, VERSION)

UNSURE_CHARS = 40
"""Characters before the words of an award in which "if", "once", "we hope" make it none."""

_CUES = cues(
    """order orders ordering po pos p awarding picked second favour favor instead opted cancelled canceled shelved winner winning proceeding pilot
    volume book deal renew shortlist usual terms let dozen award awarded supplier vendor bid bids tender contract business call went going gone chosen chose selected
    decided competitor elsewhere quote offer proposal place placed purchase deliver supply incumbent yours won accepted picked ship take job"""
)

_PO = "purchase order|po|p\\.o\\.|call-?off order|call-?off|order"
_ORDERED = gated(
    r"""
    (we|i)( hereby| herewith| now| would| also| formally)*('d| would)?( like to| wish to| want to| are pleased to| am pleased to| are happy to)? \
(order|place (an|our|the|a|this|another|your)( [\w-]{1,16}){0,3} order|call off|purchase|re-?order)(?! (of magnitude|form|status|from (him|her|them)))
    (please|kindly) (accept|consider|treat|take|regard) (this|the attached|the enclosed|our|it)( [\w-]{1,12}){0,4}( as)?( an| our| a| your| the)?\
( formal| official| firm)? (PO)
    (please )?(find|see|attached|enclosed|herewith|here is|here's|here comes|sending( you)?|i attach|we attach)( you)?( is| are)?\
( the| our| a| attached| enclosed| herewith| below| signed| official| formal| new)* (PO)\
(?! (form|status|book|confirmation|acknowledg|history|list|cancel))
    (our|the|a)( signed| official| formal| new)? (PO)( no\.?| number)? ?#?[\w-]{0,14} (is|are) (attached|enclosed|below|herewith|on its way)
    (PO)( no\.?| number| nr\.?|#| #| ref\.?)?:? ?#?[a-z]{0,4}-?\d{4,12}[^.?!]{0,30} (attached|enclosed|for (?!payment|which|that|your reference)|covers|over)
    (PO) #?\d{3,12} (is on its way|follows|it is|is coming|will follow|is yours|goes to you)
    (this|here|it) is (our|a|an)( firm| official| formal)* (PO) (for|of|over)
    (please |kindly )(supply|deliver|ship|enter|book)( us)?( in| down)?( for)? (the following|our order|\d[\d,. ]{0,9} ?[a-z]+)
    (order|po) (has been|is|was|is being) (placed|raised|released|issued) (with you|for|today|this|on you|by)
    (we|i)( have|'ve)?( just| now| today)? (placed|raised|released|issued|sent you|sent over|emailed you|mailed you) (an|our|the|a|this)\
( [\w-]{1,16}){0,3} (PO)
    (the|your|our) (order|po|purchase order) (is|will be) yours|you have (our|the) (order|go-ahead|green light)|(consider|take) (it|this)( as)? (ordered|an order)
    (go ahead|proceed|start|begin)( and| with)? (ship|deliver|supply|produce|send|book|production|manufactur\w+|make)( of)?( us| our| the)? ?(order|\d[\d,. ]{0,9} ?[a-z]+|(?=.{0,40}(po|purchase order|order confirmation)))
    (put|book|mark|sign) (us|me)( down| in| up| through)? for (\d[\d,. ]{0,9} ?[a-z]+|a |an |one |two |three )|put (me|us) through \d|(let's|we'd like to|i'd like to|we want to|we'll|i'll) (do|take|have|go ahead with|go for|get|buy|book) (\d[\d,. ]{0,9} ?[a-z]+|option|the (lot|offer|second|first|bigger|smaller|larger)|it at|all \d)
    (supply|deliver|despatch|dispatch|ship|send)( us)? [^.?!]{0,60} (against|as per|per|under|on) (our |the |usual |attached |enclosed |said )?(po|purchase order|order)(?! (status|history))
    (need|needs|require|want|send( us| me)?)( us| another| a further| some| about)? \d[\d,. ]{0,9} ?(more |x )?[a-z]+[^.?!]{0,60} (usual|same|on the|against|under)( \w+)? (po|terms|order|price|conditions|frame|account)
    (same|repeat)( order)?( again)?( as (last|usual|before)[^.?!]{0,20})?( for| please|,)[^.?!]{0,30}(please|:|pls)[^.?!]{0,5} ?(?=\d)|(another|a further) \d[\d,. ]{0,9} ?[a-z]+ (of the same|as (usual|before|last time)|same terms|usual terms)
    (send|ship|deliver|book)( us| me)?( please)? (another|a further) \d|ok,? deal|it's a deal|(the|our) (first|next|new|repeat|follow-?up|trial|test) order is (on its way|attached|in the post|enclosed|in your)
    (signed|stamped)( \w+)? (order|order confirmation|po|purchase order)( is| are|,)?( in the)? (attach\w+|enclosed|herewith|below)|(accept|approve) your (quote|quotation|offer|proposal)( \S+)?[^.?!]{0,20}(?=[.,;!]|$| and (order|place|will|would))
    (please|pls|kindly) (book|reserve|increase|enter|raise|amend|extend) (our|the|this)? ?(order|po|\d+ (containers?|trucks?|seats?|hours?|tons?|t\b))|(order|po) (confirmed|approved|released|signed)( from| on)? (our|my) (side|end)|renew (the|our|this) (\w+ )?(contract|licen[cs]e|subscription|agreement|order)
    (go ahead|proceed) with (the|our) order|(we|i)('ll| will) take (the )?\d[\d,. ]{0,9} ?[a-z]{1,10}
    """,
    named={"PO": _PO},
)
_NOT_ORDERED = gated(r"""
    in order to|out of order|order of (the day|magnitude)|(if|once|when|before|after|until|should|unless|whether) (you|we|i|they)[^,.;]{0,40} (order|po)
    (would|could|might|may) order|(not|never|yet to|won't|can't|cannot|don't|didn't|haven't|no)( [\w']+){0,3} (order|ordered|placed?|po)
    (thank you|thanks|many thanks) for (your|the|this|placing)|cancel|(court|mail|work|executive) order|order (status|history|book|confirmation)
    will (order|place)|(planning|plan|intend|going|ready|able|prepared|free|happy) to (order|place)|status of|(on|our|your|the) (last|previous|old|earlier) order
""")

_RIVAL = (
    "another( \\w+)? (supplier|vendor|company|party|bidder|source|offer|bid)|another|a different( \\w+)?|someone else|somebody else|other (suppliers?"
    "|vendors?|bidders?)|a competitor|your competitors?|the competition|one of your (competitors|rivals)|a local (supplier|vendor)|the incumbent"
    "|(our|the) (existing|current|present|incumbent) (supplier|vendor)|elsewhere"
)
_OFFER = "bid|offer|quote|quotation|proposal|tender"
_DEAL = "contract|business|order|tender|award|job|project|frame(work)?( agreement)?|bid|deal|supply"
_WON = gated(
    r"""
    (you|your company|your (OFFER)) (have|has|are|is|were|was|had|'ve)( now| hereby| been| finally| officially)* (awarded|selected|chosen|successful|won\
|accepted|the winner|the winning|the preferred)(?! to (take part|participate|bid|quote|tender|submit|offer))
    you('ve| have)?( got| won| have)( it| the (DEAL))(?! confirmation)
    (we|i|the( \w+)? (board|committee|management|team|plant))( have|'ve| has| had)?( now| just| finally| hereby| today| unanimously)* \
(decided to|agreed to|chosen to|resolved to|opted to|voted to|are pleased to|am pleased to|are happy to|are glad to|would like to)? ?\
(award|give|place|go with|go ahead with|grant|proceed with|let you have|choose|select|awarded|selected|chosen|chose|accepted|accept|granted)\
( the| you| your| this| it| our| all| half)+(?! (to|with) (RIVAL))(?! (a call|time|some))(?<!give the)(?<!place the)
    (the|this|your|our)( \w+){0,3} (DEAL) (is|goes to|has been awarded to|was awarded to|will be awarded to|has gone to|went to) (yours|you|your company)
    (the|this|your|our) (DEAL) (is|goes to|has been awarded to|was awarded to|will be awarded to|has gone to|went to) (yours|you|your company)
    (picked|chose|selected|chosen|elected|nominated|appointed|shortlisted and selected) (you|your (company|firm|bid|offer|proposal|team))|in your favou?r|(voted|decided|came down|went) for you|you('re| are) in(?=[ ,.!–-])|you (won|got) (it|the|this|our)|(award|grant|place|let) (the |this |our )?(contract|order|business|job|work|project|tender|lot)( no\.?)?( \S+){0,3} (to|with) (you|your)
    (contract|business|job|work|project|order|tender|lot \w+|volume) (goes|is going|will go|went|has gone|is awarded|comes) to you|(give|giving|award|awarding) you (the|all|our|this|half|\d+)( \w+){0,3} (volume|business|contract|work|share|lot|job|order|percent|project)|(yes|go) from our side|want to do the (pilot|trial|project) with you|place the (contract|order)( for [^.]{3,40})? with (you|your)
    congratulations[^.]{0,60} (award|awarded|won|contract|order|tender|bid)|(letter|notice|notification) of award
    (pleased|happy|glad|delighted) to (inform|tell|advise|let you know|confirm|announce)[^.]{0,60} (award|awarded|selected|chosen|successful|won|accepted)
    (we're|we are|we'll|we will|i'll|i will)( going)?( to)? (going |go )(ahead )?with (you|your (OFFER))
    """,
    named={"OFFER": _OFFER, "DEAL": _DEAL, "RIVAL": _RIVAL},
)
_LOST = gated(
    r"""
    (we|they|i|management|the( \w+)? (board|committee|team|plant))( have|'ve| has| had|'re| are)?( now| just| finally| decided to| chosen to| opted to| regret)* \
(went|gone|going|go|opted|decided|chose|chosen|signed|picked|stay|stayed|staying|sticking|selected|placed|awarded|given|gave|took|taken|moved)\
( it| (the|our|this)( \w+)? (DEAL))?( ahead)?( with| for| to| in favou?r of| on)? (RIVAL)
    (your|the|this) (OFFER)( [\w-]{1,12}){0,2} (was|has|is|were)( unfortunately| regrettably| sadly)?( been)? (not (been )?(successful|selected|chosen\
|accepted|awarded|shortlisted|considered|the (lowest|best))|unsuccessful|rejected|declined|turned down|too (high|expensive))
    (you|your company) (were|was|have|has|are)( unfortunately)? not( been)? (successful|selected|chosen|awarded|shortlisted|invited)
    (haven't|hasn't|weren't|wasn't)( been)? (successful|selected|chosen|awarded|shortlisted)
    (DEAL) (has|have|was|is|went|had)( unfortunately| been| already| now| sadly)*( awarded| gone| given| placed| let| signed)?( to| with)? (RIVAL)
    (decided|chosen|opted|elected) (not to (proceed|go ahead|continue|award|use|work) with (you|your)|against your (OFFER))
    (cannot|can't|could not|couldn't|will not|won't) (place|give you|award)( you)? (the|this|our) (DEAL)( with you| this)
    (l1|lowest|winning|successful) (party|bidder|vendor) is|(came|come|finished|ended( up)?|ranked|placed) (in )?(second|third|runner[- ]up)|(could|can|will) not be (considered|accepted|taken up)|couldn't be considered
    (did not|didn't|do not|don't|failed to)( \w+)? make (it|the short ?list|the cut|the final)|not (be )?proceeding with your|(opted|plumped|went|decided|voted) for the other|(prefer|preferred|chose|selected|picked|gone with|went with|going with|awarded it to|awarded to) (RIVAL)
    (did not|didn't) win (the|this|our) (DEAL)|you (lost|have lost|did not get|didn't get) (the|this|out|our)|on this occasion you
    """,
    named={"OFFER": _OFFER, "DEAL": _DEAL, "RIVAL": _RIVAL},
)
_CANCELLED = gated(r"""
    (rfp|rfq|rfi|tender|project|bid|bidding|award|procurement|purchase|contract|competition)( \w+){0,3} (has been|have been|was|were|is|had to be|got) (now |unfortunately |officially )*\
(cancel\w+|called off|withdrawn|put on (hold|ice)|shelved|postponed indefinitely|abandoned|scrapped|stopped)
    (cancelled|canceled|called off|withdrawn|shelved|abandoned|scrapped|stopped|put) (the|this|our) (rfp|rfq|tender|project|bid|procurement|competition)( on (hold|ice))?|there (won't|will not|will) be (no|an|any) award
""")
_UNSURE = any_of(
    "(if|should|once|when|whether|before|until|unless|hope|hopes|hoping|would|could|might|may|expect)[^,.;]{0,60}"
)
_SAYS = {
    AwardOutcome.WON: "the business comes to the reader",
    AwardOutcome.LOST: "the business goes to somebody else",
    AwardOutcome.CANCELLED: "nobody gets the business",
}
_GOODS_NEXT = any_of(
    "(for|of|over|covers)",
    after=r" (?=\d|[a-z]{3,})(?!(?:delivery|your|our|no|number|for|is|which|payment|the go)\b)",
)
_FIGURE = re.compile(r"(?<![\w#-])(?<!order )(?<!order #)(?<!po )(?<!po #)\d[\d,. ]{0,9} ?[a-z]+$")
_VERB_LAST = re.compile(r"(?:we|i|to|hereby|herewith|now|also) (?:order|purchase|call off|re-?order)$")


def find(passage: Passage) -> Iterator[Found]:
    """Find orders and awards in what was said, at most one of each a sentence."""
    for sentence in sentences(passage):
        if not sentence.is_question and not _CUES.isdisjoint(sentence.stems):
            yield from _award(passage, sentence)
            yield from _order(passage, sentence)


def _award(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    for words, outcome in ((_CANCELLED, AwardOutcome.CANCELLED), (_LOST, AwardOutcome.LOST), (_WON, AwardOutcome.WON)):
        cue = words.search(sentence)
        if cue and outcome == AwardOutcome.WON and _ORDERED.search(sentence):
            return
        if cue and not is_quoted(sentence.plain, cue.start()) and not _is_unsure(sentence.plain, cue.start()):
            because = f"{said(sentence.text[cue.start() : cue.end()])} says that {_SAYS[outcome]}."
            yield whole_sentence(passage, sentence, _AWARD, because, {"outcome": outcome.value})
            return


def _is_unsure(plain: str, at: int) -> bool:
    return _UNSURE.search(plain, max(0, at - UNSURE_CHARS), at) is not None


def _order(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    cue = _ORDERED.search(sentence)
    if cue is None or is_quoted(sentence.plain, cue.start()) or _NOT_ORDERED.search(sentence):
        return
    goods = goods_in(sentence.text, _goods_at(sentence.plain, cue), len(sentence.text))
    due = due_after(passage, sentence, cue.end(), dues_of(passage, sentence))
    because = f"{said(sentence.text[cue.start() : cue.end()])} places an order."
    detail = {"what": goods.said("an order"), **goods.detail(), **due_detail(due)}
    yield whole_sentence(passage, sentence, _ORDER, because, detail)


def _goods_at(plain: str, cue: re.Match[str]) -> int:
    """Give where the goods begin: at a figure in the words, after the verb, or after "for", "over", "covers"."""
    figure = _FIGURE.search(cue.group())
    if figure:
        return cue.start() + figure.start()
    if _VERB_LAST.search(cue.group()):
        return cue.end()
    goods = _GOODS_NEXT.search(plain, cue.start())
    return goods.end() if goods else len(plain)
