"""The demo world, written once for all tests that only read it."""

from datetime import date
from pathlib import Path

import pytest

from alongside.demo.world import World, write_world

MONDAY = date(2026, 11, 23)
"""The Monday that the sketches show."""


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return write_world(tmp_path_factory.mktemp("demo") / "world", as_of=MONDAY)


@pytest.fixture
def folder(world: World) -> Path:
    return world.folder
