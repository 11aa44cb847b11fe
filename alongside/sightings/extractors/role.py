"""Does somebody change their job: promoted, moving on, new in a post, following another?

The details: `title` the new post where it is named, `referred_name` the person where it is not the writer.
"""

import re
from collections.abc import Iterator

from alongside.sightings.contract import Found, Passage
from alongside.sightings.extractors.clauses import (
    Extractor,
    is_quoted,
    said,
    whole_sentence,
)
from alongside.sightings.extractors.people_names import person_in
from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import Sentence, cues, sentences
from alongside.vocabulary import SightingKind

NAME = "role"
VERSION = 1
_BY = Extractor(SightingKind.ROLE_CHANGE, NAME, VERSION)

_CUES = cues(
    """promoted promotion role position appointed appointment retire retiring retired retirement successor succeed succeeded replaced
    replacement resigned resignation stepping responsible transferred longer job predecessor elected reassigned seconded"""
)
_MOVES = cues(
    "moving moved move taken took taking take leave leaving left joined join joining joins last final post step named hand handing start"
)
_MOVES |= cues("starting started new made heading heads head lead leading run becoming become charge boss called")
_PLACES = cues(
    """manager director head vp vice president chief officer ceo cfo coo cto buyer engineer supervisor superintendent lead leader purchasing
    procurement controller planner coordinator assistant executive chair partner specialist analyst foreman secretary treasurer consultant
    operations representative supply maintenance quality logistics over contact company firm business group team department organisation
    organization plant duties another us headquarters office week day end account year years works"""
)
"""A change of role shows in a word of its own, or in a word of moving together with a post or a place to move to."""

_POSTS = (
    "manager|director|head|vp|vice president|president|chief|officer|ceo|cfo|coo|cto|buyer|engineer|supervisor|superintendent|lead|leader"
    "|purchas\\w+|procurement|controller|planner|coordinator|assistant|executive|chair\\w*|partner|specialist|analyst|foreman|secretary"
    "|treasurer|consultant|operations|representative|supply chain|maintenance|quality|logistics|contact( person)?"
)
_CHANGED = any_of(
    r"""
    (WHO)( have|'ve| has|'s| am| is|'m| was| will be| got| are|'ll be| been| being| had| recently| just| now| finally)+ \
(promoted|appointed|named|elected|(transferred|reassigned|seconded|moved) to (the|our|a|another|head|\w+ing\b)|made (the |your )?(\w+ ){0,3}(POST))
    (they|we|the board|management)( have|'ve| has)?( just| now)? (appointed|promoted|named|made)( \w+){1,3} (as|to|our|the|head|director|vice)
    my (new|next) (role|position|job|post|responsibilities|title|function|assignment|department|boss)
    (new|next) (role|position|job|post|assignment|challenge) (as|at|in|with|within|outside|is|starts|of)
    (WHO)('m| am| is|'s| will be|'ll be| have been| has been| was|'ve been)( also| now| soon| shortly)* \
(leaving|retiring|stepping (down|back)|resigning|changing jobs|handing over|retired)( us| from| as| my| the| our| a| at| after| in| on| next| over\
| by| this| soon|$|[.,!])
    (WHO)('m| am| is|'s| will be|'ll be)( also| now| soon| shortly)* (moving|transferring|switching|joining|starting)\
( on| over)?( to| as| at| in| with| a| the| our| my| new)* (ELSEWHERE|POST)
    (WHO)( will|'ll| shall| is going to| am going to|'m going to| has decided to| have decided to)( be)?( soon| shortly| also| sadly)? \
(leave|leaving|retire|retiring|step down|stepping down|resign|hand over|handing over)( from| as| my| the| our| at| after| in| on| next| by| this|$|[.,!])
    (WHO)( will|'ll| shall| is going to| am going to|'m going to)( be)?( soon| shortly| also)? \
(take over|taking over|move to|moving to|join|joining|succeed|succeeding|assume|assuming|become|becoming|head|heading|lead|leading|run|running)\
( up)?( the| a| my| your| our| as| his| her| new| all)* (\w+ ){0,3}(ELSEWHERE|POST|account)
    (has|have|had|'s|'ve)?( just| recently| now)? ?(taken|took|taking|takes|take) over (from|as|for|his|her|my\
|the (role|position|post|job|account|department|team)|((\w+ ){0,2}(POST))|responsib\w+|\w+'s (role|position|post|job|duties|responsibilit\w+))
    (WHO)( has|'s| have|'ve)( just| recently| now| already)? (left|joined|resigned from|retired|quit|stepped down|moved on|succeeded)( from| to| as)? \
(us|ELSEWHERE|[\w-]{1,20}( \w+)? (as|after|last|in|to|at))
    (joined|joins|joining)( us| the| our| company| team| department| \w+){0,3} as( an?| the| our| your| new)* (\w+ ){0,3}(POST)
    (my|his|her|our|\w+'s) (successor|replacement|predecessor|new boss|new (\w+ )?(POST))( is| will be| in| as| for| would be| starts| started| has| joins\
| joined|,)
    (will be|was|have been|has been|'ll be) (replaced|succeeded|followed) by (?!the|a |an )
    (my|his|her) (last|final) (day|week|working day)( at| with| here| in| is| will)|no longer (with (us|the)|at (the company|this company)\
|working (for|at|with)|responsible for|in charge of|employed)
    (as of|effective|from|starting|since) [^,]{1,30},? (i|he|she|\w+( \w+)?)( will| shall|'ll| am| is| have| has)( be)?( been)? \
(responsible|in charge|heading|leading|looking after|the new|our new|your new|acting)
    (WHO)( am|'m| is|'s| will be|'ll be| have been|'ve been)( now| currently)?( the| our| your)? new ([\w&/-]{1,18} ){0,4}(POST)
    (start|begin|starting|started)( in| as| with)?( my| his| her| a| the)? new (role|position|job|post|assignment)
    congratulations (on|for|to) (your|the|his|her|\w+)( \w+)? (promotion|new (role|job|position|post)|appointment)
    (your|his|her|\w+'s|my) (promotion|appointment (as|to)|retirement|resignation)(?! (code|offer))
    """,
    named={
        "POST": _POSTS,
        "ELSEWHERE": "company|firm|business|group|team|department|organi[sz]ation|plant|role|position|post|job|responsibilit\\w+|duties"
        "|another|us|purchasing|procurement|maintenance|operations|head ?office|headquarters",
        "WHO": "i|he|she|[a-z][\\w'-]{1,20}( [a-z][\\w'-]{1,20})?",
    },
)
_NOT_CHANGED = any_of(r"""
    (if|whether|would|could|might|may|should|hope|hoping|wish|want|wanted|plan) (i|we|he|she|they|you|to)? ?(\w+ ){0,2}(leave|move|join|retire)
    (leaving|leave|left|leaves) (the office|for|now|tomorrow|today|at \d|on (monday|tuesday|wednesday|thursday|friday)|early|work|town|home\
|the (meeting|call|house|hotel|airport|building)|a (message|voicemail|note)|you|it|us a|me a|room|here at)
    (join|joining|joined) (us|me|you|them|the (call|meeting|webinar|conference|list|discussion|trip|party|lunch|dinner)) \
(for|at|on|in (the )?(call|meeting)|tomorrow|next|by phone)
    (join|joining|joined) (the|our|a|your) (call|meeting|webinar|newsletter|conference|dinner|lunch)
    (move|moving|moved)( on)? to (the (next|meeting|call|date|end|front|top)|next|monday|tuesday|wednesday|thursday|friday|\d)
    (money|payment|amount|funds|sum|call|file|data|contract) (was|were|has been|is|have been)( \w+)?( been)? (transferred|moved|made)
    moved to (a|the|our)? ?(new )?(office|building|address|house|flat|version|server|system|page|folder)
    (promotion|promotional) (code|offer|price|period|material)|special promotion|no longer (needed|required|available|produced|in stock)
    (cargo|parts?|pumps?|shipments?|vessels?|goods|materials?|invoices?|contracts?|units?|filters?|bags?|version|file|prices?|orders?) \
(has|have|had|was|were|is|are|will)( \w+){0,2} (been )?(left|moved|replaced|transferred|promoted|succeeded)
""")
_TITLE = re.compile(
    r"\b(?:as|to|is|of|become|named|appointed|made|new|now|successor|am)(?: (?:as|an?|the|our|your|new|to|be|now))*"
    r" (?P<title>[A-Za-z][\w&/'’-]{1,20}(?: (?:[A-Za-z][\w&/'’-]{0,20}|&)){0,6})"
)
_ENDS_TITLE = re.compile(
    r"\b(?:from|at|in (?:our|the|\w+day|january|february|march|april|may|june|july|august|september|october|november|december)|with|effective"
    r"|starting|since|as of|as|on|next|and (?:i|we|he|she|will|look)|this|last|by|after|who|where|which|but|so|i|we|he|she|for the|replacing"
    r"|following|until|will|has|is)\b",
    re.I,
)
_IS_TITLE = re.compile(rf"\b(?:{_POSTS})\b".replace("( ", "(?: "), re.I)
_OF_WRITER = re.compile(r"(?:i|my|we|your|congratulations)\b|.{0,40}\b(?:my|your)\b")


def find(passage: Passage) -> Iterator[Found]:
    """Find the changes of role told in what was said, at most one a sentence; the side is the writer's."""
    for sentence in sentences(passage):
        if _may_change(sentence.stems):
            yield from _change(passage, sentence)


def _may_change(stems: frozenset[str]) -> bool:
    return not _CUES.isdisjoint(stems) or not (_MOVES.isdisjoint(stems) or _PLACES.isdisjoint(stems))


def _change(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    cue = _CHANGED.search(sentence.plain)
    if cue is None or is_quoted(sentence.plain, cue.start()) or _NOT_CHANGED.search(sentence.plain):
        return
    who = "" if _OF_WRITER.match(cue.group()) else person_in(sentence.text, 0, cue.end())
    because = f"{said(sentence.text[cue.start() : cue.end()])} tells of a change of role."
    detail = {"title": _title(sentence.text), "referred_name": who}
    yield whole_sentence(passage, sentence, _BY, because, detail)


def _title(text: str) -> str:
    """Give the first stretch after "as", "to", "is" ... that names a post."""
    match = _TITLE.search(text)
    while match:
        title = _ENDS_TITLE.split(match["title"])[0].strip(" ,.-")
        if title and _IS_TITLE.search(title):
            return title
        match = _TITLE.search(text, match.start() + 1)
    return ""
