"""Does the writer really thank the other for something done?

Counts thanks that name the deed. Does not count: "thanks in advance", a bare "Thanks, Joe", the usual "thank you for your mail".
"""

from collections.abc import Iterator

from alongside.sightings.contract import Found, Passage
from alongside.sightings.extractors.clauses import Extractor, is_quoted, said, what_of, whole_sentence
from alongside.sightings.extractors.needed import gated
from alongside.sightings.extractors.sentences import Sentence, cues, sentences
from alongside.vocabulary import SightingKind

NAME = "thanks"
VERSION = 1
_BY = Extractor(SightingKind.THANKS, NAME, VERSION)

SHORT_CHARS = 60
"""Characters of the deed up to which the reason repeats it."""

_CUES = cues(
    """cheers love loved loves kind nice pleased bacon delighted single perfect hitch star thank thanks thanx thx appreciate appreciated grateful great good well without kudos saved hats owe impressed excellent credit
    compliments meant means made fantastic superb amazing brilliant outstanding helpful indebted thankful obliged"""
)

_THANKS = gated(
    r"""
    (thanks|thank you|thanx|thx|many thanks)( \w+){0,6}? (for|to you|to your)
    (we|i)( all| really| do| truly| very much| sincerely| greatly| just| would| want| wanted| wish| like| to|'d|'m| am|'re| are)* \
(thank|thankful to) (you|your|everyone|all of you|the team)( \w+){0,3} for
    (we|i)( all| really| do| truly| very much| sincerely| greatly| so)* (appreciated?) (your|the|all|how|that you|what you|it)\
(?! if| greatly if| very much if)
    (we|i)( are|'re| am|'m)( all| really| very| so| truly| most| extremely| deeply| much| more than)* (grateful|thankful|indebted|obliged)\
( to you| for| that you)
    (your|the) ... (is|was|has been|were) MUCH*(appreciated|much appreciated)|(much|greatly|really|very much) appreciated
    PRAISE (job|work|effort|turnaround|support|service)( \w+){0,3} (on|with|by|in|from you|you|your|everyone|the)
    (you|your (team|people|guys|colleagues?|crew|lab|driver|technicians?))( guys| really| all| both)? \
(did|have done|were|was|saved|made|have been|has been|went)( us| our| my)?( a| an| MUCH)*\
(PRAISE|day|shutdown|a lot of|extra mile|out of (your|their) way|very helpful|helpful|lifesaver|the (day|shift|month|week))
    (your|the|all your|all the) ... (meant|means|made) (us )?(a lot|so much|very much|all the difference|a (big|huge|real) difference|our (day|week))
    (couldn't|could not|wouldn't|would not)( \w+){0,5} without (you|your)
    (i|we) owe (you|your) (one|a|big|guys|people|team|thanks|dinner|lunch)|(hats off|kudos|compliments|well done|credit) to (you|your|the (team|crew|lab|people))
    (we|i)( were| was| are| am|'re|'m)( all| MUCH)* impressed (by|with|how)
    (cheers|ta|thx|thanks a (million|lot|bunch)|thanks so much|big thank you|big thanks)( \w+)? (for|to|from)|(highly|really|very much|greatly|truly|sincerely|do) appreciate (your|you|the|all|how|everything)(?! (if|a (quick|prompt) reply))
    appreciate (you|your (team|people|guys|crew)) \w+ing|(was|were|is|so|really|very|extremely|how) (very |so |really )?(kind|nice|good|generous|thoughtful|decent) of (you|your)|(my|our|the) (operators?|people|team|guys|crew|boss|customers?|staff|drivers?|kids|wife|colleagues|board|management|engineers?)( \w+){0,2} \
(love|loves|loved|are (delighted|thrilled|happy|over the moon)|(was|were) (very |really )?(impressed|delighted|thrilled))( with| by)? (the|your|it|them|how)
    your (technician|engineer|driver|team|crew|people|guys|fitters?|installers?|trainer|staff|lads?|support|service|colleague \w+) (was|were|is|are|has been|have been)( really| absolutely| just| simply| a| very| so)* (brilliant|great|fantastic|excellent|superb|outstanding|amazing|wonderful|star|stars|legend|terrific|first[- ]class|spot on|helpful)
    (without|haven't had|have not had) a (single )?(hitch|problem|stoppage|glitch|complaint|hiccup|fault)( since)?[^.]{0,40}(kudos|fantastic|great|thanks|brilliant|excellent|well done|!)|saved (my|our) (bacon|day|skin|neck|week|weekend|life)|saved the day|excellent (service|work|job)|kudos|(nice|great|good|excellent) (work|job),? [a-z]+[.!]?(?=$)
    (we're|we are|i'm|i am|i was|we were) (really |very |so |extremely |most |more than )*(pleased|happy|delighted|impressed|thrilled|satisfied) (with|by|about) (the|your|how|what)(?! (idea|prospect|order))|how (pleased|happy|delighted|impressed) (we|i) (am|are|was|were)|(much|most) obliged
    (thanks|thank you) for handling|(are|is) (also |much |very much |greatly )+appreciated|well done (to|on|with|for|everyone|everybody|you|again)|pass (on )?(my|our) thanks to
    """,
    named={
        "PRAISE": "great|good|excellent|fantastic|superb|outstanding|amazing|brilliant|nice|wonderful|terrific|tremendous",
        "MUCH": "( really| very| so| truly| most| much| greatly| just| absolutely)",
    },
)
_COURTESY = gated(
    r"""
    (thanks|thank you|many thanks|thanking you)( \w+){0,4} in advance|in advance for
    (thanks|thank you|thanx|thx|many thanks)( again| so much| very much| a lot| kindly| once again| both| all)*,? for (your|the|this|that|a)?\
 ?(kind |quick |prompt |recent |fast |speedy |early |latest |last |nice |valued |continued |further |usual |swift |careful )*\
(USUAL)(?! (in|to) (sort|help|explain|show|come|visit|walk|meet|answer|prepare|make|fix)| and (help|support)| spent| you)
    (thanks|thank you|thanx|thx|many thanks)( again| so much| very much)?,? for (sending your|getting (back|in touch)|calling|writing|contacting\
|reaching|reading|considering|being a|joining|choosing|using|signing|subscribing|shopping|registering|listening|understanding|coming back)
    (thanks|thank you)( very much)? for (letting (me|us) know|confirming|sending|forwarding) (by|asap|if|as soon|before)
    (would|will|'d|should) (be )?(really |very |much |greatly )*(appreciate|appreciated|grateful|thankful|thank you)|appreciated? (if|it if)
    no,? thank(s| you)|thanks but|thank you but|thank(s| you) for (not|nothing)|thank (god|goodness|heaven)|thank you (note|card|page|email)
    (any|your) (help|advice|assistance|feedback|information|input|support|reply|response)( \w+){0,6} (would|will) be
    """,
    named={
        "USUAL": "e-?mail|mail|message|note|letter|reply|response|answer|enquiry|inquiry|request|interest|attention|time|taking the time"
        "|understanding|patience|consideration|co-?operation|call|voicemail|fax|business|orders?|purchase|info|information|update|query"
        "|question|comments?|text|invitation|rfq|rfp|po|quote|quotation|offer|reminder|confirmation|notice|patronage|membership"
        "|subscription|this|that|it|yours|asking|saying so|letting (us|me) know|forwarding|all this|passing this along"
    },
)


def find(passage: Passage) -> Iterator[Found]:
    """Find the real thanks in what was said, at most one a sentence: THEIRS when they thank us, OURS when one of us thanks."""
    for sentence in sentences(passage):
        if not sentence.is_question and not _CUES.isdisjoint(sentence.stems):
            yield from _thanks(passage, sentence)


def _thanks(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    cue = _THANKS.search(sentence)
    if cue is None or is_quoted(sentence.plain, cue.start()) or _COURTESY.search(sentence):
        return
    deed = what_of(sentence, cue.end(), [])
    words = sentence.text[cue.start() : cue.end()]
    because = f"{said(f'{words} {deed}' if len(deed) < SHORT_CHARS else words)} thanks for something done."
    yield whole_sentence(passage, sentence, _BY, because, {"what": deed or what_of(sentence, cue.start(), [])})
