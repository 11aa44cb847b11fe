"""What proposes to meet or talk, and what only tells of a meeting."""

import pytest

from alongside.sightings.extractors.meeting import find
from tests.sightings.extractors.writing import found_in, lines, only


@pytest.mark.parametrize(
    "sentence",
    lines("""
    Let's meet next week.
    Could we have a call on Tuesday?
    Shall we sit together over this?
    I am free on Thursday afternoon.
    What time works for you?
    Does Tuesday at two work for you?
    How about lunch on Friday?
    Are you available for a quick call tomorrow?
    We can discuss this further on Monday.
    I'd like to visit your plant in January.
    Would you join us for dinner after the fair?
    We would like to invite you to our supplier day.
    I will call you next week to discuss the proposal.
    May I drop in on Wednesday?
    Perhaps we can catch up by phone.
    When would you have half an hour to go through the forecast?
    Could we postpone our call to Thursday?
    Can we move Friday's call to Tuesday at three?
    Is Friday, October 3, ten o'clock, any good?
    Tuesday at three instead of Friday?
    """),
)
def test_a_proposal(sentence: str) -> None:
    assert len(found_in(find, sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    lines("""
    See you on Friday!
    It was nice to meet you.
    I look forward to seeing you in Cleveland.
    Thanks for the meeting yesterday.
    We had a good meeting with your lab.
    We met last week.
    As discussed, the price holds.
    I can't meet you on Thursday.
    The board meets every second Thursday.
    The report is available online.
    Please call me if you have any questions.
    Parts are available from stock.
    Does that suit your berth?
    Could you talk to the owner, please?
    I want him to talk to the lab.
    """),
)
def test_no_proposal(sentence: str) -> None:
    assert found_in(find, sentence) == []


def test_the_day_proposed_is_read() -> None:
    found = only(find, "Could we have a call on Tuesday?")
    assert found.detail["due_on"] == "2025-11-25"
    assert found.because == "“Could we have a call” proposes to meet or talk on Tuesday."
