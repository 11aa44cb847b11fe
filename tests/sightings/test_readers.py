"""Texts are read in other processes when they are many; none of them can stop the others."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User

from alongside.people.models import SignatureSeen
from alongside.pipeline import bring_up_to_date
from alongside.sightings.find import find_in
from alongside.sightings.models import Sighting
from alongside.sightings.read_text import read_text
from alongside.sightings.readers import GIVEN_UP, READ_HERE, Reader, ReaderError, read_all
from alongside.sightings.written import Seen, Written
from alongside.touches.models import Placement
from alongside.vocabulary import Reading, SightingKind
from tests.letters import AT, keep, letter

TEXT = "Could you send me the assay certificate by Friday?\n\nBest regards\nJoe Kowalski\nVP Raw Materials\n"
ASKS = Written(TEXT, "Assay", datetime(2025, 11, 19, tzinfo=UTC), 60, by_us=False, writer_name="Joe Kowalski")


@pytest.fixture
def stuck() -> Iterator[Reader]:
    reader = Reader("tests.sightings.stuck_reader")
    yield reader
    reader.end()


def test_another_process_finds_what_this_one_finds() -> None:
    batches = [[ASKS, replace(ASKS, by_us=True)], [], [replace(ASKS, is_note=True)]] * 3
    seen = list(read_all(batches, count=READ_HERE + 1))
    assert seen == [[read_text(each) for each in batch] for batch in batches]
    assert [found.kind for found in seen[0][0].found] == [SightingKind.REQUEST]
    assert seen[0][0].signed is not None


def test_who_stops_listening_leaves_no_process_behind() -> None:
    reads = read_all([[ASKS]] * 9, count=READ_HERE + 1)
    assert next(reads)
    reads.close()  # type: ignore[attr-defined]
    assert list(reads) == []


def test_a_text_that_takes_too_long_is_given_up_and_the_others_are_read(stuck: Reader) -> None:
    assert stuck.read([ASKS, replace(ASKS, subject="stuck"), ASKS]) == [read_text(ASKS), GIVEN_UP, read_text(ASKS)]


def test_a_process_that_dies_over_a_text_is_replaced(stuck: Reader) -> None:
    assert stuck.read([replace(ASKS, subject="fatal"), ASKS]) == [GIVEN_UP, read_text(ASKS)]
    assert stuck.read([ASKS]) == [read_text(ASKS)]


def test_a_process_that_does_not_start_is_no_fault_of_the_texts() -> None:
    with pytest.raises(ReaderError):
        Reader("tests.sightings.no_such_program").read([ASKS])


def test_what_was_given_up_says_why_and_leaves_the_rest_of_the_batch_alone(owner: User) -> None:
    def none_of_the_first(batches: Iterable[list[Written]], *, count: int) -> Iterator[list[Seen]]:
        for batch in batches:
            yield [GIVEN_UP, *(read_text(each) for each in batch[1:])]

    ids = keep(owner, *[letter("Joe Kowalski <joe@nsteel.example>", owner.email, day, TEXT) for day in DAYS])
    bring_up_to_date(owner, as_of=AT.date())
    assert list(find_in(owner, ids, count=len(ids), read=none_of_the_first)) == [2]
    assert _readings(owner) == [(Reading.GIVEN_UP, GIVEN_UP.trouble), (Reading.READ, "")]
    assert [set(model.objects.values_list("interaction_id", flat=True)) for model in DERIVED] == [{ids[1]}, {ids[1]}]

    list(find_in(owner, ids, count=len(ids)))
    assert _readings(owner) == [(Reading.READ, "")] * 2


DAYS = ("2025-11-18 09:00", "2025-11-19 09:00")
DERIVED: tuple[Any, ...] = (Sighting, SignatureSeen)


def _readings(owner: User) -> list[tuple[str, str]]:
    return list(Placement.objects.visible_to(owner).order_by("pk").values_list("reading", "reading_trouble"))
