"""What was left open long ago is one item, not fifty."""

from dataclasses import replace
from datetime import date

from alongside.judgement.dossier import Order
from alongside.plays.older_matters import suggest
from tests.spec.plays.cast import (
    ANN,
    JOE,
    MONDAY,
    answered,
    mail_from,
    met,
    nov,
    record,
    request,
    the_one,
    they_promised,
    we_promised,
)

MARCH = date(2026, 3, 3)
WE_TALK = met(ANN, nov(9))
"""There is contact with the account all the time."""


def test_all_older_matters_of_an_account_are_one_item() -> None:
    """3 March: Joe asks for 90-day terms; in April we promise him a visit report. Neither was ever settled."""
    terms = request("look into 90-day terms", MARCH, quote="Could you look into 90-day terms?")
    report = we_promised("send you the visit report", date(2026, 4, 7), date(2026, 4, 14), thread=71)
    item = the_one(suggest(record(WE_TALK, terms, report), {}, as_of=MONDAY))
    assert item.say == "Look through two older matters with National Steel that were never settled."
    assert item.why == (
        "One promise of ours and one request have been open for more than four months; "
        "the oldest is one from Joe, nine months ago, “Could you look into 90-day terms?”"
    )
    assert (item.owed, item.gain, item.key) == (0, 0, "older_matters:account:7")


def test_a_question_that_is_a_request_is_counted_once() -> None:
    """3 March: Joe asks for 90-day terms, in a mail that nobody answered."""
    terms = request("look into 90-day terms", MARCH, interaction_id=50)
    asking = mail_from(JOE, MARCH, thread=70, asks=True, id=50)
    item = the_one(suggest(record(WE_TALK, terms, asking), {}, as_of=MONDAY))
    assert item.say == "Settle or close one older matter with National Steel."
    assert item.why.startswith("One request has been open for more than four months: from Joe, nine months ago, ")


def test_what_is_younger_stands_on_its_own() -> None:
    """2 Nov: Joe asks."""
    assert not list(suggest(record(WE_TALK, request("send us the price list", nov(2))), {}, as_of=MONDAY))


def test_it_settles_itself_when_all_is_settled() -> None:
    """3 March: Joe asks. 20 Nov: he is answered."""
    assert not list(suggest(record(WE_TALK, answered(request("look into terms", MARCH), nov(20))), {}, as_of=MONDAY))


def test_what_they_left_open_is_no_burden_of_ours() -> None:
    """In March Joe promised us a rail schedule that never came."""
    assert not list(suggest(record(WE_TALK, they_promised("send you the schedule", MARCH, MARCH)), {}, as_of=MONDAY))


def test_where_nobody_has_been_in_touch_for_a_year_nothing_is_dug_up() -> None:
    """They asked once, in 2024; there was no contact since, and they order nothing."""
    long_ago = date(2024, 3, 3)
    dossier = record(request("look into 90-day terms", long_ago), mail_from(JOE, long_ago))
    assert not list(suggest(dossier, {}, as_of=MONDAY))
    bought = Order(310, "4471", nov(2), "Pellets", None)
    assert the_one(suggest(replace(dossier, orders=(bought,)), {}, as_of=MONDAY))
