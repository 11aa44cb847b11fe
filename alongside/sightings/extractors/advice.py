"""Does the writer ask for the other's opinion, recommendation or experience?

A sign of trust when a customer asks it of us. "Please advise the ETA" asks for information, not for advice.
"""

from collections.abc import Iterator

from alongside.sightings.contract import Found, Passage
from alongside.sightings.extractors.clauses import Extractor, is_quoted, said, what_of, whole_sentence
from alongside.sightings.extractors.needed import gated
from alongside.sightings.extractors.sentences import Sentence, cues, sentences
from alongside.vocabulary import SightingKind

NAME = "advice"
VERSION = 1
_BY = Extractor(SightingKind.ADVICE_SOUGHT, NAME, VERSION)

_CUES = cues(
    """dealing worried wondering reckon practice usual matter specialist guidance suggest guide recommend suggestion advice advise opinion think view views thoughts experience experiences input take judgment judgement expert
    brain guidance wisdom place feedback idea ideas come know prefer shoes choose would should better wise worth curious counsel tips"""
)

_SOUGHT = gated(
    r"""
    (what|which|how|where|who|whom|when)( \S+){0,6} (would|do|could|can|should) YOU( personally| normally| usually| typically)? \
(recommend|suggest|advise|propose|prefer|choose|pick|use|do|approach|handle|tackle|go about|go for|go with)\
(?! (for (lunch|dinner)|this weekend|tonight|do it by|you))
    (would|do|could|can) YOU( please| perhaps| possibly)? (recommend\
|advise( us| me)?( on| which| what| how| whether| if we should| against| about)|suggest (a|an|any|some|something|which|what|how|another|other|where|who))
    (please|kindly) (recommend|advise( us| me)? (on (how|which|what|whether|the best)|which|how (best|to|we should)|what (we should|to|would)\
|whether (we|it|to)))
    what do you think|how do you (see|think|feel about)|what('s| is| are| would be) (your|the) (honest |own |personal |professional )?OPINION
    (i|we)('d| would| should)?( also| really| very much| be| always| greatly| just)* \
(like|love|value|appreciate|welcome|interested in|glad of|grateful for|need|want|curious (about|to hear)|keen (on|to hear))\
( to)?( have| hear| get| know| ask( for)?)? (your|some|the benefit of your)( \S+){0,3} (OPINION|input|experience|expertise|ideas|insights?)
    (like|love|want|need|interested|curious|keen|good|glad) to (hear|know|learn|get)( what| how) (you|your people) (think|would|see|feel)
    (your|any) (OPINION|ideas) (on|about|as to|regarding|concerning|for|how|would|will|here|in this|is|are)\
(?=[^.]{0,100}(\?|welcome|appreciat|helpful|need|valu|useful|$))
    (any|what|some) (OPINION|ideas|tips|experience)( \S+){0,8}(?=\?)
    (ask|asking|seek|seeking|need|want|get|getting|have|hear|hearing|give (me|us)|let (me|us) have|share|offer|send (me|us)|like|love|for|after) \
(for )?your( \S+){0,2} (OPINION|expertise|counsel)
    (do|does|did|have|has) (anyone|anybody|your (other )?(people|team|lab|plant|engineers|customers)|you)( guys| ever| perhaps| already)? \
(have|had|got|know|seen|come across|heard|dealt with|run into|tried|worked with)( of| any| an?| some| something| similar| much| good)*( \S+){0,3} \
(experience|ideas?|suggestions?|recommendations?|advice|similar|like this|this before|with this|other plants|other customers|elsewhere|in your)
    (do|does|would) (you|anyone|anybody|your \w+)( happen to)? know( of)? (a|an|any|some) (good|reliable|decent|better|trustworthy|suitable|proven)
    (in|from) your (experience|opinion|view|judge?ment|professional opinion)(?=[^.]{0,200}\?)|(what|how)( is| are|'s| has been)? your experience (with|of)
    (let me know|let us know|tell me|tell us) (what you (think|would (do|recommend|suggest|advise))|your (OPINION|ideas))
    (pick|picking) your brain|(value|trust|respect) your (OPINION|expertise)|you('re| are) the experts?[^.]{0,60}(\?|what|how|which)
    how (are|do|did) (other|others|other (\w+ )?(customers|plants|companies|dairies|mills|bakeries)|the others|people|most)( \w+){0,3} (dealing|deal|handle|handling|cope|coping|do|doing|solve|manage|managing)
    should (we|i) be (worried|concerned)|is (it|this|that) (worth|wise|safe|advisable|a good idea|better|sensible|normal)( \w+){0,2} (?=[^.]{0,100}\?)|what do you (say|make of|reckon|suggest|advise)|do you reckon|would you (go|opt) for|your (take|view|thoughts)(?=\?|$)
    (kindly|please|pls) (suggest|recommend|guide|advise which|advise what|advise how)|guidance (on|for|regarding|in)|(could|can) use your (advice|opinion|expertise)|what is the (usual|best|common|standard|normal) (practice|way|approach)|(does|would|will) it (matter|make (a|any) difference|make sense)(?=[^.]{0,120}\?)
    have you (come across|seen|had|met)( \w+){0,4} (before|elsewhere)|(how|what) would you (go about|do about|do with)|(can't|cannot) decide (between|whether|which)|(wondering|not sure|unsure) (if|whether) (we|it)('re|'d| are| is| would| should)? (better|be better|worth|wise)|(whom|who) should we (talk|speak|turn)( first)? to|better way to (do|handle)
    what (should|shall|do) we (ask|do|say|tell|answer|propose|offer)(?=[^.]{0,120}\?)|let (me|us) know what you (think|would do)|what would you do|(do|would) you think (we|it|that|this)( \S+){0,2} \
(should|would|could|can|might|makes? sense|is (worth|wise|better|a good|possible|feasible|advisable|necessary|enough))
    (would|could) (it|this) (make sense|be (wise|better|worth|advisable)|help) (to|if|for us)(?=[^.]{0,200}\?)
    (are|is) (we|it|this) better (off|to)(?=[^.]{0,200}\?)|should we (rather |better |really |still )?\
(use|go for|choose|switch|change|replace|keep|stay|move to|try|stick|take|pick|install|worry)(?=[^.]{0,200}\?)
    """,
    named={
        "YOU": "you|you guys|your (people|team|experts|lab|engineers)",
        "OPINION": "thoughts?|opinions?|views?|take|feeling|advice|recommendations?|assessment|impression|reaction|guidance|judge?ment"
        "|perspective|suggestions?",
    },
)
_NOT_SOUGHT = gated(r"""
    will (united|city|they|he|she) (win|lose)|on sunday|(thank you|thanks|many thanks) for (your|the)|please advise (the |your |of |if |when |by |us (of|when|if|by))
    (do|did) you think (i|he|she|they|you)|what do you think (you|he|she|they|happened|i am|i'm)|(don't|do not) think|who do you think
    (we|i)('d| would| can| could| might)? (recommend|suggest|advise) (that|you|to|using|the|a)
""")


def find(passage: Passage) -> Iterator[Found]:
    """Find where advice is sought, at most once a sentence: THEIRS when they ask us, OURS when one of us asks."""
    for sentence in sentences(passage):
        if not _CUES.isdisjoint(sentence.stems):
            yield from _advice(passage, sentence)


def _advice(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    cue = _SOUGHT.search(sentence)
    if cue is None or is_quoted(sentence.plain, cue.start()) or _NOT_SOUGHT.search(sentence):
        return
    because = f"{said(sentence.text[cue.start() : cue.end()])} asks for an opinion or a recommendation."
    yield whole_sentence(passage, sentence, _BY, because, {"what": what_of(sentence, cue.start(), [])})
