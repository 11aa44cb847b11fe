"""What is a request, and what courtesies, small talk and notices are not."""

import pytest

from alongside.sightings.extractors.request import find
from alongside.vocabulary import Side
from tests.sightings.extractors.writing import found_in, lines, only, pairs


@pytest.mark.parametrize(
    ("sentence", "what"),
    pairs("""
    Please send the revised drawing by Friday. -> send the revised drawing
    Could you please tell us the vessel's ETA? -> tell us the vessel's ETA
    Joe, can you resend the certificate? -> resend the certificate
    Let me know whether the train can be held. -> let me know whether the train can be held
    I need the weighbridge tickets for October. -> the weighbridge tickets for October
    I'd be grateful if you could look at lot 7. -> look at lot 7
    We would like you to put the lot number on every bag. -> put the lot number on every bag
    I was wondering if you could hold the December tonnage. -> hold the December tonnage
    Is it possible to get a copy of the report? -> get a copy of the report
    Send me the name of your fitter. -> send me the name of your fitter
    When you get a chance, call Anna about the claim. -> call Anna about the claim
    Can we get 90-day terms from January? -> 90-day terms from January
    You should send the tickets to accounts. -> send the tickets to accounts
    What is your address? -> answer “What is your address?”
    Don't forget to sign the waybill. -> sign the waybill
    Thanks, and please copy Scott. -> copy Scott
    """),
)
def test_a_request_says_what_is_asked(sentence: str, what: str) -> None:
    assert only(find, sentence).detail["what"] == what


@pytest.mark.parametrize(
    "sentence",
    lines("""
    Please find attached the report.
    Please find the certificate enclosed.
    Please let me know if you have any questions.
    If you have any questions, please call me.
    Please call me if you have any questions.
    Please do not hesitate to contact us.
    Feel free to call me.
    Please note that the office is closed on Friday.
    Please accept our apologies.
    How are you?
    How was your weekend?
    Guess what?
    I won't be able to send it.
    As you can see, the moisture is high.
    If you could see the yard now.
    He said "please send the report" and left.
    We are pleased with the result.
    It is hard to please them all.
    I let you know last week.
    I never asked you to change it.
    Please click here to unsubscribe.
    If you have received this message in error, please notify the sender.
    Contact Information
    We want to grow in the south.
    I will send it if you need it.
    """),
)
def test_no_request(sentence: str) -> None:
    assert found_in(find, sentence) == []


def test_what_they_ask_is_theirs_and_what_we_ask_is_ours() -> None:
    assert only(find, "Please confirm the laycan.", by_us=False).side == Side.THEIRS
    assert only(find, "Please confirm the laycan.", by_us=True).side == Side.OURS


def test_a_courtesy_beside_a_request_does_not_hide_it() -> None:
    found = only(find, "Please sign the form, and do not hesitate to call me.")
    assert found.detail["what"] == "sign the form"


def test_thanks_in_advance_is_part_of_the_request() -> None:
    assert only(find, "Please send the tickets, thanks in advance.").detail["what"] == "send the tickets"


def test_the_day_wanted_is_read() -> None:
    found = only(find, "Could you send the draft survey by tomorrow noon?")
    assert found.detail["due_on"] == "2025-11-20"
    assert found.detail["what"] == "send the draft survey"
    assert found.because == "“Could you” asks for something by tomorrow noon."


def test_a_question_waits_for_an_answer() -> None:
    assert only(find, "When will the barge leave Duluth?").because == "It is a question that waits for an answer."
