"""What does a signature say about its writer: name, title, company, phones, addresses, links?

Reads only what stands there; it does not decide who the person is or whether the title is still true.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from alongside.interactions.postal import postal_address
from alongside.interactions.sign_off import (
    DIVIDED_LINE_CHARACTERS,
    LONGEST_NAME_CHARACTERS,
    is_name,
)
from alongside.interactions.signature_marks import (
    ADDRESS,
    AMERICAN,
    BARE_DOMAIN,
    CLOSING,
    COMPANY,
    DEPARTMENT,
    DIVIDER,
    FAX,
    FAX_BEHIND,
    JOB,
    LEGAL_FORM,
    LINK,
    NO_PHONE,
    PHONE,
    POST_BOX,
    STREET,
)

SIGNATURE_LINES = 30
"""Lines of a signature that are read for fields; what follows is a motto, a disclaimer or an attack."""

SIGNATURES_KEPT = 512
"""Signatures that are kept with what they say, as people sign all their letters alike. Unit: signatures of at most six kilobytes."""

SHORTEST_PHONE_DIGITS = 7
"""Digits of a number that can be called from outside; shorter ones are extensions."""


@dataclass(frozen=True)
class SignatureFields:
    """What a signature says; empty where it says nothing. `phones` are E.164 where they can be, else as written.

    `addresses` are mail addresses, `postal` is where to visit or write, on one line.
    """

    name: str
    title: str
    company: str
    phones: tuple[str, ...]
    links: tuple[str, ...]
    addresses: tuple[str, ...]
    postal: str = ""


def read_signature(text: str, span: tuple[int, int], *, region: str = "US") -> SignatureFields:
    """Read name, title, company, phones, links and addresses out of the signature at `span`.

    `region` says where a number without country code is dialled from (ISO 3166); fax numbers are left out. For "US",
    a number that does not look American is kept as written rather than guessed.
    """
    lines = text[span[0] : span[1]].split("\n")[:SIGNATURE_LINES]
    return _read("\n".join(line[:DIVIDED_LINE_CHARACTERS] for line in lines), region)


@lru_cache(maxsize=SIGNATURES_KEPT)
def _read(whole: str, region: str) -> SignatureFields:
    pieces = [piece for line in whole.split("\n") for piece in _pieces(line.strip())]
    name, title, company = _who(pieces)
    return SignatureFields(
        name=name,
        title=title,
        company=company,
        phones=_phones(whole, region),
        links=_unique(link.rstrip(".,;") for link in LINK.findall(whole) + BARE_DOMAIN.findall(_without_links(whole))),
        addresses=_unique(address.rstrip(".").lower() for address in ADDRESS.findall(whole)),
        postal=postal_address(pieces),
    )


def _unique(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))


def _without_links(text: str) -> str:
    return ADDRESS.sub(" ", LINK.sub(" ", text))


def _pieces(line: str) -> list[str]:
    """The parts of a line: what closing words leave over, cut at bars, dots and wide gaps."""
    closing = CLOSING.match(line)
    if closing is not None and not JOB.search(line):
        line = closing["rest"]
    return [p for p in (piece.strip(" ,;*_-–—~>") for piece in DIVIDER.split(line)) if p]


def _who(pieces: list[str]) -> tuple[str, str, str]:
    """Name, title and company: the first piece that looks like each, a title's tail told apart by its words."""
    name = title = company = ""
    for piece in pieces:
        words = PHONE.split(_without_links(piece))[0].strip(" ,;:-")
        if not words or (STREET.search(words) and not JOB.search(words)):
            continue
        if not name and not title:
            name, words = _leading_name(words)
        if words and not title and JOB.search(words) and not _is_company(words):
            title, words = _title_and_rest(words)
        if (
            words
            and words != title
            and not company
            and (name or title)
            and _may_be_company(words, has_title=bool(title))
        ):
            company = words
    return name, title, company


def _leading_name(words: str) -> tuple[str, str]:
    """ "Joe Kowalski, VP Raw Materials" gives the name and what follows it."""
    first, _, rest = words.partition(",")
    if is_name(words) and not JOB.search(words) and not _is_company(words):
        return words.strip("-–—~ .,"), ""
    if rest and is_name(first) and not JOB.search(first) and not _is_company(first):
        return first.strip("-–—~ "), rest.strip()
    return "", words


def _title_and_rest(words: str) -> tuple[str, str]:
    """ "VP Raw Materials, National Steel" gives title and company; "Vice President, Raw Materials" is all title."""
    at = re.split(r"\s(?:at|@|bei|chez)\s", words, maxsplit=1)
    if len(at) == 2:
        return at[0].strip(" ,"), at[1].strip()
    parts = [part.strip() for part in words.split(",")]
    for i, part in enumerate(parts[1:], start=1):
        belongs_to_title = JOB.search(part) or (DEPARTMENT.search(part) and not _is_company(part))
        if not belongs_to_title:
            return ", ".join(parts[:i]), part
    return words, ""


def _is_company(words: str) -> bool:
    return bool(LEGAL_FORM.search(words) or COMPANY.search(words)) and not JOB.search(words.split(",")[0])


def _may_be_company(words: str, *, has_title: bool) -> bool:
    """A line with a legal form or a company's word; below a title any short capitalised line will do."""
    is_sentence = words.endswith((".", "!", "?")) and not LEGAL_FORM.search(words)
    if len(words) > LONGEST_NAME_CHARACTERS or is_sentence:
        return False
    return _is_company(words) or (
        has_title and words[0].isupper() and not DEPARTMENT.search(words) and ":" not in words
    )


def _phones(whole: str, region: str) -> tuple[str, ...]:
    found = []
    for match in PHONE.finditer(whole):
        before = whole[max(whole.rfind("\n", 0, match.start()) + 1, match.start() - 30) : match.start()]
        is_short = sum(character.isdigit() for character in match[0]) < SHORTEST_PHONE_DIGITS
        if is_short or NO_PHONE.match(match[0]) or POST_BOX.search(before):
            continue
        if not (FAX.search(before) or FAX_BEHIND.match(whole[match.end() : match.end() + 8])):
            found.append(_e164(match[0].strip(), region))
    return _unique(found)


def _e164(written: str, region: str) -> str:
    """The number as +12195550134, or as written when it cannot be told."""
    import phonenumbers

    if not written.startswith("+") and region == "US" and not AMERICAN.match(written.removeprefix("1").lstrip(" -.")):
        return written
    try:
        number = phonenumbers.parse(written.replace("(0)", ""), region)
    except phonenumbers.NumberParseException:
        return written
    if not phonenumbers.is_possible_number(number):
        return written
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
