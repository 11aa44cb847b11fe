"""How were the lines of a mail before they were broken for the way (format=flowed, RFC 3676)?

A line that ends with a blank goes on in the next one of the same depth of quotation; a signature's mark never does.
"""

import re

SIGNATURE_MARK = "-- "

_DEPTH = re.compile(">*")


def unflowed(text: str, *, drops_blank: bool) -> str:
    """Return the text with its broken lines joined; `drops_blank` where the blank at the end was put in (DelSp=yes)."""
    lines: list[str] = []
    open_depth = -1  # of the line before, where it goes on
    for line in text.split("\n"):
        found = _DEPTH.match(line)
        depth = found.end() if found else 0
        words = line[depth:].removeprefix(" ")
        goes_on = words.endswith(" ") and words != SIGNATURE_MARK
        if drops_blank and goes_on:
            words = words[:-1]
        if depth == open_depth and words != SIGNATURE_MARK:
            lines[-1] += words
        else:
            lines.append(f"{'>' * depth} {words}" if depth else words)
        open_depth = depth if goes_on else -1
    return "\n".join(lines)
