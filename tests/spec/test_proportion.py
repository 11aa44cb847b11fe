"""A share of few cases is stated cautiously: the one-sided 90 % Wilson lower bound."""

import pytest

from alongside.judgement.proportion import wilson_lower_bound


def test_no_case_says_nothing() -> None:
    assert wilson_lower_bound(0, 0) is None


def test_three_of_three_are_not_certainty() -> None:
    assert wilson_lower_bound(3, 3) == pytest.approx(0.646, abs=0.001)


def test_none_of_five_is_nought_and_never_less() -> None:
    assert wilson_lower_bound(0, 5) == 0


def test_more_cases_of_the_same_share_say_more() -> None:
    bounds = [wilson_lower_bound(0.8 * n, n) or 0 for n in (5, 10, 20, 100)]
    assert bounds == sorted(bounds)
    assert bounds[-1] < 0.8
