"""A house with a customer's page, and a minute in which nobody has guessed yet."""

from typing import Any

import pytest

from alongside.public import guesses
from tests.public.house import House, build


@pytest.fixture
def house(owner: Any) -> House:
    return build(owner)


@pytest.fixture(autouse=True)
def new_minute() -> None:
    guesses.forget()
