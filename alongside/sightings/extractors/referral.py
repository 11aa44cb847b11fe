"""Does the writer bring two people together: an introduction, a name passed on, "you should talk to X at Y"?

`referred_name` is the person named; without a name there is no referral. Who they are is not decided here.
"""

import re
from collections.abc import Iterator

from alongside.sightings.contract import Found, Passage
from alongside.sightings.extractors.clauses import Extractor, is_quoted, said, whole_sentence
from alongside.sightings.extractors.needed import gated
from alongside.sightings.extractors.people_names import company_after, person_in
from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import Sentence, cues, sentences
from alongside.vocabulary import SightingKind

NAME = "referral"
VERSION = 1
_BY = Extractor(SightingKind.REFERRAL, NAME, VERSION)

REACH_CHARS = 60
"""Characters after the words ("you should talk to") in which the name is looked for."""

_CUES = cues(
    """bring include included including drop told take coordinate liaise pointed steered person cc adding introduce introducing name names talk speak contact touch meet recommended refer referred connect copy copying copied cc best right
    suggested mention mentioned reach loop looping adding passed gave given details number introduction approach turn call ask asked"""
)

_NAMES_NEXT = gated(r"""
    (let me|i'd like to|i would like to|i want to|may i|allow me to|i wanted to|happy to|i'll|i will|i can|we can|we'd like to|pleased to|glad to)\
( also| quickly| just| hereby)? (introduce|connect|put)( you| your)?( both| two| all| in touch)?( to| with)?
    (this is to introduce|i am introducing|i'm introducing|by way of introduction)( you)?( to)?
    (copying( in)?|cc'?ing|i've copied|i have copied|i've cc'?d|i cc'?d|i copy|looping in|in copy is|on copy is|in cc is|cc'?d( here)? is)( in)?
    (you (should|might want to|may want to|could|ought to|must|need to|can)|i suggest( that)? you|i('d| would) (suggest|recommend)( that)?( you)?\
|why don't you|it('s| is) best to|best to|worth)( also| really| perhaps| maybe)? \
(talk|talking|speak|speaking|call|contact|contacting|get in touch|reach out|meeting|approach|ring|try|turn)( to| with)?
    (get|got|put|putting|getting) (in touch|you in touch|in contact) with
    (gave|passed|given|forwarded|have given|have passed|mentioned|handed|dropped|recommended|shared|sent)( on)? (your|you)( \w+){0,2}\
( name| details| contact| contact details| number| address| card| company)?( on| along)? (to|with)
    (put|added|adding|i've put|i've added|bring|bringing|included|include|including|have put|have added)( in)? (?=[^.]{1,30} (in|on|to) (the )?(cc|copy|loop|thread|this (mail|email|thread)|here)|[^.]{1,30} here,? who)|cc(ing|'ing)?:?
    (the )?(person|man|woman|one|lady|guy|contact) (to (speak|talk|contact|ask|see|call|approach)( to| with)?|you (want|need)|in charge)( \w+){0,5} (is|would be|will be)|(i'm|i am) not the right (person|one|contact)[^.]{0,12}(try|ask|contact|talk to|speak to|call)
    (best|right|correct) (person|contact|man|woman|colleague|one)( \w+){0,6} (is|would be|will be)
    (i|we) (was|were) (referred|introduced|recommended|pointed|directed) to you by|(referred|recommended|introduced)( to)? (me|us|you) (to you )?by
    (got|have|received|was given|were given|had|obtained) your (name|contact|details|number|address|contact details|email)( address)? (from|through|via|by)
    (you should |please |do |(?<=^))meet
""")
_NAME_BEFORE = gated(r"""
    (told|said|mentioned|suggested|thought|felt)( to)?( me| us)?( that)? you (might|may|could|would|need|are|were|can|should)|(asked|asking) (me|us) (who|which|whom) (we|i)|(pointed|sent|steered|referred) (me|us) (to you|your way|in your direction)|can (give|tell|help) you( the| with)?
    (suggested|recommended|advised|told me|said|asked me|asked) (that )?(i|we|me to|us to|to)( should| could)? \
(contact|get in touch with|talk to|write to|call|reach out to|speak (to|with)|turn to|approach|introduce myself to) (you|your)
    (recommended|mentioned|speaks highly of|spoke highly of|praised) (you|your (company|team|firm|name|work|services))(?! (to|as))
""")
_TURN_TO = gated(r"""
    (?<=^)(please |do |kindly |pls |just |best to )?((talk|speak|turn|write) to|contact|ask for|coordinate with|liaise with|get hold of|go through|take (this|it|that) up with|drop|approach)( our \w+)?
    best (to )?(go through|contact|ask|call)|(questions|matters|issues|enquiries|things),? (please )?(contact|call|ask|speak to|talk to)
""")
_WHO_IS = re.compile(
    r",? (?:who|she|he)\b|, (?:our|the|my|their|head|director)\b| at [A-Z]| (?:from|of) [A-Z]| (?:at|in|of) (?:the|our|my)\b|, [\w.]+@| a line\b|up with our\b"
)
"""What tells that a bare "talk to Greta" brings people together: who she is, or where."""

_NO_PERSON = any_of(r"""
    ((our|the|your) )?(\w+ )?(support|help ?desk|hotline|office|service|department)|me|him|her|them|us|someone|somebody|everyone
""")


def find(passage: Passage) -> Iterator[Found]:
    """Find the referrals in what was said, at most one a sentence; each names the person in `referred_name`."""
    for sentence in sentences(passage):
        if not _CUES.isdisjoint(sentence.stems):
            yield from _referral(passage, sentence)


def _referral(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    for cue, name in _named(sentence):
        if name and not is_quoted(sentence.plain, cue.start()):
            company = company_after(sentence.text, cue.end(), len(sentence.text))
            what = f"{name} at {company}" if company and company not in name else name
            because = f"{said(sentence.text[cue.start() : cue.end()])} brings {name} and the reader together."
            yield whole_sentence(passage, sentence, _BY, because, {"referred_name": name, "what": what})
            return


def _named(sentence: Sentence) -> Iterator[tuple[re.Match[str], str]]:
    """Give the words that refer, each with the person whom they refer to."""
    for cue in _NAME_BEFORE.finditer(sentence):
        yield cue, person_in(sentence.text, 0, cue.start())
    for cue in _NAMES_NEXT.finditer(sentence):
        if not _NO_PERSON.match(sentence.plain, cue.end() + 1):
            yield cue, person_in(sentence.text, cue.end(), cue.end() + REACH_CHARS)
    for cue in _TURN_TO.finditer(sentence):
        if _WHO_IS.search(sentence.text, cue.end()):
            yield cue, person_in(sentence.text, cue.end(), cue.end() + REACH_CHARS)
