"""What belongs to the demo world and stands in no file: a case in progress, a concession whose return came, and one for nothing."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from alongside.answers.exchanges import book_with
from alongside.answers.ways import ways_of
from alongside.cli.demo_entries import enter_by_hand
from alongside.demo.world import World
from alongside.ledgers.advocacy.models import CaseEntry
from alongside.ledgers.requests.models import Request
from alongside.people.models import Account
from alongside.pipeline import import_paths
from alongside.sightings.models import Sighting
from alongside.vocabulary import CaseState
from tests.demo.conftest import MONDAY

AT = datetime(2026, 11, 23, 15, tzinfo=UTC)


@pytest.mark.django_db
def test_scene_three_occurs_and_is_entered_once(owner: Any, world: World) -> None:
    owner.email = world.user_address
    owner.save()
    import_paths([world.folder], user=owner, at=AT, as_of=MONDAY)
    enter_by_hand(owner, at=AT, as_of=MONDAY)
    entries = CaseEntry.objects.count()
    enter_by_hand(owner, at=AT, as_of=MONDAY)
    assert CaseEntry.objects.count() == entries > 0

    requests = Request.objects.visible_to(owner)
    assert requests.filter(quote__contains="90-day terms", account__name="Keystone Bar").exists()
    ann = requests.filter(quote__contains="45 to 90 days").earliest("asked_on")
    fought = ways_of(ann, as_of=MONDAY).case
    assert fought is not None
    assert (fought.value, fought.unknown) == (CaseState.BEFORE_THOSE_WHO_DECIDE, ())
    assert fought.reason.startswith("It is before those who decide; Karen decides by")

    came = _book(owner, "Harbor Blast", MONDAY).concessions[0]
    assert came.back is not None and came.back.delivered_on is not None
    for_nothing = _book(owner, "Calumet Plate", MONDAY).concessions[0]
    assert for_nothing.back is None and for_nothing.give.reason and for_nothing.give.approved_by == "Karen"
    assert Sighting.objects.visible_to(owner).filter(kind="give_or_get").exists()


def _book(owner: Any, name: str, as_of: date) -> Any:
    return book_with(Account.objects.visible_to(owner).get(name=name), as_of=as_of)
