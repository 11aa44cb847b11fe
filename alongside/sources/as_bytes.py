"""How are raw bytes of a stranger shown? As text where they are text, else as bytes in rows. Escaping is the template's."""

from collections.abc import Iterator

SHOWN_CHARACTERS = 20_000
"""How much of a text is shown. Unit: characters; the download has all."""

SHOWN_BYTES = 2048
"""How much of other contents is shown. Unit: bytes."""

BYTES_IN_ROW = 16
"""Bytes in a row. Unit: bytes."""

_LOOKED_AT_BYTES = SHOWN_CHARACTERS * 4


def text_of(content: bytes) -> str | None:
    """Return the beginning of a text; None where it is none."""
    start = content[:_LOOKED_AT_BYTES]
    if b"\0" in start:
        return None
    text = start.decode("utf-8", "replace")
    seen = sum(letter.isprintable() or letter in "\t\r\n" for letter in text if letter != "\ufffd")
    return text[:SHOWN_CHARACTERS] if seen >= 0.9 * len(text) else None


def hex_lines(content: bytes) -> Iterator[str]:
    """Yield rows of bytes: how far in, their values, and the letters among them."""
    for at in range(0, min(len(content), SHOWN_BYTES), BYTES_IN_ROW):
        row = content[at : at + BYTES_IN_ROW]
        letters = "".join(chr(each) if 32 <= each < 127 else "·" for each in row)
        yield f"{at:06x}  {row.hex(' '):<{BYTES_IN_ROW * 3}} {letters}"
