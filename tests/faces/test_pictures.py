"""The geometry of the pictures: what is not known is never drawn as nought, and every picture says itself in words."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from alongside.judgement.finding import Step
from alongside.vocabulary import RelationshipLevel
from alongside.web.pictures.history import history
from alongside.web.pictures.ladder import ladder
from alongside.web.pictures.lines import band, spark
from alongside.web.pictures.passage import pieces
from alongside.web.pictures.presence import WEEKS, presence
from alongside.web.pictures.rules import CENTRE, rungs, shape

AS_OF = date(2026, 11, 23)
PROOFS = (Step("a", "3", "5", True), Step("b", ".50", ".47", False), Step("c", "2", "", None))


# The ladder


def test_rungs_below_ours_are_held_and_the_next_one_shows_its_proofs_with_what_is_met_first() -> None:
    prospect, vendor, preferred, partner = ladder(RelationshipLevel.PREFERRED_VENDOR, PROOFS, note="since June").rungs
    assert (prospect.state, vendor.state, preferred.state) == ("held", "held", "at")
    assert preferred.note == "since June"
    assert partner.state == "next"
    assert partner.marks == ("met", "unknown", "unmet")
    assert partner.note == "1 of 3 shown"


def test_a_partner_has_no_next_rung() -> None:
    assert [rung.state for rung in ladder(RelationshipLevel.PARTNER).rungs] == ["held", "held", "held", "at"]


def test_where_the_level_is_not_known_no_rung_is_ours() -> None:
    drawn = ladder(None)
    assert "at" not in [rung.state for rung in drawn.rungs]
    assert drawn.in_words == "Level not known yet"


# Five rules


@pytest.mark.parametrize(
    ("value", "reach", "cells", "words"),
    [
        (None, None, "unknown unknown unknown unknown", "not known"),
        (0, None, "empty empty empty empty", "0 of 4"),
        (2, 4, "full full unknown unknown", "2 of 4, perhaps 4"),
        (3, 1, "full full full empty", "3 of 4"),
        (4, 4, "full full full full", "4 of 4"),
    ],
)
def test_rungs_that_are_not_known_are_hatched_and_never_empty(
    value: int | None, reach: int | None, cells: str, words: str
) -> None:
    drawn = rungs(value, reach)
    assert " ".join(drawn.cells) == cells
    assert drawn.in_words == words


def test_the_shape_marks_the_weakest_rule_and_leaves_an_unknown_one_without_a_point() -> None:
    drawn = shape([3, None, 1, 2, 3], [3, None, 1, 4, 3], weakest=2)
    assert [point.is_unknown for point in drawn.points] == [False, True, False, False, False]
    assert [point.is_weakest for point in drawn.points] == [False, False, True, False, False]
    assert "Business not known" in drawn.in_words


def test_a_rule_at_nought_stands_off_the_middle_and_one_at_four_on_the_rim() -> None:
    drawn = shape([0, 4, 0, 0, 0])
    assert (drawn.points[0].x, drawn.points[0].y) != CENTRE
    assert (drawn.points[1].x, drawn.points[1].y) == (drawn.points[1].rim_x, drawn.points[1].rim_y)


def test_a_shape_of_which_nothing_is_known_has_no_area() -> None:
    assert shape([None] * 5).area == ""


# Lines


def test_a_tie_runs_from_the_left_edge_to_the_right_and_stronger_is_higher() -> None:
    line = spark([0, 50, 100], width=100, height=20)
    assert line.runs == ("0,20 50,10 100,0",)
    assert line.end == (100.0, 0.0)


def test_months_that_are_not_known_are_a_gap_between_two_runs() -> None:
    line = spark([10, 20, None, 40, 50], width=100, height=20)
    assert len(line.runs) == 2
    assert len(line.gaps) == 1


@pytest.mark.parametrize(
    ("strengths", "words"),
    [
        ([], "Tie not known yet"),
        ([None, None], "Tie not known yet"),
        ([20, 74], "Tie 74 of 100, strong; rising from 20"),
        ([74, 39], "Tie 39 of 100, weak; falling from 74"),
        ([50, 52], "Tie 52 of 100, familiar; steady from 50"),
    ],
)
def test_a_line_says_in_words_where_it_ends_and_where_it_came_from(strengths: list[float | None], words: str) -> None:
    assert spark(strengths).in_words == words


@pytest.mark.parametrize(
    ("strength", "name"), [(14.9, "dormant"), (15, "weak"), (40, "familiar"), (70, "strong"), (100, "strong")]
)
def test_bands_begin_where_the_measure_says(strength: float, name: str) -> None:
    assert band(strength) == name


# Presence and history


def _weeks(**last: int) -> list[dict[str, int]]:
    empty = {"in": 0, "out": 0, "met": 0}
    return [empty] * (WEEKS - 1) + [empty | last]


@pytest.mark.parametrize(
    ("week", "kind"),
    [({"in": 1, "out": 1}, "two-way"), ({"met": 1}, "two-way"), ({"in": 3}, "one-way"), ({"out": 2}, "one-way")],
)
def test_a_week_is_two_way_when_something_was_spoken_or_mail_went_both_ways(week: dict[str, int], kind: str) -> None:
    ((drawn, _),) = presence(_weeks(**week), [], as_of=AS_OF).paths
    assert drawn == kind


def test_what_is_planned_stands_right_of_today() -> None:
    drawn = presence(_weeks(), [AS_OF + timedelta(days=3), AS_OF - timedelta(days=3)], as_of=AS_OF)
    ((kind, path),) = drawn.paths
    assert kind == "planned"
    assert int(path[1:].split()[0]) > drawn.today_x


def test_the_history_says_every_move_and_higher_levels_are_higher() -> None:
    months = [
        (date(2026, 8, 31), RelationshipLevel.VENDOR),
        (date(2026, 9, 30), RelationshipLevel.VENDOR),
        (date(2026, 10, 31), RelationshipLevel.PREFERRED_VENDOR),
    ]
    drawn = history(months)
    assert drawn.in_words == "Level by month: vendor in August 2026, preferred vendor from October 2026"
    vendor, preferred = drawn.steps
    assert vendor.top.startswith("M0 16h20") and preferred.top.startswith("M20 8h10"), "two months, then a higher one"


# Marks in a mail


@dataclass(frozen=True)
class Mark:
    start: int
    end: int


def test_the_pieces_of_a_text_put_together_are_the_text() -> None:
    text = "Before I sign I need to know where it comes from. Thank you."
    cut = pieces(text, [Mark(0, 49), Mark(14, 28), Mark(50, 60)], said=[(0, 49)])
    assert "".join(piece.text for piece in cut) == text


def test_where_two_marks_overlap_the_inner_one_is_shown_and_each_is_named_once() -> None:
    outer, inner = Mark(0, 10), Mark(4, 6)
    cut = pieces("0123456789", [outer, inner])
    assert [piece.sighting for piece in cut] == [outer, inner, outer]
    assert [piece.is_last for piece in cut] == [False, True, True]


def test_quoted_words_and_the_signature_are_told_apart_from_what_was_said() -> None:
    cut = pieces("said. > quoted -- Joe", [], said=[(0, 5)], signature=(15, 21))
    assert [piece.voice for piece in cut] == ["said", "quoted", "signature"]
