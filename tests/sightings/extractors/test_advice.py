"""What asks for an opinion, a recommendation, an experience, and what asks only for information."""

import pytest

from alongside.sightings.extractors.advice import find
from tests.sightings.extractors.writing import found_in, lines


@pytest.mark.parametrize(
    "sentence",
    lines("""
    Which grade would you recommend for the smaller furnace?
    What would you do in our place?
    We would value your opinion on the binder.
    What do you think of the new rule?
    In your experience, is a second collector worth the money?
    Could you advise us on how to store the pellets?
    Have your other customers had experience with winter stockpiling?
    Any thoughts on how others handle the freeze-up?
    Do you think we should switch to the coarse grade?
    Before we rewrite the procedure I'd like to hear what you think.
    """),
)
def test_advice_is_sought(sentence: str) -> None:
    assert len(found_in(find, sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    lines("""
    Please advise the ETA.
    Please advise when the train leaves.
    Thank you for your advice.
    We recommend that you screen the fines.
    I don't think so.
    What is the moisture of lot 7?
    Our view is clear.
    Who do you think you are?
    """),
)
def test_no_advice_is_sought(sentence: str) -> None:
    assert found_in(find, sentence) == []
