"""Where does a sign-off begin that has no "-- " above it: closing words, or a name that ends the mail?"""

import re

from alongside.interactions.signature_marks import (
    ALL_CAPITALS_NAME,
    CLOSING,
    CONTACT,
    DASH_NAME,
    DIVIDER,
    JOB,
    NAME,
    NOT_NAMES,
    PHONE,
    PROSE,
)

SIGN_OFF_WINDOW_LINES = 14
"""Lines at the end of what was said in which a sign-off is looked for, blank ones included."""

LINES_UNDER_CLOSING = 8
"""Lines of name, title and address allowed below closing words such as "Best regards,"."""

SHORT_LINE_CHARACTERS = 80
"""Longest line that still looks like a line of a signature and not like prose."""

DIVIDED_LINE_CHARACTERS = 200
"""Longest line of a signature whose parts are divided by bars or dots ("Joe | VP | National Steel")."""

LONGEST_NAME_CHARACTERS = 50
"""Longest line that can be a person's name."""


def sign_off_start(lines: list[str], *, sender: str = "") -> int | None:
    """Find the line on which a sign-off without "-- " begins, in the last stripped lines of what was said.

    Closing words with at most LINES_UNDER_CLOSING short lines below, or a name that ends the mail. None when the mail
    simply ends. `sender` is the writer's name when known.
    """
    filled = [i for i, line in enumerate(lines) if line]
    tail = _short_tail(lines, filled)
    closing = next((i for i in tail if _closes(lines, i, tail, sender)), None)
    return closing if closing is not None else _name_start(lines, filled, tail, sender)


def _short_tail(lines: list[str], filled: list[int]) -> list[int]:
    """The unbroken run of signature-like lines at the end, in order; one motto below a contact line is let pass."""
    tail: list[int] = []
    has_motto = False
    for place in range(len(filled) - 1, max(-1, len(filled) - LINES_UNDER_CLOSING - 2), -1):
        line = lines[filled[place]]
        if len(line) > SHORT_LINE_CHARACTERS and (len(line) > DIVIDED_LINE_CHARACTERS or not DIVIDER.search(line)):
            break
        if PROSE.search(line) and not CLOSING.match(line):
            if has_motto or not place or not has_contact(lines[filled[place - 1]]):
                break
            has_motto = True
        tail.append(filled[place])
    return tail[::-1]


def has_contact(line: str) -> bool:
    return bool(CONTACT.search(line) or PHONE.search(line))


def _closes(lines: list[str], at: int, tail: list[int], sender: str) -> bool:
    """Closing words with a name in the same line or below them; a last "Thanks" alone signs nothing."""
    found = CLOSING.match(lines[at])
    if found is None:
        return False
    rest = found["rest"].strip(" ,.!;:~–-")
    if rest and is_name(rest, sender):
        return True
    below = [lines[i] for i in tail if i > at]
    if any(is_name(line, sender) for line in below[:2]):
        return len(rest.split()) <= 3
    return bool(below) and not rest


def _name_start(lines: list[str], filled: list[int], tail: list[int], sender: str) -> int | None:
    """A name that ends the mail, alone or with contact lines below; a mail of a single name is not signed."""
    for place, i in enumerate(tail):
        if i == filled[0] or not _is_signed_name(lines[i], sender):
            continue
        below = [lines[j] for j in tail[place + 1 :]]
        is_set_apart = not lines[i - 1] or lines[i - 1][-1] in ".?!:)" or is_sender(lines[i], sender)
        if not below and (is_set_apart or DASH_NAME.match(lines[i])):
            return i
        if below and (any(has_contact(b) for b in below) or is_sender(lines[i], sender)):
            return i
    return None


def _is_signed_name(line: str, sender: str) -> bool:
    """A name, "-glyph", or a name with its phone on the same line ("Barry - 713-555-1587")."""
    if is_name(line, sender) or DASH_NAME.match(line):
        return True
    pieces = [p for p in DIVIDER.split(line) if p]
    if len(pieces) > 1 and is_name(pieces[0], sender):
        return has_contact(line) or bool(JOB.search(line))
    phone = PHONE.search(line)
    return phone is not None and phone.start() > 0 and is_name(line[: phone.start()].rstrip(" :,;|-\t"), sender)


def is_name(line: str, sender: str = "") -> bool:
    if len(line) > LONGEST_NAME_CHARACTERS:
        return False
    if not (NAME.match(line) or ALL_CAPITALS_NAME.match(line)):
        return is_sender(line, sender)
    return not any(word.strip(",.'-").lower() in NOT_NAMES for word in line.split())


def is_sender(line: str, sender: str) -> bool:
    """Whether every word of a short line is a word of the sender's own name."""
    if not sender or len(line) > LONGEST_NAME_CHARACTERS:
        return False
    words = set(re.findall(r"\w+", line.lower()))
    return bool(words) and words <= set(re.findall(r"\w+", sender[:200].lower()))
