"""Does the writer really thank the other for something done?

Counts thanks that name the deed. Does not count: "thanks in advance", a bare "Thanks, Joe", the usual "thank you for your mail".
"""

from collections.abc import Iterator

from alongside.sightings.contract import Found, Passage
from alongside.sightings.extractors.clauses import Extractor, is_quoted, said, what_of, whole_sentence
from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import Sentence, sentences
from alongside.vocabulary import SightingKind

NAME = "thanks"
VERSION = 1
_BY = Extractor(SightingKind.THANKS, NAME, VERSION)

_GATE = ("thank", "appreciat", "grateful", "great job", "good job", "well done", "without you", "kudos", "saved", "hats off", "owe you", "impressed",
    "made my", "made our", "excellent", "credit to", "compliment")  # fmt: skip

_THANKS = any_of(r"""
    (thanks|thank you|thanx|thx|many thanks)( \w+){0,6}? (for|to you|to your)
    (we|i)( all| really| do| truly| very much| sincerely| greatly| just| would| want| wanted| wish| like| to|'d|'m| am|'re| are)* (thank|thankful to) (you|your|everyone|all of you|joe|the team)( \w+){0,3} for
    (we|i)( all| really| do| truly| very much| sincerely| greatly| so)* (appreciated?) (your|the|all|how|that you|what you|it)(?! if| greatly if| very much if)
    (we|i)( are|'re| am|'m)( all| really| very| so| truly| most| extremely| deeply| more than)* (grateful|thankful|indebted|obliged) (to you|for|that you)
    (your|the) ...  ?(is|was|has been|were)( really| very| so| truly| most| much| greatly)* (appreciated|much appreciated)
    (much|greatly|really|very much) appreciated
    (great|good|excellent|fantastic|superb|outstanding|amazing|brilliant|nice|wonderful|terrific) (job|work|effort|turnaround|support|service)( \w+){0,3} (on|with|by|in|from you|you|your|everyone|the)
    (you|your (team|people|guys|colleagues?|crew|lab|driver|technicians?))( guys| really| all| both)? (did|have done|were|was|saved|made|have been|has been|went)( us| our| my)?( a| an| really| so| very| just| absolutely)* (great|fantastic|excellent|superb|amazing|brilliant|tremendous|wonderful|outstanding|terrific|the day|day|shutdown|a lot of|extra mile|out of (your|their) way|very helpful|helpful|so helpful|lifesaver|the shift|month|week)
    (couldn't|could not|wouldn't|would not)( \w+){0,5} without (you|your)
    (i|we) owe (you|your) (one|a|big|guys|people|team|thanks|dinner|lunch)|(hats off|kudos|compliments|well done|credit) to (you|your|the)
    (we|i)( were| was| are| am|'re|'m)( all| really| very| so| most| truly)* impressed (by|with|how)
    well done (to|on|with|for|everyone|everybody|you|joe|again)|pass (on )?(my|our) thanks to|thanks to (your|you) ...
""")
_COURTESY = any_of(r"""
    (thanks|thank you|many thanks|thanking you)( \w+){0,4} in advance|in advance for
    (thanks|thank you|thanx|thx|many thanks)( again| so much| very much| a lot| kindly| once again)*,? for (your|the|this|that|sending your|getting|calling|writing|contacting|reaching|taking|reading|considering|being a|joining|visiting (our|the)|choosing|using|signing|subscribing|shopping|registering|listening|understanding|letting me know (by|asap|if)|confirming (by|asap|receipt)|coming back to (me|us))? ?\
    (kind |quick |prompt |recent |fast |speedy |early |latest |last |nice |valued |continued |further |usual |swift |careful )*(e-?mail|mail|message|note|letter|reply|response|answer|enquiry|inquiry|request|interest|attention|time|understanding|patience|consideration|co-?operation|call|voicemail|voice mail|fax|business|order|orders|purchase|info|information|update|query|question|back|to (me|us|you|this)|in touch|out|with us|comments?|text|invitation|rfq|rfp|order|po|quote|quotation|offer|reminder|confirmation|notice|patronage|membership|subscription|the time)(?! (in sorting|in helping|to sort|to help|and (help|support)|spent|you (spent|took)))
    (would|will|'d|should) (be )?(really |very |much |greatly |very much )*(appreciate|appreciated|grateful|thankful|thank you)|appreciated? (if|it if)|if you[^.]{0,60} appreciated
    no,? thank(s| you)|thanks but|thank you but|thank(s| you) for (not|nothing)|thank (god|goodness|heaven|you letter|you note)|thank you (card|page|email)
    (any|your) (help|advice|assistance|feedback|information|input|support|reply|response)( \w+){0,6} (would|will) be
""")


def find(passage: Passage) -> Iterator[Found]:
    """Find the real thanks in what was said, at most one a sentence: THEIRS when they thank us, OURS when one of us thanks."""
    for sentence in sentences(passage):
        if not sentence.is_question and any(word in sentence.plain for word in _GATE):
            yield from _thanks(passage, sentence)


def _thanks(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    cue = _THANKS.search(sentence.plain)
    if cue is None or is_quoted(sentence.plain, cue.start()) or _COURTESY.search(sentence.plain):
        return
    what = what_of(sentence, cue.end(), [])
    words = sentence.text[cue.start() : cue.end()]
    because = f"{said(f'{words} {what}' if len(what) < 60 else words)} thanks for something done."
    yield whole_sentence(passage, sentence, _BY, because, {"what": what})
