"""Which table has these headings, and which column holds which field?

The tables stand beside this one, one module each, with their headings in English, German, French and Spanish; what
other programs' exports say in their own way stands in origins/. What the cells mean is read in values.py.
"""

from collections.abc import Iterable

from alongside.sources.columns.accounts import ACCOUNTS
from alongside.sources.columns.activities import ACTIVITIES
from alongside.sources.columns.awards import AWARDS
from alongside.sources.columns.contacts import CONTACTS
from alongside.sources.columns.facts import FACTS
from alongside.sources.columns.needs import NEEDS
from alongside.sources.columns.opportunities import OPPORTUNITIES
from alongside.sources.columns.orders import ORDERS
from alongside.sources.columns.origins import origin_of
from alongside.sources.columns.origins.origin import Origin
from alongside.sources.columns.shared import CATEGORY, COMMON, COMPANY, CURRENCY, DATE, PERSON, VALUE
from alongside.sources.columns.suggestions import SUGGESTIONS
from alongside.sources.columns.table import Table, plain

__all__ = [
    "ACCOUNTS",
    "ACTIVITIES",
    "CONTACTS",
    "ORDERS",
    "TABLES",
    "Origin",
    "Table",
    "columns_of",
    "origin_of",
    "plain",
]
__all__ += ["plain_headings", "table_of"]

SPECIFIC_WEIGHT = 3
"""How much more a heading tells that only some tables have ("close date") than one of many ("name")."""

FILE_NAME_WEIGHT = 4
"""How much a file's name ("orders.csv") tells. Unit: as many plain headings."""

TABLES = (ACCOUNTS, CONTACTS, OPPORTUNITIES, ORDERS, AWARDS, ACTIVITIES, FACTS, NEEDS, SUGGESTIONS)

_TELL_NOTHING = COMMON | {*COMPANY, *CURRENCY, *VALUE, *CATEGORY, *PERSON, *DATE}


def plain_headings(headings: Iterable[str]) -> list[str]:
    """Return headings as they are compared; of "Account: Account Name", as reports write it, the part behind."""
    return [_plain_heading(heading) for heading in headings]


def _plain_heading(heading: str) -> str:
    whole = plain(heading)
    _, colon, behind = heading.rpartition(":")
    return plain(behind) if colon and whole not in _KNOWN and plain(behind) in _KNOWN else whole


_KNOWN = frozenset(name for table in TABLES for names in table.headings.values() for name in names)


def columns_of(table: Table, headings: Iterable[str]) -> dict[str, list[int]]:
    """Return which columns hold each field of a table, in the order of preference of its headings."""
    spellings = plain_headings(headings)
    origin = origin_of(table.name, frozenset(spellings))
    at: dict[str, list[int]] = {}
    for index, heading in enumerate(spellings):
        if not origin or heading not in origin.passed_over:
            at.setdefault(heading, []).append(index)
    found = {each: _indexes(each, table, origin, at) for each in table.headings}
    return {each: columns for each, columns in found.items() if columns}


def _indexes(field: str, table: Table, origin: Origin | None, at: dict[str, list[int]]) -> list[int]:
    first = origin.headings.get(field, ()) if origin else ()
    return [i for name in dict.fromkeys((*first, *table.headings[field])) for i in at.get(name, [])]


def table_of(headings: list[str], name: str) -> Table | None:
    """Return the table whose headings these are, or None. A file's or sheet's name decides only between likely ones."""
    scored = [(_score(table, headings, name), table) for table in TABLES]
    best, table = max(scored, key=lambda each: each[0])
    return table if best else None


def _score(table: Table, headings: list[str], name: str) -> int:
    columns = columns_of(table, headings)
    if not all(any(each in columns or each in _made_of(table, columns) for each in group) for group in table.needs):
        return 0
    spellings = plain_headings(headings)
    specific = len({spellings[i] for indexes in columns.values() for i in indexes} - _TELL_NOTHING)
    specific += any(all(each in columns for each in group) for group in table.together)
    is_named = any(word in plain(name) for word in table.file_words)
    if not specific and not is_named:
        return 0
    return len(columns) + specific * (SPECIFIC_WEIGHT - 1) + is_named * FILE_NAME_WEIGHT


def _made_of(table: Table, columns: dict[str, list[int]]) -> set[str]:
    """Return fields that are put together from others: a name of first and last name."""
    return {"name"} if table is CONTACTS and {"first_name", "last_name"} & columns.keys() else set()
