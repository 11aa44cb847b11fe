"""Which characters do these bytes stand for, when the stated character set may be missing, wrong or unknown?

It never raises and never loses a readable byte: what fits nowhere becomes the replacement character.
"""

import codecs
import re
from functools import lru_cache

# What senders write, and the wider set that reads the same bytes and more.
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso8859-9": "cp1254",
}
_OTHER_NAMES = {
    "iso-8859-8-i": "iso-8859-8",
    "unicode-1-1-utf-7": "utf-7",
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "x-mac-roman": "mac-roman",
    "utf8mb4": "utf-8",
}
# Not character sets of mail, and some of them slow on long input.
_NEVER = {"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
_NAME = re.compile(r"[A-Za-z0-9_.:+-]{1,40}")


def decoded(content: bytes, charset: str = "") -> str:
    """Return the text of bytes: as stated where that works, else UTF-8, else what loses least."""
    stated = codec(charset) if charset else ""
    for name in (stated, "utf-8"):
        if name:
            try:
                return content.decode(name)
            except (LookupError, ValueError):
                continue
    if stated in ("", "utf-8"):
        return _broken_or_western(content)
    try:
        return content.decode(stated, "replace")
    except (LookupError, ValueError):
        return content.decode("latin-1")


def _broken_or_western(content: bytes) -> str:
    """Tell damaged UTF-8 (other letters in it are right) from old Western text that claims nothing or the wrong set."""
    text = content.decode("utf-8", "replace")
    is_utf8 = any(letter > "\x7f" and letter != "\ufffd" for letter in text)
    return text if is_utf8 else content.decode("cp1252", "replace")


@lru_cache(maxsize=512)
def codec(charset: str) -> str:
    """Return Python's name for a stated character set, or "" when it is unknown, plain ASCII or no character set."""
    charset = charset.strip(" \"'").lower()
    if not _NAME.fullmatch(charset):
        return ""
    try:
        found = codecs.lookup(_OTHER_NAMES.get(charset, charset))
    except (LookupError, ValueError):
        return ""
    if not found._is_text_encoding or found.name in _NEVER:
        return ""
    return _WIDER.get(found.name, found.name)
