"""Questions without an answer, theirs and ours."""

from dataclasses import replace

from alongside.judgement.dossier import Dossier
from alongside.judgement.finding import Finding
from alongside.plays.question_unanswered import suggest
from alongside.vocabulary import SightingKind
from tests.spec.plays.cast import ANN, JOE, MONDAY, mail_from, mail_to, met, nov, record, request, seen, the_one


def usually_answers_within(hours: float) -> dict[str, tuple[Finding, ...]]:
    return {"responsiveness": (Finding("responsiveness", "person:2", "steady", "", extra={"base_hours": hours}),)}


def joe_asks() -> Dossier:
    asking = mail_from(JOE, nov(18), thread=71, asks=True, id=60, subject="March price")
    words = request(
        "hold the price until March", nov(18), thread=71, interaction_id=60, quote="Can you hold the price until March?"
    )
    return record(asking, words)


def test_their_question_of_more_than_two_working_days_ago_is_answered() -> None:
    """Wednesday 18 Nov: Joe asks whether we can hold the price. Monday 23: no answer."""
    item = the_one(suggest(joe_asks(), {}, as_of=MONDAY))
    assert item.say == "Answer Joe Kowalski: “Can you hold the price until March?”"
    assert item.why == "Joe asked on Wednesday 18 November, three working days ago, and none of us has answered."
    assert (item.owed, item.reply_to_interaction_id, item.draft_subject) == (2, 60, "Re: March price")
    assert (
        "On Wednesday, 18 November 2026, Joe Kowalski wrote:\n> Can you hold the price until March?" in item.draft_text
    )


def test_two_working_days_are_ours_to_answer_in() -> None:
    """Wednesday 18 Nov: Joe asks. On Friday the 20th nobody is reminded yet."""
    assert not list(suggest(joe_asks(), {}, as_of=nov(20)))


def test_a_mail_of_any_of_us_in_the_thread_settles_it() -> None:
    """18 Nov: Joe asks. 19 Nov: a colleague answers, to Ann, who reads the thread too."""
    colleague = replace(mail_to(ANN, nov(19), thread=71), our_person_id=901)
    dossier = joe_asks()
    assert not list(suggest(replace(dossier, touches=(*dossier.touches, colleague)), {}, as_of=MONDAY))


def test_a_talk_with_the_one_who_asked_settles_it() -> None:
    """18 Nov: Joe asks. 19 Nov: we have lunch with him."""
    dossier = joe_asks()
    assert not list(suggest(replace(dossier, touches=(*dossier.touches, met(JOE, nov(19)))), {}, as_of=MONDAY))


def test_who_asks_twice_is_owed_more() -> None:
    """16 Nov: Joe asks. 19 Nov: he asks again."""
    asked = [
        mail_from(JOE, nov(16), thread=71, asks=True, subject="Price"),
        mail_from(JOE, nov(19), thread=71, asks=True),
    ]
    item = the_one(suggest(record(asked), {}, as_of=MONDAY))
    assert item.owed == 3
    assert item.why.endswith("Joe has asked once more since.")
    assert item.say == "Answer Joe Kowalski: “Price”", "where the words were not found the subject names it"


def test_a_question_to_many_asks_nobody_in_particular() -> None:
    """18 Nov: Joe asks nine people at once."""
    assert not list(suggest(record(mail_from(JOE, nov(18), thread=71, asks=True, others=8)), {}, as_of=MONDAY))


def test_what_is_older_than_four_months_is_not_raised_alone() -> None:
    """18 Nov 2025: Joe asks; a year later nobody has answered."""
    old = mail_from(JOE, nov(18).replace(year=2025), thread=71, asks=True)
    assert not list(suggest(record(old), {}, as_of=MONDAY))


def test_our_question_waits_for_three_times_what_they_usually_take() -> None:
    """2 Nov: we ask Ann for the rail schedule. She usually takes 30 business hours; 90 are over on the 13th."""
    asked = mail_to(ANN, nov(2), thread=72, asks=True, id=61, subject="Rail schedule")
    habit = usually_answers_within(30)
    assert not list(suggest(record(asked), habit, as_of=nov(12)))
    item = the_one(suggest(record(asked), habit, as_of=nov(16)))
    assert item.say == "Ask Ann Petrov once more: “Rail schedule”"
    assert item.why.endswith("and nothing has come back; Ann usually answers within three working days.")
    assert item.owed == 0


def test_our_question_is_left_alone_for_72_business_hours_at_least() -> None:
    """11 Nov, ten o'clock: we ask Ann, who usually answers within the hour. 72 hours are over on Friday 20."""
    asked = mail_to(ANN, nov(11), thread=72, asks=True, subject="Rail schedule")
    assert not list(suggest(record(asked), usually_answers_within(1), as_of=nov(19)))
    assert the_one(suggest(record(asked), usually_answers_within(1), as_of=nov(20)))


def test_our_reminder_lets_it_rest_for_a_week() -> None:
    """2 Nov: we ask Ann. 19 Nov: we remind her."""
    mails = [mail_to(ANN, nov(2), thread=72, asks=True), mail_to(ANN, nov(19), thread=72)]
    assert not list(suggest(record(mails), {}, as_of=MONDAY))
    assert the_one(suggest(record(mails), {}, as_of=nov(26)))


def test_the_reminder_quotes_our_own_words() -> None:
    """2 Nov: we ask Ann when the siding is free again."""
    asked = mail_to(ANN, nov(2), thread=72, asks=True, id=61, subject="Siding")
    words = replace(seen(SightingKind.REQUEST, ANN, nov(2), "When is the siding free again?"), interaction_id=61)
    ours = replace(words, side=type(words.side).OURS)
    item = the_one(suggest(record(asked, ours), {}, as_of=MONDAY))
    assert "On Monday, 2 November 2026, I wrote:\n> When is the siding free again?" in item.draft_text
