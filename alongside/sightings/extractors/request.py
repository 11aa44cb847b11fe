"""Does the writer ask the reader for something: a thing, an answer, a deed?

Counts: "please send", "could you", "let me know", "I need", a bare "Send me", a question to the reader, a proposal. Does not count:
courtesies ("do not hesitate", "please find attached"), small talk, the notices of machines. What no rule knows is weighed by likely.py.
Meetings, quotations and advice have their own files.
"""

import re
from collections.abc import Iterator
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
from alongside.sightings.extractors.courtesies import is_notice, plain_without_courtesies, without_courtesies
from alongside.sightings.extractors.deed_words import ASKED, asked_deed_at
from alongside.sightings.extractors.language import is_german
from alongside.sightings.extractors.likely import is_doubted, reason_to_ask
from alongside.sightings.extractors.needed import Gated, gated
from alongside.sightings.extractors.phrases import any_of
from alongside.sightings.extractors.sentences import Sentence, cues, sentences
from alongside.vocabulary import SightingKind

NAME = "request"
VERSION = 2
_BY = Extractor(SightingKind.REQUEST, NAME, VERSION)

OUTRIGHT, ROUNDABOUT, ORDER, QUESTION = "outright", "roundabout", "order", "question"
"""The rules by name: asked in so many words, said what is needed, a bare "Send me", a question to the reader."""

OPENINGS_MOST = 5
"""Greetings, names and asides that are passed over before the sentence proper."""


class _Form(NamedTuple):
    """One way to ask: its cues and its words; `keeps` when the thing asked begins with the words themselves."""

    cues: frozenset[str]
    words: Gated
    keeps: bool = False


_STARTS_CLAUSE = r"(?:(?<=^)|(?<=[-–—,.;:!(_] )|(?<=[-–—,.;:!(_])|(?<=and )|(?<=just )|(?<=then )|(?<=so )|(?<=or )|(?<=also )|(?<=ok ))"
_WOULD = r"(?:(?:i|we|it|that)(?:'d|'ll)|would|will|should|could)"

_OUTRIGHT = (
    _Form(
        cues("you u your someone somebody anyone anybody one"),
        gated(
            "(can|could|would|will|might) (you|u|someone|somebody|anyone|anybody|one of you|your (team|lab|people|colleagues?|office))",
            before="(?<!as )(?<!if )(?<!than )(?<!so )(?!would you (?:like|be|say|have)|will you be )",
            after="(?: (?:guys|two|both|all|please|possibly|perhaps|also|kindly|then|maybe|just|at least|by any chance|still))*",
        ),
    ),
    _Form(
        cues("please pls plz kindly"), gated("(please|pls|plz|kindly)", before=r"(?<!\bto )", after=r"[,:]? ?(?!\W*$)")
    ),
    _Form(
        cues("me us"),
        gated(
            "(let|keep) (me|us) (know|posted|informed|updated|in the (loop|picture)|have|abreast)",
            before=_STARTS_CLAUSE,
        ),
        keeps=True,
    ),
)
"""Ways to ask in so many words."""

_ROUNDABOUT = (
    _Form(
        cues("can could may might"),
        gated(
            before="(?<!when )(?<!how )(?<!what )(?<!where )(?<!why )",
            table="(can|could|may|might) (i|we)( please| also| possibly| perhaps| just)? (get|have|ask|request|receive|obtain|borrow)",
        ),
    ),
    _Form(
        cues("need require await waiting missing want"),
        gated(
            "(need|require|await|am (still )?waiting for|are (still )?waiting for|are( still)? missing|am( still)? missing|want)",
            before=r"(?<!if )(?<!when )(?<!whether )(?:i|we)(?: also| still| just| really| only| urgently| now| will| would|'ll|'d)? ",
            after=r" (?=(?:you|your|the|an?|some|more|this|that|these|it|them|all|any|to (?:know|see|receive|hear)|to (?:have|get) (?:your|an? (?:copy|answer|reply))"
            r"|at least|\d+|information|details|confirmation|help|clarification|feedback|input|copies|another|someone|prices|samples)\b)",
        ),
    ),
    _Form(
        cues("if were"),
        gated(
            "(appreciate|grateful|obliged|thankful|glad|happy|delighted|helpful|great|nice|good|useful|best|wonderful|helps?|love)",
            before=_WOULD + r"(?: be| really| greatly| very| much| it| also| most){0,4} ",
            after=r"(?: it| me| us)?(?: greatly| very much| a lot| a great deal)? (?:if|were)"
            r" (?:(?:you|someone)(?: guys)?(?: could| can| would| might| to)?|we could|your)(?! have any)",
        ),
    ),
    _Form(
        cues("appreciate"),
        gated(
            r"appreciate (your|any|a|the|some)( quick| short| prompt| brief| early)? (help|assistance|feedback|comments|input|reply|note"
            r"|response|confirmation|thoughts|advice|information|info|update|copy|call|line|answer)",
            before="(?:i|we)(?:'d| would| will)?(?: really| greatly| much)? ",
        ),
        keeps=True,
    ),
    _Form(
        cues("would will"),
        gated(
            r"(any|your) (help|information|assistance|info|data|input|feedback|update|news|details)[^.;?]{0,60} (would|will) be"
            r"( much| greatly| very| really| most)* (appreciated|helpful|welcome|great)"
        ),
        keeps=True,
    ),
    _Form(
        cues("d would"),
        gated(
            r"""
            (like|love|prefer|want|ask) (?=you |your |for |that |an? (copy|list|quote|update|explanation|answer|reply|sample|breakdown))
            (like|love|prefer|want) to (?=ask|request|receive|get|obtain|know|hear|see|have|learn|understand)
            (like|want|have) to (?=inform|remind) you
            """,
            before="(?:i|we)(?:'d| would)(?: also| really| very much| just)? ",
        ),
    ),
    _Form(
        cues("request ask urge"),
        gated(
            "(request|ask|urge) (?=you|that|for|your|the|an? |whether|if)",
            before=r"(?<!before )(?<!when )(?<!if )(?<!that )(?<!should )(?:i|we)(?:'m| am|'re| are)?(?: writing to| hereby| kindly| must| have to| need to)? ",
        ),
    ),
    _Form(
        cues("wonder mind possible chance way ask feasible check see find inquire enquire ok okay all"),
        gated(r"""
            (was|were|am|are|i'm|we're|just|been|also) (just |also |still )?wondering(?! why i| who is| if i should)
            i wonder(ed)? (?=if|whether)
            (would|do) you mind
            is (it|this|that) (at all )?possible( for| to| that)?
            would it be (possible|ok|okay|all right|feasible)( for| to| that| if)?
            (any|a) (chance|possibility|way) (of|that|to|you|we|i)(?=[^?]{0,200}\?)
            possible (to|for you to)(?=[^?]{0,200}\?)
            (may|can|could) i ask
            (wanted|want|like) to (ask|check|see|inquire|enquire|find out|know) (if|whether|with you|about|when|what|how)
        """),
    ),
    _Form(
        cues("forward"),
        gated(
            "look(ing)? forward to (?=(receiving|hearing|your (reply|response|answer|confirmation|feedback|comments|prompt|early)))"
        ),
    ),
    _Form(
        cues("you"),
        gated(
            "(need to|should|must|have to|might want to|may want to|may need to|ought to|had better)( also| just| please| really| probably)?",
            before="you(?: guys| both| all| really| also| will| still)? ",
            after=" (?!be |have |not |know|see |notice|receive|get |find |feel|already|expect|recall|remember|pay |do |worry|go |hear)",
        ),
    ),
    _Form(
        cues("suggest propose recommend urge about why perhaps maybe think believe feel seems should need must"),
        gated(r"""
            (i|we)('d| would|'ll| will| also| just| strongly| therefore)* (suggest|propose|recommend|urge)
            (how|what) about
            why (don't|not) (?=you|we|i |just|let|have|send|ask|call)
            (perhaps|maybe) (you|we) (could|should|can|might)
            (i think|i believe|i feel|seems to me)( that)? (you|we)( all)? (should|could|ought to|need to|might) (?!be |have )
            we should (?!be |have |see |know|not |already|go |do )
        """),
    ),
    _Form(
        cues("our ask asks wants want needs need"),
        gated(
            r"our ([\w-]{1,16} ){1,3}(asks?|needs?|wants?|would like)( to (see|have|know|get))?( for)?(?= (your|a|an|the|some|more|whether|if|what)\b)"
        ),
    ),
    _Form(
        cues("please pls"),
        Gated(r"(?:(?<=\w )|(?<=, ))(?<!yes )(?<!yes, )(?<!ok, )(?:please|pls)\W*$"),
    ),
    _Form(cues("let lets"), gated("let'?s(?! see| face| say| just say| hope| not forget| be )", before=_STARTS_CLAUSE)),
    _Form(
        cues("forget remember sure reminder"),
        gated(
            "(don't forget|do not forget|remember|be sure|make sure|just a reminder|reminder)",
            before=_STARTS_CLAUSE,
            after=r"(?: to|:|,)? (?!about|when|that |the )",
        ),
    ),
)
"""Ways to ask by saying what is needed, hoped for or proposed."""

_CUES = frozenset[str]().union(*(form.cues for form in _OUTRIGHT + _ROUNDABOUT))
_VERBS = cues(" ".join(ASKED))

_SOCIAL = any_of(r"""
    how (are|r) (you|u|things|ya)
    how('s| is| was| were) (it going|everything|life|the family|your (weekend|trip|holiday|vacation|day|week|flight|summer|family|evening))
    how (have you been|do you do)
    (what'?s|wus|wass?) ?up
    what'?s new
    are you (ok|well|kidding|serious|crazy)
    did you have a (good|nice|great)
    how about (you|that|them)(?=\W*$)
    (long time no see|remember me)
    (right|ok|okay|huh|eh|no|yes|really|what|why|why not|so|and|well|hm+|oh|true|agreed|sorry|guess what|who knows|who cares|so what|what if)\
(?=\W*\?)
    (want|ready|looking|tired|sick|interested|curious|love|hate|got|already|have you ever|did you know|thinking of|hungry|wanna)
    would you like to (earn|make|save|win)
    do you (want|love|like|wish|dream|suffer) (to|from|of) (make|earn|lose|save|win|help)
    who (wouldn't|doesn't|would have|am i|is this)
    (isn't|aren't|wasn't|ain't)
    how (cool|great|nice|funny|much fun)
    what (a|else is new|the (hell|heck|f.*))
    where (does|did) the time go
    are we there yet
""")
"""Questions that want no answer from this reader."""

_OPENING = any_of(
    """
    hi|hello|hey|dear|ok|okay|so|and|but|also|or|well|now|then|next|first|second|finally|lastly|instead|again|yes|no|oh|sure|great|thanks
    thank you|by the way|btw|fyi|ps|p.s|just|quick|quick question|one more (question|thing)|question|sorry|otherwise|alternatively|therefore
    in (the )?meantime|meanwhile|in addition|additionally|in that case|going forward|as (discussed|agreed|mentioned)|last but not least
    guys|all|folks|team|good (morning|afternoon|day)|go ahead and|no problem|at your (earliest )?(convenience|leisure)
    (when|once|if|before|after|for|as for|by|at|since|while|given|as) [^,;?]{1,90},
    """,
    after=r"[ ,.:!–—-]*",
)
_NAME = re.compile(
    r"[A-Z][\w.'-]{0,20}(?: [A-Z][\w.'-]{0,20})?(?: (?:and|&) [A-Z][\w.'-]{0,20})? ?(?:[,:–—]|--?(?= ))[ -]*"
)
_ASKING = any_of("""
    what|which|when|where|who|whom|whose|why|how|do|does|did|is|are|was|were|will|would|can|could|should|shall|may|might|have|has|had|am
    any|anything|anyone|anybody|don't|doesn't|didn't|won't|can't|couldn't|haven't|hasn't|wouldn't|shouldn't|what's|where's|when's|who's
    how's|possible|ok to|okay to|still|you
""")
_ASKING_LATER = re.compile(r"[:,;–—-] (?:what|which|when|where|who|how|can|could|do|does|did|is|are|was|will|would) ")
_LEADING = re.compile(
    r"^(?:(?:if|whether) (?:you|someone|we) (?:could|can|would|might|may)|you to|for you to|that you|you"
    r"|to (?:have|get|receive|see|hear)|to|for)\s+",
    re.I,
)


_WAITS = "It is a question that waits for an answer."


class _Cue(NamedTuple):
    """The words that ask (start, end), where the thing asked begins, and by which rule they were read."""

    start: int
    end: int
    thing: int
    rule: str


def find(passage: Passage) -> Iterator[Found]:
    """Find the requests in what was said, at most one a sentence: THEIRS when they wrote it, OURS when one of us did."""
    for sentence in sentences(passage):
        if is_german(passage, sentence):  # german_request.py reads it
            continue
        cue = _cue(sentence)
        rule = _rule(sentence, cue)
        if not rule:
            yield from _likely(passage, sentence)
        elif not (is_notice(sentence.plain) or (cue and is_quoted(sentence.plain, cue.start))) and _is_meant(
            sentence, rule
        ):
            yield _asked(passage, sentence, cue) if cue else _question(passage, sentence, _WAITS)


def rule_of(sentence: Sentence) -> str:
    """Name the rule by which the sentence asks, or give ""; what the model says of it is not heard."""
    return _rule(sentence, _cue(sentence))


def asks_outright(plain: str) -> bool:
    """Say whether plain text asks in so many words ("please", "could you", "let me know"), whatever else it says."""
    plain = plain_without_courtesies(plain)
    return any(form.words.pattern.search(plain) for form in _OUTRIGHT)


def _rule(sentence: Sentence, cue: _Cue | None) -> str:
    return cue.rule if cue else QUESTION if sentence.is_question and _is_to_reader(sentence) else ""


def _is_meant(sentence: Sentence, rule: str) -> bool:
    """Say whether the rule is believed: what asks in so many words always, the others unless the model doubts them."""
    return rule == OUTRIGHT or not is_doubted(sentence, rule)


def _likely(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    """Find a request that no rule knows, by the model."""
    because = reason_to_ask(sentence)
    if because and sentence.is_question:
        yield _question(passage, sentence, because)
    elif because:
        at = list(_openings(sentence.plain, sentence.text))[-1]
        yield _what_is_asked(passage, sentence, at, because)


def _what_is_asked(passage: Passage, sentence: Sentence, at: int, because: str) -> Found:
    dues = dues_of(passage, sentence)
    what = what_of(sentence, at, dues) or what_of(sentence, 0, dues)
    due = due_after(passage, sentence, at, dues)
    detail = {"what": what[:1].lower() + what[1:], **due_detail(due)}
    return whole_sentence(passage, sentence, _BY, because, detail)


def _question(passage: Passage, sentence: Sentence, because: str) -> Found:
    what = f"answer “{' '.join(sentence.text.split())}”"
    return whole_sentence(passage, sentence, _BY, because, {"what": what})


def _asked(passage: Passage, sentence: Sentence, cue: _Cue) -> Found:
    dues = dues_of(passage, sentence)
    due = due_after(passage, sentence, cue.start, dues)
    what = (
        _LEADING.sub("", what_of(sentence, cue.thing, dues))
        or what_of(sentence, cue.start, dues)
        or what_of(sentence, 0, dues)
    )
    what = what[:1].lower() + what[1:] if cue.thing == cue.start else what
    because = _because(sentence.text[cue.start : cue.end].strip(" ,:"), due)
    return whole_sentence(passage, sentence, _BY, because, {"what": what, **due_detail(due)})


def _because(words: str, due: Due | None) -> str:
    return f"{said(words)} asks for something{f' {due.words}' if due else ''}."


def _cue(sentence: Sentence) -> _Cue | None:
    return _form(sentence, _OUTRIGHT, OUTRIGHT) or _form(sentence, _ROUNDABOUT, ROUNDABOUT) or _order(sentence)


def _form(sentence: Sentence, forms: tuple[_Form, ...], rule: str) -> _Cue | None:
    hits = sentence.stems & _CUES
    if not hits:
        return None
    for form in forms:
        if form.cues.isdisjoint(hits) or not form.words.search(sentence):
            continue
        words = form.words.pattern.search(without_courtesies(sentence))
        if words:
            return _Cue(words.start(), words.end(), words.start() if form.keeps else words.end(), rule)
    return None


def _order(sentence: Sentence) -> _Cue | None:
    """Read a bare "Send me the drawing", after a greeting, a name, or "when you get a chance,"."""
    if _VERBS.isdisjoint(sentence.stems):
        return None
    plain = without_courtesies(sentence)
    for at in _openings(plain, sentence.text):
        deed = asked_deed_at(plain, sentence.text, at)
        if deed:
            return _Cue(deed.start, deed.end, deed.start, ORDER)
    return None


def _openings(plain: str, text: str) -> Iterator[int]:
    """Give the places where the sentence proper may begin, passing over greetings and names."""
    at = 0
    for _ in range(OPENINGS_MOST):
        yield at
        opening = _OPENING.match(plain, at) or _NAME.match(text, at)
        if not opening or opening.end() == at:
            return
        at = opening.end()


def _is_to_reader(sentence: Sentence) -> bool:
    places = list(_openings(sentence.plain, sentence.text))
    asks = any(_ASKING.match(sentence.plain, at) for at in places) or _ASKING_LATER.search(sentence.plain) is not None
    return asks and not any(_SOCIAL.match(sentence.plain, at) for at in places)
