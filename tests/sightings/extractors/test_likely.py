"""What is a request though no rule knows its words, and what is none though its words are those of requests."""

import pytest

from alongside.sightings.extractors.request import find
from tests.sightings.extractors.writing import found_in, lines, only


@pytest.mark.parametrize(
    ("sentence", "what", "because"),
    [
        (
            "We need to respond to this before the holidays.",
            "we need to respond to this",
            "It opens with “We need to”, as a request does.",
        ),
        (
            "Mind sending me the old drawing as well?",
            "answer “Mind sending me the old drawing as well?”",
            "It opens with “Mind sending me” and asks back, as a request does.",
        ),
    ],
)
def test_a_likely_request_says_what_is_asked_and_by_which_words(sentence: str, what: str, because: str) -> None:
    found = only(find, sentence)
    assert found.detail["what"] == what
    assert found.because == because
    assert found.quote == sentence


@pytest.mark.parametrize(
    "sentence",
    lines("""
    I will call you on Friday and let everybody know.
    Joe and I will call to discuss it.
    Please do not hesitate to give me a call if you would like to discuss this.
    If you have any questions, give me a call at the office.
    To discuss your trial, click here or call us.
    Glad to meet you.
    No need to call me back.
    There is no need to send the old drawing again.
    If you are not the intended recipient, please delete this message.
    He asked me whether we could ship earlier.
    I would call the crew for Friday, not earlier.
    We can switch at the new year if you like.
    Let me assure you that we take this very seriously.
    If we could run both lines, things would be easier.
    She wrote "we need to discuss this, call me" on the note.
    Wir müssen das nächste Woche besprechen.
    """),
)
def test_what_only_sounds_like_asking_is_left_out(sentence: str) -> None:
    assert found_in(find, sentence) == []


def test_a_rule_is_not_doubted_where_the_words_are_unknown() -> None:
    assert only(find, "Is Gröditz Zwickau Pirna Bautzen Löbau?").detail["what"].startswith("answer")
