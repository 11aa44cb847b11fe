"""How do we say to the user what was asked or promised, in their colleague's voice?

Turns the few words that were found ("the demurrage charge", "where it comes from", "send you the certificates") into
an errand.
Where the words do not fit a sentence of ours they are quoted as they stand: an exact quote is better than a clever
paraphrase.
"""

import re
from collections.abc import Sequence

from alongside.judgement.dossier import Dossier, Member
from alongside.judgement.words import number

QUOTE_CHARS = 110
"""Characters of a quote shown in a sentence; the whole stands in the evidence."""

OBJECT_CHARS = 70
"""Characters: longer words for a matter are quoted, not built into a sentence."""

_DETERMINED = re.compile(
    r"(?:the|an?|this|that|these|those|my|your|our|their|his|her|its|all|some|any|both|every|each|\d)\b", re.I
)
_NAME_FIRST = re.compile(
    r"[A-Z]{2}|[A-Z]\d|(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_CLAUSE = re.compile(r"(?:who|whom|whose|what|when|where|why|which|how|whether|if)\b", re.I)
_IS_NO_THING = re.compile(
    r"^(?:who|whom|whose|what|when|where|why|which|how|whether|if|can|could|would|will|may|might|shall|should|do|does|did|"
    r"is|are|was|were|please|to|i|we|you|he|she|they|it|there|and|or|not|but|so|as|for|of|in|on|at|by|with|from)\b"
    r"|[?!.;] ",
    re.I,
)
_DEED = re.compile(
    r"(?:accept|adjust|advise|agree|allow|amend|answer|approve|arrange|ask|attach|be|bring|build|buy|calculate|cancel|"
    r"chase|clarify|collect|come|complete|confirm|consider|correct|deliver|develop|discuss|do|double-check|ensure|"
    r"escalate|examine|expedite|explain|extend|fill|find|finali[sz]e|follow|forward|gather|get|give|go|grant|guarantee|"
    r"handle|have|include|inform|inspect|introduce|investigate|invite|join|keep|know|leave|let|look|lower|make|notify|"
    r"open|organi[sz]e|pass|prepare|propose|provide|pull|push|put|raise|read|reconsider|reduce|remind|remove|replace|"
    r"reschedule|resend|reserve|resolve|respond|revert|revise|see|send|settle|solve|speak|submit|take|talk|tell|verify|"
    r"waive|work|write)(?= |$)"
)
_DEED_OR_THING = re.compile(
    r"(?:add|address|book|call|change|check|contact|copy|cover|credit|cut|deal|dispatch|draft|e-?mail|exchange|fax|file|"
    r"fix|hand|help|hold|invoice|issue|load|mail|match|meet|move|offer|order|pay|phone|pick|post|present|process|quote|"
    r"refund|release|repair|reply|report|return|review|ring|run|schedule|set|share|ship|show|sign|sort|start|stop|supply|"
    r"support|switch|test|trace|track|train|transfer|try|turn|update|visit)"
    r"(?:$| (?=(?:the|an?|my|our|your|his|her|its|this|that|these|those|it|me|us|you|him|them|all|any|both|each|some|"
    r"up|out|in|off|over|back|with|to|into|whether|if)\b))"
)
_QUESTION = re.compile(r"answer “(?P<words>.+)”", re.S)
_SEND_US = re.compile(r"(?P<verb>send|forward|give|mail|e-?mail|show|get) (?:me|us) (?P<thing>(?!it\b|them\b).+)")
_LOOKED_INTO = re.compile(
    r"(?:find out about|look into|check(?: on| into)?|investigate|clarify|verify|examine|trace)"
    r" (?P<thing>(?:the|this|that|these|those|your|our) .+?)(?: and .*)?$"
)
_FOUND_OUT = re.compile(
    r"(?:find out|check|clarify|tell you|let you know|confirm(?: to you)?|explain(?: to you)?)"
    r" (?P<clause>(?:where|when|why|how|what|who|which|whether|if) .+?)"
    r"(?: and (?:tell|let|get|come|report|write|call)\b.*)?$"
)
_BARE = re.compile(
    r"(?:(?:look into|check|find out|investigate)(?: it| this| that)?(?: and)? ?)?"
    r"(?:see to it|be in touch|be back to you|report(?: back)?|reply|respond|revert|answer(?: you)?|update you|tell you|"
    r"let you know|(?:get|come|report|write) back(?: to (?:you|them))?|"
    r"(?:send|mail|forward|do|sort|fix|handle|(?:let|get) (?:you|them)(?: have)?) (?:it|them|this|that)(?: to you| over| out)?)?$"
)


def first_name(name: str) -> str:
    """Give the name by which a colleague would call this person: "Joe" of "Joe Kowalski" and of "Kowalski, Joe"."""
    if "@" in name or not name.strip():
        return name.strip()
    family, comma, given = name.partition(",")
    words = (given if comma and given.strip() else family).split()
    spoken = [word for word in words if word.rstrip(".").lower() not in {"mr", "mrs", "ms", "mx", "dr", "prof"}]
    return (spoken or words)[0]


def full_name(member: Member) -> str:
    """Give the name in reading order, or the address where no name is known."""
    family, comma, given = member.name.partition(",")
    if comma and given.strip():
        return f"{given.strip()} {family.strip()}"
    return member.name.strip() or member.address


def whom(record: Dossier, person_id: int | None) -> tuple[str, str]:
    """Give the full and the first name of the person, or twice the account's where nobody is named."""
    member = record.member(person_id)
    if member is None or not (member.name.strip() or member.address):
        return record.account_name, record.account_name
    return full_name(member), first_name(full_name(member))


def name_for_letter(record: Dossier, person_id: int | None) -> str:
    """Give the full name to greet and to quote, or "" where nobody is named."""
    member = record.member(person_id)
    return full_name(member) if member else ""


def times(count: int) -> str:
    """Say how often something came again: "once more", "twice more", "three more times"."""
    return {1: "once more", 2: "twice more"}.get(count, f"{number(count)} more times")


def quoted(words: str, chars: int = QUOTE_CHARS) -> str:
    """Put words in quotation marks, white space joined, cut at a word where they are long."""
    return f"“{clipped(words, chars)}”"


def clipped(words: str, chars: int = QUOTE_CHARS) -> str:
    """Join white space and cut at a word when longer than `chars`."""
    joined = " ".join(words.split()).strip('“”" ')
    return joined if len(joined) <= chars else joined[:chars].rsplit(" ", 1)[0].rstrip(",;:. ") + " …"


OURS_TO_USER = {"me": "you", "my": "your", "mine": "yours", "you": "them", "your": "their", "yours": "theirs"}
"""Turns what one of us wrote to them, when it is said to the user."""

THEIRS_TO_USER = {"me": "them", "my": "their", "mine": "theirs", "us": "them", "our": "their", "ours": "theirs"}
"""Turns what they wrote to us, when it is said to the user."""

OURS_TO_THEM: dict[str, str] = {}
"""What one of us wrote to them stays as it is in a mail to them."""

THEIRS_TO_THEM = {
    "me": "you",
    "my": "your",
    "mine": "yours",
    "us": "you",
    "our": "your",
    "ours": "yours",
    "you": "us",
    "your": "our",
    "yours": "ours",
}
"""Turns what they wrote to us, when we answer."""


def turned(words: str, turns: dict[str, str]) -> str:
    """Turn the speaker's I and you for another ear: our "your price list" becomes the user's "their price list"."""
    return re.sub(
        r"\b(?:me|my|mine|us|ours?|you|yours?)\b", lambda m: turns.get(m.group().lower(), m.group()), words, flags=re.I
    )


def is_deed(what: str) -> bool:
    """Say whether the words name something to do ("send you the certificates") and not a thing."""
    return bool(_DEED.match(what) or _DEED_OR_THING.match(what))


def matter(what: str, turns: dict[str, str]) -> str:
    """Name the matter as a noun with its article ("the demurrage charge"), or give "" where the words are none.

    What begins with a capital is the start of a sentence, unless it is a month, a day or an abbreviation.
    """
    words = _bare_words(what)
    if not words or len(words) > OBJECT_CHARS or is_deed(words) or _IS_NO_THING.search(words):
        return ""
    if words[0].isupper() and not _DETERMINED.match(words) and not _NAME_FIRST.match(words):
        return ""
    return turned(words if _DETERMINED.match(words) else f"the {words}", turns)


def clause(what: str, turns: dict[str, str]) -> str:
    """Give the matter as an indirect question ("where the demurrage comes from"), or "" where it is none."""
    words = re.sub(r"^(?:to )?(?:know|hear|learn|understand|find out) ", "", _bare_words(what), flags=re.I)
    if not _CLAUSE.match(words) or len(words) > OBJECT_CHARS or _is_asked_directly(words):
        return ""
    return turned(words[0].lower() + words[1:], turns)


def _bare_words(what: str) -> str:
    """Join white space and drop the stops at both ends; a deed that began a sentence begins small."""
    words = " ".join(what.split()).strip(' .,:;!?"“”')
    begins_small = words[:1].lower() + words[1:]
    return begins_small if is_deed(begins_small) else words


def _is_asked_directly(words: str) -> bool:
    """Say whether a verb comes first, as in a direct question: "where is the cargo", "how long does it take"."""
    if re.match(r"(?:whether|if)\b", words, re.I):
        return False
    verb = r"(?:is|are|was|were|do|does|did|can|could|will|would|should|have|has)"
    return bool(
        re.match(rf"\w+(?: (?:long|many|much|far|soon|often))?(?: \w+)? {verb}\b", words, re.I)
    ) and not re.match(r"\w+ (?:the|this|that|it|they|we|you|your|our|he|she)\b", words, re.I)


def promised_errand(what: str, quote: str, who: str, asked: Sequence[str] = ()) -> str:
    """Say as an imperative what the user promised `who`; `asked` are the things they had asked for, if known."""
    deed = _bare_words(what)
    if found := _FOUND_OUT.match(deed):
        return f"Tell {who} {turned(found['clause'], OURS_TO_USER)}."
    if looked := _LOOKED_INTO.match(deed):
        return f"Tell {who} what came of {turned(looked['thing'], OURS_TO_USER)}."
    if _BARE.match(deed):
        return _come_back(who, asked, quote or what)
    if is_deed(deed):
        named = with_name(deed, who, OURS_TO_USER)
        return f"{capital(named)}." if who in named else f"{capital(named)}, as you told {who} you would."
    if thing := matter(deed, OURS_TO_USER):
        return f"Tell {who} what came of {thing}."
    return f"Keep your word to {who}: {quoted(quote or what)}"


def _come_back(who: str, asked: Sequence[str], promised: str) -> str:
    """Say the errand in the words of what was asked, since the promise ("I will send it") does not name it."""
    errands = [errand for one in asked if (errand := _errand_asked(who, one))]
    if errands:
        return errands[0]
    return f"Come back to {who}, as you said you would: {quoted(asked[0] if asked else promised, OBJECT_CHARS)}"


def _errand_asked(who: str, asked: str) -> str:
    """Say what was asked as an errand, "" where it names nothing ("find out")."""
    if question := _QUESTION.fullmatch(asked.strip()):
        return f"Answer {who}: {quoted(question['words'])}"
    if wanted := clause(asked, THEIRS_TO_USER):
        return f"Tell {who} {wanted}."
    deed = _bare_words(asked)
    if sent := _SEND_US.match(deed):
        return f"{capital(sent['verb'])} {who} {turned(sent['thing'], THEIRS_TO_USER)}."
    if is_deed(deed) and " " in deed and not _BARE.match(deed) and len(deed) <= OBJECT_CHARS:
        return f"{capital(turned(deed, THEIRS_TO_USER))}, as you told {who} you would."
    thing = matter(asked, THEIRS_TO_USER)
    return f"Tell {who} what came of {thing}." if thing else ""


def whole(what: str, quote: str) -> str:
    """Give back the last small word that was cut from what was asked: "where it comes" of "... where it comes from."."""
    joined = " ".join(quote.split())
    at = joined.lower().rfind(what.lower()) if what else -1
    rest = joined[at + len(what) :].strip(" .!?") if at >= 0 else ""
    return f"{what} {rest}" if rest in {"from", "to", "for", "with", "of", "about", "on", "in", "at"} else what


def capital(words: str) -> str:
    """Begin the words with a capital letter."""
    return words[0].upper() + words[1:]


def with_name(deed: str, who: str, turns: dict[str, str]) -> str:
    """Put the name for the one spoken to: "send you the list" becomes "send Joe the list"; other persons are turned."""
    named, found = re.subn(r"\byou\b", who, deed, count=1)
    if not found:
        named = re.sub(r"\b(let|back to|tell|send|give) them\b", rf"\1 {who}", deed, count=1)
    before, name, after = named.partition(who)
    return turned(before, turns) + name + turned(after, turns)


def promised(what: str, due_words: str, quote: str, name: str) -> str:
    """Report our promise: "You said you would find out and tell Joe by Friday"; quote it where it is no deed."""
    deed = _bare_words(what)
    if not is_deed(deed) or len(deed) > QUOTE_CHARS:
        return f"You wrote {quoted(quote or what)}"
    by = f" {_bare_words(due_words)}" if due_words and _bare_words(due_words).lower() not in deed.lower() else ""
    return f"You said you would {with_name(deed, name, OURS_TO_USER)}{by}"


def promised_to_them(what: str) -> str:
    """Say to them what we promised: "send you the report", or "come back to you about the charge"."""
    deed = _bare_words(what)
    if is_deed(deed) and not _BARE.match(deed) and len(deed) <= OBJECT_CHARS:
        return re.sub(r"\b(let|back to|tell|send|give) them\b", r"\1 you", deed, count=1)
    thing = matter(deed, OURS_TO_THEM)
    return f"come back to you{' about ' + thing if thing else ''}"


def update_errand(what: str, quote: str, who: str) -> str:
    """Say as an imperative that `who` waits for word on what they asked for."""
    what = whole(what, quote)
    if question := _QUESTION.fullmatch(what.strip()):
        return f"Answer {who}: {quoted(question['words'])}"
    deed = _bare_words(what)
    if wanted := clause(deed, THEIRS_TO_USER):
        return f"Tell {who} {wanted}, or by when you will know."
    if known := re.match(r"(?:let|tell) (?:me|us)(?: know)? (?P<clause>.+)", deed):
        wanted = clause(known["clause"], THEIRS_TO_USER)
        return f"Tell {who} {wanted}, or by when you will know." if wanted else _asked_to(deed, quote, who)
    sent = _SEND_US.match(deed)
    if sent and len(deed) <= OBJECT_CHARS:
        return f"{capital(sent['verb'])} {who} {turned(sent['thing'], THEIRS_TO_USER)}, or say when it comes."
    if is_deed(deed):
        return _asked_to(deed, quote, who)
    if thing := matter(deed, THEIRS_TO_USER):
        return f"Tell {who} how it stands with {thing}."
    return f"Tell {who} where this stands: {quoted(quote or what)}"


def _asked_to(deed: str, quote: str, who: str) -> str:
    if len(deed) > QUOTE_CHARS:
        return f"Tell {who} where this stands: {quoted(quote or deed)}"
    return f"Come back to {who}, who asked you to {turned(deed, THEIRS_TO_USER)}."


def ended(text: str) -> str:
    """End a sentence with a full stop, unless its last words, quoted or not, end it already."""
    return text if text.rstrip("”")[-1:] in {".", "!", "?", "…"} else f"{text}."
