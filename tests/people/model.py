"""A model of who is who, as plain as can be: facts in the order in which they came, words in the order in which they were said.

It shares no code with the program but the spelling of company names: groups are sets of sets, and every answer is worked out anew.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

FREE = {"gmail.com"}
OURS = "example.com"


@dataclass
class Fact:
    """Something that came in: a mail, a card, a row, a note. `counts` is False while its import is undone."""

    kind: str
    key: str
    fields: dict[str, Any]
    counts: bool = True


@dataclass
class Word:
    """Something a person said, of a handle or of two; several of one go share their number."""

    go: int
    kind: str
    subject: str
    other: str = ""
    value: str = ""
    holds: bool = True


@dataclass
class Model:
    """The whole of what came in and was said."""

    facts: list[Fact] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)

    def of(self, *kinds: str) -> list[Fact]:
        return [fact for fact in self.facts if fact.counts and fact.kind in kinds]

    # People

    def people(self) -> set[frozenset[str]]:
        handles = {a for fact in self.of("mail", "card", "contact", "note") for a in fact.fields["addresses"]}
        split = _Sets(handles)
        self._follow(split, "same_person", ("other_person",))
        for fact in self.of("card"):
            split.join(*sorted(fact.fields["addresses"]))
        tagged = sorted(h for h in handles if "+" in h)
        for handle in tagged:
            plain = handle.partition("+")[0] + "@" + handle.partition("@")[2]
            if plain in handles:
                split.join(plain, handle)
        return split.groups()

    def person(self, handles: frozenset[str]) -> tuple[str, frozenset[str], tuple[str, ...]]:
        """Name, account and roles."""
        told = [f for h in sorted(handles) for f in self.of("card") if h in f.fields["addresses"]]
        told += [f for h in sorted(handles) for f in self.of("contact") if h in f.fields["addresses"]]
        name = self.word("name", handles) or next((f.fields["name"] for f in reversed(told)), "") or self._seen(handles)
        roles = self.word("role", handles) or next((r for f in reversed(told) if (r := f.fields.get("role"))), "")
        return name, self._works_at(handles, told), tuple(roles.split(",")) if roles else ()

    def _seen(self, handles: frozenset[str]) -> str:
        seen: Counter[str] = Counter()
        for mail in self.of("mail"):
            if mail.fields["addresses"][0] in handles:
                seen[mail.fields["name"]] += 1
        if seen:
            return min(seen, key=lambda name: (-seen[name], -len(name), name))
        first = min(handles)
        words = first.partition("@")[0].replace("+", ".").split(".")
        return " ".join(word.capitalize() for word in words) if len(words) > 1 else first

    def _works_at(self, handles: frozenset[str], told: list[Fact]) -> frozenset[str]:
        groups = self.companies()
        said = self.word("works_at", handles)
        if said == "":
            return frozenset()
        table = next((f"name:{f.fields['account']}" for f in reversed(told) if f.fields.get("account")), "")
        for handle in [said or "", table, *(f"domain:{h.partition('@')[2]}" for h in sorted(handles))]:
            if found := next((g for g in groups if handle in g), None):
                return found
        return frozenset()

    # Companies

    def companies(self) -> set[frozenset[str]]:
        mailed = {a.partition("@")[2] for f in self.of("mail", "note") for a in f.fields["addresses"]} - FREE
        handles = {f"domain:{domain}" for domain in mailed}
        for fact in self.of("order", "contact", "company"):
            if fact.fields.get("account"):
                handles.add(f"name:{fact.fields['account']}")
            if fact.fields.get("domain"):
                handles.add(f"domain:{fact.fields['domain']}")
        split = _Sets(handles)
        self._follow(split, "same_account", ("other_account", "part_of"))
        for fact in self.of("company"):
            split.join(f"name:{fact.fields['account']}", f"domain:{fact.fields['domain']}")
        self._by_contacts(split)
        return split.groups()

    def _by_contacts(self, split: "_Sets") -> None:
        works_at: dict[str, Counter[str]] = {}
        for fact in self.of("contact"):
            domain = fact.fields["addresses"][0].partition("@")[2]
            if domain not in FREE and fact.fields.get("account"):
                works_at.setdefault(domain, Counter())[f"name:{fact.fields['account']}"] += 1
        for domain, names in sorted(works_at.items()):
            name = min(names, key=lambda n: (-names[n], n))
            taken = [g for g in split.groups() if any(h.startswith("domain:") for h in g)]
            if names[name] * 2 > names.total() and not any(name in g for g in taken):
                split.add(f"domain:{domain}")
                split.join(f"domain:{domain}", name)

    def company(self, handles: frozenset[str]) -> tuple[str, str, frozenset[str]]:
        """Name, standing, and the company that it is a part of."""
        own = [f for f in self.of("company") if f"name:{f.fields['account']}" in handles]
        rows = [f for f in self.of("contact", "order") if f"name:{f.fields.get('account')}" in handles]
        used = Counter(f.fields["called"] for f in rows)
        name = self.word("name", handles) or (own[-1].fields["called"] if own else "")
        name = name or (min(used, key=lambda n: (-used[n], n)) if used else "")
        if not name:
            label = min(h for h in handles if h.startswith("domain:"))[7:].partition(".")[0]
            name = " ".join(w.upper() if len(w) <= 3 else w.capitalize() for w in label.split("-"))
        standing = self.word("standing", handles) or (
            "customer" if any(f.kind == "order" for f in rows) else "prospect" if own else "unsorted"
        )
        return name, standing, self._whole(handles)

    def _whole(self, handles: frozenset[str]) -> frozenset[str]:
        groups = self.companies()
        of = {h: g for g in groups for h in g}
        whole: dict[frozenset[str], frozenset[str]] = {}
        for word in self._standing_words("part_of"):
            part, upper = of.get(word.subject), of.get(word.other)
            if not part or not upper or part == upper:
                continue
            whole[part] = upper
            above, seen = upper, {part}
            while above in whole and above not in seen:
                if whole[above] == part:
                    del whole[above]
                    break
                seen.add(above)
                above = whole[above]
        return whole.get(handles, frozenset())

    # Words

    def word(self, kind: str, handles: frozenset[str]) -> str | None:
        said = [w for w in self._standing_words(kind) if w.subject in handles]
        return said[-1].value if said else None

    def _standing_words(self, *kinds: str) -> list[Word]:
        return [w for w in self.words if w.holds and w.kind in kinds]

    def _follow(self, split: "_Sets", same: str, apart: tuple[str, ...]) -> None:
        for word in reversed(self._standing_words(same, *apart)):
            if split.has(word.subject) and split.has(word.other):
                if word.kind == same:
                    split.join(word.subject, word.other)
                else:
                    split.part(word.subject, word.other)

    def are_kept_apart(self, one: str, other: str) -> bool:
        """Tell whether a word that holds parts these two addresses' people from each other."""
        of = {h: g for g in self.people() for h in g}
        return any(
            {of.get(w.subject), of.get(w.other)} == {of.get(one), of.get(other)}
            for w in self._standing_words("other_person")
        )


class _Sets:
    """Sets of handles that may be joined, unless two of theirs were parted."""

    def __init__(self, handles: set[str]) -> None:
        self._sets = [{handle} for handle in handles]
        self._parted: list[tuple[str, str]] = []

    def add(self, handle: str) -> None:
        if not self.has(handle):
            self._sets.append({handle})

    def has(self, handle: str) -> bool:
        return any(handle in each for each in self._sets)

    def part(self, one: str, other: str) -> None:
        if other not in self._of(one):
            self._parted.append((one, other))

    def join(self, one: str, other: str) -> None:
        first, second = self._of(one), self._of(other)
        if first is second or any(
            (a in first and b in second) or (a in second and b in first) for a, b in self._parted
        ):
            return
        self._sets.remove(second)
        first |= second

    def groups(self) -> set[frozenset[str]]:
        return {frozenset(each) for each in self._sets}

    def _of(self, handle: str) -> set[str]:
        return next(each for each in self._sets if handle in each)
