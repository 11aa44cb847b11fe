"""What stands on each line of a contact card, whatever version and device wrote it: a property, its parameters, its value?

Folded lines are joined, encodings and character sets undone line by line, so that one broken line costs only itself. What
the properties mean is told in vcard.py.
"""

import base64
import binascii
import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from alongside.sources.charsets import decoded

LINE_BYTES_MAX = 200_000
"""Longest line that is read, joined. Unit: bytes; a note keeps 100,000 characters."""

_BEFORE_VALUE = re.compile(rb'((?:[^":]++|"[^"]*+")*+):')
_PARAMETER = re.compile(r';((?:[^";]++|"[^"]*+"|")*+)')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SOFT_BREAK = re.compile(rb"^[^:]{0,200}QUOTED-PRINTABLE", re.IGNORECASE)
_ENCODINGS = {"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"}


@dataclass(frozen=True, slots=True)
class CardLine:
    """One property: upper-case name without its group, parameters by upper-case name, the value still escaped."""

    name: str
    parameters: dict[str, list[str]]
    value: str
    is_old: bool = False  # of version 2.1, where "\n" is no line end

    @property
    def types(self) -> set[str]:
        """The types of a value, lower case, whichever version wrote them ("TYPE=WORK,VOICE" or ";WORK;VOICE")."""
        return {each.lower() for each in self.parameters.get("TYPE", ())}

    @property
    def text(self) -> str:
        """The value as one text."""
        return self._plain(self.value)

    def pieces(self, mark: str) -> list[str]:
        """The value parted at `mark` where it is not escaped."""
        return [self._plain(piece) for piece in re.split(rf"(?<!\\){mark}", self.value)]

    def _plain(self, text: str) -> str:
        return _ESCAPED.sub(self._meant, text) if "\\" in text else text

    def _meant(self, found: re.Match[str]) -> str:
        if found[1] in "nN":
            return found[0] if self.is_old else "\n"
        return found[1] if found[1] in ",;:\\" else found[0]


def card_lines(lines: Iterable[bytes], wanted: frozenset[str]) -> list[CardLine]:
    """Return the wanted properties of a card in their order."""
    joined = list(_joined(lines))
    is_old = any(line.upper().replace(b" ", b"") == b"VERSION:2.1" for line in joined[:20])
    return [found for line in joined if (found := _card_line(line, wanted, is_old))]


def _joined(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Join what was folded: a line that begins with a blank goes on, and an encoded one of version 2.1 after its "="."""
    parts: list[bytes] = []
    is_open = False
    for line in lines:
        if parts and is_open:
            parts.append(line)
        elif parts and line[:1] in (b" ", b"\t"):
            parts.append(line[1:])
        elif line.strip():
            if parts:
                yield b"".join(parts)[:LINE_BYTES_MAX]
            parts = [line]
        else:
            continue
        is_open = line.endswith(b"=") and bool(_SOFT_BREAK.match(parts[0]))
        if is_open:
            parts[-1] = parts[-1][:-1]
    if parts:
        yield b"".join(parts)[:LINE_BYTES_MAX]


def _card_line(line: bytes, wanted: frozenset[str], is_old: bool) -> CardLine | None:
    name = re.split(rb"[:;]", line, maxsplit=1)[0].rpartition(b".")[2].strip().upper().decode("latin-1")
    if name not in wanted:
        return None
    found = _BEFORE_VALUE.match(line)
    head, value = (found[1], line[found.end() :]) if found else line.partition(b":")[::2]
    parameters = _parameters(decoded(head))
    return CardLine(name, parameters, _decoded(value, parameters), is_old)


def _parameters(head: str) -> dict[str, list[str]]:
    """Return the parameters; one without a name is an encoding or a type."""
    found: dict[str, list[str]] = {}
    for each in _PARAMETER.findall(head):
        name, equals, stated = each.partition("=")
        values = [value.strip(' "') for value in (stated if equals else name).split(",")]
        name = name.strip().upper() if equals else "ENCODING" if values[0].upper() in _ENCODINGS else "TYPE"
        found.setdefault(name, []).extend(values)
    return found


def _decoded(value: bytes, parameters: dict[str, list[str]]) -> str:
    encoding = next(iter(parameters.get("ENCODING", ())), "").upper()
    if encoding == "QUOTED-PRINTABLE":
        value = quopri.decodestring(value).replace(b"\r\n", b"\n")
    elif encoding in ("B", "BASE64"):
        try:
            value = base64.b64decode(value)
        except (binascii.Error, ValueError):
            return ""
    return decoded(value, next(iter(parameters.get("CHARSET", ())), ""))
