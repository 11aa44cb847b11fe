"""What does a promise or a request ask the user to do? Says it as an errand: "Tell Joe where the demurrage comes from."

Reads the few words that were found. Where they do not fit a sentence of ours they are quoted as they stand: an exact
quote is better than a clever paraphrase.
"""

import re
from collections.abc import Sequence

from alongside.plays.saying import (
    OBJECT_CHARS,
    OURS_TO_THEM,
    OURS_TO_USER,
    QUOTE_CHARS,
    THEIRS_TO_USER,
    bare_words,
    capital,
    clause,
    is_deed,
    matter,
    quoted,
    turned,
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


def promised_errand(what: str, quote: str, who: str, asked: Sequence[str] = ()) -> str:
    """Say as an imperative what the user promised `who`; `asked` are the things they had asked for, if known."""
    deed = bare_words(what)
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
    deed = bare_words(asked)
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


def with_name(deed: str, who: str, turns: dict[str, str]) -> str:
    """Put the name for the one spoken to: "send you the list" becomes "send Joe the list"; other persons are turned."""
    named, found = re.subn(r"\byou\b", who, deed, count=1)
    if not found:
        named = re.sub(r"\b(let|back to|tell|send|give) them\b", rf"\1 {who}", deed, count=1)
    before, name, after = named.partition(who)
    return turned(before, turns) + name + turned(after, turns)


def promised(what: str, due_words: str, quote: str, name: str) -> str:
    """Report our promise: "You said you would find out and tell Joe by Friday"; quote it where it is no deed."""
    deed = bare_words(what)
    if not is_deed(deed) or len(deed) > QUOTE_CHARS:
        return f"You wrote {quoted(quote or what)}"
    by = f" {bare_words(due_words)}" if due_words and bare_words(due_words).lower() not in deed.lower() else ""
    return f"You said you would {with_name(deed, name, OURS_TO_USER)}{by}"


def is_bare(what: str) -> bool:
    """Say whether the words of a promise name nothing by themselves: "see to it", "send it", "come back to you"."""
    return bool(_BARE.match(bare_words(what)))


def promised_to_them(what: str) -> str:
    """Say to them what we promised: "send you the report", or "come back to you about the charge"."""
    deed = bare_words(what)
    if is_deed(deed) and not _BARE.match(deed) and len(deed) <= OBJECT_CHARS:
        return re.sub(r"\b(let|back to|tell|send|give) them\b", r"\1 you", deed, count=1)
    thing = matter(deed, OURS_TO_THEM)
    return f"come back to you{' about ' + thing if thing else ''}"


def update_errand(what: str, quote: str, who: str) -> str:
    """Say as an imperative that `who` waits for word on what they asked for."""
    what = whole(what, quote)
    if question := _QUESTION.fullmatch(what.strip()):
        return f"Answer {who}: {quoted(question['words'])}"
    deed = bare_words(what)
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
