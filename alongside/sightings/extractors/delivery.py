"""Does the writer give or do something that may keep a promise: "attached is", "as promised", "the answer is"?

The deed is told as done, or done by this very mail. What it settles is decided by the ledgers.
"""

import re
from collections.abc import Iterator

from alongside.sightings.contract import Found, Passage
from alongside.sightings.extractors.clauses import Extractor, is_quoted, said, what_of, whole_sentence
from alongside.sightings.extractors.needed import gated
from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import Sentence, cues, sentences
from alongside.vocabulary import SightingKind

NAME = "delivery"
VERSION = 1
_BY = Extractor(SightingKind.DELIVERY, NAME, VERSION)

SHORTEST_CHARS = 4
"""Characters: what is shorter names nothing ("are", "it")."""

_CUES = cues(
    """handed unlocked posted filled dropped picked installed left pfa live done see gave brought payment attached enclosed here herewith promised requested agreed asked wanted needed found answer checked spoke spoken talked shipped sent
    way below delivered credited fixed done replaced looked confirmed arranged booked updated corrected issued uploaded forwarded
    dispatched resolved solved sorted turns reason cause result paid transferred find sending attach enclose forwarding resent posted
    mailed emailed faxed refunded repaired released completed finished clarified raised escalated prepared reviewed signed cancelled
    changed scheduled investigated traced tested analysed analyzed heard left discussed loaded reserved"""
)

_HANDED_OVER = gated(r"""
    (please |kindly )?(find|see|review|refer to)( [\w-]+){0,5} (attached|enclosed|herewith|below)
    (attached|enclosed|herewith)( please find| you (will|'ll|can) find| is| are|,?(?= (a|an|the|our|your|my|please|you)))
    (i'm|i am|we're|we are|i|we)( also| hereby| now| just)? (attach|attaching|enclose|enclosing|sending( you)?( herewith)?\
|forwarding( you)?( herewith)?|send you)(?! (it|them|you)? ?(tomorrow|on \w+day|next|by|soon|shortly|later))( \w+){0,3}\
(?= (the|a|an|our|your|my|herewith|two|three|copy|copies|it|them|this|these))
    (i've|i have|we've|we have)( also)? (attached|enclosed|appended|pasted|included)
    (the|a|an|our|your|my) ([\w-]{1,18} ){1,5}(is|are) (attached|enclosed|below|herewith|on (its|their) way)
    (here is|here are|here's|here comes|here come)( \w+)?(?= (the|your|our|my|a|an|that|those|some|what|copy))(?! the (thing|problem|deal|catch))
    as (promised|requested|agreed|you (asked|requested|wished)|per your request|asked|discussed),? (attached|enclosed|here|please find|i (have|am|'ve)\
|we (have|are|'ve)|the|you('ll| will) find|find|below)
    (that|which|as) you (asked( me| us)? for|requested|wanted|needed)
    (pfa|pls find|please see)( \w+){0,4}|(quote|quotation|offer|invoice|report|drawings?|certificates?|forecast|photos?|pictures?|contract|list|figures|spec\w*|document\w*|details|copy|file|minutes|agenda|proforma|order confirmation|answers?|data|msds|sds|scan) (is |are )?(attached|enclosed|below)|(filled in|signed|completed|done) and (attached|enclosed)|see (attach\w+|enclosed)
    (?<=^)here (is|are|'s)( (the|your|our|my|an?|some|two|three|what|comments|it|those))(?! (state|thing|problem|situation|deal|catch|what|facts|i think)\b)|(?<=^)(attached|below|enclosed)( for [^.]{3,40})? (is|are) (the|a|an|our|your|my)|as promised[,:]|(i'm|we're|i am|we are) sending (you )?(the|a|an|our|your|it|them|two|three)( \w+){0,5} (with|by) (this|separate|today's)
    the (answer|reason|cause|result|explanation)( \w+){0,6} (is|was|turned out|came back)(?! (no(t)? known|unclear|still|pending|unknown))
    (it|this) turns out that|turned out to be
""")
_HAVE_DONE = gated(
    "(sent|resent|shipped|dispatched|despatched|forwarded|uploaded|posted|mailed|emailed|e-mailed|faxed|couriered|delivered|credited|refunded\\\n"
    "|replaced|fixed|repaired|corrected|arranged|booked (you|your|the|a (slot|berth|room|table))|issued|paid|transferred|reserved|resolved|solved|sorted( out)?|looked into|checked|found out\\\n"
    "|found the|spoken (to|with)|spoke (to|with)|talked (to|with)|asked (our|the|for)|updated|completed|finished|confirmed|clarified|raised|escalated|prepared\\\n"
    "|reviewed|put together|cancelled|signed|scheduled|released|loaded|investigated|traced|tested|analy[sz]ed|heard back\\\n"
    "|got (confirmation|approval|an answer|it|them))",
    before=r"(?:i've|i have|we've|we have|i|we|my colleague \w+ has|our (?:lab|team|people|warehouse|plant|office|engineers?|technicians?|accounts)"
    r" (?:has|have))(?: (?:now|just|already|also|today|finally|meanwhile|yesterday|this morning|in the meantime|since|both|all|then|therefore))* ",
)
_WAS_DONE = gated(r"""
    (has|have|was|were) (now |just |already |finally |also |today |all )*(been )?(sent|shipped|dispatched|despatched|delivered|credited|refunded\
|replaced|fixed|repaired|corrected|issued|paid|transferred|released|resolved|solved|sorted|completed|uploaded|loaded|booked|reserved|arranged|confirmed)\
 (to you|today|yesterday|this morning|on|by|out|via|last|from|and|with|for)
    (has|have|was|were|is|are|got)( now| just| already| finally| all)*( been)? (handed (over|to)|unlocked|posted|filled in|dropped( off)?|installed|mailed|emailed|e-mailed|faxed|settled|activated|reset|restored|updated|live|deployed|back (online|up)|made on|submitted)( \w+)?(?=[ .,!]|$)
    (went|gone) (out|off)( to you)?( with| by| via| last| this| yesterday| today)|(our|the|my) (engineer|technician|driver|colleague|team|crew|lab|it|fitter|plumber|electrician)s? (\w+ )?(fixed|repaired|replaced|delivered|installed|collected|sent|found|tested|checked|corrected|cleaned|finished|updated|dropped|posted|reset|unlocked)|payment (was|has been|is) (made|sent|done|released)
    (is|are)( now)? (on (its|their) way|in the (post|mail)|ready for (collection|pick-?up|you|dispatch))
    (left|leaves) (our|the) (plant|warehouse|factory|works|port) (today|yesterday|this morning|last)
""")
_NOT_DONE = any_of(r"""
    (not|never|yet to|haven't|hasn't|didn't|won't|can't|cannot|couldn't|unable|no longer|if|unless|whether|once|until|when|before|as soon as\
|should|will|'ll|would|could|can|might|may)( \w+){0,3}
    (forgot|forgotten|failed) to|nothing|no attachment|please (confirm|check|let me know) (if|whether|that)
""")
_THING_TOLD = re.compile(
    r"(?P<thing>(?:the|an?|our|your|my) .+?) (?:is|are) (?:attached|enclosed|below|herewith|on )", re.I
)

NOT_DONE_CHARS = 30
"""Characters before the words in which "not", "if", "will" undo the deed."""


def find(passage: Passage) -> Iterator[Found]:
    """Find the deeds told or done in what was said, at most one a sentence: OURS when one of us wrote it, else THEIRS."""
    for sentence in sentences(passage):
        if not sentence.is_question and not _CUES.isdisjoint(sentence.stems):
            yield from _delivery(passage, sentence)


def _delivery(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    plain = sentence.plain
    for pattern in (_HANDED_OVER, _HAVE_DONE, _WAS_DONE):
        cue = pattern.search(sentence)
        if cue is None or is_quoted(plain, cue.start()):
            continue
        if pattern is not _HANDED_OVER and _NOT_DONE.search(plain, max(0, cue.start() - NOT_DONE_CHARS), cue.end()):
            continue
        because = f"{said(sentence.text[cue.start() : cue.end()])} hands over or tells something done."
        yield whole_sentence(passage, sentence, _BY, because, {"what": _what(sentence, cue.start(), cue.end())})
        return


def _what(sentence: Sentence, start: int, end: int) -> str:
    """Give what is handed over: what follows the words, or the words themselves when they end the sentence."""
    told = _THING_TOLD.match(sentence.text[start:end])
    if told:
        return told["thing"][:1].lower() + told["thing"][1:]
    after = what_of(sentence, end, [])
    return after if len(after) >= SHORTEST_CHARS else what_of(sentence, start, [])
