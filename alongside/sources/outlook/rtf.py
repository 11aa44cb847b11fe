"""What does the compressed RTF of an Outlook mail say: the HTML that was wrapped into it, or its plain words?

Unpacks it (MS-OXRTFCP), takes wrapped HTML out (MS-OXRTFEX), and of other RTF keeps only the words.
"""

import re
import struct

from alongside.sources.caps import TEXT_CHARS_KEPT
from alongside.sources.charsets import codec, decoded
from alongside.sources.clean import whole

UNPACKED_BYTES_MAX = 8 * 1024 * 1024
"""Most RTF that is unpacked. Unit: bytes; what lies beyond is left out."""

_PREFILL = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbolArial"
    rb"Times New RomanCourier{\colortbl\red0\green0\blue0" + b"\r\n" + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_COMPRESSED, _PLAIN = b"LZFu", b"MELA"
_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-f]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.IGNORECASE | re.DOTALL
)
_CODEPAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_NO_WORDS = frozenset(
    "fonttbl colortbl stylesheet info pict object themedata datastore listtable listoverridetable generator".split()
)
_SIGNS = {
    "par": "\n",
    "line": "\n",
    "row": "\n",
    "tab": "\t",
    "cell": "\t",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "endash": "–",
    "emdash": "—",
}
_ESCAPED = {b"~": "\xa0", b"_": "-", b"-": ""}


def html_or_text(compressed: bytes) -> tuple[str, str]:
    """Return ("text/html" or "text/plain", the words) of compressed RTF; nothing is raised for broken one."""
    rtf = unpacked(compressed)
    is_html = b"\\fromhtml1" in rtf[:4096]
    return ("text/html" if is_html else "text/plain"), _words(rtf, is_html)[:TEXT_CHARS_KEPT]


def unpacked(compressed: bytes) -> bytes:
    """Return the RTF, as far as it can be unpacked."""
    if len(compressed) < 16:
        return b""
    size, kind = struct.unpack_from("<4xI4s", compressed)
    if kind == _PLAIN:
        return compressed[16 : 16 + size]
    return _inflated(compressed, min(size, UNPACKED_BYTES_MAX)) if kind == _COMPRESSED else b""


def _inflated(compressed: bytes, size: int) -> bytes:
    """Undo LZFu: a window of 4096 bytes that begins with what most RTF begins with."""
    window = bytearray(_PREFILL.ljust(4096, b"\0"))
    at, write = 16, len(_PREFILL)
    found = bytearray()
    while at < len(compressed) and len(found) < size:
        control, at = compressed[at], at + 1
        for bit in range(8):
            if not control >> bit & 1:
                if at >= len(compressed):
                    break
                run, at = compressed[at : at + 1], at + 1
            else:
                if at + 1 >= len(compressed):
                    return bytes(found[:size])
                reference, at = compressed[at] << 8 | compressed[at + 1], at + 2
                start = reference >> 4
                if start == write:
                    return bytes(found[:size])
                run = _repeated(window, start, (reference & 15) + 2, write)
            for byte in run:
                window[write] = byte
                write = (write + 1) % 4096
            found += run
    return bytes(found[:size])


def _repeated(window: bytearray, start: int, length: int, write: int) -> bytes:
    """Copy from the window; what is copied may be what is just being written."""
    ahead = (write - start) % 4096 or 4096
    return bytes(window[(start + n % ahead) % 4096] for n in range(length))


def _words(rtf: bytes, is_html: bool) -> str:
    """Walk through the RTF once and return what it says."""
    page = _CODEPAGE.search(rtf[:4096])
    walk = _Walk(codec(f"cp{page[1].decode()}") if page else "cp1252", is_html)
    for found in _TOKEN.finditer(rtf):
        walk.take(found)
    return whole("".join(walk.said()))


class _Walk:
    """Goes through the tokens. In wrapped HTML the tags stand in {\\*\\htmltag ...}, and \\htmlrtf hides what is only for RTF."""

    def __init__(self, charset: str, is_html: bool) -> None:
        self.charset, self.is_html = charset, is_html
        self.words: list[str] = []
        self.waiting = bytearray()  # of the file's code page, where a sign may take two bytes
        self.is_silent = self.is_hidden = self.is_star = False
        self.outer: list[tuple[bool, bool]] = []
        self.to_skip = 0  # what stands for a sign that was written as Unicode

    def take(self, found: re.Match[bytes]) -> None:
        word, number, code, sign, brace, plain = found.groups()
        if brace == b"{":
            self.outer.append((self.is_silent, self.is_hidden))
        elif brace == b"}":
            self.is_silent, self.is_hidden = self.outer.pop() if self.outer else (False, False)
        elif sign == b"*":
            self.is_star = True
        elif word is not None:
            self._word(word.decode("ascii").lower(), number)
            self.is_star = False
        elif not (self.is_silent or self.is_hidden):
            self._sign(code, sign, plain)

    def _word(self, name: str, number: bytes | None) -> None:
        if name == "htmlrtf" and self.is_html:
            self.is_hidden = number != b"0"
        elif self.is_star or name in _NO_WORDS:
            self.is_silent = self.is_silent or name != "htmltag"
        elif self.is_silent or self.is_hidden:
            return
        elif name == "u" and number:
            self._say(chr(int(number) % 0x10000))
            self.to_skip = 1
        elif name in _SIGNS:
            self._say(_SIGNS[name])

    def _sign(self, code: bytes | None, sign: bytes | None, plain: bytes | None) -> None:
        if code is not None:
            self.waiting += b"" if self.to_skip else bytes([int(code, 16)])
            self.to_skip = 0
        elif sign is not None:
            self._say(_ESCAPED.get(sign, sign.decode("latin-1")))
        elif plain is not None:
            self._say(plain.decode("latin-1")[self.to_skip :])
            self.to_skip = 0

    def _say(self, text: str) -> None:
        if self.waiting:
            self.words.append(decoded(bytes(self.waiting), self.charset))
            self.waiting.clear()
        self.words.append(text)

    def said(self) -> list[str]:
        self._say("")
        return self.words
