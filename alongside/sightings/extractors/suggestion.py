"""Do we propose a solution that they did not ask for?

Only what one of us wrote is read. Counts: "may I suggest", "we would recommend", "have you considered". Does not count: proposals of a
day to meet, and what others suggested.
"""

from collections.abc import Iterator

from alongside.sightings.contract import Found, Passage
from alongside.sightings.extractors import meeting
from alongside.sightings.extractors.clauses import Extractor, is_quoted, said, what_of, whole_sentence
from alongside.sightings.extractors.needed import gated
from alongside.sightings.extractors.sentences import Sentence, cues, sentences
from alongside.vocabulary import Side, SightingKind

NAME = "suggestion"
VERSION = 1
_BY = Extractor(SightingKind.SUGGESTION, NAME, VERSION)

_CUES = cues(
    """pay off solved spare newer version rather trick how longer lasts suggest recommend recommendation propose consider considered if not idea alternative save worth about help option solution thought
    advise switch want instead could might what way tried plants customers mills better cheaper blend perhaps maybe"""
)

_SUGGESTED = gated(
    r"""
    (may|might|can|could) (i|we)( also| perhaps| therefore)? (suggest|propose|recommend)
    (i|we|our (lab|engineers?|team|experts?|technical (team|people)))('d| would|'ll| will| can| could| might| may)?\
( also| strongly| therefore| rather| like to| want to| still| however| really)* (suggest|recommend|propose|advise)\
(?! (you (check|contact|call|ask|see)|against it|him|her|them))
    (have|had) you( ever| perhaps| already| guys)? (considered|thought (of|about)|looked (at|into)|tried|explored|evaluated)
    (what|how) about (switching|trying|using|changing|moving|replacing|adding|installing|splitting|combining|blending|storing|keeping|holding\
|a (trial|test|switch|blend|different|smaller|larger|consignment))|what if (we|you|your|our)
    (perhaps|maybe) [^.?]{3,60} (would|could|might) (help|work|solve|do|be (an option|enough|better|cheaper))
    how about (we|you|your|a|an|if)|why don't (you let us|we (keep|take|do|run|supply|try))|(our|my) (proposal|suggestion|idea|recommendation|advice|tip) (would be|is|was|:)?( to| that|:)|(it|this|that) (could|might|may|would|can) (well )?(pay off|pay for itself|be (an option|worth)|make sense|save you|help you|spare you|suit)
    (maybe|perhaps) (it's|it is|it'd be|it would be)( \w+)? (worth|better|wise|an idea|time)|(would|could|might|can|will) (already |even |probably |also |easily )*(spare|save|free|take)( \w+)? (you|your|two|one|a lot of work off)|(you|your (team|people|line|plant|operators))('d| would| could| might| can)( not| no longer| never)?( even| then| also| probably)* \
(save|have this problem|have (that|these|those)|have no|need (only|fewer|less)|get rid|avoid|halve|cut)(?! (your|the|a) (message|mail))
    (another|a|one) (\w+ )?(bakery|dairy|mill|plant|customer|site|foundry|brewery|quarry|hospital|farm|manufacturer|client|company|user)( \w+){0,3} (solved|cut|reduced|saved|switched|fixed|got rid|had good|does|uses|did)( \w+){0,3} (with|by|to|that|this|it)
    there('s| is) (a|an|also a|now a) (newer|better|cheaper|simpler|smaller|stronger|larger|different|new) (version|model|grade|type|way|option)|(might|may|could|would) be (interesting|of interest|an option|a good fit|something) for (you|your|hall|line|plant)|would (already )?do the trick|(last|lasts) (you )?(twice|longer|three times)
    rather than [^,]{3,50}, (we|you)( could| can| might| would)|(we|i)( could| can|'d| would)( also)? (build|write|make|design|set up|run|do|take over|manage|keep|hold|offer) (you|for you|your|the (sorting|kitting|stock))|if you (\w+ed|went|took|used)[^,]{3,50},? you('d| would| could) (save|avoid|cut|need|get|have|gain)
    why not (try|switch|take|use|start|change|move|combine|split|let us|run|test|go|blend|have us)
    (one|another|an|a|my|our|a better|a different|a cheaper|one more|a possible) (idea|thought|suggestion|recommendation|alternative|option\
|possibility|solution|approach|way (out|around it|around this|forward))( for you| here| worth considering| could| might| may| would)*( be)?( is)?\
( to|:| would be| could be| might be)
    (it|this) (might|may|could|would) (be|well be) (worth(while)?|worth your while|an idea|wise|better|sensible|cheaper|interesting( for you)?)\
( to| for you to| if you| considering| trying| looking| having)
    (you|your (plant|team|people|operators|mill|line)) (could|might|can|would)( also| probably| easily| then| even| perhaps)* \
(save|cut|reduce|avoid|gain|win|shorten|lower|get (rid|around|by|away)|improve|benefit|do without|switch|try|replace|skip|use .{1,40} instead)
    (you|your (plant|team|people)) (might|may) (want|like|wish) to (consider|try|think about|look (at|into)|switch|change|test|use|add|replace)
    (you|we) should (consider|think about|try|look (at|into)|switch|explore)|(worth|please) considering
    (please|do) consider (switching|using|trying|a|an|the|our)
    (we|i) (could|can|might|may)( also| then| perhaps| instead| easily| even)* (offer( you)?( a| an| to)|hold|keep (a|an|some|stock|one|two)|stock|store\
|deliver (smaller|in|twice|weekly|more)|ship (smaller|in|earlier)|split|supply( you)?( with)? (a|an|from)|lend|train|blend|pre-?blend|screen\
|put (a|an) (stock|consignment)|(run|do) a trial|send (one of )?our (technician|engineer|specialist)|install|arrange (a|for) (trial|consignment))
    (would|could) it help( you)? (if|to)|(would|could) (a|an) ([\w-]{1,18} ){1,5}(help|solve|be of (interest|use)|be an option|work for you)
    (other|similar|several|some of our|two|three|four|five|six|many|most of our|a few|a number of)( \w+)? (plants|customers|mills|sites|users)\
( like (you|yours)| with the same \w+)?( have| had)? (solved|cut|reduced|saved|switched|had good|found|use|do|did|moved|changed|stopped|went)
    (there is|there's|i see|we see) (a|an|another) (better|cheaper|simpler|easier|different|quicker|faster|safer) (way|solution|option|alternative|grade|route)
    """
)
_NOT_SUGGESTED = gated(r"""
    (what(?! if)|which|how(?! about)|when|where|who) [^?]{0,80} (we|i) (can|could|may|might)
    (suggest|propose|recommend):?(?=\W*$)
    (you|he|she|they|as you|customer) (suggested|recommended|proposed|advised)|(as|was|were|been|have|had|has) (suggested|recommended|proposed)
    (not|never|wouldn't|don't|cannot|can't) (recommend|suggest|advise|consider|propose)
    (suggest|propose|recommend)( that)?( we| you| a| to|:)?( \w+){0,2} (meet|meeting|call|talk|speak|monday|tuesday|wednesday|thursday|friday\
|lunch|dinner|visit|time|date|\d{1,2}(:\d\d)? ?(am|pm|h|o'clock))
""")


def find(passage: Passage) -> Iterator[Found]:
    """Find the solutions that we proposed, at most one a sentence; nothing in what they wrote. Always OURS."""
    if not passage.by_us:
        return
    for sentence in sentences(passage):
        if not _CUES.isdisjoint(sentence.stems):
            yield from _suggestion(passage, sentence)


def _suggestion(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    cue = _SUGGESTED.search(sentence)
    if cue is None or is_quoted(sentence.plain, cue.start()) or _NOT_SUGGESTED.search(sentence):
        return
    if meeting.cue_of(sentence):
        return
    what = what_of(sentence, cue.end(), []) or what_of(sentence, cue.start(), [])
    because = f"{said(sentence.text[cue.start() : cue.end()])} proposes a solution."
    yield whole_sentence(passage, sentence, _BY, because, {"what": what}, side=Side.OURS)
