"""The manual's page of plays says what the plays say."""

from pathlib import Path

import pytest

from alongside.plays import PLAYS
from alongside.plays.manual import LABELS, manual
from alongside.vocabulary import PlayName

PAGE = Path(__file__).resolve().parents[2] / "docs" / "plays.md"


def test_the_page_is_current() -> None:
    """`python -m alongside.plays.manual` writes it anew."""
    assert PAGE.read_text(encoding="utf-8") == manual()


@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play.NAME.value)
def test_every_play_says_when_it_appears_and_what_settles_it(play: object) -> None:
    """The docstring of a play is its page."""
    assert all(label in (play.__doc__ or "") for label in LABELS[:2])


def test_every_play_has_its_section() -> None:
    """None is missing from the page."""
    assert all(f"## {name.label.capitalize()}\n" in manual() for name in PlayName)
