"""How is a query said back, so that whoever typed it sees what was understood?

As "Mails from Joe Kowalski before March 2025 with “demurrage”".
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from alongside.search.query import Days, Query, Term
from alongside.search.resolve import Party, Understood
from alongside.vocabulary import InteractionKind

_PLURAL = {
    InteractionKind.MAIL: "mails",
    InteractionKind.MEETING: "meetings",
    InteractionKind.CALL: "calls",
    InteractionKind.VISIT: "visits",
    InteractionKind.NOTE: "notes",
}
_SIDES = {"from": "from", "to": "to", "with": "with", "account": "of"}


def say(understood: Understood) -> str:
    """Say the query as a sentence."""
    query = understood.query
    parts = [
        _what(query),
        *(_party(party) for party in understood.parties),
        *(_days(days) for days in query.days),
        _terms("with", [term for term in query.terms if term.place == "anywhere"]),
        _terms("whose subject has", [term for term in query.terms if term.place == "subject"]),
        _terms("with a file named", [term for term in query.terms if term.place == "file"]),
        *(_terms("without", [term]) for term in query.excluded),
    ]
    said = " ".join(part for part in parts if part)
    return said[0].upper() + said[1:]


def _what(query: Query) -> str:
    if query.is_sent is None:
        left = [kind for kind in (query.kinds or InteractionKind) if kind not in query.excluded_kinds]
        what = "everything" if len(left) == len(InteractionKind) else _join([_PLURAL[kind] for kind in left], "and")
    else:
        what = "mails that we sent" if query.is_sent else "mails that came in"
    with_files = {True: " that came with a file", False: " that came without a file", None: ""}[query.has_attachment]
    if query.has_attachment is not None and query.is_sent is not None:
        with_files = with_files.replace(" that came", "")
    return (what or "nothing") + with_files


def _party(party: Party) -> str:
    return f"{'not ' if party.named.is_excluded else ''}{_SIDES[party.named.side]} {party.called}"


def _terms(before: str, terms: Sequence[Term]) -> str:
    return f"{before} {_join([f'“{term}”' for term in terms], 'and')}" if terms else ""


def _days(days: Days) -> str:
    if days.first and days.last:
        return _span(days.first, days.last)
    if days.first:
        return f"since {_begin(days.first)}"
    return f"before {_begin(days.last + timedelta(days=1))}" if days.last else ""


def _span(first: date, last: date) -> str:
    if first == last:
        return f"on {_day(first)}"
    if last == _month_after(first) - timedelta(days=1):
        return f"in {first:%B} {first.year}"
    if (first.month, first.day, last) == (1, 1, date(first.year, 12, 31)):
        return f"in {first.year}"
    return f"between {_day(first)} and {_day(last)}"


def _begin(on: date) -> str:
    """Name a day by the year or month that begins on it."""
    if (on.month, on.day) == (1, 1):
        return str(on.year)
    return f"{on:%B} {on.year}" if on.day == 1 else _day(on)


def _day(on: date) -> str:
    return f"{on.day} {on:%B} {on.year}"


def _month_after(on: date) -> date:
    return date(on.year + on.month // 12, on.month % 12 + 1, 1)


def _join(words: Iterable[str], last: str) -> str:
    *most, end = [*words] or [""]
    return f"{', '.join(most)} {last} {end}" if most else end
