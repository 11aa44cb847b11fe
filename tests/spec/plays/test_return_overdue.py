"""What was agreed in return for a concession is asked after once its day has passed, kindly and never as a debt."""

from dataclasses import replace

from alongside.judgement.dossier import Exchange
from alongside.plays.return_overdue import suggest
from alongside.vocabulary import ExchangeKind, ExchangeSide
from tests.spec.plays.cast import ANN, MONDAY, nov, record, the_one

FORECAST = Exchange(
    id=61,
    side=ExchangeSide.GET,
    kind=ExchangeKind.CONCESSION,
    what="a yearly forecast",
    on=nov(2),
    whose="Ann",
    due_on=nov(16),
    for_what="60 days to pay",
)


def test_the_day_after_it_was_due_it_is_asked_after() -> None:
    """2 Nov: 60 days are conceded, Ann is to bring a forecast by the 16th. On the 23rd it has not come."""
    item = the_one(suggest(record(FORECAST), {}, as_of=MONDAY))
    assert item.say == "Ask Ann how far it is: “a yearly forecast”"
    assert (
        item.why
        == "It was agreed for Monday 16 November, seven days ago, in return for “60 days to pay”, and has not come."
    )
    assert (item.person_id, item.days_late, item.owed, item.action) == (ANN.id, 7, 0, "exchanges")


def test_until_then_nobody_is_asked() -> None:
    assert not list(suggest(record(FORECAST), {}, as_of=nov(16)))


def test_what_came_settles_it() -> None:
    assert not list(suggest(record(replace(FORECAST, delivered_on=nov(20))), {}, as_of=MONDAY))
    assert list(suggest(record(replace(FORECAST, delivered_on=nov(20))), {}, as_of=nov(19)))


def test_favours_and_what_came_by_itself_are_never_asked_for() -> None:
    favour = replace(FORECAST, kind=ExchangeKind.FAVOUR, for_what="")
    assert not list(suggest(record(favour), {}, as_of=MONDAY))
