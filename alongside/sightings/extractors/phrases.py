"""How a table of phrases, one a line, becomes a pattern that is found at word boundaries in plain text.

A line may use small pieces of a regular expression: (a|b), word?, [^,]{0,40}. " ..." stands for up to three words in between, a
backslash at the end joins the next line.
"""

import re

_WORDS = r"(?: [\w'/-]{1,18}){0,3}"
_JOINED = re.compile(r"\\\n\s*")


def any_of(table: str, *, before: str = "", after: str = "") -> re.Pattern[str]:
    """Compile a table into one pattern; `before` and `after` are pieces of pattern that every phrase is framed by."""
    lines = [line.strip() for line in _JOINED.sub("", table).splitlines()]
    phrases = "|".join(line.replace("(", "(?:").replace("(?:?", "(?").replace(" ...", _WORDS) for line in lines if line)
    return re.compile(rf"(?<![\w']){before}(?:{phrases})(?:(?<=\s)|(?![\w'])){after}")


def blanked(pattern: re.Pattern[str], plain: str) -> str:
    """Give the text with every match replaced by as many underscores, so that places stay and nothing else matches there."""
    return pattern.sub(lambda match: "_" * (match.end() - match.start()), plain)
