"""Which verbs name a deed that one can promise to somebody, or ask of them?

Only word lists, and the reading of a verb at a place. "I will send" is a deed; "I will be in Pittsburgh", "we will see" are not.
"""

import re
from typing import NamedTuple


class Deed(NamedTuple):
    """Where in the sentence the deed begins (after "also", "then") and where its verb ends."""

    start: int
    end: int


_OBJECT = """it this that them these those you him her me us the a an my our your his their everyone everybody someone somebody
    all any some both another one two three half more most every each"""


def _table(lines: str) -> dict[str, frozenset[str]]:
    """Read lines of "verb verb: word word": the words that may follow the verbs. OBJECT stands for a pronoun or an article."""
    read: dict[str, frozenset[str]] = {}
    for line in filter(None, map(str.strip, lines.splitlines())):
        verbs, _, followers = line.partition(":")
        words = frozenset(followers.replace("OBJECT", _OBJECT).split())
        read.update(dict.fromkeys(verbs.split(), words))
    return read


DEEDS = frozenset(
    """send resend re-send call ring phone forward provide prepare arrange confirm reconfirm revert reply respond answer share inform
    notify advise update check double-check recheck investigate examine clarify verify review test analyse analyze trace track ensure
    fix repair sort resolve solve remedy rectify settle handle tackle address deliver ship dispatch despatch supply replace exchange
    credit refund reimburse compensate issue reissue re-issue draft rewrite email e-mail fax text schedule reschedule book organise
    organize coordinate co-ordinate include attach correct amend adjust modify revise expedite chase escalate raise finalise finalize
    complete submit quote propose present reserve honour honor extend reduce lower waive absorb circulate distribute introduce contact
    transfer wire cancel release approve process calculate compile collect discuss consult report implement install visit relay convey
    accommodate guarantee document help support assist follow-up upload confer liaise inspect evaluate assess consider modify reprint
    reconsider courier invoice substitute prioritise prioritize source recommend nominate nudge remind invite rework redo repack relabel retest
    rerun refit recalculate reprocess rebook remake relay retrieve recover establish attend brief deploy upgrade patch troubleshoot calibrate
    reinstall waive rush expand consolidate commission certify translate scan enclose despatch""".split()
)
"""Verbs that are a deed whatever follows."""

DEEDS_WITH = _table(
    """
    draw sketch chase cover lift bump throw waive honour secure line clean wipe repair bake cast grind weld paint mix blend staff top trim clear pack wrap change enter mail post swap write add push press print copy explain gather hold match order pick return sign load: OBJECT
    remove bring cut buy run start stop clear produce develop build train file log lodge open host plan show hand pull fill: OBJECT
    ask: OBJECT around for whether if where what how who why mr ms next again today tomorrow
    pay: OBJECT for
    let: you him her them everyone everybody the all your mr ms
    find: out you a an someone somebody the where why how what who when space something
    look: into at for up after this that it through over closely again
    see: to that what whether if about how
    get: OBJECT back in on onto these things something to right
    come: back up by over round to with and
    drop: OBJECT by off in
    swing stop pop nip hop: by over in past round
    swap roll phase iron nail dig sort hash: out it this that them the
    ping shoot fire buzz: you OBJECT off over
    circle: back
    loop: in you him her them
    stay: in on
    escort train coach: you your them OBJECT
    push: it this that the for through accounts them
    knock: off
    reach: out
    touch: base
    follow: up this it
    make: OBJECT sure certain up arrangements good
    take: it this that the care up over responsibility action another your
    deal: with
    do: it this that so the my our a what everything some whatever both all another
    keep: OBJECT an to on
    give: OBJECT mr ms
    set: it this that up aside
    work: on with out this it something up through over
    speed: up it this things the
    wrap: up it this
    offer: you them your him her
    meet: the your that this our
    put: OBJECT together in up forward aside
    connect: you him her them
    talk: to with it this
    speak: to with
    tell: you him her them the my our mr everyone
    dig: into out up it a deeper for
    join: you them
    go: over through back to ahead
    stick: to
    stand: by
    pass: OBJECT on along
    begin: the work production
    fight: for
    lean: on
    switch: to you the
    commit: to
    turn: around it that this
    leave: it you a the
    back: you it
    have: OBJECT mr ms
    be: sending calling getting providing shipping issuing preparing arranging sharing following delivering visiting replacing \
reviewing working coming checking looking contacting forwarding updating asking despatching dispatching raising crediting collecting fixing testing \
loading bringing taking adding paying transferring releasing confirming submitting escalating
    """.replace("\\\n", "")
)
"""Verbs that are a deed only with one of these words, or a figure, after them."""

_PHRASES = (
    "be in touch",
    "be in contact",
    "be back in touch",
    "be back to you",
    "be back with",
    "be there for you",
    "be on to",
)

ASKED = _table(
    """
    send call ring forward provide confirm email e-mail fax contact arrange advise prepare submit specify indicate describe: OBJECT with to
    complete inform ensure notify correct ship deliver replace quote share resend re-send verify coordinate attach include: OBJECT with to if
    review read sign add change print update remove cancel use return pay order book schedule bring copy post: OBJECT to with in on
    ask tell give let have remind show keep put buy leave drop write take: OBJECT mr ms down up
    get: me us him her them back with this it your in the
    talk speak: to with
    look: at into over through for
    make: sure certain the it a
    set: aside up
    do: not the this it me us
    come: by up to over and
    check: with the this it on that if whether your out
    see: if whether that what to
    work: with on out
    explain: to the why how what this
    pick: up me it the
    meet join help find: me us
    hold: the off on it
    plan: on to for
    fill: out in
    go: ahead to over through
    reply respond: to with by
    stop: the sending by
    follow: up
    wait: for until
    try: to and
    reach: out
    report: back to
    pass: it this on along your
    expect: OBJECT
    """
)
"""Verbs that ask when they open the sentence, with the words that must follow them."""

_ASKED_OF_A_NAME = frozenset(
    "send call ring forward email e-mail fax contact ask tell give copy get have remind".split()
)
"""Verbs that ask also with a name after them: "Call Joe"."""

_NAME_NEXT = re.compile(r"(?!Info|In\b|From|Cent|Num|Detail|List|Log|For|To\b|At\b|Us\b|Me\b)[A-Z][a-z]{1,20}\b(?!:)")

_NOT_ASKED = re.compile(
    r"talk (?:to|with) you|take (?:care|a (?:break|bow|look inside))|keep up the|give (?:(?:me|us|it) a break|my |our )|have (?:a|an|any|some|all|both|the|you|me|us)\b"
    r"|make (?:a difference|my day)|let (?:me|us|it|this|that|a|the|one|all)\b|do not (?:hesitate|worry)|get the (?:free|best)|call it |put it this"
    r"|tell me about it|show (?:it|this|all)\b|add (?:it|up)\b|use (?:a|all|every)\b|expect (?:a|an|the|more|this|that|to|us|me|it|them)\b|leave (?:it|all|a)\b"
)

_EASY = frozenset(
    """also then now just gladly happily certainly definitely surely personally immediately shortly soon first next therefore again
    always still today tomorrow quickly obviously naturally both all too probably hopefully promptly formally simply please instead
    kindly tonight carefully separately directly duly""".split()
)
_EASY_PHRASES = (
    "of course", "as agreed", "as discussed", "as promised", "in turn", "at once", "right away", "try to", "try and", "try my best to",
    "try our best to", "do my best to", "do our best to", "do everything i can to", "do everything we can to", "make every effort to",
    "be able to", "be sure to", "go and", "go ahead and", "have to", "need to", "sit down and", "take a look and",
)  # fmt: skip
_EASY_MOST = 4
"""Words or phrases between "will" and the verb that are passed over."""

_WORD = re.compile(r"[a-z][a-z'-]{0,24}")
_GAP = re.compile(r"[ ,]{0,4}")


def deed_at(plain: str, at: int) -> Deed | None:
    """Read the deed that begins at `at`, passing over "also", "of course", "try to"; None when what stands there is no deed."""
    word = _verb_at(plain, at)
    if word is None:
        return None
    verb = word.group()
    if verb in DEEDS:
        return Deed(word.start(), word.end())
    if verb in DEEDS_WITH and (end := _follower_end(plain, word, DEEDS_WITH[verb])):
        return Deed(word.start(), end)
    phrase = next((phrase for phrase in _PHRASES if plain.startswith(phrase, word.start())), "")
    return Deed(word.start(), word.start() + len(phrase)) if phrase else None


def asked_deed_at(plain: str, text: str, at: int) -> Deed | None:
    """Read an order or plea at `at`: "send me", "call Joe"; None when the words there are neither."""
    word = _WORD.match(plain, at)
    while word is not None and word.group() in _EASY:
        word = _WORD.match(plain, word.end() + 1)
    if word is None or word.group() not in ASKED or _NOT_ASKED.match(plain, word.start()):
        return None
    if end := _follower_end(plain, word, ASKED[word.group()]):
        return Deed(word.start(), end)
    is_named = word.group() in _ASKED_OF_A_NAME and _NAME_NEXT.match(text, word.end() + 1)
    return Deed(word.start(), word.end()) if is_named else None


def _verb_at(plain: str, at: int) -> re.Match[str] | None:
    for _ in range(_EASY_MOST + 1):
        gap = _GAP.match(plain, at)
        at = gap.end() if gap else at
        eased = next((easy for easy in _EASY_PHRASES if plain.startswith(easy, at)), "")
        word = _WORD.match(plain, at)
        if not eased and (word is None or word.group() not in _EASY):
            return word
        at = at + len(eased) if eased or word is None else word.end()
    return None


def _follower_end(plain: str, word: re.Match[str], followers: frozenset[str]) -> int:
    """Give the end of the word after the verb when it is one of the followers, or a figure where an object may follow; else 0."""
    after = _WORD.match(plain, word.end() + 1)
    if after and after.group() in followers:
        return after.end()
    counts = "the" in followers and word.group() != "order"  # "Order 4711 follows" orders nothing
    return word.end() if counts and plain[word.end() + 1 : word.end() + 2].isdigit() else 0
