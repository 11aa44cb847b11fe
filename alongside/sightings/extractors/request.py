"""Does the writer ask the reader for something: a thing, an answer, a deed?

Counts: "please send", "could you", "let me know", "I need", a bare "Send me", a question to the reader, a proposal. Does not count:
courtesies ("do not hesitate", "please find attached"), small talk, the notices of machines. Meetings, quotations and advice have
their own files.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from alongside.sightings.contract import Found, Passage
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
from alongside.sightings.extractors.deed_words import asked_deed_at
from alongside.sightings.extractors.phrases import any_of, blanked
from alongside.sightings.extractors.sentences import Sentence, sentences
from alongside.vocabulary import SightingKind

NAME = "request"
VERSION = 1
_BY = Extractor(SightingKind.REQUEST, NAME, VERSION)

_COURTESY = any_of(r"""
    (please |kindly |pls )?(do not|don't|never) hesitate [^.;]{0,60}
    (please )?feel free( to)?
    please (find|see) (the )?(attached|enclosed|below|herewith|hereby|our|my|attachment)
    please (note|be (advised|aware|assured|informed|reminded)|accept (my|our)|excuse|forgive|pardon|rest assured)
    please (give (my|our) (best|regards|love)|say hello|remember me to|consider the environment|know that|enjoy|disregard|ignore)
    (please )?bear with (me|us)
    let (me|us) know (if|should|in case) you( do|'d| would| should)? (have|need|require|want|wish|like|see|run|encounter)
    let (me|us) know (if|should|in case) (there|any|i can|we can|i may|this works|this helps|that helps|anything|something)
    (if|should) (you|there)[^,.;]{0,60} (questions?|queries|concerns|problems?|trouble|comments|assistance|further|anything else)[^.;]{0,120}
    (with|for) any (further |other )?(questions|queries|concerns)
    (would|will) you (believe|know|be surprised)
    can you (believe|imagine|guess)
""")
"""Phrases that ask for nothing; what stands beside them may still ask."""

_MACHINE = re.compile(
    r"unsubscrib|opt[- ]out|click|\$link|https?://|www\.|address book|safe (?:sender|list)|\bspam\b|your inbox|mailing list"
    r"|do not reply|don't reply|remove (?:yourself|you) from|to view (?:this|it)|web browser|(?:please|and) (?:log|sign) ?in\b|your password"
    r"|your account|app store|free trial|subscri"
)
"""Words of the notices that machines write: what they ask is asked of everybody."""


class _Form(NamedTuple):
    """One way to ask: its words, and what to say before the thing asked where the words do not end in a verb."""

    words: re.Pattern[str]
    prefix: str = ""
    keeps: bool = False  # the thing asked begins with the words themselves


_FORMS = (
    _Form(any_of(
        "(can|could|would|will|might) (you|u|someone|somebody|anyone|anybody|one of you|your (team|lab|people|colleagues?|office))",
        before="(?<!as )(?<!if )(?<!than )(?<!so )(?!would you (?:like|be|say|have)|will you be )",
        after="(?: (?:guys|two|both|all|please|possibly|perhaps|also|kindly|then|maybe|just|at least|by any chance|still))*",
    )),
    _Form(any_of("(please|pls|plz|kindly)", before=r"(?<!\bto )", after=r"[,:]? ?(?!\W*$)")),
    _Form(any_of("""
        (let|keep) (me|us) (know|posted|informed|updated|in the (loop|picture)|have|abreast)
    """, before=r"(?:(?<=^)|(?<=[-–—,.;:!(_] )|(?<=and )|(?<=just )|(?<=then )|(?<=so )|(?<=or )|(?<=also ))"), keeps=True),
    _Form(any_of("(can|could|may|might) (i|we)( please| also| possibly| perhaps| just)? (get|have|ask|request|receive|obtain|borrow)")),
    _Form(any_of("""
        (need|require|await|am (still )?waiting for|are (still )?waiting for|are missing|am missing|want)
        """,
        before=r"(?:i|we)(?: also| still| just| really| only| urgently| now| will| would|'ll|'d)? ",
        after=r" (?=(?:you|your|the|an?|some|more|this|that|these|it|them|all|any|to (?:know|have|get|see|receive|understand|hear)"
        r"|at least|\d+|information|details|confirmation|help|clarification|feedback|input|copies|another|someone|prices|samples)\b)",
    )),
    _Form(any_of(
        "(appreciate|grateful|obliged|thankful|glad|happy|delighted|helpful|great|nice|good|useful|best|wonderful|helps?|love)",
        before=r"(?:would|'d|will|'ll|should|could)(?: be| really| greatly| very| much| it| also| most){0,4} ",
        after=r"(?: it)?(?: greatly| very much)? (?:if|were) (?:(?:you|someone)(?: guys)?(?: could| can| would| might| to)?|we could)(?! have any)",
    )),
    _Form(any_of("""
        (really |greatly |much )?appreciate (your|any|a|the|some) (help|assistance|feedback|comments|input|reply|response|confirmation|thoughts|advice|information|info|update|copy|call|line|quick|prompt)
        """, before="(?:i|we)(?:'d| would| will)? "), keeps=True),
    _Form(any_of("""
        (any|your) (help|information|assistance|info|data|input|feedback|update|news|details)[^.;?]{0,60} (would|will) be( much| greatly| very| really| most)* (appreciated|helpful|welcome|great)
        """), keeps=True),
    _Form(any_of("""
        ('d| would)( also| really| very much| just)? (like|love|prefer|want|ask) (?=you |your |for |that |an? (copy|list|quote|update|explanation|answer|reply|sample|breakdown))
        ('d| would)( also| really| very much| just)? (like|love|prefer|want) to (?=ask|request|receive|get|obtain|know|hear|see|have|learn|understand)
        ('m| am|'re| are)? (writing to|hereby|kindly|must|have to|need to)? ?(request|ask|urge) (?=you|that|for|your|the|an? |whether|if)
        """, before="(?:i|we)", after="")),
    _Form(any_of("""
        (was|were|am|are|i'm|we're|just|been|also) (just |also |still )?wondering (?!why i|who is)
        i wonder(ed)? (?=if|whether)
        (would|do) you mind
        is (it|this|that) (at all )?possible (for|to|that)?
        would it be (possible|ok|okay|all right|feasible) (for|to|that|if)?
        (any|a) (chance|possibility|way) (of|that|to|you|we|i)(?=[^?]{0,200}\?)
        possible (to|for you to)(?=[^?]{0,200}\?)
        (may|can|could) i ask
        (wanted|want|like) to (ask|check|see|inquire|enquire|find out) (if|whether|with you|about|when|what|how)
        """), keeps=False),
    _Form(any_of("""
        look(ing)? forward to (?=(receiving|hearing|your (reply|response|answer|confirmation|feedback|comments|prompt|early)))
        """)),
    _Form(any_of(
        "(need to|should|must|have to|might want to|may want to|may need to|ought to|had better)( also| just| please| really| probably)?",
        before="you(?: guys| both| all| really| also| will| still)? ",
        after=" (?!be |have |not |know|see |notice|receive|get |find |feel|already|expect|recall|remember|pay |do |worry|go |hear)",
    )),
    _Form(any_of("""
        (i|we)('d| would|'ll| will| also| just| strongly| therefore)* (suggest|propose|recommend|urge)
        (how|what) about
        why (don't|not) (?=you|we|i |just|let|have|send|ask|call)
        (perhaps|maybe) (you|we) (could|should|can|might)
        (i think|i believe|i feel|seems to me)( that)? (you|we)( all)? (should|could|ought to|need to|might) (?!be |have )
        we (should|need to|must) (?!be |have |see |know|not |already|go |do )
        """)),
    _Form(re.compile(r"(?:^|(?<=[-–—,.;:!] )|(?<=so )|(?<=then )|(?<=and )|(?<=ok ))let'?s\b(?! (?:see|face|say|hope|not forget|be ))")),
    _Form(any_of("(don't forget|do not forget|remember|be sure|make sure|just a reminder|reminder)",
        before=r"(?:(?<=^)|(?<=[-–—,;:] )|(?<=and )|(?<=so )|(?<=just ))", after=r"(?: to|:|,)? (?!about|when|that (?:day|time)|the )")),
)  # fmt: skip

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
    (right|ok|okay|huh|eh|no|yes|really|what|why|why not|so|and|well|hm+|oh|true|agreed|sorry|guess what|who knows|who cares|so what|what if)(?=\W*\?)
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

_GATE = re.compile(
    r"\?|pl(?:ea)?[sz]e?\b|kindly|(?:ca|coul|woul|wil|migh|ma|shoul|mus|ough)[ndlty]|\blet|keep|need|requir|wait|miss|want|appreciat|ask|request"
    r"|wonder|possib|chance|forward|suggest|propos|recommend|why|about|perhaps|maybe|sure|remember|forget|remind|'d|urge|have to"
)


class _Cue(NamedTuple):
    """The words that ask (start, end) and where the thing asked begins."""

    start: int
    end: int
    thing: int


def find(passage: Passage) -> Iterator[Found]:
    """Find the requests in what was said, at most one a sentence: THEIRS when they wrote it, OURS when one of us did."""
    for sentence in sentences(passage):
        if not _MACHINE.search(sentence.plain):
            yield from _request(passage, sentence)


def asks_outright(quote: str) -> bool:
    """Say whether a sentence asks in so many words ("please", "could you", "let me know"), whatever else it says."""
    plain = blanked(_COURTESY, quote.lower())
    return any(form.words.search(plain) for form in _FORMS[:3])


def _request(passage: Passage, sentence: Sentence) -> Iterator[Found]:
    plain = blanked(_COURTESY, sentence.plain)
    cue = _form(plain) or _order(plain, sentence.text)
    if cue and not is_quoted(plain, cue.start):
        dues = dues_of(passage, sentence)
        due = due_after(passage, sentence, cue.start, dues)
        words = sentence.text[cue.start : cue.end].strip(" ,:")
        what = _LEADING.sub("", what_of(sentence, cue.thing, dues))
        yield whole_sentence(
            passage, sentence, _BY, f"{said(words)} asks for something{_by(due)}.", {"what": what, **due_detail(due)}
        )
    elif sentence.is_question and _is_to_reader(plain, sentence.text):
        what = f"answer “{' '.join(sentence.text.split())}”"
        yield whole_sentence(passage, sentence, _BY, "It is a question that waits for an answer.", {"what": what})


_LEADING = re.compile(
    r"^(?:(?:if|whether) (?:you|someone|we) (?:could|can|would|might|may)|you to|for you to|that you|you|to (?:have|get|receive|see|hear)|to|for)\s+",
    re.I,
)


def _by(due: object) -> str:
    return f" {due.words}" if due else ""


def _form(plain: str) -> _Cue | None:
    if not _GATE.search(plain):
        return None
    for form in _FORMS:
        words = form.words.search(plain)
        if words:
            return _Cue(words.start(), words.end(), words.start() if form.keeps else words.end())
    return None


def _order(plain: str, text: str) -> _Cue | None:
    """Read a bare "Send me the drawing", after a greeting, a name, or "when you get a chance,"."""
    for at in _openings(plain, text):
        deed = asked_deed_at(plain, text, at)
        if deed:
            return _Cue(deed.start, deed.end, deed.start)
    return None


def _openings(plain: str, text: str) -> Iterator[int]:
    """Give the places where the sentence proper may begin, passing over greetings and names."""
    at = 0
    for _ in range(5):
        yield at
        opening = _OPENING.match(plain, at) or _NAME.match(text, at)
        if not opening or opening.end() == at:
            return
        at = opening.end()


def _is_to_reader(plain: str, text: str) -> bool:
    places = list(_openings(plain, text))
    return any(_ASKING.match(plain, at) for at in places) and not any(_SOCIAL.match(plain, at) for at in places)
