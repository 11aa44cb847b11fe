"""Does the writer bring two people together: an introduction, a name passed on, "you should talk to X at Y"?

`referred_name` is the person named. A referral within a mail about logistics ("contact the driver") is none.
"""

from collections.abc import Iterator

from alongside.sightings.contract import Found, Passage
from alongside.sightings.extractors.clauses import Extractor, is_quoted, said, whole_sentence
from alongside.sightings.extractors.people_names import company_after, person_in
from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import Sentence, sentences
from alongside.vocabulary import SightingKind

NAME = "referral"
VERSION = 1
_BY = Extractor(SightingKind.REFERRAL, NAME, VERSION)

_GATE = ("introduc", "name to", "your name", "talk to", "speak to", "speak with", "talk with", "contact", "touch with", "meet ", "recommend", "refer", "connect",
    "copy", "cc", "details to", "number to", "best person", "right person", "suggested", "mention", "get hold of", "reach out", "loop")  # fmt: skip

_NAMED = any_of(r"""
    (let me|i'd like to|i would like to|i want to|may i|allow me to|i wanted to|happy to|i'll|i will|i can|we can|we'd like to|pleased to|i am|i'm|glad to|here to)( also| quickly| just| hereby)? (introduc(e|ing)|connect(ing)?|put)( you| your)?( both| two| all| in touch)?( to| with)? ?
    (copying( in)?|cc'?ing|i've copied|i have copied|i've cc'?d|i cc'?d|i copy|copied( in)?( here)?( is)?|looping in|in copy( is)?|on copy( is)?|in cc( is)?|adding)
    (you (should|might want to|may want to|could|ought to|must|need to|can)|i suggest (that )?you|i('d| would) (suggest|recommend)( that)?( you)?|why don't you|it('s| is) best to|best to|please|do|worth)( also| really| perhaps| maybe)? (talk|talking|speak|speaking|call|contact|contacting|get in touch|reach out|meet|meeting|approach|ring|try|turn)( to| with| up with)?
    (get|got|put|putting|getting) (in touch|you in touch|in contact) with
    (gave|passed|given|forwarded|have given|have passed|mentioned|handed|dropped|recommended|shared|sent|give|pass)( on)? (your|you)( \w+){0,2}( name| details| contact| contact details| number| address| card| company| mail address| email)?( on| along| details)? (to|with)
    (best|right|correct) (person|contact|man|woman|colleague|one)( \w+){0,6} (is|would be|will be)
    (i|we) (was|were) (referred|introduced|recommended|pointed|directed) to you by|(referred|recommended|introduced)( to)? (me|us|you) (to you )?by
    (got|have|received|was given|were given|had|obtained) your (name|contact|details|number|address|contact details|email)( address)? (from|through|via|by)
""")
_SUGGESTED = any_of(r"""
    (suggested|recommended|advised|told me|said|asked me|asked) (that )?(i|we|me to|us to|to)( should| could)? (contact|get in touch with|talk to|write to|call|reach out to|speak (to|with)|turn to|approach|introduce myself to) (you|your)
    (recommended|mentioned|speaks highly of|spoke highly of|praised) (you|your (company|team|firm|name|work|pellets|services))
    meet(?= \w+)(?=[^.]{0,60}(who|our (new )?|my colleague|, (head|director|manager|vp)))
""")
_NO_PERSON = any_of(
    "(customer|technical|our|the) (service|support|help ?desk|sales team|hotline|office)|me|him|her|them|us|you (if|for)|someone|somebody"
)


def find(passage: Passage) -> Iterator[Found]:
    """Find the referrals in what was said, at most one a sentence; each names the person in `referred_name`."""
    for sentence in sentences(passage):
        if any(word in sentence.plain for word in _GATE):
            yield from _referral(passage, sentence)


def _referral(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    for pattern, forward in ((_SUGGESTED, False), (_NAMED, True)):
        for cue in pattern.finditer(sentence.plain):
            near = (cue.end(), cue.end() + 60) if forward else (0, cue.start())
            name = (
                person_in(sentence.text, *near)
                or (not forward and person_in(sentence.text, cue.start(), cue.end() + 40))
                or ""
            )
            blocked = forward and (not name or _NO_PERSON.match(sentence.plain, _next(sentence.plain, cue.end())))
            if name and not blocked and not is_quoted(sentence.plain, cue.start()):
                company = company_after(sentence.text, cue.end(), len(sentence.text))
                because = f"{said(sentence.text[cue.start() : cue.end()])} brings {name} and the reader together."
                what = f"{name} at {company}" if company and company not in name else name
                yield whole_sentence(passage, sentence, _BY, because, {"referred_name": name, "what": what})
                return


def _next(plain: str, at: int) -> int:
    return at + 1 if plain[at : at + 1] == " " else at
