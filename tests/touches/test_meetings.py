"""Meetings from invitations and calendars: one meeting, the newest statement, whoever declined was not there."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User

from alongside.interactions.models import Interaction, SourceRecord
from alongside.pipeline import bring_up_to_date, rebuild
from alongside.sources.contract import Item, Refused
from alongside.sources.recognise import sources_in
from alongside.touches.models import Placement, Touch
from alongside.vocabulary import InteractionKind
from tests.letters import keep
from tests.test_pipeline import AS_OF

SAMPLES = Path(__file__).parent.parent / "sources" / "samples"
FOUR = ("invitation", "invitation_moved", "invitation_declined", "invitation_called_off")


@pytest.fixture
def olga(owner: User) -> User:
    owner.email = "olga@example.com"
    owner.save()
    return owner


def items(name: str) -> list[Item]:
    found = [each for each in sources_in(SAMPLES / f"{name}.eml") if not isinstance(each, Refused)]
    return [read.item for source, path in found for read in source.read(path) if not isinstance(read.item, Refused)]


def bring(user: User, *names: str) -> None:
    for name in names:
        keep(user, *items(name))
        bring_up_to_date(user, as_of=AS_OF)


def held(user: User) -> list[str]:
    """The starts of the meetings that hold."""
    rows = (
        Placement.objects.visible_to(user).filter(is_superseded=False).exclude(interaction__kind=InteractionKind.MAIL)
    )
    return [f"{at:%d %H:%M}" for at in rows.order_by("pk").values_list("interaction__occurred_at", flat=True)]


def counting(user: User) -> set[str]:
    """Those with whom a meeting counts as contact."""
    rows = Touch.objects.visible_to(user).filter(counts=True).exclude(kind=InteractionKind.MAIL)
    return set(rows.values_list("person__name", flat=True))


@pytest.mark.parametrize("order", list(permutations(FOUR[:2])))
def test_the_moved_meeting_holds_whichever_invitation_came_in_first(olga: User, order: tuple[str, ...]) -> None:
    bring(olga, *order)
    assert held(olga) == ["04 13:00"]


@pytest.mark.parametrize("order", list(permutations(FOUR)))
def test_a_meeting_that_was_called_off_does_not_hold_in_whatever_order_it_is_told(
    olga: User, order: tuple[str, ...]
) -> None:
    keep(olga, *(each for name in order for each in items(name)))
    bring_up_to_date(olga, as_of=AS_OF)
    assert held(olga) == []
    assert counting(olga) == set()


@pytest.mark.parametrize("order", list(permutations(FOUR[:3])))
def test_who_declined_was_not_there_in_whatever_order_it_is_told(olga: User, order: tuple[str, ...]) -> None:
    bring(olga, *order)
    assert held(olga) == ["04 13:00"]
    assert counting(olga) == {"Joe Kowalski"}
    before = list(Touch.objects.visible_to(olga).order_by("at", "person__name").values_list("counts", flat=True))
    rebuild(olga, as_of=AS_OF)
    assert before == list(
        Touch.objects.visible_to(olga).order_by("at", "person__name").values_list("counts", flat=True)
    )


def test_an_invitation_and_the_entry_in_the_calendar_are_one_meeting(olga: User, tmp_path: Path) -> None:
    bring(olga, "invitation")
    calendar = tmp_path / "mine.ics"
    entry = ("UID:laydays@nsteel.example", "DTSTART:20250303T090000Z", "SUMMARY:Laydays for May")
    calendar.write_text("\n".join(("BEGIN:VCALENDAR", "BEGIN:VEVENT", *entry, "END:VEVENT", "END:VCALENDAR")))
    ((source, path),) = [each for each in sources_in(calendar) if not isinstance(each, Refused)]
    (read,) = source.read(path)
    assert keep(olga, read.item) == []
    assert Interaction.objects.visible_to(olga).exclude(kind=InteractionKind.MAIL).count() == 1


def test_a_strangers_cancellation_changes_nothing(olga: User) -> None:
    bring(olga, "invitation", "invitation_forged")
    assert held(olga) == ["03 09:00"]


def test_bringing_the_same_in_again_adds_nothing(olga: User) -> None:
    bring(olga, *FOUR)
    count: Any = Interaction.objects.count(), SourceRecord.objects.count()
    bring(olga, *reversed(FOUR))
    assert (Interaction.objects.count(), SourceRecord.objects.count()) == count
