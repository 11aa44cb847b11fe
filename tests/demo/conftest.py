"""The demo world, written once for all tests that only read it."""

from datetime import date
from pathlib import Path

import pytest

from alongside.demo.world import World, write_world

MONDAY = date(2026, 11, 23)
"""The Monday that the sketches show."""

ANY_DAYS = [
    date(2026, 11, 22),  # a Sunday
    date(2026, 11, 28),  # a Saturday after Thanksgiving
    date(2027, 1, 4),  # the Monday after the holidays
    date(2026, 7, 6),  # the Monday after the Fourth of July
    date(2028, 2, 29),  # a leap day in lay-up
]
"""Days of other kinds on which the scenes must hold as well."""


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return write_world(tmp_path_factory.mktemp("demo") / "world", as_of=MONDAY)


@pytest.fixture
def folder(world: World) -> Path:
    return world.folder


@pytest.fixture(scope="session", params=ANY_DAYS, ids=str)
def any_world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> World:
    return write_world(tmp_path_factory.mktemp("any") / "world", as_of=request.param)
