"""Does the writer give or do something that may keep a promise: "attached is", "as promised", "the answer is"?

The deed is told as done, or done by this very mail. What it settles is decided by the ledgers.
"""

from collections.abc import Iterator

from alongside.sightings.contract import Found, Passage
from alongside.sightings.extractors.clauses import Extractor, is_quoted, said, what_of, whole_sentence
from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import Sentence, sentences
from alongside.vocabulary import SightingKind

NAME = "delivery"
VERSION = 1
_BY = Extractor(SightingKind.DELIVERY, NAME, VERSION)

_GATE = ("attach", "enclos", "here is", "here are", "here's", "herewith", "as promised", "as requested", "as agreed", "you asked", "you requested", "you wanted", "found out", "answer", "checked",
    "spoke", "talked", "shipped", "sent", "on its way", "on their way", "below", "deliver", "credited", "fixed", "done", "replaced", "looked into", "confirm", "arranged", "booked", "updated", "corrected",
    "issued", "uploaded", "forwarded", "dispatched", "resolved", "solved", "sorted", "turns out", "the reason", "result", "asked our", "paid", "transferred", "i have", "we have", "i've", "we've")  # fmt: skip

_ADVERB = "(?: now| just| already| also| today| finally| meanwhile| yesterday| this morning| in the meantime| since| both| all| then| therefore)*"
_DONE = (
    "(sent|resent|shipped|dispatched|despatched|forwarded|uploaded|posted|mailed|emailed|e-mailed|faxed|couriered|delivered|credited|refunded|replaced|fixed|repaired|corrected|arranged|booked|issued|paid|transferred"
    "|reserved|resolved|solved|sorted( out)?|looked into|checked|found out|found the|spoken (to|with)|spoke (to|with)|talked (to|with)|asked|updated|completed|finished|confirmed|clarified|raised|escalated|prepared|reviewed|put together|cancelled|changed|signed|scheduled|released|loaded|investigated|traced|tested|analy[sz]ed|heard back|got (confirmation|approval|an answer|the|it|them))"
)
_DEED = any_of(
    r"""
    (please |kindly )?(find|see|review|refer to)( \w+){0,2} (attached|enclosed|herewith|below)
    (attached|enclosed|herewith)( please find| you (will|'ll|can) find| is| are|,? (a|an|the|our|your|my|please|you))
    (i'm|i am|we're|we are|i|we)( also| hereby| now| just)? (attach|attaching|enclose|enclosing|sending( you)?( herewith)?|forwarding( you)?( herewith)?|send you)(?! (it|them|you)? ?(tomorrow|on \w+day|next|by|soon|shortly|later))( \w+){0,3} (the|a|an|our|your|my|herewith|two|three|copy|copies|it|them|this|these)
    (i've|i have|we've|we have) (attached|enclosed|appended|pasted|included( below)?)
    (the |a |an |our |your |my )([\w-]{1,18} ){1,5}(is|are) (attached|enclosed|below|herewith|on (its|their) way)
    (here is|here are|here's|here comes|here come)( \w+){0,1} (the|your|our|my|a|an|that|those|some|what|copy)(?! (thing|problem|question|deal|catch|chance|point|kicker|rub))
    as (promised|requested|agreed|you (asked|requested|wished)|per your request|asked|discussed),? (attached|enclosed|here|please find|i (have|am|'ve)|we (have|are|'ve)|the|you('ll| will) find|find|below)
    (that|which|as) you (asked( me| us)? for|requested|wanted|needed)
    the (answer|reason|cause|result|explanation)( \w+){0,6} (is|was|turned out|were|came back)(?! (no(t)? known|unclear|still|pending|unknown))|(it|this) turns out that|turned out to be
    """,
)
_HAVE_DONE = any_of(
    _DONE,
    before=rf"(?:i've|i have|we've|we have|i|we|my colleague \w+ has|our \w+ (?:has|have)|\w+ has){_ADVERB} (?:now |just |already |finally )?",
)
_WAS_DONE = any_of(r"""
    (has|have|was|were) (now |just |already |finally |also |today |all )*(been )?(sent|shipped|dispatched|despatched|delivered|credited|refunded|replaced|fixed|repaired|corrected|issued|paid|transferred|released|resolved|solved|sorted|completed|uploaded|loaded|booked|reserved|arranged|confirmed)( (to you|today|yesterday|this morning|on|by|out|via|last|from|and|with|for))
    (is|are) (now )?(on (its|their) way|in the (post|mail)|ready for (collection|pick-?up|you|dispatch))
    (left|leaves) (our|the) (plant|warehouse|factory|works|port) (today|yesterday|this morning|last)
""")
_NOT_DONE = any_of(r"""
    (not|never|yet to|haven't|hasn't|didn't|won't|can't|cannot|couldn't|unable|no longer|if|unless|whether|once|until|when|before|as soon as|should|will|'ll|would|could|can|might|may|please (confirm|check|let me know) (if|whether|that))( \w+){0,3}
    (forgot|forgotten|failed) to|nothing|no attachment
""")


def find(passage: Passage) -> Iterator[Found]:
    """Find the deeds told or done in what was said, at most one a sentence: OURS when one of us wrote it, else THEIRS."""
    for sentence in sentences(passage):
        if not sentence.is_question and any(word in sentence.plain for word in _GATE):
            yield from _delivery(passage, sentence)


def _delivery(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    plain = sentence.plain
    for pattern, may_be_undone in ((_DEED, False), (_HAVE_DONE, True), (_WAS_DONE, True)):
        cue = pattern.search(plain)
        if cue is None or is_quoted(plain, cue.start()):
            continue
        if may_be_undone and _NOT_DONE.search(plain, max(0, cue.start() - 30), cue.end()):
            continue
        because = f"{said(sentence.text[cue.start() : cue.end()])} hands over or tells something done."
        yield whole_sentence(
            passage, sentence, _BY, because, {"what": what_of(sentence, _thing(plain, cue.start(), cue.end()), [])}
        )
        return


def _thing(plain: str, start: int, end: int) -> int:
    """Give where the thing handed over begins: after the words, or before them when they end the sentence."""
    return end if len(plain) - end > 3 else start
