"""From the words of a table to the company and person that are meant: by name or address, never by ids."""

from collections import defaultdict
from dataclasses import dataclass, field

from alongside.people.identify import Identified
from alongside.people.names import is_likely_same


@dataclass(slots=True)
class Whereabouts:
    """Look-ups over one identification."""

    identified: Identified
    _by_name: dict[tuple[int | None, str], int] = field(default_factory=dict)
    _at: dict[int | None, list[int]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for pk, person in sorted(self.identified.persons.rows.items(), reverse=True):
            self._by_name[person.account_id, person.name.lower()] = pk
            self._at[person.account_id].append(pk)

    def account(self, name: str) -> int | None:
        """Find the company of this name."""
        return self.identified.companies.of_name(name)

    def person(self, words: str, account_id: int | None) -> int | None:
        """Find the person of this address or name at the company; None when nobody or several could be meant."""
        words = words.strip()
        if not words:
            return None
        if "@" in words:
            return self.identified.persons.ids.get(words.lower())
        if found := self._by_name.get((account_id, words.lower())):
            return found
        rows = self.identified.persons.rows
        likely = [pk for pk in self._at[account_id] if is_likely_same(rows[pk].name, words)]
        return likely[0] if len(likely) == 1 else None
