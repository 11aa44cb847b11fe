"""Which people are in a card file (vCard 2.1, 3.0 or 4.0)?

Only what the product uses is read: names, addresses, phones, company, title, links, note, uid. Birthdays, pictures and private
addresses are left out, and nothing is ever fetched.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from alongside.sources.at_hand import take_up
from alongside.sources.blocks import NESTING_MAX, Block, blocks, lines_of
from alongside.sources.caps import CALENDAR_BYTES_MAX, CARD_VALUES_MAX, NAME_CHARS_KEPT, NOTE_CHARS_KEPT
from alongside.sources.card_lines import CardLine, card_lines
from alongside.sources.clean import many_lines, one_line, short_id
from alongside.sources.contract import RAW_KEPT_BYTES, Card, Read, Refused
from alongside.sources.files import bytes_in, content_of
from alongside.sources.mailboxes import address_of

FORMER_NAMES = ("X-MAIDENNAME", "X-MAIDEN-NAME", "X-FORMER-NAME", "X-BIRTHNAME")
"""Properties by which address books keep a name that somebody had before."""

READ_PROPERTIES = frozenset(
    "FN N NICKNAME X-NICKNAME EMAIL TEL ORG TITLE ROLE NOTE URL UID KIND X-ADDRESSBOOKSERVER-KIND X-ABSHOWAS "
    "X-ANDROID-CUSTOM".split()
) | frozenset(FORMER_NAMES)
"""The properties of a card that are read."""

PHONE_CHARS_MAX = 40
"""Longest phone number with its spaces. Unit: characters. Source: E.164 allows 15 digits."""

LINK_CHARS_MAX = 500
"""Longest link kept. Unit: characters."""

LEAST_PREFERRED = 100
"""The rank of a value without PREF, as vCard 4.0 counts (1 is best)."""

_DIGIT = re.compile(r"\d")
_LINK = re.compile(r"(?:https?://)?[^\s:/]+\.[^\s:/]+(?:[/?#:]\S*)?", re.IGNORECASE)
_ANDROID_NICKNAME = "vnd.android.cursor.item/nickname"
_ANDROID_MAIDEN_NAME = "3"

Lines = dict[str, list[CardLine]]


class Vcard:
    """People on contact cards."""

    kind = "vcard"

    def recognises(self, path: Path, head: bytes) -> bool:
        """Tell whether the file begins with a card."""
        return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:20].upper().startswith(b"BEGIN:VCARD")

    def read(self, path: Path) -> Iterator[Read]:
        """Yield every card of the file as a Card or a Refused, in its order."""
        size = bytes_in(path)
        content = content_of(path, CALENDAR_BYTES_MAX, "one file of cards")
        if isinstance(content, Refused):
            yield Read(path.name, content, size)
            return
        for number, block in enumerate(blocks(lines_of(content), b"VCARD"), 1):
            where = f"{path.name}, card {number}"
            yield Read(where, _card(block, where), int(size * block.share_done))


def _card(block: Block, where: str) -> Card | Refused:
    passed = take_up(where, block.content)
    if passed:
        return passed
    if not block.is_closed or block.depth > NESTING_MAX:
        return _refused(where, "does not end as a card should. Export the contacts again", block)
    lines: Lines = {}
    for line in card_lines(block.lines, READ_PROPERTIES):
        lines.setdefault(line.name, []).append(line)
    if _is_group(lines):
        return _refused(where, "is a list of other cards and no person; it is left out", block)
    organisation, *units = _organisation(lines) or [""]
    name = _name(lines, organisation)
    role = one_line(_first(lines, "ROLE"), NAME_CHARS_KEPT)
    card = Card(
        uid=short_id(one_line(_first(lines, "UID"), 5000)),
        name=name,
        addresses=_addresses(lines),
        phones=_phones(lines),
        organisation=organisation,
        title=one_line(_first(lines, "TITLE"), NAME_CHARS_KEPT) or role,
        note=many_lines(_first(lines, "NOTE"), NOTE_CHARS_KEPT).strip(),
        role=role,
        units=tuple(units),
        nicknames=_others(name, _nicknames(lines)),
        former_names=_others(name, _former_names(lines)),
        links=_links(lines),
        is_company=_is_company(lines, organisation),
    )
    if card.name or card.addresses:
        return card
    return _refused(where, "has neither a name nor a mail address. Give it one in your address book", block)


def _name(lines: Lines, organisation: str) -> str:
    """Return the name as it is said: the stated one, "Test, Eva" turned round, or put together from its parts."""
    stated = one_line(_first(lines, "FN"), NAME_CHARS_KEPT)
    family, given, full = _parts_of_name(lines)
    is_turned = bool(family and given) and stated.casefold().startswith(f"{family}, {given}".casefold())
    if stated and not is_turned and not address_of(stated):
        return stated
    return full or organisation


def _parts_of_name(lines: Lines) -> tuple[str, str, str]:
    """Return family name, given name, and both with the middle ones in the order in which they are said."""
    for line in lines.get("N", []):
        parts = [one_line(" ".join(part.split(",")), NAME_CHARS_KEPT) for part in line.pieces(";")]
        family, given, middle = (*parts, "", "", "")[:3]
        full = one_line(" ".join(filter(None, (given, middle, family))), NAME_CHARS_KEPT)
        if full:
            return family, given, full
    return "", "", ""


def _organisation(lines: Lines) -> list[str]:
    """Return the company and its units."""
    for line in lines.get("ORG", []):
        names = [one_line(piece, NAME_CHARS_KEPT) for piece in line.pieces(";")[:CARD_VALUES_MAX]]
        if any(names):
            return list(filter(None, names))
    return []


def _nicknames(lines: Lines) -> Iterator[str]:
    for line in (*lines.get("NICKNAME", []), *lines.get("X-NICKNAME", [])):
        yield from line.text.split(",")  # some devices escape the comma between two
    yield from _android(lines, is_maiden=False)


def _former_names(lines: Lines) -> Iterator[str]:
    for name in FORMER_NAMES:
        yield from (line.text for line in lines.get(name, []))
    yield from _android(lines, is_maiden=True)


def _android(lines: Lines, *, is_maiden: bool) -> Iterator[str]:
    """Yield the nicknames that Android keeps in a property of its own, or among them the maiden names."""
    for line in lines.get("X-ANDROID-CUSTOM", []):
        kind, name, of_type = (*line.pieces(";"), "", "")[:3]
        if kind == _ANDROID_NICKNAME and (of_type == _ANDROID_MAIDEN_NAME) == is_maiden:
            yield name


def _others(name: str, found: Iterable[str]) -> tuple[str, ...]:
    cleaned = (one_line(each, NAME_CHARS_KEPT) for each in found)
    return tuple(dict.fromkeys(each for each in cleaned if each and each != name))[:CARD_VALUES_MAX]


def _addresses(lines: Lines) -> tuple[str, ...]:
    found = (address_of(line.text) for line in _preferred_first(lines.get("EMAIL", [])))
    return tuple(dict.fromkeys(filter(None, found)))[:CARD_VALUES_MAX]


def _phones(lines: Lines) -> tuple[str, ...]:
    found = (_phone(line) for line in _preferred_first(lines.get("TEL", [])) if not line.types & {"fax", "pager"})
    return tuple(dict.fromkeys(filter(None, found)))[:CARD_VALUES_MAX]


def _phone(line: CardLine) -> str:
    text = one_line(line.text, 200)
    if text.lower().startswith("tel:"):
        number, _, extension = text[4:].partition(";ext=")
        text = number.partition(";")[0] + (f" ext. {extension}" if extension else "")
    return text if len(_DIGIT.findall(text)) >= 3 and len(text) <= PHONE_CHARS_MAX else ""


def _links(lines: Lines) -> tuple[str, ...]:
    found = (one_line(line.text, LINK_CHARS_MAX + 1) for line in lines.get("URL", []))
    kept = (each for each in found if len(each) <= LINK_CHARS_MAX and _LINK.fullmatch(each))
    return tuple(dict.fromkeys(kept))[:CARD_VALUES_MAX]


def _is_company(lines: Lines, organisation: str) -> bool:
    kind, shown_as = _first(lines, "KIND").lower(), _first(lines, "X-ABSHOWAS").lower()
    return bool(organisation) and (kind == "org" or shown_as == "company")


def _is_group(lines: Lines) -> bool:
    return "group" in (_first(lines, "KIND").lower(), _first(lines, "X-ADDRESSBOOKSERVER-KIND").lower())


def _preferred_first(lines: list[CardLine]) -> list[CardLine]:
    return sorted(lines[: CARD_VALUES_MAX * 3], key=_rank)


def _rank(line: CardLine) -> int:
    stated = next(iter(line.parameters.get("PREF", ())), "")
    if stated.isdecimal():
        return int(stated[:4])
    return 1 if "pref" in line.types else LEAST_PREFERRED


def _first(lines: Lines, name: str) -> str:
    return next((text for line in lines.get(name, []) if (text := line.text)), "")


def _refused(where: str, fault: str, block: Block) -> Refused:
    return Refused(where, f"This card {fault}.", block.content[:RAW_KEPT_BYTES])
