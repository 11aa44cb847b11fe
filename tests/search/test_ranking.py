"""The best first: what counts for more, told in words. Pure."""

from alongside.search.query import term_of
from alongside.search.rank import HALVED_AFTER_MINUTES, Written, rarity_of, weigh_all

FILLING = " and so on" * 20


def order(words: str, *mails: Written, rarity: tuple[float, ...] = ()) -> list[int]:
    terms = [term for word in words.split() if (term := term_of(word))]
    weights = weigh_all(dict(enumerate(mails)), terms, rarity or [1.0] * len(terms))
    return sorted(weights, key=lambda number: -weights[number].value)


def test_a_word_in_the_subject_counts_more_than_two_in_the_text() -> None:
    assert order("assay", Written("", "assay assay" + FILLING, 0), Written("Assay", "the assay" + FILLING, 0)) == [1, 0]


def test_a_word_often_counts_more_but_less_and_less() -> None:
    often = [Written("", "assay " * n + FILLING, 0) for n in (1, 3, 8)]
    assert order("assay", *often) == [2, 1, 0]


def test_a_long_mail_loses() -> None:
    assert order("assay", Written("", "assay" + FILLING * 9, 0), Written("", "assay" + FILLING, 0)) == [1, 0]


def test_quoted_lines_do_not_count() -> None:
    assert order("assay", Written("", "> assay assay assay\nwell" + FILLING, 0), Written("", "assay" + FILLING, 0)) == [
        1,
        0,
    ]


def test_a_rare_word_counts_more() -> None:
    common, rare = rarity_of(2000, most=2000), rarity_of(3, most=2000)
    mails = Written("", "cargo cargo cargo zircon" + FILLING, 0), Written("", "cargo zircon zircon zircon" + FILLING, 0)
    assert order("cargo zircon", *mails, rarity=(common, rare)) == [1, 0]


def test_the_middle_of_a_word_is_no_beginning() -> None:
    assert order("art", Written("", "part cart smart" + FILLING, 0), Written("", "arthur" + FILLING, 0)) == [1, 0]


def test_age_halves_what_a_mail_is_worth() -> None:
    term = term_of("assay")
    assert term
    new, old = Written("", "assay", HALVED_AFTER_MINUTES), Written("", "assay", 0)
    weights = weigh_all({1: new, 2: old}, [term], [1.0])
    assert round(weights[1].value - weights[2].value, 6) == 1.0
