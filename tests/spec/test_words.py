"""How findings say numbers, days and lists: as a colleague would."""

from datetime import date

import pytest

from alongside.judgement.words import ago, count, day, joined, number, part_of, sentence, share, short_day, span, times


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (number(7), "seven"),
        (number(13), "13"),
        (number(0), "none"),
        (count(0, "award"), "no awards"),
        (count(1, "reply", "replies"), "one reply"),
        (count(1204, "mail"), "1,204 mails"),
        (times(2), "twice"),
        (part_of(2, 3, "win"), "two of the three wins"),
        (part_of(3, 3, "win"), "all three wins"),
        (part_of(2, 2, "win"), "both wins"),
        (part_of(1, 1, "win"), "the only win"),
        (joined(["mail", "phone", "visits"]), "mail, phone and visits"),
        (joined(["mail"]), "mail"),
        (sentence("five awards"), "Five awards."),
    ],
)
def test_small_numbers_are_spelled_and_lists_are_joined(said: str, words: str) -> None:
    assert said == words


def test_a_day_has_its_weekday_and_its_year_only_when_it_is_another() -> None:
    friday = date(2026, 11, 13)
    assert day(friday) == "Friday 13 November"
    assert day(friday, date(2026, 1, 1)) == "Friday 13 November"
    assert day(friday, date(2025, 12, 31)) == "Friday 13 November 2026"
    assert short_day(friday, date(2025, 12, 31)) == "13 Nov 2026"


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "today"), (1, "yesterday"), (9, "nine days ago"), (49, "seven weeks ago"), (150, "five months ago")],
)
def test_how_long_ago_is_said_in_the_unit_people_would_use(days: int, said: str) -> None:
    today = date(2025, 11, 23)
    assert ago(date.fromordinal(today.toordinal() - days), today) == said


def test_a_share_shows_a_third_digit_where_two_would_hide_that_it_misses() -> None:
    assert [share(0.4725, 0.5), share(0.4972, 0.5), share(1.0)] == [".47", ".497", "1.00"]
    assert span(800) == "two years"
