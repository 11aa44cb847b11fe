"""Does the writer promise to do something?

Counts: "I will ...", "let me find out", "you will have it by Friday", "leave it with me", "our lab will send ...". Does not count:
where the writer will be, what happens by itself, questions, conditions, courtesies. Whether it is kept is not decided here.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from alongside.sightings.contract import Due, Found, Passage
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
from alongside.sightings.extractors.deed_words import deed_at
from alongside.sightings.extractors.sentences import Sentence, cues, sentences
from alongside.vocabulary import SightingKind

NAME = "promise"
VERSION = 1
_BY = Extractor(SightingKind.PROMISE, NAME, VERSION)

_CUES = cues(
    """will ll shall let going gonna leave promise expect consider back sending shipping calling forwarding delivering dispatching
    issuing undertake commit allow word on"""
)

_FUTURE = (
    r"(?:'ll| will| shall|'m going to| am going to|'re going to| are going to| promise to| undertake to| commit to)"
)
_SELF_WILL = re.compile(rf"(?<![\w'])(?:i|we){_FUTURE}(?![\w'])")
_BARE_WILL = re.compile(r"(?:^|[-–—,;:.(] |\band |\bbut |\bso )(?P<cue>will|shall|gonna)(?= )")
_LET_ME = re.compile(
    r"(?<![\w'])(?:let me|let us(?= (?:check|find|look|get back|come back|see|ask|talk|confirm|verify))|allow me to|allow us to)(?= )(?! (?:know|have|introduce|explain|tell|say|give|put it|add|share|help|keep|know|see you|show))"
)
_OUR_WILL = re.compile(
    r"(?<![\w'])(?P<who>(?:our (?!side|hope|goal|aim|problem|cost|price|need|understanding)|my (?:colleague|assistant|boss|team|manager|office)\b"
    r"|the (?:lab|team|factory|mill|plant|warehouse|accounts department|sales team|office)\b)(?: ?[\w'-]{1,18}){0,4}?)(?: will| is going to| are going to)(?= )"
)
_NAMED_WILL = re.compile(
    r"(?<![\w'])(?!(?:This|That|These|It|He|She|They|Which|Who|What|You|One|There|We|And|But|So|If)\b)"
    r"(?:[A-Z][a-z'-]{1,18} ){1,3}(?:will|is going to)(?= )"
)
_TO_YOU = re.compile(
    r"(?:send|call|contact|give|email|ring|forward|bring|update|visit|help|inform|show|brief) (?:[\w'-]{1,20} ){0,3}?you\b|(?:get|come|be) back to you|let you know|be in touch|follow up with you"
)
_GOODS_WILL = re.compile(
    r"(?<![\w'])(?P<what>(?:(?:the|your|our|all|both|these|those|a|an) (?:[\w'/-]{1,20} ){0,6}?(?!vessel|ship\b|meeting|decision|news|mail|email"
    r"|feedback|information|request|emails|messages?|account|card|members?|updates|prize|we|i|you|they|he|she|it|who|which|that|and)[\w'/-]{2,20}"
    r"|payment|delivery|shipment|replacements?|samples|parts|invoices?|drawings|the rest))(?: will| shall|'ll) (?:also |then |now |all )?"
    r"(?P<verb>follow|go out|leave our|reach you|be with you|ship|arrive at your|be (?:sent|shipped|dispatched|despatched|delivered|issued|paid"
    r"|transferred|replaced|ready|forwarded|emailed|corrected|refunded|credited|submitted|supplied|signed|returned|repaired|on (?:its|their) way|in your"
    r"|made(?<=payment will be made)))(?![\w'])"
)
_YOU_WILL = re.compile(
    r"(?<![\w'])you(?:'ll| will| shall) (?:then |also |certainly |definitely )?(?:have|get|receive|hear) "
    r"(?P<object>(?:it|them|this|these|the|our|an?|your|my|everything|all|news|word|from|back from|confirmation|prices|both)\b"
    r"(?! e-?mail| (?:\w+ )?e-?mail| message| notification))"
)
_EXPECT = re.compile(
    r"(?:^(?:so |and |please )?|\byou (?:can|may|should) )expect (?P<object>(?:it|them|this|the|our|my|an?|word|news)\b)"
)
_SHORT = re.compile(
    r"^(?:ok|okay|yes|sure|fine|great|thanks|of course|no problem|understood|noted|absolutely|all ?right|right|certainly)?[ ,.!:–—-]{0,3}"
    r"(?P<cue>will do|(?:just )?leave (?:it|this|that|the rest) (?:with|to) (?:me|us)|i'm on it|i am on it|we're on it|on it\W*$|consider (?:it|this) done"
    r"|back to you|you have my word)(?![\w'])"
)
_DOING = re.compile(
    r"(?<![\w'])(?:i'm|i am|we're|we are) (?:also |now )?(?P<deed>(?:sending|shipping|calling|forwarding|delivering|dispatching|issuing)\b)(?! (?:on|upon|for|all)\b)"
)

_OF_SELF = re.compile(r"(?:(?:yes|ok|okay|sorry|thanks|sure)[, -]+)?(?:i|we|i'm|we're|i've|we've)\b")

_UNSURE_BEFORE = re.compile(
    r"\b(?:if|whether|unless|hope|hopes|hoping|doubt|sure|unlikely|think|know|believe|expect|wish|guess|suppose|assume|assuming|how|what"
    r"|where|why|who|which|than|that|imagine|say|says|said|asks?|asked|case|and how|afraid)(?: that)? $"
)
_CONDITION = re.compile(
    r"(?:^|[,;(] ?|\bbut |\band )(?:if|should (?:you|there|we|i|the|any|it)|unless|in case|in the event|provided|whenever|anytime)\b(?! not\b| so\b)"
)
_IDLE = re.compile(
    r"let you know (?:if|should|whenever) (?:i|we|anything|something|there|things|that changes|any)\b(?! (?:can|could|will|would)\b)"
    r"|see (?:how|what|if|whether|that|who|when)\b(?! (?:i|we|our|my)\b)|keep (?:it|this) (?:short|brief|simple)|find (?:it|that|this|the attached|you)\b"
    r"|give you (?:that|a hint|credit)|tell you (?:what(?=[.,:!]|$)|that|this much|one thing|now)\b|have (?:a|the (?:opportunity|chance|pleasure)|my|it all)\b"
    r"|make it (?:to|there|home|in|on)\b|take (?:it|that|this) (?:as|that|you)|put it (?:this|that)|get (?:it|the|a) (?:chance|job|done eventually)"
    r"|do (?:my own|the same|well|so well)|pass on (?:this|that)|answer any questions|have you know|let the .{1,30} speak|get to (?!the bottom)"
)
_NOT_HAD = re.compile(
    r"(?:an?|the) (?:great|good|nice|lovely|wonderful|problem|chance|look|idea|question|choice|lot|hard|blast|opportunity|option|right|ability|best)\b"
    r"|this (?:message|e?-?mail)|the message|it (?:easy|all)\b|your (?:hands|say)"
)


class _Cue(NamedTuple):
    """The words that promise (start, end) and where the deed begins; `prefix` is the verb where the text has none."""

    start: int
    end: int
    deed: int
    prefix: str = ""
    what: str = ""
    needs_due: bool = False


def find(passage: Passage) -> Iterator[Found]:
    """Find the promises in what was said, at most one a sentence: OURS when one of us wrote it, else THEIRS."""
    for sentence in sentences(passage):
        if not sentence.is_question and not _CUES.isdisjoint(sentence.stems):
            yield from _promise(passage, sentence)


def _promise(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    for cue in _cues(sentence):
        if is_quoted(sentence.plain, cue.start) or _CONDITION.search(sentence.plain, 0, cue.start):
            continue
        dues = dues_of(passage, sentence)
        due = due_after(passage, sentence, cue.start, dues)
        if due or not cue.needs_due:
            what = cue.what or cue.prefix + what_of(sentence, cue.deed, dues)
            because = _because(sentence.text[cue.start : cue.end], due)
            yield whole_sentence(passage, sentence, _BY, because, {"what": what, **due_detail(due)})
            return


def _because(words: str, due: Due | None) -> str:
    if due is None:
        return f"{said(words)} is a promise, without a date."
    return f"{said(f'{words} … {due.words}')} is a promise with a date."


def _cues(sentence: Sentence) -> Iterator[_Cue]:
    """Give the places that promise something, the plainest form first."""
    for needed, reading in _READINGS:
        if not needed.isdisjoint(sentence.stems):
            yield from reading(sentence)


def _self_will(sentence: Sentence) -> Iterator[_Cue]:
    plain = sentence.plain
    for cue in _SELF_WILL.finditer(plain):
        if not _UNSURE_BEFORE.search(plain, max(0, cue.start() - 30), cue.start()):
            yield from _deed_after(plain, cue.start(), cue.end())
    for cue in _BARE_WILL.finditer(plain):
        if cue.start("cue") == 0 or _OF_SELF.match(plain):
            yield from _deed_after(plain, cue.start("cue"), cue.end())


def _deed_after(plain: str, start: int, end: int) -> Iterator[_Cue]:
    deed = deed_at(plain, end)
    if deed and not _IDLE.match(plain, deed.start):
        yield _Cue(start, deed.end, deed.start)


def _let_me(sentence: Sentence) -> Iterator[_Cue]:
    for cue in _LET_ME.finditer(sentence.plain):
        yield from _deed_after(sentence.plain, cue.start(), cue.end())


def _you_will(sentence: Sentence) -> Iterator[_Cue]:
    """Read "you will have it by Friday" as the writer's deed: it counts with a date, or when word is promised."""
    for pattern in (_YOU_WILL, _EXPECT):
        for cue in pattern.finditer(sentence.plain):
            if "from" in cue["object"]:
                yield _Cue(cue.start(), cue.end(), cue.end(), what="get back to them")
            elif not _NOT_HAD.match(sentence.plain, cue.start("object")):
                yield _Cue(cue.start(), cue.end(), cue.start("object"), prefix="let them have ", needs_due=True)


def _short(sentence: Sentence) -> Iterator[_Cue]:
    cue = _SHORT.match(sentence.plain)
    if cue:
        comes_back = cue["cue"].startswith("back")
        what = "get back to them" if comes_back else "see to it"
        yield _Cue(cue.start("cue"), cue.end("cue"), cue.end(), what=what, needs_due=comes_back)


def _goods_will(sentence: Sentence) -> Iterator[_Cue]:
    """Read "the parts will be shipped" as the writer's deed: to see that the parts are shipped."""
    for cue in _GOODS_WILL.finditer(sentence.plain):
        goods, verb = sentence.text[cue.start("what") : cue.end("what")], cue["verb"]
        are = "are" if goods.endswith("s") and not goods.endswith("ss") else "is"
        done = verb[3:] if verb.startswith("be ") else "sent"
        yield _Cue(cue.start(), cue.end(), cue.end(), what=f"see that {goods[:1].lower()}{goods[1:]} {are} {done}")


def _team_will(sentence: Sentence) -> Iterator[_Cue]:
    for cue in _OUR_WILL.finditer(sentence.plain):
        yield from _deed_after(sentence.plain, cue.start(), cue.end())


def _named_will(sentence: Sentence) -> Iterator[_Cue]:
    """Read "Mark will call you on Thursday": a name with a capital, and a deed done to the reader."""
    for cue in _NAMED_WILL.finditer(sentence.text):
        deed = deed_at(sentence.plain, cue.end())
        if deed and _TO_YOU.match(sentence.plain, deed.start):
            yield _Cue(cue.start(), deed.end, deed.start)


def _doing(sentence: Sentence) -> Iterator[_Cue]:
    """Read "we are shipping it on Monday"; without a day it tells what is going on and promises nothing."""
    for cue in _DOING.finditer(sentence.plain):
        verb = _BASE.get(cue["deed"], cue["deed"].removesuffix("ing"))
        yield _Cue(cue.start(), cue.end(), cue.end(), prefix=verb + " ", needs_due=True)


_BASE = {"shipping": "ship", "issuing": "issue"}
"""Verbs whose plain form is not the -ing form without its ending."""

_WILL_CUES = cues("will ll shall going gonna promise undertake commit")
_READINGS: tuple[tuple[frozenset[str], Callable[[Sentence], Iterator[_Cue]]], ...] = (
    (_WILL_CUES, _self_will),
    (cues("let allow"), _let_me),
    (cues("will ll shall expect"), _you_will),
    (cues("will leave on consider back word"), _short),
    (cues("will ll shall"), _goods_will),
    (cues("will going"), _team_will),
    (cues("will going"), _named_will),
    (cues("sending shipping calling forwarding delivering dispatching issuing"), _doing),
)
"""The ways to promise, each with the cues that it needs."""
