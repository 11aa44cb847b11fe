"""Which letter is in a file that holds one mail (.eml)?"""

import re
from collections.abc import Iterator
from pathlib import Path

from alongside.sources.caps import MESSAGE_BYTES_MAX
from alongside.sources.contract import Read, Refused
from alongside.sources.files import bytes_in, content_of
from alongside.sources.invitations import with_its_meetings
from alongside.sources.letter import parse_letter
from alongside.sources.set_aside import why_by_marks

_FIELD = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{0,60})[ \t]*:", re.MULTILINE)
_USUAL = {
    *(b"from", b"to", b"cc", b"subject", b"date", b"message-id", b"received", b"return-path", b"delivered-to"),
    *(b"mime-version", b"content-type", b"reply-to", b"sender", b"in-reply-to", b"references", b"dkim-signature"),
    *(b"x-received", b"authentication-results", b"envelope-to"),
}
FIELDS_OF_A_MAIL = 2
"""How many usual fields the first lines must have to be taken for a mail whatever the file's name. Unit: fields."""


class Eml:
    """One mail in one file."""

    kind = "eml"

    def recognises(self, path: Path, head: bytes) -> bool:
        """Tell whether the file begins with the header lines of a mail, or is named as one."""
        if b"\0" in head[:512]:
            return False
        if path.name.lower().removesuffix(".gz").endswith(".eml"):
            return True
        top = re.split(rb"\r?\n\r?\n", head.lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
        first_line_is_field = _FIELD.match(top)
        return bool(first_line_is_field) and len(_USUAL & _fields(top)) >= FIELDS_OF_A_MAIL

    def read(self, path: Path) -> Iterator[Read]:
        """Yield the letter of the file, or why it is not taken, and the meetings that it states."""
        labels = (path.parent.name,) if path.parent.name else ()
        yield from with_its_meetings(read_eml(path, labels, bytes_in(path)))


def read_eml(path: Path, labels: tuple[str, ...], bytes_done: int) -> Read:
    """Return the one mail of a file with its place."""
    content = content_of(path, MESSAGE_BYTES_MAX, "one mail")
    if isinstance(content, Refused):
        return Read(path.name, content, bytes_done)
    content = content.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if reason := why_by_marks(content):
        return Read(path.name, Refused(path.name, reason), bytes_done)
    return Read(path.name, parse_letter(content, labels=labels, where=path.name), bytes_done)


def _fields(top: bytes) -> set[bytes]:
    return {name.lower() for name in _FIELD.findall(top)}
