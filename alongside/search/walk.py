"""The numbers of what holds the words, the newest first. The one place where the two engines' full text differs.

Both walk back in time and stop when there are enough, so that a word in every mail costs no more than a rare one. Nothing
typed is an operator here: words hold letters and digits only, and stand in quotation marks.
"""

from collections.abc import Mapping, Sequence
from hashlib import md5
from typing import Any

from django.db import connection

from alongside.interactions.live import is_anything_withdrawn
from alongside.search.query import SHORTEST_BEGINNING, Place, Term
from alongside.search.wanted import Leaf, Tag, Wanted

MOST_WAYS_TO_GO_ON = 400
"""Words that a beginning is spelt out to on SQLite; beyond it the engine gathers all of them first. Unit: words."""


class Walk:
    """Looks through one owner's index. Whether anything was withdrawn is asked once, and so is how words go on."""

    def __init__(self, user: Any) -> None:
        self.user = user
        self._minds_withdrawn = is_anything_withdrawn(user)
        self._ways: dict[str, list[str]] = {}

    def newest(self, wanted: Wanted, most: int) -> list[int]:
        """Give at most so many numbers, the newest first."""
        if wanted.low > wanted.high:
            return []
        sql, values = self._asked(wanted, most)
        return [number for (number,) in _rows(sql, values)]

    def counts(self, each: Sequence[Wanted], most: int) -> list[int]:
        """Count what holds each of these, up to `most`."""
        asked = [self._asked(wanted, most) for wanted in each]
        columns = ", ".join(f"(SELECT count(*) FROM ({sql}) AS found)" for sql, _ in asked)
        return list(_rows(f"SELECT {columns}", [value for _, values in asked for value in values])[0])

    def _asked(self, wanted: Wanted, most: int) -> tuple[str, list[Any]]:
        if connection.vendor == "postgresql":
            values = [self.user.pk, _tsquery(wanted), wanted.low, wanted.high, most, self._minds_withdrawn]
            return _POSTGRESQL, values
        self._spell_out(wanted)
        live = _SQLITE_LIVE if self._minds_withdrawn else ""
        return _SQLITE.format(live=live), [_fts5(wanted, self._ways), wanted.low, wanted.high, most]

    def _spell_out(self, wanted: Wanted) -> None:
        """Look up how the beginnings of words go on, all that are not known yet at once."""
        leaves = [leaf for group in (*wanted.all_of, wanted.none_of) for leaf in group]
        asked = {
            leaf.words[-1] for leaf in leaves if isinstance(leaf, Term) and _is_spelt_out(leaf)
        } - self._ways.keys()
        if not asked:
            return
        self._ways |= {beginning: [] for beginning in asked}
        sql = " UNION ALL ".join(f"SELECT * FROM ({_WAYS_TO_GO_ON})" for _ in asked)
        beyond = [(beginning, beginning + "\U0010ffff") for beginning in asked]
        values = [v for one, end in beyond for v in (one, end, one, end, MOST_WAYS_TO_GO_ON + 1)]
        for beginning, way in _rows(sql, values):
            self._ways[beginning].append(way)


def _rows(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


# SQLite: FTS5 gives numbers in order, as fast as they are asked for, except for beginnings of words; these are spelt out.

_COLUMNS: dict[Place, str] = {"anywhere": "{subject text files}", "subject": "{subject}", "file": "{files}"}

_SQLITE = (
    "SELECT w.rowid FROM alongside_words w WHERE w.alongside_words MATCH %s AND w.rowid BETWEEN %s AND %s{live} "
    "ORDER BY w.rowid DESC LIMIT %s"
)
_SQLITE_LIVE = (
    " AND NOT EXISTS (SELECT 1 FROM alongside_interaction i JOIN alongside_withdrawal d "
    "ON d.owner_id = i.owner_id AND d.identity_key = i.identity_key WHERE i.id = w.rowid & 67108863)"
)
_WAYS_TO_GO_ON = (
    "WITH RECURSIVE each(term) AS (SELECT (SELECT term FROM alongside_words_each WHERE term >= %s LIMIT 1) UNION ALL "
    "SELECT (SELECT term FROM alongside_words_each WHERE term >= each.term || char(1) LIMIT 1) FROM each "
    "WHERE each.term < %s) SELECT %s, term FROM each WHERE term < %s LIMIT %s"
)


def _is_spelt_out(term: Term) -> bool:
    return term.is_beginning and len(term.words[-1]) > SHORTEST_BEGINNING


def _fts5(wanted: Wanted, ways: Mapping[str, list[str]]) -> str:
    groups = ["(" + " OR ".join(_fts5_leaf(leaf, ways) for leaf in group) + ")" for group in wanted.all_of]
    without = "".join(f" NOT ({_fts5_leaf(leaf, ways)})" for leaf in wanted.none_of)
    return "(" + " AND ".join(groups) + ")" + without


def _fts5_leaf(leaf: Leaf, ways: Mapping[str, list[str]]) -> str:
    if isinstance(leaf, Tag):
        return f'{{tags}} : "{leaf.mark}"'
    *first, last = leaf.words
    before = " ".join([*first, ""])
    known = ways.get(last, []) if _is_spelt_out(leaf) else []
    if 0 < len(known) <= MOST_WAYS_TO_GO_ON:
        spelt = [f'"{before}{way}"' for way in known]
    else:
        spelt = [f'"{before}{last}"' + (" *" if leaf.is_beginning else "")]
    return f"{_COLUMNS[leaf.place]} : ({' OR '.join(spelt)})"


# PostgreSQL: a lexeme of the index holds owner and month, so that each month is looked through by itself.

_MARKS: dict[Place, str] = {"anywhere": ".", "subject": "^", "file": "/"}


_POSTGRESQL = "SELECT alongside_walk(%s, %s, %s, %s, %s, %s)"


def _tsquery(wanted: Wanted) -> str:
    groups = ["(" + " | ".join(map(_tsquery_leaf, group)) + ")" for group in wanted.all_of]
    return " & ".join(groups + [f"!{_tsquery_leaf(leaf)}" for leaf in wanted.none_of])


def _tsquery_leaf(leaf: Leaf) -> str:
    if isinstance(leaf, Tag):
        return f"'@!{leaf.mark}'"
    mark = _MARKS[leaf.place]
    words = [f"'@{mark}{word}'" for word in leaf.words]
    words[-1] += ":*" if leaf.is_beginning else ""
    return "(" + " & ".join([" <-> ".join(words), *_pairs(leaf)]) + ")"


def _pairs(term: Term) -> list[str]:
    """Name the pairs of neighbours that stand in a phrase: the index holds them, or all that hold both words would be read."""
    last_whole = len(term.words) - (2 if term.is_beginning else 1)
    pairs = [f"{one} {other}" for one, other in zip(term.words, term.words[1:], strict=False)][: max(last_whole, 0)]
    return [f"'@~{md5(pair.encode(), usedforsecurity=False).hexdigest()[:4]}'" for pair in pairs]
