"""How do we name people and things, and quote words, in a colleague's voice?

Names a matter from the few words that were found ("the demurrage charge", "where it comes from"), and turns I and you
for the ear that hears them. What is to be done is said in errands.py.
"""

import re

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


YOU_ACTING = "you (who acts)"
"""The key of "you" where it is followed by what you do: it turns into "we" or "they", not into "us" or "them"."""

OURS_TO_USER = {
    "i": "you",
    "me": "you",
    "my": "your",
    "mine": "yours",
    "you": "them",
    YOU_ACTING: "they",
    "your": "their",
    "yours": "theirs",
}
"""Turns what one of us wrote to them, when it is said to the user."""

THEIRS_TO_USER = {
    "i": "they",
    "we": "they",
    "me": "them",
    "my": "their",
    "mine": "theirs",
    "us": "them",
    "our": "their",
    "ours": "theirs",
}
"""Turns what they wrote to us, when it is said to the user."""

OURS_TO_THEM: dict[str, str] = {}
"""What one of us wrote to them stays as it is in a mail to them."""

THEIRS_TO_THEM = {
    "i": "you",
    "we": "you",
    "me": "you",
    "my": "your",
    "mine": "yours",
    "us": "you",
    "our": "your",
    "ours": "yours",
    "you": "us",
    YOU_ACTING: "we",
    "your": "our",
    "yours": "ours",
}
"""Turns what they wrote to us, when we answer."""

_PERSONS = re.compile(
    r"\b(?:(?P<acting>you)(?= (?!(?:an?|the|my|our|your|his|her|its|their|this|that|these|those|it|them|some|any|all|to|by|"
    r"on|in|with|for|and|or|about|at|from|of|if|whether|when|where|what|how|why|who|as|again|back|today|tomorrow)\b)[a-z])"
    r"|me|my|mine|us|ours?|you|yours?|we|i(?! (?:am|was)\b|'))\b",
    re.I,
)


def turned(words: str, turns: dict[str, str]) -> str:
    """Turn the speaker's I and you for another ear: our "your price list" becomes the user's "their price list"."""

    def turn(found: re.Match[str]) -> str:
        key = YOU_ACTING if found["acting"] and YOU_ACTING in turns else found.group().lower()
        return turns.get(key, found.group())

    return _PERSONS.sub(turn, words)


def is_deed(what: str) -> bool:
    """Say whether the words name something to do ("send you the certificates") and not a thing."""
    return bool(_DEED.match(what) or _DEED_OR_THING.match(what))


def matter(what: str, turns: dict[str, str]) -> str:
    """Name the matter as a noun with its article ("the demurrage charge"), or give "" where the words are none.

    What begins with a capital is the start of a sentence, unless it is a month, a day or an abbreviation.
    """
    words = bare_words(what)
    if not words or len(words) > OBJECT_CHARS or is_deed(words) or _IS_NO_THING.search(words):
        return ""
    if words[0].isupper() and not _DETERMINED.match(words) and not _NAME_FIRST.match(words):
        return ""
    return turned(words if _DETERMINED.match(words) else f"the {words}", turns)


def clause(what: str, turns: dict[str, str]) -> str:
    """Give the matter as an indirect question ("where the demurrage comes from"), or "" where it is none."""
    words = re.sub(r"^(?:to )?(?:know|hear|learn|understand|find out) ", "", bare_words(what), flags=re.I)
    if not _CLAUSE.match(words) or len(words) > OBJECT_CHARS or _is_asked_directly(words):
        return ""
    return turned(words[0].lower() + words[1:], turns)


def bare_words(what: str) -> str:
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


def capital(words: str) -> str:
    """Begin the words with a capital letter."""
    return words[0].upper() + words[1:]


def ended(text: str) -> str:
    """End a sentence with a full stop, unless its last words, quoted or not, end it already."""
    return text if text.rstrip("”")[-1:] in {".", "!", "?", "…"} else f"{text}."
