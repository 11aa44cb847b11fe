"""Whether what happened later kept a promise or answered a request: the record's word, until somebody says better."""

from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.judgement.settling import Matter, Settled, Turn, follow_requests, settle_promise

JOE, ANN = 1, 2
THEIR_THREAD, OTHER_THREAD = 10, 11
PROMISED_AT = datetime(2025, 11, 5, 10, tzinfo=UTC)


def promise(what: str = "send the assay certificates", *, by_us: bool = True) -> Matter:
    return Matter("promise", PROMISED_AT, JOE, THEIR_THREAD, 100, what, by_us=by_us, due_on=date(2025, 11, 14))


def turn(days: int, *, thread: int = THEIR_THREAD, person: int = JOE, by_us: bool = True, **more: object) -> Turn:
    at = PROMISED_AT + timedelta(days=days)
    return Turn(100 + days, at, person, thread, by_us, **more)  # type: ignore[arg-type]


def test_a_delivery_in_the_thread_keeps_the_promise_on_that_day() -> None:
    """
    2025-11-05 we promise Joe to send the assay certificates by 2025-11-14
    2025-11-09 mail to Joe in the same thread: here is the list
    """
    assert settle_promise(promise(), [turn(4, delivers="here is the list")]) == Settled(date(2025, 11, 9), 104)


def test_an_attachment_in_the_thread_keeps_it_too() -> None:
    """
    2025-11-05 we promise Joe to send the assay certificates by 2025-11-14
    2025-11-09 mail to Joe in the same thread, with a file
    """
    assert settle_promise(promise(), [turn(4, has_file=True)]) == Settled(date(2025, 11, 9), 104)


def test_elsewhere_the_delivery_must_share_two_words_with_the_promise() -> None:
    """
    2025-11-05 we promise Joe to send the assay certificates by 2025-11-14
    2025-11-09 mail to Joe in another thread: attached are the rail certificates
    2025-11-10 mail to Joe in another thread: attached are the certificates of the assay
    """
    rail = turn(4, thread=OTHER_THREAD, delivers="attached are the rail certificates")
    assay = turn(5, thread=OTHER_THREAD, delivers="attached are the certificates of the assay")
    assert settle_promise(promise(), [rail, assay]) == Settled(date(2025, 11, 10), 105)


def test_what_went_to_somebody_else_elsewhere_keeps_nothing() -> None:
    """
    2025-11-05 we promise Joe to send the assay certificates by 2025-11-14
    2025-11-09 mail to Ann in another thread: attached are the assay certificates
    """
    to_ann = turn(4, thread=OTHER_THREAD, person=ANN, delivers="attached are the assay certificates")
    assert settle_promise(promise(), [to_ann]) is None


@pytest.mark.parametrize("days", [-1, 0])
def test_only_a_later_mail_is_a_deed(days: int) -> None:
    """
    2025-11-04 mail to Joe in the same thread, with a file
    2025-11-05 we promise Joe to send the assay certificates, in a mail with a file
    """
    assert settle_promise(promise(), [turn(days, has_file=True)]) is None


def test_a_file_of_theirs_does_not_keep_a_promise_of_ours() -> None:
    """
    2025-11-05 we promise Joe to send the assay certificates by 2025-11-14
    2025-11-09 mail from Joe in the same thread, with a file
    """
    assert settle_promise(promise(), [turn(4, by_us=False, has_file=True)]) is None


def test_a_promise_to_find_out_is_kept_by_an_answer_and_not_by_a_nod() -> None:
    """
    2025-11-05 we promise Joe to find out about the demurrage
    2025-11-07 mail to Joe in the same thread, three words
    2025-11-10 mail to Joe in the same thread, forty words
    """
    nod, answer = turn(2, words=3), turn(5, words=40)
    assert settle_promise(promise("find out about the demurrage"), [nod, answer]) == Settled(date(2025, 11, 10), 105)


def test_a_promised_visit_is_kept_by_the_visit() -> None:
    """
    2025-11-05 we promise Joe to come by by 2025-11-14
    2025-11-12 visit Joe
    """
    visit = turn(7, is_meeting=True)
    assert settle_promise(promise("come by"), [visit]) == Settled(date(2025, 11, 12), 107)
    assert settle_promise(promise(), [visit]) is None


def test_an_order_keeps_their_promise_to_order() -> None:
    """
    2025-11-05 Joe promises the purchase order
    2025-11-12 order
    """
    theirs = promise("send the purchase order", by_us=False)
    assert settle_promise(theirs, [], orders_on=[date(2025, 11, 12)]) == Settled(date(2025, 11, 12), 100)


def asked(days: int = 0, quote: str = "where does the demurrage come from?") -> Matter:
    at = PROMISED_AT + timedelta(days=days)
    return Matter(f"request {days}", at, JOE, THEIR_THREAD, 100 + days, "the demurrage", quote, by_us=True)


def test_a_reply_that_says_something_answers_a_request() -> None:
    """
    2025-11-05 Joe asks where the demurrage comes from
    2025-11-08 mail to Joe in the same thread, forty words
    """
    found = follow_requests([asked()], [turn(3, words=40)], {})
    assert found["request 0"].answered == Settled(date(2025, 11, 8), 103)


def test_a_reply_that_promises_leaves_the_request_open_until_that_is_kept() -> None:
    """
    2025-11-05 Joe asks where the demurrage comes from
    2025-11-06 mail to Joe in the same thread: we promise to find out
    (first nothing more happens; then the promise is kept on 2025-11-12)
    """
    reply = turn(1, words=40, promises=True)
    still_open = follow_requests([asked()], [reply], {101: [None]})["request 0"]
    kept = follow_requests([asked()], [reply], {101: [Settled(date(2025, 11, 12), 107)]})["request 0"]
    assert (still_open.answered, still_open.last_update_on) == (None, date(2025, 11, 6))
    assert kept.answered == Settled(date(2025, 11, 12), 107)


def test_the_same_request_again_is_no_second_one() -> None:
    """
    2025-11-05 Joe asks where the demurrage comes from
    2025-11-18 Joe asks again: any news on the demurrage?
    """
    found = follow_requests([asked(), asked(13, "any news on the demurrage?")], [], {})
    assert found["request 0"].repeats == ["request 13"]
    assert "request 13" not in found
