"""How common is a value here? A shared rare name says much, a shared common one little. Pure."""

import math
from collections import Counter
from collections.abc import Iterable

from alongside.people.matching.records import Field, Record

ELSEWHERE: dict[Field, float] = {
    Field.GIVEN: 1 / 300,
    Field.SURNAME: 1 / 1500,
    Field.BIRTH: 1 / 15_000,
    Field.CITY: 1 / 100,
    Field.STREET: 1 / 3000,
    Field.POSTCODE: 1 / 1000,
    Field.PHONE: 1 / 100_000,
    Field.EMAIL: 1 / 100_000,
    Field.ADDRESS: 1 / 100_000,
    Field.COMPANY: 1 / 500,
    Field.NUMBER: 1 / 100_000,
}
"""Share of people elsewhere who have a value that was not met here. Source: rounded from the US census of names of 1990 (a
middling first name and surname), a working life of birthdays, and our own estimate for the rest."""

PEOPLE_ELSEWHERE = 500
"""How many people elsewhere count beside those met here. Unit: people; so that in a small book a name is not common for being met twice."""


class Frequencies:
    """How often each value of a field was met among the records at hand."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._met: dict[Field, Counter[str]] = {field: Counter() for field in Field}
        self.records = 0
        for each in records:
            self.records += 1
            self._met[Field.GIVEN][each.given] += 1
            self._met[Field.SURNAME][each.surname] += 1
            for field, values in each.values.items():
                self._met[field].update(values)

    def share(self, field: Field, value: str) -> float:
        """Give the chance that a third has this value; the two that are being compared do not count."""
        others = max(0, self._met[field][value] - 2)
        return (others + PEOPLE_ELSEWHERE * ELSEWHERE[field]) / (self.records + PEOPLE_ELSEWHERE)

    def prior_bits(self, others_each: float = 1.0) -> float:
        """Give the odds, in bits, that two records at random are one, where each has so many others among all."""
        return math.log2(others_each / (self.records + PEOPLE_ELSEWHERE))
