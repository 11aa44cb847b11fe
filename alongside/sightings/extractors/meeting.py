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
from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import Sentence, sentences
from alongside.vocabulary import SightingKind

NAME = "meeting"
VERSION = 1
_BY = Extractor(SightingKind.MEETING_PROPOSAL, NAME, VERSION)

REACH_CHARS = 60
"""Characters between the words that propose ("could we") and the words that meet ("have a call")."""

_GATE = (
    "meet", "call", "lunch", "dinner", "drink", "coffee", "breakfast", "discuss", "talk", "speak", "chat", "visit", "together", "catch up",
    "join", "invit", "appointment", "come ", "stop by", "drop ", "sit down", "schedul", "available", "free", "works", "work for", "suit",
    "touch base", "conversation", "time",
)  # fmt: skip

_PROPOSES = any_of(
    """
    let'?s|let us|(shall|should|can|could|may|might) (we|i)|could you|can you|would you|will you be able to
    we (can|could|should|might|may|need to|ought to|will have to|must|have to)|we'll (have|need) to
    (i|we)('d| would)( also| really| very much| just)? (like|love|want|appreciate|welcome|enjoy|suggest|propose)
    (i|we)('d| would)( also| really| very much)? be (very )?(happy|glad|pleased|delighted|available|free|up for|interested|honou?red)
    (i|we)( also| just)? (want|wanted|wish|hope|hoped|propose|suggest|plan|need) (to|that|a)|i was hoping|i would anticipate
    (i|we|i'm|we're|shall|will)( am| are| shall| will)?( be)?( also| still| more than| very)* (available|free|happy|glad|open|willing) (to|for)
    (do|did|would|will|don't) you( guys| all)? (want|like|care|have (time|a minute|a chance))
    are you( still| both| guys)? (free|available|around|able|interested|up for|willing|open)
    how about|what about|why don't (we|you|i)|why not|any chance|is it possible|would it be possible|perhaps|maybe|possible
    if you('d| would)? (want|like|wish|prefer|are (free|available|interested|around|open|able))
    please (plan|come|join|be)|i wonder(ed)? (if|whether)|wondering (if|whether)|may i suggest|to request
    (i|we)('ll| will| shall)( try to)? (call|contact|phone|ring|give) (you|your office)|(i|we)('ll| will| shall)( also| try to)*
    (might|may|would|could|will) be( very| more| really| extremely)? (useful|helpful|good|great|worth|worthwhile|appropriate|best|nice)
    it (is|was) time|good (idea|time)|(i think|i thought) (we|it)|would love|opportunity|for us|be good
    the deadline|you and i
""".replace("the deadline|you and i", "")
)
_TALKS = any_of(r"""
    meet( up)?|get together|sit down|catch up|touch base|getting together|meeting up
    have (you|him|her|them) (over|join|visit|come)|have (it|this|that) discussion
    have( a| an| another| some| our)?( [\w-]{1,20}){0,3}? (meeting|call|chat|lunch|dinner|coffee|drinks?|breakfast|talk|word|discussion|conversation)
    (set ?up|schedule|arrange|organi[sz]e|fix|find|book|plan|hold|do|grab|request)( a| an| another| some| the| our)?( [\w-]{1,20}){0,3}? (meeting|call|calls|chat|time|date)
    (set ?up|schedule|arrange|organi[sz]e|fix|book|plan|hold|do|grab|go (to|for|out for))( a| an| another| some| the)?( [\w-]{1,20}){0,3}? (visit|lunch|dinner|coffee|drinks?|breakfast|appointment|session|demo|webinar|bite)
    discuss|talk|speak|chat|visit( you| us| your)?|a (quick |brief |short )?(call|chat|meeting|visit|word) (with|on|to|about|next|this|tomorrow|at)
    (come|stop|drop) (by|over|in)|come to (your|our|see|visit)|pay you a visit|see you
    join (us|me|you)|invite (you|him|her|them)|entertain you|take you (to|out)|host you|give you a (call|ring)|call you
    reschedule|move (the|our) (meeting|call|lunch)|postpone|(lunch|dinner|coffee|breakfast|drinks?|golf)
""")
_TO_TALK_ONLY = any_of("(i|we)('ll| will| shall)[^.;!?]{0,60}")
_WHOLE = any_of(r"""
    (are|will) you (still |both |guys )?(be )?(free|available|around) (on|at|for|this|next|tomorrow|today|any|to (meet|talk|speak)|[^?]{0,40}(am|pm|morning|afternoon|monday|tuesday|wednesday|thursday|friday))
    you (free|available) (for|on|to|this|tomorrow|today)
    when (are|would|will) you (be )?(free|available|able to|like to (meet|talk|speak|go over|come))
    when (can|could|shall|should) we (meet|talk|speak|get together|sit down|catch up)
    (what|which) (time|day|date|dates|times|days)( slots?)? (works?|suits?|would (work|suit|be (good|best|convenient))|is (good|best|convenient)|are you)
    (does|do|would|will|could) (\w+ ){0,4}?(work|suit|be (ok|okay|good|convenient|possible)) (for )?(you|everyone|folks|your)
    (monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|next week|that|the \d{1,2}\w{0,2})[^.?!]{0,40} (works?|would work|suits?|is (good|fine|best)|sounds (good|great)) (best )?(for|with)? ?(me|us)
    i('m| am)( also| still)? (available|free|open) (on|at|any ?time|all|from|this|next|tomorrow|today|between|after|before|until|monday|tuesday|wednesday|thursday|friday|for)
    we('re| are)( also| still)? (available|free|open) (on|at|any ?time|all|from|this|next|tomorrow|today|between|after|before|monday|tuesday|wednesday|thursday|friday)
    (would|will) be (available|free) (on|at|any ?time|from|this|next|tomorrow|between|after|monday|tuesday|wednesday|thursday|friday)
    (please )?(join|meet) (us|me) (for|at|on|next|this|tomorrow)
    you('re| are) (cordially |all |both )?(invited|welcome) (to (join|visit|come|attend|our|a|the)|for)
    (i|we)('d| would) like to invite|(am|are) (pleased|happy|delighted) to invite|invitation to (visit|attend|join)
    (set ?up|schedule|arrange) (a|an|another|the) ([\w-]{1,20} ){0,3}(meeting|call|visit|appointment|conference|demo)
    (request|requesting|propose|suggest) (a|an) ([\w-]{1,20} ){0,3}(meeting|call|visit|appointment)
    find (a|some) (convenient |suitable |good )?time
    (meeting|call|lunch|dinner|coffee|visit|drink|drinks) (on |next |this |at |tomorrow|today|monday|tuesday|wednesday|thursday|friday|for )[^?.!]{0,60}(?=\?)
    (for|over|to) (a )?(lunch|coffee|dinner|breakfast|drinks?)(?=[^.?!]{0,40}\?)
    time (slots?|to (meet|talk|speak|discuss|call|chat))
    (call|ring|phone) me (on|at|tomorrow|next|when|if|to discuss|so)
    give me a (call|ring|shout)|(can|could|may) (i|we) (call|visit|see) you
    (stop|drop|come) by (my|our|the|on|any|when|to)
    (monday|tuesday|wednesday|thursday|friday|saturday|sunday)( morning| afternoon| evening)? (lunch|coffee|dinner)
""")
_PAST_OR_POLITE = any_of("""
    (nice|good|great|pleasure|pleased|glad|lovely|enjoyed|look|looking|thanks?( you)?) (it was )?(to|for|forward to) (have )?(meet|met|meeting|see|seeing|speak|speaking|talk|talking|visit|visiting|discussing)
    (we|i|they|he|she|you) (met|spoke|talked|discussed|visited|had (a|an|the|lunch|dinner))
    (as|we|was|were|been|already|just|that|have|has|recently) discussed|(will|can|may|might) (not|never)|won't|can't|cannot|don't discuss|unable to
    (available|free) (for download|online|now|in (the|all|our)|of charge|from stock|at \$|trial|shipping|delivery)|free (to|standard|shipping|trial|delivery)
""")


def find(passage: Passage) -> Iterator[Found]:
    """Find the proposals to meet in what was said, at most one a sentence; `due_on` is the day proposed."""
    for sentence in sentences(passage):
        if any(word in sentence.plain for word in _GATE):
            yield from _proposal(passage, sentence)


def proposes(plain: str) -> bool:
    """Say whether a sentence, in plain lower case, proposes to meet or talk."""
    return any(word in plain for word in _GATE) and _cue(plain) is not None


def _proposal(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    cue = _cue(sentence.plain)
    if cue is None or is_quoted(sentence.plain, cue[0]):
        return
    start, talk, end = cue
    dues = dues_of(passage, sentence)
    due = due_after(passage, sentence, start, dues)
    when = f" {due.words}" if due else ""
    because = f"{said(sentence.text[start:end])} proposes to meet or talk{when}."
    yield whole_sentence(passage, sentence, _BY, because, {"what": what_of(sentence, talk, dues), **due_detail(due)})


def _cue(plain: str) -> tuple[int, int, int] | None:
    """Give where the proposing words begin, where the talk begins, and where its words end."""
    for proposal in _PROPOSES.finditer(plain):
        talk = _TALKS.search(plain, proposal.end(), proposal.end() + REACH_CHARS)
        if (
            talk
            and not _STOPS.search(plain, proposal.end(), talk.start())
            and not _PAST_OR_POLITE.search(plain, proposal.start(), talk.end())
        ):
            return proposal.start(), talk.start(), talk.end()
    whole = _WHOLE.search(plain)
    if whole and not _PAST_OR_POLITE.search(plain):
        return whole.start(), whole.start(), whole.end()
    return None


_STOPS = re.compile(r"[.;!?_]")
