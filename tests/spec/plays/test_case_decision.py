"""A case of ours is to be decided: be ready in time, and ask what was decided when the day has passed."""

from alongside.plays.case_decision import suggest
from alongside.vocabulary import CasePart, CaseState
from tests.spec.plays.cast import ANN, MONDAY, case, nov, record, request, the_one, wrote

TERMS = request("extend the payment terms to 90 days", nov(10), by=ANN, id=40)
KAREN = wrote(CasePart.DECIDES, "Karen", nov(12), on=nov(26))


def test_three_working_days_before_the_decision_the_case_is_to_be_ready() -> None:
    """10 Nov: Ann asks for 90 days. 12 Nov: we note that Karen decides by the 26th. The 23rd is three working days before."""
    item = the_one(suggest(record(TERMS, case(TERMS, KAREN)), {}, as_of=MONDAY))
    assert item.say.startswith("Be ready to argue for Ann Petrov: “Could you please extend")
    assert (
        item.why == "Karen decides by Thursday 26 November, in three days. Five questions of the case are still open."
    )
    assert (item.action, item.subject_id, item.key) == ("case", 40, "case_decision:request:40")


def test_before_that_nobody_is_hurried() -> None:
    assert not list(suggest(record(TERMS, case(TERMS, KAREN)), {}, as_of=nov(20)))


def test_once_the_day_has_passed_it_asks_what_was_decided() -> None:
    item = the_one(suggest(record(TERMS, case(TERMS, KAREN)), {}, as_of=nov(28)))
    assert item.say.startswith("Ask what was decided for Ann Petrov")
    assert item.why == "Karen was to decide by Thursday 26 November, two days ago, and no outcome is written down."
    assert (item.owed, item.days_late) == (2, 2)


def test_an_outcome_or_a_later_day_settles_it() -> None:
    won = wrote(CasePart.STATE, "", nov(27), state=CaseState.WON, on=nov(27))
    later = wrote(CasePart.DECIDES, "Karen", nov(27), on=nov(27).replace(month=12))
    assert not list(suggest(record(TERMS, case(TERMS, KAREN, won)), {}, as_of=nov(28)))
    assert not list(suggest(record(TERMS, case(TERMS, KAREN, later)), {}, as_of=nov(28)))


def test_where_no_day_is_named_nothing_is_asked() -> None:
    assert not list(suggest(record(TERMS, case(TERMS, wrote(CasePart.DECIDES, "Karen", nov(12)))), {}, as_of=MONDAY))
