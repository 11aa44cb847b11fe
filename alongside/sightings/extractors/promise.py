"""Does the writer promise to do something?

Counts: "I will ...", "let me find out", "you will have it by Friday", "leave it with me", "our lab will send ...", and with a day also "we
collect it on Monday". Details: who, what, to whom where it is not the reader, by when. Does not count: where the writer will be, what happens by itself, questions, conditions, courtesies. Whether it is kept is not decided here.
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
from alongside.sightings.extractors.needed import Gated
from alongside.sightings.extractors.sentences import Sentence, cues, sentences
from alongside.vocabulary import SightingKind

NAME = "promise"
VERSION = 2
_BY = Extractor(SightingKind.PROMISE, NAME, VERSION)

_CUES = cues(
    """will ll shall let going gonna leave promise expect consider back sending shipping calling forwarding delivering dispatching
    issuing undertake commit allow word on committed intend intention guarantee able should happy glad pleased prepared plan planning aim assured
    promised rest count follow booked give happen bring leaves leave ships goes collect inbox hands desk mailbox dock yard"""
)

_FUTURE = (
    r"(?:'ll| will| shall|'m going to| am going to|'re going to| are going to| promise to| undertake to| commit to"
    r"| can promise(?: you)? (?:that |to )?(?:we will |we'll |i will |i'll )?| guarantee to)"
)
_SELF_WILL = Gated(rf"(?<![\w'])(?:i|we){_FUTURE}(?![\w'])")
_BARE_WILL = re.compile(
    r"\b(?=[wsg])(?:(?<=^)|(?<=[-–—,;:.(] )|(?<=\band )|(?<=\bbut )|(?<=\bso ))(?P<cue>will|shall|gonna)(?= )"
)
_MEANS_TO = Gated(
    r"(?<![\w'])(?:(?:i|we)(?:'d| would)(?: be)? (?:happy|glad|pleased|delighted) to|(?:i|we|i'm|we're)(?: am| are)? (?:intend|planning|plan|aim|aiming|expect|prepared|ready|happy|glad) to"
    r"|(?:i|we|and) should (?:be able to|have)(?= )|(?:it's|it is)? ?(?:my|our) (?:intention|plan|aim) (?:is )?to|(?:i|we) can(?! (?:not|only|see|hear|understand|say|tell))(?: then| certainly| also| easily)?)(?= )"
)
_COMMITTED = Gated(
    r"(?<![\w'])(?:i'm|i am|we're|we are|(?:i|we|our [\w ]{2,20}|the (?:team|factory|mill|plant|board|management)|(?:he|she|they)) (?:have|has)|i've|we've) (?:fully )?(?:committed|undertaken|agreed) (?:you )?to (?=[a-z])"
)
_WARRANTS = Gated(
    r"(?<![\w'])(?:(?:i|we) (?:can )?(?:guarantee|promise|warrant|assure you of)(?: you)?(?: that)? (?!you\b(?! (?:will|shall|have|get))|anything|nothing|much)|you have (?:my|our) word that|(?:you can|please) (?:count|rely|depend) on (?:us|me)"
    r"|(?:this|that|it|which|such a thing) (?:will not|won't|shall not|will never) happen again"
    r"|rest assured(?: that)? (?=(?:the|your|our|all|both|[\d]+) )|give (?:me|us) (?:until|till|a|one|two|three|\d+|some) [^.?!]{2,30}?(?: and|,)? (?:then )?(?:i|we|you)(?:'ll| will))(?=[ .,!]|$)"
)
_PRESENT = re.compile(
    r"(?:^|[,;:–—-] |\b(?:and|so|then|ok|okay|yes|sure|today|tomorrow) )(?:i|we) (?:also |then |therefore )?(?=[a-z])"
)
_GOODS_GO = re.compile(
    r"(?:^|[,;:] |\b(?:and|that|assured) )(?P<what>(?:the|your|our|all|both|these|samples?|parts?|replacements?|drawings?|goods|material|invoice|quote|price list|certificates?|\d+)(?: (?!will\b|shall\b|not\b|may\b|can\b|should\b)[\w'/-]{1,20}){0,6}?) "
    r"(?P<verb>(?:is|are) going to be|(?:is|are) booked and will|to follow|(?:go|goes|ship|ships|leave|leaves|depart|departs|arrive|arrives)(?= (?:out|our|the|with|by|on|to|today|tomorrow|next|at|from|in|mon|tue|wed|thu|fri|sat|first|this|\d))"
    r"|(?:is|are) (?:due|scheduled|set) (?:to|for))"
)
_HANDED = re.compile(
    r"^(?:got it|ok|okay|yes|sure|noted|thanks)?[.,! ]{0,3}(?P<what>[\w' /-]{3,40}?) (?:in|to|on) your (?:inbox|hands|office|mail|mailbox|desk|dock|yard|site|email)\b"
)
_LET_ME = Gated(
    r"(?<![\w'])(?:let me|let us(?= (?:check|find|look|get back|come back|see|ask|talk|confirm|verify))|allow me to|allow us to)(?= )(?! (?:know|have|introduce|explain|tell|say|give|put it|add|share|help|keep|know|see you|show))"
)
_OUR_WILL = re.compile(
    r"(?<![\w'])(?P<who>(?:our (?!side|hope|goal|aim|problem|cost|price|need|understanding)|my (?:colleague|assistant|boss|team|manager|office)\b"
    r"|my (?:guys?|people|lads|crew|secretary|driver|engineer|technician|partner|staff|mechanic|foreman)\b"
    r"|the (?:lab|team|factory|mill|plant|warehouse|accounts department|sales team|office|crew|driver|engineer|technician|workshop|depot|branch|designer|developers?)\b"
    r"|(?:purchasing|procurement|accounts(?: payable)?|finance|legal|engineering|logistics|production|dispatch|sales|support|it|qa|qc|hr|treasury|planning|stores)(?= will| is going to)"
    r"|an? (?:engineer|technician|driver|colleague|courier|fitter|electrician|mechanic|surveyor|consultant|developer)\b|someone\b|somebody\b)(?: ?[\w'-]{1,18}){0,4}?)"
    r"(?: will|'ll| is going to| are going to)(?= )"
)
_NAMED_WILL = re.compile(
    r"(?<![\w'])(?!(?:This|That|These|It|He|She|They|Which|Who|What|You|One|There|We|And|But|So|If)\b)"
    r"(?P<who>[A-Z][a-z'-]{1,18}(?: [A-Z][a-z'-]{1,18}){0,2}) (?:will|is going to)(?= )"
)
_TO_YOU = re.compile(
    r"(?:send|call|contact|give|email|ring|forward|bring|update|visit|help|inform|show|brief) (?:[\w'-]{1,20} ){0,3}?you\b|(?:get|come|be) back to you|let you know|be in touch|follow up with you"
)
_GOODS_WILL = Gated(
    r"(?<![\w'])(?P<what>(?:(?:the|your|our|all|both|these|those|a|an) (?:[\w'/-]{1,20} ){0,6}?(?!vessel|ship\b|meeting|decision|news|mail|email"
    r"|feedback|information|request|emails|messages?|account|card|members?|updates|prize|we|i|you|they|he|she|it|who|which|that|and)[\w'/-]{2,20}"
    r"|payment|delivery|shipment|replacements?|samples|parts|invoices?|drawings|the rest))(?: will| shall|'ll) (?:also |then |now |all )?"
    r"(?P<verb>follow|go out|leave our|reach you|be with you|ship|arrive at your|be (?:sent|shipped|dispatched|despatched|delivered|issued|paid"
    r"|transferred|replaced|ready|forwarded|emailed|corrected|refunded|credited|submitted|supplied|signed|returned|repaired|shared|handed|collected|picked up|fixed|reworked|shipped|processed|released|booked|arranged|done|uploaded|emailed|on (?:its|their) way|in your"
    r"|made(?<=payment will be made)))(?![\w'])"
)
_YOU_WILL = Gated(
    r"(?<![\w'])you(?:'ll| will| shall) (?:then |also |certainly |definitely )?(?:have|get|receive|hear) "
    r"(?P<object>(?:it|them|this|these|the|our|an?|your|my|everything|all|news|word|from|back from|confirmation|prices|both)\b"
    r"(?! e-?mail| (?:\w+ )?e-?mail| message| notification))"
)
_EXPECT = Gated(
    r"(?:^(?:so |and |please )?|\byou (?:can|may|should) )expect (?P<object>(?:it|them|this|the|our|my|an?|word|news)\b)"
)
_SHORT = re.compile(
    r"^(?:ok|okay|yes|sure|fine|great|thanks|of course|no problem|understood|noted|absolutely|all ?right|right|certainly)?[ ,.!:–—-]{0,3}"
    r"(?P<cue>will do|(?:just )?leave (?:it|this|that|the rest) (?:with|to) (?:me|us)|i'm on it|i am on it|we're on it|on it\W*$|consider (?:it|this) done"
    r"|back to you|you have my word)(?![\w'])"
)
_DOING = Gated(
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
    r"|give you (?:that|a hint|credit)|tell you (?:what(?=[.,:!]|$)|that|this much|one thing|now)\b|have (?:a\b(?! (?:[\w-]+ ){1,3}(?:at|with|in|on) your\b| (?:look|word|closer|quick|good look|go at|think))|the (?:opportunity|chance|pleasure)|my|it all)\b"
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
    who: str = ""


def find(passage: Passage) -> Iterator[Found]:
    """Find the promises in what was said, at most one a sentence: OURS when one of us wrote it, else THEIRS."""
    for sentence in sentences(passage):
        if not sentence.is_question and not _CUES.isdisjoint(sentence.stems):
            yield from _promise(passage, sentence)


def _promise(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    for cue in _cues(sentence):
        if is_quoted(sentence.plain, cue.start) or _is_idle_condition(sentence.plain, cue.start):
            continue
        dues = dues_of(passage, sentence)
        due = due_after(passage, sentence, cue.start, dues)
        if due or not cue.needs_due:
            what = cue.what or cue.prefix + what_of(sentence, cue.deed, dues)
            because = _because(sentence.text[cue.start : cue.end], due)
            detail = {"what": what, "who": _who(sentence, cue), "to": _to(sentence.text, cue.deed), **due_detail(due)}
            yield whole_sentence(passage, sentence, _BY, because, detail)
            return


def _who(sentence: Sentence, cue: _Cue) -> str:
    """Give who will do it: as named, else "I" or "we" where the words say so."""
    named = sentence.text[cue.start : cue.start + len(cue.who)]
    spoken = _SPEAKER.match(sentence.plain, cue.start)
    if named or spoken is None:
        return named
    return "I" if spoken.group() in ("i", "let me", "allow me") else "we"


def _to(text: str, at: int) -> str:
    """Give whom it is for where that is not simply the reader: a name, or somebody's people."""
    to = _BENEFICIARY.search(text, at)
    return " ".join((to["name"] or to["people"]).split()) if to else ""


_SPEAKER = re.compile(r"(?:i|we|let me|let us|allow me|allow us)(?![a-z])")
_BENEFICIARY = re.compile(
    r"\b(?:to|for|send|email|e-mail|call|ring|tell|inform|contact|give|brief) (?:(?P<name>(?:M[rs]{1,2}\.? )?(?!(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March"
    r"|April|May|June|July|August|September|October|November|December|I)\b)[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+){0,2})"
    r"|(?P<people>(?:our|your|my|their|the) (?:[\w-]{1,15} ){0,2}(?:manager|engineers?|team|people|lab|buyers?|colleagues?|boss|board|committee|department|office|accountants?|lawyers?|operators?|plant)\b(?: (?:in|at) [A-Z]\w+)?))"
)


def _is_idle_condition(plain: str, at: int) -> bool:
    """Say whether it is promised only should the reader want it; "if the sample passes, we will hold the price" is a promise."""
    condition = _CONDITION.search(plain, 0, at)
    return condition is not None and not _REAL_CONDITION.match(plain, condition.start())


_REAL_CONDITION = re.compile(
    r"[,;(]? ?(?:but |and )?(?:if|once|when|provided|in case) (?:(?:the|your|our|this|these|all|both|my|it|so)\b|[a-z]+ (?:is|are|has|have|agrees?|passes|approves?|confirms?)\b)"
    r"(?![^,]{0,60}\b(?:questions?|anything|further|problems?|doubts?|any|would|were|had|could|might|interest\w*)\b)[^,]{0,80},? ?(?:then |and )?[^,]{0,60}$"
)


def _because(words: str, due: Due | None) -> str:
    if due is None:
        return f"{said(words)} is a promise, without a date."
    return f"{said(f'{words} … {due.words}')} is a promise with a date."


def _cues(sentence: Sentence) -> Iterator[_Cue]:
    """Give the places that promise something, the plainest form first."""
    for needed, reading in _READINGS:
        if not needed.isdisjoint(sentence.stems):
            yield from reading(sentence)
    if _DAY_CUES.isdisjoint(sentence.stems) and not _DIGIT.search(sentence.plain):
        return
    for needed, reading in _READINGS_WITH_A_DAY:
        if not needed.isdisjoint(sentence.stems):
            yield from reading(sentence)


def _self_will(sentence: Sentence) -> Iterator[_Cue]:
    plain = sentence.plain
    for cue in _SELF_WILL.finditer(sentence):
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
    for cue in _LET_ME.finditer(sentence):
        yield from _deed_after(sentence.plain, cue.start(), cue.end())


def _you_will(sentence: Sentence) -> Iterator[_Cue]:
    """Read "you will have it by Friday" as the writer's deed: it counts with a date, or when word is promised."""
    for pattern in (_YOU_WILL, _EXPECT):
        for cue in pattern.finditer(sentence):
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
    for cue in _GOODS_WILL.finditer(sentence):
        goods, verb = sentence.text[cue.start("what") : cue.end("what")], cue["verb"]
        are = "are" if goods.endswith("s") and not goods.endswith("ss") else "is"
        done = verb[3:] if verb.startswith("be ") else "sent"
        yield _Cue(cue.start(), cue.end(), cue.end(), what=f"see that {goods[:1].lower()}{goods[1:]} {are} {done}")


def _team_will(sentence: Sentence) -> Iterator[_Cue]:
    for cue in _OUR_WILL.finditer(sentence.plain):
        for deed in _deed_after(sentence.plain, cue.start(), cue.end()):
            if not sentence.plain.startswith("attend", deed.deed):  # where they will be, not what they will do
                yield deed._replace(who=cue["who"])


def _named_will(sentence: Sentence) -> Iterator[_Cue]:
    """Read "Mark will call you on Thursday": a name with a capital, and a deed done to the reader."""
    for cue in _NAMED_WILL.finditer(sentence.text):
        deed = deed_at(sentence.plain, cue.end())
        if deed and _TO_YOU.match(sentence.plain, deed.start):
            yield _Cue(cue.start(), deed.end, deed.start, who=cue["who"])


def _doing(sentence: Sentence) -> Iterator[_Cue]:
    """Read "we are shipping it on Monday"; without a day it tells what is going on and promises nothing."""
    for cue in _DOING.finditer(sentence):
        verb = _BASE.get(cue["deed"], cue["deed"].removesuffix("ing"))
        yield _Cue(cue.start(), cue.end(), cue.end(), prefix=verb + " ", needs_due=True)


def _committed(sentence: Sentence) -> Iterator[_Cue]:
    """Read "we are committed to shipping", "the team has committed to fixing"."""
    for cue in _COMMITTED.finditer(sentence):
        yield _Cue(cue.start(), cue.end(), cue.end())


def _warrants(sentence: Sentence) -> Iterator[_Cue]:
    """Read "I guarantee delivery before Christmas", "that will not happen again"."""
    for cue in _WARRANTS.finditer(sentence):
        what = "" if len(sentence.plain) - cue.end() > SHORTEST_OBJECT else "see to it"
        yield _Cue(cue.start(), cue.end(), cue.end(), what=what)


def _means_to(sentence: Sentence) -> Iterator[_Cue]:
    """Read "I intend to send it by Friday", "we can have it there on Monday": with a date it is a promise."""
    for cue in _MEANS_TO.finditer(sentence):
        had = _HAS_IT.match(sentence.plain, cue.end())
        for deed in _deed_after(sentence.plain, cue.start(), cue.end()):
            yield deed._replace(needs_due=True)
        if had:
            yield _Cue(cue.start(), had.end(), had.start() + 1, needs_due=True)


def _goods_go(sentence: Sentence) -> Iterator[_Cue]:
    """Read "samples to follow tomorrow", "the pump leaves us today": with a date it is the writer's deed."""
    for cue in _GOODS_GO.finditer(sentence.plain):
        what = sentence.text[cue.start("what") : cue.end("what")]
        yield _Cue(
            cue.start("what"),
            cue.end(),
            cue.end(),
            what=f"see that they have {what[:1].lower()}{what[1:]}",
            needs_due=True,
        )


def _handed(sentence: Sentence) -> Iterator[_Cue]:
    """Read "revised quote in your inbox before lunch tomorrow"."""
    cue = _HANDED.match(sentence.plain)
    if cue and not _HAS_VERB.search(cue["what"]):
        what = sentence.text[cue.start("what") : cue.end("what")]
        yield _Cue(
            cue.start("what"), cue.end(), cue.end(), what=f"let them have {what[:1].lower()}{what[1:]}", needs_due=True
        )


def _present(sentence: Sentence) -> Iterator[_Cue]:
    """Read "we collect the coils on Monday": a deed in the present with a day to come."""
    for cue in _PRESENT.finditer(sentence.plain):
        for deed in _deed_after(sentence.plain, cue.start(), cue.end()):
            if not _AS_A_RULE.search(sentence.plain):
                yield deed._replace(needs_due=True)


SHORTEST_OBJECT = 8
"""Characters after the words from which they name what is promised."""

_HAS_IT = re.compile(
    r" (?:have )?(?:it|them|this|an?|the|your|our|two|three|\d+)\b(?! (?:look|chance|problem|question|good))"
)
_HAS_VERB = re.compile(r"\b(?:is|are|was|were|i|we|you|has|have|do|please|see|find)\b")
_AS_A_RULE = re.compile(
    r"\b(?:always|usually|normally|every|each|never|often|generally|typically|when|before|after|if|until|unless|because)\b"
)
_BASE = {"shipping": "ship", "issuing": "issue"}
"""Verbs whose plain form is not the -ing form without its ending."""

_WILL_CUES = cues("will ll shall going gonna promise undertake commit")
_READINGS: tuple[tuple[frozenset[str], Callable[[Sentence], Iterator[_Cue]]], ...] = (
    (_WILL_CUES, _self_will),
    (cues("let allow"), _let_me),
    (cues("will ll shall expect"), _you_will),
    (cues("will leave on consider back word"), _short),
    (cues("will ll shall"), _goods_will),
    (cues("will going ll"), _team_will),
    (cues("committed undertaken promised agreed"), _committed),
    (cues("guarantee promise word count rely depend happen assure assured rest give will won"), _warrants),
    (cues("will going"), _named_will),
)
"""The ways to promise, each with the cues that it needs."""

_READINGS_WITH_A_DAY: tuple[tuple[frozenset[str], Callable[[Sentence], Iterator[_Cue]]], ...] = (
    (
        cues("would intend plan planning aim aiming expect prepared ready happy glad pleased should intention can"),
        _means_to,
    ),
    (
        cues("will going follow booked ships ship goes go leaves leave departs arrives arrive due scheduled set"),
        _goods_go,
    ),
    (cues("inbox hands desk mailbox dock yard office site email mail"), _handed),
    (cues("i we"), _present),
    (cues("sending shipping calling forwarding delivering dispatching issuing"), _doing),
)
"""The ways that promise only together with a day."""

_DAY_CUES = cues(
    """monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today tomorrow tonight morning afternoon evening noon week
    weeks month months weekend end day days hour hours eod cob soon shortly january february march april may june july august september october november
    december christmas easter year quarter"""
)
_DIGIT = re.compile(r"\d")
