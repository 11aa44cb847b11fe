"""Which person or company does a stretch of text name? Names are read by their capitals; who they are is not decided here."""

import re

_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Frau)\.? )?"
_NEXT = rf"(?:{_CAPITAL}(?:[\w'’-]{{1,24}}|\.)|van|von|de|der|den|del|da|di|la|le|bin|al)"
_PERSON = re.compile(rf"(?<!\w){_TITLE}{_CAPITAL}[\w'’-]{{1,24}}(?: {_NEXT}){{0,3}}")
_COMPANY_AFTER = re.compile(
    rf"(?: (?:at|from|of|with)| \()(?: the)? (?P<company>{_CAPITAL}[\w&'’.-]{{1,24}}(?: (?:(?:&|and|of) )?{_CAPITAL}[\w&'’.-]{{1,24}}){{0,4}})"
)
_NO_NAMES = frozenset(
    """I We You He She They It The A An This That These Those My Our Your His Her Their In On At As For From To Of By With And Or But So
    If When Please Let Thanks Thank Hi Hello Dear Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April
    May June July August September October November December Head Director Manager Procurement Purchasing Operations Sales CEO CFO COO CTO
    VP Plant Senior Chief Regards Best Also There Here What Who Which How Where Why Yes No Not New Good Great Meet Meanwhile Unfortunately
    Effective OK Obviously Ext Perhaps Maybe Since After Before Sadly Today Tomorrow Sorry Congratulations Just Now Then Both All
    Mr Mrs Ms Dr Officer President Engineer Buyer Supervisor Has Have Is Are Was Were Will Do Does Did Can Could Would Should Any Some One Two
    Three Got Proud Happy Glad Pleased Kindly Pls Welcome Per Via About Re Given Due Some Most Many Several Each Every All Today's My""".split()
)
_WORD = re.compile(r"[^\s.]+")
_JOIN = re.compile(r"['’](?=m|ve|ll|re|s|d)")
_HONORIFICS = frozenset({"Mr", "Mrs", "Ms", "Dr"})


def person_in(text: str, start: int, end: int) -> str:
    """Give the first person named in text[start:end], "" when there is none."""
    for match in _PERSON.finditer(text, start, min(end, len(text))):
        words = match.group().split()
        while words and _base(words[0]) in _NO_NAMES - _HONORIFICS:
            words = words[1:]
        while words and (words[-1] in _NO_NAMES or words[-1].islower()):
            words = words[:-1]
        if words:
            return " ".join(words).removesuffix("'s").removesuffix("’s").rstrip(".")
    return ""


def company_after(text: str, start: int, end: int) -> str:
    """Give the company that text[start:end] names with "at" or "from", "" when there is none."""
    match = _COMPANY_AFTER.search(text, start, min(end, len(text)))
    return match["company"].rstrip(".,") if match and match["company"].split()[0] not in _NO_NAMES else ""


def marked(text: str, plain: str) -> str:
    """Give the plain text with every name as a run of capital N of the same length, so that a pattern can ask for "a name" there."""
    pieces, at = [], 0
    for match in _PERSON.finditer(text):
        start, end = _without_common_words(text, *match.span())
        if start < end:
            pieces += [plain[at:start], "N" * (end - start)]
            at = end
    return "".join([*pieces, plain[at:]])


def _without_common_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a stretch of capitals to what may be a name: no "The" before it, no "Manager" after it."""
    words = list(_WORD.finditer(text, start, end))
    while words and _base(words[0].group()) in _NO_NAMES - _HONORIFICS:
        words = words[1:]
    while words and (words[-1].group() in _NO_NAMES or words[-1].group().islower()):
        words = words[:-1]
    return (words[0].start(), _bare_end(words[-1])) if words else (0, 0)


def _base(word: str) -> str:
    """Give a word without what is drawn together with it: "I" of "I'm"."""
    return _JOIN.split(word)[0].rstrip(".")


def _bare_end(word: re.Match[str]) -> int:
    """Give where a name ends: before "'s"."""
    return word.end() - 2 * word.group().endswith(("'s", "’s"))
