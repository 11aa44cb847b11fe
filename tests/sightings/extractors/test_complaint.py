"""What says that something is wrong, and what only speaks of trouble."""

import pytest

from alongside.sightings.extractors.complaint import find
from alongside.vocabulary import Side
from tests.sightings.extractors.writing import found_in, lines, only


@pytest.mark.parametrize(
    "sentence",
    lines("""
    We are very disappointed with the last shipment.
    The pellets arrived wet again.
    Half of the bags were torn when they reached us.
    We still have not received the credit note.
    Your invoice is wrong.
    You sent us the wrong grade.
    This is the third time this year.
    Nobody at your office returns our calls.
    The new liner failed after three weeks.
    The silica has been out of specification in four lots.
    You promised the cargo for Monday and it is still not here.
    Your last shipment was 40 t short.
    We have a problem with your latest delivery.
    The certificate does not match our order.
    This is unacceptable.
    """),
)
def test_a_complaint(sentence: str) -> None:
    assert len(found_in(find, sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    lines("""
    No complaints from the furnace crew so far.
    There were no problems with the last cargo.
    Sorry for the delay.
    If the parts are damaged, we will tell you.
    The problem with the invoice has been solved.
    The parts arrived on time.
    We want to avoid late deliveries.
    It was my mistake.
    Everything went well.
    The train will be late.
    """),
)
def test_no_complaint(sentence: str) -> None:
    assert found_in(find, sentence) == []


def test_their_complaint_is_theirs_and_its_words_are_named() -> None:
    found = only(find, "You sent us the wrong grade.")
    assert found.side == Side.THEIRS
    assert found.because == "“You sent us the wrong grade” says that something is wrong."


@pytest.mark.parametrize(
    "said",
    [
        "Our own trucks break down all the time.",
        "The other supplier's drums leak, yours never did.",
        "In case a drum of yours is damaged we have to report it within a week.",
        "The pump you sent leaked, but it is fixed now.",
    ],
)
def test_what_is_somebody_elses_or_over_or_only_possible_is_no_complaint(said: str) -> None:
    assert not found_in(find, said)
