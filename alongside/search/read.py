"""What did somebody mean by what was typed into the search box? Pure.

Nothing typed is an error: an operator that is none, or has a value that it cannot take, is remarked on and looked for as words.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from alongside.search.days import read_days
from alongside.search.query import Chip, Days, Named, Place, Query, Side, Term, term_of
from alongside.vocabulary import InteractionKind

LONGEST = 300
"""So much of what was typed is read. Unit: characters."""

MOST_PARTS = 24
"""Words, phrases and operators of one query that are used; more add nothing but work. Unit: parts."""

LONGEST_DAY = 4
"""Words of which a day may be made without quotation marks ("3 March 2025", "two weeks ago"). Unit: words."""

OPERATORS = {
    "from": "whose mail it is: a name, an address, a domain, me",
    "to": "to whom, in copy too",
    "with": "who takes part, on either side",
    "account": "the company",
    "before": "before a day, month or year",
    "after": "after it",
    "since": "from its first day on",
    "until": "up to its last day",
    "on": "on that day, or in that month or year",
    "has": "attachment",
    "file": "the name of a file, or how it ends: pdf",
    "subject": "a word of the subject",
    "kind": "mail, meeting, call, visit or note",
    "in": "sent or received; or a month or year",
}
"""Every operator and what follows it, in words; the page of help lists them."""

_MEANS = {
    "cc": "to",
    "filename": "file",
    "attachment": "file",
    "company": "account",
    "type": "kind",
    "is": "in",
    "date": "on",
}
_KINDS = {kind.value: kind for kind in InteractionKind} | {
    "email": InteractionKind.MAIL,
    "letter": InteractionKind.MAIL,
}
_SENT = {"sent": True, "outbox": True, "outbound": True, "received": False, "inbox": False, "inbound": False}
_OPPOSITE = {"before": "since", "since": "before", "after": "until", "until": "after"}
_FILES = {"attachment", "attachments", "file", "files"}

_PART = re.compile(
    r'(?P<minus>-)?(?:(?P<operator>[A-Za-z]{2,12}):)?(?:["“”„](?P<quoted>[^"“”„]*)["“”„]?|(?P<bare>[^\s"“”„]+))'
)
_APART = re.compile(rf"(?<!\S)(-?(?:{'|'.join([*OPERATORS, *_MEANS])})):\s+(?=\S)", re.I)


@dataclass(slots=True)
class _Part:
    """One part as it stands in the text: from where to where, and what it says."""

    start: int
    end: int
    operator: str
    value: str
    is_quoted: bool
    is_excluded: bool


@dataclass(slots=True)
class _Reading:
    """A query in the making."""

    text: str
    as_of: date
    query: Query = field(default_factory=Query)

    def add(self, part: _Part, label: str, **more: object) -> None:
        """Take an operator in; `more` names tuples to add to, and plain values to set."""
        rest = " ".join((self.text[: part.start] + " " + self.text[part.end :]).split())
        changed = {name: getattr(self.query, name) + v if isinstance(v, tuple) else v for name, v in more.items()}
        self.query = replace(self.query, chips=(*self.query.chips, Chip(label, rest)), **changed)  # type: ignore[arg-type]  # by name

    def add_words(self, part: _Part, remark: str = "") -> None:
        """Take a part in as words, with what is to be said about that."""
        is_own_word = remark and _MEANS.get(part.operator, part.operator) not in OPERATORS
        whole = f"{part.operator} {part.value}" if is_own_word else part.value
        term = term_of(whole, is_phrase=part.is_quoted)
        if term and part.is_excluded:
            self.add(part, f"without “{term}”", excluded=(term,))
        elif term:
            self.query = replace(self.query, terms=(*self.query.terms, term))
        if remark:
            self.query = replace(self.query, remarks=(*self.query.remarks, remark))


def read_query(text: str, *, as_of: date) -> Query:
    """Read what was typed on the day `as_of`."""
    text = _APART.sub(r"\1:", " ".join(text[:LONGEST].replace("\0", " ").split()))
    reading = _Reading(text, as_of)
    for part in _parts(text, as_of):
        read = _READERS.get(_MEANS.get(part.operator, part.operator))
        if read:
            read(reading, part)
        else:
            reading.add_words(part, _unknown(part))
    return reading.query


def _parts(text: str, as_of: date) -> Iterator[_Part]:
    at = 0
    for _ in range(MOST_PARTS):
        found = _PART.search(text, at)
        if not found:
            return
        operator, quoted, bare = (found["operator"] or "").lower(), found["quoted"], found["bare"]
        at = found.end()
        value = bare if quoted is None else quoted
        if quoted is None and _MEANS.get(operator, operator) in _OF_DAYS:
            at = _end_of_day(text, found.start("bare"), as_of) or at
            value = text[found.start("bare") : at]
        yield _Part(found.start(), at, operator, value.strip(), quoted is not None, bool(found["minus"]))


def _end_of_day(text: str, start: int, as_of: date) -> int | None:
    """Find where a day of several words ends: the longest reading that is one."""
    ends = [m.end() for m in re.finditer(r"\S+", text[start:])][:LONGEST_DAY]
    return next((start + end for end in reversed(ends) if read_days(text[start : start + end], as_of)), None)


def _unknown(part: _Part) -> str:
    """Say that an operator is none; what stands before the colon of an address (http://...) was not meant as one."""
    if not part.operator or part.value.startswith("//"):
        return ""
    return f"“{part.operator}:” is not something that can be asked for, so it was searched as words."


def _read_name(side: Side) -> "_Reader":
    def read(reading: _Reading, part: _Part) -> None:
        if not any(c.isalnum() for c in part.value):
            return reading.add_words(part, f"“{part.operator}:” needs a name after it.")
        not_ = "not " if part.is_excluded else ""
        return reading.add(part, f"{not_}{side} {part.value}", names=(Named(side, part.value, part.is_excluded),))

    return read


def _read_day(reading: _Reading, part: _Part) -> None:
    operator = _MEANS.get(part.operator, part.operator)
    days = read_days(part.value, reading.as_of)
    if days is None or (part.is_excluded and operator not in _OPPOSITE):
        remark = f"“{part.value}” was not understood as a day, so it was searched as words. Write 2025-03-14, March 2025 or “last month”."
        return reading.add_words(part, remark)
    operator = _OPPOSITE[operator] if part.is_excluded else operator
    return reading.add(part, f"{operator} {part.value}", days=(_bounds(operator, days),))


def _bounds(operator: str, days: Days) -> Days:
    assert days.first and days.last
    return {
        "before": Days(None, days.first - timedelta(days=1)),
        "since": Days(days.first, None),
        "after": Days(days.last + timedelta(days=1), None),
        "until": Days(None, days.last),
    }.get(operator, days)


def _read_has(reading: _Reading, part: _Part) -> None:
    if part.value.lower() not in _FILES:
        return reading.add_words(part, f"“has:{part.value}” is not known; has:attachment is.")
    return reading.add(
        part, "without a file" if part.is_excluded else "with a file", has_attachment=not part.is_excluded
    )


def _read_kind(reading: _Reading, part: _Part) -> None:
    names = [name.removesuffix("s") for name in re.split(r"[,|\s]+", part.value.lower()) if name]
    kinds = tuple(_KINDS[name] for name in names if name in _KINDS)
    if not kinds or len(kinds) < len(names):
        return reading.add_words(part, f"“{part.value}” is not a kind; kinds are mail, meeting, call, visit and note.")
    label = " or ".join(kinds)
    if part.is_excluded:
        return reading.add(part, f"no {label}", excluded_kinds=kinds)
    return reading.add(part, f"only {label}", kinds=kinds)


def _read_in(reading: _Reading, part: _Part) -> None:
    sent = _SENT.get(part.value.lower())
    if sent is not None:
        is_sent = sent != part.is_excluded
        return reading.add(part, "sent by us" if is_sent else "received", is_sent=is_sent)
    if not part.is_excluded and (days := read_days(part.value, reading.as_of)):
        return reading.add(part, f"in {part.value}", days=(days,))
    return reading.add_words(part, f"“in:{part.value}” is not known; in:sent, in:received and in:2025 are.")


def _read_term(place: Place, label: str) -> "_Reader":
    def read(reading: _Reading, part: _Part) -> None:
        term = term_of(part.value, is_phrase=part.is_quoted, place=place)
        if not term:
            return reading.add_words(part, f"“{part.operator}:” needs a word after it.")
        where: tuple[Term, ...] = (term,)
        if part.is_excluded:
            return reading.add(part, f"no {label} {part.value}", excluded=where)
        return reading.add(part, f"{label} {part.value}", terms=where)

    return read


_Reader = Callable[[_Reading, _Part], None]
_OF_DAYS = {"before", "after", "since", "until", "on", "in"}
_READERS: dict[str, _Reader] = {
    "from": _read_name("from"),
    "to": _read_name("to"),
    "with": _read_name("with"),
    "account": _read_name("account"),
    **dict.fromkeys(_OF_DAYS - {"in"}, _read_day),
    "has": _read_has,
    "file": _read_term("file", "file"),
    "subject": _read_term("subject", "subject"),
    "kind": _read_kind,
    "in": _read_in,
}
