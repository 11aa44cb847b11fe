"""What a person typed into the search box, as both engines take it. Pure.

Words are prefixes, "in quotes" is a phrase. Nothing typed can be an operator of the engine or an error.
"""

import re
from dataclasses import dataclass

_PART = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+", re.UNICODE)

MOST_PARTS = 12
"""Words and phrases of one query that are used. Unit: parts; the rest adds nothing but work."""


@dataclass(frozen=True, slots=True)
class Query:
    """Phrases, each a tuple of lower-case words; `is_prefix` tells that the last word may go on."""

    phrases: tuple[tuple[tuple[str, ...], bool], ...]

    def __bool__(self) -> bool:
        return bool(self.phrases)

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for phrase, _ in self.phrases for word in phrase)


def read_query(text: str) -> Query:
    """Read what was typed; a word such as "b2b-sales" is the phrase of its parts."""
    phrases = []
    for quoted, bare in _PART.findall(text)[:MOST_PARTS]:
        words = tuple(_WORD.findall((quoted or bare).lower()))
        if words:
            phrases.append((words, not quoted))
    return Query(tuple(phrases))


def fts5(query: Query) -> str:
    """Write the query for SQLite's FTS5: every word quoted, so that none is an operator."""
    return " AND ".join('"' + " ".join(words) + '"' + (" *" if is_prefix else "") for words, is_prefix in query.phrases)


def tsquery(query: Query) -> str:
    """Write the query for PostgreSQL's to_tsquery('simple', ...): words hold only letters, digits and _."""
    return " & ".join(
        "(" + " <-> ".join([*words[:-1], words[-1] + (":*" if is_prefix else "")]) + ")"
        for words, is_prefix in query.phrases
    )
