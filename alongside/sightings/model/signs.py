"""Which signs of asking, offering, telling or reporting does a sentence bear, whatever it is about?

A sign is a form that people ask in, or do not: it is named by what it says ("we need", "opens with a verb", "reports"). What a sign
weighs is learned. Signs carry over to sentences with other words than those that were learned from.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from alongside.sightings.model.opening_verbs import AFTER_VERB, BEFORE_VERB, NO_ORDERS, NO_ORDERS_UNLESS, OPENING_VERBS

_SELDOM = "( also| still| really| do| just| all| guys| both|'ll| will)*"

_TABLE = f"""
no need ~ need necessary ~ no need|(don't|do not) (need|have) to|not (need to|necessary)
we need ~ we we'll ~ we{_SELDOM} (need|have to|must|should|ought|got to|might want|may want|want to|could|had better)
I need ~ i i'd i'll ~ i{_SELDOM} (need|require|want|would (like|appreciate|love|prefer)|prefer)|i'd (like|love|appreciate|prefer|want)
you need ~ you you'll ~ you{_SELDOM} (need to|have to|must|should|ought|might want|may want|had better|want to)
you can ~ you ~ you (can|could|may|might|are able|are welcome|guys can)
others need ~ needs has have must should ought ~ (?!you |we |i )[\\w']+ (needs|has to|have to|must|should|ought)( also)? (to )?[a-z]+
to be done ~ be required needed requested encouraged invited asked expected due ~ (needs?|have|has|must|should|\
ought) (to )?be \\w+(ed|en|t|ne|de)|(is|are) (required|needed|requested|encouraged|invited|asked|expected|due)
could you ~ you someone somebody anyone anybody ~ (can|could|would|will|won't|couldn't|can't) (you|someone|somebody|anyone|anybody)
do you ~ you ~ (do|did|are|were|have|had|don't|didn't|aren't|haven't) you
can we ~ we i ~ (can|could|should|shall|may|do|did|are|were|will|would) (we|i)
opens with a question word ~ what what's which when when's where where's who who's why how how's ~ (?:(?<=^)|(?<=[,:;-] )|(?<=so )|\
(?<=and )|(?<=but ))(what|which|when|where|who|why|how)
asks what ~ what which when where who why how ~ (what|which|when|where|who|why|how)( \\w+){{0,2}} (is|are|was|were|do|does|did|can|\
could|should|will|would|shall|have|has) (i|you|we|he|she|it|they|the|this|that|your|our|there)
how about ~ about why how ~ (how|what) about|why (don't|not)|how does
let's ~ let let's lets shall ~ let'?s|let us|shall we
tell me ~ me us ~ (let|keep|inform|tell|advise|update|notify|call|contact|email|e-mail|send|give|get back to|join|show|help|remind|\
page|text|ring) (me|us)
questions welcome ~ questions concerns problems queries ~
please ~ please pls plz kindly ~
I hope you ~ hope hoping hoped hopefully wish wondering wonder wondered ~ (hope|hoping|hoped|hopefully|wish|wondering|wonder|\
wondered)(,| that| if| to)? (you|we|i could|your|to|if|whether)
appreciates ~ appreciate appreciated grateful ~
would be good ~ be ~ (would|will|might|may|could|'d) be (a |very |really |more |most |so |quite )*(good|great|nice|helpful|useful|\
best|better|wonderful|fine|ideal|easier|beneficial|appropriate|fun|interesting|worth|appreciated|wise|happy|glad|pleased|delighted|\
interested|willing|able|available)
suggests ~ suggest propose recommend encourage urge request invite suggestion proposal recommendation ~
maybe ~ maybe perhaps ~ (maybe|perhaps),? (we|you|i|if|when|the|it|a|\\w+ and)
I think it should ~ think thought believe feel guess ~ (think|thought|believe|feel|guess)[^.,;]{{0,30}}(should|could|need|must|ought|\
would be|might)
if you ~ if ~ if you
if you could ~ if ~ if (you|we|someone) (can|could|would|might)
offers ~ happy glad pleased delighted willing available free able can could ~ (happy|glad|pleased|delighted|willing|available|free|\
able) (to|for|on|in|at|any)|(i|we) can|i could
suits me ~ works work suits suit good fine ok okay best better convenient ~ (works?|suits?|good|fine|ok|okay|best|better|\
convenient) (best |well |fine |better )?(for|with) (me|you|us|everyone|your)
meets ~ meet meeting lunch dinner coffee drink drinks call visit together chat discuss conference appointment join ~
names a day ~ monday tuesday wednesday thursday friday tomorrow today week tonight weekend ~
welcomes ~ welcome invite invited ~
looks forward ~ forward ~
I will ~ i we i'll we'll i'm ~ (i|we)('ll| will| shall|'m going to| am going to)
tells what was ~ ~ (?<=^)[a-z]+ (was|were|had|did|\\w+ed|went|got|sent|spoke|met|told|said|left|took|gave|made|wrote|thought)
reports ~ asked told said says wants wanted suggested requested requests mentioned indicated agreed plans proposes proposed ~
thanks ~ thank thanks ~
unsure ~ sure know idea unclear curious confused clear ~ not sure|don't know|no idea|unclear|curious|confused|not clear|(need|like|\
want) to know
any ~ any anyone anybody anything ~ (?<=^)(any|anyone|anybody|anything)
sorry ~ sorry apologize apologies apology ~
wants to ~ want wanna care interested up ready ~ (wanna|want to|care to|interested in|up for|ready to) \\w+[^?]*\\?
checks ~ check see ask know make confirm touch follow discuss talk remind invite get find hear set schedule ~ (wanted|want|like|\
writing|trying|checking) to (check|see|ask|know|make sure|confirm|touch base|follow up|discuss|talk|remind|invite|get|find|hear|set|\
schedule)
by when ~ by before due asap soon deadline convenience immediately urgent ~
"""
"""By line: the sign's name, the words of which one must be there (none: always looked for), and the form (none: the words are enough)."""


class Sign(NamedTuple):
    """A sign: its name, the words of which one must be there (none: it is always looked for), its form (None: a word is enough)."""

    name: str
    cues: frozenset[str]
    form: re.Pattern[str] | None


def _read(table: str) -> Iterator[Sign]:
    for line in filter(None, table.splitlines()):
        name, words, form = map(str.strip, line.split("~"))
        plain = form.replace("(?", "\0").replace("(", "(?:").replace("\0", "(?")
        yield Sign(name, frozenset(words.split()), re.compile(rf"(?<![\w'])(?:{plain})(?![\w'])") if plain else None)


SIGNS = tuple(_read(_TABLE))
_ALWAYS = frozenset(at for at, sign in enumerate(SIGNS) if not sign.cues)
_BY_WORD = {
    word: frozenset(at for at, sign in enumerate(SIGNS) if word in sign.cues)
    for word in frozenset[str]().union(*(sign.cues for sign in SIGNS))
}

_CLAUSE_ENDS = frozenset({",", ";", ":"})
_JOINS = frozenset({"and", "or", "then", "so", "but"})
_CONDITIONS = frozenset("to if when for in once before after as at by with since while given on".split())


def signs_of(plain: str, words: Sequence[str], *, is_question: bool) -> list[str]:
    """Give the signs of a sentence in lower case with its words (see features.py), and every two of them together."""
    looked_for = _ALWAYS.union(*[_BY_WORD[word] for word in words if word in _BY_WORD])
    held = [SIGNS[at].name for at in sorted(looked_for) if (form := SIGNS[at].form) is None or form.search(plain)]
    held += dict.fromkeys(_verb_signs(words))
    if '"' in plain:
        held.append("quotes")
    held.append("asks back" if is_question else "tells")
    found = ["§ " + name for name in held]
    for at, one in enumerate(held):
        together = _TOGETHER[one]
        found += [together[two] for two in held[at + 1 :]]
    return found


def _verb_signs(words: Sequence[str]) -> Iterator[str]:
    """Name the places at which a verb tells the reader what to do: at the front, after a clause, after "and"."""
    if opens_with_verb(words, 0):
        yield "opens with a verb"
    for at, word in enumerate(words[:-1]):
        if word in _CLAUSE_ENDS and opens_with_verb(words, at + 1):
            yield "verb after a clause"
            if words[0] in _CONDITIONS:
                yield "verb after a condition"
        elif word in _JOINS and opens_with_verb(words, at + 1):
            yield "and a verb"
        if (
            word in ("don't", "dont", "never") and (at == 0 or words[at - 1] in _CLAUSE_ENDS | _JOINS | {"please"})
        ) or (
            word == "do" and words[at + 1] == "not" and (at == 0 or words[at - 1] in _CLAUSE_ENDS | _JOINS | {"please"})
        ):
            yield "forbids"


def opens_with_verb(words: Sequence[str], at: int) -> bool:
    """Say whether the words from a place on tell the reader what to do: "then send me", "join the call"."""
    while at < len(words) and words[at] in BEFORE_VERB:
        at += 1
    if at >= len(words) or words[at] not in OPENING_VERBS:
        return False
    after = words[at + 1] if at + 1 < len(words) else ""
    if words[at] in NO_ORDERS:
        return after in NO_ORDERS_UNLESS.get(words[at], ())
    return not after or after in AFTER_VERB or (after.endswith("s") and not after.endswith("ss"))


_ALL = (
    *(sign.name for sign in SIGNS),
    *(
        "opens with a verb",
        "verb after a clause",
        "verb after a condition",
        "and a verb",
        "forbids",
        "quotes",
        "asks back",
        "tells",
    ),
)
_TOGETHER = {one: {two: f"§ {min(one, two)} & {max(one, two)}" for two in _ALL} for one in _ALL}
"""The name of every two signs together, made once: a sentence has up to fifty."""
