"""Do we propose a solution that they did not ask for?

Only what one of us wrote is read. Counts: "may I suggest", "we would recommend", "have you considered". Does not count: proposals of a
day to meet, and recommendations about trifles.
"""

from collections.abc import Iterator

from alongside.sightings.contract import Found, Passage
from alongside.sightings.extractors import meeting
from alongside.sightings.extractors.clauses import Extractor, is_quoted, said, what_of, whole_sentence
from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import Sentence, sentences
from alongside.vocabulary import Side, SightingKind

NAME = "suggestion"
VERSION = 1
_BY = Extractor(SightingKind.SUGGESTION, NAME, VERSION)

_GATE = ("suggest", "recommend", "propos", "consider", "what if", "why not", "idea", "alternative", "could save", "would save", "might be worth", "may be worth", "worth",
    "how about", "would it help", "option", "solution", "thought of", "advise", "could switch", "might want to", "may want to", "could help you", "instead", "you could", "we could")  # fmt: skip

_SUGGESTED = any_of(r"""
    (may|might|can|could) (i|we)( also| perhaps| therefore)? (suggest|propose|recommend)
    (i|we|our (lab|engineers?|team|experts?|technical (team|people)))('d| would|'ll| will| can| could| might| may)?( also| strongly| therefore| rather| like to| want to| still| however| really)* (suggest|recommend|propose|advise)(?! (you (check|contact|call|ask|see)|against it|him|her|them))
    (have|had) you( ever| perhaps| already| guys)? (considered|thought (of|about)|looked (at|into)|tried|explored|evaluated)
    (what|how) about (switching|trying|using|changing|moving|replacing|adding|installing|splitting|combining|blending|storing|keeping|holding|a (trial|test|switch|blend|different|smaller|larger|consignment))|what if (we|you|your|our)
    why not (try|switch|use|start|change|move|combine|split|let us|run|test|go|blend|have us)
    (one|another|an|a|my|our|a better|a different|a cheaper|one more|a possible|the best) (idea|thought|suggestion|recommendation|alternative|option|possibility|way|solution|approach|way (out|around it|forward))( for you| here| worth considering| could| might| may| would)*( be)?( is)? (to|would be|could be|might be|is|:)
    (it|this) (might|may|could|would) (be|well be) (worth(while)?|worth your while|an idea|a good idea|wise|better|sensible|cheaper|interesting( for you)?)( to| for you to| if you| considering| trying| looking| having)?
    (you|your (plant|team|people|operators|mill|line)) (could|might|can|would)( also| probably| easily| then| even| perhaps)* (save|cut|reduce|avoid|gain|win|shorten|lower|get (rid|around|by|away)|improve|benefit|do without|switch|try|consider|replace|skip|use .{1,40} instead)
    (you|your (plant|team|people)) (might|may) (want|like|wish) to (consider|try|think about|look (at|into)|switch|change|test|use|have|keep|move|add|replace)
    (you|we) should (consider|think about|try|look (at|into)|switch|explore)|(worth|please) considering|(please|do) consider (switching|using|trying|a|an|the|our)
    (we|i) (could|can|might|may)( also| then| perhaps| instead| easily| even)* (offer (you )?(a|an|to)|hold|keep|stock|store|deliver (smaller|in|twice|weekly|more)|ship (smaller|in|earlier|it)|split|supply (you )?(with )?(a|an|from)|lend|set up (a|an|your)|train|blend|pre-?blend|screen|put (a|an) (stock|consignment)|run a trial|do a trial|send (one of )?our (technician|engineer|specialist)|install|arrange (a|for) (trial|consignment))(?! (a |the )?(call|meeting|copy))
    (would|could) it help (you )?(if|to)|(would|could) (a|an|it) ([\w-]{1,18} ){1,5}(help|solve|be of (interest|use)|make sense|be an option|work for you)
    (what|something) (other|similar|several|some)( \w+)? (plants?|customers?|mills?|users|companies) (do|did|have done|are doing|found|use)( \w+){0,2} (is|to|that|was)|(other|similar|several|some of our)( \w+)? (plants|customers|mills|users) (have )?(solved|cut|reduced|saved|switched|had good|found|use|do|moved)
    (there is|there's|i see|we see) (a|an|another) (better|cheaper|simpler|easier|different|quicker|faster|safer) (way|solution|option|alternative|grade|route)
""")
_NOT_SUGGESTED = any_of(r"""
    (you|he|she|they|as you|joe|customer) (suggested|recommended|proposed|advised)|(as|was|were|been|have|had|has) (suggested|recommended|proposed|advised)|(not|never|wouldn't|don't|cannot|can't) (recommend|suggest|advise|consider|propose)
    (suggest|propose|recommend)( that)?( we| you| a| to|:)?( \w+){0,2} (meet|meeting|call|talk|speak|monday|tuesday|wednesday|thursday|friday|lunch|dinner|visit|time|date|\d{1,2}(:\d\d)? ?(am|pm|h|o'clock))
""")


def find(passage: Passage) -> Iterator[Found]:
    """Find the solutions that we proposed, at most one a sentence; nothing in what they wrote. Always OURS."""
    if not passage.by_us:
        return
    for sentence in sentences(passage):
        if any(word in sentence.plain for word in _GATE):
            yield from _suggestion(passage, sentence)


def _suggestion(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    cue = _SUGGESTED.search(sentence.plain)
    if (
        cue is None
        or is_quoted(sentence.plain, cue.start())
        or _NOT_SUGGESTED.search(sentence.plain)
        or meeting.proposes(sentence.plain)
    ):
        return
    because = f"{said(sentence.text[cue.start() : cue.end()])} proposes a solution."
    yield whole_sentence(passage, sentence, _BY, because, {"what": what_of(sentence, cue.end(), [])}, side=Side.OURS)
