"""Who changes their job, and to which post."""

import pytest

from alongside.sightings.extractors.role import find
from tests.sightings.extractors.writing import found_in, lines, only


@pytest.mark.parametrize(
    ("sentence", "title", "name"),
    [
        ("I have been promoted to Director of Procurement effective 1 December.", "Director of Procurement", ""),
        ("My new role is head of raw materials.", "head of raw materials", ""),
        ("I'm moving to our plant in Cleveland as operations manager.", "operations manager", ""),
        ("Maria Santos has taken over from Bill as purchasing manager.", "purchasing manager", "Maria Santos"),
        ("Helen Park has joined us as operations director.", "operations director", "Helen Park"),
        ("I will be leaving at the end of the month.", "", ""),
        ("Peter Hall is no longer with us.", "", "Peter Hall"),
        ("Jim Novak is retiring in March.", "", "Jim Novak"),
        ("Congratulations on your promotion, Joe!", "", ""),
    ],
)
def test_a_change_of_role_names_post_and_person(sentence: str, title: str, name: str) -> None:
    detail = only(find, sentence).detail
    assert (detail.get("title", ""), detail.get("referred_name", "")) == (title, name)


@pytest.mark.parametrize(
    "sentence",
    lines("""
    We are moving to the next topic.
    The truck has left the plant.
    Please join us for the call.
    I am leaving for Duluth tomorrow.
    I left you a message.
    The pump has been replaced.
    The payment was transferred on Tuesday.
    Use the promotion code below.
    If I ever leave the company, you will know.
    """),
)
def test_no_change_of_role(sentence: str) -> None:
    assert found_in(find, sentence) == []
