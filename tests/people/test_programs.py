"""Whatever happens in whatever order, who is who comes out as the model says, and a merge taken apart leaves no trace."""

import pytest
from django.contrib.auth.models import User

from tests.people.programs import Program

STEPS = 14


@pytest.mark.parametrize("seed", range(12))
def test_a_random_program_ends_as_the_model_does(owner: User, seed: int) -> None:
    assert Program(seed, owner).run(STEPS) == ""
