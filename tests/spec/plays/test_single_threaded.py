"""Everything runs through one person."""

from dataclasses import replace
from datetime import date

from alongside.judgement.dossier import Dossier, Order
from alongside.judgement.judge import judge
from alongside.plays.contract import Suggested
from alongside.plays.single_threaded import suggest
from tests.spec.plays.cast import ANN, JOE, MONDAY, kept, mail_to, met, nov, record, the_one, we_promised
from tests.spec.plays.test_going_quiet import weekly_mail

BOUGHT = (Order(310, "4471", nov(2), "Pellets", None),)
WITH_JOE = weekly_mail(JOE, date(2026, 1, 7), nov(18))


def suggested(dossier: Dossier, as_of: date = MONDAY) -> list[Suggested]:
    return list(suggest(dossier, judge(dossier, as_of=as_of), as_of=as_of))


def test_the_needed_person_whom_we_do_not_know_yet_is_named() -> None:
    """Weekly mail with Joe, one meeting long ago with Ann of procurement; they bought in November."""
    item = the_one(suggested(record(WITH_JOE, orders=BOUGHT)))
    assert item.say == "Get to know Ann Petrov (procurement) at National Steel."
    assert item.why.startswith("Everything with National Steel runs through Joe Kowalski.")
    assert (item.person_id, item.action) == (ANN.id, "draft")


def test_who_did_something_for_joe_may_ask_him() -> None:
    """Nobody else there is known; on 9 Nov we kept a promise to Joe."""
    promise = kept(we_promised("send you the certificates", nov(2), nov(10)), nov(9))
    item = the_one(suggested(record(JOE, WITH_JOE, promise, orders=BOUGHT)))
    assert (
        item.say
        == "Ask Joe Kowalski who else you should know at National Steel, above all among those who work with it every day."
    )
    assert item.person_id == JOE.id


def test_nothing_is_asked_of_joe_before_something_was_done_for_him() -> None:
    """Nobody else there is known, and nothing was promised or asked."""
    item = the_one(suggested(record(JOE, WITH_JOE, orders=BOUGHT)))
    assert (item.action, item.draft_text) == ("open", "")
    assert item.say.startswith("Find out who else matters at National Steel")


def test_it_settles_itself_when_a_second_tie_is_live() -> None:
    """Since summer there is weekly mail with Ann too."""
    assert not suggested(record(WITH_JOE, weekly_mail(ANN, date(2026, 6, 3), nov(18)), orders=BOUGHT))


def test_our_mail_alone_lets_it_rest_for_a_week() -> None:
    """19 Nov: I write to Ann."""
    wrote = mail_to(ANN, nov(19), thread=900)
    assert not suggested(record(WITH_JOE, wrote, orders=BOUGHT))
    assert suggested(record(WITH_JOE, wrote, orders=BOUGHT), as_of=nov(27))


def test_an_account_that_never_bought_is_left_alone() -> None:
    """Weekly mail with Joe, but no order and no award."""
    assert not suggested(record(WITH_JOE))


def test_where_nobody_is_close_there_is_no_single_thread() -> None:
    """One lunch with Joe two years ago; they bought in November all the same."""
    assert not suggested(record(met(JOE, date(2024, 11, 20)), orders=BOUGHT))


def test_who_left_is_no_thread() -> None:
    """Joe left on 20 Nov."""
    assert not suggested(record(replace(JOE, left_on=nov(20)), ANN, WITH_JOE, orders=BOUGHT))
