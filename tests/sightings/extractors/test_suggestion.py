"""What solution we propose. What they propose is never ours."""

import pytest

from alongside.sightings.extractors.suggestion import find
from alongside.vocabulary import Side
from tests.sightings.extractors.writing import found_in, lines, only

SUGGESTIONS = lines("""
    May I suggest a consignment stock at your dock?
    We would recommend the coarse grade for the winter.
    Have you considered taking part of the tonnage in October?
    You could save a truck a day by switching.
    One way out would be to screen the fines at the port.
    What if we shipped smaller lots more often?
    We could hold a week of stock for you.
    Four plants like yours cut the dust by half.
    An alternative would be to ship through Ashtabula.
""")


@pytest.mark.parametrize("sentence", SUGGESTIONS)
def test_a_suggestion_of_ours(sentence: str) -> None:
    assert only(find, sentence, by_us=True).side == Side.OURS


@pytest.mark.parametrize("sentence", SUGGESTIONS)
def test_what_they_write_is_no_suggestion_of_ours(sentence: str) -> None:
    assert found_in(find, sentence, by_us=False) == []


@pytest.mark.parametrize(
    "sentence",
    lines("""
    May I suggest Tuesday at ten?
    I suggest that we meet next week.
    As you suggested, we screened the fines.
    I would not recommend it.
    The committee recommended the change.
    The plant runs two furnaces.
    """),
)
def test_no_suggestion(sentence: str) -> None:
    assert found_in(find, sentence, by_us=True) == []
