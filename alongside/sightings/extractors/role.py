"""Does somebody change their job: promoted, moving on, new in a post, following another?

The details: `title` the new post where it is named, `referred_name` the person where it is not the writer.
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
from alongside.sightings.extractors.people_names import person_in
from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import Sentence, sentences
from alongside.vocabulary import SightingKind

NAME = "role"
VERSION = 1
_BY = Extractor(SightingKind.ROLE_CHANGE, NAME, VERSION)

_GATE = ("promot", "role", "position", "moving", "moved", "move ", "taken over", "took over", "taking over", "take over", "leav", "left ", "joined", "join ", "joining", "appointed",
    "retir", "succeed", "success", "replac", "new job", "last day", "new post", "resign", "step", "responsib", "transfer", "named ", "no longer", "hand", "starting", "started", "my new")  # fmt: skip

_TITLES = r"(?:[\w&/'-]{1,20} ){0,5}?(?:manager|director|head|vp|vice president|president|chief|officer|ceo|cfo|coo|cto|buyer|engineer|supervisor|superintendent|lead|leader|purchas\w+|procurement|controller|planner|coordinator|assistant|executive|chair\w*|partner|specialist|analyst|foreman|operator|secretary|treasurer|consultant|general manager|plant manager|operations|representative|supply chain)"
_CHANGED = any_of(
    r"""
    (i|we|he|she|\w+)( have|'ve| has|'s| am| is|'m| was| will be| am being| is being| are|'ll be| been| had| recently| just| now| finally)+ (promoted|appointed|named|transferred|made (the )?TITLE|elected|moved (on )?to|reassigned|seconded)
    my (new|next|current new) (role|position|job|post|responsibilities|title|function|assignment|department|boss)|(new|next) (role|position|job|post|assignment|challenge) (as|at|in|with|within|outside|is|starts|of)
    (i|he|she|\w+)('m| am| is| are|'s| will be|'ll be| have been| has been| was|'ve been)( also| now| soon| shortly)? (moving|leaving|retiring|stepping down|stepping back|resigning|changing jobs|transferring|switching|handing over|joining|starting)( (to|from|on|as|at|into|over|in|with|the|our|my|a|company|\w+)){0,2}? (to the|to a|to our|the company|the firm|the business|the group|us|our company|\S+ (steel|group|inc|ltd|corp|gmbh|plc)|as|TITLE|department|team|position|role|post|at the end|at year|in (january|february|march|april|may|june|july|august|september|october|november|december)|on \d|from|next (month|week|year)|by the end|after \d+ years|to pursue|for a new|my (job|post|position|role|duties|responsibilities))
    (i|he|she|\w+)( will|'ll| shall| is going to| am going to|'m going to| has decided to| have decided to)( be)?( soon| shortly| also| sadly)? (leave|leaving|retire|retiring|step down|stepping down|take over|taking over|move to|moving to|join|joining|succeed|succeeding|replace|replacing|resign|become|becoming|assume|assuming|be (the|our|your) new|hand over|handing over)( (the|my|from|our|as|your|his|her|new)){0,3} (role|position|post|company|TITLE|responsibilit\w+|job|duties|firm|business|group|us|department|account|[a-z]+(?= (as|in|from|at the end|on|effective)))
    (has|have|had|'s|'ve)?( just| recently| now)? ?(taken|took|taking|takes|take) over (from|as|for|his|her|my|the (role|position|post|job|account|responsibilit\w+|department|team|purchasing|procurement|maintenance|operations)|TITLE|responsibilit\w+|\w+'s (role|position|post|job|duties|responsibilit\w+))
    (has|have|'s|'ve)( just| recently| now| already)? (left|joined|resigned|retired|quit|stepped down|moved on|replaced|succeeded|assumed|become|started)( (us|the|our|your|as|from|company|firm|business|group|team|department|in|at|to|plant|\w+)){0,2}(?= |[.,;!]|$)(?=[^.]{0,80}(as|company|firm|business|TITLE|group|role|position|post|team|department|us|plant|organi[sz]ation|replac|succe|after \d))
    joined( (us|the|our|company|team|department|\w+)){0,3} as( an?| the| our| new)* TITLE|(joins|joining)( (us|the|our|company|team|department|\w+)){0,3} as( an?| the| our| new)* TITLE
    (my|his|her|our|your|\w+'s|the) (successor|replacement|new boss|new TITLE|predecessor)( (is|will be|in|as|for|would be|starts|started|has|joins|joined|,|at))
    (will be|is|was|have been|has been|am|'m|'ll be) (replaced|succeeded|followed) by (?!the (new|attached)|a (new )?(version|file|one|pump|part|unit))
    (my|his|her|\w+'s) (last|final) (day|week|working day)( (at|with|here|in|is|will|will be|\w+))|(no longer|not anymore) (with|at|working (for|at|with)|responsible for|in charge of|employed|the|our|your)( (the company|us|company|\w+))
    (as of|effective|from|starting|since) [^,]{1,30},? (i|he|she|\w+( \w+)?)( will| shall|'ll| am| is| have| has)( be)?( been)? (responsible|in charge|heading|leading|looking after|taking|the new|our new|your new|working|acting)
    (i|he|she|\w+)( am|'m| is|'s| will be|'ll be| have been|'ve been) (now |currently |henceforth )?(the|our|your)? ?new( (?!customer|supplier|version|price|number|address|product|file|website)[\w&/-]{1,18}){0,4} (manager|director|head|buyer|engineer|vp|officer|lead|supervisor|superintendent|contact( person)?|ceo|cfo|coo|president|controller|planner|coordinator)
    congratulations (on|for|to) (your|the|his|her|\w+)( \w+)? (promotion|new (role|job|position|post)|appointment)|(your|his|her|\w+'s|my) (promotion|appointment|retirement|resignation|departure)(?! (code|offer))|(appointment|promotion) (of|as|to)
    """.replace("TITLE", _TITLES.replace("(?:", "("))
)
_NOT_CHANGED = any_of(r"""
    (if|when|whether|would|could|might|may|should|hope|hoping|wish|want|wanted|like|plan) (i|we|he|she|they|you)? ?(\w+ ){0,2}(leave|move|moved|moving|join|joined|joining|retire|promoted)
    (leaving|leave|left) (the office|for|now|tomorrow|today|at \d|on (monday|tuesday|wednesday|thursday|friday)|early|soon for|work|town|home|the (meeting|call|house|hotel|airport|building|plant at)|a (message|voicemail|note)|you|it|us a|me a|in \d|no|room|here at)
    (join|joining|joined) (us|me|you|them|the (call|meeting|webinar|conference|list|group|discussion|trip|party|lunch|dinner)|our (call|meeting|webinar|newsletter)|by phone|for (lunch|dinner|the|a)|hands|in)(?! (as|from|on|in) )
    (move|moving|moved) (to|the|on to) (the (next|meeting|call|date|end|front|top|new (office|building|address|system|platform|version))|next|monday|tuesday|wednesday|thursday|friday|a (later|different|new (date|time|server|office|address))|\d|production|step|plan b)
    (promotion|promotional) (code|offer|price|period|material)|special promotion|take over the (phone|call)|(successful|success)ly|in succession
    (cargo|parts?|pump|shipment|vessel|goods|material|invoice|contract|unit|filter|bag|version|software|file|price|order|product)s? (has|have|had|was|were|is|are|will)( \w+){0,2} (been )?(left|moved|replaced|transferred|promoted|succeeded)
""")
_TITLE = re.compile(
    r"(?:\bas|\bto|\bnew role (?:is|of|as)|\bbecome|\bnamed|\bappointed|\bour new|\bthe new|\byour new|\bmy new (?:role|position|job|post|title) (?:is|as|of)|\bnew|\bis now|\bam now|\brole of|\bposition of|\bpost of)"
    r"(?: (?:as|an?|the|our|your|new|to|be))* (?P<title>[A-Za-z][\w&/'’-]{1,20}(?: (?:[A-Za-z][\w&/'’-]{0,20}|&)){0,6})"
)
_ENDS_TITLE = re.compile(
    r"\b(?:from|at|in (?:our|the|\w+day|january|february|march|april|may|june|july|august|september|october|november|december)|with|effective|starting|since|as of|on|next|and (?:i|we|he|she|will|look)|this|last|by|after|who|where|which|but|so|i|we|he|she|for the|replacing|following|until|will|has|is)\b",
    re.I,
)
_IS_TITLE = re.compile(
    r"\b(?:manager|director|head|vp|vice|president|chief|officer|ceo|cfo|coo|cto|buyer|engineer|supervisor|superintendent|lead|leader|purchas\w+|procurement|controller|planner|coordinator|executive|chair\w*|partner|specialist|analyst|foreman|secretary|treasurer|consultant|operations|representative|supply chain|maintenance|quality|logistics)\b",
    re.I,
)


def find(passage: Passage) -> Iterator[Found]:
    """Find the changes of role told in what was said, at most one a sentence; the side is the writer's."""
    for sentence in sentences(passage):
        if any(word in sentence.plain for word in _GATE):
            yield from _change(passage, sentence)


def _change(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    cue = _CHANGED.search(sentence.plain)
    if cue is None or is_quoted(sentence.plain, cue.start()) or _NOT_CHANGED.search(sentence.plain):
        return
    due = due_after(passage, sentence, cue.start(), dues_of(passage, sentence))
    detail = {"title": _title(sentence.text), "referred_name": _who(sentence, cue), **due_detail(due)}
    because = f"{said(sentence.text[cue.start() : cue.end()])} tells of a change of role."
    yield whole_sentence(passage, sentence, _BY, because, detail)


def _title(text: str) -> str:
    for match in _TITLE.finditer(text):
        title = _ENDS_TITLE.split(match["title"])[0].strip(" ,.-")
        if title and _IS_TITLE.search(title):
            return title
    return ""


def _who(sentence: Sentence, cue: re.Match[str]) -> str:
    """Give the person whose role changes, "" when it is the writer or the reader."""
    if re.match(r"(?:i|we|my)\b", cue.group()) or re.search(r"\b(?:my|your)\b", cue.group()):
        return ""
    return person_in(sentence.text, 0, cue.end())
