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


def test_who_follows_and_where_somebody_goes_are_told() -> None:
    found = only(find, "My colleague Fatima Said replaces Jan Weiss.")
    assert found.detail["successor"] == "Fatima Said"
    found = only(find, "I have left Norvik Foods and joined Baltic Dairy as Head of Supply Chain.")
    assert (found.detail["title"], found.detail["company"]) == ("Head of Supply Chain", "Baltic Dairy")


def test_from_when_a_post_is_somebody_elses_is_told() -> None:
    found = only(find, "Effective 1 December, Carla Mendes is our new plant engineer.")
    assert (found.detail["referred_name"], found.detail["from_on"]) == ("Carla Mendes", "2025-12-01")


@pytest.mark.parametrize(
    "said",
    [
        "He is leaving for Chicago tonight.",
        "The new compressor joined the other two in the basement.",
        "He retired the old server last week.",
        "If Anna ever leaves, we are in trouble.",
        "We are looking for a new plant manager.",
    ],
)
def test_what_only_sounds_like_it_changes_no_role(said: str) -> None:
    assert not found_in(find, said)
