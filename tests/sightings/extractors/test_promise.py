"""What is a promise, whose it is, and what was promised by when."""

import pytest

from alongside.sightings.extractors.promise import find
from alongside.vocabulary import Side, SightingKind
from tests.sightings.extractors.writing import found_in, lines, only, pairs


@pytest.mark.parametrize(
    ("sentence", "what"),
    pairs("""
    I will find out where the demurrage comes from and tell you by Friday. -> find out where the demurrage comes from and tell you
    I'll get back to you tomorrow with the revised price. -> get back to you with the revised price
    Let me check with our lab and come back to you next week. -> check with our lab and come back to you
    You will have it by Friday. -> let them have it
    You'll hear from me on Monday. -> get back to them
    Will do. -> see to it
    OK, leave it with me. -> see to it
    We will ship the 500 t on 28 November. -> ship the 500 t
    We are shipping the balance on Monday. -> ship the balance
    I am going to raise this with our finance director this week. -> raise this with our finance director
    Expect the revised offer by noon on Friday. -> let them have the revised offer
    The replacement rotor will be shipped by Friday. -> see that the replacement rotor is shipped
    The drawings will follow tomorrow. -> see that the drawings are sent
    Our lab will send the certificates tomorrow. -> send the certificates
    Mark Brown will call you on Thursday to go through the numbers. -> call you to go through the numbers
    Will get back to you on Tuesday. -> get back to you
    We'll keep you posted on the investigation. -> keep you posted on the investigation
    I shall also talk to our port captain, of course. -> talk to our port captain
    I'll let you know if we can hold the price. -> let you know if we can hold the price
    We promise to replace the wet lot. -> replace the wet lot
    As discussed on Monday, I will send the certificate. -> send the certificate
    """),
)
def test_a_promise_says_what_was_promised(sentence: str, what: str) -> None:
    assert only(find, sentence).detail["what"] == what


@pytest.mark.parametrize(
    "sentence",
    lines("""
    I will be out of the office until Monday.
    We will see.
    I will be in Pittsburgh on Tuesday.
    You'll be pleased to hear that.
    You will have to wait until Friday.
    The vessel will arrive on Friday.
    The vessel will be loaded on Monday.
    I won't be able to send it this week.
    We will not charge you for this.
    Will I see you on Friday?
    Shall I send it tomorrow?
    I hope I will find time to check.
    I am not sure I will get it done.
    If you have any questions I will gladly answer them.
    If we could, we would send it today.
    I'll let you know if anything changes.
    He will send you the data.
    This will give you a good idea.
    Joe said "I will send it tomorrow" and left.
    Let me know when it suits you.
    Let me introduce Sara Quinn.
    I would send it if I had it.
    I will never forget that day.
    We'll see how it goes.
    We are calling on all customers this week.
    """),
)
def test_no_promise(sentence: str) -> None:
    assert found_in(find, sentence, by_us=True) == []


def test_what_we_promise_is_ours_and_what_they_promise_is_theirs() -> None:
    sentence = "I will send the signed contract on Monday."
    assert only(find, sentence, by_us=True).side == Side.OURS
    assert only(find, sentence, by_us=False).side == Side.THEIRS


def test_the_reason_names_the_words_that_showed_it() -> None:
    found = only(find, "I will find out about the demurrage and tell you by Friday.")
    assert found.kind == SightingKind.PROMISE
    assert found.because == "“I will find out … by Friday” is a promise with a date."


def test_a_promise_without_a_date_says_so() -> None:
    found = only(find, "I will find out about the demurrage.")
    assert found.because == "“I will find out” is a promise, without a date."
    assert set(found.detail) == {"what", "who"}


def test_the_due_date_is_read_against_the_mail() -> None:
    found = only(find, "I'll send it by next Friday.")
    assert found.detail["due_on"] == "2025-11-28"
    assert found.detail["other_due_on"] == "2025-11-21"
    assert found.detail["due_words"] == "by next Friday"


def test_a_day_that_looks_back_is_no_due_date() -> None:
    assert "due_on" not in only(find, "As discussed on Monday, I will send the certificate.").detail


def test_the_deadline_goes_before_other_days() -> None:
    found = only(find, "I will talk to the people who come on Monday and tell you by Thursday.")
    assert found.detail["due_on"] == "2025-11-20"


def test_the_quote_is_the_whole_sentence_in_its_place() -> None:
    text = "Hi Joe,\n\nthanks. I will check the invoice\nand call you tomorrow. Regards"
    found = only(find, text)
    assert found.quote == text[found.start : found.end] == "I will check the invoice\nand call you tomorrow."


def test_a_preposition_that_ends_the_deed_stays() -> None:
    assert only(find, "I will ask where it came from.").detail["what"] == "ask where it came from"


@pytest.mark.parametrize(
    ("said", "who", "to"),
    [
        ("Our forwarder will call you with the booking number this evening.", "Our forwarder", ""),
        ("I will forward your brochure to our engineers in Toledo.", "I", "our engineers in Toledo"),
        ("We will send Sandra the result on Monday.", "we", "Sandra"),
    ],
)
def test_who_promises_and_to_whom_are_told(said: str, who: str, to: str) -> None:
    found = only(find, said)
    assert (found.detail["who"], found.detail.get("to", "")) == (who, to)


@pytest.mark.parametrize(
    "said",
    [
        "I intend to have the full report with you by 1 December.",
        "We collect the rejected coils on Monday.",
        "Samples to follow by courier tomorrow.",
        "That will not happen again.",
        "If the sample passes your test, we will hold the price for all of 2026.",
    ],
)
def test_a_deed_with_a_day_is_promised_without_will_too(said: str) -> None:
    assert only(find, said)
