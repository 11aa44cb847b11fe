"""Which day a phrase means, against the mail's own date and zone. The mail is of Wednesday, 19 November 2025, 10:00, unless said."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.sightings.contract import Due
from alongside.sightings.extractors.dates import due_dates
from tests.sightings.extractors.writing import FRIDAY_AFTERNOON, FRIDAY_MORNING, WEDNESDAY, lines, pairs

TABLES = Path(__file__).parents[1]
NEW_YORK = timezone(timedelta(hours=-5))


def dues(text: str, at: datetime = WEDNESDAY) -> list[Due]:
    return due_dates(text, 0, len(text), at)


def only_due(text: str, at: datetime = WEDNESDAY) -> Due:
    [due] = dues(text, at)
    return due


@pytest.mark.parametrize(
    ("phrase", "day"),
    pairs("""
    by Friday -> 2025-11-21
    by Monday morning -> 2025-11-24
    next Monday -> 2025-11-24
    Friday week -> 2025-11-28
    tomorrow -> 2025-11-20
    the day after tomorrow -> 2025-11-21
    today -> 2025-11-19
    this afternoon -> 2025-11-19
    by end of day -> 2025-11-19
    EOD -> 2025-11-19
    by COB Friday -> 2025-11-21
    by Friday EOB -> 2025-11-21
    by the end of the day tomorrow -> 2025-11-20
    by noon on Friday -> 2025-11-21
    first thing Monday -> 2025-11-24
    by the end of the week -> 2025-11-21
    EOW -> 2025-11-21
    next week -> 2025-11-28
    early next week -> 2025-11-25
    by mid-next week -> 2025-11-26
    by the end of next week -> 2025-11-28
    before the weekend -> 2025-11-21
    by end of month -> 2025-11-30
    EOM -> 2025-11-30
    this month -> 2025-11-28
    next month -> 2025-12-31
    by the end of the quarter -> 2025-12-31
    by the end of Q1 -> 2026-03-31
    by year end -> 2025-12-31
    within 3 working days -> 2025-11-24
    within 10 days -> 2025-11-29
    within 24 hours -> 2025-11-20
    in two weeks -> 2025-12-03
    in 2 weeks' time -> 2025-12-03
    within a fortnight -> 2025-12-03
    in three months -> 2026-02-19
    by 14 November -> 2025-11-14
    by 5 December 2025 -> 2025-12-05
    on Nov 28 -> 2025-11-28
    on November 28th, 2025 -> 2025-11-28
    by Friday, 28 November -> 2025-11-28
    by 28.11. -> 2025-11-28
    by 28.11.2025 -> 2025-11-28
    by 2025-12-05 -> 2025-12-05
    by 28/11 -> 2025-11-28
    by 11/28 -> 2025-11-28
    by the 25th -> 2025-11-25
    by the 10th -> 2025-12-10
    by the 20th of next month -> 2025-12-20
    early November -> 2025-11-10
    mid December -> 2025-12-15
    late November -> 2025-11-30
    in the first half of December -> 2025-12-15
    week 48 -> 2025-11-28
    in week 3 -> 2026-01-16
    the week of 24 November -> 2025-11-28
    first week of December -> 2025-12-05
    last week of November -> 2025-11-28
    before Christmas -> 2025-12-24
    by Easter -> 2026-04-05
    by Thanksgiving -> 2025-11-27
    """),
)
def test_a_phrase_means_one_day(phrase: str, day: str) -> None:
    assert only_due(f"You have it {phrase}, Joe").on.isoformat() == day


@pytest.mark.parametrize(
    "text",
    lines("""
    No date at all
    I may come and march on
    We spoke last Friday
    It has run since Monday
    Thank you for your letter of 3 March
    The mail dated 14 November
    every Friday
    after Christmas
    Payment within 30 days of invoice
    at the end of the day it is your decision
    by 31 February
    Monday's meeting
    version 1.2.3
    he sat down in the sun
    24/7
    """),
)
def test_what_looks_back_or_names_no_day_is_no_due_date(text: str) -> None:
    assert dues(text) == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_phrase_of_the_table_means_its_day_and_is_cut_exactly(language: str) -> None:
    """The tables were written before the rules were mended: at (empty: that Wednesday), sentence, words, day, other reading."""
    wrong = []
    for row in (TABLES / f"dates_{language}.tsv").read_text(encoding="utf-8").splitlines():
        at, sentence, *wanted = row.split("\t")
        written_at = datetime.combine(date.fromisoformat(at), WEDNESDAY.timetz()) if at else WEDNESDAY
        found = [
            [due.words, due.on.isoformat(), *([due.other_on.isoformat()] if due.other_on else [])]
            for due in due_dates(sentence, 0, len(sentence), written_at, language)
        ]
        if found != ([wanted] if wanted else []):
            wrong.append((sentence, wanted, found))
    assert not wrong


def test_next_friday_has_two_readings() -> None:
    due = only_due("by next Friday")
    assert (due.on, due.other_on) == (date(2025, 11, 28), date(2025, 11, 21))


def test_by_friday_on_a_friday_morning_is_today_or_else_the_next() -> None:
    due = only_due("by Friday", FRIDAY_MORNING)
    assert (due.on, due.other_on) == (date(2025, 11, 21), date(2025, 11, 28))


def test_by_friday_on_a_friday_afternoon_is_the_next_or_else_today() -> None:
    due = only_due("by Friday", FRIDAY_AFTERNOON)
    assert (due.on, due.other_on) == (date(2025, 11, 28), date(2025, 11, 21))


def test_a_date_in_figures_is_read_both_ways_and_first_the_way_of_the_zone() -> None:
    europe = only_due("by 5/12")
    america = only_due("by 5/12", WEDNESDAY.astimezone(NEW_YORK))
    assert (europe.on, europe.other_on) == (date(2025, 12, 5), date(2026, 5, 12))
    assert (america.on, america.other_on) == (date(2026, 5, 12), date(2025, 12, 5))


def test_before_a_day_is_the_day_before_it_or_else_that_day() -> None:
    due = only_due("before the 25th")
    assert (due.on, due.other_on) == (date(2025, 11, 24), date(2025, 11, 25))


def test_one_day_or_another_is_the_later_or_else_the_earlier() -> None:
    due = only_due("on Thursday or Friday")
    assert (due.on, due.other_on) == (date(2025, 11, 21), date(2025, 11, 20))


def test_a_date_more_than_two_months_past_is_of_next_year() -> None:
    assert only_due("by 1 October").on == date(2025, 10, 1)
    assert only_due("by 1 September").on == date(2026, 9, 1)


def test_the_day_is_the_day_of_the_writer() -> None:
    late_in_new_york = datetime(2025, 11, 19, 23, 30, tzinfo=NEW_YORK)
    assert only_due("tomorrow", late_in_new_york).on == date(2025, 11, 20)


def test_the_words_are_given_as_written_with_their_place() -> None:
    text = "Please answer no later than Tuesday noon, Joe."
    due = only_due(text)
    assert due.words == "no later than Tuesday noon" == text[due.start : due.end]


def test_an_unknown_language_is_read_by_its_figures() -> None:
    text = "bis 28.11.2025"
    assert [due.on for due in due_dates(text, 0, len(text), WEDNESDAY, "fi")] == [date(2025, 11, 28)]


@given(
    st.lists(
        st.sampled_from(
            "by before the end of next this Friday week month 31 Feb May 12/12 week 53 in 999 days Q4 1.1. within a couple".split()
        ),
        max_size=12,
    ),
    st.datetimes(min_value=datetime(1, 1, 1), max_value=datetime(9999, 12, 31)),  # noqa: DTZ001
)
def test_no_text_and_no_moment_make_it_fail(words: list[str], at: datetime) -> None:
    text = " ".join(words)
    for due in dues(text, at.replace(tzinfo=UTC)):
        assert text[due.start : due.end] == due.words
