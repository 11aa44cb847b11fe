"""How a table of phrases, one a line, becomes a pattern that is found at word boundaries in plain text.

A line may use small pieces of a regular expression: (a|b), word?, [^,]{0,40}. " ..." stands for up to three words in between, a
backslash at the end joins the next line as it stands.
"""

import re

_WORDS = r"(?: [\w'/-]{1,18}){0,3}"
_JOINED = re.compile(r"\\\n")


def any_of(table: str, *, before: str = "", after: str = "", named: dict[str, str] | None = None) -> re.Pattern[str]:
    """Compile a table into one pattern.

    `before` and `after` are pieces of pattern that frame every phrase; `named` gives lists that phrases use by name ("THING").
    """
    lines = [line.strip() for line in _JOINED.sub("", table).splitlines()]
    phrases = "|".join(_piece(line) for line in lines if line)
    for name, words in (named or {}).items():
        phrases = phrases.replace(name, f"(?:{_piece('|'.join(words.split('|')))})")
    return re.compile(rf"(?<![\w']){before}(?:{phrases})(?:(?<=\s)|(?![\w'])){after}")


def _piece(line: str) -> str:
    return line.replace("(", "(?:").replace("(?:?", "(?").replace(" ...", _WORDS)


def blanked(pattern: re.Pattern[str], plain: str) -> str:
    """Give the text with every match replaced by as many underscores, so that places stay and nothing matches there."""
    return pattern.sub(lambda match: "_" * (match.end() - match.start()), plain)
