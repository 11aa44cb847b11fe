"""Which verbs name a deed that one can promise to somebody, or ask of them?

Only word lists, and the reading of a verb at a place. "I will send" is a deed; "I will be in Pittsburgh", "we will see" are not.
"""

import re
from typing import NamedTuple


class Deed(NamedTuple):
    """Where in the sentence the deed begins (after "also", "then") and where its verb ends."""

    start: int
    end: int


DEEDS = frozenset(
    [
        "send",
        "resend",
        "re-send",
        "call",
        "ring",
        "phone",
        "forward",
        "provide",
        "prepare",
        "arrange",
        "confirm",
        "reconfirm",
        "revert",
        "reply",
        "respond",
        "answer",
        "share",
        "inform",
        "notify",
        "advise",
        "update",
        "check",
        "double-check",
        "recheck",
        "investigate",
        "examine",
        "clarify",
        "verify",
        "review",
        "test",
        "analyse",
        "analyze",
        "trace",
        "track",
        "ensure",
        "fix",
        "repair",
        "sort",
        "resolve",
        "solve",
        "remedy",
        "rectify",
        "settle",
        "handle",
        "tackle",
        "address",
        "deliver",
        "ship",
        "dispatch",
        "despatch",
        "supply",
        "replace",
        "exchange",
        "credit",
        "refund",
        "reimburse",
        "compensate",
        "issue",
        "reissue",
        "re-issue",
        "draft",
        "rewrite",
        "email",
        "e-mail",
        "fax",
        "text",
        "schedule",
        "reschedule",
        "book",
        "organise",
        "organize",
        "coordinate",
        "co-ordinate",
        "include",
        "attach",
        "correct",
        "amend",
        "adjust",
        "modify",
        "revise",
        "expedite",
        "chase",
        "escalate",
        "raise",
        "finalise",
        "finalize",
        "complete",
        "submit",
        "quote",
        "propose",
        "present",
        "reserve",
        "honour",
        "honor",
        "extend",
        "reduce",
        "lower",
        "waive",
        "absorb",
        "circulate",
        "distribute",
        "introduce",
        "contact",
        "transfer",
        "wire",
        "cancel",
        "release",
        "approve",
        "process",
        "calculate",
        "compile",
        "collect",
        "discuss",
        "consult",
        "report",
        "implement",
        "install",
        "visit",
        "relay",
        "convey",
        "accommodate",
        "guarantee",
        "document",
        "help",
        "support",
        "assist",
        "follow-up",
        "upload",
        "confer",
        "liaise",
        "inspect",
        "evaluate",
        "assess",
        "consider",
        "modify",
        "reprint",
        "reconsider",
        "courier",
        "invoice",
        "substitute",
        "prioritise",
        "prioritize",
        "source",
    ]
)
"""Verbs that are a deed whatever follows."""

_OBJECTS = "it this that them these those you him her the a an my our your his their everyone everybody someone somebody all any"

DEEDS_WITH: dict[str, frozenset[str]] = {
    verb: frozenset(followers.split())
    for verb, followers in {
        "ask": _OBJECTS + " for around whether if mr ms",
        "let": "you him her them everyone everybody the all your mr ms",
        "find": "out you a an someone somebody the where why how what who when space something",
        "look": "into at for up after this that it through over closely again",
        "see": "to that what whether if about how",
        "get": "back it this that them you your our the an a in on onto someone somebody these those more all things something to right",
        "come": "back up by over round to with and",
        "drop": "you it them by off this",
        "reach": "out",
        "touch": "base",
        "follow": "up this it",
        "make": "sure certain it this that the up every a an arrangements good",
        "take": "care it this that up over the responsibility action another your",
        "deal": "with",
        "do": "it this that so the my our a what everything some whatever both all another",
        "keep": "you him her them your an it this the to on our my everyone everybody",
        "give": "you him her them it this the your a an some mr ms",
        "bring": _OBJECTS + " some along",
        "set": "up aside it this that",
        "work": "on with out this it something up through over",
        "write": _OBJECTS + " to up",
        "add": "it this that the a an your them you these more some another",
        "change": _OBJECTS,
        "push": _OBJECTS + " for hard back",
        "press": _OBJECTS + " for on",
        "speed": "up it this things the",
        "wrap": "up it this",
        "offer": "you them your him her",
        "hold": "it the your that this them a an on off some our stock",
        "match": "it that the their this your any",
        "meet": "the your that this our",
        "order": "it the a an more them new this that some",
        "put": "it this that the you together in your them a an some up forward",
        "connect": "you him her them",
        "pick": "it this that up them the",
        "cover": "it the this that your all any half",
        "pay": "the for it your you this that half all by",
        "return": "it the this that your them to with my",
        "sign": "it the and this that",
        "remove": _OBJECTS,
        "stop": "by it this that the all",
        "enter": _OBJECTS,
        "print": _OBJECTS + " out",
        "copy": _OBJECTS + " in",
        "run": "it this that the a an some another through",
        "show": "you them it him her",
        "explain": _OBJECTS + " why how what",
        "talk": "to with it this",
        "speak": "to with",
        "tell": "you him her them the my our mr everyone",
        "gather": _OBJECTS + " more some information data",
        "pull": "together it the this up that",
        "dig": "into out up it a deeper for",
        "load": "it the them your this",
        "mail": _OBJECTS,
        "post": _OBJECTS,
        "join": "you them",
        "hand": "it this that over you them the",
        "go": "over through back to ahead",
        "stick": "to",
        "stand": "by",
        "pass": "it this that on along your the them",
        "open": "a an the it up",
        "file": "a the an it this",
        "lodge": "a the an",
        "log": "it this that a the",
        "start": "the work on it this production right",
        "begin": "the work production",
        "train": "your the them",
        "develop": "a an the this it something",
        "produce": "a an the it them your",
        "build": "a an the it you this",
        "buy": "it the a an them",
        "cut": "the your it a an",
        "fight": "for",
        "lean": "on",
        "switch": "to you the",
        "swap": _OBJECTS + " out",
        "commit": "to",
        "need": "",
        "turn": "it this that around",
        "clear": "it this that up the",
        "leave": "it you a the",
        "fill": "in out you the",
        "nudge": _OBJECTS,
        "remind": _OBJECTS,
        "invite": _OBJECTS,
        "host": "you your the",
        "plan": "the a for it",
        "back": "you it",
        "have": _OBJECTS + " someone mr ms some",
        "be": "sending calling getting providing shipping issuing preparing arranging sharing following delivering visiting replacing reviewing"
        " working coming checking looking contacting forwarding updating",
    }.items()
}
"""Verbs that are a deed only with one of these words after them."""

PHRASES = (
    "be in touch",
    "be in contact",
    "be back in touch",
    "be back to you",
    "be back with",
    "be there for you",
    "be on to",
)
"""Phrases that are a deed as a whole."""

_EASY = frozenset(
    [
        "also",
        "then",
        "now",
        "just",
        "gladly",
        "happily",
        "certainly",
        "definitely",
        "surely",
        "personally",
        "immediately",
        "shortly",
        "soon",
        "first",
        "next",
        "therefore",
        "again",
        "always",
        "still",
        "today",
        "tomorrow",
        "quickly",
        "obviously",
        "naturally",
        "both",
        "all",
        "too",
        "probably",
        "hopefully",
        "gladly",
        "promptly",
        "formally",
        "simply",
        "please",
        "instead",
        "kindly",
        "tonight",
        "happily",
        "carefully",
        "separately",
        "directly",
        "duly",
        "certainly",
    ]
)
_EASY_PHRASES = (
    "of course",
    "as agreed",
    "as discussed",
    "as promised",
    "in turn",
    "at once",
    "right away",
    "try to",
    "try and",
    "try my best to",
    "try our best to",
    "do my best to",
    "do our best to",
    "do everything i can to",
    "do everything we can to",
    "make every effort to",
    "be able to",
    "be sure to",
    "go and",
    "go ahead and",
    "have to",
    "need to",
    "sit down and",
    "take a look and",
)
_EASY_MOST = 4
"""Words or phrases between "will" and the verb that are passed over."""

_WORD = re.compile(r"[a-z][a-z'-]{0,24}")
_GAP = re.compile(r"[ ,]{0,4}")


def deed_at(plain: str, at: int) -> Deed | None:
    """Read the deed that begins at `at`, passing over "also", "of course", "try to"; None when what stands there is no deed."""
    for _ in range(_EASY_MOST + 1):
        gap = _GAP.match(plain, at)
        at = gap.end() if gap else at
        if eased := next((easy for easy in _EASY_PHRASES if plain.startswith(easy, at)), ""):
            at += len(eased)
            continue
        word = _WORD.match(plain, at)
        if word is None:
            return None
        if word.group() not in _EASY:
            return _deed(plain, word)
        at = word.end()
    return None


def _deed(plain: str, word: re.Match[str]) -> Deed | None:
    verb = word.group()
    if verb in DEEDS:
        return Deed(word.start(), word.end())
    if verb in DEEDS_WITH:
        after = _WORD.match(plain, word.end() + 1)
        if after and after.group() in DEEDS_WITH[verb]:
            return Deed(word.start(), after.end())
    phrase = next((phrase for phrase in PHRASES if plain.startswith(phrase, word.start())), "")
    return Deed(word.start(), word.start() + len(phrase)) if phrase else None


_OBJECT_WORDS = frozenset(
    [
        "me",
        "us",
        "him",
        "her",
        "them",
        "it",
        "this",
        "that",
        "these",
        "those",
        "the",
        "a",
        "an",
        "your",
        "my",
        "our",
        "all",
        "any",
        "both",
        "some",
        "every",
        "each",
        "his",
        "their",
        "to",
        "with",
        "everyone",
        "somebody",
        "someone",
        "in",
        "on",
        "out",
        "up",
        "back",
        "over",
        "along",
        "whether",
        "when",
        "what",
        "how",
        "where",
        "if",
    ]
)
_ASKED_WITH = {
    "send": "", "call": "", "ring": "", "forward": "", "provide": "", "confirm": "", "email": "", "e-mail": "", "fax": "", "contact": "",
    "ask": "me him her them your the mr ms around for", "tell": "me us him her them your the mr ms everyone",
    "give": "me us him her them it this the mr ms", "let": "him her them everyone the mr ms your",
    "get": "me us him her them back with this it your in the", "have": "him her them your someone somebody mr ms the",
    "keep": "me us him her them this your the it an", "talk": "to with", "speak": "to with", "look": "at into over through for",
    "make": "sure certain the it a", "take": "a the this it", "put": "me us it this the together your", "set": "up aside",
    "do": "not the this it me us", "come": "by up to over and", "drop": "me us by it a", "check": "with the this it on that if whether your out",
    "see": "if whether that what to", "work": "with on out", "bring": "your the a it me us", "copy": "me us him the all in",
    "show": "me us them him", "explain": "to the why how what", "print": "out the this me", "sign": "the it this and",
    "add": "me us the this it a your my", "change": "the it this my your", "review": "the this it and my our", "remind": "me us him her them",
    "read": "the this it my", "write": "me us to a the", "leave": "me us it the a", "buy": "the me us a", "pick": "up me it the",
    "meet": "me us", "join": "me us", "pay": "the it this", "return": "the it this to", "attach": "the a your", "include": "the a me us my all",
    "remove": "me us the this my", "cancel": "the this my our it", "hold": "the off on it", "use": "the this it my our", "plan": "on to for",
    "order": "the us me a", "fill": "out in", "find": "me us", "go": "ahead to over through", "reply": "to with by", "respond": "to with by",
    "post": "it the this", "help": "me us", "stop": "the sending by", "follow": "up", "wait": "for until", "try": "to and", "expect": "",
    "update": "me us the your my", "reach": "out", "book": "me us a the", "schedule": "a the it me us", "report": "to back", "pass": "it this on along",
    "arrange": "", "advise": "", "prepare": "", "submit": "", "specify": "", "indicate": "", "describe": "", "complete": "", "inform": "", "ensure": "",
    "notify": "", "correct": "", "ship": "", "deliver": "", "replace": "", "quote": "", "share": "", "resend": "", "re-send": "", "verify": "", "coordinate": "",
}  # fmt: skip
_ASKED = {verb: frozenset(followers.split()) or _OBJECT_WORDS for verb, followers in _ASKED_WITH.items()}
_NAMED_AFTER = frozenset(
    [
        "send",
        "call",
        "ring",
        "forward",
        "email",
        "e-mail",
        "fax",
        "contact",
        "ask",
        "tell",
        "give",
        "copy",
        "get",
        "have",
        "remind",
    ]
)
"""Verbs that ask also with a name after them: "Call Joe"."""

_NOT_ASKED = re.compile(
    r"take (?:care|a break|a bow)|keep up the|give (?:me|us|it) a break|give (?:my|our) |make (?:a difference|my day)|let's|have a |come on"
    r"|do not (?:hesitate|worry|forget to enjoy)|get (?:the|it) (?:free|now|today)|call it |call the number|take a look inside|put it this"
)


def asked_deed_at(plain: str, text: str, at: int) -> Deed | None:
    """Read an imperative at `at`: "send me", "call Joe", "don't forget to"; None when the words there are no order or plea."""
    word = _WORD.match(plain, at)
    while word is not None and word.group() in _EASY and word.group() not in _ASKED:
        word = _WORD.match(plain, word.end() + 1)
    if word is None or word.group() not in _ASKED or _NOT_ASKED.match(plain, word.start()):
        return None
    after = _WORD.match(plain, word.end() + 1)
    if after and after.group() in _ASKED[word.group()]:
        return Deed(word.start(), after.end())
    is_name = after and word.group() in _NAMED_AFTER and text[after.start()].isupper()
    return Deed(word.start(), after.end()) if after and is_name else None
