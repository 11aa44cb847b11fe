"""Which names could go on from what stands last in the search box? For from:, to:, with: and account: as they are typed."""

import re
from dataclasses import dataclass
from typing import Any

from alongside.search.query import words_of
from alongside.search.who import names_beginning

SUGGESTED = 6
"""Names offered at once. Unit: names."""

_LAST = re.compile(
    r'(?P<before>.*?)(?P<operator>-?\b(?P<side>from|to|cc|with|account|company)):(?:"(?P<quoted>[^"]*)|(?P<bare>[^"\s]*))$',
    re.I,
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that may be meant, what else is known of it, and the query that names it."""

    name: str
    more: str
    query: str


def suggest(user: Any, text: str) -> list[Suggestion]:
    """Offer names while the last thing in `text` is an operator with the beginning of a name; none once it is written out."""
    found = _LAST.fullmatch(text)
    typed = (found["quoted"] or found["bare"] or "") if found else ""
    if not found or not (words := words_of(typed)):
        return []
    names = names_beginning(user, words)
    if found["side"].lower() in ("account", "company"):
        offered = [(account.name, account.domain) for account in names.accounts]
    else:
        offered = [(person.name, person.account.name if person.account else "") for person in names.people]
    asked = typed.strip().casefold()
    each = [
        Suggestion(name, more, f'{found["before"]}{found["operator"]}:"{name.replace(chr(34), "")}" ')
        for name, more in offered
        if name.casefold() != asked
    ]
    return each[:SUGGESTED]
