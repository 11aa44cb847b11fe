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
    Mr Mrs Ms Dr""".split()
)
_HONORIFICS = frozenset({"Mr", "Mrs", "Ms", "Dr"})


def person_in(text: str, start: int, end: int) -> str:
    """Give the first person named in text[start:end], "" when there is none."""
    for match in _PERSON.finditer(text, start, min(end, len(text))):
        words = match.group().split()
        while words and words[0].rstrip(".") in _NO_NAMES - _HONORIFICS:
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
