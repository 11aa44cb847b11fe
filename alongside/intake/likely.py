"""Does a row name a company that is only likely to be one we know, or an order line that is only likely the same?

It joins nothing (ADR 11): it says what a person may want to look at before the row comes in.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from alongside.interactions.live import holding
from alongside.interactions.models import SourceRecord
from alongside.people.domains import name_key
from alongside.people.models import Handle
from alongside.vocabulary import HandleKind

LIKENESS_TO_ASK = 88
"""Likeness of a company's name and a name or domain that we know from which we say so. Unit: percent (rapidfuzz ratio)."""


class Likely:
    """What is known of companies and order lines, read when it is first asked for."""

    def __init__(self, owner: Any) -> None:
        self.owner = owner
        self._names: dict[str, str] | None = None
        self._said: dict[str, str] = {}
        self._days: dict[tuple[str, str, str], set[str]] | None = None

    def doubt(self, table: str, fields: Mapping[str, str]) -> str:
        """Say in a sentence what is only likely about a row; "" where nothing is."""
        name = fields.get("name" if table == "accounts" else "account", "")
        if not fields.get("domain") and (likely := self.company(name)):
            return f"“{name}” may be {likely}. It comes in as a company of its own until you say so."
        return self.moved(fields) if table == "orders" else ""

    def company(self, name: str) -> str:
        """Name the company that this one is likely to be; "" where it is known by this name, or nobody is like it."""
        key = name_key(name)
        if not key:
            return ""
        if key not in self._said:
            self._said[key] = self._company(key)
        return self._said[key]

    def _company(self, key: str) -> str:
        from rapidfuzz import fuzz, process

        if self._names is None:
            self._names = self._read_names()
        word = key.replace(" ", "")
        if word in self._names:
            return ""
        found = process.extractOne(word, self._names.keys(), scorer=fuzz.ratio, score_cutoff=LIKENESS_TO_ASK)
        return self._names[found[0]] if found else ""

    def _read_names(self) -> dict[str, str]:
        """Give the name of every company by what it is called and by the word of its domain, without spaces and signs."""
        kinds = [HandleKind.NAME, HandleKind.DOMAIN]
        handles = Handle.objects.visible_to(self.owner).filter(kind__in=kinds, account__isnull=False)
        names = {}
        for kind, value, shown in handles.values_list("kind", "value", "account__name"):
            word = value.partition(".")[0].replace("-", "") if kind == HandleKind.DOMAIN else value.replace(" ", "")
            names[word] = shown
        return names

    def moved(self, fields: Mapping[str, str]) -> str:
        """Say that a line of this number and product is known on another day only."""
        number, day = fields.get("number", ""), fields.get("ordered_on", "")
        product = fields.get("product_code") or fields.get("product", "")
        if not number or not product:
            return ""
        if self._days is None:
            self._days = self._read_days()
        days = self._days.get((name_key(fields.get("account", "")), number, product.casefold()), set())
        if not days or day in days:
            return ""
        return f"Order {number} has this product on {min(days)}; this row says {day}. It comes in as a further line."

    def _read_days(self) -> dict[tuple[str, str, str], set[str]]:
        rows = holding(SourceRecord.objects.visible_to(self.owner)).filter(table="orders")
        found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        for fields in rows.values_list("fields", flat=True).iterator():
            product = fields.get("product_code") or fields.get("product", "")
            key = (name_key(fields.get("account", "")), fields.get("number", ""), product.casefold())
            found[key].add(fields.get("ordered_on", ""))
        return found
