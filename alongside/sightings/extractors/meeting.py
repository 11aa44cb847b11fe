"""Does the writer propose to meet, to talk, to visit?

Counts: "let's meet", "could we have a call on Tuesday", "I am free on Thursday", "we can discuss it next week", an invitation. Does not
count: "see you Monday", thanks for a meeting, a meeting that took place, "looking forward to meeting you".
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
from alongside.sightings.extractors.courtesies import without_courtesies
from alongside.sightings.extractors.needed import gated
from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import Sentence, cues, sentences
from alongside.vocabulary import SightingKind

NAME = "meeting"
VERSION = 1
_BY = Extractor(SightingKind.MEETING_PROPOSAL, NAME, VERSION)

REACH_CHARS = 60
"""Characters between the words that propose ("could we") and the words that meet ("have a call")."""

_CUES = cues(
    """meeting call calls lunch dinner drink coffee breakfast discuss talk speak chat visit together catch join invite appointment come
    stop drop sit schedule available free works work suit touch conversation time golf session reschedule postpone through around move monday tuesday
    wednesday thursday friday clock"""
)

_PROPOSES = gated(r"""
    let'?s|let us|(shall|should|can|could|may|might) (we|i)|could you|can you|would you( and \w+)?|will you be able to|i could do|we could do
    we (can|could|should|might|may|need to|ought to|will have to|must|have to)|we'll (have|need) to
    (i|we)('d| would)( also| really| very much| just)? (like|love|want|appreciate|welcome|enjoy|suggest|propose)
    (i|we)('d| would)( also| really| very much)? be (very )?(happy|glad|pleased|delighted|available|free|up for|interested|honou?red)
    (i|we)( also| just)? (want|wanted|wish|hope|hoped|propose|suggest|plan|need) (to|that|a)|i was hoping|i would anticipate
    (i|we|i'm|we're|shall|will)( am| are| shall| will)?( be)?( also| still| more than| very)* (available|free|happy|glad|open|willing) (to|for)
    (do|did|would|will|don't) you( guys| all)? (want|like|care|have (time|a minute|a chance|half an hour|an hour|a moment))
    when (would|will|do) you have( \S+){0,3}|are you( still| both| guys)? (free|available|around|able|interested|up for|willing|open)
    how about|what about|why don't (we|you|i)|why not|any chance|is it possible|would it be possible|perhaps|maybe|possible
    if you('d| would)? (want|like|wish|prefer|are (free|available|interested|around|open|able))
    would be (more than |very )?(happy|glad|pleased|delighted) to|please (plan|come|join|be)|i wonder(ed)? (if|whether)|wondering (if|whether)|may i suggest|to request
    (might|may|would|could|will) be( very| more| really| extremely)? (useful|helpful|good|great|worth|worthwhile|appropriate|best|nice)( to)?
    it (is|was) time|good (idea|time)|(i think|i thought) (we|it)|would love|for us
""")
_TALKS = any_of(r"""
    meet( up)?|get together|sit (down|together)|catch up|touch base|getting together|meeting up|put our heads together
    have (you|him|her|them) (over|join|visit|come)|go (over|through) (it|this|that|the|your|our|everything)( \S+){0,4}( together| with you)
    have( a| an| another| some| our)?( [\w-]{1,20}){0,3}? (meeting|call|chat|lunch|dinner|coffee|drinks?|breakfast|talk|word|discussion\
|conversation)
    (set ?up|schedule|arrange|organi[sz]e|fix|find|book|plan|hold|do|grab|request)( a| an| another| some| the| our)?( [\w-]{1,20}){0,3}? \
(meeting|call|calls|chat|time|date)
    (set ?up|schedule|arrange|organi[sz]e|fix|book|plan|hold|do|grab|go (to|for|out for))( a| an| another| some| the)?( [\w-]{1,20}){0,3}? \
(visit|lunch|dinner|coffee|drinks?|breakfast|appointment|session|demo|webinar|bite)
    discuss|talk|speak|chat|visit (you|us|your|our|the plant)|a (quick |brief |short )?(call|chat|meeting|visit|word) \
(with|on|to|about|next|this|tomorrow|at|together)
    (come|stop|drop|call) (by|over|in)|come and (see|visit|look|meet)|come to (your|our|see|visit)|pay you a visit|see you (on|at|in|next|this|tomorrow|then|there|for)
    join (us|me|you)|invite (you|him|her|them)|entertain you|take you (to|out)|host you|give you a (call|ring)|buy you
    reschedule|move (the|our|\w+'s) (meeting|call|lunch|visit)|postpone|(lunch|dinner|coffee|breakfast|drinks?|golf)|to go through (the|your|our|it|this)
""")
_WHOLE = gated(
    r"""
    (are|will) you (still |both |guys )?(be )?(free|available|around) (on|at|for|this|next|tomorrow|today|any|to (meet|talk|speak)|DAY)
    you (free|available) (for|on|to|this|tomorrow|today)
    when (are|would|will) you (be )?(free|available|able to|like to (meet|talk|speak|go over|come))
    shall we say|when suits( you)?|fancy (a|some)|pencil (in|me)|(meeting|visit|call) at (our|your) (works|office|plant|premises|site)|which day( do)? (you|works|suits)|(love|like|happy|glad|pleased) to (have|see|host|welcome|show) (you|you and your \w+)( over| here| round| around)?( for| at| in| on)|could i (pop|drop|come|stop|swing) (in|by|over|round)
    when (can|could|shall|should) we (meet|talk|speak|get together|sit down|catch up)
    (what|which) (time|day|date|dates|times|days)( slots?)? (works?|suits?|would (work|suit|be (good|best|convenient))\
|is (good|best|convenient)|are you)
    (does|do|would|will|could) (\w+ ){0,4}?(work|suit|be (ok|okay|good|convenient|possible)) (for )?(you|everyone|folks|your (people|team|schedule|calendar|side))
    (DAY|tomorrow|next week|the \d{1,2}\w{0,2})[^.?!]{0,40} (works?|would work|suits?|is (good|fine|best)|sounds (good|great))\
( best)?( for| with)? (me|us)
    (i('m| am)|we('re| are))( also| still)? (available|free|open) (on|at|any ?time|all|from|this|next|tomorrow|today|between|after|before|until\
|for|DAY)
    (would|will) be (available|free) (on|at|any ?time|from|this|next|tomorrow|between|after|DAY)
    (please )?(join|meet) (us|me) (for|at|on|next|this|tomorrow)
    you('re| are) (cordially |all |both )?(invited|welcome) (to (join|visit|come|attend|our|a|the)|for)
    (i|we) (can|could) (meet|come (by|over|to (you|your))|stop by|drop by|call you|visit you)
    (i|we)('d| would) like to invite|(am|are) (pleased|happy|delighted) to invite|invitation to (visit|attend|join)
    is [^?]{0,20}(DAY|o'clock|\d ?[ap]m)[^?]{0,30} (any good|good|ok|okay|convenient|possible|fine)( for you| with you)?(?=\?)
    would [^?]{0,20}(DAY|o'clock|\d ?[ap]m)[^?]{0,20} (be possible|be ok|be better|suit|work)
    (?<=^)(DAY)[^?]{0,40}(?=\?)
    (set ?up|schedule|arrange) (a|an|another|the) ([\w-]{1,20} ){0,3}(meeting|call|visit|appointment|conference|demo)
    (request|requesting|propose|suggest) (a|an) ([\w-]{1,20} ){0,3}(meeting|call|visit|appointment)
    find (a|some) (convenient |suitable |good )?time|time (slots?|to (meet|talk|speak|discuss|call|chat))
    (?<=^)(a |an |quick |maybe |perhaps )*(meeting|call|lunch|dinner|coffee|visit|drinks?) (on |next |this |at |tomorrow|today|DAY|for )\
[^?.!]{0,60}(?=\?)
    (for|over|to) (a )?(lunch|coffee|dinner|breakfast|drinks?)(?=[^.?!]{0,40}\?)
    (call|ring|phone) me (on (?!my)|tomorrow|next|to (discuss|talk|go over)|so)|give me a (call|ring|shout) (on (?!my)|tomorrow|next|to|so|DAY)
    (can|could|may) (i|we) (call|visit|see) you|(stop|drop|come) by (my|our|the|on|any|when|to)
    (DAY)( morning| afternoon| evening)? (lunch|coffee|dinner)
    (i|we)('ll| will| shall)( try to)? (call|contact|phone|ring|give) (you|your office)[^.;!?]{0,60} \
(to (discuss|schedule|set up|arrange|find|talk|meet)|about)
    """,
    named={"DAY": "monday|tuesday|wednesday|thursday|friday|saturday|sunday"},
)
_PAST_OR_POLITE = any_of(r"""
    (?<!be )(nice|good|great|pleasure|pleased|glad|lovely|enjoyed|look|looking|thanks?( you)?) (it was )?(to|for|forward to) (have )?\
(meet|met|meeting|see|seeing|speak|speaking|talk|talking|visit|visiting|discussing)
    (we|i|they|he|she|you) (met|spoke|talked|discussed|visited|had (a|an|the|lunch|dinner))
    (as|we|was|were|been|already|just|that|have|has|recently) discussed|(will|can|may|might) (not|never)|won't|can't|cannot|unable to
    (available|free) (for download|online|now|in (the|all|our)|of charge|from stock|at \$|trial|shipping|delivery)
    (want|like|need|for|ask|asked) (me|him|her|them|somebody|someone|people) to|(meeting|call|talk|speak) with (him|her|them|the|all)
    (speak|talk|speaking) at|free (to|standard|shipping|trial|delivery)|talk to (our|my|the|him|her|them|lou|your)|speak to (our|my|the|him|her|them)
""")
_STOPS = re.compile(r"[.;!?]")


def find(passage: Passage) -> Iterator[Found]:
    """Find the proposals to meet in what was said, at most one a sentence; `due_on` is the day proposed."""
    for sentence in sentences(passage):
        cue = cue_of(sentence)
        if cue and not is_quoted(sentence.plain, cue[0]):
            yield _proposed(passage, sentence, *cue)


def cue_of(sentence: Sentence) -> tuple[int, int, int] | None:
    """Give where the proposing words begin, where the talk begins, and where its words end; None when nothing is proposed."""
    if _CUES.isdisjoint(sentence.stems):
        return None
    plain = without_courtesies(sentence)
    for proposal in _PROPOSES.finditer(sentence, plain):
        talk = _TALKS.search(plain, proposal.end(), proposal.end() + REACH_CHARS)
        if talk and not _is_apart(plain, proposal, talk):
            return proposal.start(), talk.start(), talk.end()
    whole = _WHOLE.search(sentence, plain)
    if whole and not _PAST_OR_POLITE.search(plain):
        return whole.start(), whole.start(), whole.end()
    return None


def without_proposal(sentence: Sentence) -> str:
    """Give the plain text with the words that propose blanked: what is left may ask for more."""
    cue = cue_of(sentence)
    if cue is None:
        return sentence.plain
    start, _, end = cue
    return sentence.plain[:start] + "_" * (end - start) + sentence.plain[end:]


def _is_apart(plain: str, proposal: re.Match[str], talk: re.Match[str]) -> bool:
    """Say whether a stop, or words of courtesy or of the past, stand between the two."""
    return bool(
        _STOPS.search(plain, proposal.end(), talk.start())
        or _PAST_OR_POLITE.search(plain, proposal.start(), talk.end() + 8)
    )


def _proposed(passage: Passage, sentence: Sentence, start: int, talk: int, end: int) -> Found:
    dues = dues_of(passage, sentence)
    due = due_after(passage, sentence, start, dues)
    because = f"{said(sentence.text[start:end])} proposes to meet or talk{f' {due.words}' if due else ''}."
    what = what_of(sentence, talk, [] if talk == start else dues)
    return whole_sentence(passage, sentence, _BY, because, {"what": what, **due_detail(due)})
