"""What is typed into the search box is read as it was meant; nothing typed is an error."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.search.days import read_days
from alongside.search.query import Days, Query, words_of
from alongside.search.read import OPERATORS, read_query
from alongside.vocabulary import InteractionKind

AS_OF = date(2026, 11, 27)
"""A Friday. Unit: a day."""


def read(text: str) -> Query:
    return read_query(text, as_of=AS_OF)


def test_words_are_beginnings_and_quotation_marks_make_a_phrase() -> None:
    one, other = read('demur "rail cars"').terms
    assert (one.words, one.is_beginning) == (("demur",), True)
    assert (other.words, other.is_beginning) == (("rail", "cars"), False)


def test_short_words_stand_for_themselves() -> None:
    assert [term.is_beginning for term in read("PO us demur 鋼").terms] == [False, False, True, True]


def test_accents_and_capitals_make_no_difference() -> None:
    assert read("Dvořák MÜNCHEN").terms == read("dvorak munchen").terms


def test_a_word_of_parts_is_its_parts_side_by_side() -> None:
    assert read("b2b-sales").terms[0].words == ("b2b", "sales")


def test_a_minus_leaves_words_and_phrases_out() -> None:
    query = read('cargo -pellets -"rail cars" -from:joe')
    assert [str(term) for term in query.excluded] == ["pellets", "rail cars"]
    assert query.names[0].is_excluded


def test_names_with_blanks_stand_in_quotation_marks() -> None:
    query = read('from:"Joe Kowalski" account: "National Steel" cc:ann demurrage')
    assert [(named.side, named.name) for named in query.names] == [
        ("from", "Joe Kowalski"),
        ("account", "National Steel"),
        ("to", "ann"),
    ]
    assert [str(term) for term in query.terms] == ["demurrage"]


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("2025", (2025, 1, 1), (2025, 12, 31)),
        ("2025-03", (2025, 3, 1), (2025, 3, 31)),
        ("03.2025", (2025, 3, 1), (2025, 3, 31)),
        ("2025-03-04", (2025, 3, 4), (2025, 3, 4)),
        ("4.3.2025", (2025, 3, 4), (2025, 3, 4)),
        ("3/25/2025", (2025, 3, 25), (2025, 3, 25)),
        ("March", (2026, 3, 1), (2026, 3, 31)),
        ("December", (2025, 12, 1), (2025, 12, 31)),
        ("mar 2024", (2024, 3, 1), (2024, 3, 31)),
        ("3 March", (2026, 3, 3), (2026, 3, 3)),
        ("March 3rd, 2025", (2025, 3, 3), (2025, 3, 3)),
        ("24 December", (2025, 12, 24), (2025, 12, 24)),
        ("today", (2026, 11, 27), (2026, 11, 27)),
        ("yesterday", (2026, 11, 26), (2026, 11, 26)),
        ("friday", (2026, 11, 20), (2026, 11, 20)),
        ("last month", (2026, 10, 1), (2026, 10, 31)),
        ("this-year", (2026, 1, 1), (2026, 12, 31)),
        ("last week", (2026, 11, 16), (2026, 11, 22)),
        ("last quarter", (2026, 7, 1), (2026, 9, 30)),
        ("two weeks ago", (2026, 11, 13), (2026, 11, 13)),
        ("9 months ago", (2026, 2, 27), (2026, 2, 27)),
    ],
)
def test_days_are_read_as_people_say_them(said: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert read_days(said, AS_OF) == Days(date(*first), date(*last))


@pytest.mark.parametrize(
    "said",
    ["", "soon", "31 February", "2025-13", "0", "99999", "0000-01", "9999-12-31", "march april", "10000 years ago"],
)
def test_what_is_no_day_is_none(said: str) -> None:
    assert read_days(said, AS_OF) is None


def test_before_and_after_leave_the_day_itself_out_since_and_until_do_not() -> None:
    days = read("before:2025-03 after:2024 since:2024-06-01 until:2024-06-30 on:2023").days
    assert days == (
        Days(None, date(2025, 2, 28)),
        Days(date(2025, 1, 1), None),
        Days(date(2024, 6, 1), None),
        Days(None, date(2024, 6, 30)),
        Days(date(2023, 1, 1), date(2023, 12, 31)),
    )


def test_a_day_of_several_words_needs_no_quotation_marks() -> None:
    query = read("before:3 March 2025 demurrage after:last month cargo")
    assert query.days == (Days(None, date(2025, 3, 2)), Days(date(2026, 11, 1), None))
    assert [str(term) for term in query.terms] == ["demurrage", "cargo"]


def test_kinds_directions_and_attachments_narrow_down() -> None:
    query = read("kind:calls,visit -kind:note in:sent has:attachment filename:pdf subject:assay")
    assert query.kinds == (InteractionKind.CALL, InteractionKind.VISIT) and query.excluded_kinds == (
        InteractionKind.NOTE,
    )
    assert query.is_sent is True and query.has_attachment is True
    assert [(str(term), term.place) for term in query.terms] == [("pdf", "file"), ("assay", "subject")]


@pytest.mark.parametrize(
    ("typed", "as_words", "said"),
    [
        ("colour:blue", "colour blue", "“colour:” is not something"),
        ("before:xyzzy", "xyzzy", "not understood as a day"),
        ("has:wings", "wings", "has:attachment is"),
        ("kind:dream", "dream", "not a kind"),
        ("in:space", "space", "is not known"),
    ],
)
def test_what_is_not_understood_is_said_and_searched_as_words(typed: str, as_words: str, said: str) -> None:
    query = read(typed)
    assert [str(term) for term in query.terms] == [as_words]
    assert said in query.remarks[0] and not query.chips


def test_an_address_of_the_web_is_no_operator() -> None:
    assert read("https://nsteel.example/x").remarks == ()


def test_a_chip_holds_the_query_without_it() -> None:
    query = read('from:"Joe Kowalski" demurrage -late before:2025')
    assert [(chip.label, chip.rest) for chip in query.chips] == [
        ("from Joe Kowalski", "demurrage -late before:2025"),
        ("without “late”", 'from:"Joe Kowalski" demurrage before:2025'),
        ("before 2025", 'from:"Joe Kowalski" demurrage -late'),
    ]


TYPED = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(
            [
                *(f"{name}:" for name in OPERATORS),
                '"',
                "-",
                "*",
                "AND",
                "NEAR(",
                "'",
                "|",
                "&",
                "!",
                "<->",
                ":*",
                "\0",
                "@",
            ]
        ),
    ),
    max_size=12,
).map("".join)


@given(TYPED)
def test_whatever_is_typed_gives_words_of_letters_and_digits_only(text: str) -> None:
    query = read(text)
    for term in (*query.terms, *query.excluded):
        assert term.words and all(words_of(word) == (word,) for word in term.words)
