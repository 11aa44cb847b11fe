"""Which people are in a card file (vCard 2.1, 3.0 or 4.0)?

Only what the product uses is read: names, addresses, phones, organisation, title, note, uid. Nothing is ever fetched:
pictures and links in a card are left out.
"""

import logging
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from alongside.sources.blocks import NESTING_MAX, Block, blocks, fields, lines_of
from alongside.sources.caps import CALENDAR_BYTES_MAX, CARD_VALUES_MAX, NAME_CHARS_KEPT, NOTE_CHARS_KEPT
from alongside.sources.charsets import decoded
from alongside.sources.clean import many_lines, one_line, short_id
from alongside.sources.contract import RAW_KEPT_BYTES, Card, Read, Refused
from alongside.sources.files import bytes_in, content_of
from alongside.sources.mailboxes import address_of

READ_FIELDS = {b"VERSION", b"N", b"FN", b"EMAIL", b"TEL", b"ORG", b"TITLE", b"NOTE", b"UID", b"BEGIN", b"END"}
"""The properties of a card that are read."""

PHONE_CHARS_MAX = 40
"""Longest phone number with its spaces. Unit: characters. Source: E.164 allows 15 digits."""

LEAST_PREFERRED = 100
"""The rank of a value without PREF, as vCard 4.0 counts (1 is best)."""

_CHARSET = re.compile(rb"CHARSET=\"?([A-Za-z0-9_-]+)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


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
    if not block.is_closed or block.depth > NESTING_MAX:
        return _refused(where, "does not end as a card should. Export the contacts again", block)
    try:
        values = _values(block)
        card = Card(
            uid=short_id(one_line(_first(values, "uid"), 5000)),
            name=_name(values),
            addresses=_addresses(values),
            phones=_phones(values),
            organisation=_organisation(values),
            title=one_line(_first(values, "title"), NAME_CHARS_KEPT),
            note=many_lines(_first(values, "note"), NOTE_CHARS_KEPT).strip(),
        )
    except Exception as trouble:  # the library raises many kinds
        return _refused(where, f"could not be read ({type(trouble).__name__}). Export the contacts again", block)
    if card.name or card.addresses:
        return card
    return _refused(where, "has neither a name nor a mail address. Give it one in your address book", block)


def _values(block: Block) -> dict[str, list[Any]]:
    """Return the library's values by lower-case property name."""
    import vobject

    logging.getLogger("vobject").setLevel(logging.CRITICAL)  # it writes every odd line to the terminal
    logging.getLogger("vobject.base").setLevel(logging.CRITICAL)
    kept = [line for name, lines in fields(block) if name in READ_FIELDS for line in lines]
    text = decoded(b"\n".join(_without_soft_breaks(block.lines, kept)), _charset(block)) + "\n"
    contents: dict[str, list[Any]] = vobject.readOne(text, ignoreUnreadable=True).contents
    return contents


def _without_soft_breaks(every: tuple[bytes, ...], kept: list[bytes]) -> Iterator[bytes]:
    """Yield the kept lines; a quoted-printable value of vCard 2.1 goes on after "=" without being folded."""
    following = dict(pairwise(every))
    for line in kept:
        at, rounds = line, 0
        while b"QUOTED-PRINTABLE" in line.upper()[:200] and line.endswith(b"=") and at in following and rounds < 1000:
            at = following[at]
            line, rounds = line[:-1] + at, rounds + 1
        yield line


def _charset(block: Block) -> str:
    """Return the set of bytes that are not encoded: a stated one of vCard 2.1 only counts there."""
    if any(b"QUOTED-PRINTABLE" in line.upper() for line in block.lines):
        return ""
    found = _CHARSET.search(block.content)
    return found[1].decode("ascii") if found else ""


def _name(values: dict[str, list[Any]]) -> str:
    stated = one_line(_first(values, "fn"), NAME_CHARS_KEPT)
    if stated:
        return stated
    for value in values.get("n", []):
        parts = [getattr(value.value, part, "") for part in ("prefix", "given", "additional", "family", "suffix")]
        name = one_line(" ".join(_text(part) for part in parts if part), NAME_CHARS_KEPT)
        if name:
            return name
    return _organisation(values)


def _organisation(values: dict[str, list[Any]]) -> str:
    for value in values.get("org", []):
        parts = value.value if isinstance(value.value, list) else [value.value]
        name = one_line(_text(parts[0] if parts else ""), NAME_CHARS_KEPT)
        if name:
            return name
    return ""


def _addresses(values: dict[str, list[Any]]) -> tuple[str, ...]:
    found = (address_of(_text(value.value)) for value in _preferred_first(values.get("email", [])))
    return tuple(dict.fromkeys(filter(None, found)))[:CARD_VALUES_MAX]


def _phones(values: dict[str, list[Any]]) -> tuple[str, ...]:
    found = (_phone(value) for value in _preferred_first(values.get("tel", [])) if "fax" not in _types(value))
    return tuple(dict.fromkeys(filter(None, found)))[:CARD_VALUES_MAX]


def _phone(value: Any) -> str:
    text = one_line(_text(value.value), 200)
    if text.lower().startswith("tel:"):
        number, _, extension = text[4:].partition(";ext=")
        text = number.partition(";")[0] + (f" ext. {extension}" if extension else "")
    return text if len(_DIGIT.findall(text)) >= 3 and len(text) <= PHONE_CHARS_MAX else ""


def _preferred_first(values: list[Any]) -> list[Any]:
    return sorted(values[: CARD_VALUES_MAX * 3], key=_rank)


def _rank(value: Any) -> int:
    stated = next(iter(getattr(value, "params", {}).get("PREF", [])), "")
    if stated.isdigit():
        return int(stated)
    return 1 if "pref" in _types(value) else LEAST_PREFERRED


def _types(value: Any) -> set[str]:
    """Return the types of a value, lower case, whichever version wrote them ("TYPE=WORK,VOICE" or "WORK;VOICE")."""
    stated = [*getattr(value, "params", {}).get("TYPE", []), *(getattr(value, "singletonparams", None) or [])]
    return {word.strip(' "').lower() for each in stated for word in str(each).split(",")}


def _first(values: dict[str, list[Any]], name: str) -> str:
    return next((_text(value.value) for value in values.get(name, []) if value.value), "")


def _text(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(_text(each) for each in value)
    return value if isinstance(value, str) else str(value)


def _refused(where: str, fault: str, block: Block) -> Refused:
    return Refused(where, f"This card {fault}.", block.content[:RAW_KEPT_BYTES])
