"""A day is the day that the clocks show where the seller sits: an evening in Duluth is not the next day, as it is in UTC."""

from datetime import date
from typing import Any

import pytest

from alongside.dossiers.load import load
from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.requests.models import Request
from alongside.people.models import Account
from alongside.pipeline import bring_up_to_date
from alongside.today.models import TodayItem
from alongside.vocabulary import CommitmentState
from tests.letters import keep, letter, meeting

OLGA, JOE = "Olga Owner <olga@example.com>", "Joe Kowalski <joe@nsteel.example>"
MONDAY = date(2026, 1, 12)
ASKED_AT, PROMISED_AT = "2026-01-13T01:30:00", "2026-01-13T02:10:00"  # Monday evening in Duluth
ANSWERED_AT = "2026-01-17T03:40:00"  # Friday evening there
FRIDAY = date(2026, 1, 16)


@pytest.fixture
def in_duluth(settings: Any, owner: Any) -> Any:
    settings.DISPLAY_TIME_ZONE = "America/Chicago"
    asked = letter(JOE, OLGA, ASKED_AT, "Could you find out where the demurrage comes from?", message_id="asked@x")
    promised = letter(
        OLGA,
        JOE,
        PROMISED_AT,
        "I will find out and tell you by Friday.",
        message_id="promised@x",
        in_reply_to="asked@x",
    )
    keep(owner, asked, promised, meeting("visit", "2026-01-14T01:00:00", "Supper", OLGA, JOE))
    bring_up_to_date(owner, as_of=MONDAY)
    return owner


def test_what_was_asked_and_promised_in_the_evening_was_asked_and_promised_that_day(in_duluth: Any) -> None:
    assert Commitment.objects.visible_to(in_duluth).get().promised_on == MONDAY
    assert {asked.asked_on for asked in Request.objects.visible_to(in_duluth)} == {MONDAY}


def test_a_promise_that_is_kept_in_the_evening_is_kept_on_that_day_and_asks_for_nothing_more(in_duluth: Any) -> None:
    said = "The berth was taken until noon, and the carrier pays eight of the 22 hours. We pay the rest."
    keep(in_duluth, letter(OLGA, JOE, ANSWERED_AT, said, in_reply_to="promised@x"))
    bring_up_to_date(in_duluth, as_of=FRIDAY)
    promise = Commitment.objects.visible_to(in_duluth).get()
    assert (promise.state, promise.kept_on) == (CommitmentState.KEPT, FRIDAY)
    assert not TodayItem.objects.visible_to(in_duluth).filter(play="promise_due")


def test_an_evening_with_a_customer_is_on_the_day_that_it_is_there(in_duluth: Any) -> None:
    dossier = load(Account.objects.visible_to(in_duluth).get(domain="nsteel.example"))
    assert [met.starts_at.date() for met in dossier.meetings] == [date(2026, 1, 13)]
    assert {touch.at.date() for touch in dossier.touches} == {MONDAY, date(2026, 1, 13)}
