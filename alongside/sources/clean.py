"""How words from outside are made safe to keep: control, direction-override and invisible characters go, names stay.

It does not decide what a text means, and it never escapes for HTML: that is the page's work.
"""

import hashlib
import re

from alongside.sources.caps import ID_CHARS_MAX, NAME_CHARS_KEPT

_BREAKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]")
# U+200C and U+200D stay: Persian and Indic words and many emoji are wrong without them.
_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CONTROL_IN_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u034f\u115f\u1160\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\U000e0000-\U000e007f]"
)
_FILLING = re.compile(
    "(?:[\u200c\u200d][ \xa0\n]*){3,}"
)  # what senders put behind a pre-header; once, it belongs to a word
_SPACES = re.compile(r"\s{2,}")


def one_line(text: str, limit: int = NAME_CHARS_KEPT) -> str:
    """Return a name, subject or cell as one visible line of at most `limit` characters."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()[:limit].rstrip()
    text = _INVISIBLE.sub("", _BREAKS.sub(" ", whole(text)))
    return _SPACES.sub(" ", text).strip()[:limit].rstrip()


def many_lines(text: str, limit: int) -> str:
    """Return a body or note with line feeds for line ends, without control characters and without what nobody sees."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL_IN_TEXT.sub("", whole(text[:limit]))
    return _FILLING.sub("", text) if "\u200c" in text or "\u200d" in text else text


def whole(text: str) -> str:
    """Return the text with lone surrogates, which no database takes, replaced."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def short_id(text: str) -> str:
    """Return an identifier that fits a database column; two long ones stay different by their digest."""
    if len(text) <= ID_CHARS_MAX:
        return text
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return f"{text[: ID_CHARS_MAX - len(digest) - 1]}~{digest}"


def in_size(count: int) -> str:
    """Return a number of bytes as a person reads it: "3.1 MB"."""
    for unit, size in (("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)):
        if count >= size:
            return f"{count / size:.1f} {unit}"
    return f"{count} bytes"
