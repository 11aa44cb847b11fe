"""Who fought for a customer tells them what came of it, in a letter in which nothing of the inside stands."""

from alongside.plays.outcome_untold import suggest
from alongside.vocabulary import CasePart, CaseState
from tests.spec.plays.cast import ANN, MONDAY, case, mail_from, mail_to, nov, record, request, the_one, wrote

TERMS = request("extend the payment terms to 90 days", nov(10), by=ANN, thread=80, id=40)
WON = wrote(CasePart.STATE, "Karen gives in", nov(20), state=CaseState.WON, on=nov(20))
INSIDE = [
    wrote(CasePart.NEED, "QUILLNEED", nov(11)),
    wrote(CasePart.COSTS, "QUILLCOST", nov(11)),
    wrote(CasePart.GAIN, "QUILLGAIN", nov(11)),
    wrote(CasePart.FLOOR, "QUILLFLOOR", nov(11)),
    wrote(CasePart.DECIDES, "QUILLDECIDES", nov(11), on=nov(20)),
    wrote(CasePart.OBSTACLES, "QUILLOBSTACLE", nov(11)),
    wrote(CasePart.STATE, "QUILLSTATE", nov(20), state=CaseState.WON, on=nov(20)),
    wrote(CasePart.TOLD, "QUILLTOLD", nov(9), on=nov(9)),
]
"""A case in which every part that stays inside is marked."""


def test_an_outcome_that_was_not_told_is_owed_to_whoever_asked() -> None:
    """10 Nov: Ann asks for 90 days. 20 Nov: Karen gives in. On the 23rd Ann does not know."""
    item = the_one(suggest(record(TERMS, case(TERMS, WON)), {}, as_of=MONDAY))
    assert item.say.startswith("Tell Ann Petrov what came of your fight for them: “Could you please extend")
    assert item.why == "It was won on Friday 20 November, three days ago, and Ann has not heard of it."
    assert (item.owed, item.days_late, item.action) == (3, 3, "draft")


def test_the_letter_is_made_of_their_words_and_of_what_was_written_for_them() -> None:
    for_them = wrote(CasePart.FOR_THEM, "60 days from January, and 90 while the furnace is down", nov(20))
    letter = the_one(suggest(record(TERMS, case(TERMS, WON, for_them)), {}, as_of=MONDAY)).draft_text
    assert "I took it to those who decide here, and argued for it." in letter
    assert "It is agreed. 60 days from January, and 90 while the furnace is down." in letter
    assert "> Could you please extend the payment terms to 90 days?" in letter


def test_nothing_of_the_inside_stands_in_what_may_leave() -> None:
    """Every part that stays inside holds a marked word; none of them is in the letter or its subject."""
    item = the_one(suggest(record(TERMS, case(TERMS, *INSIDE)), {}, as_of=MONDAY))
    assert "QUILL" not in item.draft_text + item.draft_subject
    assert "[What is agreed, and from when.]" in item.draft_text


def test_a_mail_in_the_thread_settles_it_and_one_before_the_outcome_does_not() -> None:
    before, after = mail_to(ANN, nov(19), thread=80), mail_to(ANN, nov(21), thread=80)
    assert list(suggest(record(TERMS, before, case(TERMS, WON)), {}, as_of=MONDAY))
    assert not list(suggest(record(TERMS, after, case(TERMS, WON)), {}, as_of=MONDAY))


def test_a_mail_of_the_same_day_counts_when_it_was_written_after_the_outcome_was() -> None:
    """20 Nov, 16:00: the outcome is written down. A mail of ten in the morning cannot have told it, one of six can."""
    morning, evening = mail_to(ANN, nov(20), thread=80), mail_to(ANN, nov(20), thread=80, hour=18)
    assert list(suggest(record(TERMS, morning, case(TERMS, WON)), {}, as_of=MONDAY))
    assert not list(suggest(record(TERMS, evening, case(TERMS, WON)), {}, as_of=MONDAY))


def test_saying_that_they_were_told_settles_it_too() -> None:
    told = wrote(CasePart.TOLD, "By phone", nov(21), on=nov(21))
    assert not list(suggest(record(TERMS, case(TERMS, WON, told)), {}, as_of=MONDAY))


def test_what_was_lost_is_told_as_well_and_answers_their_last_mail() -> None:
    lost = wrote(CasePart.STATE, "", nov(20), state=CaseState.LOST, on=nov(20))
    again = mail_from(ANN, nov(18), thread=80, asks=True, id=66, subject="Payment terms")
    item = the_one(suggest(record(TERMS, again, case(TERMS, lost)), {}, as_of=MONDAY))
    assert "I could not bring it through. [The reason" in item.draft_text
    assert (item.reply_to_interaction_id, item.draft_subject) == (66, "Re: Payment terms")


def test_while_nothing_is_decided_there_is_nothing_to_tell() -> None:
    before = wrote(CasePart.STATE, "", nov(20), state=CaseState.BEFORE_THOSE_WHO_DECIDE, on=nov(20))
    assert not list(suggest(record(TERMS, case(TERMS, before)), {}, as_of=MONDAY))
