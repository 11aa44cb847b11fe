"""Promises that are due or late: ours are kept, theirs are remembered kindly."""

from dataclasses import replace

from alongside.judgement.dossier import Commitment, Request
from alongside.plays.promise_due import suggest
from tests.spec.plays.cast import (
    ANN,
    DEMURRAGE,
    JOE,
    MONDAY,
    kept,
    mail_from,
    mail_to,
    nov,
    record,
    request,
    the_one,
    they_promised,
    we_promised,
)

HIS_WORDS = "Before I sign the next laydays I need to know where this demurrage comes from."


def joe_asked() -> Request:
    return request("know where this demurrage comes from", nov(11), quote=HIS_WORDS, interaction_id=50, id=40)


def i_promised() -> Commitment:
    return we_promised(
        "find out and tell you",
        nov(11),
        nov(13),
        due_words="by Friday.",
        quote="I will find out and tell you by Friday.",
        interaction_id=51,
        id=41,
    )


def the_thread() -> list[object]:
    return [
        mail_from(JOE, nov(11), thread=DEMURRAGE, asks=True, id=50, subject="Demurrage"),
        mail_to(JOE, nov(11), thread=DEMURRAGE, hour=11, id=51, subject="Re: Demurrage"),
        joe_asked(),
        i_promised(),
    ]


def test_a_late_promise_is_said_with_the_words_and_the_days() -> None:
    """11 Nov: Joe asks where the demurrage comes from; I answer that I will find out and tell him by Friday.
    18 Nov: Joe asks again. Nothing from us until 23 Nov."""
    again = mail_from(JOE, nov(18), thread=DEMURRAGE, asks=True, id=52, subject="Re: Demurrage")
    item = the_one(suggest(record(the_thread(), again), {}, as_of=MONDAY))
    assert item.say == "Tell Joe Kowalski where this demurrage comes from."
    assert item.why == (
        "You said you would find out and tell Joe by Friday; that was Friday 13 November, ten days ago, "
        "and Joe has asked once more since."
    )
    assert (item.owed, item.days_late, item.key) == (3, 10, "promise_due:commitment:41")
    assert [(e.kind, e.id) for e in item.evidence] == [("request", 40), ("commitment", 41), ("interaction", 52)]


def test_where_the_words_may_mean_two_days_both_are_named() -> None:
    """11 Nov: I answer that I will find out and tell him by next Friday."""
    promise = replace(i_promised(), due_on=nov(20), due_words="by next Friday", other_due_on=nov(13))
    item = the_one(suggest(record([*the_thread()[:-1], promise]), {}, as_of=MONDAY))
    assert "that was Friday 20 November (or Friday 13 November, read another way), three days ago" in item.why
    moved = replace(promise, moved_to=nov(20), moved_on=nov(16))
    assert "read another way" not in the_one(suggest(record([*the_thread()[:-1], moved]), {}, as_of=MONDAY)).why


def test_the_draft_answers_the_last_mail_and_quotes_what_was_asked() -> None:
    """11 Nov: Joe asks, I promise an answer by Friday. 23 Nov: I open the draft."""
    item = the_one(suggest(record(the_thread()), {}, as_of=MONDAY))
    assert (item.action, item.reply_to_interaction_id, item.draft_subject) == ("draft", 50, "Re: Demurrage")
    assert item.draft_text.startswith("Hi Joe,\n\n")
    assert f"On Wednesday, 11 November 2026, Joe Kowalski wrote:\n> {HIS_WORDS}\n" in item.draft_text
    assert "I promised to come back to you by Friday 13 November, and I am late." in item.draft_text
    assert item.draft_text.count("[") == 1, "only what the user alone knows is left to fill in"


def test_a_promise_due_the_day_after_tomorrow_is_shown_in_time() -> None:
    """20 Nov: I promise Ann the certificates by Wednesday 25."""
    promise = we_promised("send you the assay certificates", nov(20), nov(25), to=ANN, due_words="by Wednesday")
    item = the_one(suggest(record(promise), {}, as_of=MONDAY))
    assert item.say == "Send Ann Petrov the assay certificates."
    assert item.why == (
        "You said you would send Ann the assay certificates by Wednesday; that is Wednesday 25 November, in two days."
    )
    assert (item.owed, item.days_late) == (2, 0)


def test_the_draft_says_what_was_promised_where_the_promise_names_it() -> None:
    """16 Nov: I promise Joe the written report by the 18th."""
    item = the_one(suggest(record(we_promised("send you the written report", nov(16), nov(18))), {}, as_of=MONDAY))
    assert "I promised to send you the written report by Wednesday 18 November, and I am late." in item.draft_text
    assert "I wrote:\n> I will send you the written report." in item.draft_text, (
        "nobody had asked: my own words stand there"
    )


def test_on_friday_the_promises_of_monday_and_tuesday_are_shown() -> None:
    """The weekend lies between: on Friday 20 Nov something due on Tuesday 24 is two working days away."""
    promise = we_promised("send you the certificates", nov(16), nov(24))
    assert the_one(suggest(record(promise), {}, as_of=nov(20))).owed == 2


def test_a_promise_for_next_week_is_not_yet_on_the_list() -> None:
    """20 Nov: I promise Joe the certificates by 30 Nov."""
    promise = we_promised("send you the certificates", nov(20), nov(30))
    assert not list(suggest(record(promise), {}, as_of=MONDAY))


def test_a_promise_without_a_date_is_not_on_the_list() -> None:
    """11 Nov: I promise to look into it, without a day."""
    promise = replace(i_promised(), due_on=None)
    assert not list(suggest(record(promise), {}, as_of=MONDAY))


def test_it_settles_itself_when_the_promise_is_kept() -> None:
    """11 Nov: I promise by Friday. 23 Nov: I write what came of it."""
    promise = kept(i_promised(), MONDAY)
    assert not list(suggest(record(promise), {}, as_of=MONDAY))
    assert the_one(suggest(record(promise), {}, as_of=nov(20))), "on the Friday before nobody had kept it yet"


def test_a_later_day_told_in_time_is_the_day_that_counts() -> None:
    """11 Nov: I promise by Friday 13. 12 Nov: I tell him that it takes until the 27th."""
    moved = replace(i_promised(), moved_to=nov(27), moved_on=nov(12))
    assert not list(suggest(record(moved), {}, as_of=MONDAY))
    item = the_one(suggest(record(moved), {}, as_of=nov(26)))
    assert item.why == "You said you would find out and tell Joe; you then named Friday 27 November, tomorrow."


def test_an_answer_in_the_thread_lets_a_late_promise_rest_for_a_week() -> None:
    """11 Nov: I promise by Friday. 18 Nov: I write that it is not settled yet; the promise stays open."""
    wrote = mail_to(JOE, nov(18), thread=DEMURRAGE)
    assert not list(suggest(record(the_thread(), wrote), {}, as_of=MONDAY))
    assert the_one(suggest(record(the_thread(), wrote), {}, as_of=nov(25)))


def test_what_is_late_by_more_than_four_months_is_left_to_the_older_matters() -> None:
    """11 Nov 2026: a promise by Friday. A year later nobody has come back to it."""
    assert not list(suggest(record(i_promised()), {}, as_of=nov(23).replace(year=2027)))


def test_nothing_is_owed_to_somebody_who_left() -> None:
    """11 Nov: I promise Joe an answer by Friday. 20 Nov: Joe leaves."""
    gone = replace(JOE, left_on=nov(20))
    assert not list(suggest(record(gone, i_promised()), {}, as_of=MONDAY))


def test_their_late_promise_becomes_a_kind_reminder() -> None:
    """9 Nov: Joe promises us the rail schedule by 17 Nov. Nothing has come by the 23rd."""
    promise = they_promised(
        "send you the rail schedule", nov(9), nov(17), quote="I will send you the rail schedule by the 17th."
    )
    item = the_one(suggest(record(promise), {}, as_of=MONDAY))
    assert item.say == "Remind Joe Kowalski kindly: “I will send you the rail schedule by the 17th.”"
    assert item.why == "Joe promised it for Tuesday 17 November, six days ago, and nothing has come yet."
    assert item.owed == 0, "what they owe us is no debt of ours"
    assert "> I will send you the rail schedule by the 17th." in item.draft_text


def test_their_promise_has_two_days_of_grace() -> None:
    """Joe promised the schedule for Saturday 21 Nov; on Monday nobody is reminded yet."""
    promise = they_promised("send you the rail schedule", nov(9), nov(21))
    assert not list(suggest(record(promise), {}, as_of=MONDAY))


def test_a_reminder_lets_their_promise_rest_for_a_week() -> None:
    """17 Nov: the schedule is due. 20 Nov: I remind Joe."""
    promise = they_promised("send you the rail schedule", nov(9), nov(17))
    wrote = mail_to(JOE, nov(20), thread=DEMURRAGE)
    assert not list(suggest(record(promise, wrote), {}, as_of=MONDAY))
