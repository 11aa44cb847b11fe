"""How pages say days, numbers and names."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils import timezone

from alongside.web.templatetags.words import figure, in_words, initials, of, said, short_day, size

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 23), "today"),
        (date(2026, 11, 24), "tomorrow"),
        (date(2026, 11, 22), "yesterday"),
        (date(2026, 11, 27), "Friday"),
        (date(2026, 12, 9), "9 Dec"),
        (date(2026, 11, 13), "ten days ago"),
        (date(2026, 10, 22), "five weeks ago"),
        (date(2026, 3, 4), "4 Mar"),
        (date(2024, 6, 1), "1 Jun 2024"),
    ],
)
def test_a_day_is_said_as_people_say_it(day: date, words: str) -> None:
    assert said(day, MONDAY) == words


def test_a_far_day_names_its_year_and_a_near_one_does_not() -> None:
    assert short_day(date(2025, 11, 23), MONDAY) == "23 Nov 2025"
    assert short_day(date(2026, 1, 23), MONDAY) == "23 Jan"


def test_the_exact_instant_stands_behind_the_words() -> None:
    at = datetime(2026, 11, 11, 16, 42, tzinfo=UTC)
    with timezone.override(UTC):
        drawn = Template("{% load words %}{% when at %}").render(Context({"at": at, "as_of": MONDAY}))
    assert drawn == (
        '<time datetime="2026-11-11T16:42:00+00:00" title="Wednesday, 11 November 2026, 16:42">twelve days ago</time>'
    )


@pytest.mark.parametrize(("number", "words"), [(0, "no"), (7, "seven"), (12, "twelve"), (13, "13"), (8200, "8,200")])
def test_small_numbers_are_words_and_large_ones_have_groups(number: int, words: str) -> None:
    assert in_words(number) == words


def test_a_figure_has_at_most_two_places_and_an_unknown_one_says_so() -> None:
    assert (figure(0.471), figure(8200.0), figure(None)) == ("0.47", "8,200", "not known")


def test_a_noun_goes_with_its_number() -> None:
    assert (of(1, "award"), of(3, "award"), of(2, "reply,replies")) == ("1 award", "3 awards", "2 replies")


@pytest.mark.parametrize(("count", "words"), [(640, "640 B"), (3400, "3.4 KB"), (12_000_000, "12 MB")])
def test_a_size_is_said_in_the_unit_that_fits(count: int, words: str) -> None:
    assert size(count) == words


@pytest.mark.parametrize(
    ("name", "letters"), [("Joe Kowalski", "JK"), ("National Steel", "NS"), ("Ann", "A"), ("", "?"), ("'' .", "?")]
)
def test_initials_are_the_first_letters_of_the_first_and_the_last_name(name: str, letters: str) -> None:
    assert initials(name) == letters
