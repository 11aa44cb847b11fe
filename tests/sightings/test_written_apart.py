"""How well the kinds are found in sentences that were written before anybody read a rule: floors, below which no change may fall.

Of planted_apart.tsv the rules were mended with; of planted_apart_held_out.tsv nobody looks at more than the totals.
"""

import pytest

from alongside.vocabulary import SightingKind
from bench.kinds import APART, APART_HELD_OUT, Apart, apart, scores

PRECISION, RECALL = 0.85, 0.70
"""Floors for each of the four kinds that matter most, and for all kinds together, in the held-out half; docs/finding.md has the figures."""

ALL_RECALL = 0.83
"""Floor for all kinds together (measured: .863)."""

MOST = ("promise", "complaint", "solicitation", "role_change")


OWN_TABLES = {"request", "give_or_get"}
"""Kinds that are measured by tables of their own."""


@pytest.fixture(scope="module")
def held_out() -> list[Apart]:
    return apart(APART_HELD_OUT)


def test_the_halves_are_many_of_every_kind_and_share_no_sentence(held_out: list[Apart]) -> None:
    both = held_out + apart(APART)
    assert len({row.text for row in both}) == len(both) >= 600
    assert {kind for row in both for kind in row.kinds} == {kind.value for kind in SightingKind} - OWN_TABLES
    assert sum(not row.kinds for row in both) >= 120


@pytest.mark.parametrize("kind", MOST)
def test_what_nobody_looked_at_is_found(held_out: list[Apart], kind: str) -> None:
    score = scores(held_out)[kind]
    assert score.precision >= PRECISION, score
    assert score.recall >= RECALL, score


def test_all_kinds_together_are_found(held_out: list[Apart]) -> None:
    score = scores(held_out)["all"]
    assert score.precision >= PRECISION, score
    assert score.recall >= ALL_RECALL, score
