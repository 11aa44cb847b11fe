"""A line cut at every step of SMTP, a server that stalls or says no: no letter leaves twice, and none is lost without a word.

A handful here; `python bench/sending.py` does two hundred.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from alongside import sending
from alongside.config.smtp import Security, SmtpServer
from alongside.interactions.models import Interaction
from alongside.outbox import queue
from alongside.outbox.compose import write
from alongside.outbox.hand_over import Handed, hand_over
from alongside.outbox.models import OutgoingLetter
from alongside.vocabulary import LetterState
from tests.outbox.faulty import STEPS, Faulty

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
TODAY = date(2026, 3, 2)
BEFORE_THE_LETTER = ("connect", "banner", "ehlo", "mail", "rcpt", "data")
TEXT = "How it stands with the demurrage.\n\n" + "The berth was taken until noon. " * 40


def queued(owner: Any) -> OutgoingLetter:
    return queue.queue(write("joe@nsteel.example", "Re: Demurrage", TEXT), by=owner, at=AT)


def send(server: Faulty, at: datetime) -> bool:
    there = SmtpServer("127.0.0.1", server.port, Security.NONE)
    return sending.send_next(lambda: (at, TODAY), server=there)


def outcome_of(owner: Any, server: Faulty) -> OutgoingLetter:
    """Send a letter, and try again as often as the outbox itself does."""
    letter = queued(owner)
    at = AT + timedelta(minutes=1)
    for _ in range(2 + len(queue.RETRY_MINUTES)):
        send(server, at)
        at += timedelta(hours=7)
    letter.refresh_from_db()
    return letter


@pytest.mark.django_db
@pytest.mark.parametrize("step", BEFORE_THE_LETTER)
def test_cut_before_the_letter_began_it_is_tried_again_and_arrives_once(owner: Any, step: str) -> None:
    with Faulty(step) as server:
        letter = outcome_of(owner, server)
    assert (letter.state, letter.tries) == (LetterState.SENT, 2)
    assert server.taken == {letter.message_id: 1}


@pytest.mark.django_db
@pytest.mark.parametrize(("step", "taken"), [("middle", 0), ("dot", 1)])
def test_cut_while_it_was_on_its_way_it_is_unknown_and_never_sent_again_by_itself(
    owner: Any, step: str, taken: int
) -> None:
    with Faulty(step) as server:
        letter = outcome_of(owner, server)
    assert letter.state == LetterState.UNKNOWN and "cut while the letter was on its way" in letter.reason
    assert (server.calls, server.taken.total()) == (1, taken)


@pytest.mark.django_db
def test_cut_after_it_was_taken_it_is_sent(owner: Any) -> None:
    with Faulty("quit") as server:
        letter = outcome_of(owner, server)
    assert (letter.state, server.taken) == (LetterState.SENT, {letter.message_id: 1})


@pytest.mark.django_db
@pytest.mark.parametrize("step", ["banner", "ehlo", "mail", "rcpt", "data", "dot"])
def test_a_no_for_now_is_tried_again(owner: Any, step: str) -> None:
    with Faulty(step, fault="4", times=2 if step == "ehlo" else 1) as server:
        letter = outcome_of(owner, server)
    assert (letter.state, server.taken) == (LetterState.SENT, {letter.message_id: 1})


@pytest.mark.django_db
@pytest.mark.parametrize("step", ["mail", "rcpt", "data", "dot"])
def test_a_no_for_good_is_refused_with_the_servers_reason(owner: Any, step: str) -> None:
    with Faulty(step, fault="5") as server:
        letter = outcome_of(owner, server)
    assert (letter.state, letter.tries, server.taken.total()) == (LetterState.REFUSED, 1, 0)
    assert "550" in letter.reason and "not now" in letter.reason


@pytest.mark.django_db
def test_a_server_that_is_never_there_is_given_up_and_said_so(owner: Any) -> None:
    with Faulty("connect", times=99) as server:
        letter = outcome_of(owner, server)
    assert (letter.state, letter.tries) == (LetterState.REFUSED, 1 + len(queue.RETRY_MINUTES))
    assert "could not be reached" in letter.reason


@pytest.mark.parametrize(
    ("step", "known"), [("mail", Handed.NOT_YET), ("middle", Handed.UNKNOWN), ("dot", Handed.UNKNOWN)]
)
@pytest.mark.django_db
def test_a_server_that_says_nothing_is_not_waited_for(owner: Any, step: str, known: Handed) -> None:
    letter = queue.message_of(queued(owner))
    with Faulty(step, fault="stall") as server:
        there = SmtpServer("127.0.0.1", server.port, Security.NONE)
        assert hand_over(there, letter, answer_seconds=0.5).handed is known
    with Faulty(step, fault="stall") as server:
        there = SmtpServer("127.0.0.1", server.port, Security.NONE)
        assert hand_over(there, letter, call_seconds=0.5).handed is known


@pytest.mark.django_db
def test_an_answer_that_is_none_leaves_it_unknown(owner: Any) -> None:
    letter = queue.message_of(queued(owner))
    with Faulty("dot", fault="nonsense") as server:
        outcome = hand_over(SmtpServer("127.0.0.1", server.port, Security.NONE), letter, answer_seconds=2)
    assert outcome.handed is Handed.UNKNOWN


@pytest.mark.django_db
def test_a_worker_that_ended_while_sending_leaves_it_unknown_at_the_next_start(owner: Any) -> None:
    letter = queued(owner)
    assert queue.claim(at=AT + timedelta(minutes=1))
    with Faulty() as server:
        assert not send(server, AT + timedelta(minutes=2))
    letter.refresh_from_db()
    assert (letter.state, letter.reason, server.calls) == (LetterState.UNKNOWN, queue.CUT_OFF, 0)


@pytest.mark.django_db
def test_two_workers_never_have_the_same_letter(owner: Any) -> None:
    queued(owner)
    at = AT + timedelta(minutes=1)
    assert [bool(queue.claim(at=at)), bool(queue.claim(at=at))] == [True, False]


@pytest.mark.django_db
def test_sent_again_on_a_persons_word_it_bears_the_same_id(owner: Any) -> None:
    with Faulty("dot") as server:
        letter = outcome_of(owner, server)
        queue.send_again(letter, by=owner, at=AT + timedelta(days=3))
        assert send(server, AT + timedelta(days=4))
    letter.refresh_from_db()
    assert (letter.state, server.taken) == (LetterState.SENT, {letter.message_id: 2})
    assert Interaction.objects.visible_to(owner).filter(message_id=letter.message_id).count() == 1


@pytest.mark.django_db
def test_sent_again_and_refused_it_is_still_unknown_whether_the_first_arrived(owner: Any) -> None:
    with Faulty("dot") as server:
        letter = outcome_of(owner, server)
        queue.send_again(letter, by=owner, at=AT + timedelta(days=3))
        server.step, server.fault, server.times = "rcpt", "5", 1
        send(server, AT + timedelta(days=4))
    letter.refresh_from_db()
    assert letter.state == LetterState.UNKNOWN and "still not known" in letter.reason


def test_every_step_is_tried() -> None:
    assert set(STEPS) == {*BEFORE_THE_LETTER, "middle", "dot", "quit"}
