"""How is a question about who is who put: in one sentence, both sides next to each other, what speaks for and against, and the answers?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max
from django.urls import reverse

from alongside.interactions.keys import digest
from alongside.people.models import Account, Doubt, Handle, Person
from alongside.touches.models import Touch
from alongside.vocabulary import DoubtKind, HandleKind, Verdict


@dataclass(frozen=True, slots=True)
class Answer:
    """A word that answers: its value, its label, its key, and what it comes to."""

    verdict: Verdict
    label: str
    key: str
    comes_to: str


_NO = "kept apart, and not asked again"

ANSWERS: Mapping[DoubtKind, tuple[Answer, ...]] = {
    DoubtKind.SAME_PERSON: (
        Answer(Verdict.YES, "One person", "y", "one person from now on"),
        Answer(Verdict.NO, "Two people", "x", _NO),
    ),
    DoubtKind.SAME_ACCOUNT: (
        Answer(Verdict.YES, "One company", "y", "one company from now on"),
        Answer(Verdict.PART, "A part of it", "p", "a company of its own that belongs to the other"),
        Answer(Verdict.NO, "Two companies", "x", _NO),
    ),
    DoubtKind.OURS: (
        Answer(Verdict.YES, "It is mine", "y", "yours"),
        Answer(Verdict.NO, "Not mine", "x", "one of theirs"),
    ),
}
"""The words that answer, by kind of question."""

LIKELY = 0.9
"""From here we say that it is likely. Unit: probability; nine in ten."""

WRITTEN_WITH_SHOWN = 3
"""People whom a side meets most, named on the page. Unit: people."""

ADDRESSES_SHOWN = 4
"""Addresses and domains of a side that are named on the page. Unit: addresses."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: who that is, how they are reached, how often and when they were met, and with whom."""

    name: str
    href: str
    handles: Sequence[str]
    more: str
    times: int
    last_at: datetime | None
    met_with: Sequence[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the page puts it; `settled` says what the answer came to, "" while it is open."""

    id: int
    question: str
    speaks_for: Sequence[Mapping[str, Any]]
    speaks_against: Sequence[Mapping[str, Any]]
    likely: str
    sides: Sequence[Side]
    answers: Sequence[Answer]
    settled: str
    settled_at: datetime | None
    next: int | None  # the question after it on the page


def asked(user: Any, doubts: Sequence[Doubt], *, at: datetime) -> list[Asked]:
    """Put the questions, each with both sides. Five queries, however many there are."""
    sides = _Sides(user, doubts, at)
    after = [*(doubt.pk for doubt in doubts[1:]), None]
    return [_asked(doubt, sides, next_id) for doubt, next_id in zip(doubts, after, strict=False)]


def kind_of(doubt_kind: str, grounds: Iterable[Mapping[str, Any]]) -> str:
    """Name the kind of a question by what speaks for and against, so that questions of one kind can be looked at together."""
    return digest(doubt_kind, *sorted(f"{g['speaks_for']}{g['sentence']}" for g in grounds))[:12]


def _asked(doubt: Doubt, found: "_Sides", next_id: int | None) -> Asked:
    kind = DoubtKind(doubt.kind)
    sides = [found.side(kind, handle) for handle in (doubt.subject, doubt.other) if handle]
    return Asked(
        id=doubt.pk,
        question=_question(doubt, sides),
        speaks_for=[ground for ground in doubt.grounds if ground["speaks_for"]],
        speaks_against=[ground for ground in doubt.grounds if not ground["speaks_for"]],
        likely=_likely(doubt.probability),
        sides=sides if len(sides) > 1 and any(side.href for side in sides) else [],
        answers=ANSWERS[kind],
        settled=next((a.comes_to for a in ANSWERS[kind] if a.verdict == doubt.verdict), ""),
        settled_at=doubt.settled_at,
        next=next_id,
    )


def _likely(probability: float | None) -> str:
    if probability is None:
        return ""
    return "likely" if probability >= LIKELY else "open" if probability >= 1 - LIKELY else "unlikely"


def _question(doubt: Doubt, sides: Sequence[Side]) -> str:
    """Leave the addresses to the sides, where both are people whom we know by name."""
    if doubt.kind != DoubtKind.SAME_PERSON or not all(side.href for side in sides):
        return doubt.question
    one, other = (side.name for side in sides)
    return f"Are these two {one} one person?" if one == other else f"Are {one} and {other} one person?"


class _Sides:
    """Who stands behind the handles of these questions, read at once."""

    def __init__(self, user: Any, doubts: Sequence[Doubt], at: datetime) -> None:
        wanted = {h for d in doubts for h in (d.subject, d.other) if h}
        values = {h.partition(":")[2] if _is_of_company(h) else h for h in wanted}
        rows = Handle.objects.visible_to(user).filter(value__in=values)
        rows = rows.select_related("person__account", "account")
        self._by_handle = {h.value if h.kind == HandleKind.EMAIL else f"{h.kind}:{h.value}": h for h in rows}
        people = {h.person_id for h in self._by_handle.values() if h.person_id}
        companies = {h.account_id for h in self._by_handle.values() if h.account_id}
        self._handles: dict[tuple[str, int], list[str]] = defaultdict(list)
        owned = Handle.objects.visible_to(user).order_by("kind", "value")
        for handle in owned.filter(person__in=people) | owned.filter(account__in=companies):
            of = ("person", handle.person_id) if handle.person_id else ("account", handle.account_id or 0)
            self._handles[of].append(handle.value)
        touches = Touch.objects.visible_to(user).filter(at__lte=at)
        self._met = _times(touches.filter(person__in=people), "person") | _times(
            touches.filter(account__in=companies), "account"
        )
        self._with = _met_with(touches.filter(person__in=people))

    def side(self, kind: DoubtKind, handle: str) -> Side:
        """Give the side that a handle stands for."""
        found = self._by_handle.get(handle)
        shown = handle.partition(":")[2] if _is_of_company(handle) else handle
        if found and found.person:
            return self._of_person(found.person)
        if found and found.account:
            return self._of_company(found.account)
        return Side(shown, "", [shown], "", 0, None, [])

    def _of_person(self, person: Person) -> Side:
        more = " · ".join(p for p in (person.title, person.account.name if person.account else "", person.phone) if p)
        return self._side("person", person.pk, person.name, more)

    def _of_company(self, account: Account) -> Side:
        more = " · ".join(p for p in (account.industry, account.city, account.get_standing_display()) if p)
        return self._side("account", account.pk, account.name, more)

    def _side(self, what: str, pk: int, name: str, more: str) -> Side:
        times, last = self._met.get((what, pk), (0, None))
        handles = self._handles[what, pk]
        shown = handles[:ADDRESSES_SHOWN] + (
            [f"and {len(handles) - ADDRESSES_SHOWN} more"] if len(handles) > ADDRESSES_SHOWN else []
        )
        return Side(
            name, reverse(what, args=[pk]), shown, more, times, last, self._with.get(pk, []) if what == "person" else []
        )


def _is_of_company(handle: str) -> bool:
    return handle.startswith(("domain:", "name:"))


def _times(touches: Any, what: str) -> dict[tuple[str, int], tuple[int, datetime | None]]:
    counted = touches.values(f"{what}_id").annotate(n=Count("interaction_id", distinct=True), last=Max("at"))
    return {(what, row[f"{what}_id"]): (row["n"], row["last"]) for row in counted}


def _met_with(touches: Any) -> dict[int, list[str]]:
    """Name those of theirs whom each person is met together with most."""
    together = touches.filter(others__gt=0, interaction__touches__person__isnull=False)
    counted = together.values("person_id", "interaction__touches__person_id", "interaction__touches__person__name")
    found: dict[int, list[str]] = defaultdict(list)
    for row in counted.annotate(n=Count("id")).order_by("-n", "interaction__touches__person__name"):
        own = row["person_id"]
        if own != row["interaction__touches__person_id"] and len(found[own]) < WRITTEN_WITH_SHOWN:
            found[own].append(row["interaction__touches__person__name"])
    return found
