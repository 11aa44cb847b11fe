"""Off track: one item a customer, to ask a professional; it rests when one was asked, and an answer that is late is asked for again."""

from dataclasses import replace
from datetime import date

from alongside.judgement.dossier import AskedAdvice, Dossier
from alongside.judgement.finding import Finding
from alongside.plays.advice_due import suggest as advice_due
from alongside.plays.contract import Suggested
from alongside.plays.off_track import suggest
from alongside.vocabulary import OffTrackSign
from tests.spec.plays.cast import ANN, JOE, MONDAY

RECORD = Dossier(1, "National Steel", members=(JOE, ANN))
CIRCLES = Finding("off_track", "thread:70", OffTrackSign.BACK_AND_FORTH, "Joe came back.", extra={"request_id": 5})
FALLING = Finding("off_track", "level", OffTrackSign.LEVEL_FALLING, "We slip.", extra={"request_id": None})
ASKED = AskedAdvice(7, "Ruth Vance", "How?", date(2026, 11, 2), date(2026, 11, 16))


def _items(record: Dossier, *signs: Finding) -> list[Suggested]:
    return list(suggest(record, {"off_track": signs}, as_of=MONDAY))


def test_the_plainest_sign_is_the_item_and_the_others_are_counted() -> None:
    [item] = _items(RECORD, CIRCLES, FALLING)
    assert item.say == "You go in circles with National Steel: ask a professional before you write again"
    assert item.why == "Joe came back. And 1 more sign."
    assert (item.action, item.subject_id) == ("advice", 5)


def test_where_all_is_well_there_is_none() -> None:
    assert _items(RECORD) == []


def test_it_rests_when_a_professional_was_asked_about_it() -> None:
    asked = replace(RECORD, advice=(replace(ASKED, request_id=5),))
    assert _items(asked, CIRCLES) == []
    assert [item.why for item in _items(asked, CIRCLES, FALLING)] == ["We slip."]
    long_ago = replace(RECORD, advice=(replace(ASKED, request_id=5, asked_on=date(2026, 9, 1)),))
    assert len(_items(long_ago, CIRCLES)) == 1


def test_an_answer_that_is_late_is_asked_for_again() -> None:
    [item] = advice_due(replace(RECORD, advice=(ASKED,)), {}, as_of=MONDAY)
    assert item.say == "Ask Ruth Vance again about National Steel" and item.days_late == 7
    assert not list(advice_due(replace(RECORD, advice=(ASKED,)), {}, as_of=date(2026, 11, 16)))


def test_an_answer_whose_result_nobody_noted_is_brought_up_after_two_weeks() -> None:
    answered = replace(ASKED, answered_on=date(2026, 11, 5))
    [item] = advice_due(replace(RECORD, advice=(answered,)), {}, as_of=MONDAY)
    assert item.say == "Note what came of Ruth Vance’s advice on National Steel"
    noted = replace(answered, noted_on=date(2026, 11, 20))
    assert not list(advice_due(replace(RECORD, advice=(noted,)), {}, as_of=MONDAY))
