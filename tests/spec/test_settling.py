"""When is a promise kept, and a request answered, by what the record shows later?"""

from datetime import UTC, date, datetime

from alongside.judgement.settling import Matter, Settled, Turn, Updates, follow_requests, settle_promise

JOE, ANN = 1, 2


def at(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)


def turn(pk: int, day: str, *, by_us: bool = True, thread: int = 1, person: int = JOE, **more: object) -> Turn:
    return Turn(pk, at(day), person, thread, by_us, words=more.pop("words", 40), **more)  # type: ignore[arg-type]


def promise(what: str, *, by_us: bool = True, due_on: date | None = None) -> Matter:
    return Matter("p", at("2025-03-03"), JOE, 1, 10, what, by_us=by_us, due_on=due_on)


def request(key: str, day: str, what: str, *, pk: int = 20, thread: int = 1, person: int = JOE) -> Matter:
    return Matter(key, at(day), person, thread, pk, what, by_us=True)


def test_a_promise_to_send_is_kept_by_the_next_mail_of_ours_in_the_thread_that_carries_a_file() -> None:
    """
    3 March  we: "I will send the certificate."
    5 March  we: (certificate.pdf)
    """
    assert settle_promise(promise("send the certificate"), [turn(11, "2025-03-05", has_file=True)]) == Settled(
        date(2025, 3, 5), 11
    )


def test_a_promise_to_send_is_not_kept_by_words_alone() -> None:
    """
    3 March  we: "I will send the certificate."
    5 March  we: "How was the weekend? ..."
    """
    assert settle_promise(promise("send the certificate"), [turn(11, "2025-03-05")]) is None


def test_a_promise_to_find_out_is_kept_by_an_answer_that_promises_nothing_new() -> None:
    """
    3 March  we: "I will find out where it comes from."
    4 March  we: "Still looking, I will tell you by Friday."
    7 March  we: "The berth was taken by another vessel ..."
    """
    turns = [turn(11, "2025-03-04", promises=True), turn(12, "2025-03-07")]
    assert settle_promise(promise("find out where it comes from"), turns) == Settled(date(2025, 3, 7), 12)


def test_their_mail_keeps_no_promise_of_ours() -> None:
    assert settle_promise(promise("find out"), [turn(11, "2025-03-05", by_us=False, has_file=True)]) is None


def test_a_delivery_in_another_thread_keeps_a_promise_only_if_it_speaks_of_the_same_thing() -> None:
    """
    3 March  we: "I will send the assay certificate."
    5 March  we, elsewhere: "Attached is the assay certificate."   -> kept
    """
    sent = turn(11, "2025-03-05", thread=9, delivers="Attached is the assay certificate.")
    other = turn(11, "2025-03-05", thread=9, delivers="Attached is the invoice.")
    assert settle_promise(promise("send the assay certificate"), [sent])
    assert settle_promise(promise("send the assay certificate"), [other]) is None


def test_a_promised_visit_is_kept_by_meeting_the_person_soon_after_the_day() -> None:
    """
    3 March  we: "I will come by next week."   due 10 March
    12 March plant visit with Joe              -> kept
    """
    visit = turn(11, "2025-03-12", is_meeting=True)
    assert settle_promise(promise("come by", due_on=date(2025, 3, 10)), [visit])
    late = turn(11, "2025-06-12", is_meeting=True)
    assert settle_promise(promise("come by", due_on=date(2025, 3, 10)), [late]) is None


def test_their_promise_of_an_order_is_kept_by_the_order() -> None:
    kept = settle_promise(promise("send you the PO", by_us=False), [], orders_on=[date(2025, 3, 20)])
    assert kept and kept.on == date(2025, 3, 20)


def test_a_request_is_answered_by_a_reply_that_says_something() -> None:
    """
    3 March  Joe: "Can you ship a week earlier?"
    4 March  we: "Yes, the vessel loads on the 12th ..."
    """
    outcome = follow_requests([request("q", "2025-03-03", "ship a week earlier")], [turn(21, "2025-03-04")], {})["q"]
    assert outcome.answered == Settled(date(2025, 3, 4), 21)


def test_a_nod_answers_nothing() -> None:
    outcome = follow_requests([request("q", "2025-03-03", "ship earlier")], [turn(21, "2025-03-04", words=2)], {})["q"]
    assert outcome.answered is None
    assert outcome.last_update_on == date(2025, 3, 4)


def test_a_reply_that_promises_leaves_the_request_open_until_the_promise_is_kept() -> None:
    """
    3 March  Joe: "Where does the demurrage come from?"
    3 March  we: "I will find out."            -> open
    9 March  we: "It was the berth ..."        -> answered on 9 March
    """
    asked, reply = request("q", "2025-03-03", "tell where the demurrage comes from"), turn(21, "2025-03-04")
    assert follow_requests([asked], [reply], {21: [None]})["q"].answered is None
    kept = {21: [Settled(date(2025, 3, 9), 22)]}
    assert follow_requests([asked], [reply], kept)["q"].answered == Settled(date(2025, 3, 9), 22)


def test_asking_again_in_the_same_thread_is_the_same_request_asked_again() -> None:
    """
    3 March   Joe: "Where does the demurrage come from?"
    10 March  Joe: "Any news on the demurrage?"
    """
    first = request("q1", "2025-03-03", "tell where the demurrage comes from")
    again = request("q2", "2025-03-10", "tell about the demurrage", pk=22)
    outcomes = follow_requests([first, again], [], {})
    assert list(outcomes) == ["q1"]
    assert outcomes["q1"].repeats == ["q2"]


def test_asking_after_it_was_answered_is_a_new_request() -> None:
    first = request("q1", "2025-03-03", "send the certificate")
    again = request("q2", "2025-03-20", "send the certificate", pk=22)
    outcomes = follow_requests([first, again], [turn(21, "2025-03-04")], {})
    assert list(outcomes) == ["q1", "q2"]


def test_please_confirm_in_the_same_mail_is_no_second_request() -> None:
    """3 March  Joe: "I must ask you for 90-day terms from June. Please confirm that you agree." """
    first = request("q1", "2025-03-03", "move to 90-day terms from the first of June")
    nudge = request("q2", "2025-03-03", "confirm that you can agree")
    other = request("q3", "2025-03-03", "send the assay certificate of cargo 17 to Duluth")
    assert list(follow_requests([first, nudge, other], [], {})) == ["q1", "q3"]


# Kept abreast


def test_a_word_on_how_it_stands_answers_nothing() -> None:
    """Joe asks for 90-day terms. We write that finance looks at it, and that this is only how it stands."""
    asked = request("r", "2025-03-03", "to move to 90-day terms")
    told = turn(11, "2025-03-06")
    found = follow_requests([asked], [told], {}, {"r": Updates(frozenset({told.interaction_id}))})
    assert found["r"].answered is None
    assert [each.interaction_id for each in found["r"].told] == [told.interaction_id]
    by_day = follow_requests([asked], [told], {}, {"r": Updates(days=frozenset({told.at.date()}))})
    assert by_day["r"].answered is None


def test_the_same_words_answer_it_where_nobody_said_so() -> None:
    """Joe asks for 90-day terms. We write back, and nobody says that it was only how it stands."""
    asked = request("r", "2025-03-03", "to move to 90-day terms")
    found = follow_requests([asked], [turn(11, "2025-03-06")], {})
    assert found["r"].answered is not None
