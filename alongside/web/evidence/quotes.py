"""How is a found sentence quoted: by whom, when, and with which words around it?"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.urls import reverse
from django.utils import timezone

from alongside.interactions.models import Interaction
from alongside.sightings.models import Sighting
from alongside.vocabulary import Side, SightingKind
from alongside.web.evidence.shown import Quote

AROUND = 140
"""At most so much is quoted before and after the found words. Unit: characters."""

_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=[>\-*])")
_SENTENCE_END = re.compile(r"[.!?]\s+")


def quotes(sightings: Iterable[Sighting]) -> list[Quote]:
    """Quote sightings, oldest first; those that stand close together in one mail are one quote.

    Needs `person` and `interaction__body` to be loaded.
    """
    return [
        _quoted(near) for near in _near_each_other(sorted(sightings, key=lambda s: (s.at, s.interaction_id, s.start)))
    ]


def _near_each_other(sightings: Sequence[Sighting]) -> list[list[Sighting]]:
    groups: list[list[Sighting]] = []
    for sighting in sightings:
        last = groups[-1][-1] if groups else None
        if last and last.interaction_id == sighting.interaction_id and sighting.start - last.end <= AROUND:
            groups[-1].append(sighting)
        else:
            groups.append([sighting])
    return groups


def _quoted(near: Sequence[Sighting]) -> Quote:
    first = near[0]
    return Quote(
        from_=who_to_whom(first),
        on=timezone.localtime(first.at),
        pieces=[(words, found) for words, found in _pieces(first.interaction.body.text, near) if words],
        href=reverse("interaction", args=[first.interaction_id]) + f"#sighting-{first.pk}",
    )


def _pieces(text: str, near: Sequence[Sighting]) -> Iterator[tuple[str, bool]]:
    """Cut the text into the words before, the found ones, what stands between, and the words after."""
    if any(text[s.start : s.end] != s.quote for s in near):
        yield from ((one_line(s.quote) + " ", True) for s in near)
        return
    yield words_before(text, near[0].start), False
    done = near[0].start
    for sighting in near:
        yield _one_line_open(text[done : sighting.start]), False
        yield one_line(text[max(done, sighting.start) : sighting.end]), True
        done = max(done, sighting.end)
    yield words_after(text, done), False


def beginnings(user: Any, interaction_ids: Sequence[int]) -> list[Quote]:
    """Quote how some mails or meetings begin, where nothing in them was found."""
    rows = Interaction.objects.visible_to(user).filter(pk__in=interaction_ids).select_related("body")
    return [_beginning(each) for each in rows.order_by("occurred_at", "pk")]


def _beginning(interaction: Interaction) -> Quote:
    text = one_line(interaction.body.text[: 2 * AROUND])
    return Quote(
        from_=one_line(interaction.body.subject) or interaction.get_kind_display(),
        on=timezone.localtime(interaction.occurred_at),
        pieces=[(text if len(text) < AROUND else text[:AROUND].rsplit(" ", 1)[0] + " …", False)],
        href=reverse("interaction", args=[interaction.pk]),
    )


def who_to_whom(sighting: Sighting) -> str:
    """Say whose words they are: "Joe Kowalski to you", "You to Joe Kowalski"."""
    name = sighting.person.name if sighting.person else "somebody there"
    if sighting.kind == SightingKind.ROLE_CHANGE:
        return name
    return f"You to {name}" if sighting.side == Side.OURS else f"{name} to you"


def words_before(text: str, start: int) -> str:
    """Give what stands before in the same paragraph, from the beginning of a sentence."""
    passage = _PARAGRAPH.split(text[max(0, start - AROUND) : start])[-1]
    if len(passage) < AROUND:
        return _one_line_open(passage.lstrip())
    begins = _SENTENCE_END.search(passage)
    return _one_line_open(passage[begins.end() :] if begins else "… " + passage.split(" ", 1)[-1])


def words_after(text: str, end: int) -> str:
    """Give what stands after in the same paragraph, to the end of a sentence."""
    passage = _PARAGRAPH.split(text[end : end + AROUND])[0]
    if len(passage) < AROUND:
        return _one_line_open(passage.rstrip())
    ends = [match.start() + 1 for match in _SENTENCE_END.finditer(passage)]
    return _one_line_open(passage[: ends[-1]] if ends else passage.rsplit(" ", 1)[0] + " …")


def one_line(text: str) -> str:
    """Write a text without its line breaks."""
    return " ".join(text.split())


def _one_line_open(text: str) -> str:
    """Write a text on one line and keep the blank at its ends, where it joins other words."""
    return re.sub(r"\s+", " ", text)
