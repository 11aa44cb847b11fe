"""How is a question about who is who put: in one sentence, with both sides next to each other and the two words that answer it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from alongside.people.models import Doubt, Person
from alongside.touches.models import Touch
from alongside.vocabulary import DoubtKind, Verdict

ANSWERS: Mapping[DoubtKind, tuple[str, str]] = {
    DoubtKind.SAME_PERSON: ("One person", "Two people"),
    DoubtKind.SAME_ACCOUNT: ("It does", "It does not"),
    DoubtKind.OURS: ("It is mine", "Not mine"),
}
"""The words for yes and for no, by kind of question."""

SETTLED: Mapping[DoubtKind, tuple[str, str]] = {
    DoubtKind.SAME_PERSON: ("one person from now on", "kept apart, and not asked again"),
    DoubtKind.SAME_ACCOUNT: ("one company from now on", "kept apart, and not asked again"),
    DoubtKind.OURS: ("yours", "one of theirs"),
}
"""What an answer comes to, by kind of question."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: who that is, the address or domain, and the last contact."""

    name: str
    person_id: int | None
    handle: str
    more: str
    last: Touch | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the page puts it; `settled` says what the answer came to, "" while it is open."""

    id: int
    question: str
    grounds: str
    sides: Sequence[Side]
    yes: str
    no: str
    settled: str
    settled_at: datetime | None


def asked(user: Any, doubts: Sequence[Doubt], *, at: datetime) -> list[Asked]:
    """Put the questions, each with both sides. Two queries and one for the addresses."""
    handles = {h for doubt in doubts for h in (doubt.subject, doubt.other) if "@" in h}
    people = Person.objects.visible_to(user).filter(handles__value__in=handles).distinct().select_related("account")
    known = {h.value: p for p in people.prefetch_related("handles") for h in p.handles.all() if h.value in handles}
    last = _last_contacts(user, [person.pk for person in known.values()], at)
    return [_asked(doubt, known, last) for doubt in doubts]


def _last_contacts(user: Any, person_ids: Sequence[int], at: datetime) -> dict[int, Touch]:
    rows = Touch.objects.visible_to(user).filter(person_id__in=person_ids, at__lte=at)
    return {touch.person_id: touch for touch in rows.order_by("at").only("person_id", "at", "kind")}


def _asked(doubt: Doubt, known: Mapping[str, Person], last: Mapping[int, Touch]) -> Asked:
    kind = DoubtKind(doubt.kind)
    sides = [_side(handle, known.get(handle), last) for handle in (doubt.subject, doubt.other) if handle]
    answer = 0 if doubt.verdict == Verdict.YES else 1
    return Asked(
        id=doubt.pk,
        question=_question(doubt, sides),
        grounds=" ".join(doubt.grounds),
        sides=sides if len(sides) > 1 and any(side.person_id for side in sides) else [],
        yes=ANSWERS[kind][0],
        no=ANSWERS[kind][1],
        settled=SETTLED[kind][answer] if doubt.verdict else "",
        settled_at=doubt.settled_at,
    )


def _question(doubt: Doubt, sides: Sequence[Side]) -> str:
    """Leave the addresses to the sides, where both are people whom we know by name."""
    if doubt.kind != DoubtKind.SAME_PERSON or not all(side.person_id for side in sides):
        return doubt.question
    one, other = (side.name for side in sides)
    return f"Are these two {one} one person?" if one == other else f"Are {one} and {other} one person?"


def _side(handle: str, person: Person | None, last: Mapping[int, Touch]) -> Side:
    shown = handle.partition(":")[2] or handle
    if person is None:
        return Side(shown, None, shown, "", None)
    more = " · ".join(part for part in (person.title, person.account.name if person.account else "") if part)
    return Side(person.name, person.pk, shown, more, last.get(person.pk))
