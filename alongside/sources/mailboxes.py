"""Which named addresses does an address field state?

Reads what the standard asks for and what people's programs write: list archives ("joe at example.com (Joe Smith)"),
names with a bare comma, groups, comments inside addresses. A display name is never taken as the address.
"""

import re
from collections.abc import Iterable, Iterator

from alongside.sources.caps import ADDRESS_CHARS_MAX, HEADER_VALUE_KEPT, NAME_CHARS_KEPT
from alongside.sources.contract import Mailbox
from alongside.sources.headers import words

PHRASE_CHARS_READ = 1000
"""Longest run of words in an address field that is looked at. Unit: characters. Longer ones are no name."""

_SIMPLE = re.compile(r'(?:"([^"\\<>]*)"\s*|([^"<>,;:()\\@]*))<([^\s"<>,;:()\\@]+@[^\s"<>,;:()\\@\[\]]+)>')
_BARE = re.compile(r'[^\s"<>,;:()\\@]+@[^\s"<>,;:()\\@\[\]]+')
_TOKEN = re.compile(r'"(?:[^"\\]|\\.|\\$)*(?:"|$)|<[^<>]*>|[,;:()]|[^",;:<>()]+|.', re.DOTALL)
_ARCHIVED = re.compile(r"(\S+) at (\S+\.\S+)")
_ANGLE = "\ue000"  # where the address stood in a phrase
_ADDRESS = re.compile(r'(?:"[^"\\@]+"|[^\s"<>,;:()\\@]+)@[^\s"<>,;:()\\@]+')


def mailboxes(values: Iterable[str]) -> tuple[Mailbox, ...]:
    """Return the mailboxes of all occurrences of an address field, each address once, in order."""
    found: dict[str, Mailbox] = {}
    for value in values:
        for mailbox in _in_field(value[:HEADER_VALUE_KEPT].strip()):
            found.setdefault(mailbox.address, mailbox)
    return tuple(found.values())


def address_of(text: str) -> str:
    """Return the normal form of one address (lower case, ASCII domain, no final dot), or "" when it is none."""
    text = text.strip().strip("<>").strip().lower().removeprefix("mailto:")
    if "@" not in text:
        archived = _ARCHIVED.fullmatch(text)
        text = f"{archived[1]}@{archived[2]}" if archived else ""
    local, at, domain = text.rpartition("@")
    domain = domain.rstrip(".")
    if not domain.isascii():
        domain = _in_ascii(domain)
    address = local + at + domain
    return address if len(address) <= ADDRESS_CHARS_MAX and _ADDRESS.fullmatch(address) else ""


def _in_field(value: str) -> Iterator[Mailbox]:
    simple = _SIMPLE.fullmatch(value)
    if simple:
        quoted, plain, address = simple.groups()
        yield from _mailbox(address, quoted or plain or "")
    elif _BARE.fullmatch(value):
        yield from _mailbox(value, "")
    else:
        yield from _spelt_out(value)


def _spelt_out(value: str) -> Iterator[Mailbox]:
    """Walk through the field once: quotes, comments to any depth, angles, groups, bare and lost commas."""
    phrase, comment, angle, depth = "", "", "", 0
    for token in [*_TOKEN.findall(value), ","]:
        if depth:
            depth += (token == "(") - (token == ")")
            comment += token if depth else ""
        elif token == "(":
            depth, comment = 1, comment + " " if comment else ""
        elif token in (",", ";"):
            if angle or "@" in phrase or " at " in phrase:
                yield from _one(phrase, comment, angle)
                phrase, comment, angle = "", "", ""
            else:  # "Smith, Joe <joe@x.example>"
                phrase = f"{phrase.strip()}, " if token == "," and 0 < len(phrase) < PHRASE_CHARS_READ else ""
        elif token == ":" and not angle and "@" not in phrase:
            phrase = ""  # the name of a group
        elif token[0] == "<" and len(token) > 1:
            if angle:  # a comma was lost, or written as an encoded word
                before, _, phrase = phrase.partition(_ANGLE)
                yield from _one(before, comment, angle)
                comment = ""
            phrase, angle = phrase + _ANGLE, token[1:-1]
        else:
            phrase += token
    if depth:  # a bracket that was never closed
        yield from _one(phrase, comment, angle)


def _one(phrase: str, comment: str, angle: str) -> Iterator[Mailbox]:
    phrase = phrase[:PHRASE_CHARS_READ].replace(_ANGLE, " ")
    name = _unquoted(phrase).strip()
    if angle:
        yield from _mailbox(angle, name or comment)
    elif _ARCHIVED.fullmatch(phrase.strip()) or _ADDRESS.fullmatch(phrase.strip()):
        yield from _mailbox(phrase, comment)
    else:
        found = _ADDRESS.findall(phrase)
        rest = _ADDRESS.sub(" ", name) if len(found) == 1 else ""
        for address in found:
            yield from _mailbox(address, rest or comment)


def _mailbox(address: str, name: str) -> Iterator[Mailbox]:
    normal = address_of(address)
    if not normal:
        return
    if name:
        name = words(name, NAME_CHARS_KEPT).strip(" ,'\"")
        if "@" in name or " at " in name:
            name = "" if address_of(name) == normal else name
    yield Mailbox(normal, name)


def _unquoted(phrase: str) -> str:
    if '"' not in phrase:
        return phrase
    return re.sub(r"\\(.)", r"\1", phrase.replace('\\"', "\x00").replace('"', "").replace("\x00", '"'))


def _in_ascii(domain: str) -> str:
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return domain
