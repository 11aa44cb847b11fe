"""The demo world through the ordinary import: in one go, file by file in any order, and made anew, it is one and the same."""

import random
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from alongside.demo.world import write_world
from alongside.intake.models import Import
from alongside.pipeline import import_paths, rebuild
from tests.state import state_of

AS_OF = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
ALEX = "alex.lindgren@mesabaore.example"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world")
    write_world(folder, as_of=AS_OF)
    return folder


def bring_in(user: User, *paths: Path) -> Import:
    return import_paths(list(paths), user=user, at=AT, as_of=AS_OF)


def test_in_one_go_file_by_file_and_made_anew_it_is_the_same(owner: User, stranger: User, files: Path) -> None:
    for user in (owner, stranger):
        user.email = ALEX
        user.save()
    bring_in(owner, files)
    pieces = sorted(files.iterdir())
    random.Random(5).shuffle(pieces)
    for piece in pieces:
        bring_in(stranger, piece)
    whole = state_of(owner)
    assert state_of(stranger) == whole
    rebuild(stranger, as_of=AS_OF)
    assert state_of(stranger) == whole
    again = bring_in(owner, files)
    assert (again.recorded, state_of(owner) == whole) == (0, True)
