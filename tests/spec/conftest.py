"""Gives every specification the diary that stands in its docstring."""

import pytest

from tests.spec.diary import Diary, read


@pytest.fixture
def diary(request: pytest.FixtureRequest) -> Diary:
    """The diary of the test that asks, read from its docstring."""
    return read(request.function.__doc__ or "")
