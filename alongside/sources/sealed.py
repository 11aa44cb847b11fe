"""What is inside a signed or encrypted mail: the mail itself where it is only signed, or that only its reader can open it?

It verifies no signature and opens nothing that is encrypted; it only takes the words out of their envelope.
"""

import re

LENGTH_BYTES_MAX = 4
"""Most bytes in which a length may be written. Unit: bytes."""

DEPTH_MAX = 20
"""Deepest nesting that is followed. Unit: levels; the content of a signed mail lies at six."""

ELEMENTS_MAX = 400_000
"""Most elements that are looked at. Unit: elements; a mail of 25 MB in pieces of 1,000 bytes has 25,000."""

ENCRYPTED = "It is encrypted; only its sender, its recipients and its subject can be read here."
_CONTAINER, _OBJECT_ID, _OPEN_END = 0x20, 0x06, 0x80
_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_DATA = bytes.fromhex("2a864886f70d010701")

_PGP_SIGNED = re.compile(
    r"^-----BEGIN PGP SIGNED MESSAGE-----\n(?:[^\n]+\n)*\n(.*?)^-----BEGIN PGP SIGNATURE-----\n.*?^-----END PGP SIGNATURE-----\n?",
    re.MULTILINE | re.DOTALL,
)
_PGP_ENCRYPTED = re.compile(r"^-----BEGIN PGP MESSAGE-----\n.*?^-----END PGP MESSAGE-----\n?", re.MULTILINE | re.DOTALL)
_DASH = re.compile(r"^- ", re.MULTILINE)


def content_of_signed(der: bytes) -> bytes | None:
    """Return the mail part that an opaque S/MIME envelope only signs, or None where it is encrypted or broken."""
    if _SIGNED_DATA not in der[:64]:
        return None
    try:
        return _Der(der).content(0, len(der), 0) or None
    except _BrokenError:
        return None


def without_pgp(text: str) -> tuple[str, bool]:
    """Return a text without the armour of PGP, and whether a part of it was encrypted and is left out."""
    if "-----BEGIN PGP" not in text:
        return text, False
    text = _PGP_SIGNED.sub(lambda found: _DASH.sub("", found[1]), text)
    readable, sealed = _PGP_ENCRYPTED.subn("", text)
    return readable, bool(sealed)


class _BrokenError(Exception):
    """What was read is no DER, or more of it than anybody signs."""


class _Der:
    """Walks through DER and BER: elements of a tag, a length (or an open end) and what they hold."""

    def __init__(self, der: bytes) -> None:
        self.der = der
        self.visited = 0

    def content(self, at: int, end: int, depth: int) -> bytes:
        """Return the octets behind the object id of plain data, in one piece or several; b"" where there are none."""
        is_next = False
        while at < end:
            tag, begin, stop, behind = self._element(at, end, depth)
            if is_next:
                return self._octets(begin, stop, depth + 1)
            is_next = tag == _OBJECT_ID and self.der[begin:stop] == _DATA
            if tag & _CONTAINER and (found := self.content(begin, stop, depth + 1)):
                return found
            at = behind
        return b""

    def _octets(self, at: int, end: int, depth: int) -> bytes:
        parts: list[bytes] = []
        while at < end:
            tag, begin, stop, at = self._element(at, end, depth)
            parts.append(self._octets(begin, stop, depth + 1) if tag & _CONTAINER else self.der[begin:stop])
        return b"".join(parts)

    def _element(self, at: int, end: int, depth: int) -> tuple[int, int, int, int]:
        """Return the tag of an element, where its content begins and stops, and where the next one begins."""
        self.visited += 1
        if depth > DEPTH_MAX or self.visited > ELEMENTS_MAX or at + 2 > end:
            raise _BrokenError
        tag, length = self.der[at], self.der[at + 1]
        begin = at + 2
        if length == _OPEN_END:
            stop = self._end_of_open(begin, end, depth + 1)
            return tag, begin, stop, min(stop + 2, end)
        if length > _OPEN_END:
            begin += length - _OPEN_END
            if length - _OPEN_END > LENGTH_BYTES_MAX:
                raise _BrokenError
            length = int.from_bytes(self.der[at + 2 : begin], "big")
        stop = min(begin + length, end)
        return tag, begin, stop, stop

    def _end_of_open(self, at: int, end: int, depth: int) -> int:
        while at + 2 <= end and self.der[at : at + 2] != b"\0\0":
            *_, at = self._element(at, end, depth)
        return at
